#!/bin/sh
# Runs every example, a package that depends on this one, and the Swift of the documentation's pages; fails when one
# does: sh Examples/run.sh
set -eu
cd "$(dirname "$0")/.."
root=$PWD
build=.build/consumer
place=$root/.build/examples
rm -rf "$place"
mkdir -p "$place"
tab=$(printf '\t')

started=$(date +%s)
took() {
    now=$(date +%s)
    printf '%s s%s%s\n' "$((now - started))" "$tab" "$1" >>"$place/times"
    started=$now
}

# quietly NAME COMMAND...: what it prints is shown only when it fails.
quietly() {
    name=$1
    shift
    "$@" >"$place/log" 2>&1 </dev/null || { cat "$place/log" >&2; echo "failed: $name" >&2; exit 1; }
    echo "passed: $name"
    took "$name"
}

quietly "Examples/demo.sh" sh Examples/demo.sh
quietly "Examples/demo.sh again, from elsewhere" sh -c 'cd / && exec sh "$0/Examples/demo.sh"' "$root"

# The scripts for admins run one after the other on one database, as on a working day.
cp -R .build/demo "$place/demo"
for script in Examples/sql/*.sql; do
    quietly "$script" sqlite3 -init Examples/sql/sqliterc "$place/demo/recruitment.db" ".read $script"
done
recruitdb=.build/demo-prefix/bin/recruitdb
quietly "Examples/questions.sh" env PATH="$root/.build/demo-prefix/bin:$PATH" \
    sh Examples/questions.sh "$place/demo/recruitment.db"
quietly "Examples/one-person.sh" env PATH="$root/.build/demo-prefix/bin:$PATH" \
    sh Examples/one-person.sh "$place/demo/recruitment.db"
quietly "Datasette answers as recruitdb does" sh Tests/Consumer/datasette.sh "$place/demo/recruitment.db" "$recruitdb"
quietly "the scripts leave a sound database" "$recruitdb" -d "$place/demo/recruitment.db" check

# One folder for both: they share the libraries that they build.
quietly "Examples/Program is built" \
    swift build --package-path Examples/Program --scratch-path "$build"
PATH=$root/.build/demo-prefix/bin:$PATH
export PATH
quietly "Examples/Program" \
    "$build/debug/Program" "$place/program.db" Examples/smart-lab/call.json .build/demo/inbox.mbox
cat "$place/log"
[ "$(wc -l <Examples/Program/main.swift)" -le 60 ] || { echo "failed: Examples/Program has over 60 lines" >&2; exit 1; }
quietly "the documentation's pages become Swift" sh Tests/Consumer/pages.sh
quietly "Tests/Consumer is built" \
    swift build --package-path Tests/Consumer --scratch-path "$build"
quietly "Tests/Consumer" "$build/debug/Consumer" "$place/consumer.db"
quietly "the documentation's pages" "$build/debug/Pages"
grep '^page: ' "$place/log"

echo "the slowest examples:"
sort -rn "$place/times" | head -n 5
