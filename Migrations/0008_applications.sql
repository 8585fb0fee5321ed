-- Applications, their stages, and the history that only triggers write.
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
CREATE UNIQUE INDEX applications_one_per_intake ON applications (applicant_id, position_id, coalesce(intake, ''));
CREATE INDEX applications_by_batch ON applications (batch_id);
CREATE INDEX applications_by_stage ON applications (stage, position_id);
CREATE INDEX applications_by_position ON applications (position_id, received_at);

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
-- What changed since a day is asked every week: the questions stage-changes, decisions, reasons, stage-durations.
CREATE INDEX stage_history_by_time ON stage_history (at);

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

-- A new application.
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
CREATE TRIGGER applications_begin AFTER INSERT ON applications BEGIN
  INSERT INTO reference_numbers (series, last) SELECT substr(new.ref, 1, 6), max(1, CAST(substr(new.ref, 8) AS INTEGER))
    WHERE NOT EXISTS (SELECT 1 FROM reference_numbers
                      WHERE series = substr(new.ref, 1, 6) AND last >= CAST(substr(new.ref, 8) AS INTEGER))
    ON CONFLICT (series) DO UPDATE SET last = excluded.last;
  INSERT INTO stage_history (application_id, from_stage, to_stage, at, by_whom)
    VALUES (new.id, NULL, new.stage, new.stage_at, coalesce(new.stage_by, 'sql'));
  UPDATE applications SET stage_by = NULL WHERE id = new.id AND stage_by IS NOT NULL;
END;

-- A stage change: UPDATE applications SET stage = '...' [, stage_reason = '...'] [, stage_by = '...'] WHERE ref = '...'.
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
CREATE TRIGGER applications_agree_with_history BEFORE UPDATE OF stage_at, stage_reason ON applications
WHEN new.stage IS old.stage AND (new.stage_at IS NOT old.stage_at OR new.stage_reason IS NOT old.stage_reason) BEGIN
  SELECT RAISE(ABORT, 'stage_at and stage_reason change together with the stage only')
    WHERE (new.stage_at, new.stage_reason)
      IS NOT (SELECT at, reason FROM stage_history WHERE application_id = old.id ORDER BY id DESC LIMIT 1);
END;

CREATE TRIGGER applications_move_by_somebody BEFORE UPDATE OF stage_by ON applications
WHEN new.stage IS old.stage AND new.stage_by IS NOT NULL AND new.stage_by IS NOT old.stage_by BEGIN
  SELECT RAISE(ABORT, 'stage_by is written together with the stage only');
END;

-- What never changes, what may change to something that exists, what is never deleted.
CREATE TRIGGER applications_keep_their_ref BEFORE UPDATE ON applications    -- any: rowid is another name of id
WHEN new.id <> old.id OR new.ref <> old.ref OR new.batch_id IS NOT old.batch_id BEGIN
  SELECT RAISE(ABORT, 'the id, ref and import of an application never change: people quote them');
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
CREATE TRIGGER applications_stay BEFORE DELETE ON applications
WHEN NOT EXISTS (SELECT 1 FROM import_batches WHERE id = old.batch_id AND undone_at IS NOT NULL) BEGIN
  SELECT RAISE(ABORT, 'an application is not deleted: move it to rejected or withdrawn');
END;
CREATE TRIGGER applications_take_their_history_along AFTER DELETE ON applications BEGIN
  DELETE FROM stage_history WHERE application_id = old.id;
  DELETE FROM application_notes WHERE application_id = old.id;
END;
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
CREATE TRIGGER applicants_with_applications_stay BEFORE DELETE ON applicants
WHEN EXISTS (SELECT 1 FROM applications WHERE applicant_id = old.id) BEGIN
  SELECT RAISE(ABORT, 'this applicant has applications');
END;
CREATE TRIGGER positions_with_applications_stay BEFORE DELETE ON positions
WHEN EXISTS (SELECT 1 FROM applications WHERE position_id = old.id) BEGIN
  SELECT RAISE(ABORT, 'this position has applications: set its status to closed');
END;
CREATE TRIGGER positions_are_not_replaced BEFORE INSERT ON positions
WHEN EXISTS (SELECT 1 FROM positions WHERE id = new.id OR slug = new.slug) BEGIN
  SELECT RAISE(ABORT, 'a position with this id or slug is there already: use UPDATE');
END;
CREATE TRIGGER positions_keep_their_id BEFORE UPDATE ON positions
WHEN new.id <> old.id OR (new.slug <> old.slug AND EXISTS (SELECT 1 FROM positions WHERE slug = new.slug AND id <> old.id)) BEGIN
  SELECT RAISE(ABORT, 'the id of a position never changes, and its slug is its own');
END;

CREATE TRIGGER intakes_in_use_stay BEFORE DELETE ON intakes WHEN EXISTS (SELECT 1 FROM applications WHERE intake = old.code) BEGIN
  SELECT RAISE(ABORT, 'this intake has applications');
END;
CREATE TRIGGER intakes_in_use_keep_their_code BEFORE UPDATE OF code ON intakes
WHEN new.code <> old.code AND EXISTS (SELECT 1 FROM applications WHERE intake = old.code) BEGIN
  SELECT RAISE(ABORT, 'this intake has applications: its code never changes');
