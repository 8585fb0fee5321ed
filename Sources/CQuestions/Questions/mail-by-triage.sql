-- question: What is the mail: how many messages of each sort, in and out?
-- personal: no
-- column: direction  in, or out for the lab's own
-- column: triage  what they are
-- column: messages  how many
-- column: in_inbox  how many of them wait for a person
-- column: first_on  the day of the first
-- column: last_on  the day of the last
-- scan: it counts every message
SELECT direction, triage, count(*) AS messages, sum(in_inbox) AS in_inbox, date(min(received_at)) AS first_on,
       date(max(received_at)) AS last_on
FROM messages
GROUP BY direction, triage
ORDER BY direction, messages DESC, triage;
