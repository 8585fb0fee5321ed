-- What waits in the inbox, and why? Then one message set aside as spam: it leaves the inbox by itself.
SELECT why, count(*) AS messages FROM inbox GROUP BY why ORDER BY messages DESC;

BEGIN;
UPDATE messages SET triage = 'spam' WHERE id = (SELECT max(message) FROM inbox WHERE message IN
  (SELECT id FROM messages WHERE triage = 'undecided'));

SELECT count(*) AS still_waiting FROM inbox;
ROLLBACK;  -- this is an example: COMMIT keeps it
