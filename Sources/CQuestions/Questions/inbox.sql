-- question: Which mail has nobody decided yet, the oldest first?
-- personal: yes
-- parameter: today (date, default today) the day on which it is asked
-- column: message  what inbox assign and inbox dismiss take
-- column: received_on  the day of the mail
-- column: days_waiting  days since then
-- column: why  what a person must decide
-- column: sender  the address in From
-- column: subject  its subject
-- column: suggestion  what the rules would guess
SELECT message, date(received_at) AS received_on,
       CAST(julianday(:today) - julianday(date(received_at)) AS INTEGER) AS days_waiting,
       why, sender, subject, suggestion
FROM inbox
ORDER BY received_at, message;
