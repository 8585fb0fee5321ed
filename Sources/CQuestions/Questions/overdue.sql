-- question: Which open applications have stayed in a stage longer than the lab promises, the worst first?
-- personal: no
-- parameter: today (date, default today) the day on which it is asked
-- parameter: position (text, optional, example phd) only this position
-- column: ref  the application
-- column: position  what it is for
-- column: stage  where it stands
-- column: since  the day it came there
-- column: days  days in this stage
-- column: promised  days that the stage may take
-- column: days_over  days beyond the promise
SELECT a.ref, a.position, a.stage, date(a.stage_at) AS since,
       CAST(julianday(:today) - julianday(date(a.stage_at)) AS INTEGER) AS days,
       s.promise_days AS promised,
       CAST(julianday(:today) - julianday(date(a.stage_at)) AS INTEGER) - s.promise_days AS days_over
FROM stages s
CROSS JOIN application_facts a ON a.stage = s.code
WHERE s.outcome = 'open' AND s.promise_days IS NOT NULL
  AND julianday(:today) - julianday(date(a.stage_at)) > s.promise_days
  AND (:position IS NULL OR a.position = :position)
ORDER BY days_over DESC, a.ref;
