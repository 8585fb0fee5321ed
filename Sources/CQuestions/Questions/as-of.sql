-- question: How many applications stood in each stage at the end of a day, by position?
-- personal: no
-- parameter: day (date, default today-7) the day
-- column: position  what they are for
-- column: stage  where they stood
-- column: applications  how many
-- scan: it reads the last stage change of every application up to that day
SELECT p.slug AS position, t.stage, t.applications
FROM (SELECT a.position_id, h.to_stage AS stage, count(*) AS applications
      FROM applications a
      CROSS JOIN stage_history h ON h.id = (SELECT max(id) FROM stage_history
                                            WHERE application_id = a.id AND at < date(:day, '+1 day'))
      GROUP BY a.position_id, h.to_stage) t
JOIN positions p ON p.id = t.position_id
JOIN stages s ON s.code = t.stage
ORDER BY p.slug, s.ordinal;
