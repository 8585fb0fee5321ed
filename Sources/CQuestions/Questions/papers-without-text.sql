-- question: Which papers can no search find, since their text is not there?
-- note: no_text is a scan, perhaps; pending waits for the next import; failed and unsupported need a person.
-- personal: no
-- parameter: most (integer, default 1000) how many to show
-- column: text_status  pending, no_text, unsupported or failed
-- column: person  whose paper it is
-- column: ref  the application it came with
-- column: document_type  what it is
-- column: media_type  its format
-- column: received_on  the day it came
-- column: kilobytes  its size
SELECT f.text_status, ap.ref AS person, a.ref, d.document_type, d.media_type, date(d.received_at) AS received_on,
       (f.byte_size + 999) / 1000 AS kilobytes
-- The newest first, and only then who they are from: all of a large mailbox may wait.
FROM (SELECT d.id, f.text_status FROM files f CROSS JOIN documents d ON d.file_id = f.id
      WHERE f.text_status IN ('pending', 'no_text', 'unsupported', 'failed')
      ORDER BY f.text_status, d.received_at DESC, d.id LIMIT :most) newest
JOIN documents d ON d.id = newest.id
JOIN files f ON f.id = d.file_id
JOIN applicants o ON o.id = d.applicant_id
JOIN applicants ap ON ap.id = o.person_id
LEFT JOIN applications a ON a.id = d.application_id
ORDER BY f.text_status, d.received_at DESC, ap.ref, d.id;
