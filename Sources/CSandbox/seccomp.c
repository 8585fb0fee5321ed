#define _GNU_SOURCE
#include "seccomp.h"
#include "CSandbox.h"
#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define THIS_PROCESSOR AUDIT_ARCH_X86_64
#else
#define THIS_PROCESSOR AUDIT_ARCH_AARCH64
#endif

/* A block leaves the call's number in the accumulator or returns, so that blocks can stand in any order. A refusal
   is an error and not a kill: libraries probe for what they can do without. */
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define RETURN(action) BPF_STMT(BPF_RET | BPF_K, (action))
#define IF(call, lines) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, (lines))
#define YES SECCOMP_RET_ALLOW
#define NO(error) (SECCOMP_RET_ERRNO | (error))
#define ALLOW(call) IF(call, 1), RETURN(YES)
#define DENY(call) IF(call, 1), RETURN(NO(EPERM))
#define ABSENT(call) IF(call, 1), RETURN(NO(ENOSYS))
#define BITS(call, argument, mask, some, none)                                                        \
    IF(call, 4), LOAD(args[argument]), BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (mask), 0, 1), RETURN(some), RETURN(none)
#define EQUAL(call, argument, value)                                                                  \
    IF(call, 4), LOAD(args[argument]), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 0, 1), RETURN(YES),   \
        RETURN(NO(EPERM))
#define PROCESSOR                                                                                     \
    LOAD(arch), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, THIS_PROCESSOR, 1, 0), RETURN(SECCOMP_RET_KILL_PROCESS), LOAD(nr)

