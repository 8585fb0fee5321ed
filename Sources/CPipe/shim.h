#pragma once
#include <fcntl.h>
#include <unistd.h>

// Pipes that no other program inherits, under one name on every system.

#if defined(__linux__)
// unistd.h shows it to programs built with _GNU_SOURCE only, which a module's header cannot ask for.
extern int pipe2(int ends[2], int flags);

/// Makes a pipe whose ends are closed on exec, in one step, so that no other thread's program gets them (pipe2(2)).
static inline int recruit_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }
#else
/// The same; programs started with POSIX_SPAWN_CLOEXEC_DEFAULT do not get it even before fcntl(2).
static inline int recruit_pipe(int ends[2]) {
    if (pipe(ends) != 0) return -1;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return 0;
}
#endif
