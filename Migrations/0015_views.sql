-- What people type. Views that end in _facts show no personal value; person is who an applicant turned out to be.
CREATE VIEW application_facts AS
SELECT a.ref, p.slug AS position, p.position_type, a.intake, a.stage, s.outcome, ap.ref AS person,
       a.received_at, a.stage_at, a.stage_reason, a.source
FROM applications a
JOIN positions p ON p.id = a.position_id
JOIN stages s ON s.code = a.stage
JOIN applicants o ON o.id = a.applicant_id
JOIN applicants ap ON ap.id = o.person_id;

CREATE VIEW application_overview AS
SELECT a.ref, p.slug AS position, p.position_type, a.intake, a.stage, s.outcome, ap.ref AS person, n.name, e.email,
       a.received_at, a.stage_at, a.stage_reason, a.source
FROM applications a
JOIN positions p ON p.id = a.position_id
JOIN stages s ON s.code = a.stage
JOIN applicants o ON o.id = a.applicant_id
JOIN applicants ap ON ap.id = o.person_id
LEFT JOIN applicant_names n ON n.applicant_id = ap.id
LEFT JOIN applicant_emails e ON e.applicant_id = ap.id AND e.is_primary = 1;

CREATE VIEW document_overview AS
SELECT ap.ref AS person, a.ref AS ref, d.document_type, n.filename, d.media_type, f.byte_size, h.sha256, d.received_at, f.text_status
FROM documents d
JOIN applicants o ON o.id = d.applicant_id
JOIN applicants ap ON ap.id = o.person_id
JOIN files f ON f.id = d.file_id
JOIN file_hashes h ON h.file_id = d.file_id
LEFT JOIN document_names n ON n.document_id = d.id
LEFT JOIN applications a ON a.id = d.application_id;

CREATE VIEW document_facts AS
SELECT ap.ref AS person, a.ref AS ref, d.document_type, d.media_type, f.byte_size, d.received_at, f.text_status
FROM documents d
JOIN applicants o ON o.id = d.applicant_id
JOIN applicants ap ON ap.id = o.person_id
JOIN files f ON f.id = d.file_id
LEFT JOIN applications a ON a.id = d.application_id;

CREATE VIEW message_overview AS
SELECT m.id AS message, h.header_message_id AS message_id, m.direction, m.received_at, h.sender, h.original_sender, h.subject,
       m.triage, a.ref
FROM messages m
JOIN message_headers h ON h.message_id = m.id
LEFT JOIN applications a ON a.id = m.application_id;

CREATE VIEW message_facts AS
SELECT m.id AS message, m.direction, m.received_at, m.triage, m.why, m.in_inbox, a.ref
FROM messages m
LEFT JOIN applications a ON a.id = m.application_id;

CREATE VIEW inbox AS
SELECT m.id AS message, m.received_at, h.sender, h.subject, m.why,
       nullif(trim(coalesce(m.suggested_position, '') || ' ' || coalesce(p.ref, '') || ' ' || coalesce(h.suggested_address, '')), '')
         AS suggestion
FROM messages m
JOIN message_headers h ON h.message_id = m.id
LEFT JOIN applicants o ON o.id = m.suggested_applicant_id
LEFT JOIN applicants p ON p.id = o.person_id
WHERE m.in_inbox = 1;

CREATE VIEW missing_documents AS
SELECT a.ref, pd.document_type
FROM applications a
JOIN position_documents pd ON pd.position_id = a.position_id AND pd.required = 1
WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.document_type = pd.document_type AND d.applicant_id IN
                    (SELECT id FROM applicants WHERE person_id = (SELECT person_id FROM applicants WHERE id = a.applicant_id)));

CREATE VIEW time_in_stage AS
SELECT a.ref, h.to_stage AS stage, h.at AS entered_at, h.left_at,
       CAST(julianday(coalesce(h.left_at, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))) - julianday(h.at) AS INTEGER) AS days
FROM (SELECT application_id, to_stage, at, lead(at) OVER (PARTITION BY application_id ORDER BY id) AS left_at FROM stage_history) h
JOIN applications a ON a.id = h.application_id;

