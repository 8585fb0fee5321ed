#include "CFaults.h"
#include "internal.h"
#include <sqlite3.h>
#include <stddef.h>

static sqlite3_mem_methods real;
static _Atomic long count, fails_at;
static int goes_on;

static int fails(void) {
    long number = ++count;
    if (faults_are_over) return 0;
    return number == fails_at || (goes_on && number > fails_at);
}

static void *allocate(int size) { return fails() ? NULL : real.xMalloc(size); }
static void *reallocate(void *place, int size) { return fails() ? NULL : real.xRealloc(place, size); }

void faults_of_memory(long n, int goes) {
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real);
    sqlite3_mem_methods ours = real;
    ours.xMalloc = allocate;
    ours.xRealloc = reallocate;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &ours);
    fails_at = n;
    goes_on = goes;
}

void faults_end(void) { faults_are_over = 1; }

long faults_in_files_count(void);
long faults_count(void) { return fails_at ? count : faults_in_files_count(); }
