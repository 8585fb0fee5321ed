-- Who turned out to be who, said by people. Rows never move: a merge in force is an edge of a tree, and
-- applicants.merged_into names its root, so that each merge is taken apart exactly, in whatever order.
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
CREATE UNIQUE INDEX merges_in_force ON merges (merged_id) WHERE undone_at IS NULL;
CREATE INDEX merges_by_merged ON merges (merged_id);
CREATE INDEX merges_by_kept ON merges (kept_id);

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
CREATE TRIGGER merges_bring_together AFTER INSERT ON merges BEGIN
  UPDATE applicants SET merged_into = new.kept_id WHERE person_id = new.merged_id AND id <> new.merged_id;
  UPDATE applicants SET merged_into = new.kept_id WHERE id = new.merged_id;
END;
CREATE TRIGGER merges_are_undone_only BEFORE UPDATE ON merges BEGIN
  SELECT RAISE(ABORT, 'a merge is not edited: set undone_at and undone_by, and the two are as before')
    WHERE new.id <> old.id OR new.kept_id <> old.kept_id OR new.merged_id <> old.merged_id
       OR new.merged_at <> old.merged_at OR new.merged_by <> old.merged_by
       OR (old.undone_at IS NOT NULL AND (new.undone_at IS NOT old.undone_at OR new.undone_by IS NOT old.undone_by));
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
CREATE TRIGGER applicants_take_their_merges_along AFTER DELETE ON applicants BEGIN
  DELETE FROM merges WHERE kept_id = old.id;
  DELETE FROM merges WHERE merged_id = old.id;
  DELETE FROM distinct_applicants WHERE applicant_id = old.id;
  DELETE FROM distinct_applicants WHERE other_id = old.id;
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
CREATE TRIGGER distinct_applicants_are_not_edited BEFORE UPDATE ON distinct_applicants BEGIN
  SELECT RAISE(ABORT, 'what was said of two applicants is not edited: delete it, and say it again');
END;

INSERT INTO data_dictionary (table_name, column_name, description, standard, personal_data) VALUES
  ('merges', 'id', 'order of the merges', NULL, 'none'),
  ('merges', 'kept_id', 'the person that the other turned out to be', NULL, 'pseudonymous'),
  ('merges', 'merged_id', 'the applicant merged into that person', NULL, 'pseudonymous'),
  ('merges', 'merged_at', 'when', 'ISO 8601, UTC', 'none'),
  ('merges', 'merged_by', 'who said so', NULL, 'identifying'),
  ('merges', 'undone_at', 'when they became two again; NULL while it is in force', 'ISO 8601, UTC', 'none'),
  ('merges', 'undone_by', 'who said so', NULL, 'identifying'),
  ('distinct_applicants', 'applicant_id', 'an applicant', NULL, 'pseudonymous'),
  ('distinct_applicants', 'other_id', 'another one, who is somebody else', NULL, 'pseudonymous'),
  ('distinct_applicants', 'said_at', 'when', 'ISO 8601, UTC', 'none'),
  ('distinct_applicants', 'said_by', 'who said so', NULL, 'identifying');
