-- People. The row in applicants is a pseudonym; names and addresses lie apart.
CREATE TABLE reference_numbers (         -- the last number given, by kind: 'P', 'A-2027'; never given twice
  series  TEXT PRIMARY KEY,
  last    INTEGER NOT NULL CHECK (last BETWEEN 1 AND 999999999)
) STRICT, WITHOUT ROWID;

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
CREATE INDEX applicants_by_person ON applicants (person_id);
CREATE INDEX applicants_by_merge ON applicants (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX applicants_by_batch ON applicants (batch_id);

CREATE TABLE applicant_names (
  applicant_id  INTEGER PRIMARY KEY REFERENCES applicants (id) ON DELETE CASCADE,
  name          TEXT NOT NULL CHECK (trim(name) <> ''),  -- as the person writes it
  given_name    TEXT,
  family_name   TEXT,
  native_name   TEXT,                                    -- 陳大文
  batch_id      INTEGER REFERENCES import_batches (id)   -- the import that brought the name
) STRICT;
CREATE INDEX applicant_names_by_batch ON applicant_names (batch_id);

CREATE TABLE applicant_aliases (         -- other ways in which the person's mail writes the name
  applicant_id  INTEGER NOT NULL REFERENCES applicants (id) ON DELETE CASCADE,
  name          TEXT NOT NULL CHECK (trim(name) <> ''),
  batch_id      INTEGER REFERENCES import_batches (id),
  PRIMARY KEY (applicant_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX applicant_aliases_by_batch ON applicant_aliases (batch_id);

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
-- With and without the code of the country, the end is the same.
CREATE INDEX applicant_phones_by_end ON applicant_phones (substr(digits, -8)) WHERE length(digits) >= 7;

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

CREATE TRIGGER applicants_are_numbered AFTER INSERT ON applicants BEGIN
  INSERT INTO reference_numbers (series, last) SELECT 'P', max(1, CAST(substr(new.ref, 3) AS INTEGER))
    WHERE NOT EXISTS (SELECT 1 FROM reference_numbers WHERE series = 'P' AND last >= CAST(substr(new.ref, 3) AS INTEGER))
    ON CONFLICT (series) DO UPDATE SET last = excluded.last;
END;
CREATE TRIGGER reference_numbers_grow BEFORE UPDATE ON reference_numbers
WHEN new.series <> old.series OR new.last < old.last BEGIN
  SELECT RAISE(ABORT, 'reference_numbers only grow: a ref is never given twice');
END;
CREATE TRIGGER reference_numbers_are_not_replaced BEFORE INSERT ON reference_numbers
WHEN EXISTS (SELECT 1 FROM reference_numbers WHERE series = new.series AND last > new.last) BEGIN
  SELECT RAISE(ABORT, 'reference_numbers only grow: a ref is never given twice');
END;
CREATE TRIGGER reference_numbers_stay BEFORE DELETE ON reference_numbers BEGIN
  SELECT RAISE(ABORT, 'reference_numbers only grow: a ref is never given twice');
END;
CREATE TRIGGER applicants_are_not_replaced BEFORE INSERT ON applicants
WHEN EXISTS (SELECT 1 FROM applicants WHERE id = new.id OR ref = new.ref) BEGIN
  SELECT RAISE(ABORT, 'an applicant with this id or ref is there already: use UPDATE');
END;
CREATE TRIGGER applicants_keep_their_ref BEFORE UPDATE ON applicants      -- any: rowid is another name of id
WHEN new.id <> old.id OR new.ref <> old.ref BEGIN
  SELECT RAISE(ABORT, 'the id and ref of an applicant never change: people quote them');
END;
CREATE TRIGGER applicant_names_have_an_applicant BEFORE INSERT ON applicant_names
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_names.applicant_id: no such applicant');
END;
CREATE TRIGGER applicant_names_stay_with_the_applicant BEFORE UPDATE ON applicant_names
WHEN new.applicant_id <> old.applicant_id BEGIN
  SELECT RAISE(ABORT, 'applicant_names.applicant_id: a name stays with its applicant');
END;
CREATE TRIGGER applicant_aliases_have_an_applicant BEFORE INSERT ON applicant_aliases
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_aliases.applicant_id: no such applicant');
END;
CREATE TRIGGER applicant_aliases_go_to_an_applicant BEFORE UPDATE OF applicant_id ON applicant_aliases
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_aliases.applicant_id: no such applicant');
END;
CREATE TRIGGER applicant_emails_have_an_applicant BEFORE INSERT ON applicant_emails
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_emails.applicant_id: no such applicant');
END;
CREATE TRIGGER applicant_emails_go_to_an_applicant BEFORE UPDATE OF applicant_id ON applicant_emails
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_emails.applicant_id: no such applicant');
END;
CREATE TRIGGER applicant_phones_have_an_applicant BEFORE INSERT ON applicant_phones
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_phones.applicant_id: no such applicant');
END;
CREATE TRIGGER applicant_phones_go_to_an_applicant BEFORE UPDATE OF applicant_id ON applicant_phones
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_phones.applicant_id: no such applicant');
END;
CREATE TRIGGER applicant_profiles_have_an_applicant BEFORE INSERT ON applicant_profiles
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_profiles.applicant_id: no such applicant');
END;
CREATE TRIGGER applicant_profiles_go_to_an_applicant BEFORE UPDATE OF applicant_id ON applicant_profiles
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_profiles.applicant_id: no such applicant');
END;

-- One person under two numbers. merged_into names the person, never somebody who is merged as well.
CREATE TRIGGER applicants_begin_as_themselves BEFORE INSERT ON applicants WHEN new.merged_into IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a new applicant is not merged yet: recruitdb merge');
END;
CREATE TRIGGER applicants_merge_into_a_person BEFORE UPDATE OF merged_into ON applicants WHEN new.merged_into IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'applicants.merged_into: no such applicant')
    WHERE NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.merged_into);
  SELECT RAISE(ABORT, 'applicants.merged_into: that one is merged into somebody; name the person')
    WHERE (SELECT merged_into FROM applicants WHERE id = new.merged_into) IS NOT NULL;
  SELECT RAISE(ABORT, 'applicants.merged_into: others are merged into this one; recruitdb merge takes them along')
    WHERE EXISTS (SELECT 1 FROM applicants WHERE person_id = old.id AND id <> old.id);
END;
CREATE TRIGGER applicants_with_others_in_them_stay BEFORE DELETE ON applicants
WHEN EXISTS (SELECT 1 FROM applicants WHERE person_id = old.id AND id <> old.id) BEGIN
  SELECT RAISE(ABORT, 'others are merged into this applicant: recruitdb unmerge');
END;
CREATE TRIGGER applicant_names_are_edited AFTER UPDATE ON applicant_names BEGIN
  UPDATE applicants SET edited_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = new.applicant_id;
END;
CREATE TRIGGER applicant_emails_are_edited AFTER UPDATE ON applicant_emails BEGIN
  UPDATE applicants SET edited_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = new.applicant_id;
END;
CREATE TRIGGER applicant_emails_are_taken_away AFTER DELETE ON applicant_emails
WHEN NOT EXISTS (SELECT 1 FROM import_batches WHERE id = old.batch_id AND undone_at IS NOT NULL) BEGIN
  UPDATE applicants SET edited_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = old.applicant_id;
END;
CREATE TRIGGER applicants_take_their_names_along AFTER DELETE ON applicants BEGIN
  DELETE FROM applicant_names WHERE applicant_id = old.id;
  DELETE FROM applicant_aliases WHERE applicant_id = old.id;
  DELETE FROM applicant_emails WHERE applicant_id = old.id;
  DELETE FROM applicant_phones WHERE applicant_id = old.id;
  DELETE FROM applicant_profiles WHERE applicant_id = old.id;
END;

INSERT INTO data_dictionary (table_name, column_name, description, standard, personal_data) VALUES
  ('reference_numbers', 'series', 'P, or A with a year', NULL, 'none'),
  ('reference_numbers', 'last', 'the last number given', NULL, 'none'),
  ('applicants', 'id', 'number of the applicant', NULL, 'pseudonymous'),
  ('applicants', 'ref', 'what people quote: P-0041', NULL, 'pseudonymous'),
  ('applicants', 'first_seen_at', 'date of the first mail', 'ISO 8601, UTC', 'none'),
  ('applicants', 'merged_into', 'who this one turned out to be', NULL, 'pseudonymous'),
  ('applicants', 'person_id', 'the person: merged_into, else id', NULL, 'pseudonymous'),
  ('applicants', 'edited_at', 'when the name or an address was last changed by hand', 'ISO 8601, UTC', 'none'),
  ('applicants', 'batch_id', 'the import that brought the person', NULL, 'none'),
  ('applicant_names', 'applicant_id', 'the applicant', NULL, 'pseudonymous'),
  ('applicant_names', 'name', 'the name as the person writes it', 'JSON Resume basics.name', 'identifying'),
  ('applicant_names', 'given_name', 'given name', 'schema.org/Person.givenName', 'identifying'),
  ('applicant_names', 'family_name', 'family name', 'schema.org/Person.familyName', 'identifying'),
  ('applicant_names', 'native_name', 'the name in its own script', NULL, 'identifying'),
  ('applicant_names', 'batch_id', 'the import that brought the name', NULL, 'none'),
  ('applicant_aliases', 'applicant_id', 'the applicant', NULL, 'pseudonymous'),
  ('applicant_aliases', 'name', 'another way in which mail writes the name', 'schema.org/Person.alternateName', 'identifying'),
  ('applicant_aliases', 'batch_id', 'the import that brought it', NULL, 'none'),
  ('applicant_emails', 'applicant_id', 'the applicant', NULL, 'pseudonymous'),
  ('applicant_emails', 'email', 'an address of the applicant', 'RFC 5322 addr-spec', 'identifying'),
  ('applicant_emails', 'is_primary', '1 for the address to write to', NULL, 'none'),
  ('applicant_emails', 'batch_id', 'the import that brought it', NULL, 'none'),
  ('applicant_emails', 'email_key', 'the mailbox, where the address is another way to write it', 'RFC 5322 addr-spec', 'identifying'),
  ('applicant_emails', 'institution', 'the domain without the word for a part of it', NULL, 'identifying'),
  ('applicant_phones', 'applicant_id', 'the applicant', NULL, 'pseudonymous'),
  ('applicant_phones', 'phone', 'a telephone number, as the person writes it', 'JSON Resume basics.phone', 'identifying'),
  ('applicant_phones', 'batch_id', 'the import that brought it', NULL, 'none'),
  ('applicant_phones', 'digits', 'its digits, to compare', 'E.164', 'identifying'),
  ('applicant_profiles', 'applicant_id', 'the applicant', NULL, 'pseudonymous'),
  ('applicant_profiles', 'network', 'where the account is: orcid, github', 'JSON Resume basics.profiles.network', 'none'),
  ('applicant_profiles', 'username', 'the account: for orcid the sixteen digits with hyphens', 'JSON Resume basics.profiles.username', 'identifying'),
  ('applicant_profiles', 'url', 'its page', 'JSON Resume basics.profiles.url', 'identifying'),
  ('applicant_profiles', 'batch_id', 'the import that brought it', NULL, 'none'),
  ('applicant_profiles', 'orcid', 'the digits of an ORCID, to compare', 'ISO 7064', 'identifying');
