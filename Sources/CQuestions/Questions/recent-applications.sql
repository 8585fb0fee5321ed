-- question: Who has applied since a day, the newest first?
-- personal: yes
-- parameter: since (date, default today-7) the first day
-- parameter: position (text, optional, example phd) only this position
-- column: ref  the application
-- column: position  what it is for
-- column: intake  for when
-- column: received_on  the day it came
-- column: name  who applied
-- column: email  the address to write to
-- column: source  how it came
-- column: missing  papers that it lacks
SELECT a.ref, a.position, a.intake, date(a.received_at) AS received_on, a.name, a.email, a.source,
       (SELECT group_concat(m.document_type, ', ') FROM missing_documents m WHERE m.ref = a.ref) AS missing
FROM positions p
CROSS JOIN applications id ON id.position_id = p.id AND id.received_at >= :since
CROSS JOIN application_overview a ON a.ref = id.ref
WHERE :position IS NULL OR p.slug = :position
ORDER BY a.received_at DESC, a.ref;
