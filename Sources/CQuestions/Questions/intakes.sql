-- question: Which intakes are there, and which of them take applications, the latest first?
-- personal: no
-- parameter: today (date, default today) the day on which it is asked
-- column: intake  year and season
-- column: academic_year  the year it belongs to
-- column: state  coming, open, or closed on the day
-- column: opens_on  the first day on which applications are taken
-- column: closes_on  the last
-- column: days_left  days until then, while it is open
-- column: starts_on  the first day of study
-- column: positions  how many positions take it
SELECT i.code AS intake, i.academic_year,
       CASE WHEN i.opens_on > :today THEN 'coming' WHEN coalesce(i.closes_on, i.starts_on) < :today THEN 'closed'
            ELSE 'open' END AS state,
       i.opens_on, i.closes_on,
       CASE WHEN coalesce(i.opens_on, '') <= :today AND i.closes_on >= :today
            THEN CAST(julianday(i.closes_on) - julianday(:today) AS INTEGER) END AS days_left,
       i.starts_on, (SELECT count(*) FROM position_intakes pi WHERE pi.intake = i.code) AS positions
FROM intakes i
ORDER BY i.starts_on DESC;
