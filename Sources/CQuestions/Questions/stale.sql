-- question: In which open applications has nothing happened for some days, neither a stage change nor mail?
-- personal: no
-- parameter: today (date, default today) the day on which it is asked
-- parameter: days (integer, default 30) how long nothing has happened
-- parameter: position (text, optional, example phd) only this position
-- column: ref  the application
-- column: position  what it is for
-- column: stage  where it stands
-- column: last_event_on  the day of the last stage change or mail
-- column: days_quiet  days since then
SELECT a.ref, a.position, a.stage, date(c.last_at) AS last_event_on,
       CAST(julianday(:today) - julianday(date(c.last_at)) AS INTEGER) AS days_quiet
FROM (SELECT id.ref, max(id.stage_at, id.received_at,
             coalesce((SELECT max(received_at) FROM messages WHERE application_id = id.id), '')) AS last_at
      FROM stages s
      CROSS JOIN applications id ON id.stage = s.code
      WHERE s.outcome = 'open') c
CROSS JOIN application_facts a ON a.ref = c.ref
WHERE date(c.last_at) <= date(:today, '-' || :days || ' days')
  AND (:position IS NULL OR a.position = :position)
ORDER BY c.last_at, a.ref;
