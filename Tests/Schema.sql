-- The whole schema as a new database has it, for the eyes of a reviewer: a migration shows here as a difference.
-- Made by RECRUITDB_WRITE_SNAPSHOT=1 swift test --filter SchemaSnapshotTests; never edited, never run.

CREATE TABLE schema_migrations (
    -- Which steps of the schema this database has, one row for each.
    number       INTEGER PRIMARY KEY,   -- 1, 2, 3, ... without a gap
    name         TEXT NOT NULL,         -- the step's file, as in 0001_lab.sql
    sha256       TEXT NOT NULL,         -- of the file's text: an applied step is never edited
    applied_at   TEXT NOT NULL,         -- UTC, as in 2026-03-01T09:30:00Z
    duration_ms  INTEGER NOT NULL,      -- how long the step ran
    tool_version TEXT NOT NULL          -- the version of the program that applied it
) STRICT;

CREATE TABLE data_dictionary (
  table_name     TEXT NOT NULL,
  column_name    TEXT NOT NULL,
  description    TEXT NOT NULL,
  standard       TEXT,                    -- where the name comes from: 'RFC 5322 Message-ID', 'schema.org/JobPosting.title'
  personal_data  TEXT NOT NULL DEFAULT 'none'
                 CHECK (personal_data IN ('none', 'pseudonymous', 'identifying', 'free_text')),
  PRIMARY KEY (table_name, column_name)
) STRICT, WITHOUT ROWID;

CREATE TABLE lab (
  id           INTEGER PRIMARY KEY CHECK (id = 1),   -- one file, one lab
  name         TEXT NOT NULL,
  description  TEXT NOT NULL DEFAULT '',
  institution  TEXT,
  call         TEXT NOT NULL DEFAULT '{}'     -- what the call says of the lab beyond this, as JSON: leader, topics, the page
) STRICT;

