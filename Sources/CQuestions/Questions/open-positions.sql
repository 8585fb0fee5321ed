-- question: Which positions are open, until when, for which intakes?
-- personal: no
-- parameter: today (date, default today) the day on which it is asked
-- column: position  the position
-- column: title  its title
-- column: position_type  its kind
-- column: closes_on  the last day of its call, or of its last open intake
-- column: days_left  days until then
-- column: intakes  those that take applications on the day
SELECT slug AS position, title, position_type, closes_on,
       CAST(julianday(closes_on) - julianday(:today) AS INTEGER) AS days_left, intakes
FROM (SELECT p.slug, p.title, p.position_type, coalesce(p.valid_through_on, max(i.closes_on)) AS closes_on,
             group_concat(i.code, ', ') AS intakes
      FROM positions p
      LEFT JOIN position_intakes pi ON pi.position_id = p.id
      LEFT JOIN intakes i ON i.code = pi.intake AND coalesce(i.opens_on, '') <= :today
        AND coalesce(i.closes_on, '9999-12-31') >= :today
      WHERE p.status = 'open' AND coalesce(p.valid_through_on, '9999-12-31') >= :today
      GROUP BY p.id)
ORDER BY coalesce(closes_on, '9999-12-31'), slug;
