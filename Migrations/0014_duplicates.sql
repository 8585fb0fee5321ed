-- What the view duplicate_pairs compares beside addresses, telephones and papers.
CREATE TABLE applicant_name_keys (       -- a name as it compares: case, marks, titles, order and gaps do not count
  name_key      TEXT NOT NULL,           -- written by recruitdb; empty where a name has nothing to compare
  applicant_id  INTEGER NOT NULL REFERENCES applicants (id) ON DELETE CASCADE,
  PRIMARY KEY (name_key, applicant_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX applicant_name_keys_by_applicant ON applicant_name_keys (applicant_id);

-- Who has a name and no key was changed by SQL: recruitdb duplicates and check write it anew.
CREATE TRIGGER applicant_name_keys_follow_the_name AFTER UPDATE OF name, given_name, family_name, native_name ON applicant_names BEGIN
  DELETE FROM applicant_name_keys WHERE applicant_id = new.applicant_id;
END;
CREATE TRIGGER applicant_name_keys_go_with_the_name AFTER DELETE ON applicant_names BEGIN
  DELETE FROM applicant_name_keys WHERE applicant_id = old.applicant_id;
END;
CREATE TRIGGER applicant_name_keys_follow_a_new_alias AFTER INSERT ON applicant_aliases BEGIN
  DELETE FROM applicant_name_keys WHERE applicant_id = new.applicant_id;
END;
CREATE TRIGGER applicant_name_keys_follow_an_alias AFTER UPDATE ON applicant_aliases BEGIN
  DELETE FROM applicant_name_keys WHERE applicant_id IN (old.applicant_id, new.applicant_id);
END;
CREATE TRIGGER applicant_name_keys_go_with_an_alias AFTER DELETE ON applicant_aliases BEGIN
  DELETE FROM applicant_name_keys WHERE applicant_id = old.applicant_id;
END;
CREATE TRIGGER applicant_name_keys_have_an_applicant BEFORE INSERT ON applicant_name_keys
WHEN NOT EXISTS (SELECT 1 FROM applicants WHERE id = new.applicant_id) BEGIN
  SELECT RAISE(ABORT, 'applicant_name_keys.applicant_id: no such applicant');
END;
CREATE TRIGGER applicants_take_their_name_keys_along AFTER DELETE ON applicants BEGIN
  DELETE FROM applicant_name_keys WHERE applicant_id = old.id;
END;

CREATE TABLE mail_providers (            -- an address here says nothing of where a person studies or works
  domain  TEXT PRIMARY KEY CHECK (domain = lower(domain) AND domain NOT LIKE '%@%')
) STRICT, WITHOUT ROWID;
INSERT INTO mail_providers (domain) VALUES
  ('gmail.com'), ('googlemail.com'), ('outlook.com'), ('hotmail.com'), ('hotmail.co.uk'), ('hotmail.fr'), ('live.com'),
  ('live.cn'), ('live.co.uk'), ('msn.com'), ('yahoo.com'), ('yahoo.co.jp'), ('yahoo.co.uk'), ('yahoo.co.in'),
  ('yahoo.fr'), ('yahoo.de'), ('yahoo.com.hk'), ('yahoo.com.tw'), ('yahoo.com.cn'), ('yahoo.cn'), ('ymail.com'),
  ('rocketmail.com'), ('aol.com'), ('icloud.com'), ('me.com'), ('mac.com'), ('proton.me'), ('protonmail.com'), ('pm.me'),
  ('qq.com'), ('vip.qq.com'), ('foxmail.com'), ('163.com'), ('vip.163.com'), ('126.com'), ('vip.126.com'), ('yeah.net'),
  ('188.com'), ('sina.com'), ('sina.cn'), ('sina.com.cn'), ('vip.sina.com'), ('sohu.com'), ('139.com'), ('189.cn'),
  ('wo.cn'), ('aliyun.com'), ('21cn.com'), ('tom.com'), ('naver.com'), ('daum.net'), ('hanmail.net'), ('kakao.com'),
  ('nate.com'), ('gmx.com'), ('gmx.de'), ('gmx.net'), ('web.de'), ('t-online.de'), ('orange.fr'), ('free.fr'),
  ('laposte.net'), ('libero.it'), ('mail.ru'), ('yandex.ru'), ('yandex.com'), ('zoho.com'), ('fastmail.com'),
  ('hey.com'), ('tuta.com'), ('tutanota.com'), ('rediffmail.com'), ('mail.com'), ('duck.com');

INSERT INTO data_dictionary (table_name, column_name, description, standard, personal_data) VALUES
  ('applicant_name_keys', 'name_key', 'a name, in the form in which names compare', 'Unicode NFKC', 'identifying'),
  ('applicant_name_keys', 'applicant_id', 'whose it is', NULL, 'pseudonymous'),
  ('mail_providers', 'domain', 'where anybody may have an address', NULL, 'none');
