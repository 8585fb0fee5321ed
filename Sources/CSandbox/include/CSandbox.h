#pragma once
#include <stdint.h>
#include <sys/types.h>

/* The locks that took hold, a bit each. */
enum {
    CSANDBOX_LANDLOCK = 1,
    CSANDBOX_SECCOMP = 2,
};

/* Limits of the run, kept across exec: processor seconds, seconds on the wall clock, bytes of address space; no core
   file; no limit on the wall clock for 0. Signals go back to their defaults, since a parent that ignores SIGALRM or SIGXCPU would switch limits off. */
void csandbox_limit_run(uint32_t cpu_seconds, uint32_t wall_seconds, uint64_t address_space);

/* The largest file that may be written, standard output included, kept across exec. */
void csandbox_limit_file_size(uint64_t bytes);

/* Closes every descriptor above standard error; on macOS the parent must have done so. */
void csandbox_close_descriptors(void);

/* The strict profile: from here on nothing can be opened, executed, connected or started; read, write, memory and
   exit remain. Returns the locks that took hold. */
int csandbox_lock_reader(void);

/* The profile for one exec: `readable` (files and folders) may be read, `executable` (files) also executed; nothing
   may be written or connected, no process started, unless `forks` leaves fork(2) to the program. Both lists end with
   NULL; missing paths are passed over. Kept across exec. Returns the locks that took hold. */
int csandbox_lock_program(const char *const *readable, const char *const *executable, int forks);

/* Starts a program as posix_spawnp does, and returns what that returns. Where the kernel has Landlock, the program may
   write to `files` that are there and anywhere in `folders`, and make or remove files in `folders` alone; reading is as
   free as before. Both lists end with NULL; missing paths are passed over. */
int csandbox_spawn_writing(pid_t *process, const char *program, char *const *arguments, char *const *environment,
                           char *const *files, char *const *folders);

/* The kernel's Landlock version, 0 without Landlock. */
int csandbox_landlock_version(void);

/* 1 where this kernel and processor can filter system calls. */
int csandbox_has_seccomp(void);

/* An anonymous file in memory, -1 where there is none. */
int csandbox_memory_file(void);
