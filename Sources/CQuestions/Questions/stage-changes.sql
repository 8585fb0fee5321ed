-- question: What changed since a day: every stage change, in the order of days?
-- personal: no
-- parameter: since (date, default today-7) the first day
-- parameter: position (text, optional, example phd) only this position
-- column: changed_on  the day
-- column: ref  the application
-- column: position  what it is for
-- column: from_stage  the stage before; empty when it came in
-- column: to_stage  the stage after
-- column: reason  why, where one was given
SELECT date(h.at) AS changed_on, a.ref, p.slug AS position, h.from_stage, h.to_stage, r.label AS reason
FROM stage_history h
CROSS JOIN applications a ON a.id = h.application_id
JOIN positions p ON p.id = a.position_id
LEFT JOIN decision_reasons r ON r.code = h.reason
WHERE h.at >= :since AND (:position IS NULL OR p.slug = :position)
ORDER BY h.at, h.id;
