-- question: Which open applications have mail from the applicant after the lab's last answer, the longest wait first?
-- personal: no
-- parameter: today (date, default today) the day on which it is asked
-- parameter: position (text, optional, example phd) only this position
-- column: ref  the application
-- column: position  what it is for
-- column: stage  where it stands
-- column: answered_on  the day the lab wrote last
-- column: wrote_on  the day the applicant wrote first since then
-- column: mails  how many mails have come since
-- column: days_waiting  days since the first of them
SELECT a.ref, a.position, a.stage, date(c.answered_at) AS answered_on, date(c.wrote_at) AS wrote_on, c.mails,
       CAST(julianday(:today) - julianday(date(c.wrote_at)) AS INTEGER) AS days_waiting
FROM (SELECT o.ref, o.answered_at, min(m.received_at) AS wrote_at, count(*) AS mails
      FROM (SELECT id.id, id.ref,
                   (SELECT max(received_at) FROM messages WHERE application_id = id.id AND direction = 'out')
                     AS answered_at
            FROM stages s
            CROSS JOIN applications id ON id.stage = s.code
            WHERE s.outcome = 'open') o
      CROSS JOIN messages m ON m.application_id = o.id AND m.direction = 'in' AND m.received_at > o.answered_at
        AND m.triage <> 'automatic'
      GROUP BY o.id) c
CROSS JOIN application_facts a ON a.ref = c.ref
WHERE :position IS NULL OR a.position = :position
ORDER BY c.wrote_at, a.ref;