CREATE TABLE members (
  id      INTEGER PRIMARY KEY CHECK (id > 0),
  handle  TEXT NOT NULL UNIQUE CHECK (handle <> '' AND handle NOT GLOB '*[^a-z0-9_.-]*'),  -- 'lwei': what a person types
  name    TEXT NOT NULL,
  email   TEXT NOT NULL UNIQUE COLLATE NOCASE,
  role    TEXT NOT NULL CHECK (role IN ('pi', 'admin', 'reviewer', 'member')),
  active  INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE lab_addresses (             -- the lab's other addresses and lists: mail from here is no applicant's
  address  TEXT PRIMARY KEY COLLATE NOCASE CHECK (address LIKE '%_@_%')
) STRICT, WITHOUT ROWID;

CREATE TABLE privacy_notices (           -- what applicants are told about their data
  version       TEXT PRIMARY KEY,
  language      TEXT NOT NULL DEFAULT 'en',
  body          TEXT NOT NULL,
  effective_on  TEXT CHECK (effective_on IS NULL OR date(effective_on, '+0 days') IS effective_on)
) STRICT;

CREATE TABLE questions (                 -- what the call asks each applicant
  code     TEXT PRIMARY KEY,
  ordinal  INTEGER NOT NULL,
  text     TEXT NOT NULL,
  type     TEXT NOT NULL DEFAULT 'text'
) STRICT;

CREATE TABLE intakes (
  code           TEXT PRIMARY KEY
                 CHECK (code GLOB '[0-9][0-9][0-9][0-9]-spring' OR code GLOB '[0-9][0-9][0-9][0-9]-fall'),
  academic_year  TEXT NOT NULL CHECK (academic_year GLOB '[0-9][0-9][0-9][0-9]/[0-9][0-9]'),      -- '2027/28'
  starts_on      TEXT NOT NULL CHECK (date(starts_on, '+0 days') IS starts_on),
  opens_on       TEXT CHECK (opens_on IS NULL OR date(opens_on, '+0 days') IS opens_on),
  closes_on      TEXT CHECK (closes_on IS NULL OR date(closes_on, '+0 days') IS closes_on),
  CHECK (closes_on >= opens_on)
) STRICT;

CREATE TRIGGER intakes_in_use_keep_their_code BEFORE UPDATE OF code ON intakes
WHEN new.code <> old.code AND EXISTS (SELECT 1 FROM applications WHERE intake = old.code) BEGIN
  SELECT RAISE(ABORT, 'this intake has applications: its code never changes');
END;

CREATE TRIGGER intakes_in_use_stay BEFORE DELETE ON intakes WHEN EXISTS (SELECT 1 FROM applications WHERE intake = old.code) BEGIN
  SELECT RAISE(ABORT, 'this intake has applications');
END;

CREATE TABLE position_types (
  code   TEXT PRIMARY KEY,
  label  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE document_types (
  code   TEXT PRIMARY KEY,
  label  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE positions (
  id                INTEGER PRIMARY KEY CHECK (id > 0),
  slug              TEXT NOT NULL UNIQUE CHECK (slug <> '' AND slug NOT GLOB '*[^a-z0-9-]*'),
  title             TEXT NOT NULL,
  position_type     TEXT NOT NULL REFERENCES position_types (code),
  status            TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('draft', 'open', 'paused', 'closed', 'filled')),
  description       TEXT NOT NULL DEFAULT '',
  min_months        INTEGER CHECK (min_months > 0),                       -- the least stay
  remote_allowed    INTEGER NOT NULL DEFAULT 0 CHECK (remote_allowed IN (0, 1)),
  contact           TEXT,                                                 -- a member's handle
  date_posted_on    TEXT CHECK (date_posted_on IS NULL OR date(date_posted_on, '+0 days') IS date_posted_on),
  valid_through_on  TEXT CHECK (valid_through_on IS NULL OR date(valid_through_on, '+0 days') IS valid_through_on),
  CHECK (valid_through_on >= date_posted_on)
) STRICT;

CREATE TRIGGER positions_are_not_replaced BEFORE INSERT ON positions
WHEN EXISTS (SELECT 1 FROM positions WHERE id = new.id OR slug = new.slug) BEGIN
  SELECT RAISE(ABORT, 'a position with this id or slug is there already: use UPDATE');
END;

CREATE TRIGGER positions_keep_their_id BEFORE UPDATE ON positions
WHEN new.id <> old.id OR (new.slug <> old.slug AND EXISTS (SELECT 1 FROM positions WHERE slug = new.slug AND id <> old.id)) BEGIN
  SELECT RAISE(ABORT, 'the id of a position never changes, and its slug is its own');
END;

CREATE TRIGGER positions_take_their_rows_along AFTER DELETE ON positions BEGIN
  DELETE FROM position_keywords WHERE position_id = old.id;
  DELETE FROM position_intakes WHERE position_id = old.id;
  DELETE FROM position_requirements WHERE position_id = old.id;
  DELETE FROM position_documents WHERE position_id = old.id;
  DELETE FROM position_scholarships WHERE position_id = old.id;
END;

CREATE TRIGGER positions_with_applications_stay BEFORE DELETE ON positions
WHEN EXISTS (SELECT 1 FROM applications WHERE position_id = old.id) BEGIN
  SELECT RAISE(ABORT, 'this position has applications: set its status to closed');
END;

CREATE TABLE position_keywords (         -- words in a subject that name the position
  keyword      TEXT PRIMARY KEY CHECK (trim(keyword) <> ''),              -- a word names one position
  position_id  INTEGER NOT NULL REFERENCES positions (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE position_intakes (
  position_id  INTEGER NOT NULL REFERENCES positions (id) ON DELETE CASCADE,
  intake       TEXT NOT NULL REFERENCES intakes (code),
  openings     INTEGER CHECK (openings > 0),
  PRIMARY KEY (position_id, intake)
) STRICT, WITHOUT ROWID;

CREATE TABLE position_requirements (
  id               INTEGER PRIMARY KEY CHECK (id > 0),
  position_id      INTEGER NOT NULL REFERENCES positions (id) ON DELETE CASCADE,
  ordinal          INTEGER NOT NULL CHECK (ordinal > 0),
  necessity        TEXT NOT NULL CHECK (necessity IN ('must', 'preferred')),
  category         TEXT NOT NULL CHECK (category IN
                   ('education', 'skill', 'experience', 'publication', 'language', 'attribute', 'availability')),
  statement        TEXT NOT NULL,                                         -- the sentence of the call, word for word
  weight           REAL NOT NULL DEFAULT 1 CHECK (weight > 0),
  min_isced_level  INTEGER CHECK (min_isced_level BETWEEN 0 AND 8),
  search_hint      TEXT,                                                  -- words that find lines which may answer it
  UNIQUE (position_id, ordinal)
) STRICT;

CREATE TABLE position_documents (        -- the checklist behind missing_documents
  position_id    INTEGER NOT NULL REFERENCES positions (id) ON DELETE CASCADE,
  document_type  TEXT NOT NULL REFERENCES document_types (code),
  required       INTEGER NOT NULL DEFAULT 1 CHECK (required IN (0, 1)),
  PRIMARY KEY (position_id, document_type)
) STRICT, WITHOUT ROWID;

CREATE TABLE stages (
  code          TEXT PRIMARY KEY,
  label         TEXT NOT NULL,
  ordinal       INTEGER NOT NULL UNIQUE,
  outcome       TEXT NOT NULL CHECK (outcome IN ('open', 'success', 'unsuccessful', 'withdrawn')),
  promise_days  INTEGER CHECK (promise_days > 0)      -- NULL: nothing is promised
) STRICT, WITHOUT ROWID;

CREATE TRIGGER stages_are_not_replaced BEFORE INSERT ON stages
WHEN EXISTS (SELECT 1 FROM stages WHERE code = new.code OR ordinal = new.ordinal) BEGIN
  SELECT RAISE(ABORT, 'a stage with this code or ordinal is there already: use UPDATE');
END;

CREATE TRIGGER stages_in_use_stay BEFORE DELETE ON stages
WHEN EXISTS (SELECT 1 FROM stage_history WHERE old.code IN (from_stage, to_stage))
  OR EXISTS (SELECT 1 FROM stage_transitions WHERE old.code IN (from_stage, to_stage)) BEGIN
  SELECT RAISE(ABORT, 'this stage is part of a history or of stage_transitions');
END;

CREATE TRIGGER stages_keep_their_code BEFORE UPDATE OF code, ordinal ON stages
WHEN new.code <> old.code OR EXISTS (SELECT 1 FROM stages WHERE ordinal = new.ordinal AND code <> old.code) BEGIN
  SELECT RAISE(ABORT, 'the code of a stage never changes, and its ordinal is its own');
END;

CREATE TABLE stage_transitions (
  from_stage    TEXT NOT NULL REFERENCES stages (code),
  to_stage      TEXT NOT NULL REFERENCES stages (code),
  actor         TEXT NOT NULL CHECK (actor IN ('lab', 'university', 'applicant', 'clock')),
  needs_reason  INTEGER NOT NULL DEFAULT 0 CHECK (needs_reason IN (0, 1)),
  PRIMARY KEY (from_stage, to_stage)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_reasons (          -- why an application came to a stage
  code            TEXT PRIMARY KEY,
  to_stage        TEXT NOT NULL REFERENCES stages (code),    -- the stage that it explains
  label           TEXT NOT NULL,                             -- wording inside the lab
  applicant_text  TEXT                                       -- wording that may be sent
) STRICT, WITHOUT ROWID;

CREATE TRIGGER decision_reasons_in_use_stay BEFORE DELETE ON decision_reasons
WHEN EXISTS (SELECT 1 FROM stage_history WHERE reason = old.code) BEGIN
  SELECT RAISE(ABORT, 'this reason is part of a history');
END;

CREATE TRIGGER decision_reasons_keep_their_code BEFORE UPDATE OF code, to_stage ON decision_reasons
WHEN (new.code <> old.code OR new.to_stage <> old.to_stage)
  AND EXISTS (SELECT 1 FROM stage_history WHERE reason IN (old.code, new.code)) BEGIN
  SELECT RAISE(ABORT, 'this reason is part of a history: only its words change');
END;

CREATE TABLE import_batches (
  id           INTEGER PRIMARY KEY CHECK (id > 0),
  kind         TEXT NOT NULL CHECK (kind IN ('call', 'mail', 'csv', 'resume')),
  imported_at  TEXT NOT NULL,
  finished_at  TEXT,                     -- NULL: interrupted; the next run from the same source goes on
  by_whom      TEXT NOT NULL,
  added        INTEGER NOT NULL DEFAULT 0 CHECK (added >= 0),
  undone_at    TEXT,                     -- once it is set, the rows of the batch may be deleted
  undone_by    TEXT,
  CHECK ((undone_at IS NULL) = (undone_by IS NULL))
) STRICT;

CREATE TRIGGER import_batches_are_not_replaced BEFORE INSERT ON import_batches
WHEN EXISTS (SELECT 1 FROM import_batches WHERE id = new.id) BEGIN
  SELECT RAISE(ABORT, 'an import with this id is there already');
END;

CREATE TRIGGER import_batches_keep_their_id BEFORE UPDATE ON import_batches
WHEN new.id <> old.id OR new.kind <> old.kind
  OR (old.undone_at IS NOT NULL AND new.undone_at IS NOT old.undone_at) BEGIN
  SELECT RAISE(ABORT, 'the id and the kind of an import never change, and one that was undone stays undone');
END;

CREATE TRIGGER import_batches_stay BEFORE DELETE ON import_batches BEGIN
  SELECT RAISE(ABORT, 'an import is not deleted: recruitdb import undo takes back what it added');
END;

CREATE TABLE import_batch_sources (
  batch_id  INTEGER PRIMARY KEY REFERENCES import_batches (id) ON DELETE CASCADE,
  source    TEXT NOT NULL                -- the path that was given
) STRICT;

CREATE TABLE import_call_changes (        -- what a call changed, so that it can be taken back
  batch_id     INTEGER NOT NULL REFERENCES import_batches (id),
  table_name   TEXT NOT NULL,
  row_key      TEXT NOT NULL,            -- the primary key, as JSON
  column_name  TEXT NOT NULL,
  change       TEXT NOT NULL CHECK (change IN ('added', 'changed', 'removed')),   -- what became of the row
  before       ANY,
  after        ANY,
  PRIMARY KEY (batch_id, table_name, row_key, column_name)
) STRICT, WITHOUT ROWID;

CREATE TABLE files (
  id           INTEGER PRIMARY KEY CHECK (id > 0),
  byte_size    INTEGER NOT NULL CHECK (byte_size >= 0),
  text_status  TEXT NOT NULL DEFAULT 'none' CHECK (text_status IN
               ('none', 'pending', 'extracted', 'no_text', 'unsupported', 'failed')),   -- none: not a paper, nobody reads it
  text_tool    TEXT,                     -- what made the text, with its version, so that it can be made again
  text_error   TEXT,                     -- why there is no text
  batch_id     INTEGER REFERENCES import_batches (id)              -- the import that brought the bytes first
) STRICT;

CREATE INDEX files_by_batch ON files (batch_id);

CREATE INDEX files_by_text_status ON files (text_status) WHERE text_status IN ('pending', 'failed');

CREATE TRIGGER files_have_an_identity BEFORE INSERT ON files
WHEN EXISTS (SELECT 1 FROM files WHERE id = new.id) BEGIN
  SELECT RAISE(ABORT, 'a file with this id is there already');
END;

CREATE TRIGGER files_in_use_stay BEFORE DELETE ON files
WHEN EXISTS (SELECT 1 FROM documents WHERE file_id = old.id) OR EXISTS (SELECT 1 FROM messages WHERE file_id = old.id)
  OR EXISTS (SELECT 1 FROM message_attachments WHERE file_id = old.id) BEGIN
  SELECT RAISE(ABORT, 'this file is a paper or a mail of somebody');
END;

CREATE TRIGGER files_keep_their_bytes BEFORE UPDATE ON files WHEN new.id <> old.id OR new.byte_size <> old.byte_size BEGIN
  SELECT RAISE(ABORT, 'the id and the bytes of a file never change');
END;

CREATE TRIGGER files_take_their_text_along AFTER DELETE ON files BEGIN
  DELETE FROM document_pages WHERE file_id = old.id;
  DELETE FROM file_hashes WHERE file_id = old.id;
END;

CREATE TABLE file_hashes (               -- apart from files: a hash tells whether a known paper is here
  file_id  INTEGER PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE,
  sha256   TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE TRIGGER file_hashes_are_fixed BEFORE UPDATE ON file_hashes BEGIN
  SELECT RAISE(ABORT, 'the hash of a file never changes: it names the bytes in the folder');
END;

CREATE TRIGGER file_hashes_are_not_replaced BEFORE INSERT ON file_hashes BEGIN
  SELECT RAISE(ABORT, 'file_hashes: this file has a hash already, or this hash a file')
    WHERE EXISTS (SELECT 1 FROM file_hashes WHERE file_id = new.file_id OR sha256 = new.sha256);
  SELECT RAISE(ABORT, 'file_hashes.file_id: no such file') WHERE NOT EXISTS (SELECT 1 FROM files WHERE id = new.file_id);
END;

CREATE TRIGGER file_hashes_stay BEFORE DELETE ON file_hashes WHEN EXISTS (SELECT 1 FROM files WHERE id = old.file_id) BEGIN
  SELECT RAISE(ABORT, 'the hash of a file is not deleted: it names the bytes in the folder');
END;

CREATE TABLE document_pages (
  id       INTEGER PRIMARY KEY CHECK (id > 0),
  file_id  INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  page     INTEGER NOT NULL CHECK (page > 0),
  text     TEXT NOT NULL,                -- NFKC, LF line ends, no control characters but tab and line end
  UNIQUE (file_id, page)
) STRICT;

CREATE TRIGGER document_pages_are_not_replaced BEFORE INSERT ON document_pages BEGIN
  SELECT RAISE(ABORT, 'this page has its text already: quotes point into it')
    WHERE EXISTS (SELECT 1 FROM document_pages WHERE id = new.id OR (file_id = new.file_id AND page = new.page));
  SELECT RAISE(ABORT, 'document_pages.file_id: no such file') WHERE NOT EXISTS (SELECT 1 FROM files WHERE id = new.file_id);
END;

CREATE TRIGGER document_pages_leave_the_index AFTER DELETE ON document_pages BEGIN
  DELETE FROM document_fts WHERE rowid = old.id;
END;

CREATE TRIGGER document_pages_text_is_fixed BEFORE UPDATE ON document_pages
WHEN new.text IS NOT old.text OR new.file_id <> old.file_id OR new.page <> old.page OR new.id <> old.id BEGIN
  SELECT RAISE(ABORT, 'the text of a paper is not edited: quotes point into it');
END;

CREATE VIRTUAL TABLE document_fts USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE reference_numbers (         -- the last number given, by kind: 'P', 'A-2027'; never given twice
  series  TEXT PRIMARY KEY,
  last    INTEGER NOT NULL CHECK (last BETWEEN 1 AND 999999999)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER reference_numbers_are_not_replaced BEFORE INSERT ON reference_numbers
WHEN EXISTS (SELECT 1 FROM reference_numbers WHERE series = new.series AND last > new.last) BEGIN
  SELECT RAISE(ABORT, 'reference_numbers only grow: a ref is never given twice');
END;

CREATE TRIGGER reference_numbers_grow BEFORE UPDATE ON reference_numbers
WHEN new.series <> old.series OR new.last < old.last BEGIN
  SELECT RAISE(ABORT, 'reference_numbers only grow: a ref is never given twice');
END;

CREATE TRIGGER reference_numbers_stay BEFORE DELETE ON reference_numbers BEGIN
  SELECT RAISE(ABORT, 'reference_numbers only grow: a ref is never given twice');
END;

CREATE TABLE applicants (
  id             INTEGER PRIMARY KEY CHECK (id > 0),
  ref            TEXT NOT NULL UNIQUE                       -- 'P-0041'
                 CHECK (ref GLOB 'P-[0-9]*' AND substr(ref, 3) NOT GLOB '*[^0-9]*' AND length(ref) <= 11),
  first_seen_at  TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', first_seen_at, '+0 seconds') IS first_seen_at),
  merged_into    INTEGER REFERENCES applicants (id)         -- who this one turned out to be: recruitdb merge
                 CHECK (merged_into <> id),
  person_id      INTEGER GENERATED ALWAYS AS (coalesce(merged_into, id)) VIRTUAL,  -- the person, whom views name
  edited_at      TEXT,                                      -- when the name or an address was last changed by hand
  batch_id       INTEGER REFERENCES import_batches (id)     -- the import that brought the person
) STRICT;

CREATE INDEX applicants_by_batch ON applicants (batch_id);

CREATE INDEX applicants_by_merge ON applicants (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX applicants_by_person ON applicants (person_id);

CREATE TRIGGER applicants_are_not_replaced BEFORE INSERT ON applicants
WHEN EXISTS (SELECT 1 FROM applicants WHERE id = new.id OR ref = new.ref) BEGIN
  SELECT RAISE(ABORT, 'an applicant with this id or ref is there already: use UPDATE');
END;

CREATE TRIGGER applicants_are_numbered AFTER INSERT ON applicants BEGIN
  INSERT INTO reference_numbers (series, last) SELECT 'P', max(1, CAST(substr(new.ref, 3) AS INTEGER))
    WHERE NOT EXISTS (SELECT 1 FROM reference_numbers WHERE series = 'P' AND last >= CAST(substr(new.ref, 3) AS INTEGER))
    ON CONFLICT (series) DO UPDATE SET last = excluded.last;
END;

CREATE TRIGGER applicants_begin_as_themselves BEFORE INSERT ON applicants WHEN new.merged_into IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a new applicant is not merged yet: recruitdb merge');
END;

CREATE TRIGGER applicants_follow_merges BEFORE UPDATE OF merged_into ON applicants
WHEN new.merged_into IS NOT old.merged_into BEGIN
  SELECT RAISE(ABORT, 'applicants.merged_into follows merges: recruitdb merge and unmerge change it')
    WHERE coalesce(new.merged_into, old.id) IS NOT (
      WITH RECURSIVE above (id, step) AS (
        SELECT old.id, 0
        UNION ALL
        SELECT m.kept_id, above.step + 1 FROM above JOIN merges m ON m.merged_id = above.id AND m.undone_at IS NULL
        WHERE above.step < 100000)
      SELECT id FROM above ORDER BY step DESC LIMIT 1);
END;

CREATE TRIGGER applicants_in_a_merge_stay BEFORE DELETE ON applicants
WHEN EXISTS (SELECT 1 FROM merges WHERE merged_id = old.id AND undone_at IS NULL)
  OR EXISTS (SELECT 1 FROM merges WHERE kept_id = old.id AND undone_at IS NULL) BEGIN
  SELECT RAISE(ABORT, 'this applicant is merged with another one: recruitdb unmerge');
END;

CREATE TRIGGER applicants_keep_their_ref BEFORE UPDATE ON applicants      -- any: rowid is another name of id
WHEN new.id <> old.id OR new.ref <> old.ref BEGIN
  SELECT RAISE(ABORT, 'the id and ref of an applicant never change: people quote them');
END;

CREATE TRIGGER applicants_merge_into_a_person BEFORE UPDATE OF merged_into ON applicants WHEN new.merged_into IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'applicants.merged_into: no such applicant')
    WHERE NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.merged_into);
  SELECT RAISE(ABORT, 'applicants.merged_into: that one is merged into somebody; name the person')
    WHERE (SELECT merged_into FROM applicants WHERE id = new.merged_into) IS NOT NULL;
  SELECT RAISE(ABORT, 'applicants.merged_into: others are merged into this one; recruitdb merge takes them along')
    WHERE EXISTS (SELECT 1 FROM applicants WHERE person_id = old.id AND id <> old.id);
END;

CREATE TRIGGER applicants_take_their_merges_along AFTER DELETE ON applicants BEGIN
  DELETE FROM merges WHERE kept_id = old.id;
  DELETE FROM merges WHERE merged_id = old.id;
  DELETE FROM distinct_applicants WHERE applicant_id = old.id;
  DELETE FROM distinct_applicants WHERE other_id = old.id;
END;

CREATE TRIGGER applicants_take_their_name_keys_along AFTER DELETE ON applicants BEGIN
  DELETE FROM applicant_name_keys WHERE applicant_id = old.id;
END;

CREATE TRIGGER applicants_take_their_names_along AFTER DELETE ON applicants BEGIN
  DELETE FROM applicant_names WHERE applicant_id = old.id;
  DELETE FROM applicant_aliases WHERE applicant_id = old.id;
  DELETE FROM applicant_emails WHERE applicant_id = old.id;
  DELETE FROM applicant_phones WHERE applicant_id = old.id;
  DELETE FROM applicant_profiles WHERE applicant_id = old.id;
END;

CREATE TRIGGER applicants_with_applications_stay BEFORE DELETE ON applicants
WHEN EXISTS (SELECT 1 FROM applications WHERE applicant_id = old.id) BEGIN
  SELECT RAISE(ABORT, 'this applicant has applications');
END;

CREATE TRIGGER applicants_with_others_in_them_stay BEFORE DELETE ON applicants
WHEN EXISTS (SELECT 1 FROM applicants WHERE person_id = old.id AND id <> old.id) BEGIN
  SELECT RAISE(ABORT, 'others are merged into this applicant: recruitdb unmerge');
END;

CREATE TRIGGER applicants_with_papers_stay BEFORE DELETE ON applicants
WHEN EXISTS (SELECT 1 FROM documents WHERE applicant_id = old.id) OR EXISTS (SELECT 1 FROM messages WHERE old.id IN (applicant_id, suggested_applicant_id)) BEGIN
  SELECT RAISE(ABORT, 'this applicant has papers or mail');
END;

CREATE TABLE applicant_names (
  applicant_id  INTEGER PRIMARY KEY REFERENCES applicants (id) ON DELETE CASCADE,
  name          TEXT NOT NULL CHECK (trim(name) <> ''),  -- as the person writes it
  given_name    TEXT,
  family_name   TEXT,
  native_name   TEXT,                                    -- 陳大文
  batch_id      INTEGER REFERENCES import_batches (id)   -- the import that brought the name
) STRICT;

CREATE INDEX applicant_names_by_batch ON applicant_names (batch_id);

CREATE TRIGGER applicant_name_keys_follow_the_name AFTER UPDATE OF name, given_name, family_name, native_name ON applicant_names BEGIN
  DELETE FROM applicant_name_keys WHERE applicant_id = new.applicant_id;
END;

CREATE TRIGGER applicant_name_keys_go_with_the_name AFTER DELETE ON applicant_names BEGIN
  DELETE FROM applicant_name_keys WHERE applicant_id = old.applicant_id;
END;

CREATE TRIGGER applicant_names_are_edited AFTER UPDATE ON applicant_names BEGIN
  UPDATE applicants SET edited_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = new.applicant_id;
END;

CREATE TRIGGER applicant_names_have_an_applicant BEFORE INSERT ON applicant_names
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_names.applicant_id: no such applicant');
END;

CREATE TRIGGER applicant_names_stay_with_the_applicant BEFORE UPDATE ON applicant_names
WHEN new.applicant_id <> old.applicant_id BEGIN
  SELECT RAISE(ABORT, 'applicant_names.applicant_id: a name stays with its applicant');
END;

CREATE TABLE applicant_aliases (         -- other ways in which the person's mail writes the name
  applicant_id  INTEGER NOT NULL REFERENCES applicants (id) ON DELETE CASCADE,
  name          TEXT NOT NULL CHECK (trim(name) <> ''),
  batch_id      INTEGER REFERENCES import_batches (id),
  PRIMARY KEY (applicant_id, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX applicant_aliases_by_batch ON applicant_aliases (batch_id);

CREATE TRIGGER applicant_aliases_go_to_an_applicant BEFORE UPDATE OF applicant_id ON applicant_aliases
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_aliases.applicant_id: no such applicant');
END;

CREATE TRIGGER applicant_aliases_have_an_applicant BEFORE INSERT ON applicant_aliases
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_aliases.applicant_id: no such applicant');
END;

CREATE TRIGGER applicant_name_keys_follow_a_new_alias AFTER INSERT ON applicant_aliases BEGIN
  DELETE FROM applicant_name_keys WHERE applicant_id = new.applicant_id;
END;

CREATE TRIGGER applicant_name_keys_follow_an_alias AFTER UPDATE ON applicant_aliases BEGIN
  DELETE FROM applicant_name_keys WHERE applicant_id IN (old.applicant_id, new.applicant_id);
END;

CREATE TRIGGER applicant_name_keys_go_with_an_alias AFTER DELETE ON applicant_aliases BEGIN
  DELETE FROM applicant_name_keys WHERE applicant_id = old.applicant_id;
END;

CREATE TABLE applicant_emails (          -- couples and agents share an address: it may stand with several people
  applicant_id  INTEGER NOT NULL REFERENCES applicants (id) ON DELETE CASCADE,
  email         TEXT NOT NULL COLLATE NOCASE CHECK (email LIKE '%_@_%' AND trim(email) = email),
  is_primary    INTEGER NOT NULL DEFAULT 0 CHECK (is_primary IN (0, 1)),
  batch_id      INTEGER REFERENCES import_batches (id),
  email_key     TEXT GENERATED ALWAYS AS (                   -- the mailbox, where others of its addresses look different:
    CASE WHEN instr(email, '+') > 1 OR lower(substr(email, instr(email, '@'))) IN    -- ada+hkust@, a.da@ and ada@ of Gmail
      ('@gmail.com', '@googlemail.com', '@vip.qq.com', '@me.com', '@mac.com', '@protonmail.com', '@pm.me')
    THEN nullif(lower(
      replace(substr(email, 1, iif(instr(email, '+') BETWEEN 2 AND instr(email, '@'), instr(email, '+'), instr(email, '@')) - 1),
              iif(lower(substr(email, instr(email, '@'))) IN ('@gmail.com', '@googlemail.com'), '.', ''), '') ||
      CASE lower(substr(email, instr(email, '@')))
        WHEN '@googlemail.com' THEN '@gmail.com' WHEN '@vip.qq.com' THEN '@qq.com'
        WHEN '@me.com' THEN '@icloud.com' WHEN '@mac.com' THEN '@icloud.com'
        WHEN '@protonmail.com' THEN '@proton.me' WHEN '@pm.me' THEN '@proton.me'
        ELSE substr(email, instr(email, '@'))
      END), lower(email)) END) VIRTUAL,
  institution   TEXT GENERATED ALWAYS AS (                   -- stu.pku.edu.cn and pku.edu.cn are one: the first word goes,
    lower(substr(email, instr(email, '@') + 1 + iif(         -- unless what stays is nobody's name
      email GLOB '*@*.*.*'
        AND substr(substr(email, instr(email, '@')), instr(substr(email, instr(email, '@')), '.') + 1, 4)
            NOT IN ('edu.', 'com.', 'org.', 'gov.', 'net.', 'exam')
        AND substr(substr(email, instr(email, '@')), instr(substr(email, instr(email, '@')), '.') + 1, 3)
            NOT IN ('ac.', 'co.', 'go.', 'ne.', 'or.', 're.'),
      instr(substr(email, instr(email, '@') + 1), '.'), 0)))) STORED,
  PRIMARY KEY (applicant_id, email)
) STRICT, WITHOUT ROWID;

CREATE INDEX applicant_emails_by_batch ON applicant_emails (batch_id);

CREATE INDEX applicant_emails_by_email ON applicant_emails (email);

CREATE INDEX applicant_emails_by_key ON applicant_emails (email_key) WHERE email_key IS NOT NULL;

CREATE UNIQUE INDEX applicant_emails_one_primary ON applicant_emails (applicant_id) WHERE is_primary = 1;

CREATE TRIGGER applicant_emails_are_edited AFTER UPDATE ON applicant_emails BEGIN
  UPDATE applicants SET edited_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = new.applicant_id;
END;

CREATE TRIGGER applicant_emails_are_taken_away AFTER DELETE ON applicant_emails
WHEN NOT EXISTS (SELECT 1 FROM import_batches WHERE id = old.batch_id AND undone_at IS NOT NULL) BEGIN
  UPDATE applicants SET edited_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = old.applicant_id;
END;

CREATE TRIGGER applicant_emails_go_to_an_applicant BEFORE UPDATE OF applicant_id ON applicant_emails
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_emails.applicant_id: no such applicant');
END;

CREATE TRIGGER applicant_emails_have_an_applicant BEFORE INSERT ON applicant_emails
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_emails.applicant_id: no such applicant');
END;

CREATE TABLE applicant_phones (
  applicant_id  INTEGER NOT NULL REFERENCES applicants (id) ON DELETE CASCADE,
  phone         TEXT NOT NULL CHECK (phone GLOB '*[0-9]*'),   -- as the person writes it
  batch_id      INTEGER REFERENCES import_batches (id),
  digits        TEXT GENERATED ALWAYS AS (ltrim(             -- its digits, without the zeros of trunk and exchange
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(phone, '(0)', ''), ' ', ''), '-', ''),
      '(', ''), ')', ''), '+', ''), '.', ''), '/', ''), char(160), ''), char(8209), ''), '0')) VIRTUAL,
  PRIMARY KEY (applicant_id, phone)
) STRICT, WITHOUT ROWID;

