#!/bin/sh
# The speed of query against the sqlite3 shell and a C program: sh Benchmarks/query.sh [ROWS]; the program is linked as installed.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
sh "$root/.ci/install" "$root/.build/bench-prefix" >&2
cd "$root/Benchmarks"
swift build -c release --product rows >&2
exec python3 query.py "$root/.build/bench-prefix/bin/recruitdb" .build/release/rows "${1:-1000000}"
