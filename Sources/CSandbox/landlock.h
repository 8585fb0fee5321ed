#pragma once

/* Both return 1 when the rule set holds for this process from now on. Needs no_new_privs. */
int landlock_nothing(void);
int landlock_paths(const char *const *readable, const char *const *executable);
