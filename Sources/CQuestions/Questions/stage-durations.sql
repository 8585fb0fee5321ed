-- question: How long do applications stay in each open stage, and how often longer than promised?
-- personal: no
-- parameter: since (date, default today-365) the first day on which they came to the stage
-- column: stage  the stage
-- column: left_it  how many have left it since
-- column: mean_days  days they stayed, on average
-- column: longest_days  days of the slowest
-- column: promised  days that the stage may take
-- column: percent_late  how many of a hundred took longer
WITH stays AS MATERIALIZED (
  SELECT h.to_stage AS stage,
         julianday((SELECT n.at FROM stage_history n WHERE n.application_id = h.application_id AND n.id > h.id
                    ORDER BY n.id LIMIT 1)) - julianday(h.at) AS days
  FROM stage_history h
  WHERE h.at >= :since AND h.to_stage IN (SELECT code FROM stages WHERE outcome = 'open'))
SELECT s.code AS stage, count(t.days) AS left_it, round(avg(t.days), 1) AS mean_days,
       CAST(max(t.days) AS INTEGER) AS longest_days, s.promise_days AS promised,
       round(100.0 * count(*) FILTER (WHERE t.days > s.promise_days) / nullif(count(t.days), 0), 1) AS percent_late
FROM stages s
LEFT JOIN stays t ON t.stage = s.code AND t.days IS NOT NULL
WHERE s.outcome = 'open'
GROUP BY s.code
ORDER BY s.ordinal;
