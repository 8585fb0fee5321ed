#pragma once
#include <stdint.h>
#include <string.h>
#if defined(__linux__)
#include <sys/vfs.h>
#else
#include <sys/mount.h>
#include <sys/param.h>
#endif

// Durability of many files at once, and the kind of a file system, under one name on every system.

/// What statfs(2) calls the file system that holds `path`: Linux by `number` (f_type), macOS by `name` (f_fstypename);
/// the other one is 0 or empty. 0, or -1 with errno.
static inline int recruit_file_system(const char *path, uint32_t *number, char name[32]) {
    struct statfs status;
    *number = 0;
    memset(name, 0, 32);
    if (statfs(path, &status) != 0) return -1;
#if defined(__linux__)
    *number = (uint32_t)status.f_type;
#else
    strncpy(name, status.f_fstypename, 31);
#endif
    return 0;
}

#if defined(__linux__)
// unistd.h shows it to programs built with _GNU_SOURCE only, which a module's header cannot ask for.
extern int syncfs(int descriptor);

/// Flushes the file system that holds `descriptor` (syncfs(2)). 0, or -1 with errno.
static inline int recruit_sync_file_system(int descriptor) { return syncfs(descriptor); }
#endif
