-- The mail. What was decided of it stands in messages; who wrote what to whom lies apart.
CREATE TABLE messages (
  id                      INTEGER PRIMARY KEY CHECK (id > 0),
  batch_id                INTEGER REFERENCES import_batches (id),
  file_id                 INTEGER REFERENCES files (id),           -- the mail as it came
  direction               TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  received_at             TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', received_at, '+0 seconds') IS received_at),
  date_source             TEXT NOT NULL CHECK (date_source IN ('header', 'received', 'envelope', 'none')),
  triage                  TEXT NOT NULL CHECK (triage IN
                          ('application', 'supplement', 'reply', 'reference_letter', 'enquiry', 'automatic', 'spam', 'other',
                           'sent', 'undecided')),
  why                     TEXT NOT NULL,                           -- the rule that decided, or what a person must decide
  in_inbox                INTEGER NOT NULL DEFAULT 0 CHECK (in_inbox IN (0, 1)),
  applicant_id            INTEGER REFERENCES applicants (id),
  application_id          INTEGER REFERENCES applications (id),
  suggested_position      TEXT,                                    -- a slug
  suggested_applicant_id  INTEGER REFERENCES applicants (id),
  decided_by              TEXT,                                    -- who took it out of the inbox; NULL: the rules, or SQL
  joined_in_batch_id      INTEGER REFERENCES import_batches (id),  -- the later import whose application it turned out to be about
  filed_after_merge       INTEGER,                                 -- the newest of merges when it was filed: unmerge asks about it
  CHECK (triage <> 'undecided' OR (in_inbox = 1 AND application_id IS NULL)),
  CHECK (triage NOT IN ('application', 'supplement') OR application_id IS NOT NULL),
  CHECK ((triage = 'sent') = (direction = 'out'))
) STRICT;
CREATE INDEX messages_by_application ON messages (application_id) WHERE application_id IS NOT NULL;
CREATE INDEX messages_by_applicant ON messages (applicant_id) WHERE applicant_id IS NOT NULL;
CREATE INDEX messages_in_inbox ON messages (received_at, id) WHERE in_inbox = 1;
CREATE INDEX messages_sent_to_nobody ON messages (id) WHERE direction = 'out' AND application_id IS NULL;
CREATE INDEX messages_by_file ON messages (file_id);
CREATE INDEX messages_by_batch ON messages (batch_id);
CREATE INDEX messages_joined_in_batch ON messages (joined_in_batch_id) WHERE joined_in_batch_id IS NOT NULL;
CREATE INDEX messages_by_suggestion ON messages (suggested_applicant_id) WHERE suggested_applicant_id IS NOT NULL;

CREATE TABLE message_headers (
  message_id          INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
  identity            TEXT NOT NULL UNIQUE CHECK (length(identity) = 64),   -- the same mail has the same one, in any mailbox
  header_message_id   TEXT,
  sender              TEXT NOT NULL,     -- the address in From; empty when there is none
  sender_name         TEXT,
  original_sender     TEXT,              -- the applicant, where a lab member forwarded
  recipients          TEXT NOT NULL,     -- To and Cc, as addresses with commas
  subject             TEXT NOT NULL,
  suggested_address   TEXT,              -- who may be the applicant
  defects             TEXT NOT NULL DEFAULT ''        -- what was broken in the mail
) STRICT;
CREATE INDEX message_headers_by_message_id ON message_headers (header_message_id) WHERE header_message_id IS NOT NULL;

CREATE TABLE message_texts (
  message_id  INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
  text        TEXT NOT NULL              -- the body that a person reads
) STRICT;

CREATE TABLE message_attachments (
  message_id   INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL CHECK (ordinal > 0),
  file_id      INTEGER NOT NULL REFERENCES files (id),
  filename     TEXT,
  media_type   TEXT NOT NULL,
  document_type TEXT REFERENCES document_types (code),             -- NULL: no paper (an inline image, a signature)
  PRIMARY KEY (message_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_attachments_by_file ON message_attachments (file_id);

CREATE TABLE inbox_rules (               -- what a person taught: mail from here is none of ours to read
  id          INTEGER PRIMARY KEY CHECK (id > 0),
  sender      TEXT NOT NULL UNIQUE CHECK (sender GLOB '?*' AND sender = lower(sender)),   -- a GLOB pattern: '*@lists.example.org'
  triage      TEXT NOT NULL CHECK (triage IN ('automatic', 'enquiry', 'spam', 'other')),
  by_whom     TEXT NOT NULL,
  taught_at   TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', taught_at, '+0 seconds') IS taught_at)
) STRICT;

CREATE TRIGGER messages_refer_to_rows BEFORE INSERT ON messages BEGIN
  SELECT RAISE(ABORT, 'a message with this id is there already: use UPDATE')
    WHERE EXISTS (SELECT 1 FROM messages WHERE id = new.id);
  SELECT RAISE(ABORT, 'messages.application_id: no such application')
    WHERE new.application_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM applications WHERE id = new.application_id);
  SELECT RAISE(ABORT, 'messages.applicant_id: no such applicant')
    WHERE new.applicant_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id);
  SELECT RAISE(ABORT, 'messages.application_id: it is another applicant''s')
    WHERE new.applicant_id <> (SELECT applicant_id FROM applications WHERE id = new.application_id);
  SELECT RAISE(ABORT, 'messages.file_id: no such file')
    WHERE new.file_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM files WHERE id = new.file_id);
