-- question: What does each position ask for?
-- personal: no
-- parameter: position (text, optional, example phd) only this position
-- column: position  the position
-- column: ordinal  its place in the call
-- column: necessity  must or preferred
-- column: category  what it is about
-- column: weight  its weight among the preferred ones
-- column: statement  the sentence of the call
SELECT p.slug AS position, r.ordinal, r.necessity, r.category, r.weight, r.statement
FROM positions p
JOIN position_requirements r ON r.position_id = p.id
WHERE :position IS NULL OR p.slug = :position
ORDER BY p.slug, r.ordinal;
