-- Reject an application. A rejection needs a reason; these are the codes:
SELECT code, label FROM decision_reasons WHERE to_stage = 'rejected';

BEGIN;
UPDATE applications SET stage = 'rejected', stage_reason = 'no_fit', stage_by = 'lwei'
WHERE id = (SELECT id FROM applications WHERE stage = 'screening' ORDER BY received_at, id LIMIT 1);

SELECT ref, stage, stage_reason, stage_at FROM application_facts WHERE stage = 'rejected' ORDER BY stage_at DESC LIMIT 1;
ROLLBACK;  -- this is an example: COMMIT keeps it
