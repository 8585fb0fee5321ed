#include "CQuestions.h"

// #embed is of C23; the compiler knows it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char sql_applications_per_intake[] = {
#embed "Questions/applications-per-intake.sql"
};
static const unsigned char sql_applications_per_type[] = {
#embed "Questions/applications-per-type.sql"
};
static const unsigned char sql_applications_per_week[] = {
#embed "Questions/applications-per-week.sql"
};
static const unsigned char sql_as_of[] = {
#embed "Questions/as-of.sql"
};
static const unsigned char sql_checklist[] = {
#embed "Questions/checklist.sql"
};
static const unsigned char sql_contacts[] = {
#embed "Questions/contacts.sql"
};
static const unsigned char sql_decisions[] = {
#embed "Questions/decisions.sql"
};
static const unsigned char sql_funnel[] = {
#embed "Questions/funnel.sql"
};
static const unsigned char sql_imports[] = {
#embed "Questions/imports.sql"
};
static const unsigned char sql_inbox[] = {
#embed "Questions/inbox.sql"
};
static const unsigned char sql_inbox_reasons[] = {
#embed "Questions/inbox-reasons.sql"
};
static const unsigned char sql_intakes[] = {
#embed "Questions/intakes.sql"
};
static const unsigned char sql_large_papers[] = {
#embed "Questions/large-papers.sql"
};
static const unsigned char sql_last_contact[] = {
#embed "Questions/last-contact.sql"
};
static const unsigned char sql_mail_by_triage[] = {
#embed "Questions/mail-by-triage.sql"
};
static const unsigned char sql_mail_without_application[] = {
#embed "Questions/mail-without-application.sql"
};
static const unsigned char sql_missing_documents[] = {
#embed "Questions/missing-documents.sql"
};
static const unsigned char sql_moves_by_member[] = {
#embed "Questions/moves-by-member.sql"
};
static const unsigned char sql_no_intake[] = {
#embed "Questions/no-intake.sql"
};
static const unsigned char sql_offers[] = {
#embed "Questions/offers.sql"
};
static const unsigned char sql_open_positions[] = {
#embed "Questions/open-positions.sql"
};
static const unsigned char sql_overdue[] = {
#embed "Questions/overdue.sql"
};
static const unsigned char sql_papers_by_type[] = {
#embed "Questions/papers-by-type.sql"
};
static const unsigned char sql_papers_that_say[] = {
#embed "Questions/papers-that-say.sql"
};
static const unsigned char sql_papers_without_text[] = {
#embed "Questions/papers-without-text.sql"
};
static const unsigned char sql_people[] = {
#embed "Questions/people.sql"
};
static const unsigned char sql_pipeline[] = {
#embed "Questions/pipeline.sql"
};
static const unsigned char sql_rates[] = {
#embed "Questions/rates.sql"
};
static const unsigned char sql_reasons[] = {
#embed "Questions/reasons.sql"
};
static const unsigned char sql_recent_applications[] = {
#embed "Questions/recent-applications.sql"
};
static const unsigned char sql_reference_letters[] = {
#embed "Questions/reference-letters.sql"
};
static const unsigned char sql_reply_due[] = {
#embed "Questions/reply-due.sql"
};
static const unsigned char sql_requirements[] = {
#embed "Questions/requirements.sql"
};
static const unsigned char sql_seats[] = {
#embed "Questions/seats.sql"
};
static const unsigned char sql_several_applications[] = {
#embed "Questions/several-applications.sql"
};
static const unsigned char sql_shared_papers[] = {
#embed "Questions/shared-papers.sql"
};
static const unsigned char sql_sources[] = {
#embed "Questions/sources.sql"
};
static const unsigned char sql_stage_changes[] = {
#embed "Questions/stage-changes.sql"
};
static const unsigned char sql_stage_durations[] = {
#embed "Questions/stage-durations.sql"
};
static const unsigned char sql_stale[] = {
#embed "Questions/stale.sql"
};
static const unsigned char sql_stipends[] = {
#embed "Questions/stipends.sql"
};
static const unsigned char sql_time_to_decision[] = {
#embed "Questions/time-to-decision.sql"
};
static const unsigned char sql_unanswered[] = {
#embed "Questions/unanswered.sql"
};