CREATE INDEX applicant_phones_by_batch ON applicant_phones (batch_id);

CREATE INDEX applicant_phones_by_end ON applicant_phones (substr(digits, -8)) WHERE length(digits) >= 7;

CREATE TRIGGER applicant_phones_go_to_an_applicant BEFORE UPDATE OF applicant_id ON applicant_phones
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_phones.applicant_id: no such applicant');
END;

CREATE TRIGGER applicant_phones_have_an_applicant BEFORE INSERT ON applicant_phones
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_phones.applicant_id: no such applicant');
END;

CREATE TABLE applicant_profiles (        -- accounts elsewhere: an ORCID, a page of publications
  applicant_id  INTEGER NOT NULL REFERENCES applicants (id) ON DELETE CASCADE,
  network       TEXT NOT NULL CHECK (network <> '' AND network = lower(network)),           -- 'orcid'
  username      TEXT NOT NULL CHECK (trim(username) <> ''),
  url           TEXT,
  batch_id      INTEGER REFERENCES import_batches (id),
  orcid         TEXT GENERATED ALWAYS AS (                   -- its sixteen digits, however they are written
    CASE network WHEN 'orcid' THEN substr(replace(upper(rtrim(username, '/ ')), '-', ''), -16) END) VIRTUAL,
  PRIMARY KEY (applicant_id, network, username)
) STRICT, WITHOUT ROWID;

