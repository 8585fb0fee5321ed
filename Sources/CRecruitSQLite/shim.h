#pragma once
#include <sqlite3.h>
#include <stddef.h>
#include <stdint.h>
#ifdef __APPLE__
#include <pthread.h>
#endif

// Variadic and macro interfaces that Swift cannot call.

static inline int recruit_sqlite3_db_config_int(sqlite3 *db, int option, int value) {
    return sqlite3_db_config(db, option, value, (int *)NULL);
}

static inline int recruit_sqlite3_switch_off(sqlite3 *db, unsigned optimizations) {
    return sqlite3_test_control(SQLITE_TESTCTRL_OPTIMIZATIONS, db, optimizations);
}

/// Binds a copy of the text. An absent pointer is the empty text, not NULL.
static inline int recruit_sqlite3_bind_text_transient(sqlite3_stmt *statement, int index, const char *text,
                                                      sqlite3_uint64 count) {
    return sqlite3_bind_text64(statement, index, text ? text : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Binds text that stays in place until the statement is bound anew or its bindings are cleared.
static inline int recruit_sqlite3_bind_text_static(sqlite3_stmt *statement, int index, const char *text,
                                                   sqlite3_uint64 count) {
    return sqlite3_bind_text64(statement, index, text, count, SQLITE_STATIC, SQLITE_UTF8);
}

/// Binds a copy of the bytes. An absent pointer is the empty blob, not NULL.
static inline int recruit_sqlite3_bind_blob_transient(sqlite3_stmt *statement, int index, const void *bytes,
                                                      sqlite3_uint64 count) {
    return sqlite3_bind_blob64(statement, index, bytes ? bytes : "", count, SQLITE_TRANSIENT);
}

/// Answers a function's call with a copy of the text. An absent pointer is the empty text, not NULL.
static inline void recruit_sqlite3_result_text_transient(sqlite3_context *call, const char *text,
                                                         sqlite3_uint64 count) {
    sqlite3_result_text64(call, text ? text : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Answers a function's call with a copy of the bytes. An absent pointer is the empty blob, not NULL.
static inline void recruit_sqlite3_result_blob_transient(sqlite3_context *call, const void *bytes,
                                                         sqlite3_uint64 count) {
    sqlite3_result_blob64(call, bytes ? bytes : "", count, SQLITE_TRANSIENT);
}

/// `value` as the sqlite3 shell's csv mode prints it. At most `capacity` bytes, the final NUL among them.
static inline char *recruit_sqlite3_format_real_15(char *buffer, int capacity, double value) {
    return sqlite3_snprintf(capacity, buffer, "%!.15g", value);
}

/// `value` as the sqlite3 shell's json mode prints it. At most `capacity` bytes, the final NUL among them.
static inline char *recruit_sqlite3_format_real_20(char *buffer, int capacity, double value) {
    return sqlite3_snprintf(capacity, buffer, "%!.20g", value);
}

/// A number that no other living thread has, and never 0: where the thread's own data lie.
static inline uintptr_t recruit_thread(void) {
#ifdef __APPLE__
    return (uintptr_t)pthread_self();
#else
    return (uintptr_t)__builtin_thread_pointer();
#endif
}

#include <time.h>
#ifdef __GLIBC__
#include <semaphore.h>

/// Declared by the header only for programs that ask for all of GNU's.
extern int sem_clockwait(sem_t *semaphore, clockid_t clock, const struct timespec *time);

/// Waits for a semaphore until a moment of the clock that nobody sets; -1 with errno ETIMEDOUT when it has come.
static inline int recruit_sem_wait_until(sem_t *semaphore, const struct timespec *time) {
    return sem_clockwait(semaphore, CLOCK_MONOTONIC, time);
}
#endif
