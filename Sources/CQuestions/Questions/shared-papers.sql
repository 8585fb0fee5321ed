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
         (SELECT ap.ref
          FROM documents o JOIN applicants f ON f.id = o.applicant_id JOIN applicants ap ON ap.id = f.person_id
          WHERE o.file_id = t.file_id GROUP BY ap.id ORDER BY min(o.id) LIMIT 20)) AS persons,
       date(d.received_at) AS first_on
FROM (SELECT file_id, count(DISTINCT o.person_id) AS people, min(f.first) AS first
      FROM (SELECT file_id, min(id) AS first FROM documents GROUP BY file_id HAVING count(*) > 1) f
      JOIN documents p USING (file_id) JOIN applicants o ON o.id = p.applicant_id
      GROUP BY file_id HAVING count(DISTINCT o.person_id) > 1) t
CROSS JOIN documents d ON d.id = t.first
ORDER BY t.people DESC, d.received_at, t.file_id;
