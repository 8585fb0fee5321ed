-- question: Whom does one write to: names and addresses of the applications in a stage?
-- personal: yes
-- parameter: stage (text, example interview) the code of the stage
-- parameter: position (text, optional, example phd) only this position
-- column: ref  the application
-- column: position  what it is for
-- column: since  the day it came to the stage
-- column: name  who applied
-- column: email  the address to write to
SELECT a.ref, a.position, date(a.stage_at) AS since, a.name, a.email
FROM application_overview a
WHERE a.stage = :stage AND (:position IS NULL OR a.position = :position)
ORDER BY a.position, a.stage_at, a.ref;
