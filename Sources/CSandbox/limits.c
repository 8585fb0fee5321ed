#define _GNU_SOURCE
#include "CSandbox.h"
#include <signal.h>
#include <stddef.h>
#include <sys/resource.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/mman.h>
#include <sys/syscall.h>
#endif

/* A limit may only be lowered, so that one set by the administrator stands. */
static void lower(int resource, rlim_t soft, rlim_t hard) {
    struct rlimit old;
    if (getrlimit(resource, &old) != 0) return;
    struct rlimit new = {soft < old.rlim_max ? soft : old.rlim_max, hard < old.rlim_max ? hard : old.rlim_max};
    setrlimit(resource, &new);
}

void csandbox_limit_run(uint32_t cpu_seconds, uint32_t wall_seconds, uint64_t address_space) {
    static const int signals[] = {SIGALRM, SIGXCPU, SIGXFSZ, SIGPIPE};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) signal(signals[i], SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    lower(RLIMIT_CORE, 0, 0);
    lower(RLIMIT_CPU, cpu_seconds, (rlim_t)cpu_seconds + 1);
    lower(RLIMIT_AS, address_space, address_space);
    alarm(wall_seconds);
}

void csandbox_limit_file_size(uint64_t bytes) { lower(RLIMIT_FSIZE, bytes, bytes); }

void csandbox_close_descriptors(void) {
#if defined(SYS_close_range)
    syscall(SYS_close_range, 3u, ~0u, 0u);
#endif
}

int csandbox_memory_file(void) {
#if defined(__linux__)
    return memfd_create("document", MFD_CLOEXEC);
#else
    return -1;
#endif
}
