-- question: Which applications came to an end since a day, and why, the latest first?
-- personal: no
-- parameter: since (date, default today-30) the first day
-- parameter: position (text, optional, example phd) only this position
-- column: decided_on  the day
-- column: ref  the application
-- column: position  what it is for
-- column: decision  the stage it came to
-- column: outcome  success, unsuccessful or withdrawn
-- column: reason  in the lab's words
-- column: days  days since it came in
SELECT date(h.at) AS decided_on, a.ref, p.slug AS position, h.to_stage AS decision, s.outcome, r.label AS reason,
       CAST(julianday(date(h.at)) - julianday(date(a.received_at)) AS INTEGER) AS days
FROM stage_history h
CROSS JOIN stages s ON s.code = h.to_stage AND s.outcome <> 'open'
CROSS JOIN applications a ON a.id = h.application_id
JOIN positions p ON p.id = a.position_id
LEFT JOIN decision_reasons r ON r.code = h.reason
WHERE h.at >= :since AND (:position IS NULL OR p.slug = :position)
ORDER BY h.at DESC, h.id DESC;
