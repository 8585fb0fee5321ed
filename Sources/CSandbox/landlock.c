#define _GNU_SOURCE
#include "landlock.h"
#include "CSandbox.h"
#if defined(__linux__)
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The kernel's interface in numbers of our own (linux/landlock.h, landlock(7)): the header of the machine that builds
   may be older than the kernel that runs. The numbers of these calls are the same on every processor. */
enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446, VERSION = 1, PATH_BENEATH = 1 };
enum { EXECUTE = 1 << 0, WRITE_FILE = 1 << 1, READ_FILE = 1 << 2, READ_DIR = 1 << 3 };
enum { REMOVE_FILE = 1 << 5, MAKE_FILE = 1 << 8, TRUNCATE = 1 << 14 };
/* Removing folders and files, and making devices, folders, files, sockets, pipes and links. */
enum { CHANGE_FOLDER = 0x1FF << 4 };
struct ruleset { uint64_t files, network, scope; };
struct __attribute__((packed)) path_rule { uint64_t allowed; int32_t parent; };

int csandbox_landlock_version(void) {
    long version = syscall(CREATE_RULESET, NULL, (size_t)0, VERSION);
    return version > 0 ? (int)version : 0;
}

/* Everything that this kernel's version can forbid: 13 rights over files, then linking across folders, truncating,
   device ioctl; TCP since version 4; other processes' abstract sockets and signals since 6. */
static int everything(void) {
    int version = csandbox_landlock_version();
    if (version < 1) return -1;
    unsigned rights = version >= 5 ? 16 : version >= 3 ? 15 : version >= 2 ? 14 : 13;
    struct ruleset rules = {(1ull << rights) - 1, version >= 4 ? 3 : 0, version >= 6 ? 3 : 0};
    size_t size = version >= 6 ? sizeof rules : version >= 4 ? 16 : 8;
    return (int)syscall(CREATE_RULESET, &rules, size, 0);
}

static void allow(int rules, const char *path, uint64_t rights) {
    int file = open(path, O_PATH | O_CLOEXEC);
    if (file < 0) return;
    struct stat status;
    if (fstat(file, &status) == 0) {
        if (!S_ISDIR(status.st_mode)) rights &= ~(uint64_t)READ_DIR;
        struct path_rule rule = {rights, file};
        syscall(ADD_RULE, rules, PATH_BENEATH, &rule, 0);
    }
    close(file);
}

static int restrict_to(int rules) {
    if (rules < 0) return 0;
    long result = syscall(RESTRICT_SELF, rules, 0);
    close(rules);
    return result == 0;
}

int landlock_nothing(void) { return restrict_to(everything()); }

int landlock_paths(const char *const *readable, const char *const *executable) {
    int rules = everything();
    if (rules < 0) return 0;
    for (; *readable; readable++) allow(rules, *readable, READ_FILE | READ_DIR);
    for (; *executable; executable++) allow(rules, *executable, READ_FILE | EXECUTE);
    return restrict_to(rules);
}

int landlock_writes(char *const *files, char *const *folders) {
    int version = csandbox_landlock_version();
    if (version < 1) return 0;
    uint64_t writing = WRITE_FILE | (version >= 3 ? TRUNCATE : 0);
    struct ruleset rule_set = {writing | CHANGE_FOLDER, 0, 0};
    int rules = (int)syscall(CREATE_RULESET, &rule_set, (size_t)8, 0);
    if (rules < 0) return 0;
    for (; *files; files++) allow(rules, *files, writing);
    for (; *folders; folders++) allow(rules, *folders, writing | MAKE_FILE | REMOVE_FILE);
    allow(rules, "/dev", writing);
    return restrict_to(rules);
}
#else
int csandbox_landlock_version(void) { return 0; }
int landlock_nothing(void) { return 0; }
int landlock_paths(const char *const *readable, const char *const *executable) { return 0; }
int landlock_writes(char *const *files, char *const *folders) { return 0; }
#endif
