-- Which open applications lack a paper that the call asks for?
SELECT a.ref, a.position, a.name, group_concat(m.document_type, ', ') AS missing
FROM missing_documents m JOIN application_overview a ON a.ref = m.ref
WHERE a.outcome = 'open'
GROUP BY a.ref
ORDER BY a.received_at
LIMIT 20;
