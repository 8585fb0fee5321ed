-- Who has been in a stage for longer than the lab promises? The promise is a column of stages.
SELECT a.ref, a.position, a.stage, t.days, s.promise_days
FROM application_facts a
JOIN time_in_stage t ON t.ref = a.ref AND t.left_at IS NULL
JOIN stages s ON s.code = a.stage
WHERE a.outcome = 'open' AND t.days > s.promise_days
ORDER BY t.days - s.promise_days DESC
LIMIT 20;
