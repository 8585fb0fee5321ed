-- question: What was imported when, and did it end, the latest first?
-- personal: no
-- parameter: since (date, default today-90) the first day
-- column: batch  the number of the import
-- column: kind  call, mail, csv or resume
-- column: imported_at  when it began, UTC
-- column: state  done, interrupted or taken back
-- column: seconds  how long it took
-- column: added  messages or rows that it added
SELECT id AS batch, kind, imported_at,
       CASE WHEN undone_at IS NOT NULL THEN 'taken back' WHEN finished_at IS NULL THEN 'interrupted'
            ELSE 'done' END AS state,
       CAST(round((julianday(finished_at) - julianday(imported_at)) * 86400) AS INTEGER) AS seconds, added
FROM import_batches
WHERE imported_at >= :since
ORDER BY id DESC;
