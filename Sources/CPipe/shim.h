#pragma once
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// Pipes and sockets that no other program inherits, under one name on every system.

#if defined(__linux__)
// unistd.h shows it to programs built with _GNU_SOURCE only, which a module's header cannot ask for.
extern int pipe2(int ends[2], int flags);

/// Makes a pipe whose ends are closed on exec, in one step, so that no other thread's program gets them (pipe2(2)).
static inline int recruit_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }
#else
/// The same; programs started with POSIX_SPAWN_CLOEXEC_DEFAULT do not get it even before fcntl(2).
static inline int recruit_pipe(int ends[2]) {
    if (pipe(ends) != 0) return -1;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return 0;
}
#endif

/// Makes a pair of sockets for packets (socketpair(2)); fails where the system has none of that kind.
static inline int recruit_packet_sockets(int ends[2]) {
#if defined(__linux__)
    return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends);
#else
    return socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends);
#endif
}

/// Sends a number and three descriptors as one packet (sendmsg(2), SCM_RIGHTS); -1 and errno when that fails.
static inline int recruit_send_descriptors(int socket, uint32_t number, const int descriptors[3]) {
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(3 * sizeof(int))];
    } rights;
    memset(&rights, 0, sizeof rights);
    struct iovec part = {&number, sizeof number};
    struct msghdr message;
    memset(&message, 0, sizeof message);
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = &rights;
    message.msg_controllen = sizeof rights;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(3 * sizeof(int));
    memcpy(CMSG_DATA(header), descriptors, 3 * sizeof(int));
#if defined(__linux__)
    const int flags = MSG_NOSIGNAL;
#else
    const int flags = 0;
#endif
    return sendmsg(socket, &message, flags) == (ssize_t)sizeof number ? 0 : -1;
}
