#include "streaming.h"
#include <sqlite3.h>
#include <stdio.h>
#include <sys/resource.h>

int raw_stream_fill(const char *path, int64_t rows) {
    sqlite3 *database = NULL;
    char sql[512];
    snprintf(sql, sizeof sql,
             "CREATE TABLE measures (id INTEGER PRIMARY KEY, year INTEGER, score INTEGER, city TEXT);"
             "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %lld)"
             "INSERT INTO measures SELECT i, 1990 + i %% 30, i * 7919 %% 1000, 'city ' || i %% 1000000 FROM n",
             (long long)rows);
    int code = sqlite3_open(path, &database);
    if (code == SQLITE_OK) code = sqlite3_exec(database, sql, NULL, NULL, NULL);
    sqlite3_close(database);
    return code;
}

int64_t raw_stream(const char *path) {
    sqlite3 *database = NULL;
    sqlite3_stmt *statement = NULL;
    int64_t sum = 0;
    int code = sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
    if (code == SQLITE_OK) {
        code = sqlite3_prepare_v2(database, "SELECT id, year, score, city FROM measures", -1, &statement, NULL);
    }
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(statement);
        if (code != SQLITE_ROW) break;
        sum += sqlite3_column_int64(statement, 0) + sqlite3_column_int64(statement, 1) +
               sqlite3_column_int64(statement, 2);
        if (sqlite3_column_text(statement, 3)) sum += sqlite3_column_bytes(statement, 3);
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return code == SQLITE_DONE ? sum : -1;
}

int64_t peak_kilobytes(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
#ifdef __APPLE__
    return usage.ru_maxrss / 1024;
#else
    return usage.ru_maxrss;
#endif
}
