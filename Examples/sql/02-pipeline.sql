-- How many applications stand in each stage, per position?
SELECT position, stage, count(*) AS applications
FROM application_overview JOIN stages ON stages.code = stage
GROUP BY position, stage
ORDER BY position, stages.ordinal;