-- Who may be one person under two numbers. A pair is a question to a person, who says merge or duplicates --not.
CREATE VIEW duplicate_pairs AS
WITH hits (a, b, kind) AS (
  SELECT p.applicant_id, q.applicant_id, 'orcid'
  FROM (SELECT orcid FROM applicant_profiles WHERE orcid IS NOT NULL GROUP BY orcid HAVING count(*) BETWEEN 2 AND 6) g
  CROSS JOIN applicant_profiles p ON p.orcid = g.orcid
  CROSS JOIN applicant_profiles q ON q.orcid = g.orcid AND q.applicant_id > p.applicant_id
  UNION ALL
  -- An address of more people than a family is an agent's.
  SELECT p.applicant_id, q.applicant_id, 'address'
  FROM (SELECT email FROM applicant_emails GROUP BY email HAVING count(*) BETWEEN 2 AND 4) g
  CROSS JOIN applicant_emails p ON p.email = g.email
  CROSS JOIN applicant_emails q ON q.email = g.email AND q.applicant_id > p.applicant_id
  UNION ALL
  SELECT k.applicant_id, e.applicant_id, 'mailbox'
  FROM (SELECT email_key FROM applicant_emails WHERE email_key IS NOT NULL GROUP BY email_key HAVING count(*) <= 4) g
  CROSS JOIN applicant_emails k ON k.email_key = g.email_key
  CROSS JOIN applicant_emails e ON e.email = g.email_key AND e.applicant_id <> k.applicant_id
  UNION ALL
  SELECT p.applicant_id, q.applicant_id, 'mailbox'
  FROM (SELECT email_key FROM applicant_emails WHERE email_key IS NOT NULL
        GROUP BY email_key HAVING count(*) BETWEEN 2 AND 4) g
  CROSS JOIN applicant_emails p ON p.email_key = g.email_key
  CROSS JOIN applicant_emails q ON q.email_key = g.email_key AND q.applicant_id > p.applicant_id AND q.email <> p.email
  UNION ALL
  -- The longer number is the shorter one after the code of a country.
  SELECT p.applicant_id, q.applicant_id, 'phone'
  FROM (SELECT substr(digits, -8) AS last FROM applicant_phones WHERE length(digits) >= 7
        GROUP BY substr(digits, -8) HAVING count(*) BETWEEN 2 AND 8) g
  CROSS JOIN applicant_phones p ON substr(p.digits, -8) = g.last AND length(p.digits) >= 7
  CROSS JOIN applicant_phones q ON substr(q.digits, -8) = g.last AND length(q.digits) >= 7
    AND q.applicant_id <> p.applicant_id AND length(q.digits) <= length(p.digits)
    AND (q.digits = p.digits AND q.applicant_id > p.applicant_id
         OR substr(p.digits, -length(q.digits)) = q.digits AND length(p.digits) > length(q.digits)
         AND (substr(p.digits, 1, length(p.digits) - length(q.digits)) IN ('1', '7')
              OR substr(p.digits, 1, length(p.digits) - length(q.digits)) GLOB '[2-9][0-9]'
              OR substr(p.digits, 1, length(p.digits) - length(q.digits)) GLOB '[2-9][0-9][0-9]'))
  UNION ALL
  -- A file of more people is a form; a publication has several authors, and a letter was written by somebody else.
  SELECT p.applicant_id, q.applicant_id, CASE WHEN 'cv' IN (p.document_type, q.document_type) THEN 'cv' ELSE 'paper' END
  FROM (SELECT file_id FROM documents GROUP BY file_id HAVING count(*) BETWEEN 2 AND 3) g
  CROSS JOIN documents p ON p.file_id = g.file_id AND p.confidential = 0
    AND p.document_type IN ('cv', 'transcript', 'certificate', 'cover_letter', 'research_statement')
  CROSS JOIN documents q ON q.file_id = g.file_id AND q.confidential = 0 AND q.applicant_id > p.applicant_id
    AND q.document_type NOT IN ('publication', 'recommendation')
  UNION ALL
  SELECT x.value, y.value, 'institution'
  FROM (SELECT '[' || group_concat(k.applicant_id) || ']' AS ids
        FROM (SELECT name_key FROM applicant_name_keys WHERE name_key <> '' GROUP BY name_key HAVING count(*) > 1) g
        CROSS JOIN applicant_name_keys k ON k.name_key = g.name_key
        CROSS JOIN applicant_emails e ON e.applicant_id = k.applicant_id
        GROUP BY k.name_key, e.institution
        HAVING e.institution NOT IN (SELECT domain FROM mail_providers) AND count(*) BETWEEN 2 AND 6 AND min(k.applicant_id) <> max(k.applicant_id)) g
  CROSS JOIN json_each(g.ids) x
  CROSS JOIN json_each(g.ids) y ON y.value > x.value
  UNION ALL
  SELECT p.applicant_id, q.applicant_id, 'name'
  FROM (SELECT name_key FROM applicant_name_keys WHERE name_key <> '' GROUP BY name_key HAVING count(*) BETWEEN 2 AND 3) g
  CROSS JOIN applicant_name_keys p ON p.name_key = g.name_key
  CROSS JOIN applicant_name_keys q ON q.name_key = g.name_key AND q.applicant_id > p.applicant_id),
