#include "CMigrations.h"

// #embed is of C23; the compiler knows it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char sql_0001[] = {
#embed "../../Migrations/0001_dictionary.sql"
};
static const unsigned char sql_0002[] = {
#embed "../../Migrations/0002_lab.sql"
};
static const unsigned char sql_0003[] = {
#embed "../../Migrations/0003_positions.sql"
};
static const unsigned char sql_0004[] = {
#embed "../../Migrations/0004_stages.sql"
};
static const unsigned char sql_0005[] = {
#embed "../../Migrations/0005_imports.sql"
};
static const unsigned char sql_0006[] = {
#embed "../../Migrations/0006_files.sql"
};
static const unsigned char sql_0007[] = {
#embed "../../Migrations/0007_applicants.sql"
};
static const unsigned char sql_0008[] = {
#embed "../../Migrations/0008_applications.sql"
};
static const unsigned char sql_0009[] = {
#embed "../../Migrations/0009_messages.sql"
};
static const unsigned char sql_0010[] = {
#embed "../../Migrations/0010_documents.sql"
};
static const unsigned char sql_0011[] = {
#embed "../../Migrations/0011_fields.sql"
};
static const unsigned char sql_0012[] = {
#embed "../../Migrations/0012_scholarships.sql"
};
static const unsigned char sql_0013[] = {
#embed "../../Migrations/0013_merges.sql"
};
static const unsigned char sql_0014[] = {
#embed "../../Migrations/0014_duplicates.sql"
};
static const unsigned char sql_0015[] = {
#embed "../../Migrations/0015_views.sql"
};

static const struct {
    const char *name;
    const unsigned char *bytes;
    size_t count;
} migrations[] = {
    {"0001_dictionary.sql", sql_0001, sizeof sql_0001},
    {"0002_lab.sql", sql_0002, sizeof sql_0002},
    {"0003_positions.sql", sql_0003, sizeof sql_0003},
    {"0004_stages.sql", sql_0004, sizeof sql_0004},
    {"0005_imports.sql", sql_0005, sizeof sql_0005},
    {"0006_files.sql", sql_0006, sizeof sql_0006},
    {"0007_applicants.sql", sql_0007, sizeof sql_0007},
    {"0008_applications.sql", sql_0008, sizeof sql_0008},
    {"0009_messages.sql", sql_0009, sizeof sql_0009},
    {"0010_documents.sql", sql_0010, sizeof sql_0010},
    {"0011_fields.sql", sql_0011, sizeof sql_0011},
    {"0012_scholarships.sql", sql_0012, sizeof sql_0012},
    {"0013_merges.sql", sql_0013, sizeof sql_0013},
    {"0014_duplicates.sql", sql_0014, sizeof sql_0014},
    {"0015_views.sql", sql_0015, sizeof sql_0015},
};

int recruit_migration_count(void) { return sizeof migrations / sizeof *migrations; }

const char *recruit_migration_name(int index) { return migrations[index].name; }

const unsigned char *recruit_migration_bytes(int index, size_t *count) {
    *count = migrations[index].count;
    return migrations[index].bytes;
}
