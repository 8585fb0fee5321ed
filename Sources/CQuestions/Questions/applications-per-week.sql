-- question: How many applications came in each week since a day?
-- personal: no
-- parameter: since (date, default today-84) a day of the first week
-- parameter: position (text, optional, example phd) only this position
-- column: week_of  the Monday
-- column: applications  how many came
-- column: phd  of these for a PhD
-- column: postdoc  for a postdoctoral position
-- column: others  for anything else
SELECT date(a.received_at, 'weekday 0', '-6 days') AS week_of, count(*) AS applications,
       sum(p.position_type = 'phd') AS phd, sum(p.position_type = 'postdoc') AS postdoc,
       sum(p.position_type NOT IN ('phd', 'postdoc')) AS others
FROM positions p
CROSS JOIN applications a ON a.position_id = p.id AND a.received_at >= date(:since, 'weekday 0', '-6 days')
WHERE :position IS NULL OR p.slug = :position
GROUP BY week_of
ORDER BY week_of;
