-- Papers: a file that a person handed in. The same bytes from the same person are one document.
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
CREATE INDEX documents_by_file ON documents (file_id);
CREATE INDEX documents_by_message ON documents (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX documents_by_batch ON documents (batch_id);

CREATE TABLE document_names (
  document_id  INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  filename     TEXT NOT NULL
) STRICT;

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
CREATE TRIGGER applications_with_papers_stay BEFORE DELETE ON applications
WHEN EXISTS (SELECT 1 FROM import_batches WHERE id = old.batch_id AND undone_at IS NOT NULL)
  AND EXISTS (SELECT 1 FROM documents WHERE application_id = old.id) BEGIN
  SELECT RAISE(ABORT, 'this application has papers');
END;
CREATE TRIGGER messages_with_papers_stay BEFORE DELETE ON messages
WHEN EXISTS (SELECT 1 FROM import_batches WHERE id = old.batch_id AND undone_at IS NOT NULL)
  AND EXISTS (SELECT 1 FROM documents WHERE message_id = old.id) BEGIN
  SELECT RAISE(ABORT, 'papers came with this message');
END;
CREATE TRIGGER document_names_have_a_document BEFORE INSERT ON document_names
WHEN NOT EXISTS (SELECT 1 FROM documents WHERE id = new.document_id) BEGIN
  SELECT RAISE(ABORT, 'document_names.document_id: no such document');
END;
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
CREATE TRIGGER files_in_use_stay BEFORE DELETE ON files
WHEN EXISTS (SELECT 1 FROM documents WHERE file_id = old.id) OR EXISTS (SELECT 1 FROM messages WHERE file_id = old.id)
  OR EXISTS (SELECT 1 FROM message_attachments WHERE file_id = old.id) BEGIN
  SELECT RAISE(ABORT, 'this file is a paper or a mail of somebody');
END;
CREATE TRIGGER applicants_with_papers_stay BEFORE DELETE ON applicants
WHEN EXISTS (SELECT 1 FROM documents WHERE applicant_id = old.id) OR EXISTS (SELECT 1 FROM messages WHERE old.id IN (applicant_id, suggested_applicant_id)) BEGIN
  SELECT RAISE(ABORT, 'this applicant has papers or mail');
END;

INSERT INTO data_dictionary (table_name, column_name, description, standard, personal_data) VALUES
  ('documents', 'id', 'number of the paper', NULL, 'pseudonymous'),
  ('documents', 'applicant_id', 'whose it is', NULL, 'pseudonymous'),
  ('documents', 'application_id', 'the application it came with', NULL, 'pseudonymous'),
  ('documents', 'message_id', 'the mail that brought it', NULL, 'pseudonymous'),
  ('documents', 'file_id', 'its bytes', NULL, 'pseudonymous'),
  ('documents', 'document_type', 'what paper it is', NULL, 'none'),
  ('documents', 'media_type', 'its type', 'RFC 6838', 'none'),
  ('documents', 'received_at', 'date of the mail that brought it', 'ISO 8601, UTC', 'none'),
  ('documents', 'confidential', '1 for a referee''s letter, never shown to the applicant', NULL, 'none'),
  ('documents', 'batch_id', 'the import that it came with', NULL, 'none'),
  ('document_names', 'document_id', 'the paper', NULL, 'pseudonymous'),
  ('document_names', 'filename', 'the name that the sender gave it', 'RFC 2183 filename', 'identifying');
