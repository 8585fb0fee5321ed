-- The dictionary: a row for each column of each table, so that the file explains itself.
CREATE TABLE data_dictionary (
  table_name     TEXT NOT NULL,
  column_name    TEXT NOT NULL,
  description    TEXT NOT NULL,
  standard       TEXT,                    -- where the name comes from: 'RFC 5322 Message-ID', 'schema.org/JobPosting.title'
  personal_data  TEXT NOT NULL DEFAULT 'none'
                 CHECK (personal_data IN ('none', 'pseudonymous', 'identifying', 'free_text')),
  PRIMARY KEY (table_name, column_name)
) STRICT, WITHOUT ROWID;

INSERT INTO data_dictionary (table_name, column_name, description, standard, personal_data) VALUES
  ('data_dictionary', 'table_name',    'the table', NULL, 'none'),
  ('data_dictionary', 'column_name',   'the column', NULL, 'none'),
  ('data_dictionary', 'description',   'what the column says', NULL, 'none'),
  ('data_dictionary', 'standard',      'the standard that names it', NULL, 'none'),
  ('data_dictionary', 'personal_data', 'none; pseudonymous (a number that stands for a person); identifying; free_text (may say anything of anybody)', NULL, 'none'),
  ('schema_migrations', 'number',       'the number of the migration, from 1 without a gap', NULL, 'none'),
  ('schema_migrations', 'name',         'its file name', NULL, 'none'),
  ('schema_migrations', 'sha256',       'SHA-256 of its text, so that a later edit is found', 'FIPS 180-4', 'none'),
  ('schema_migrations', 'applied_at',   'when it was applied', 'ISO 8601, UTC', 'none'),
  ('schema_migrations', 'duration_ms',  'how long it took, in milliseconds', NULL, 'none'),
  ('schema_migrations', 'tool_version', 'the version of RecruitDB that applied it', NULL, 'none');
