#pragma once

/* Faults of the machine under SQLite, for a program of their own: each becomes the default before SQLite is first used
   and stays. */

/* Kinds of calls to the file system, a bit each. */
enum {
    FAULT_OPEN = 1,
    FAULT_READ = 2,
    FAULT_WRITE = 4,
    FAULT_SYNC = 8,
    FAULT_TRUNCATE = 16,
    FAULT_LOCK = 32,
    FAULT_DELETE = 64,
    /* not kinds, but how a fault shows: a full disk instead of a broken one, zeros instead of the end of what was read */
    FAULT_FULL = 128,
    FAULT_SHORT = 256,
};

/* From the `n`th call of these kinds on, from 1, that call fails, or with `goes_on` all from it on. */
void faults_in_files(int kinds, long n, int goes_on);

/* Writes stay in memory until they are synced. At the `n`th write, sync or truncation the power fails: of the sectors
   that are not synced a part, by `seed`, reaches the disk in any order, and the process ends with status 99. */
void faults_of_power(long n, unsigned seed);

/* The `n`th allocation fails, or with `goes_on` all from it on. */
void faults_of_memory(long n, int goes_on);

/* No call fails any more, but of power. */
void faults_end(void);

/* Calls that were counted so far. */
long faults_count(void);