END;
CREATE TRIGGER messages_keep_their_id BEFORE UPDATE ON messages WHEN new.id <> old.id OR new.file_id IS NOT old.file_id OR new.batch_id IS NOT old.batch_id BEGIN
  SELECT RAISE(ABORT, 'the id, the file and the import of a message never change');
END;
CREATE TRIGGER messages_stay BEFORE DELETE ON messages
WHEN NOT EXISTS (SELECT 1 FROM import_batches WHERE id = old.batch_id AND undone_at IS NOT NULL) BEGIN
  SELECT RAISE(ABORT, 'a message is not deleted: set its triage, for example to spam');
END;
CREATE TRIGGER messages_join_applications_that_exist BEFORE UPDATE OF application_id, applicant_id ON messages BEGIN
  SELECT RAISE(ABORT, 'messages.application_id: no such application')
    WHERE new.application_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM applications WHERE id = new.application_id);
  SELECT RAISE(ABORT, 'messages.applicant_id: no such applicant')
    WHERE new.applicant_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id);
  SELECT RAISE(ABORT, 'messages.application_id: it is another applicant''s; set applicant_id with it')
    WHERE new.applicant_id <> (SELECT applicant_id FROM applications WHERE id = new.application_id);
END;
CREATE TRIGGER messages_join_the_applicant AFTER UPDATE OF application_id ON messages
WHEN new.application_id IS NOT NULL AND new.applicant_id IS NULL BEGIN
  UPDATE messages SET applicant_id = (SELECT applicant_id FROM applications WHERE id = new.application_id) WHERE id = new.id;
END;
CREATE TRIGGER messages_triage_is_checked BEFORE UPDATE OF triage ON messages WHEN new.triage <> old.triage BEGIN
  SELECT RAISE(ABORT, 'this triage needs an application: recruitdb inbox assign, or set application_id with it')
    WHERE new.triage IN ('application', 'supplement') AND new.application_id IS NULL;
  SELECT RAISE(ABORT, 'only the lab''s own mail is sent')
    WHERE (new.triage = 'sent') <> (new.direction = 'out');
END;
CREATE TRIGGER message_headers_are_not_replaced BEFORE INSERT ON message_headers BEGIN
  SELECT RAISE(ABORT, 'message_headers: this message, or the same mail, is there already')
    WHERE EXISTS (SELECT 1 FROM message_headers WHERE message_id = new.message_id OR identity = new.identity);
  SELECT RAISE(ABORT, 'message_headers.message_id: no such message')
    WHERE NOT EXISTS (SELECT 1 FROM messages WHERE id = new.message_id);
END;
CREATE TRIGGER message_headers_keep_their_identity BEFORE UPDATE ON message_headers
WHEN new.message_id <> old.message_id OR new.identity <> old.identity BEGIN
  SELECT RAISE(ABORT, 'the message and identity of headers never change: they tell the same mail again');
END;
CREATE TRIGGER message_headers_stay BEFORE DELETE ON message_headers
WHEN EXISTS (SELECT 1 FROM messages WHERE id = old.message_id) BEGIN
  SELECT RAISE(ABORT, 'headers are not deleted: they tell the same mail again');
END;
CREATE TRIGGER messages_take_their_parts_along AFTER DELETE ON messages BEGIN
  DELETE FROM message_headers WHERE message_id = old.id;
  DELETE FROM message_texts WHERE message_id = old.id;
  DELETE FROM message_attachments WHERE message_id = old.id;
END;
CREATE TRIGGER applications_with_mail_stay BEFORE DELETE ON applications
WHEN EXISTS (SELECT 1 FROM import_batches WHERE id = old.batch_id AND undone_at IS NOT NULL)
  AND EXISTS (SELECT 1 FROM messages WHERE application_id = old.id) BEGIN
  SELECT RAISE(ABORT, 'this application has mail');
