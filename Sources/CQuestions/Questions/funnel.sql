-- question: Of the applications received since a day, how many ever reached each stage?
-- personal: no
-- parameter: since (date, default today-365) the first day on which they came
-- parameter: intake (text, optional, example 2027-fall) only this intake
-- parameter: position (text, optional, example phd) only this position
-- column: stage  the stage
-- column: reached  how many were ever there
-- column: percent  of all of them
WITH cohort AS MATERIALIZED (
  SELECT a.id FROM positions p
  CROSS JOIN applications a ON a.position_id = p.id AND a.received_at >= :since
  WHERE (:position IS NULL OR p.slug = :position) AND (:intake IS NULL OR a.intake = :intake))
SELECT s.code AS stage, coalesce(r.reached, 0) AS reached,
       round(100.0 * coalesce(r.reached, 0) / nullif((SELECT count(*) FROM cohort), 0), 1) AS percent
FROM stages s
LEFT JOIN (SELECT h.to_stage, count(DISTINCT h.application_id) AS reached
           FROM cohort CROSS JOIN stage_history h ON h.application_id = cohort.id GROUP BY h.to_stage) r
  ON r.to_stage = s.code
ORDER BY s.ordinal;
