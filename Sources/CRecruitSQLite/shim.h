#pragma once
#include <sqlite3.h>
#include <stddef.h>

// Variadic and macro interfaces that Swift cannot call.

static inline int recruit_sqlite3_db_config_int(sqlite3 *db, int option, int value) {
    return sqlite3_db_config(db, option, value, (int *)NULL);
}

static inline int recruit_sqlite3_bind_text_transient(sqlite3_stmt *statement, int index, const char *text, int count) {
    return sqlite3_bind_text(statement, index, text, count, SQLITE_TRANSIENT);
}

static inline int recruit_sqlite3_bind_blob_transient(sqlite3_stmt *statement, int index, const void *bytes, int count) {
    return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}

/// `value` as the sqlite3 shell's csv mode prints it. At most `capacity` bytes, the final NUL among them.
static inline char *recruit_sqlite3_format_real_15(char *buffer, int capacity, double value) {
    return sqlite3_snprintf(capacity, buffer, "%!.15g", value);
}

/// `value` as the sqlite3 shell's json mode prints it. At most `capacity` bytes, the final NUL among them.
static inline char *recruit_sqlite3_format_real_20(char *buffer, int capacity, double value) {
    return sqlite3_snprintf(capacity, buffer, "%!.20g", value);
}
