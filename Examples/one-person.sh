#!/bin/sh
# One person under two numbers: sh Examples/one-person.sh DATABASE
# Who may be one, what would come together, one person, and two again. recruitdb is on the PATH.
set -eu
database=${1:?the database, such as recruitment.db}
lab() { echo "\$ recruitdb $*" && recruitdb -d "$database" "$@"; }
ask() { recruitdb -d "$database" query "$1" --format csv --no-header; }

lab duplicates --least 0.2 --format box --width 110

# The surest pair. What it says is a question: look at both before you merge them.
pair=$(ask "SELECT person_a || ' ' || person_b FROM duplicate_pairs ORDER BY score DESC, person_a, person_b LIMIT 1" | tr -d '"')
[ -n "$pair" ] || { echo "nobody seems to be there twice"; exit 0; }
kept=${pair% *}
merged=${pair#* }
before=$(ask "SELECT ref, person, email FROM application_overview ORDER BY ref")
lab show "$kept" --width 110
lab show "$merged" --width 110
lab merge "$kept" "$merged" --dry-run
lab merge "$kept" "$merged"
lab show "$merged" --width 110
[ "$(ask "SELECT ref, person, email FROM application_overview ORDER BY ref")" != "$before" ]

# A mistake costs nothing: each goes back with all that is theirs, and is not asked about again.
lab unmerge "$merged"
lab duplicates --not "$kept" "$merged"
[ "$(ask "SELECT ref, person, email FROM application_overview ORDER BY ref")" = "$before" ]
[ "$(ask "SELECT count(*) FROM duplicate_pairs WHERE person_a = '$kept' AND person_b = '$merged'")" = 0 ]
