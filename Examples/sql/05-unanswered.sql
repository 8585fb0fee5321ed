-- Whom has nobody answered yet? Import the Sent folder beside the inbox, so that answers are known.
SELECT a.ref, a.position, a.received_at
FROM application_facts a
WHERE a.outcome = 'open'
  AND NOT EXISTS (SELECT 1 FROM message_facts m WHERE m.ref = a.ref AND m.direction = 'out')
ORDER BY a.received_at
LIMIT 20;
