-- question: Which letters of reference have come, for whom, the newest first?
-- personal: yes
-- parameter: since (date, default today-365) the first day
-- parameter: position (text, optional, example phd) only this position
-- column: received_on  the day it came
-- column: person  the applicant it is about
-- column: name  the applicant's name
-- column: ref  the application it came to
-- column: position  what that is for
-- column: filename  the name that the sender gave it
-- column: confidential  yes when the applicant must never see it
-- scan: no index knows the type of a paper
SELECT date(d.received_at) AS received_on, ap.ref AS person, n.name, a.ref, p.slug AS position, dn.filename,
       CASE d.confidential WHEN 1 THEN 'yes' ELSE 'no' END AS confidential
FROM documents d
JOIN applicants o ON o.id = d.applicant_id
JOIN applicants ap ON ap.id = o.person_id
LEFT JOIN applicant_names n ON n.applicant_id = ap.id
LEFT JOIN document_names dn ON dn.document_id = d.id
LEFT JOIN applications a ON a.id = d.application_id
LEFT JOIN positions p ON p.id = a.position_id
WHERE d.document_type = 'recommendation' AND d.received_at >= :since AND (:position IS NULL OR p.slug = :position)
ORDER BY d.received_at DESC, d.id DESC;
