#pragma once

/* Both return 1 when the filter holds for this process from now on. Needs no_new_privs. */
int seccomp_reader(void);
int seccomp_program(int forks);
