#!/bin/sh
# Asks every saved question and every view in Datasette itself, with Examples/datasette/metadata.yml, and compares the rows
# with those of recruitdb: sh Tests/Consumer/datasette.sh DATABASE RECRUITDB. Where Datasette cannot be had, it says so.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
database=${1:?a database} recruitdb=${2:?the program}
place=$root/.build/datasette
if [ ! -x "$place/bin/datasette" ]; then
    python3 -m venv "$place" >/dev/null 2>&1 && "$place/bin/pip" install -q 'datasette<1' >/dev/null 2>&1 || {
        rm -rf "$place"
        echo "skipped: Datasette cannot be installed here"
        exit 0
    }
fi
exec "$place/bin/python" "$root/Tests/Consumer/datasette_rows.py" "$database" "$recruitdb" "$root/Examples/datasette/metadata.yml"
