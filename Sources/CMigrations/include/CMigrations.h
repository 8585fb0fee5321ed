#pragma once
#include <stddef.h>

/// How many migrations are embedded.
int recruit_migration_count(void);

/// The file name of migration `index` (0-based, ascending by number), such as "0001_lab.sql".
const char *recruit_migration_name(int index);

/// The bytes of migration `index` and, in `count`, how many. Not NUL-terminated.
const unsigned char *recruit_migration_bytes(int index, size_t *count);
