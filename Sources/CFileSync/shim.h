#pragma once

// Durability of many files at once, under one name on every system.

#if defined(__linux__)
// unistd.h shows it to programs built with _GNU_SOURCE only, which a module's header cannot ask for.
extern int syncfs(int descriptor);

/// Flushes the file system that holds `descriptor` (syncfs(2)). 0, or -1 with errno.
static inline int recruit_sync_file_system(int descriptor) { return syncfs(descriptor); }
#endif
