#include "CFaults.h"
#include "internal.h"
#include <stdlib.h>
#include <string.h>

sqlite3_vfs *real_vfs;
_Atomic int faults_are_over;
/* The threads of a pool call at once. */
static _Atomic long count, fails_at;
static int kinds, goes_on;

int is_faulty(int kind) {
    if (!(kinds & kind)) return 0;
    long number = ++count;
    if (faults_are_over) return 0;
    return number == fails_at || (goes_on && number > fails_at);
}

long power_steps(void);
long faults_in_files_count(void) { return holds_power ? power_steps() : count; }

#define REAL ((struct file *)base)->real
#define CALL(method, ...) REAL->pMethods->method(REAL, ##__VA_ARGS__)

static int close_file(sqlite3_file *base) {
    struct file *file = (struct file *)base;
    if (holds_power) {
        /* closing is no sync, but what it leaves is written sometime; here at once */
        holds_power = 0;
        power_sync(file, SQLITE_SYNC_NORMAL);
        holds_power = 1;
        power_remove(file);
    }
    int code = file->real->pMethods->xClose(file->real);
    return code;
}

static int read_file(sqlite3_file *base, void *buffer, int size, sqlite3_int64 offset) {
    if (is_faulty(FAULT_READ)) {
        if (!(kinds & FAULT_SHORT)) return SQLITE_IOERR_READ;
        memset(buffer, 0, (size_t)size);
        return SQLITE_IOERR_SHORT_READ;
    }
    if (holds_power) return power_read((struct file *)base, buffer, size, offset);
    return CALL(xRead, buffer, size, offset);
}

static int write_file(sqlite3_file *base, const void *bytes, int size, sqlite3_int64 offset) {
    if (is_faulty(FAULT_WRITE)) {
        /* what fails may have written a part */
        if (size > 1) CALL(xWrite, bytes, size / 2, offset);
        return kinds & FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }
    if (holds_power) return power_write((struct file *)base, bytes, size, offset);
    return CALL(xWrite, bytes, size, offset);
}

static int truncate_file(sqlite3_file *base, sqlite3_int64 size) {
    if (is_faulty(FAULT_TRUNCATE)) return SQLITE_IOERR_TRUNCATE;
    if (holds_power) return power_write((struct file *)base, NULL, 0, size);
    return CALL(xTruncate, size);
}

static int sync_file(sqlite3_file *base, int flags) {
    if (is_faulty(FAULT_SYNC)) return kinds & FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_FSYNC;
    if (holds_power) return power_sync((struct file *)base, flags);
    return CALL(xSync, flags);
}

static int file_size(sqlite3_file *base, sqlite3_int64 *size) {
    if (!holds_power) return CALL(xFileSize, size);
    *size = ((struct file *)base)->size;
    return SQLITE_OK;
}

static int lock_file(sqlite3_file *base, int level) {
    return is_faulty(FAULT_LOCK) ? SQLITE_IOERR_LOCK : CALL(xLock, level);
}
static int unlock_file(sqlite3_file *base, int level) { return CALL(xUnlock, level); }
static int check_lock(sqlite3_file *base, int *result) { return CALL(xCheckReservedLock, result); }

static int control(sqlite3_file *base, int operation, void *argument) {
    /* the real file must not grow or be written beside us */
    if (operation == SQLITE_FCNTL_SIZE_HINT || operation == SQLITE_FCNTL_CHUNK_SIZE) return SQLITE_OK;
    return CALL(xFileControl, operation, argument);
}
static int sector_size(sqlite3_file *base) { return CALL(xSectorSize); }
/* nothing of a sector is promised when the power fails */
static int characteristics(sqlite3_file *base) { (void)base; return 0; }
static int map_shared(sqlite3_file *base, int page, int size, int extend, void volatile **place) {
    return CALL(xShmMap, page, size, extend, place);
}
static int lock_shared(sqlite3_file *base, int offset, int n, int flags) {
    if ((flags & SQLITE_SHM_LOCK) && is_faulty(FAULT_LOCK)) return SQLITE_IOERR_SHMLOCK;
    return CALL(xShmLock, offset, n, flags);
}
static void barrier(sqlite3_file *base) { CALL(xShmBarrier); }
static int unmap_shared(sqlite3_file *base, int removes) { return CALL(xShmUnmap, removes); }

static const sqlite3_io_methods methods = {
    2, close_file, read_file, write_file, truncate_file, sync_file, file_size, lock_file, unlock_file, check_lock,
    control, sector_size, characteristics, map_shared, lock_shared, barrier, unmap_shared, NULL, NULL,
};

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *base, int flags, int *given) {
    (void)vfs;
    struct file *file = (struct file *)base;
    memset(file, 0, sizeof *file);
    if (is_faulty(FAULT_OPEN)) return SQLITE_CANTOPEN;
    file->real = (sqlite3_file *)(file + 1);
    int code = real_vfs->xOpen(real_vfs, name, file->real, flags, given);
    if (code != SQLITE_OK) return code;
    file->base.pMethods = &methods;
    if (holds_power) power_add(file);
    return SQLITE_OK;
}

static int delete_file(sqlite3_vfs *vfs, const char *name, int syncs) {
    (void)vfs;
    if (is_faulty(FAULT_DELETE)) return SQLITE_IOERR_DELETE;
    power_step();
    return real_vfs->xDelete(real_vfs, name, syncs);
}

void faults_in_files(int which, long n, int goes) {
    static sqlite3_vfs ours;
    kinds = which;
    fails_at = n;
    goes_on = goes;
    real_vfs = sqlite3_vfs_find(NULL);
    ours = *real_vfs;
    ours.zName = "faults";
    ours.pNext = NULL;
    ours.szOsFile = (int)sizeof(struct file) + real_vfs->szOsFile;
    ours.xOpen = open_file;
    ours.xDelete = delete_file;
    sqlite3_vfs_register(&ours, 1);
}
