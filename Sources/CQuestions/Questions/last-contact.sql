-- question: When did each open application last hear from the lab, and the lab from it?
-- personal: no
-- parameter: today (date, default today) the day on which it is asked
-- parameter: position (text, optional, example phd) only this position
-- column: ref  the application
-- column: position  what it is for
-- column: stage  where it stands
-- column: last_in_on  the day of the last mail from the applicant
-- column: last_out_on  the day of the lab's last mail; empty when there was none
-- column: days_silent  days since the lab's last mail, or since the application came
SELECT a.ref, a.position, a.stage, date(c.last_in) AS last_in_on, date(c.last_out) AS last_out_on,
       CAST(julianday(:today) - julianday(date(coalesce(c.last_out, a.received_at))) AS INTEGER) AS days_silent
FROM (SELECT id.ref,
             (SELECT max(received_at) FROM messages WHERE application_id = id.id AND direction = 'in') AS last_in,
             (SELECT max(received_at) FROM messages WHERE application_id = id.id AND direction = 'out') AS last_out
      FROM stages s
      CROSS JOIN applications id ON id.stage = s.code
      WHERE s.outcome = 'open') c
CROSS JOIN application_facts a ON a.ref = c.ref
WHERE :position IS NULL OR a.position = :position
ORDER BY days_silent DESC, a.ref;
