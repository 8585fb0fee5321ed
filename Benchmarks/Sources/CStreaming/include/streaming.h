#pragma once
#include <stdint.h>

/// Makes a table of so many rows of three integers and a short text; 0 when it is there.
int raw_stream_fill(const char *path, int64_t rows);
/// Reads every row in C and returns the sum of its integers and of the texts' lengths; -1 on an error.
int64_t raw_stream(const char *path);
/// How often memory was asked for since the program began; -1 where that cannot be counted.
int64_t allocation_count(void);
/// The most memory that the process had at once, in kilobytes.
int64_t peak_kilobytes(void);
