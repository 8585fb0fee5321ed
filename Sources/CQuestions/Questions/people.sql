-- question: Who is it: people whose name or address holds some letters, with their applications?
-- personal: yes
-- parameter: text (text, example li) a part of the name or of an address; case counts for other letters than a to z
-- column: person  the applicant
-- column: name  as the person writes it
-- column: native_name  in its own script
-- column: email  the address to write to
-- column: applications  refs, with commas
-- scan: any name may hold the letters, and no index finds the middle of a word
SELECT ap.ref AS person, n.name, n.native_name, e.email,
       (SELECT group_concat(a.ref, ', ') FROM applicants o JOIN applications a ON a.applicant_id = o.id
        WHERE o.person_id = ap.id) AS applications
FROM (SELECT p.person_id FROM applicant_names f JOIN applicants p ON p.id = f.applicant_id
      WHERE instr(lower(name), lower(:text)) OR instr(coalesce(native_name, ''), :text)
      UNION
      SELECT p.person_id FROM applicant_emails f JOIN applicants p ON p.id = f.applicant_id
      WHERE instr(lower(email), lower(:text))) found
CROSS JOIN applicants ap ON ap.id = found.person_id
LEFT JOIN applicant_names n ON n.applicant_id = ap.id
LEFT JOIN applicant_emails e ON e.applicant_id = ap.id AND e.is_primary = 1
ORDER BY n.name, ap.ref;
