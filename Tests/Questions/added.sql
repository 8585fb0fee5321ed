-- What the invented database lacks for its questions: open applications, answers, an inbox, letters, scans, imports.
-- Every date is fixed, the day of the questions is 20 November 2026.
UPDATE position_intakes SET openings = 2 WHERE position_id = (SELECT id FROM positions WHERE slug = 'phd');
UPDATE positions SET valid_through_on = '2026-12-15' WHERE slug = 'postdoc';

-- Applications of people who are there already, for another position; every tenth of them says no intake.
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 24)
INSERT INTO applications (id, ref, applicant_id, position_id, intake, received_at, source, stage_at, stage_by)
SELECT 1000 + i, printf('A-2026-%04d', 900 + i), 130 + i * 7, 1 + i % 5, iif(i % 10 = 0, NULL, iif(i % 3, '2027-fall', '2027-spring')),
       at, CASE i % 4 WHEN 0 THEN 'forward' WHEN 1 THEN 'form' ELSE 'email' END, at, 'lwei'
FROM (SELECT i, strftime('%Y-%m-%dT%H:%M:%SZ', '2026-09-08', '+' || (i * 3) || ' days', '+' || (i * 37) || ' minutes') AS at
      FROM n);
UPDATE applications SET stage = 'screening', stage_at = strftime('%Y-%m-%dT%H:%M:%SZ', received_at, '+2 days'), stage_by = 'lwei'
  WHERE id BETWEEN 1001 AND 1018;
UPDATE applications SET stage = 'shortlisted', stage_at = strftime('%Y-%m-%dT%H:%M:%SZ', received_at, '+9 days'), stage_by = 'hchen'
  WHERE id BETWEEN 1001 AND 1008;
UPDATE applications SET stage = 'interview', stage_at = strftime('%Y-%m-%dT%H:%M:%SZ', received_at, '+20 days'), stage_by = 'hchen'
  WHERE id BETWEEN 1001 AND 1005;
UPDATE applications SET stage = 'offer', stage_at = strftime('%Y-%m-%dT%H:%M:%SZ', received_at, '+40 days'), stage_by = 'hchen'
  WHERE id IN (1001, 1002, 1005);
UPDATE applications SET stage = 'accepted', stage_at = strftime('%Y-%m-%dT%H:%M:%SZ', received_at, '+45 days')
  WHERE id = 1005;
UPDATE applications SET stage = 'rejected', stage_reason = 'no_fit', stage_at = strftime('%Y-%m-%dT%H:%M:%SZ', received_at, '+12 days'),
  stage_by = 'lwei' WHERE id IN (1009, 1010);

UPDATE import_batches SET imported_at = '2026-09-01T08:00:00Z', finished_at = '2026-09-01T08:00:00Z' WHERE kind = 'call';
INSERT INTO import_batches (id, kind, imported_at, finished_at, by_whom, added) VALUES
  (2, 'mail', '2026-10-01T08:00:00Z', '2026-10-01T08:00:42Z', 'lwei', 20), (3, 'csv', '2026-11-02T09:30:00Z', '2026-11-02T09:30:01Z', 'lwei', 4),
  (4, 'mail', '2026-11-18T08:00:00Z', NULL, 'lwei', 7);

-- Mail: each of the new applications, an answer to every second, a question after it to every fourth.
INSERT INTO messages (id, batch_id, direction, received_at, date_source, triage, why, applicant_id, application_id)
SELECT 2000 + id, 2, 'in', received_at, 'header', 'application', 'apply_word', applicant_id, id FROM applications WHERE id > 1000;
INSERT INTO messages (id, batch_id, direction, received_at, date_source, triage, why, applicant_id, application_id)
SELECT 4000 + id, 2, 'out', strftime('%Y-%m-%dT%H:%M:%SZ', received_at, '+1 days'), 'header', 'sent', 'own_mail', applicant_id, id
FROM applications WHERE id > 1000 AND id % 2 = 0;
INSERT INTO messages (id, batch_id, direction, received_at, date_source, triage, why, applicant_id, application_id)
SELECT 6000 + id, 4, 'in', strftime('%Y-%m-%dT%H:%M:%SZ', received_at, '+' || (1 + id % 7) || ' days', '+3 hours'), 'header', 'reply', 'thread',
       applicant_id, id
FROM applications WHERE id > 1000 AND id % 4 = 0;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 18)
INSERT INTO messages (id, batch_id, direction, received_at, date_source, triage, why, in_inbox, suggested_position)
SELECT 9000 + i, 3, 'in', strftime('%Y-%m-%dT%H:%M:%SZ', '2026-10-20', '+' || i || ' days', '+' || (i * 11) || ' hours'), 'header',
       CASE WHEN i <= 10 THEN 'undecided' WHEN i <= 13 THEN 'enquiry' WHEN i <= 15 THEN 'automatic' ELSE 'spam' END,
       CASE i % 3 WHEN 0 THEN 'no_position' WHEN 1 THEN 'question' ELSE 'two_positions' END, i <= 10, iif(i % 3 = 1, 'phd', NULL)
FROM n;
INSERT INTO message_headers (message_id, identity, header_message_id, sender, recipients, subject)
SELECT id, printf('%064x', id), 'm' || id || '@mail.example.org', 'person' || id || '@mail.example.org', 'jhc@ust.hk',
       iif(triage = 'undecided', 'A question about the position, no. ' || id, 'Mail no. ' || id)
FROM messages WHERE id > 2000;

-- Papers: a letter for some, scans, a large one, and one file of two people.
INSERT INTO files (id, byte_size, text_status) VALUES
  (5001, 84000, 'extracted'), (5002, 91000, 'extracted'), (5003, 2400000, 'no_text'), (5004, 12500000, 'no_text'),
  (5005, 310000, 'pending'), (5006, 52000, 'unsupported'), (5007, 60000, 'extracted');
INSERT INTO file_hashes (file_id, sha256) SELECT id, printf('%064x', id) FROM files WHERE id > 5000;
INSERT INTO documents (id, applicant_id, application_id, file_id, document_type, media_type, received_at, confidential)
SELECT 5000 + column1, a.applicant_id, iif(column1 = 1005, NULL, a.id), column2, column3, column4,
       strftime('%Y-%m-%dT%H:%M:%SZ', a.received_at, '+4 days'), column1 = 1001
FROM (VALUES
  (1001, 5001, 'recommendation', 'application/pdf'), (1002, 5002, 'recommendation', 'application/pdf'),
  (1003, 5003, 'transcript', 'application/pdf'), (1004, 5004, 'publication', 'application/pdf'),
  (1005, 5005, 'cv', 'application/msword'), (1006, 5006, 'other', 'application/zip'),
  (1007, 5007, 'certificate', 'application/pdf'), (1008, 5007, 'certificate', 'application/pdf'))
JOIN applications a ON a.id = column1;
INSERT INTO document_names (document_id, filename) SELECT id, document_type || '_' || id || '.pdf' FROM documents WHERE id > 6000;
