-- question: For which reasons did applications end since a day, by position, the most frequent first?
-- personal: no
-- parameter: since (date, default today-365) the first day
-- parameter: position (text, optional, example phd) only this position
-- column: position  what they were for
-- column: decision  the stage they came to
-- column: reason  in the lab's words
-- column: applications  how many
-- column: percent  of the position's decisions
SELECT position, decision, coalesce(reason, 'none given') AS reason, applications,
       round(100.0 * applications / sum(applications) OVER (PARTITION BY position), 1) AS percent
FROM (SELECT p.slug AS position, h.to_stage AS decision, r.label AS reason, count(*) AS applications
      FROM stage_history h
      CROSS JOIN stages s ON s.code = h.to_stage AND s.outcome <> 'open'
      CROSS JOIN applications a ON a.id = h.application_id
      JOIN positions p ON p.id = a.position_id
      LEFT JOIN decision_reasons r ON r.code = h.reason
      WHERE h.at >= :since AND (:position IS NULL OR p.slug = :position)
      GROUP BY p.slug, h.to_stage, r.label)
ORDER BY position, applications DESC, decision, reason;
