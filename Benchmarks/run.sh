#!/bin/sh
# The benchmarks: sh Benchmarks/run.sh layer [--json FILE] | import [MESSAGES] [ROUNDS]; both without a word.
# layer: the SQLite layer against raw C. import: mail against Python, and papers against pdftotext alone.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
case ${1:-} in
import)
    shift
    exec sh "$root/Benchmarks/import.sh" "$@"
    ;;
layer) ;;
'')
    sh "$root/Benchmarks/run.sh" layer
    exec sh "$root/Benchmarks/run.sh" import
    ;;
*)
    echo "usage: Benchmarks/run.sh layer [--json FILE] | import [MESSAGES] [ROUNDS]" >&2
    exit 64
    ;;
esac
file=
if [ "${2:-}" = --json ]; then file=${3:?--json needs a file}; fi
case $file in '' | /*) ;; *) file=$PWD/$file ;; esac
cd "$root/Benchmarks"
swift build -c release --product layer >&2
if [ -n "$file" ]; then
    .build/release/layer --json >"$file"
else
    .build/release/layer
fi