END;
CREATE TRIGGER stages_are_not_replaced BEFORE INSERT ON stages
WHEN EXISTS (SELECT 1 FROM stages WHERE code = new.code OR ordinal = new.ordinal) BEGIN
  SELECT RAISE(ABORT, 'a stage with this code or ordinal is there already: use UPDATE');
END;
CREATE TRIGGER stages_keep_their_code BEFORE UPDATE OF code, ordinal ON stages
WHEN new.code <> old.code OR EXISTS (SELECT 1 FROM stages WHERE ordinal = new.ordinal AND code <> old.code) BEGIN
  SELECT RAISE(ABORT, 'the code of a stage never changes, and its ordinal is its own');
END;
CREATE TRIGGER stages_in_use_stay BEFORE DELETE ON stages
WHEN EXISTS (SELECT 1 FROM stage_history WHERE old.code IN (from_stage, to_stage))
  OR EXISTS (SELECT 1 FROM stage_transitions WHERE old.code IN (from_stage, to_stage)) BEGIN
  SELECT RAISE(ABORT, 'this stage is part of a history or of stage_transitions');
END;
CREATE TRIGGER decision_reasons_in_use_stay BEFORE DELETE ON decision_reasons
WHEN EXISTS (SELECT 1 FROM stage_history WHERE reason = old.code) BEGIN
  SELECT RAISE(ABORT, 'this reason is part of a history');
END;
CREATE TRIGGER decision_reasons_keep_their_code BEFORE UPDATE OF code, to_stage ON decision_reasons
WHEN (new.code <> old.code OR new.to_stage <> old.to_stage)
  AND EXISTS (SELECT 1 FROM stage_history WHERE reason IN (old.code, new.code)) BEGIN
  SELECT RAISE(ABORT, 'this reason is part of a history: only its words change');
END;

CREATE TRIGGER stage_history_follows_the_stage BEFORE INSERT ON stage_history BEGIN
  SELECT RAISE(ABORT, 'stage_history is append-only and written by the stage change itself: UPDATE applications SET stage')
    WHERE EXISTS (SELECT 1 FROM stage_history WHERE id = new.id)
       OR new.from_stage IS new.to_stage
       OR new.to_stage IS NOT (SELECT stage FROM applications WHERE id = new.application_id)
       OR new.from_stage IS NOT
          (SELECT to_stage FROM stage_history WHERE application_id = new.application_id ORDER BY id DESC LIMIT 1)
       OR new.id BETWEEN 1 AND coalesce((SELECT max(id) FROM stage_history), 0);
END;
CREATE TRIGGER stage_history_is_not_edited BEFORE UPDATE ON stage_history BEGIN
  SELECT RAISE(ABORT, 'stage_history is append-only: what happened is not edited');
END;
CREATE TRIGGER stage_history_is_not_deleted BEFORE DELETE ON stage_history
WHEN EXISTS (SELECT 1 FROM applications WHERE id = old.application_id) BEGIN
  SELECT RAISE(ABORT, 'stage_history is append-only: what happened is not deleted');
END;

INSERT INTO data_dictionary (table_name, column_name, description, standard, personal_data) VALUES
  ('applications', 'id', 'number of the application', NULL, 'pseudonymous'),
  ('applications', 'ref', 'what people quote: A-2027-0041, by the year received', NULL, 'pseudonymous'),
  ('applications', 'applicant_id', 'who applied', NULL, 'pseudonymous'),
  ('applications', 'position_id', 'for what', NULL, 'none'),
  ('applications', 'intake', 'for when; NULL when not known', NULL, 'none'),
  ('applications', 'received_at', 'date of the mail that applied', 'ISO 8601, UTC', 'none'),
  ('applications', 'source', 'how it came: email, forward, form, csv or manual', NULL, 'none'),
  ('applications', 'stage', 'where it stands', NULL, 'none'),
  ('applications', 'stage_at', 'since when', 'ISO 8601, UTC', 'none'),
  ('applications', 'stage_reason', 'why it stands there', NULL, 'none'),
  ('applications', 'stage_by', 'who moves it; only while it is moved', NULL, 'identifying'),
  ('applications', 'batch_id', 'the import that it came with', NULL, 'none'),
  ('applications', 'filed_after_merge', 'the newest of merges when it came', NULL, 'none'),
  ('application_notes', 'id', 'number of the note', NULL, 'none'),
  ('application_notes', 'application_id', 'the application', NULL, 'pseudonymous'),
  ('application_notes', 'noted_at', 'when it was written', 'ISO 8601, UTC', 'none'),
  ('application_notes', 'by_whom', 'who wrote it', NULL, 'identifying'),
  ('application_notes', 'note', 'what it says', NULL, 'free_text'),
  ('application_notes', 'batch_id', 'the import that brought it', NULL, 'none'),
  ('stage_history', 'id', 'order of the changes', NULL, 'none'),
  ('stage_history', 'application_id', 'the application', NULL, 'pseudonymous'),
  ('stage_history', 'from_stage', 'the stage before; NULL when it came in', NULL, 'none'),
  ('stage_history', 'to_stage', 'the stage after', NULL, 'none'),
  ('stage_history', 'at', 'when', 'ISO 8601, UTC', 'none'),
  ('stage_history', 'by_whom', 'a member''s handle, or what made the change', NULL, 'identifying'),
  ('stage_history', 'reason', 'why, where the stage needs a reason: a code of decision_reasons', NULL, 'none');
