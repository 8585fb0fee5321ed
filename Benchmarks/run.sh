#!/bin/sh
# The benchmarks; sh Benchmarks/run.sh --help says which there are and what each takes.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)

usage() {
    cat <<'END'
usage: sh Benchmarks/run.sh [layer [--json FILE] | memory [ROUNDS] | import [MESSAGES] [ROUNDS] |
    query [ROWS] | questions [APPLICATIONS] | --help]

layer     the SQLite layer against raw C, and beside it what Python programs use; with --json, the figures into FILE
memory    what streaming 1,000,000 rows takes, against C; medians of ROUNDS rounds, 9 if not told
import    mail against Python, and papers against pdftotext alone; 5000 messages and 5 rounds if not told
query     csv, json, box and start-up against the sqlite3 shell, csv and json against C; 1000000 rows if not told
questions every saved question on an invented database; 20000 applications if not told

Without a word all run, one after the other. Each builds what it measures first, for release.
END
}

refuse() {
    echo "Benchmarks/run.sh: $1" >&2
    usage >&2
    exit 64
}

# most COUNT WORD...: refuses words above that many.
most() {
    count=$1
    shift
    [ $# -le "$count" ] || refuse "too many words: $*"
}

# numbers WORD...: refuses what is no number above 0.
numbers() {
    for word in "$@"; do
        case $word in '' | 0* | *[!0-9]*) refuse "$word is no number above 0" ;; esac
    done
}

case ${1:-} in
--help | -h)
    usage
    exit 0
    ;;
import)
    shift
    most 2 "$@"
    numbers "$@"
    exec sh "$root/Benchmarks/import.sh" "$@"
    ;;
query)
    shift
    most 1 "$@"
    numbers "$@"
    exec sh "$root/Benchmarks/query.sh" "$@"
    ;;
questions)
    shift
    most 1 "$@"
    numbers "$@"
    exec sh "$root/Benchmarks/questions.sh" "$@"
    ;;
memory)
    shift
    most 1 "$@"
    numbers "$@"
    exec sh "$root/Benchmarks/memory.sh" "$@"
    ;;
layer)
    case ${2:-} in
    '') most 1 "$@" ;;
    --json)
        [ -n "${3:-}" ] || refuse "--json needs a file"
        most 3 "$@"
        ;;
    *) refuse "unknown word: $2" ;;
    esac
    ;;
'')
    most 0 "$@"
    sh "$root/Benchmarks/run.sh" layer
    sh "$root/Benchmarks/run.sh" memory
    sh "$root/Benchmarks/run.sh" query
    sh "$root/Benchmarks/run.sh" questions
    exec sh "$root/Benchmarks/run.sh" import
    ;;
*) refuse "unknown word: $1" ;;
esac
file=
if [ "${2:-}" = --json ]; then file=$3; fi
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
