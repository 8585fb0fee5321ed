-- question: How did the applications of each intake end, the latest intake first?
-- personal: no
-- parameter: position (text, optional, example phd) only this position
-- column: intake  for when; empty when not known
-- column: applications  how many
-- column: open  still undecided
-- column: success  accepted, deferred or started
-- column: unsuccessful  rejected or lapsed
-- column: withdrawn  withdrawn or declined
-- scan: it counts every application
SELECT a.intake, sum(a.applications) AS applications,
       coalesce(sum(a.applications) FILTER (WHERE s.outcome = 'open'), 0) AS open,
       coalesce(sum(a.applications) FILTER (WHERE s.outcome = 'success'), 0) AS success,
       coalesce(sum(a.applications) FILTER (WHERE s.outcome = 'unsuccessful'), 0) AS unsuccessful,
       coalesce(sum(a.applications) FILTER (WHERE s.outcome = 'withdrawn'), 0) AS withdrawn
FROM (SELECT intake, stage, count(*) AS applications FROM applications
      WHERE :position IS NULL OR position_id = (SELECT id FROM positions WHERE slug = :position)
      GROUP BY intake, stage) a
JOIN stages s ON s.code = a.stage
GROUP BY a.intake
ORDER BY coalesce(substr(a.intake, 1, 4) || (a.intake LIKE '%fall'), '') DESC;
