-- Correct how a person's name is written. Names and addresses lie apart from applicants, in tables of their own.
BEGIN;
UPDATE applicant_names SET name = trim(name), family_name = 'Example'
WHERE applicant_id = (SELECT id FROM applicants WHERE ref = 'P-0001');

SELECT p.ref, n.name, n.given_name, n.family_name, e.email
FROM applicants p
JOIN applicant_names n ON n.applicant_id = p.id
JOIN applicant_emails e ON e.applicant_id = p.id AND e.is_primary = 1
WHERE p.ref = 'P-0001';
ROLLBACK;  -- this is an example: COMMIT keeps it