CREATE INDEX applicant_profiles_by_batch ON applicant_profiles (batch_id);

CREATE INDEX applicant_profiles_by_orcid ON applicant_profiles (orcid) WHERE orcid IS NOT NULL;

CREATE TRIGGER applicant_profiles_go_to_an_applicant BEFORE UPDATE OF applicant_id ON applicant_profiles
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_profiles.applicant_id: no such applicant');
END;

CREATE TRIGGER applicant_profiles_have_an_applicant BEFORE INSERT ON applicant_profiles
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_profiles.applicant_id: no such applicant');
END;

CREATE TABLE applications (
  id            INTEGER PRIMARY KEY CHECK (id > 0),
  ref           TEXT NOT NULL UNIQUE CHECK (ref GLOB 'A-[0-9][0-9][0-9][0-9]-[0-9]*' AND substr(ref, 8) NOT GLOB '*[^0-9]*'
                                            AND length(ref) <= 16),
  applicant_id  INTEGER NOT NULL REFERENCES applicants (id),
  position_id   INTEGER NOT NULL REFERENCES positions (id),
  intake        TEXT REFERENCES intakes (code),                    -- NULL: not known
  received_at   TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', received_at, '+0 seconds') IS received_at),
  source        TEXT NOT NULL CHECK (source IN ('email', 'forward', 'form', 'csv', 'manual')),
  stage         TEXT NOT NULL DEFAULT 'received' REFERENCES stages (code),
  stage_at      TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', stage_at, '+0 seconds') IS stage_at),
                                                                   -- leave it: a move sets it to now
  stage_reason  TEXT REFERENCES decision_reasons (code),           -- write it with the stage where one is needed
  stage_by      TEXT,                                              -- who moves; write it with the stage, the history keeps it
  batch_id      INTEGER REFERENCES import_batches (id),            -- the import that it came with
  filed_after_merge INTEGER                                        -- the newest of merges when it came: unmerge asks about it
) STRICT;

CREATE INDEX applications_by_batch ON applications (batch_id);

CREATE INDEX applications_by_position ON applications (position_id, received_at);

CREATE INDEX applications_by_stage ON applications (stage, position_id);

CREATE UNIQUE INDEX applications_one_per_intake ON applications (applicant_id, position_id, coalesce(intake, ''));

CREATE TRIGGER applications_agree_with_history BEFORE UPDATE OF stage_at, stage_reason ON applications
WHEN new.stage IS old.stage AND (new.stage_at IS NOT old.stage_at OR new.stage_reason IS NOT old.stage_reason) BEGIN
  SELECT RAISE(ABORT, 'stage_at and stage_reason change together with the stage only')
    WHERE (new.stage_at, new.stage_reason)
      IS NOT (SELECT at, reason FROM stage_history WHERE application_id = old.id ORDER BY id DESC LIMIT 1);
END;

CREATE TRIGGER applications_begin AFTER INSERT ON applications BEGIN
  INSERT INTO reference_numbers (series, last) SELECT substr(new.ref, 1, 6), max(1, CAST(substr(new.ref, 8) AS INTEGER))
    WHERE NOT EXISTS (SELECT 1 FROM reference_numbers
                      WHERE series = substr(new.ref, 1, 6) AND last >= CAST(substr(new.ref, 8) AS INTEGER))
    ON CONFLICT (series) DO UPDATE SET last = excluded.last;
  INSERT INTO stage_history (application_id, from_stage, to_stage, at, by_whom)
    VALUES (new.id, NULL, new.stage, new.stage_at, coalesce(new.stage_by, 'sql'));
  UPDATE applications SET stage_by = NULL WHERE id = new.id AND stage_by IS NOT NULL;
END;

CREATE TRIGGER applications_keep_their_ref BEFORE UPDATE ON applications    -- any: rowid is another name of id
WHEN new.id <> old.id OR new.ref <> old.ref OR new.batch_id IS NOT old.batch_id BEGIN
  SELECT RAISE(ABORT, 'the id, ref and import of an application never change: people quote them');
END;

CREATE TRIGGER applications_move BEFORE UPDATE OF stage ON applications WHEN new.stage IS NOT old.stage BEGIN
  SELECT RAISE(ABORT, 'no such stage: SELECT code FROM stages lists them')
    WHERE NOT EXISTS (SELECT 1 FROM stages WHERE code = new.stage);
  SELECT RAISE(ABORT, 'this stage change is not allowed: SELECT * FROM stage_transitions lists those that are')
    WHERE NOT EXISTS (SELECT 1 FROM stage_transitions WHERE from_stage = old.stage AND to_stage = new.stage);
  SELECT RAISE(ABORT, 'this stage change needs a stage_reason: SELECT code, to_stage FROM decision_reasons lists them')
    WHERE (new.stage_reason IS NULL OR new.stage_reason IS old.stage_reason)
      AND (SELECT needs_reason FROM stage_transitions WHERE from_stage = old.stage AND to_stage = new.stage) = 1;
  SELECT RAISE(ABORT, 'this stage_reason explains another stage: SELECT code, to_stage FROM decision_reasons lists them')
    WHERE new.stage_reason IS NOT NULL AND new.stage_reason IS NOT old.stage_reason
      AND NOT EXISTS (SELECT 1 FROM decision_reasons WHERE code = new.stage_reason AND to_stage = new.stage);
  SELECT RAISE(ABORT, 'stage_at lies before the last stage change, or after today: leave it, it is set to now')
    WHERE new.stage_at <> old.stage_at AND (new.stage_at < old.stage_at OR julianday(new.stage_at) > julianday('now', '+1 day'));
END;

