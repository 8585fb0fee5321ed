// The floor for `recruitdb query`: rows csv|json DATABASE SQL writes what sqlite3 -csv -header and -json write, with one
// buffer and a printer of floats of its own. No checks beyond what the bytes need: no authorizer, no signals, no pager.
#include <float.h>
#include <math.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CAPACITY = 1 << 16, ROOM = 64 };
static unsigned char buffer[CAPACITY + ROOM];
static size_t used;

static void flush(void) {
    for (size_t sent = 0; sent < used;) {
        ssize_t count = write(1, buffer + sent, used - sent);
        if (count < 0) exit(1);
        sent += (size_t)count;
    }
    used = 0;
}

static inline void byte(unsigned char value) {
    buffer[used++] = value;
    if (used >= CAPACITY) flush();
}

static inline void bytes(const void *start, size_t count) {
    if (used + count > CAPACITY) {
        flush();
        while (count > CAPACITY) {
            memcpy(buffer, start, CAPACITY);
            used = CAPACITY;
            flush();
            start = (const char *)start + CAPACITY;
            count -= CAPACITY;
        }
    }
    memcpy(buffer + used, start, count);
    used += count;
}

static void integer(int64_t number) {
    char digits[24];
    int place = sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do digits[--place] = (char)('0' + rest % 10);
    while ((rest /= 10) != 0);
    if (number < 0) digits[--place] = '-';
    bytes(digits + place, sizeof digits - (size_t)place);
}

// `significant` digits in the 80-bit arithmetic that SQLite's printf has on x86-64, for what has one digit before the point
// as marks have; SQLite's own printer for the rest, and on other processors.
static void real(double number, int significant) {
    double size = fabs(number);
    if (!(size >= 1 && size < 9.5) || LDBL_MANT_DIG != 64) {
        char text[ROOM];
        sqlite3_snprintf(sizeof text, text, significant == 15 ? "%!.15g" : "%!.20g", number);
        bytes(text, strlen(text));
        return;
    }
    long double rest = (long double)size + (significant == 15 ? 5.0e-05 * 1.0e-10 : 5.0e-10 * 1.0e-10);
    char digits[ROOM];
    int count = 0;
    do {
        int digit = (int)rest;
        rest = (rest - digit) * 10;
        digits[count++] = (char)('0' + digit);
    } while (count < significant && rest != 0);
    while (count > 1 && digits[count - 1] == '0') count--;
    if (count == 1) digits[count++] = '0';
    if (number < 0) byte('-');
    byte((unsigned char)digits[0]);
    byte('.');
    bytes(digits + 1, (size_t)count - 1);
}

static void csv_text(const unsigned char *text, size_t count) {
    int quoted = count == 0;
    for (size_t index = 0; index < count && !quoted; index++)
        quoted = text[index] <= ' ' || text[index] == '"' || text[index] == '\'' || text[index] == ',' || text[index] >= 127;
    if (!quoted) {
        bytes(text, count);
        return;
    }
    byte('"');
    size_t start = 0;
    for (size_t index = 0; index < count; index++)
        if (text[index] == '"') {
            bytes(text + start, index - start + 1);
            start = index;
        }
    bytes(text + start, count - start);
    byte('"');
}

static void json_text(const unsigned char *text, size_t count) {
    byte('"');
    size_t start = 0;
    for (size_t index = 0; index < count; index++) {
        unsigned char letter = text[index];
        if (letter >= ' ' && letter != '"' && letter != '\\') continue;
        bytes(text + start, index - start);
        start = index + 1;
        static const char shorts[] = "\bb\ff\nn\rr\tt\"\"\\\\";
        const char *found = letter == 0 ? NULL : strchr(shorts, letter);
        char escape[8];
        int length = found != NULL ? snprintf(escape, sizeof escape, "\\%c", found[1])
                                   : snprintf(escape, sizeof escape, "\\u%04x", letter);
        bytes(escape, (size_t)length);
    }
    bytes(text + start, count - start);
    byte('"');
}

int main(int count, char **words) {
    sqlite3 *database;
    sqlite3_stmt *statement;
    if (count != 4 || sqlite3_open_v2(words[2], &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK
        || sqlite3_prepare_v2(database, words[3], -1, &statement, NULL) != SQLITE_OK)
        return 1;
    int json = strcmp(words[1], "json") == 0, columns = sqlite3_column_count(statement), rows = 0;
    for (int column = 0; column < columns && !json; column++) {
        const char *name = sqlite3_column_name(statement, column);
        if (column > 0) byte(',');
        csv_text((const unsigned char *)name, strlen(name));
    }
    // What stands before each value of a row, made once.
    char *before[columns > 0 ? columns : 1];
    size_t lengths[columns > 0 ? columns : 1];
    for (int column = 0; column < columns && json; column++) {
        const char *name = sqlite3_column_name(statement, column);
        byte(column == 0 ? '{' : ',');
        json_text((const unsigned char *)name, strlen(name));
        byte(':');
        before[column] = malloc(used);
        lengths[column] = used;
        memcpy(before[column], buffer, used);
        used = 0;
    }
    if (json) byte('[');
    else byte('\n');
    while (sqlite3_step(statement) == SQLITE_ROW) {
        if (json && rows++ > 0) bytes(",\n", 2);
        for (int column = 0; column < columns; column++) {
            if (json) bytes(before[column], lengths[column]);
            else if (column > 0) byte(',');
            int type = sqlite3_column_type(statement, column);
            if (type == SQLITE_NULL) {
                if (json) bytes("null", 4);
            } else if (type == SQLITE_INTEGER)
                integer(sqlite3_column_int64(statement, column));
            else if (type == SQLITE_FLOAT)
                real(sqlite3_column_double(statement, column), json ? 20 : 15);
            else {
                const unsigned char *text = sqlite3_column_text(statement, column);
                (json ? json_text : csv_text)(text, (size_t)sqlite3_column_bytes(statement, column));
            }
        }
        if (json) byte('}');
        else byte('\n');
    }
    if (json) bytes("]\n", 2);
    flush();
    return sqlite3_finalize(statement) == SQLITE_OK && sqlite3_close(database) == SQLITE_OK ? 0 : 1;
}
