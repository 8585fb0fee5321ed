-- question: Which people have several applications?
-- personal: no
-- parameter: least (integer, default 2) how many at least
-- column: person  the applicant
-- column: applications  how many
-- column: open  how many of them are undecided
-- column: refs  which, with commas
-- column: positions  what they are for
-- scan: it counts every person's applications
SELECT a.person, count(*) AS applications, sum(a.outcome = 'open') AS open, group_concat(a.ref, ', ') AS refs,
       group_concat(DISTINCT a.position) AS positions
FROM (SELECT o.person_id FROM applications a JOIN applicants o ON o.id = a.applicant_id
      GROUP BY o.person_id HAVING count(*) >= :least) many
CROSS JOIN applicants o ON o.person_id = many.person_id
CROSS JOIN applications id ON id.applicant_id = o.id
CROSS JOIN application_facts a ON a.ref = id.ref
GROUP BY many.person_id
ORDER BY applications DESC, a.person;
