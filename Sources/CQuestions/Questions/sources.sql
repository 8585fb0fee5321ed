-- question: Which ways in bring people who reach the shortlist?
-- personal: no
-- parameter: since (date, default today-365) the first day on which they came
-- parameter: least (integer, default 1) leaves out ways with fewer applications
-- column: source  how they came
-- column: applications  how many
-- column: shortlisted  how many were ever on the shortlist
-- column: percent  of the applications
-- column: accepted  how many accepted an offer
SELECT source, count(*) AS applications, sum(shortlisted) AS shortlisted,
       round(100.0 * sum(shortlisted) / count(*), 1) AS percent, sum(accepted) AS accepted
FROM (SELECT a.source,
             EXISTS (SELECT 1 FROM stage_history h WHERE h.application_id = a.id AND h.to_stage = 'shortlisted')
               AS shortlisted,
             EXISTS (SELECT 1 FROM stage_history h WHERE h.application_id = a.id AND h.to_stage = 'accepted')
               AS accepted
      FROM positions p
      CROSS JOIN applications a ON a.position_id = p.id AND a.received_at >= :since)
GROUP BY source
HAVING count(*) >= :least
ORDER BY applications DESC, source;
