#!/bin/sh
# What it takes to stream 1,000,000 rows, in C and through the layer, each a process of its own: sh Benchmarks/memory.sh [ROUNDS]
# Prints the medians of the peak memory in kilobytes, and how often memory was asked for.
set -eu
cd "$(dirname "$0")"
rounds=${1:-9}
swift build -c release --product memory >&2
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
.build/release/memory fill "$place/rows.db" >/dev/null
for round in $(seq "$rounds"); do
    for kind in raw layer; do .build/release/memory "$kind" "$place/rows.db" >>"$place/$kind"; done
done
if [ "$(cut -d' ' -f1 "$place/raw" "$place/layer" | sort -u | wc -l)" != 1 ]; then
    echo "the two do not read the same" >&2
    exit 1
fi
# median COLUMN KIND
median() { cut -d' ' -f"$1" "$place/$2" | sort -n | sed -n "$((rounds / 2 + 1))p"; }
echo "streaming 1,000,000 rows of three integers and a short text, medians of $rounds processes each"
echo "peak memory         C $(median 2 raw) kB   layer $(median 2 layer) kB   more: $(($(median 2 layer) - $(median 2 raw))) kB (bar 2048)"
echo "allocations         C $(median 3 raw)   layer $(median 3 layer)   more: $(($(median 3 layer) - $(median 3 raw))) for 1000000 rows (bar: none a row)"
