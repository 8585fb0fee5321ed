-- question: Whose papers say some words, one after the other, the best page first?
-- note: For Chinese, and for words that may stand apart, there is recruitdb search.
-- personal: yes
-- parameter: words (text, example machine learning) what must stand on a page, in any case
-- parameter: pages (integer, default 50) how many pages to look at
-- column: person  whose paper it is
-- column: name  the person's name
-- column: ref  the application it came with
-- column: document_type  what it is
-- column: page  the page
-- column: line  the words in their place, in brackets
SELECT ap.ref AS person, n.name, a.ref, d.document_type, g.page, best.line
FROM (SELECT rowid AS page_id, rank, replace(snippet(document_fts, 0, '[', ']', '…', 12), char(10), ' ') AS line
      FROM document_fts WHERE document_fts MATCH '"' || replace(:words, '"', ' ') || '"'
      ORDER BY rank, rowid LIMIT :pages) best
CROSS JOIN document_pages g ON g.id = best.page_id
CROSS JOIN documents d ON d.file_id = g.file_id
JOIN applicants o ON o.id = d.applicant_id
JOIN applicants ap ON ap.id = o.person_id
LEFT JOIN applicant_names n ON n.applicant_id = ap.id
LEFT JOIN applications a ON a.id = d.application_id
ORDER BY best.rank, g.id, d.id;
