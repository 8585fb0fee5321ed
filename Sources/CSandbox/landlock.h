#pragma once

/* All return 1 when the rule set holds for this process from now on. Needs no_new_privs. */
int landlock_nothing(void);
int landlock_paths(const char *const *readable, const char *const *executable);
int landlock_writes(char *const *files, char *const *folders);
