-- Bytes lie in the folder of documents, named by their hash. Here stands what is known of them, and their text by page.
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

CREATE TABLE file_hashes (               -- apart from files: a hash tells whether a known paper is here
  file_id  INTEGER PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE,
  sha256   TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE TABLE document_pages (
  id       INTEGER PRIMARY KEY CHECK (id > 0),
  file_id  INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  page     INTEGER NOT NULL CHECK (page > 0),
  text     TEXT NOT NULL,                -- NFKC, LF line ends, no control characters but tab and line end
  UNIQUE (file_id, page)
) STRICT;

-- Its words: runs of Chinese, Japanese and Korean characters as overlapping pairs, made before the INSERT.
CREATE VIRTUAL TABLE document_fts USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2');

CREATE TRIGGER document_pages_text_is_fixed BEFORE UPDATE ON document_pages
WHEN new.text IS NOT old.text OR new.file_id <> old.file_id OR new.page <> old.page OR new.id <> old.id BEGIN
  SELECT RAISE(ABORT, 'the text of a paper is not edited: quotes point into it');
END;
CREATE TRIGGER document_pages_leave_the_index AFTER DELETE ON document_pages BEGIN
  DELETE FROM document_fts WHERE rowid = old.id;
END;
-- REPLACE removes rows without their DELETE triggers, and rowid is another name of id: hence guards of INSERT and of any UPDATE.
CREATE TRIGGER files_have_an_identity BEFORE INSERT ON files
WHEN EXISTS (SELECT 1 FROM files WHERE id = new.id) BEGIN
  SELECT RAISE(ABORT, 'a file with this id is there already');
END;
CREATE TRIGGER files_keep_their_bytes BEFORE UPDATE ON files WHEN new.id <> old.id OR new.byte_size <> old.byte_size BEGIN
  SELECT RAISE(ABORT, 'the id and the bytes of a file never change');
END;
CREATE TRIGGER files_take_their_text_along AFTER DELETE ON files BEGIN
  DELETE FROM document_pages WHERE file_id = old.id;
  DELETE FROM file_hashes WHERE file_id = old.id;
END;
CREATE TRIGGER file_hashes_are_not_replaced BEFORE INSERT ON file_hashes BEGIN
  SELECT RAISE(ABORT, 'file_hashes: this file has a hash already, or this hash a file')
    WHERE EXISTS (SELECT 1 FROM file_hashes WHERE file_id = new.file_id OR sha256 = new.sha256);
  SELECT RAISE(ABORT, 'file_hashes.file_id: no such file') WHERE NOT EXISTS (SELECT 1 FROM files WHERE id = new.file_id);
END;
CREATE TRIGGER file_hashes_are_fixed BEFORE UPDATE ON file_hashes BEGIN
  SELECT RAISE(ABORT, 'the hash of a file never changes: it names the bytes in the folder');
END;
CREATE TRIGGER file_hashes_stay BEFORE DELETE ON file_hashes WHEN EXISTS (SELECT 1 FROM files WHERE id = old.file_id) BEGIN
  SELECT RAISE(ABORT, 'the hash of a file is not deleted: it names the bytes in the folder');
END;
CREATE TRIGGER document_pages_are_not_replaced BEFORE INSERT ON document_pages BEGIN
  SELECT RAISE(ABORT, 'this page has its text already: quotes point into it')
    WHERE EXISTS (SELECT 1 FROM document_pages WHERE id = new.id OR (file_id = new.file_id AND page = new.page));
  SELECT RAISE(ABORT, 'document_pages.file_id: no such file') WHERE NOT EXISTS (SELECT 1 FROM files WHERE id = new.file_id);
END;

INSERT INTO data_dictionary (table_name, column_name, description, standard, personal_data) VALUES
  ('files', 'id', 'number of the file', NULL, 'pseudonymous'),
  ('files', 'byte_size', 'its size in bytes', 'schema.org/DigitalDocument.contentSize', 'none'),
  ('files', 'text_status', 'none, pending, extracted, no_text, unsupported or failed', NULL, 'none'),
  ('files', 'text_tool', 'what made the text, with its version', NULL, 'none'),
  ('files', 'text_error', 'why there is no text', NULL, 'free_text'),
  ('files', 'batch_id', 'the import that brought the bytes first', NULL, 'none'),
  ('file_hashes', 'file_id', 'the file', NULL, 'pseudonymous'),
  ('file_hashes', 'sha256', 'SHA-256 of its bytes, and its name in the folder', 'FIPS 180-4', 'identifying'),
  ('document_pages', 'id', 'number of the page', NULL, 'pseudonymous'),
  ('document_pages', 'file_id', 'the file', NULL, 'pseudonymous'),
  ('document_pages', 'page', 'page of the paper, from 1', NULL, 'none'),
  ('document_pages', 'text', 'what stands on it', NULL, 'free_text');
