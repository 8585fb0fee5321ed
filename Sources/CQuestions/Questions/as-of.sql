-- question: How many applications stood in each stage at the end of a day, by position?
-- personal: no
-- parameter: day (date, default today-7) the day
-- column: position  what they are for
-- column: stage  where they stood
-- column: applications  how many
-- scan: it counts every application
SELECT p.slug AS position, t.stage, t.applications
FROM (SELECT a.position_id,
             CASE WHEN a.stage_at < date(:day, '+1 day') THEN a.stage   -- it has not moved since
                  ELSE (SELECT h.to_stage FROM stage_history h
                        WHERE h.application_id = a.id AND h.at < date(:day, '+1 day') ORDER BY h.id DESC LIMIT 1)
             END AS stage, count(*) AS applications
      FROM applications a GROUP BY 1, 2) t
JOIN positions p ON p.id = t.position_id
JOIN stages s ON s.code = t.stage
ORDER BY p.slug, s.ordinal;
