-- question: How many applications stand in each stage, by position?
-- personal: no
-- parameter: intake (text, optional, example 2027-fall) only this intake
-- column: position  what they are for
-- column: stage  where they stand
-- column: applications  how many
-- scan: it counts every application
SELECT p.slug AS position, a.stage, a.applications
FROM (SELECT position_id, stage, count(*) AS applications FROM applications
      WHERE :intake IS NULL OR intake = :intake GROUP BY stage, position_id) a
JOIN positions p ON p.id = a.position_id
JOIN stages s ON s.code = a.stage
ORDER BY p.slug, s.ordinal;
