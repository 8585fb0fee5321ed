-- What came in together: an import is taken back whole. Rows that came with one name it in batch_id.
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

INSERT INTO data_dictionary (table_name, column_name, description, standard, personal_data) VALUES
  ('import_batches', 'id', 'number of the import', NULL, 'none'),
  ('import_batches', 'kind', 'call, mail, csv or resume', NULL, 'none'),
  ('import_batches', 'imported_at', 'when it began', 'ISO 8601, UTC', 'none'),
  ('import_batches', 'finished_at', 'when it ended; NULL when interrupted', 'ISO 8601, UTC', 'none'),
  ('import_batches', 'by_whom', 'who ran it', NULL, 'identifying'),
  ('import_batches', 'added', 'how many messages or rows it added', NULL, 'none'),
  ('import_batches', 'undone_at', 'when it was taken back', 'ISO 8601, UTC', 'none'),
  ('import_batches', 'undone_by', 'who took it back', NULL, 'identifying'),
  ('import_call_changes', 'batch_id', 'the import', NULL, 'none'),
  ('import_call_changes', 'table_name', 'the table', NULL, 'none'),
  ('import_call_changes', 'row_key', 'the row, by its primary key as JSON', NULL, 'identifying'),
  ('import_call_changes', 'column_name', 'the column', NULL, 'none'),
  ('import_call_changes', 'change', 'added, changed or removed: what became of the row', NULL, 'none'),
  ('import_call_changes', 'before', 'the value before', NULL, 'identifying'),
  ('import_call_changes', 'after', 'the value after', NULL, 'identifying'),
  ('import_batch_sources', 'batch_id', 'the import', NULL, 'none'),
  ('import_batch_sources', 'source', 'the path that was given', NULL, 'free_text');
