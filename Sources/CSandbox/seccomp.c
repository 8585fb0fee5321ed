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

/* What becomes of one system call: `yes`, or `no` when the test of an argument fails. A refusal is an error and not a
   kill: libraries probe for what they can do without. */
struct rule { unsigned call, yes, no, test, argument, operand; };
#define YES SECCOMP_RET_ALLOW
#define NO(error) (SECCOMP_RET_ERRNO | (error))
#define ALLOW(call) {call, YES, YES, 0, 0, 0}
#define DENY(call) {call, NO(EPERM), NO(EPERM), 0, 0, 0}
#define ABSENT(call) {call, NO(ENOSYS), NO(ENOSYS), 0, 0, 0}
#define NONE_OF(call, argument, bits) {call, NO(EPERM), YES, BPF_JSET, argument, bits}
#define SOME_OF(call, argument, bits) {call, YES, NO(EPERM), BPF_JSET, argument, bits}
#define EQUAL(call, argument, value) {call, YES, NO(EPERM), BPF_JEQ, argument, value}

#define LOAD(field) (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define RETURN(action) (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, (action))
#define JUMP(test, operand, yes, no) (struct sock_filter)BPF_JUMP(BPF_JMP | (test) | BPF_K, (operand), yes, no)

static struct sock_filter *check(struct sock_filter *end, const struct rule *rule) {
    *end++ = JUMP(BPF_JEQ, rule->call, 0, rule->test ? 4 : 1);
    if (rule->test) {
        *end++ = LOAD(args[rule->argument]);
        *end++ = JUMP(rule->test, rule->operand, 0, 1);
        *end++ = RETURN(rule->yes);
    }
    *end++ = RETURN(rule->no);
    return end;
}

/* Halves the rules until few are left: the kernel runs a new filter once for each call that there is, and in one long
   row the rules would cost every document five times as much. */
static struct sock_filter *search(struct sock_filter *end, const struct rule *rules, size_t count, unsigned others) {
    if (count <= 4) {
        for (size_t i = 0; i < count; i++) end = check(end, &rules[i]);
        *end++ = RETURN(others);
        return end;
    }
    size_t half = count / 2;
    *end++ = JUMP(BPF_JGE, rules[half].call, 0, 1);
    struct sock_filter *jump = end++;
    end = search(end, rules, half, others);
    *jump = JUMP(BPF_JA, (unsigned)(end - jump - 1), 0, 0);
    return search(end, rules + half, count - half, others);
}

static int install(struct rule *rules, size_t count, unsigned others) {
    static struct sock_filter filter[1024];
    for (size_t i = 1; i < count; i++) {
        for (size_t j = i; j > 0 && rules[j].call < rules[j - 1].call; j--) {
            struct rule lower = rules[j];
            rules[j] = rules[j - 1];
            rules[j - 1] = lower;
        }
    }
    /* at most eight instructions a rule, and the head */
    if (count > sizeof filter / sizeof *filter / 8 - 1) return 0;
    struct sock_filter *end = filter;
    *end++ = LOAD(arch);
    *end++ = JUMP(BPF_JEQ, THIS_PROCESSOR, 1, 0);
    *end++ = RETURN(SECCOMP_RET_KILL_PROCESS);
    *end++ = LOAD(nr);
    /* the second numbering of all calls, x32 */
    *end++ = JUMP(BPF_JGE, 0x40000000, 0, 1);
    *end++ = RETURN(NO(ENOSYS));
    end = search(end, rules, count, others);
    struct sock_fprog program = {(unsigned short)(end - filter), filter};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

int csandbox_has_seccomp(void) { return prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0; }

/* Everything is refused but memory, the descriptors already open, and the end. */
int seccomp_reader(void) {
    struct rule rules[] = {
        ALLOW(SYS_read), ALLOW(SYS_readv), ALLOW(SYS_write), ALLOW(SYS_writev), ALLOW(SYS_lseek), ALLOW(SYS_close),
        NONE_OF(SYS_mmap, 2, PROT_EXEC), NONE_OF(SYS_mprotect, 2, PROT_EXEC),
        ALLOW(SYS_munmap), ALLOW(SYS_mremap), ALLOW(SYS_brk), ALLOW(SYS_madvise),
        ALLOW(SYS_futex), ALLOW(SYS_sched_yield), ALLOW(SYS_getrandom),
        ALLOW(SYS_clock_gettime), ALLOW(SYS_gettimeofday), ALLOW(SYS_getpid), ALLOW(SYS_gettid),
        ALLOW(SYS_rt_sigaction), ALLOW(SYS_rt_sigprocmask), ALLOW(SYS_rt_sigreturn), ALLOW(SYS_sigaltstack),
        /* abort(3) signals itself and nobody else */
        EQUAL(SYS_tgkill, 0, (unsigned)getpid()),
        ALLOW(SYS_restart_syscall), ALLOW(SYS_exit), ALLOW(SYS_exit_group),
    };
    return install(rules, sizeof rules / sizeof *rules, NO(EPERM));
}

/* what clone(2) may not make for a process that forks */
#define NAMESPACES                                                                                                    \
    (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET)
#define WRITING (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)

/* Everything is allowed but what a program that turns a document into text has no business with: a list of what is
   needed would change with every release of poppler and its thirty libraries. */
int seccomp_program(int forks) {
    struct rule rules[] = {
        NONE_OF(SYS_openat, 2, WRITING),
        /* stdio asks whether its output is a terminal; none here is one (and TIOCSTI types into a real one) */
        {SYS_ioctl, NO(ENOTTY), NO(ENOTTY), 0, 0, 0},
        /* threads, not processes; clone3 and openat2 hide their flags behind a pointer, and libc does without them */
        {SYS_clone, forks ? NO(EPERM) : YES, forks ? YES : NO(EPERM), BPF_JSET, 0, forks ? NAMESPACES : CLONE_THREAD},
        ABSENT(435 /* clone3 */), ABSENT(437 /* openat2 */),
        NONE_OF(SYS_prlimit64, 0, 0xffffffff), /* a server's forks have another number than this process, and add the rule for themselves */
        {SYS_tgkill, YES, forks ? YES : NO(EPERM), forks ? 0 : BPF_JEQ, 0, (unsigned)getpid()},
#if defined(__x86_64__)
        /* the calls that newer processors never had */
        NONE_OF(SYS_open, 1, WRITING),
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
    };
    return install(rules, sizeof rules / sizeof *rules, YES);
}
#else
int csandbox_has_seccomp(void) { return 0; }
int seccomp_reader(void) { return 0; }
int seccomp_program(int forks) { return 0; }
#endif