people (a, b, orcid, address, mailbox, phone, cv, paper, institution, name) AS (
  SELECT min(x.person_id, y.person_id), max(x.person_id, y.person_id), max(h.kind = 'orcid'), max(h.kind = 'address'),
         max(h.kind = 'mailbox'), max(h.kind = 'phone'), max(h.kind = 'cv'), max(h.kind = 'paper'),
         max(h.kind = 'institution'), max(h.kind = 'name')
  FROM hits h
  CROSS JOIN applicants x ON x.id = h.a
  CROSS JOIN applicants y ON y.id = h.b
  WHERE x.person_id <> y.person_id
  GROUP BY 1, 2),
-- differ: both have a name, and none is the other's.
named AS MATERIALIZED (
  SELECT p.*, CASE WHEN institution OR name THEN 0 ELSE
    EXISTS (SELECT 1 FROM applicants r JOIN applicant_name_keys k ON k.applicant_id = r.id
                WHERE r.person_id = p.a AND k.name_key <> '')
    AND EXISTS (SELECT 1 FROM applicants r JOIN applicant_name_keys k ON k.applicant_id = r.id
                WHERE r.person_id = p.b AND k.name_key <> '')
    AND NOT EXISTS (SELECT 1 FROM applicants r JOIN applicant_name_keys k ON k.applicant_id = r.id
                    WHERE r.person_id = p.a AND k.name_key <> '' AND k.name_key IN
                      (SELECT l.name_key FROM applicants s JOIN applicant_name_keys l ON l.applicant_id = s.id
                       WHERE s.person_id = p.b)) END AS differ
  FROM people p
  WHERE (p.a, p.b) NOT IN (SELECT min(x.person_id, y.person_id), max(x.person_id, y.person_id)
                           FROM distinct_applicants d
                           JOIN applicants x ON x.id = d.applicant_id JOIN applicants y ON y.id = d.other_id))
SELECT pa.ref AS person_a, pb.ref AS person_b,
       substr(iif(orcid, ', same ORCID', '') || iif(address, ', same address', '')
              || iif(mailbox, ', addresses of one mailbox', '') || iif(phone, ', same telephone', '')
              || iif(cv, ', same CV', '') || iif(paper, ', same paper', '')
              || iif(institution, ', same name and institution', iif(name, ', same name', ''))
              || iif(differ, ', but other names', ''), 3) AS why,
       -- Each reason leaves a doubt; the doubts multiply.
       round(1 - iif(orcid, iif(differ, 0.1, 0.02), 1) * iif(address, iif(differ, 0.8, 0.1), 1)
               * iif(mailbox, iif(differ, 0.8, 0.15), 1) * iif(phone, iif(differ, 0.8, 0.15), 1)
               * iif(cv, iif(differ, 0.45, 0.15), 1) * iif(paper, iif(differ, 0.7, 0.2), 1)
               * iif(institution, 0.25, iif(name, 0.75, 1)), 2) AS score
FROM named
CROSS JOIN applicants pa ON pa.id = named.a
CROSS JOIN applicants pb ON pb.id = named.b;
