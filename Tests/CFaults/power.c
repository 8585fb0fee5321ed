#include "internal.h"
#include "CFaults.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SECTOR = 512 };

int holds_power;
static long steps, fails_at;
static unsigned long long random_state;
static struct file *files;

static unsigned draw(unsigned below) {
    random_state = random_state * 6364136223846793005ull + 1442695040888963407ull;
    return (unsigned)(random_state >> 33) % below;
}

void power_add(struct file *file) {
    file->next = files;
    files = file;
    file->real->pMethods->xFileSize(file->real, &file->size);
}

void power_remove(struct file *file) {
    for (struct file **place = &files; *place; place = &(*place)->next) {
        if (*place != file) continue;
        *place = file->next;
        return;
    }
}

static void apply(struct file *file, const struct write *write, int begin, int count) {
    if (write->count == 0) {
        file->real->pMethods->xTruncate(file->real, write->offset);
    } else {
        file->real->pMethods->xWrite(file->real, write->bytes + begin, count, write->offset + begin);
    }
}

/* Writes parts of what is held back, sector by sector; which of two writes to one sector comes last is as open as
   whether either comes. */
static void scatter(struct file *file) {
    for (int pass = 0; pass < 2; pass++) {
        for (struct write *write = file->writes; write; write = write->next) {
            if (write->count == 0) {
                if (draw(4) == 0) apply(file, write, 0, 0);
                continue;
            }
            for (int begin = 0; begin < write->count; begin += SECTOR) {
                int count = write->count - begin < SECTOR ? write->count - begin : SECTOR;
                if (draw(3) == 0) apply(file, write, begin, count);
            }
        }
    }
}

void power_step(void) {
    if (!holds_power || ++steps != fails_at) return;
    for (struct file *file = files; file; file = file->next) scatter(file);
    _exit(99);
}

int power_read(struct file *file, void *buffer, int count, sqlite3_int64 offset) {
    int code = file->real->pMethods->xRead(file->real, buffer, count, offset);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) return code;
    sqlite3_int64 end = offset + count;
    for (struct write *write = file->writes; write; write = write->next) {
        if (write->count == 0) {
            if (write->offset < end) {
                sqlite3_int64 from = write->offset > offset ? write->offset - offset : 0;
                memset((char *)buffer + from, 0, (size_t)(count - from));
            }
            continue;
        }
        sqlite3_int64 first = write->offset > offset ? write->offset : offset;
        sqlite3_int64 last = write->offset + write->count < end ? write->offset + write->count : end;
        if (first >= last) continue;
        memcpy((char *)buffer + (first - offset), write->bytes + (first - write->offset), (size_t)(last - first));
    }
    return end > file->size ? SQLITE_IOERR_SHORT_READ : SQLITE_OK;
}

int power_write(struct file *file, const void *bytes, int count, sqlite3_int64 offset) {
    power_step();
    struct write *write = malloc(sizeof *write + (size_t)count);
    if (!write) return SQLITE_IOERR_NOMEM;
    *write = (struct write){NULL, offset, count};
    if (count) memcpy(write->bytes, bytes, (size_t)count);
    if (file->writes) file->last->next = write;
    else file->writes = write;
    file->last = write;
    if (count == 0) file->size = offset;
    else if (offset + count > file->size) file->size = offset + count;
    return SQLITE_OK;
}

int power_sync(struct file *file, int flags) {
    power_step();
    while (file->writes) {
        struct write *write = file->writes;
        apply(file, write, 0, write->count);
        file->writes = write->next;
        free(write);
    }
    return file->real->pMethods->xSync(file->real, flags);
}

void faults_of_power(long n, unsigned seed) {
    holds_power = 1;
    fails_at = n;
    random_state = seed;
    /* no call of its own fails */
    faults_in_files(0, 0, 0);
}

long power_steps(void) { return steps; }
