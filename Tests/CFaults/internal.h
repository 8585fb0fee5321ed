#pragma once
#include <sqlite3.h>

/* A file of the real VFS behind one of ours. */
struct file {
    sqlite3_file base;
    sqlite3_file *real;
    /* what the power holds back, oldest first */
    struct write *writes, *last;
    /* the size with them */
    sqlite3_int64 size;
    struct file *next;
};

/* A write, or with `count` 0 a truncation, that is not synced. */
struct write {
    struct write *next;
    sqlite3_int64 offset;
    int count;
    unsigned char bytes[];
};

extern sqlite3_vfs *real_vfs;
extern int holds_power;
extern _Atomic int faults_are_over;

/* Counts a call; nonzero when it has to fail. */
int is_faulty(int kind);

int power_read(struct file *file, void *buffer, int count, sqlite3_int64 offset);
int power_write(struct file *file, const void *bytes, int count, sqlite3_int64 offset);
int power_sync(struct file *file, int flags);
/* Counts a call that changes something, at which the power may fail. */
void power_step(void);
void power_add(struct file *file);
void power_remove(struct file *file);
