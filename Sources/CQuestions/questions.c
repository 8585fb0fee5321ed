#include "CQuestions.h"
#include "../CEmbeddedFiles/embedded.h"

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

static const struct recruit_embedded_file questions[] = {
    RECRUIT_FILE("applications-per-intake", sql_applications_per_intake),
    RECRUIT_FILE("applications-per-type", sql_applications_per_type),
    RECRUIT_FILE("applications-per-week", sql_applications_per_week),
    RECRUIT_FILE("as-of", sql_as_of),
    RECRUIT_FILE("checklist", sql_checklist),
    RECRUIT_FILE("contacts", sql_contacts),
    RECRUIT_FILE("decisions", sql_decisions),
    RECRUIT_FILE("funnel", sql_funnel),
    RECRUIT_FILE("imports", sql_imports),
    RECRUIT_FILE("inbox", sql_inbox),
    RECRUIT_FILE("inbox-reasons", sql_inbox_reasons),
    RECRUIT_FILE("intakes", sql_intakes),
    RECRUIT_FILE("large-papers", sql_large_papers),
    RECRUIT_FILE("last-contact", sql_last_contact),
    RECRUIT_FILE("mail-by-triage", sql_mail_by_triage),
    RECRUIT_FILE("mail-without-application", sql_mail_without_application),
    RECRUIT_FILE("missing-documents", sql_missing_documents),
    RECRUIT_FILE("moves-by-member", sql_moves_by_member),
    RECRUIT_FILE("no-intake", sql_no_intake),
    RECRUIT_FILE("offers", sql_offers),
    RECRUIT_FILE("open-positions", sql_open_positions),
    RECRUIT_FILE("overdue", sql_overdue),
    RECRUIT_FILE("papers-by-type", sql_papers_by_type),
    RECRUIT_FILE("papers-that-say", sql_papers_that_say),
    RECRUIT_FILE("papers-without-text", sql_papers_without_text),
    RECRUIT_FILE("people", sql_people),
    RECRUIT_FILE("pipeline", sql_pipeline),
    RECRUIT_FILE("rates", sql_rates),
    RECRUIT_FILE("reasons", sql_reasons),
    RECRUIT_FILE("recent-applications", sql_recent_applications),
    RECRUIT_FILE("reference-letters", sql_reference_letters),
    RECRUIT_FILE("reply-due", sql_reply_due),
    RECRUIT_FILE("requirements", sql_requirements),
    RECRUIT_FILE("seats", sql_seats),
    RECRUIT_FILE("several-applications", sql_several_applications),
    RECRUIT_FILE("shared-papers", sql_shared_papers),
    RECRUIT_FILE("sources", sql_sources),
    RECRUIT_FILE("stage-changes", sql_stage_changes),
    RECRUIT_FILE("stage-durations", sql_stage_durations),
    RECRUIT_FILE("stale", sql_stale),
    RECRUIT_FILE("stipends", sql_stipends),
    RECRUIT_FILE("time-to-decision", sql_time_to_decision),
    RECRUIT_FILE("unanswered", sql_unanswered),
};

RECRUIT_EMBEDDED_FILES(question, questions)
