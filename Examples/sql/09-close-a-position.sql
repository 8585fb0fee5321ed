-- Close a position. Its applications stay; mail that names it is still filed under it.
BEGIN;
UPDATE positions SET status = 'closed' WHERE slug = 'intern';

SELECT slug, title, status FROM positions ORDER BY slug;
ROLLBACK;  -- this is an example: COMMIT keeps it
