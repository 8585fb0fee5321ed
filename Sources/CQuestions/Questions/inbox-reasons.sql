-- question: What must a person decide about the mail in the inbox, by reason, the most frequent first?
-- personal: no
-- parameter: today (date, default today) the day on which it is asked
-- column: why  what a person must decide
-- column: messages  how many wait for it
-- column: oldest_on  the day of the oldest
-- column: longest_wait  days since then
SELECT why, count(*) AS messages, date(min(received_at)) AS oldest_on,
       CAST(julianday(:today) - julianday(date(min(received_at))) AS INTEGER) AS longest_wait
FROM message_facts
WHERE in_inbox = 1
GROUP BY why
ORDER BY messages DESC, why;
