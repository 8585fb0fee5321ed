#define _GNU_SOURCE
#include "forkserver.h"
#if defined(__linux__) && defined(__GLIBC__) && (defined(__x86_64__) || defined(__aarch64__))
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* Loading and linking poppler's thirty libraries takes a third of the time that a paper of some pages needs. Here it
   is done once: main() is held back, and begins anew in a fork for each document, with that document as its standard
   input. The process that forks never looks at a document. */

typedef int main_function(int, char **, char **);
static main_function *program;

#if defined(__x86_64__)
#define THIS_PROCESSOR AUDIT_ARCH_X86_64
#else
#define THIS_PROCESSOR AUDIT_ARCH_AARCH64
#endif

/* The process of one document starts no other one: the filter that the server runs under has to leave clone(2) to it.
   Added to that one, which refuses clone3 and the second numbering of all calls; where the kernel has no filters neither
   holds. */
static void forbid_forks(void) {
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        /* abort(3) signals itself and nobody else, the server least of all */
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_tgkill, 0, 2),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0])),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)getpid(), 3, 4),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 2),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0])),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
    };
    struct sock_fprog rules = {sizeof filter / sizeof *filter, filter};
    /* the server runs so already; without it only root may add a filter */
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &rules, 0, 0);
}

/* Waits for a document; 0 when there will be none. */
static int receive(struct cforkserver_request *request, int descriptors[3]) {
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(3 * sizeof(int))];
    } rights;
    struct iovec part = {request, sizeof *request};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = &rights, .msg_controllen = sizeof rights};
    ssize_t count;
    do count = recvmsg(0, &message, MSG_CMSG_CLOEXEC);
    while (count < 0 && errno == EINTR);
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (count != sizeof *request || !header || header->cmsg_type != SCM_RIGHTS) return 0;
    if (header->cmsg_len != CMSG_LEN(3 * sizeof(int))) return 0;
    memcpy(descriptors, CMSG_DATA(header), 3 * sizeof(int));
    return 1;
}

static int serve(int count, char **arguments, char **environment) {
    char ready = CFORKSERVER_READY;
    /* what goes to standard output and error before a document comes has no reader */
    if (write(0, &ready, 1) != 1) _exit(74);
    struct cforkserver_request request;
    int descriptors[3];
    while (receive(&request, descriptors)) {
        pid_t child = fork();
        if (child == 0) {
            /* over the socket, so that a document cannot answer for itself */
            for (int i = 0; i < 3; i++) {
                if (dup2(descriptors[i], i) < 0) _exit(74);
            }
            for (int i = 0; i < 3; i++) close(descriptors[i]);
            alarm(request.seconds);
            forbid_forks();
            return program(count, arguments, environment);
        }
        for (int i = 0; i < 3; i++) close(descriptors[i]);
        if (child < 0) break;
        int status;
        pid_t ended;
        do ended = waitpid(child, &status, 0);
        while (ended < 0 && errno == EINTR);
        int32_t answer = status;
        if (ended != child || write(0, &answer, sizeof answer) != sizeof answer) break;
    }
    _exit(0);
}

/* What the first instructions of every program call (LSB, baselib---libc-start-main-). */
__attribute__((visibility("default"))) int __libc_start_main(main_function *main, int count, char **arguments, void (*begin)(void), void (*end)(void),
                      void (*unload)(void), void *stack) {
    program = main;
    __typeof__(&__libc_start_main) next = (__typeof__(next))dlsym(RTLD_NEXT, "__libc_start_main");
    return next(serve, count, arguments, begin, end, unload, stack);
}
#endif
