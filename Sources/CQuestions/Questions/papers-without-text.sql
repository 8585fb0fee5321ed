-- question: Which papers can no search find, since their text is not there?
-- note: no_text is a scan, perhaps; pending waits for the next import; failed and unsupported need a person.
-- personal: no
-- column: text_status  pending, no_text, unsupported or failed
-- column: person  whose paper it is
-- column: ref  the application it came with
-- column: document_type  what it is
-- column: media_type  its format
-- column: received_on  the day it came
-- column: kilobytes  its size
SELECT f.text_status, ap.ref AS person, a.ref, d.document_type, d.media_type, date(d.received_at) AS received_on,
       (f.byte_size + 999) / 1000 AS kilobytes
FROM files f
CROSS JOIN documents d ON d.file_id = f.id
JOIN applicants ap ON ap.id = d.applicant_id
LEFT JOIN applications a ON a.id = d.application_id
WHERE f.text_status IN ('pending', 'no_text', 'unsupported', 'failed')
ORDER BY f.text_status, d.received_at DESC, ap.ref, d.id;
