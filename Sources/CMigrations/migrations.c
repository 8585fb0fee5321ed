#include "CMigrations.h"
#include "../CEmbeddedFiles/embedded.h"

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

static const struct recruit_embedded_file migrations[] = {
    RECRUIT_FILE("0001_dictionary.sql", sql_0001),
    RECRUIT_FILE("0002_lab.sql", sql_0002),
    RECRUIT_FILE("0003_positions.sql", sql_0003),
    RECRUIT_FILE("0004_stages.sql", sql_0004),
    RECRUIT_FILE("0005_imports.sql", sql_0005),
    RECRUIT_FILE("0006_files.sql", sql_0006),
    RECRUIT_FILE("0007_applicants.sql", sql_0007),
    RECRUIT_FILE("0008_applications.sql", sql_0008),
    RECRUIT_FILE("0009_messages.sql", sql_0009),
    RECRUIT_FILE("0010_documents.sql", sql_0010),
    RECRUIT_FILE("0011_fields.sql", sql_0011),
    RECRUIT_FILE("0012_scholarships.sql", sql_0012),
    RECRUIT_FILE("0013_merges.sql", sql_0013),
    RECRUIT_FILE("0014_duplicates.sql", sql_0014),
    RECRUIT_FILE("0015_views.sql", sql_0015),
};

RECRUIT_EMBEDDED_FILES(migration, migrations)
