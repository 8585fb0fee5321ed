-- question: Which papers did several people hand in, byte for byte the same?
-- note: One person under two addresses, a shared agent, or a form that everybody fills in.
-- personal: no
-- column: people  how many
-- column: document_type  what the first of them called it
-- column: persons  who, with commas; the first 20
-- column: first_on  the day it came first
-- scan: it counts the people behind every paper
SELECT t.people, t.document_type,
       (SELECT group_concat(ref, ', ') FROM
         (SELECT ap.ref FROM documents d JOIN applicants ap ON ap.id = d.applicant_id
          WHERE d.file_id = t.file_id ORDER BY ap.id LIMIT 20)) AS persons,
       date(t.first_at) AS first_on
FROM (SELECT file_id, count(DISTINCT applicant_id) AS people, document_type, min(received_at) AS first_at
      FROM documents GROUP BY file_id HAVING count(DISTINCT applicant_id) > 1) t
ORDER BY t.people DESC, t.first_at, t.file_id;
