-- question: How many papers of each type are there, how large are they, and how many can be searched?
-- personal: no
-- column: document_type  what they are
-- column: papers  how many
-- column: megabytes  their size, a copy counted each time
-- column: percent_with_text  how many of a hundred can be searched
-- scan: it counts every paper
SELECT t.code AS document_type, count(*) AS papers, round(sum(f.byte_size) / 1e6, 1) AS megabytes,
       round(100.0 * sum(f.text_status = 'extracted') / count(*), 1) AS percent_with_text
FROM document_types t
CROSS JOIN documents d ON +d.document_type = t.code   -- + : a pass for each is cheaper than a sort
CROSS JOIN files f ON f.id = d.file_id
GROUP BY t.code
ORDER BY papers DESC, t.code;
