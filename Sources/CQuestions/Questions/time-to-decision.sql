-- question: How many days pass until the first decision, by position: the median and the slowest tenth?
-- note: A decision is the first stage that says something to the applicant: shortlisted, recommended, offer,
--   rejected.
-- personal: no
-- parameter: since (date, default today-365) the first day on which the applications came
-- column: position  what they are for
-- column: decisions  how many were decided
-- column: median_days  half of them took at most this long
-- column: slowest_tenth_days  a tenth of them took longer than this
WITH decided AS (
  SELECT p.slug AS position,
         julianday((SELECT min(h.at) FROM stage_history h WHERE h.application_id = a.id
                    AND h.to_stage IN ('shortlisted', 'recommended', 'offer', 'rejected')))
           - julianday(a.received_at) AS days
  FROM positions p
  CROSS JOIN applications a ON a.position_id = p.id AND a.received_at >= :since),
ranked AS (
  SELECT position, days, row_number() OVER (PARTITION BY position ORDER BY days) AS rank,
         count(*) OVER (PARTITION BY position) AS decisions
  FROM decided WHERE days IS NOT NULL)
SELECT position, decisions, round(avg(days) FILTER (WHERE rank IN ((decisions + 1) / 2, (decisions + 2) / 2)), 1)
         AS median_days,
       round(max(days) FILTER (WHERE rank <= (decisions * 9 + 9) / 10), 1) AS slowest_tenth_days
FROM ranked
GROUP BY position
ORDER BY position;
