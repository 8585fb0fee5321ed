#!/bin/sh
# Saved questions: sh Examples/questions.sh DATABASE
# What a lab asks on a Monday, and a question of its own. recruitdb is on the PATH.
set -eu
database=${1:?the database, such as recruitment.db}
ask() { echo "== $*" && recruitdb -d "$database" query "$@" --format box --width 110; }

# Which there are, and what one of them takes.
recruitdb -d "$database" query --list --format box --width 110
recruitdb -d "$database" query --help overdue

# The week: what came, what changed, who waits.
ask recent-applications -p since=today-7
ask stage-changes -p since=today-7
ask overdue -p position=phd
ask unanswered
ask missing-documents -p position=postdoc

# A question of the lab's own is a file in a folder: recruitment.questions beside recruitment.db, or any other.
questions=$(mktemp -d)
trap 'rm -rf "$questions"' EXIT
cat >"$questions/by-source.sql" <<'SQL'
-- question: How many applications came in each way, for one position?
-- personal: no
-- parameter: position (text, default phd) the position
-- column: source  how they came
-- column: applications  how many
-- scan: it counts every application of the position
SELECT source, count(*) AS applications
FROM application_facts
WHERE position = :position
GROUP BY source
ORDER BY applications DESC;
SQL
RECRUITDB_QUESTIONS=$questions ask by-source -p position=postdoc
