#!/bin/sh
# Installs what is missing, builds, and passes all tests: sh Tests/run.sh
set -eu
cd "$(dirname "$0")/.."
sh .ci/packages tests
started=$(date +%s)
strict=""
[ -z "${CI:-}" ] || strict="-Xswiftc -warnings-as-errors"
# The flags are words: they are to be split.
# shellcheck disable=SC2086
swift build --build-tests $strict </dev/null
sh .ci/forks "$(swift build --show-bin-path)"
built=$(date +%s)

mkdir -p .build
log=.build/tests.log
: >"$log"
status=.build/tests.status
echo 0 >"$status"
# Those of the pool stand alone: they say what waits for what, and the others keep every thread of Swift's busy.
for which in --skip --filter; do
    # shellcheck disable=SC2086
    { swift test --skip-build $strict "$which" 'RecruitSQLiteTests\.Pool' </dev/null 2>&1 || echo "$?" >"$status"; } |
        tee -a "$log"
done
ended=$(date +%s)

echo "the slowest tests:"
sed -n 's/^.*Test \([^r].*\) passed after \([0-9.]*\) seconds.*$/\2 s  \1/p' "$log" | sort -rn | head -n 8
echo "build $((built - started)) s, tests $((ended - built)) s"
if [ "$(cat "$status")" -ne 0 ]; then
    echo "failed:"
    grep -E 'Test .* failed after|recorded an issue' "$log" | head -n 40
    exit 1
fi