static const struct {
    const char *name;
    const unsigned char *bytes;
    size_t count;
} questions[] = {
    {"applications-per-intake", sql_applications_per_intake, sizeof sql_applications_per_intake},
    {"applications-per-type", sql_applications_per_type, sizeof sql_applications_per_type},
    {"applications-per-week", sql_applications_per_week, sizeof sql_applications_per_week},
    {"as-of", sql_as_of, sizeof sql_as_of},
    {"checklist", sql_checklist, sizeof sql_checklist},
    {"contacts", sql_contacts, sizeof sql_contacts},
    {"decisions", sql_decisions, sizeof sql_decisions},
    {"funnel", sql_funnel, sizeof sql_funnel},
    {"imports", sql_imports, sizeof sql_imports},
    {"inbox", sql_inbox, sizeof sql_inbox},
    {"inbox-reasons", sql_inbox_reasons, sizeof sql_inbox_reasons},
    {"intakes", sql_intakes, sizeof sql_intakes},
    {"large-papers", sql_large_papers, sizeof sql_large_papers},
    {"last-contact", sql_last_contact, sizeof sql_last_contact},
    {"mail-by-triage", sql_mail_by_triage, sizeof sql_mail_by_triage},
    {"mail-without-application", sql_mail_without_application, sizeof sql_mail_without_application},
    {"missing-documents", sql_missing_documents, sizeof sql_missing_documents},
    {"moves-by-member", sql_moves_by_member, sizeof sql_moves_by_member},
    {"no-intake", sql_no_intake, sizeof sql_no_intake},
    {"offers", sql_offers, sizeof sql_offers},
    {"open-positions", sql_open_positions, sizeof sql_open_positions},
    {"overdue", sql_overdue, sizeof sql_overdue},
    {"papers-by-type", sql_papers_by_type, sizeof sql_papers_by_type},
    {"papers-that-say", sql_papers_that_say, sizeof sql_papers_that_say},
    {"papers-without-text", sql_papers_without_text, sizeof sql_papers_without_text},
    {"people", sql_people, sizeof sql_people},
    {"pipeline", sql_pipeline, sizeof sql_pipeline},
    {"rates", sql_rates, sizeof sql_rates},
    {"reasons", sql_reasons, sizeof sql_reasons},
    {"recent-applications", sql_recent_applications, sizeof sql_recent_applications},
    {"reference-letters", sql_reference_letters, sizeof sql_reference_letters},
    {"reply-due", sql_reply_due, sizeof sql_reply_due},
    {"requirements", sql_requirements, sizeof sql_requirements},
    {"seats", sql_seats, sizeof sql_seats},
    {"several-applications", sql_several_applications, sizeof sql_several_applications},
    {"shared-papers", sql_shared_papers, sizeof sql_shared_papers},
    {"sources", sql_sources, sizeof sql_sources},
    {"stage-changes", sql_stage_changes, sizeof sql_stage_changes},
    {"stage-durations", sql_stage_durations, sizeof sql_stage_durations},
    {"stale", sql_stale, sizeof sql_stale},
    {"stipends", sql_stipends, sizeof sql_stipends},
    {"time-to-decision", sql_time_to_decision, sizeof sql_time_to_decision},
    {"unanswered", sql_unanswered, sizeof sql_unanswered},
};

int recruit_question_count(void) { return sizeof questions / sizeof *questions; }

const char *recruit_question_name(int index) { return questions[index].name; }

const unsigned char *recruit_question_bytes(int index, size_t *count) {
    *count = questions[index].count;
    return questions[index].bytes;
}
