-- question: Which papers has each open application brought, by type?
-- personal: no
-- parameter: position (text, optional, example phd) only this position
-- column: ref  the application
-- column: position  what it is for
-- column: stage  where it stands
-- column: cv  papers of this type that the person has handed in
-- column: transcript  the same
-- column: cover_letter  the same
-- column: research_statement  the same
-- column: publication  the same
-- column: recommendation  the same
-- column: certificate  the same
-- column: other  the same
SELECT a.ref, a.position, a.stage,
       count(d.id) FILTER (WHERE d.document_type = 'cv') AS cv,
       count(d.id) FILTER (WHERE d.document_type = 'transcript') AS transcript,
       count(d.id) FILTER (WHERE d.document_type = 'cover_letter') AS cover_letter,
       count(d.id) FILTER (WHERE d.document_type = 'research_statement') AS research_statement,
       count(d.id) FILTER (WHERE d.document_type = 'publication') AS publication,
       count(d.id) FILTER (WHERE d.document_type = 'recommendation') AS recommendation,
       count(d.id) FILTER (WHERE d.document_type = 'certificate') AS certificate,
       count(d.id) FILTER (WHERE d.document_type = 'other') AS other
FROM stages s
CROSS JOIN application_facts a ON a.stage = s.code
CROSS JOIN applicants ap ON ap.ref = a.person
CROSS JOIN applicants o ON o.person_id = ap.id
LEFT JOIN documents d ON d.applicant_id = o.id
WHERE s.outcome = 'open' AND (:position IS NULL OR a.position = :position)
GROUP BY a.ref
ORDER BY a.position, a.ref;