CREATE TRIGGER applications_move_by_somebody BEFORE UPDATE OF stage_by ON applications
WHEN new.stage IS old.stage AND new.stage_by IS NOT NULL AND new.stage_by IS NOT old.stage_by BEGIN
  SELECT RAISE(ABORT, 'stage_by is written together with the stage only');
END;

CREATE TRIGGER applications_moved AFTER UPDATE OF stage ON applications WHEN new.stage IS NOT old.stage BEGIN
  INSERT INTO stage_history (application_id, from_stage, to_stage, at, by_whom, reason) VALUES (
    new.id, old.stage, new.stage,
    CASE WHEN new.stage_at <> old.stage_at THEN new.stage_at
         ELSE max(old.stage_at, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')) END,
    coalesce(new.stage_by, 'sql'),
    CASE WHEN new.stage_reason IS NOT old.stage_reason THEN new.stage_reason END);
  UPDATE applications SET
    (stage_at, stage_reason) = (SELECT at, reason FROM stage_history WHERE application_id = new.id ORDER BY id DESC LIMIT 1),
    stage_by = NULL
    WHERE id = new.id;
END;

CREATE TRIGGER applications_refer_to_rows BEFORE INSERT ON applications BEGIN
  SELECT RAISE(ABORT, 'an application with this id or ref is there already: use UPDATE')
    WHERE EXISTS (SELECT 1 FROM applications WHERE id = new.id OR ref = new.ref);
  SELECT RAISE(ABORT, 'this applicant has applied for this position and intake already')
    WHERE EXISTS (SELECT 1 FROM applications WHERE applicant_id = new.applicant_id AND position_id = new.position_id
                  AND coalesce(intake, '') = coalesce(new.intake, ''));
  SELECT RAISE(ABORT, 'a new application starts in stage received')
    WHERE new.stage <> 'received' OR new.stage_reason IS NOT NULL;
  SELECT RAISE(ABORT, 'applications.applicant_id: no such applicant')
    WHERE NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id);
  SELECT RAISE(ABORT, 'applications.position_id: no such position')
    WHERE NOT EXISTS (SELECT 1 FROM positions WHERE id = new.position_id);
  SELECT RAISE(ABORT, 'applications.intake: no such intake')
    WHERE new.intake IS NOT NULL AND NOT EXISTS (SELECT 1 FROM intakes WHERE code = new.intake);
END;

CREATE TRIGGER applications_stay BEFORE DELETE ON applications
WHEN NOT EXISTS (SELECT 1 FROM import_batches WHERE id = old.batch_id AND undone_at IS NOT NULL) BEGIN
  SELECT RAISE(ABORT, 'an application is not deleted: move it to rejected or withdrawn');
END;

CREATE TRIGGER applications_stay_one_per_intake BEFORE UPDATE OF applicant_id, position_id, intake ON applications BEGIN
  SELECT RAISE(ABORT, 'this applicant has applied for this position and intake already')
    WHERE EXISTS (SELECT 1 FROM applications WHERE id <> old.id AND applicant_id = new.applicant_id
                  AND position_id = new.position_id AND coalesce(intake, '') = coalesce(new.intake, ''));
  SELECT RAISE(ABORT, 'applications.applicant_id: no such applicant')
    WHERE NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id);
  SELECT RAISE(ABORT, 'applications.position_id: no such position')
    WHERE NOT EXISTS (SELECT 1 FROM positions WHERE id = new.position_id);
  SELECT RAISE(ABORT, 'applications.intake: no such intake')
    WHERE new.intake IS NOT NULL AND NOT EXISTS (SELECT 1 FROM intakes WHERE code = new.intake);
END;

CREATE TRIGGER applications_take_their_fields_along AFTER DELETE ON applications BEGIN
  DELETE FROM field_values WHERE application_id = old.id;
END;

CREATE TRIGGER applications_take_their_history_along AFTER DELETE ON applications BEGIN
  DELETE FROM stage_history WHERE application_id = old.id;
  DELETE FROM application_notes WHERE application_id = old.id;
END;

CREATE TRIGGER applications_with_mail_stay BEFORE DELETE ON applications
WHEN EXISTS (SELECT 1 FROM import_batches WHERE id = old.batch_id AND undone_at IS NOT NULL)
  AND EXISTS (SELECT 1 FROM messages WHERE application_id = old.id) BEGIN
  SELECT RAISE(ABORT, 'this application has mail');
END;

CREATE TRIGGER applications_with_papers_stay BEFORE DELETE ON applications
WHEN EXISTS (SELECT 1 FROM import_batches WHERE id = old.batch_id AND undone_at IS NOT NULL)
  AND EXISTS (SELECT 1 FROM documents WHERE application_id = old.id) BEGIN
  SELECT RAISE(ABORT, 'this application has papers');
END;

CREATE TABLE stage_history (             -- append-only, written by triggers alone
  id              INTEGER PRIMARY KEY CHECK (id > 0),
  application_id  INTEGER NOT NULL REFERENCES applications (id),
  from_stage      TEXT REFERENCES stages (code),                   -- NULL: the application came in
  to_stage        TEXT NOT NULL REFERENCES stages (code),
  at              TEXT NOT NULL,
  by_whom         TEXT NOT NULL,                                   -- a member's handle, or what made the change
  reason          TEXT REFERENCES decision_reasons (code)
) STRICT;

CREATE INDEX stage_history_by_application ON stage_history (application_id, id);

CREATE INDEX stage_history_by_time ON stage_history (at);

CREATE TRIGGER stage_history_follows_the_stage BEFORE INSERT ON stage_history BEGIN
  SELECT RAISE(ABORT, 'stage_history is append-only and written by the stage change itself: UPDATE applications SET stage')
    WHERE EXISTS (SELECT 1 FROM stage_history WHERE id = new.id)
       OR new.from_stage IS new.to_stage
       OR new.to_stage IS NOT (SELECT stage FROM applications WHERE id = new.application_id)
       OR new.from_stage IS NOT
          (SELECT to_stage FROM stage_history WHERE application_id = new.application_id ORDER BY id DESC LIMIT 1)
       OR new.id BETWEEN 1 AND coalesce((SELECT max(id) FROM stage_history), 0);
END;

CREATE TRIGGER stage_history_is_not_deleted BEFORE DELETE ON stage_history
WHEN EXISTS (SELECT 1 FROM applications WHERE id = old.application_id) BEGIN
  SELECT RAISE(ABORT, 'stage_history is append-only: what happened is not deleted');
END;

CREATE TRIGGER stage_history_is_not_edited BEFORE UPDATE ON stage_history BEGIN
  SELECT RAISE(ABORT, 'stage_history is append-only: what happened is not edited');
END;

CREATE TABLE application_notes (         -- what the lab writes down about an application
  id              INTEGER PRIMARY KEY CHECK (id > 0),
  application_id  INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  noted_at        TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', noted_at, '+0 seconds') IS noted_at),
  by_whom         TEXT NOT NULL,
  note            TEXT NOT NULL CHECK (trim(note) <> ''),
  batch_id        INTEGER REFERENCES import_batches (id)
) STRICT;

CREATE INDEX application_notes_by_application ON application_notes (application_id);

CREATE INDEX application_notes_by_batch ON application_notes (batch_id);

CREATE TRIGGER application_notes_have_an_application BEFORE INSERT ON application_notes BEGIN
  SELECT RAISE(ABORT, 'a note with this id is there already: use UPDATE')
    WHERE EXISTS (SELECT 1 FROM application_notes WHERE id = new.id);
  SELECT RAISE(ABORT, 'application_notes.application_id: no such application')
    WHERE NOT EXISTS (SELECT 1 FROM applications WHERE id = new.application_id);
END;

CREATE TRIGGER application_notes_stay_with_the_application BEFORE UPDATE ON application_notes
WHEN new.id <> old.id OR new.application_id <> old.application_id BEGIN
  SELECT RAISE(ABORT, 'the id and the application of a note never change');
END;

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

CREATE INDEX messages_by_applicant ON messages (applicant_id) WHERE applicant_id IS NOT NULL;

CREATE INDEX messages_by_application ON messages (application_id) WHERE application_id IS NOT NULL;

CREATE INDEX messages_by_batch ON messages (batch_id);

CREATE INDEX messages_by_file ON messages (file_id);

CREATE INDEX messages_by_suggestion ON messages (suggested_applicant_id) WHERE suggested_applicant_id IS NOT NULL;

CREATE INDEX messages_in_inbox ON messages (received_at, id) WHERE in_inbox = 1;

CREATE INDEX messages_joined_in_batch ON messages (joined_in_batch_id) WHERE joined_in_batch_id IS NOT NULL;

CREATE INDEX messages_sent_to_nobody ON messages (id) WHERE direction = 'out' AND application_id IS NULL;

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

CREATE TRIGGER messages_keep_their_id BEFORE UPDATE ON messages WHEN new.id <> old.id OR new.file_id IS NOT old.file_id OR new.batch_id IS NOT old.batch_id BEGIN
  SELECT RAISE(ABORT, 'the id, the file and the import of a message never change');
END;

CREATE TRIGGER messages_leave_the_inbox AFTER UPDATE OF triage ON messages
WHEN new.triage <> old.triage AND new.triage <> 'undecided' AND new.in_inbox = 1 BEGIN
  UPDATE messages SET in_inbox = 0 WHERE id = new.id;
END;

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

CREATE TRIGGER messages_stay BEFORE DELETE ON messages
WHEN NOT EXISTS (SELECT 1 FROM import_batches WHERE id = old.batch_id AND undone_at IS NOT NULL) BEGIN
  SELECT RAISE(ABORT, 'a message is not deleted: set its triage, for example to spam');
END;

CREATE TRIGGER messages_take_their_parts_along AFTER DELETE ON messages BEGIN
  DELETE FROM message_headers WHERE message_id = old.id;
  DELETE FROM message_texts WHERE message_id = old.id;
  DELETE FROM message_attachments WHERE message_id = old.id;
END;

