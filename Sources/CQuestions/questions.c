#include "CQuestions.h"

// #embed is of C23; the compiler knows it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char sql_inbox[] = {
#embed "Questions/inbox.sql"
};
static const unsigned char sql_overdue[] = {
#embed "Questions/overdue.sql"
};
static const unsigned char sql_pipeline[] = {
#embed "Questions/pipeline.sql"
};

static const struct {
    const char *name;
    const unsigned char *bytes;
    size_t count;
} questions[] = {
    {"inbox", sql_inbox, sizeof sql_inbox},
    {"overdue", sql_overdue, sizeof sql_overdue},
    {"pipeline", sql_pipeline, sizeof sql_pipeline},
};

int recruit_question_count(void) { return sizeof questions / sizeof *questions; }

const char *recruit_question_name(int index) { return questions[index].name; }

const unsigned char *recruit_question_bytes(int index, size_t *count) {
    *count = questions[index].count;
    return questions[index].bytes;
}
