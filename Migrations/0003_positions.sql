-- What the lab offers: intakes, positions, what each asks for.
CREATE TABLE intakes (
  code           TEXT PRIMARY KEY
                 CHECK (code GLOB '[0-9][0-9][0-9][0-9]-spring' OR code GLOB '[0-9][0-9][0-9][0-9]-fall'),
  academic_year  TEXT NOT NULL CHECK (academic_year GLOB '[0-9][0-9][0-9][0-9]/[0-9][0-9]'),      -- '2027/28'
  starts_on      TEXT NOT NULL CHECK (date(starts_on, '+0 days') IS starts_on),
  opens_on       TEXT CHECK (opens_on IS NULL OR date(opens_on, '+0 days') IS opens_on),
  closes_on      TEXT CHECK (closes_on IS NULL OR date(closes_on, '+0 days') IS closes_on),
  CHECK (closes_on >= opens_on)
) STRICT;

CREATE TABLE position_types (
  code   TEXT PRIMARY KEY,
  label  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO position_types VALUES
  ('phd', 'PhD student'), ('postdoc', 'postdoctoral fellow'), ('research_assistant', 'research assistant'),
  ('intern', 'intern'), ('visiting_scholar', 'visiting scholar'), ('other', 'other research position');

CREATE TABLE document_types (
  code   TEXT PRIMARY KEY,
  label  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO document_types VALUES
  ('cv', 'curriculum vitae'), ('transcript', 'transcript'), ('cover_letter', 'cover letter'),
  ('research_statement', 'research statement'), ('publication', 'publication'),
  ('recommendation', 'letter of recommendation'), ('certificate', 'certificate'), ('other', 'other paper');

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

INSERT INTO data_dictionary (table_name, column_name, description, standard, personal_data) VALUES
  ('intakes', 'code', 'year and season, 2027-fall', NULL, 'none'),
  ('intakes', 'academic_year', 'the academic year it belongs to, 2027/28', NULL, 'none'),
  ('intakes', 'starts_on', 'first day of study', 'ISO 8601', 'none'),
  ('intakes', 'opens_on', 'first day on which applications are taken', 'ISO 8601', 'none'),
  ('intakes', 'closes_on', 'last day on which applications are taken', 'schema.org/JobPosting.validThrough', 'none'),
  ('position_types', 'code', 'kind of position', NULL, 'none'),
  ('position_types', 'label', 'its name in words', NULL, 'none'),
  ('document_types', 'code', 'kind of paper', NULL, 'none'),
  ('document_types', 'label', 'its name in words', NULL, 'none'),
  ('positions', 'id', 'number of the position', NULL, 'none'),
  ('positions', 'slug', 'short name that people type', 'schema.org/JobPosting.identifier', 'none'),
  ('positions', 'title', 'the position''s title', 'schema.org/JobPosting.title', 'none'),
  ('positions', 'position_type', 'kind of position', 'schema.org/JobPosting.employmentType', 'none'),
  ('positions', 'status', 'draft, open, paused, closed or filled', NULL, 'none'),
  ('positions', 'description', 'what the call says of it', 'schema.org/JobPosting.description', 'none'),
  ('positions', 'min_months', 'the least stay, in months', NULL, 'none'),
  ('positions', 'remote_allowed', '1 when remote work is acceptable', 'schema.org/JobPosting.jobLocationType', 'none'),
  ('positions', 'contact', 'handle of the member to write to', 'schema.org/JobPosting.applicationContact', 'identifying'),
  ('positions', 'date_posted_on', 'first day of the call', 'schema.org/JobPosting.datePosted', 'none'),
  ('positions', 'valid_through_on', 'last day of the call', 'schema.org/JobPosting.validThrough', 'none'),
  ('position_keywords', 'keyword', 'words in a subject that name the position', NULL, 'none'),
  ('position_keywords', 'position_id', 'the position', NULL, 'none'),
  ('position_intakes', 'position_id', 'the position', NULL, 'none'),
  ('position_intakes', 'intake', 'an intake that takes it', NULL, 'none'),
  ('position_intakes', 'openings', 'how many places', 'schema.org/JobPosting.totalJobOpenings', 'none'),
  ('position_requirements', 'id', 'number of the requirement', NULL, 'none'),
  ('position_requirements', 'position_id', 'the position', NULL, 'none'),
  ('position_requirements', 'ordinal', 'its place in the call, from 1', NULL, 'none'),
  ('position_requirements', 'necessity', 'must or preferred', NULL, 'none'),
  ('position_requirements', 'category', 'what it is about', NULL, 'none'),
  ('position_requirements', 'statement', 'the sentence of the call', 'schema.org/JobPosting.qualifications', 'none'),
  ('position_requirements', 'weight', 'its weight among the preferred ones', NULL, 'none'),
  ('position_requirements', 'min_isced_level', 'the least degree', 'ISCED 2011', 'none'),
  ('position_requirements', 'search_hint', 'words that find lines which may answer it', NULL, 'none'),
  ('position_documents', 'position_id', 'the position', NULL, 'none'),
  ('position_documents', 'document_type', 'a paper that it asks for', NULL, 'none'),
  ('position_documents', 'required', '1 when an application is incomplete without it', NULL, 'none');
