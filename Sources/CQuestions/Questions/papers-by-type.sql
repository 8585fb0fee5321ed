-- question: How many papers of each type are there, how large are they, and how many can be searched?
-- personal: no
-- column: document_type  what they are
-- column: papers  how many
-- column: megabytes  their size, a copy counted each time
-- column: percent_with_text  how many of a hundred can be searched
-- scan: it counts every paper
SELECT d.document_type, count(*) AS papers, round(sum(f.byte_size) / 1e6, 1) AS megabytes,
       round(100.0 * sum(f.text_status = 'extracted') / count(*), 1) AS percent_with_text
FROM documents d
JOIN files f ON f.id = d.file_id
GROUP BY d.document_type
ORDER BY papers DESC, d.document_type;
