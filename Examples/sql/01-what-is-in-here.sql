-- What is in this file? Every table and view, and what each column means.
-- The dictionary has a row for each column, so the file explains itself.
SELECT name AS view FROM sqlite_schema WHERE type = 'view' ORDER BY name;

SELECT table_name, column_name, description
FROM data_dictionary
WHERE table_name IN ('applications', 'applicants', 'documents')
ORDER BY table_name, column_name;
