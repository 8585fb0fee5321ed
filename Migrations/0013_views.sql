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
