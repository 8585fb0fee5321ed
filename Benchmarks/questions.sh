#!/bin/sh
# Every saved question on an invented database: sh Benchmarks/questions.sh [APPLICATIONS]
# Prints the milliseconds of the best of five whole runs of the program; fails where one takes longer than it may:
# 100 ms with 20,000 applications, 2 s with 1,000,000. The database is made once and kept in Benchmarks/.build.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
applications=${1:-20000}
cd "$root"
for product in recruitdb recruitdb-sample; do swift build -c release --product $product >&2; done
bin=$(swift build -c release --show-bin-path)
mkdir -p Benchmarks/.build
file=$root/Benchmarks/.build/questions-$applications.db
# Made under another name first, so that one that was interrupted is made again.
if [ ! -f "$file" ]; then
    rm -rf "$root/Benchmarks/.build/making."*
    "$bin/recruitdb-sample" database --applications "$applications" --seed 1 -o "$root/Benchmarks/.build/making.db"
    rm -rf "${file%.db}.documents"
    mv "$root/Benchmarks/.build/making.documents" "${file%.db}.documents"
    for ending in -wal -shm; do
        [ ! -f "$root/Benchmarks/.build/making.db$ending" ] ||
            mv "$root/Benchmarks/.build/making.db$ending" "$file$ending"
    done
    mv "$root/Benchmarks/.build/making.db" "$file"
fi
"$bin/recruitdb" -d "$file" migrate >&2
exec python3 "$root/Benchmarks/questions.py" "$bin/recruitdb" "$file" "$applications"
