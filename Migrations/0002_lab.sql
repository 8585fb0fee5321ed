-- The lab: who it is, who works in it, what it tells applicants.
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

INSERT INTO data_dictionary (table_name, column_name, description, standard, personal_data) VALUES
  ('lab', 'id', 'always 1', NULL, 'none'),
  ('lab', 'name', 'the lab''s name', 'schema.org/Organization.name', 'none'),
  ('lab', 'description', 'what the lab works on', 'schema.org/Organization.description', 'none'),
  ('lab', 'institution', 'the university', 'schema.org/Organization.parentOrganization', 'none'),
  ('lab', 'call', 'what else the call says of the lab, as JSON, and who imported it', NULL, 'identifying'),
  ('members', 'id', 'number of the lab member', NULL, 'pseudonymous'),
  ('members', 'handle', 'short name that people type', NULL, 'identifying'),
  ('members', 'name', 'name of the lab member', 'JSON Resume basics.name', 'identifying'),
  ('members', 'email', 'address of the lab member', 'RFC 5322 addr-spec', 'identifying'),
  ('members', 'role', 'pi, admin, reviewer or member', NULL, 'none'),
  ('members', 'active', '1 while the member works in the lab', NULL, 'none'),
  ('lab_addresses', 'address', 'another address or list of the lab', 'RFC 5322 addr-spec', 'identifying'),
  ('privacy_notices', 'version', 'version of the notice', NULL, 'none'),
  ('privacy_notices', 'language', 'language of the notice', 'BCP 47', 'none'),
  ('privacy_notices', 'body', 'the notice', NULL, 'none'),
  ('privacy_notices', 'effective_on', 'first day it holds', 'ISO 8601', 'none'),
  ('questions', 'code', 'short name of the question', NULL, 'none'),
  ('questions', 'ordinal', 'its place among the questions', NULL, 'none'),
  ('questions', 'text', 'the question', NULL, 'none'),
  ('questions', 'type', 'what kind of answer it wants', NULL, 'none');
