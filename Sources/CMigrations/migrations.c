#include "CMigrations.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char sql_0001[] = {
#embed "../../Migrations/0001_lab.sql"
};

static const struct {
    const char *name;
    const unsigned char *bytes;
    size_t count;
} migrations[] = {
    {"0001_lab.sql", sql_0001, sizeof sql_0001},
};

int recruit_migration_count(void) { return sizeof migrations / sizeof *migrations; }

const char *recruit_migration_name(int index) { return migrations[index].name; }

const unsigned char *recruit_migration_bytes(int index, size_t *count) {
    *count = migrations[index].count;
    return migrations[index].bytes;
}
