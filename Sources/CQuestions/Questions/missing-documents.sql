-- question: Which open applications lack papers that the call asks for, and which, the most incomplete first?
-- personal: no
-- parameter: position (text, optional, example phd) only this position
-- column: ref  the application
-- column: position  what it is for
-- column: stage  where it stands
-- column: received_on  the day it came
-- column: papers_missing  how many
-- column: missing  which
SELECT a.ref, a.position, a.stage, date(a.received_at) AS received_on, count(*) AS papers_missing,
       group_concat(m.document_type, ', ') AS missing
FROM stages s
CROSS JOIN application_facts a ON a.stage = s.code
CROSS JOIN missing_documents m ON m.ref = a.ref
WHERE s.outcome = 'open' AND (:position IS NULL OR a.position = :position)
GROUP BY a.ref
ORDER BY papers_missing DESC, a.received_at, a.ref;
