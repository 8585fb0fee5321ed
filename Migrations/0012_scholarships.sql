-- Money. A rate belongs to an academic year, has a source, and may be conditional.
CREATE TABLE scholarships (
  code              TEXT PRIMARY KEY CHECK (code <> ''),
  name              TEXT NOT NULL,
  funder            TEXT NOT NULL,
  needs_nomination  INTEGER NOT NULL DEFAULT 0 CHECK (needs_nomination IN (0, 1)),
  url               TEXT
) STRICT, WITHOUT ROWID;

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

CREATE TRIGGER scholarships_in_use_stay BEFORE DELETE ON scholarships
WHEN EXISTS (SELECT 1 FROM position_scholarships WHERE scholarship = old.code) BEGIN
  SELECT RAISE(ABORT, 'a position is paid from this scholarship');
END;
CREATE TRIGGER scholarships_take_their_components_along AFTER DELETE ON scholarships BEGIN
  DELETE FROM scholarship_components WHERE scholarship = old.code;
END;
CREATE TRIGGER scholarships_are_not_replaced BEFORE INSERT ON scholarships
WHEN EXISTS (SELECT 1 FROM scholarships WHERE code = new.code) BEGIN
  SELECT RAISE(ABORT, 'a scholarship with this code is there already: use UPDATE');
END;
CREATE TRIGGER positions_take_their_rows_along AFTER DELETE ON positions BEGIN
  DELETE FROM position_keywords WHERE position_id = old.id;
  DELETE FROM position_intakes WHERE position_id = old.id;
  DELETE FROM position_requirements WHERE position_id = old.id;
  DELETE FROM position_documents WHERE position_id = old.id;
  DELETE FROM position_scholarships WHERE position_id = old.id;
END;

INSERT INTO data_dictionary (table_name, column_name, description, standard, personal_data) VALUES
  ('scholarships', 'code', 'short name: HKPFS', NULL, 'none'),
  ('scholarships', 'name', 'its name', 'schema.org/MonetaryGrant.name', 'none'),
  ('scholarships', 'funder', 'who pays', 'schema.org/MonetaryGrant.funder', 'none'),
  ('scholarships', 'needs_nomination', '1 when others decide who gets it', NULL, 'none'),
  ('scholarships', 'url', 'where it is described', 'schema.org/Thing.url', 'none'),
  ('scholarship_components', 'id', 'number of the rate', NULL, 'none'),
  ('scholarship_components', 'scholarship', 'the scholarship', NULL, 'none'),
  ('scholarship_components', 'academic_year', 'the year it holds for, 2025/26', NULL, 'none'),
  ('scholarship_components', 'code', 'what is paid', NULL, 'none'),
  ('scholarship_components', 'amount_minor', 'the rate in minor units of the currency', 'ISO 4217', 'none'),
  ('scholarship_components', 'currency', 'the currency', 'ISO 4217', 'none'),
  ('scholarship_components', 'per', 'month, year or once', NULL, 'none'),
  ('scholarship_components', 'from_month', 'first month of study it is paid for', NULL, 'none'),
  ('scholarship_components', 'to_month', 'last month of study it is paid for', NULL, 'none'),
  ('scholarship_components', 'conditional', '1 when it hangs on conditions', NULL, 'none'),
  ('scholarship_components', 'approximate', '1 when the source says about', NULL, 'none'),
  ('scholarship_components', 'source_note', 'where the figure was read', NULL, 'none'),
  ('position_scholarships', 'position_id', 'the position', NULL, 'none'),
  ('position_scholarships', 'scholarship', 'a scholarship it is paid from', NULL, 'none');
