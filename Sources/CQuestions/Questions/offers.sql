-- question: Which offers are out, and until when may their answers take?
-- personal: no
-- parameter: today (date, default today) the day on which it is asked
-- column: ref  the application
-- column: position  what it is for
-- column: intake  for when
-- column: offered_on  the day of the offer
-- column: days  days since then
-- column: answer_by  the day on which the promised time is over
SELECT a.ref, a.position, a.intake, date(a.stage_at) AS offered_on,
       CAST(julianday(:today) - julianday(date(a.stage_at)) AS INTEGER) AS days,
       date(a.stage_at, '+' || s.promise_days || ' days') AS answer_by
FROM stages s
CROSS JOIN application_facts a ON a.stage = s.code
WHERE s.code = 'offer'
ORDER BY a.stage_at, a.ref;
