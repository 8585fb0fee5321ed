#!/bin/sh
# The benchmarks: sh Benchmarks/run.sh layer [--json FILE] | memory | import [MESSAGES] [ROUNDS] | questions
# [APPLICATIONS]; all without a word.
# layer: the SQLite layer against raw C. memory: what streaming 1,000,000 rows takes of it, against C.
# questions: every saved question on an invented database, 20,000 applications if not told.
# import: mail against Python, and papers against pdftotext alone.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
case ${1:-} in
import)
    shift
    exec sh "$root/Benchmarks/import.sh" "$@"
    ;;
questions)
    shift
    exec sh "$root/Benchmarks/questions.sh" "$@"
    ;;
memory) exec sh "$root/Benchmarks/memory.sh" ;;
layer) ;;
'')
    sh "$root/Benchmarks/run.sh" layer
    sh "$root/Benchmarks/run.sh" memory
    sh "$root/Benchmarks/run.sh" questions
    exec sh "$root/Benchmarks/run.sh" import
    ;;
*)
    echo "usage: Benchmarks/run.sh layer [--json FILE] | memory | import [MESSAGES] [ROUNDS] | questions [APPLICATIONS]" >&2
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
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    .build/release/layer "$scratch/layer.json"
    echo "what Python programs use, beside the same C (reading gives tuples):"
    # A library that cannot be fetched now is left out.
    [ -d .build/peers ] || python3 -m venv .build/peers >&2 || true
    .build/peers/bin/python -m pip install -q apsw >&2 2>/dev/null || true
    python=.build/peers/bin/python
    [ -x "$python" ] || python=python3
    "$python" peers.py "$scratch/layer.json"
fi
