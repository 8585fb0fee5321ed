#include "CSandbox.h"
#include "landlock.h"
#include <pthread.h>
#include <spawn.h>
#if defined(__linux__)
#include <sys/prctl.h>
#endif

struct start {
    pid_t *process;
    const char *program;
    char *const *arguments, *const *environment;
    char *const *files, *const *folders;
    int result;
};

static void *run(void *argument) {
    struct start *start = argument;
#if defined(__linux__)
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#endif
    landlock_writes(start->files, start->folders);
    start->result =
        posix_spawnp(start->process, start->program, NULL, NULL, start->arguments, start->environment);
    return NULL;
}

/* A lock holds for the thread that takes it and for what that thread starts: the caller's own threads stay free. */
int csandbox_spawn_writing(pid_t *process, const char *program, char *const *arguments, char *const *environment,
                           char *const *files, char *const *folders) {
    struct start start = {process, program, arguments, environment, files, folders, 0};
    pthread_t thread;
    int code = pthread_create(&thread, NULL, run, &start);
    if (code != 0) return code;
    pthread_join(thread, NULL);
    return start.result;
}
