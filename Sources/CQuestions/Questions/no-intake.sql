-- question: Which open applications do not say for which intake they are?
-- personal: no
-- parameter: position (text, optional, example phd) only this position
-- column: ref  the application
-- column: position  what it is for
-- column: stage  where it stands
-- column: received_on  the day it came
SELECT a.ref, a.position, a.stage, date(a.received_at) AS received_on
FROM stages s
CROSS JOIN application_facts a ON a.stage = s.code
WHERE s.outcome = 'open' AND a.intake IS NULL AND (:position IS NULL OR a.position = :position)
ORDER BY a.received_at, a.ref;