CREATE TRIGGER messages_triage_is_checked BEFORE UPDATE OF triage ON messages WHEN new.triage <> old.triage BEGIN
  SELECT RAISE(ABORT, 'this triage needs an application: recruitdb inbox assign, or set application_id with it')
    WHERE new.triage IN ('application', 'supplement') AND new.application_id IS NULL;
  SELECT RAISE(ABORT, 'only the lab''s own mail is sent')
    WHERE (new.triage = 'sent') <> (new.direction = 'out');
END;

CREATE TRIGGER messages_with_papers_stay BEFORE DELETE ON messages
WHEN EXISTS (SELECT 1 FROM import_batches WHERE id = old.batch_id AND undone_at IS NOT NULL)
  AND EXISTS (SELECT 1 FROM documents WHERE message_id = old.id) BEGIN
  SELECT RAISE(ABORT, 'papers came with this message');
END;

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

CREATE TRIGGER message_attachments_refer_to_rows BEFORE INSERT ON message_attachments BEGIN
  SELECT RAISE(ABORT, 'message_attachments: no such message')
    WHERE NOT EXISTS (SELECT 1 FROM messages WHERE id = new.message_id);
  SELECT RAISE(ABORT, 'message_attachments: no such file') WHERE NOT EXISTS (SELECT 1 FROM files WHERE id = new.file_id);
END;

CREATE TABLE inbox_rules (               -- what a person taught: mail from here is none of ours to read
  id          INTEGER PRIMARY KEY CHECK (id > 0),
  sender      TEXT NOT NULL UNIQUE CHECK (sender GLOB '?*' AND sender = lower(sender)),   -- a GLOB pattern: '*@lists.example.org'
  triage      TEXT NOT NULL CHECK (triage IN ('automatic', 'enquiry', 'spam', 'other')),
  by_whom     TEXT NOT NULL,
  taught_at   TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', taught_at, '+0 seconds') IS taught_at)
) STRICT;

CREATE TABLE documents (
  id              INTEGER PRIMARY KEY CHECK (id > 0),
  applicant_id    INTEGER NOT NULL REFERENCES applicants (id),
  application_id  INTEGER REFERENCES applications (id),            -- the application it came with
  message_id      INTEGER REFERENCES messages (id),                -- the mail that brought it
  file_id         INTEGER NOT NULL REFERENCES files (id),
  document_type   TEXT NOT NULL REFERENCES document_types (code),
  media_type      TEXT NOT NULL,
  received_at     TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', received_at, '+0 seconds') IS received_at),
  confidential    INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1)),   -- a referee's letter: never shown to the applicant
  batch_id        INTEGER REFERENCES import_batches (id),          -- the import that it came with
  UNIQUE (applicant_id, file_id)
) STRICT;

CREATE INDEX documents_by_application ON documents (application_id);

CREATE INDEX documents_by_batch ON documents (batch_id);

CREATE INDEX documents_by_file ON documents (file_id);

CREATE INDEX documents_by_message ON documents (message_id) WHERE message_id IS NOT NULL;

CREATE TRIGGER documents_belong_to_people BEFORE UPDATE ON documents BEGIN
  SELECT RAISE(ABORT, 'the id and import of a document never change')
    WHERE new.id <> old.id OR new.batch_id IS NOT old.batch_id;
  SELECT RAISE(ABORT, 'this applicant has handed in this file already') WHERE EXISTS
    (SELECT 1 FROM documents WHERE id <> old.id AND applicant_id = new.applicant_id AND file_id = new.file_id);
  SELECT RAISE(ABORT, 'documents.applicant_id: no such applicant')
    WHERE NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id);
  SELECT RAISE(ABORT, 'documents.application_id: no such application of this applicant')
    WHERE new.application_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM applications WHERE id = new.application_id AND applicant_id = new.applicant_id);
  SELECT RAISE(ABORT, 'the file of a document never changes') WHERE new.file_id <> old.file_id;
END;

CREATE TRIGGER documents_refer_to_rows BEFORE INSERT ON documents BEGIN
  SELECT RAISE(ABORT, 'a document with this id is there already, or this applicant has handed in this file already')
    WHERE EXISTS (SELECT 1 FROM documents WHERE id = new.id OR (applicant_id = new.applicant_id AND file_id = new.file_id));
  SELECT RAISE(ABORT, 'documents.applicant_id: no such applicant')
    WHERE NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id);
  SELECT RAISE(ABORT, 'documents.application_id: no such application of this applicant')
    WHERE new.application_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM applications WHERE id = new.application_id AND applicant_id = new.applicant_id);
  SELECT RAISE(ABORT, 'documents.file_id: no such file')
    WHERE NOT EXISTS (SELECT 1 FROM files WHERE id = new.file_id);
END;

CREATE TRIGGER documents_stay BEFORE DELETE ON documents
WHEN NOT EXISTS (SELECT 1 FROM import_batches WHERE id = old.batch_id AND undone_at IS NOT NULL) BEGIN
  SELECT RAISE(ABORT, 'a paper is not deleted: correct its applicant_id or document_type');
END;

CREATE TRIGGER documents_take_their_names_along AFTER DELETE ON documents BEGIN
  DELETE FROM document_names WHERE document_id = old.id;
END;

CREATE TABLE document_names (
  document_id  INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  filename     TEXT NOT NULL
) STRICT;

CREATE TRIGGER document_names_have_a_document BEFORE INSERT ON document_names
WHEN NOT EXISTS (SELECT 1 FROM documents WHERE id = new.document_id) BEGIN
  SELECT RAISE(ABORT, 'document_names.document_id: no such document');
END;

CREATE TABLE fields (
  name    TEXT PRIMARY KEY CHECK (name <> '' AND name NOT GLOB '*[^a-z0-9_]*' AND name NOT GLOB '[0-9]*'),
  label   TEXT NOT NULL,                 -- as the spreadsheet or the call writes it
  type    TEXT NOT NULL DEFAULT 'text' CHECK (type IN ('text', 'integer', 'real', 'boolean', 'date'))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER fields_are_not_replaced BEFORE INSERT ON fields WHEN EXISTS (SELECT 1 FROM fields WHERE name = new.name) BEGIN
  SELECT RAISE(ABORT, 'a field with this name is there already: use UPDATE');
END;

CREATE TRIGGER fields_in_use_keep_their_type BEFORE UPDATE OF type ON fields
WHEN new.type <> old.type AND EXISTS (SELECT 1 FROM field_values WHERE field = old.name) BEGIN
  SELECT RAISE(ABORT, 'this field has values: its type stays');
END;

CREATE TRIGGER fields_in_use_stay BEFORE DELETE ON fields WHEN EXISTS (SELECT 1 FROM field_values WHERE field = old.name) BEGIN
  SELECT RAISE(ABORT, 'this field has values');
END;

CREATE TABLE field_values (
  application_id  INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  field           TEXT NOT NULL REFERENCES fields (name) ON UPDATE CASCADE,
  value           ANY NOT NULL,
  batch_id        INTEGER REFERENCES import_batches (id),
  PRIMARY KEY (application_id, field)
) STRICT, WITHOUT ROWID;

CREATE INDEX field_values_by_batch ON field_values (batch_id);

CREATE INDEX field_values_by_field ON field_values (field, value);

CREATE TRIGGER field_values_are_of_the_type BEFORE INSERT ON field_values BEGIN
  SELECT RAISE(ABORT, 'field_values.application_id: no such application')
    WHERE NOT EXISTS (SELECT 1 FROM applications WHERE id = new.application_id);
  SELECT RAISE(ABORT, 'field_values.field: no such field: SELECT name FROM fields lists them')
    WHERE NOT EXISTS (SELECT 1 FROM fields WHERE name = new.field);
  SELECT RAISE(ABORT, 'field_values.value is not of the type of its field: SELECT name, type FROM fields')
    WHERE NOT (SELECT CASE type
                 WHEN 'integer' THEN typeof(new.value) = 'integer'
                 WHEN 'real' THEN typeof(new.value) IN ('real', 'integer')
                 WHEN 'boolean' THEN new.value IN (0, 1) AND typeof(new.value) = 'integer'
                 WHEN 'date' THEN date(new.value, '+0 days') IS new.value
                 ELSE typeof(new.value) = 'text' END FROM fields WHERE name = new.field);
END;

CREATE TRIGGER field_values_stay_of_the_type BEFORE UPDATE ON field_values BEGIN
  SELECT RAISE(ABORT, 'a value stays with its application and field')
    WHERE new.application_id <> old.application_id OR new.field <> old.field AND EXISTS (SELECT 1 FROM fields WHERE name = old.field);
  SELECT RAISE(ABORT, 'field_values.value is not of the type of its field: SELECT name, type FROM fields')
    WHERE NOT (SELECT CASE type
                 WHEN 'integer' THEN typeof(new.value) = 'integer'
                 WHEN 'real' THEN typeof(new.value) IN ('real', 'integer')
                 WHEN 'boolean' THEN new.value IN (0, 1) AND typeof(new.value) = 'integer'
                 WHEN 'date' THEN date(new.value, '+0 days') IS new.value
                 ELSE typeof(new.value) = 'text' END FROM fields WHERE name = new.field);
END;

CREATE TABLE scholarships (
  code              TEXT PRIMARY KEY CHECK (code <> ''),
  name              TEXT NOT NULL,
  funder            TEXT NOT NULL,
  needs_nomination  INTEGER NOT NULL DEFAULT 0 CHECK (needs_nomination IN (0, 1)),
  url               TEXT
) STRICT, WITHOUT ROWID;

CREATE TRIGGER scholarships_are_not_replaced BEFORE INSERT ON scholarships
WHEN EXISTS (SELECT 1 FROM scholarships WHERE code = new.code) BEGIN
  SELECT RAISE(ABORT, 'a scholarship with this code is there already: use UPDATE');
END;

CREATE TRIGGER scholarships_in_use_stay BEFORE DELETE ON scholarships
WHEN EXISTS (SELECT 1 FROM position_scholarships WHERE scholarship = old.code) BEGIN
  SELECT RAISE(ABORT, 'a position is paid from this scholarship');
END;

CREATE TRIGGER scholarships_take_their_components_along AFTER DELETE ON scholarships BEGIN
  DELETE FROM scholarship_components WHERE scholarship = old.code;
END;

CREATE TABLE scholarship_components (
  id             INTEGER PRIMARY KEY CHECK (id > 0),
  scholarship    TEXT NOT NULL REFERENCES scholarships (code) ON DELETE CASCADE,
  academic_year  TEXT NOT NULL CHECK (academic_year GLOB '[0-9][0-9][0-9][0-9]/[0-9][0-9]'),
  code           TEXT NOT NULL CHECK (code IN ('stipend', 'travel_allowance', 'one_time_award', 'tuition', 'top_up')),
  amount_minor   INTEGER NOT NULL,       -- negative where the student pays
  currency       TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  per            TEXT NOT NULL CHECK (per IN ('month', 'year', 'once')),
  from_month     INTEGER NOT NULL DEFAULT 1 CHECK (from_month >= 1),      -- month of study, from 1
  to_month       INTEGER CHECK (to_month >= from_month),                  -- NULL: to the end
  conditional    INTEGER NOT NULL DEFAULT 0 CHECK (conditional IN (0, 1)),
  approximate    INTEGER NOT NULL DEFAULT 0 CHECK (approximate IN (0, 1)),
  source_note    TEXT,                   -- where the figure was read
  UNIQUE (scholarship, academic_year, code, from_month)
) STRICT;

CREATE TABLE position_scholarships (     -- what a position is usually paid from
  position_id  INTEGER NOT NULL REFERENCES positions (id) ON DELETE CASCADE,
  scholarship  TEXT NOT NULL REFERENCES scholarships (code),
  PRIMARY KEY (position_id, scholarship)
) STRICT, WITHOUT ROWID;

CREATE TABLE merges (
  id         INTEGER PRIMARY KEY CHECK (id > 0),
  kept_id    INTEGER NOT NULL REFERENCES applicants (id),   -- the person that the other turned out to be
  merged_id  INTEGER NOT NULL REFERENCES applicants (id),
  merged_at  TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
             CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', merged_at, '+0 seconds') IS merged_at),
  merged_by  TEXT NOT NULL DEFAULT 'sql',
  undone_at  TEXT CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', undone_at, '+0 seconds') IS undone_at),   -- NULL: in force
  undone_by  TEXT,
  CHECK (kept_id <> merged_id),
  CHECK ((undone_at IS NULL) = (undone_by IS NULL))
) STRICT;

CREATE INDEX merges_by_kept ON merges (kept_id);

CREATE INDEX merges_by_merged ON merges (merged_id);

CREATE UNIQUE INDEX merges_in_force ON merges (merged_id) WHERE undone_at IS NULL;

CREATE TRIGGER merges_are_of_two_people BEFORE INSERT ON merges BEGIN
  SELECT RAISE(ABORT, 'a merge with this id is there already')
    WHERE EXISTS (SELECT 1 FROM merges WHERE id = new.id);
  SELECT RAISE(ABORT, 'merges.kept_id: no such applicant')
    WHERE NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.kept_id);
  SELECT RAISE(ABORT, 'merges.merged_id: no such applicant')
    WHERE NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.merged_id);
  SELECT RAISE(ABORT, 'merges.kept_id: that one is merged into somebody; name the person')
    WHERE (SELECT merged_into FROM applicants WHERE id = new.kept_id) IS NOT NULL;
  SELECT RAISE(ABORT, 'merges.merged_id: that one is merged into somebody; name the person')
    WHERE (SELECT merged_into FROM applicants WHERE id = new.merged_id) IS NOT NULL;
  SELECT RAISE(ABORT, 'a new merge is in force: undone_at comes later') WHERE new.undone_at IS NOT NULL;
  SELECT RAISE(ABORT, 'a person said that these are two: delete that from distinct_applicants first')
    WHERE EXISTS (SELECT 1 FROM applicants a
                  JOIN distinct_applicants d ON d.applicant_id = a.id JOIN applicants b ON b.id = d.other_id
                  WHERE (a.person_id = new.kept_id AND b.person_id = new.merged_id)
                     OR (a.person_id = new.merged_id AND b.person_id = new.kept_id));
