#!/bin/sh
# Benchmarks/run.sh layer [--json FILE]: builds the benchmark in release and prints its ratios.
set -eu
cd "$(dirname "$0")"
name=${1:?usage: Benchmarks/run.sh layer [--json FILE]}
file=
if [ "${2:-}" = --json ]; then file=${3:?--json needs a file}; fi
case $file in '' | /*) ;; *) file=$OLDPWD/$file ;; esac
swift build -c release --product "$name" >&2
if [ -n "$file" ]; then
    ".build/release/$name" --json >"$file"
else
    ".build/release/$name"
fi
