#pragma once
#include <stdint.h>

// The same work as a pool's, in C alone: read transactions of one lookup over a write-ahead log.

typedef struct raw_reader raw_reader;

/// A connection for reading, with its statements; NULL where it cannot be opened.
raw_reader *raw_reader_open(const char *path);
void raw_reader_close(raw_reader *reader);

/// Looks up each of the ids in a transaction of its own; the sum of what was found, or -1.
int64_t raw_read(raw_reader *reader, const int64_t *ids, int count);

/// The same, but the transactions run on another thread, to which and back every one is handed.
int64_t raw_read_on_thread(raw_reader *reader, const int64_t *ids, int count);

/// The pace of the writer beside readers. Each commit empties the readers' caches: beside a writer without a pace, the side
/// would read less for which the disk happened to be faster.
enum { RAW_WRITES_PER_SECOND = 100 };

/// Sleeps until that second of the clock that nobody sets.
void raw_sleep_until(double moment);

/// How many reads as many threads as `readers` finish in so many seconds beside one that writes; -1 for a failure.
int64_t raw_reads_beside_writer(const char *path, int readers, int64_t rows, double seconds, int64_t *writes);
