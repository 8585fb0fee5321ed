#pragma once
#include <stddef.h>

/// How many saved questions are embedded.
int recruit_question_count(void);

/// The name of question `index` (0-based, ascending by name), such as "overdue".
const char *recruit_question_name(int index);

/// The bytes of question `index` and, in `count`, how many. Not NUL-terminated.
const unsigned char *recruit_question_bytes(int index, size_t *count);
