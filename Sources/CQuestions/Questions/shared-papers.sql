-- question: Which papers did several people hand in, byte for byte the same?
-- note: One person under two addresses, a shared agent, or a form that everybody fills in.
-- personal: no
-- column: people  how many
-- column: document_type  what the first of them called it
-- column: persons  who, with commas; the first 20
-- column: first_on  the day the first of them came
-- scan: it counts the people behind every paper
SELECT t.people, d.document_type,
       (SELECT group_concat(ref, ', ') FROM
         (SELECT ap.ref FROM documents o JOIN applicants ap ON ap.id = o.applicant_id
          WHERE o.file_id = t.file_id ORDER BY o.id LIMIT 20)) AS persons,
       date(d.received_at) AS first_on
FROM (SELECT file_id, count(*) AS people, min(id) AS first FROM documents GROUP BY file_id HAVING count(*) > 1) t
CROSS JOIN documents d ON d.id = t.first
ORDER BY t.people DESC, d.received_at, t.file_id;
