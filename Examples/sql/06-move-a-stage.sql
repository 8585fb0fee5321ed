-- Move the oldest application that is still unread to screening.
-- A plain UPDATE is enough: triggers check it, set stage_at and write the history. stage_by says who.
BEGIN;
UPDATE applications SET stage = 'screening', stage_by = 'lwei'
WHERE id = (SELECT id FROM applications WHERE stage = 'received' ORDER BY received_at, id LIMIT 1);

SELECT a.ref, h.from_stage, h.to_stage, h.at, h.by_whom
FROM stage_history h JOIN applications a ON a.id = h.application_id
ORDER BY h.id DESC LIMIT 1;
ROLLBACK;  -- this is an example: COMMIT keeps it
