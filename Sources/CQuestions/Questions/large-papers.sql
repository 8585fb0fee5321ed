-- question: Which papers are large, the largest first?
-- personal: no
-- parameter: megabytes (number, default 5) how large at least
-- column: megabytes  its size
-- column: person  whose paper it is
-- column: ref  the application it came with
-- column: document_type  what it is
-- column: media_type  its format
-- column: received_on  the day it came
SELECT round(f.byte_size / 1e6, 1) AS megabytes, ap.ref AS person, a.ref, d.document_type, d.media_type,
       date(d.received_at) AS received_on
FROM files f
CROSS JOIN documents d ON d.file_id = f.id
JOIN applicants o ON o.id = d.applicant_id
JOIN applicants ap ON ap.id = o.person_id
LEFT JOIN applications a ON a.id = d.application_id
WHERE f.byte_size >= :megabytes * 1e6
ORDER BY f.byte_size DESC, ap.ref, d.id;
