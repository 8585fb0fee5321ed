#include "CSandbox.h"
#include "landlock.h"
#include "seccomp.h"
#if defined(__linux__)
#include <sys/prctl.h>

/* Without it neither Landlock nor a filter may be set by a user who is not root, and a set-user-ID program could
   shake both off. */
static void forbid_new_privileges(void) { prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }
#else
static void forbid_new_privileges(void) {}
#endif

/* The filter comes last: it would refuse the calls of Landlock. */
int csandbox_lock_reader(void) {
    forbid_new_privileges();
#if defined(__linux__)
    /* no other process of this user may look into the memory that holds an applicant's paper */
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
    int locks = landlock_nothing() ? CSANDBOX_LANDLOCK : 0;
    return locks | (seccomp_reader() ? CSANDBOX_SECCOMP : 0);
}

int csandbox_lock_program(const char *const *readable, const char *const *executable, int forks) {
    forbid_new_privileges();
    int locks = landlock_paths(readable, executable) ? CSANDBOX_LANDLOCK : 0;
    return locks | (seccomp_program(forks) ? CSANDBOX_SECCOMP : 0);
}
