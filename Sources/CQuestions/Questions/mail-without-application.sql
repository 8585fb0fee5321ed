-- question: Which mail since a day belongs to no application, the newest first?
-- note: Automatic mail, spam and the lab's own are left out.
-- personal: yes
-- parameter: since (date, default today-30) the first day
-- column: message  its number
-- column: received_on  the day of the mail
-- column: triage  what it is
-- column: sender  the address in From
-- column: subject  its subject
-- scan: no index knows which messages lack an application
SELECT m.message, date(m.received_at) AS received_on, m.triage, m.sender, m.subject
FROM message_overview m
WHERE m.ref IS NULL AND m.direction = 'in' AND m.received_at >= :since AND m.triage NOT IN ('automatic', 'spam')
ORDER BY m.received_at DESC, m.message DESC;