END;

CREATE TRIGGER merges_are_undone_only BEFORE UPDATE ON merges BEGIN
  SELECT RAISE(ABORT, 'a merge is not edited: set undone_at and undone_by, and the two are as before')
    WHERE new.id <> old.id OR new.kept_id <> old.kept_id OR new.merged_id <> old.merged_id
       OR new.merged_at <> old.merged_at OR new.merged_by <> old.merged_by
       OR (old.undone_at IS NOT NULL AND (new.undone_at IS NOT old.undone_at OR new.undone_by IS NOT old.undone_by));
END;

CREATE TRIGGER merges_bring_together AFTER INSERT ON merges BEGIN
  UPDATE applicants SET merged_into = new.kept_id WHERE person_id = new.merged_id AND id <> new.merged_id;
  UPDATE applicants SET merged_into = new.kept_id WHERE id = new.merged_id;
END;

CREATE TRIGGER merges_come_apart AFTER UPDATE OF undone_at ON merges
WHEN old.undone_at IS NULL AND new.undone_at IS NOT NULL BEGIN
  UPDATE applicants SET merged_into = NULL WHERE id = new.merged_id;
  -- Whoever had turned out to be this one goes along.
  UPDATE applicants SET merged_into = new.merged_id WHERE id IN (
    WITH RECURSIVE below (id) AS (
      SELECT new.merged_id
      UNION SELECT m.merged_id FROM below JOIN merges m ON m.kept_id = below.id AND m.undone_at IS NULL)
    SELECT id FROM below WHERE id <> new.merged_id);
END;

CREATE TRIGGER merges_stay BEFORE DELETE ON merges
WHEN EXISTS (SELECT 1 FROM applicants WHERE id = old.kept_id) AND EXISTS (SELECT 1 FROM applicants WHERE id = old.merged_id) BEGIN
  SELECT RAISE(ABORT, 'a merge is not deleted: recruitdb unmerge');
END;

