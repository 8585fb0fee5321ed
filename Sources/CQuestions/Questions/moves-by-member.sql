-- question: Who in the lab moved how many applications since a day?
-- personal: yes
-- parameter: since (date, default today-30) the first day
-- column: by_whom  a member's handle, or what made the change
-- column: applications  how many different ones
-- column: stage_changes  how often
-- column: last_on  the day of the last
SELECT by_whom, count(DISTINCT application_id) AS applications, count(*) AS stage_changes, date(max(at)) AS last_on
FROM stage_history
WHERE at >= :since AND from_stage IS NOT NULL
GROUP BY by_whom
ORDER BY stage_changes DESC, by_whom;
