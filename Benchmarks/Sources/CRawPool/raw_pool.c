#include "raw_pool.h"
#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

struct raw_reader {
    sqlite3 *database;
    sqlite3_stmt *begin, *lookup, *commit;
};

static sqlite3 *open_database(const char *path, int flags) {
    sqlite3 *database = NULL;
    if (sqlite3_open_v2(path, &database, flags | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK) {
        sqlite3_busy_timeout(database, 5000);
        return database;
    }
    sqlite3_close(database);
    return NULL;
}

static sqlite3_stmt *prepare(sqlite3 *database, const char *sql) {
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
    return statement;
}

static int run(sqlite3_stmt *statement) {
    int code = sqlite3_step(statement);
    sqlite3_reset(statement);
    return code == SQLITE_DONE;
}

raw_reader *raw_reader_open(const char *path) {
    raw_reader *reader = calloc(1, sizeof *reader);
    if (!reader || !(reader->database = open_database(path, SQLITE_OPEN_READONLY))) {
        free(reader);
        return NULL;
    }
    reader->begin = prepare(reader->database, "BEGIN DEFERRED");
    reader->lookup = prepare(reader->database, "SELECT score FROM people WHERE id = ?");
    reader->commit = prepare(reader->database, "COMMIT");
    return reader;
}

void raw_reader_close(raw_reader *reader) {
    sqlite3_finalize(reader->begin);
    sqlite3_finalize(reader->lookup);
    sqlite3_finalize(reader->commit);
    sqlite3_close(reader->database);
    free(reader);
}

static int64_t read_one(raw_reader *reader, int64_t id) {
    int64_t found = -1;
    if (!run(reader->begin)) return -1;
    sqlite3_bind_int64(reader->lookup, 1, id);
    if (sqlite3_step(reader->lookup) == SQLITE_ROW) found = sqlite3_column_int64(reader->lookup, 0);
    sqlite3_reset(reader->lookup);
    return run(reader->commit) ? found : -1;
}

int64_t raw_read(raw_reader *reader, const int64_t *ids, int count) {
    int64_t sum = 0;
    for (int index = 0; index < count; index++) sum += read_one(reader, ids[index]);
    return sum;
}

typedef struct {
    raw_reader *reader;
    pthread_mutex_t mutex;
    pthread_cond_t asked, answered;
    int has_question, has_answer, is_over;
    int64_t id, answer;
} exchange;

static void *answer_all(void *context) {
    exchange *hand = context;
    pthread_mutex_lock(&hand->mutex);
    while (1) {
        while (!hand->has_question && !hand->is_over) pthread_cond_wait(&hand->asked, &hand->mutex);
        if (hand->is_over) break;
        hand->has_question = 0;
        hand->answer = read_one(hand->reader, hand->id);
        hand->has_answer = 1;
        pthread_cond_signal(&hand->answered);
    }
    pthread_mutex_unlock(&hand->mutex);
    return NULL;
}

int64_t raw_read_on_thread(raw_reader *reader, const int64_t *ids, int count) {
    exchange hand = {.reader = reader};
    pthread_t thread;
    pthread_mutex_init(&hand.mutex, NULL);
    pthread_cond_init(&hand.asked, NULL);
    pthread_cond_init(&hand.answered, NULL);
    if (pthread_create(&thread, NULL, answer_all, &hand) != 0) return -1;
    int64_t sum = 0;
    pthread_mutex_lock(&hand.mutex);
    for (int index = 0; index < count; index++) {
        hand.id = ids[index];
        hand.has_question = 1;
        pthread_cond_signal(&hand.asked);
        while (!hand.has_answer) pthread_cond_wait(&hand.answered, &hand.mutex);
        hand.has_answer = 0;
        sum += hand.answer;
    }
    hand.is_over = 1;
    pthread_cond_signal(&hand.asked);
    pthread_mutex_unlock(&hand.mutex);
    pthread_join(thread, NULL);
    return sum;
}

typedef struct {
    const char *path;
    int64_t rows;
    double seconds;
    _Atomic int64_t *reads, *writes;
} task;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void raw_sleep_until(double moment) {
    double left = moment - now();
    if (left <= 0) return;
    struct timespec time = {.tv_sec = (time_t)left, .tv_nsec = (long)((left - (double)(time_t)left) * 1e9)};
    nanosleep(&time, NULL);
}

static void *read_on(void *context) {
    task *task = context;
    raw_reader *reader = raw_reader_open(task->path);
    double end = now() + task->seconds;
    int64_t id = 1, count = 0;
    while (reader && now() < end) {
        for (int turn = 0; turn < 16; turn++, count++) {
            id = 1 + (id * 7919 + 13) % task->rows;
            if (read_one(reader, id) < 0) count = INT64_MIN / 2;
        }
    }
    if (reader) raw_reader_close(reader);
    atomic_fetch_add(task->reads, reader ? count : INT64_MIN / 2);
    return NULL;
}

static void *write_on(void *context) {
    task *task = context;
    sqlite3 *database = open_database(task->path, SQLITE_OPEN_READWRITE);
    sqlite3_stmt *begin = prepare(database, "BEGIN IMMEDIATE"), *commit = prepare(database, "COMMIT");
    sqlite3_stmt *update = prepare(database, "UPDATE people SET score = score + 1 WHERE id = ?");
    double start = now(), end = start + task->seconds;
    int64_t id = 1, count = 0;
    while (now() < end) {
        raw_sleep_until(start + (double)count / RAW_WRITES_PER_SECOND);
        id = 1 + (id * 7919 + 13) % task->rows;
        int is_done = run(begin);
        sqlite3_bind_int64(update, 1, id);
        if (!run(update) || !run(commit) || !is_done) break;
        count++;
    }
    sqlite3_finalize(begin);
    sqlite3_finalize(commit);
    sqlite3_finalize(update);
    sqlite3_close(database);
    atomic_fetch_add(task->writes, count);
    return NULL;
}

int64_t raw_reads_beside_writer(const char *path, int readers, int64_t rows, double seconds, int64_t *writes) {
    _Atomic int64_t read = 0, written = 0;
    task shared = {path, rows, seconds, &read, &written};
    pthread_t threads[64];
    if (readers > 63) return -1;
    for (int index = 0; index <= readers; index++) {
        if (pthread_create(&threads[index], NULL, index == 0 ? write_on : read_on, &shared) != 0) return -1;
    }
    for (int index = 0; index <= readers; index++) pthread_join(threads[index], NULL);
    *writes = written;
    return read;
}