END;
CREATE TRIGGER message_attachments_refer_to_rows BEFORE INSERT ON message_attachments BEGIN
  SELECT RAISE(ABORT, 'message_attachments: no such message')
    WHERE NOT EXISTS (SELECT 1 FROM messages WHERE id = new.message_id);
  SELECT RAISE(ABORT, 'message_attachments: no such file') WHERE NOT EXISTS (SELECT 1 FROM files WHERE id = new.file_id);
END;
CREATE TRIGGER messages_leave_the_inbox AFTER UPDATE OF triage ON messages
WHEN new.triage <> old.triage AND new.triage <> 'undecided' AND new.in_inbox = 1 BEGIN
  UPDATE messages SET in_inbox = 0 WHERE id = new.id;
END;

INSERT INTO data_dictionary (table_name, column_name, description, standard, personal_data) VALUES
  ('messages', 'id', 'number of the message', NULL, 'pseudonymous'),
  ('messages', 'batch_id', 'the import that brought it', NULL, 'none'),
  ('messages', 'file_id', 'the mail as it came', NULL, 'pseudonymous'),
  ('messages', 'direction', 'in, or out for the lab''s own', NULL, 'none'),
  ('messages', 'received_at', 'its date', 'RFC 5322 Date', 'none'),
  ('messages', 'date_source', 'where the date was found: header, received, envelope or none', NULL, 'none'),
  ('messages', 'triage', 'what the mail is', NULL, 'none'),
  ('messages', 'why', 'the rule that decided, or what a person must decide', NULL, 'none'),
  ('messages', 'in_inbox', '1 while a person must look at it', NULL, 'none'),
  ('messages', 'applicant_id', 'the applicant it concerns', NULL, 'pseudonymous'),
  ('messages', 'application_id', 'the application it belongs to', NULL, 'pseudonymous'),
  ('messages', 'suggested_position', 'the position it seems to be for', NULL, 'none'),
  ('messages', 'suggested_applicant_id', 'the applicant it seems to be from', NULL, 'pseudonymous'),
  ('messages', 'decided_by', 'who took it out of the inbox; NULL for the rules', NULL, 'identifying'),
  ('messages', 'joined_in_batch_id', 'the later import whose application it turned out to be about', NULL, 'none'),
  ('inbox_rules', 'id', 'number of the rule', NULL, 'none'),
  ('inbox_rules', 'sender', 'whose mail it decides: a pattern for the address in From, in lower case', NULL, 'identifying'),
  ('inbox_rules', 'triage', 'what that mail is: automatic, enquiry, spam or other', NULL, 'none'),
  ('inbox_rules', 'by_whom', 'who taught it', NULL, 'identifying'),
  ('inbox_rules', 'taught_at', 'when', 'ISO 8601, UTC', 'none'),
  ('messages', 'filed_after_merge', 'the newest of merges when it was filed', NULL, 'none'),
  ('message_headers', 'message_id', 'the message', NULL, 'pseudonymous'),
  ('message_headers', 'identity', 'the same for the same mail in any mailbox', NULL, 'identifying'),
  ('message_headers', 'header_message_id', 'its Message-ID, without <>', 'RFC 5322 Message-ID', 'identifying'),
  ('message_headers', 'sender', 'address in From', 'RFC 5322 From', 'identifying'),
  ('message_headers', 'sender_name', 'name in From', 'RFC 5322 From', 'identifying'),
  ('message_headers', 'original_sender', 'the applicant, where a lab member forwarded', 'RFC 5322 From', 'identifying'),
  ('message_headers', 'recipients', 'addresses in To and Cc', 'RFC 5322 To, Cc', 'identifying'),
  ('message_headers', 'subject', 'its subject', 'RFC 5322 Subject', 'free_text'),
  ('message_headers', 'suggested_address', 'address of who may be the applicant', 'RFC 5322 addr-spec', 'identifying'),
  ('message_headers', 'defects', 'what was broken in the mail', NULL, 'none'),
  ('message_texts', 'message_id', 'the message', NULL, 'pseudonymous'),
  ('message_texts', 'text', 'the body that a person reads', 'RFC 5322 body', 'free_text'),
  ('message_attachments', 'message_id', 'the message', NULL, 'pseudonymous'),
  ('message_attachments', 'ordinal', 'its place in the message, from 1', NULL, 'none'),
  ('message_attachments', 'file_id', 'its bytes', NULL, 'pseudonymous'),
  ('message_attachments', 'filename', 'the name that the sender gave it', 'RFC 2183 filename', 'identifying'),
  ('message_attachments', 'media_type', 'its type', 'RFC 6838', 'none'),
  ('message_attachments', 'document_type', 'what paper it is; NULL when none', NULL, 'none');
