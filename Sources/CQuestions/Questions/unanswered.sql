-- question: Which open applications has the lab never written to, the oldest first?
-- note: Import the Sent folder beside the inbox, so that answers are known.
-- personal: no
-- parameter: today (date, default today) the day on which it is asked
-- parameter: position (text, optional, example phd) only this position
-- column: ref  the application
-- column: position  what it is for
-- column: stage  where it stands
-- column: received_on  the day it came
-- column: days_waiting  days since then
SELECT a.ref, a.position, a.stage, date(a.received_at) AS received_on,
       CAST(julianday(:today) - julianday(date(a.received_at)) AS INTEGER) AS days_waiting
FROM stages s
CROSS JOIN applications id ON id.stage = s.code
JOIN application_facts a ON a.ref = id.ref
WHERE s.outcome = 'open' AND (:position IS NULL OR a.position = :position)
  AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.application_id = id.id AND m.direction = 'out')
ORDER BY a.received_at, a.ref;
