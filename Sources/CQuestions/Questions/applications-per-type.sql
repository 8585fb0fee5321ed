-- question: How many applications are there for each kind of position, and how did they end?
-- personal: no
-- parameter: intake (text, optional, example 2027-fall) only this intake
-- column: position_type  the kind of position
-- column: applications  how many
-- column: open  still undecided
-- column: success  accepted, deferred or started
-- column: percent_success  of those decided
-- scan: it counts every application
SELECT t.code AS position_type, coalesce(sum(a.applications), 0) AS applications,
       coalesce(sum(a.applications) FILTER (WHERE s.outcome = 'open'), 0) AS open,
       coalesce(sum(a.applications) FILTER (WHERE s.outcome = 'success'), 0) AS success,
       round(100.0 * coalesce(sum(a.applications) FILTER (WHERE s.outcome = 'success'), 0)
             / nullif(sum(a.applications) FILTER (WHERE s.outcome <> 'open'), 0), 1) AS percent_success
FROM position_types t
LEFT JOIN positions p ON p.position_type = t.code
LEFT JOIN (SELECT position_id, stage, count(*) AS applications FROM applications
           WHERE :intake IS NULL OR intake = :intake GROUP BY stage, position_id) a ON a.position_id = p.id
LEFT JOIN stages s ON s.code = a.stage
GROUP BY t.code
ORDER BY applications DESC, t.code;
