-- question: How many places are left, by position and intake?
-- personal: no
-- column: position  the position
-- column: intake  for when
-- column: openings  places; empty when the call names no number
-- column: taken  offers accepted, or started
-- column: offers_out  offers that wait for an answer
-- column: left_over  places that neither is for; negative when too many were promised
SELECT p.slug AS position, pi.intake, pi.openings,
       coalesce(sum(t.stage <> 'offer'), 0) AS taken, coalesce(sum(t.stage = 'offer'), 0) AS offers_out,
       pi.openings - count(t.stage) AS left_over
FROM position_intakes pi
JOIN positions p ON p.id = pi.position_id
LEFT JOIN (SELECT position_id, intake, stage FROM applications
           WHERE stage IN ('offer', 'accepted', 'deferred', 'started')) t
  ON t.position_id = pi.position_id AND t.intake = pi.intake
GROUP BY pi.position_id, pi.intake
ORDER BY p.slug, pi.intake;