CREATE TABLE distinct_applicants (       -- whom a person looked at and found to be two
  applicant_id  INTEGER NOT NULL REFERENCES applicants (id),   -- the one that came first
  other_id      INTEGER NOT NULL REFERENCES applicants (id),
  said_at       TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
                CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', said_at, '+0 seconds') IS said_at),
  said_by       TEXT NOT NULL DEFAULT 'sql',
  PRIMARY KEY (applicant_id, other_id),
  CHECK (applicant_id < other_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX distinct_applicants_by_other ON distinct_applicants (other_id);

CREATE TRIGGER distinct_applicants_are_not_edited BEFORE UPDATE ON distinct_applicants BEGIN
  SELECT RAISE(ABORT, 'what was said of two applicants is not edited: delete it, and say it again');
END;

CREATE TRIGGER distinct_applicants_are_two BEFORE INSERT ON distinct_applicants BEGIN
  SELECT RAISE(ABORT, 'that these are two is said already')
    WHERE EXISTS (SELECT 1 FROM distinct_applicants WHERE applicant_id = new.applicant_id AND other_id = new.other_id);
  SELECT RAISE(ABORT, 'distinct_applicants: no such applicant')
    WHERE (SELECT count(*) FROM applicants WHERE id IN (new.applicant_id, new.other_id)) < 2;
  SELECT RAISE(ABORT, 'these are one person: recruitdb unmerge')
    WHERE (SELECT person_id FROM applicants WHERE id = new.applicant_id)
        = (SELECT person_id FROM applicants WHERE id = new.other_id);
END;

CREATE TABLE applicant_name_keys (       -- a name as it compares: case, marks, titles, order and gaps do not count
  name_key      TEXT NOT NULL,           -- written by recruitdb; empty where a name has nothing to compare
  applicant_id  INTEGER NOT NULL REFERENCES applicants (id) ON DELETE CASCADE,
  PRIMARY KEY (name_key, applicant_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX applicant_name_keys_by_applicant ON applicant_name_keys (applicant_id);

CREATE TRIGGER applicant_name_keys_have_an_applicant BEFORE INSERT ON applicant_name_keys
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_name_keys.applicant_id: no such applicant');
END;

CREATE TABLE mail_providers (            -- an address here says nothing of where a person studies or works
  domain  TEXT PRIMARY KEY CHECK (domain = lower(domain) AND domain NOT LIKE '%@%')
) STRICT, WITHOUT ROWID;

CREATE VIEW application_facts AS
SELECT a.ref, p.slug AS position, p.position_type, a.intake, a.stage, s.outcome, ap.ref AS person,
       a.received_at, a.stage_at, a.stage_reason, a.source
FROM applications a
JOIN positions p ON p.id = a.position_id
JOIN stages s ON s.code = a.stage
JOIN applicants o ON o.id = a.applicant_id
JOIN applicants ap ON ap.id = o.person_id;

CREATE VIEW application_overview AS
SELECT a.ref, p.slug AS position, p.position_type, a.intake, a.stage, s.outcome, ap.ref AS person, n.name, e.email,
       a.received_at, a.stage_at, a.stage_reason, a.source
FROM applications a
JOIN positions p ON p.id = a.position_id
JOIN stages s ON s.code = a.stage
JOIN applicants o ON o.id = a.applicant_id
JOIN applicants ap ON ap.id = o.person_id
LEFT JOIN applicant_names n ON n.applicant_id = ap.id
LEFT JOIN applicant_emails e ON e.applicant_id = ap.id AND e.is_primary = 1;

CREATE VIEW document_overview AS
SELECT ap.ref AS person, a.ref AS ref, d.document_type, n.filename, d.media_type, f.byte_size, h.sha256, d.received_at, f.text_status
FROM documents d
JOIN applicants o ON o.id = d.applicant_id
JOIN applicants ap ON ap.id = o.person_id
JOIN files f ON f.id = d.file_id
JOIN file_hashes h ON h.file_id = d.file_id
LEFT JOIN document_names n ON n.document_id = d.id
LEFT JOIN applications a ON a.id = d.application_id;

CREATE VIEW document_facts AS
SELECT ap.ref AS person, a.ref AS ref, d.document_type, d.media_type, f.byte_size, d.received_at, f.text_status
FROM documents d
JOIN applicants o ON o.id = d.applicant_id
JOIN applicants ap ON ap.id = o.person_id
JOIN files f ON f.id = d.file_id
LEFT JOIN applications a ON a.id = d.application_id;

CREATE VIEW message_overview AS
SELECT m.id AS message, h.header_message_id AS message_id, m.direction, m.received_at, h.sender, h.original_sender, h.subject,
       m.triage, a.ref
FROM messages m
JOIN message_headers h ON h.message_id = m.id
LEFT JOIN applications a ON a.id = m.application_id;

CREATE VIEW message_facts AS
SELECT m.id AS message, m.direction, m.received_at, m.triage, m.why, m.in_inbox, a.ref
FROM messages m
LEFT JOIN applications a ON a.id = m.application_id;

CREATE VIEW inbox AS
SELECT m.id AS message, m.received_at, h.sender, h.subject, m.why,
       nullif(trim(coalesce(m.suggested_position, '') || ' ' || coalesce(p.ref, '') || ' ' || coalesce(h.suggested_address, '')), '')
         AS suggestion
FROM messages m
JOIN message_headers h ON h.message_id = m.id
LEFT JOIN applicants o ON o.id = m.suggested_applicant_id
LEFT JOIN applicants p ON p.id = o.person_id
WHERE m.in_inbox = 1;

CREATE VIEW missing_documents AS
SELECT a.ref, pd.document_type
FROM applications a
JOIN position_documents pd ON pd.position_id = a.position_id AND pd.required = 1
WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.document_type = pd.document_type AND d.applicant_id IN
                    (SELECT id FROM applicants WHERE person_id = (SELECT person_id FROM applicants WHERE id = a.applicant_id)));

CREATE VIEW time_in_stage AS
SELECT a.ref, h.to_stage AS stage, h.at AS entered_at, h.left_at,
       CAST(julianday(coalesce(h.left_at, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))) - julianday(h.at) AS INTEGER) AS days
FROM (SELECT application_id, to_stage, at, lead(at) OVER (PARTITION BY application_id ORDER BY id) AS left_at FROM stage_history) h
JOIN applications a ON a.id = h.application_id;

CREATE VIEW duplicate_pairs AS
WITH hits (a, b, kind) AS (
  SELECT p.applicant_id, q.applicant_id, 'orcid'
  FROM (SELECT orcid FROM applicant_profiles WHERE orcid IS NOT NULL GROUP BY orcid HAVING count(*) BETWEEN 2 AND 6) g
  CROSS JOIN applicant_profiles p ON p.orcid = g.orcid
  CROSS JOIN applicant_profiles q ON q.orcid = g.orcid AND q.applicant_id > p.applicant_id
  UNION ALL
  -- An address of more people than a family is an agent's.
  SELECT p.applicant_id, q.applicant_id, 'address'
  FROM (SELECT email FROM applicant_emails GROUP BY email HAVING count(*) BETWEEN 2 AND 4) g
  CROSS JOIN applicant_emails p ON p.email = g.email
  CROSS JOIN applicant_emails q ON q.email = g.email AND q.applicant_id > p.applicant_id
  UNION ALL
  SELECT k.applicant_id, e.applicant_id, 'mailbox'
  FROM (SELECT email_key FROM applicant_emails WHERE email_key IS NOT NULL GROUP BY email_key HAVING count(*) <= 4) g
  CROSS JOIN applicant_emails k ON k.email_key = g.email_key
  CROSS JOIN applicant_emails e ON e.email = g.email_key AND e.applicant_id <> k.applicant_id
  UNION ALL
  SELECT p.applicant_id, q.applicant_id, 'mailbox'
  FROM (SELECT email_key FROM applicant_emails WHERE email_key IS NOT NULL
        GROUP BY email_key HAVING count(*) BETWEEN 2 AND 4) g
  CROSS JOIN applicant_emails p ON p.email_key = g.email_key
  CROSS JOIN applicant_emails q ON q.email_key = g.email_key AND q.applicant_id > p.applicant_id AND q.email <> p.email
  UNION ALL
  -- The longer number is the shorter one after the code of a country.
  SELECT p.applicant_id, q.applicant_id, 'phone'
  FROM (SELECT substr(digits, -8) AS last FROM applicant_phones WHERE length(digits) >= 7
        GROUP BY substr(digits, -8) HAVING count(*) BETWEEN 2 AND 8) g
  CROSS JOIN applicant_phones p ON substr(p.digits, -8) = g.last AND length(p.digits) >= 7
  CROSS JOIN applicant_phones q ON substr(q.digits, -8) = g.last AND length(q.digits) >= 7
    AND q.applicant_id <> p.applicant_id AND length(q.digits) <= length(p.digits)
    AND (q.digits = p.digits AND q.applicant_id > p.applicant_id
         OR substr(p.digits, -length(q.digits)) = q.digits AND length(p.digits) > length(q.digits)
         AND (substr(p.digits, 1, length(p.digits) - length(q.digits)) IN ('1', '7')
              OR substr(p.digits, 1, length(p.digits) - length(q.digits)) GLOB '[2-9][0-9]'
              OR substr(p.digits, 1, length(p.digits) - length(q.digits)) GLOB '[2-9][0-9][0-9]'))
  UNION ALL
  -- A file of more people is a form; a publication has several authors, and a letter was written by somebody else.
  SELECT p.applicant_id, q.applicant_id, CASE WHEN 'cv' IN (p.document_type, q.document_type) THEN 'cv' ELSE 'paper' END
  FROM (SELECT file_id FROM documents GROUP BY file_id HAVING count(*) BETWEEN 2 AND 3) g
  CROSS JOIN documents p ON p.file_id = g.file_id AND p.confidential = 0
    AND p.document_type IN ('cv', 'transcript', 'certificate', 'cover_letter', 'research_statement')
  CROSS JOIN documents q ON q.file_id = g.file_id AND q.confidential = 0 AND q.applicant_id > p.applicant_id
    AND q.document_type NOT IN ('publication', 'recommendation')
  UNION ALL
  SELECT x.value, y.value, 'institution'
  FROM (SELECT '[' || group_concat(k.applicant_id) || ']' AS ids
        FROM (SELECT name_key FROM applicant_name_keys WHERE name_key <> '' GROUP BY name_key HAVING count(*) > 1) g
        CROSS JOIN applicant_name_keys k ON k.name_key = g.name_key
        CROSS JOIN applicant_emails e ON e.applicant_id = k.applicant_id
        GROUP BY k.name_key, e.institution
        HAVING e.institution NOT IN (SELECT domain FROM mail_providers) AND count(*) BETWEEN 2 AND 6 AND min(k.applicant_id) <> max(k.applicant_id)) g
  CROSS JOIN json_each(g.ids) x
  CROSS JOIN json_each(g.ids) y ON y.value > x.value
  UNION ALL
  SELECT p.applicant_id, q.applicant_id, 'name'
  FROM (SELECT name_key FROM applicant_name_keys WHERE name_key <> '' GROUP BY name_key HAVING count(*) BETWEEN 2 AND 3) g
  CROSS JOIN applicant_name_keys p ON p.name_key = g.name_key
  CROSS JOIN applicant_name_keys q ON q.name_key = g.name_key AND q.applicant_id > p.applicant_id),
people (a, b, orcid, address, mailbox, phone, cv, paper, institution, name) AS (
  SELECT min(x.person_id, y.person_id), max(x.person_id, y.person_id), max(h.kind = 'orcid'), max(h.kind = 'address'),
         max(h.kind = 'mailbox'), max(h.kind = 'phone'), max(h.kind = 'cv'), max(h.kind = 'paper'),
         max(h.kind = 'institution'), max(h.kind = 'name')
  FROM hits h
  CROSS JOIN applicants x ON x.id = h.a
  CROSS JOIN applicants y ON y.id = h.b
  WHERE x.person_id <> y.person_id
  GROUP BY 1, 2),
-- differ: both have a name, and none is the other's.
named AS MATERIALIZED (
  SELECT p.*, CASE WHEN institution OR name THEN 0 ELSE
    EXISTS (SELECT 1 FROM applicants r JOIN applicant_name_keys k ON k.applicant_id = r.id
                WHERE r.person_id = p.a AND k.name_key <> '')
    AND EXISTS (SELECT 1 FROM applicants r JOIN applicant_name_keys k ON k.applicant_id = r.id
                WHERE r.person_id = p.b AND k.name_key <> '')
    AND NOT EXISTS (SELECT 1 FROM applicants r JOIN applicant_name_keys k ON k.applicant_id = r.id
                    WHERE r.person_id = p.a AND k.name_key <> '' AND k.name_key IN
                      (SELECT l.name_key FROM applicants s JOIN applicant_name_keys l ON l.applicant_id = s.id
                       WHERE s.person_id = p.b)) END AS differ
  FROM people p
  WHERE (p.a, p.b) NOT IN (SELECT min(x.person_id, y.person_id), max(x.person_id, y.person_id)
                           FROM distinct_applicants d
                           JOIN applicants x ON x.id = d.applicant_id JOIN applicants y ON y.id = d.other_id))
SELECT pa.ref AS person_a, pb.ref AS person_b,
       substr(iif(orcid, ', same ORCID', '') || iif(address, ', same address', '')
              || iif(mailbox, ', addresses of one mailbox', '') || iif(phone, ', same telephone', '')
              || iif(cv, ', same CV', '') || iif(paper, ', same paper', '')
              || iif(institution, ', same name and institution', iif(name, ', same name', ''))
              || iif(differ, ', but other names', ''), 3) AS why,
       -- Each reason leaves a doubt; the doubts multiply.
       round(1 - iif(orcid, iif(differ, 0.1, 0.02), 1) * iif(address, iif(differ, 0.8, 0.1), 1)
               * iif(mailbox, iif(differ, 0.8, 0.15), 1) * iif(phone, iif(differ, 0.8, 0.15), 1)
               * iif(cv, iif(differ, 0.45, 0.15), 1) * iif(paper, iif(differ, 0.7, 0.2), 1)
               * iif(institution, 0.25, iif(name, 0.75, 1)), 2) AS score
FROM named
CROSS JOIN applicants pa ON pa.id = named.a
CROSS JOIN applicants pb ON pb.id = named.b;
