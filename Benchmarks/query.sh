#!/bin/sh
# The speed of query against the sqlite3 shell: sh Benchmarks/query.sh [ROWS]; the program is built and linked as installed.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
sh "$root/.ci/install" "$root/.build/bench-prefix" >&2
exec python3 "$root/Benchmarks/query.py" "$root/.build/bench-prefix/bin/recruitdb" "${1:-1000000}"
