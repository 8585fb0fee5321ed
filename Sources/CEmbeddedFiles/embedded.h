#pragma once
#include <stddef.h>

// Files that are embedded in the binary: a table of them, and the three functions by which Swift reads it.

// #embed is of C23; the compiler knows it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

struct recruit_embedded_file {
    const char *name;
    const unsigned char *bytes;
    size_t count;
};

/// A line of the table: the file called `name`, whose bytes are the array `bytes`.
#define RECRUIT_FILE(name, bytes) {name, bytes, sizeof bytes}

/// Defines recruit_`thing`_count, _name and _bytes, which read `table`.
#define RECRUIT_EMBEDDED_FILES(thing, table) \
    int recruit_##thing##_count(void) { return sizeof table / sizeof *table; } \
    const char *recruit_##thing##_name(int index) { return table[index].name; } \
    const unsigned char *recruit_##thing##_bytes(int index, size_t *count) { \
        *count = table[index].count; \
        return table[index].bytes; \
    }