static int install(struct sock_filter *filter, size_t count) {
    struct sock_fprog program = {(unsigned short)count, filter};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

int csandbox_has_seccomp(void) { return prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0; }

/* Everything is refused but memory, the descriptors already open, and the end. */
int seccomp_reader(void) {
    struct sock_filter filter[] = {
        PROCESSOR,
        ALLOW(SYS_read), ALLOW(SYS_readv), ALLOW(SYS_write), ALLOW(SYS_writev), ALLOW(SYS_lseek), ALLOW(SYS_close),
        BITS(SYS_mmap, 2, PROT_EXEC, NO(EPERM), YES), BITS(SYS_mprotect, 2, PROT_EXEC, NO(EPERM), YES),
        ALLOW(SYS_munmap), ALLOW(SYS_mremap), ALLOW(SYS_brk), ALLOW(SYS_madvise),
        ALLOW(SYS_futex), ALLOW(SYS_sched_yield), ALLOW(SYS_getrandom),
        ALLOW(SYS_clock_gettime), ALLOW(SYS_gettimeofday), ALLOW(SYS_getpid), ALLOW(SYS_gettid),
        ALLOW(SYS_rt_sigaction), ALLOW(SYS_rt_sigprocmask), ALLOW(SYS_rt_sigreturn), ALLOW(SYS_sigaltstack),
        /* abort(3) signals itself and nobody else */
        EQUAL(SYS_tgkill, 0, (unsigned)getpid()),
        ALLOW(SYS_restart_syscall), ALLOW(SYS_exit), ALLOW(SYS_exit_group),
        RETURN(NO(EPERM)),
    };
    return install(filter, sizeof filter / sizeof *filter);
}

#define WRITING (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)

/* Everything is allowed but what a program that turns a document into text has no business with: a list of what is
   needed would change with every release of poppler and its thirty libraries. */
int seccomp_program(void) {
    struct sock_filter filter[] = {
        PROCESSOR,
        BITS(SYS_openat, 2, WRITING, NO(EPERM), YES),
        /* stdio asks whether its output is a terminal; none here is one (and TIOCSTI types into a real one) */
        IF(SYS_ioctl, 1), RETURN(NO(ENOTTY)),
        /* threads, not processes; clone3 and openat2 hide their flags behind a pointer, and libc does without them */
        BITS(SYS_clone, 0, CLONE_THREAD, YES, NO(EPERM)), ABSENT(435 /* clone3 */), ABSENT(437 /* openat2 */),
        BITS(SYS_prlimit64, 0, 0xffffffff, NO(EPERM), YES), EQUAL(SYS_tgkill, 0, (unsigned)getpid()),
#if defined(__x86_64__)
        /* the calls that newer processors never had, and the x32 numbering of all of them */
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1), RETURN(NO(ENOSYS)),
        BITS(SYS_open, 1, WRITING, NO(EPERM), YES),
        DENY(SYS_creat), DENY(SYS_fork), DENY(SYS_vfork), DENY(SYS_rename), DENY(SYS_unlink), DENY(SYS_mkdir),
        DENY(SYS_rmdir), DENY(SYS_link), DENY(SYS_symlink), DENY(SYS_mknod), DENY(SYS_chmod), DENY(SYS_chown),
        DENY(SYS_lchown), DENY(SYS_utime), DENY(SYS_utimes), DENY(SYS_futimesat),
#endif
        /* the network and other processes' sockets */
        DENY(SYS_socket), DENY(SYS_socketpair), DENY(SYS_connect), DENY(SYS_bind), DENY(SYS_listen),
        DENY(SYS_accept), DENY(SYS_accept4), DENY(SYS_sendto), DENY(SYS_sendmsg), DENY(SYS_sendmmsg),
        /* programs of one's own making, other processes, leaving the group that the parent ends */
        DENY(SYS_memfd_create), DENY(SYS_execveat), DENY(SYS_ptrace), DENY(SYS_process_vm_readv),
        DENY(SYS_process_vm_writev), DENY(SYS_kcmp), DENY(SYS_kill), DENY(SYS_tkill), DENY(SYS_rt_sigqueueinfo),
        DENY(SYS_rt_tgsigqueueinfo), DENY(424 /* pidfd_send_signal */), DENY(434 /* pidfd_open */),
        DENY(438 /* pidfd_getfd */), DENY(SYS_setsid), DENY(SYS_setpgid),
        /* changing files, which Landlock forbids only in part */
        DENY(SYS_truncate), DENY(SYS_ftruncate), DENY(SYS_fallocate), DENY(SYS_renameat), DENY(SYS_renameat2),
        DENY(SYS_unlinkat), DENY(SYS_mkdirat), DENY(SYS_linkat), DENY(SYS_symlinkat), DENY(SYS_mknodat),
        DENY(SYS_fchmod), DENY(SYS_fchmodat), DENY(452 /* fchmodat2 */), DENY(SYS_fchown), DENY(SYS_fchownat),
        DENY(SYS_utimensat), DENY(SYS_setxattr), DENY(SYS_lsetxattr), DENY(SYS_fsetxattr), DENY(SYS_removexattr),
        DENY(SYS_lremovexattr), DENY(SYS_fremovexattr), DENY(SYS_name_to_handle_at), DENY(SYS_open_by_handle_at),
        /* the parts of the kernel where holes are found */
        DENY(SYS_mount), DENY(SYS_umount2), DENY(SYS_pivot_root), DENY(SYS_chroot), DENY(SYS_unshare),
        DENY(SYS_setns), DENY(428 /* open_tree */), DENY(429 /* move_mount */), DENY(430 /* fsopen */),
        DENY(SYS_bpf), DENY(SYS_perf_event_open), DENY(SYS_userfaultfd), DENY(425 /* io_uring_setup */),
        DENY(426 /* io_uring_enter */), DENY(427 /* io_uring_register */), DENY(SYS_keyctl), DENY(SYS_add_key),
        DENY(SYS_request_key), DENY(SYS_shmget), DENY(SYS_msgget), DENY(SYS_semget), DENY(SYS_mq_open),
        DENY(SYS_inotify_init1), DENY(SYS_fanotify_init), DENY(SYS_kexec_load), DENY(SYS_init_module),
        DENY(SYS_finit_module), DENY(SYS_reboot), DENY(SYS_swapon), DENY(SYS_acct), DENY(SYS_quotactl),
        DENY(SYS_personality),
        RETURN(YES),
    };
    return install(filter, sizeof filter / sizeof *filter);
}
#else
int csandbox_has_seccomp(void) { return 0; }
int seccomp_reader(void) { return 0; }
int seccomp_program(void) { return 0; }
#endif
