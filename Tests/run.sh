#!/bin/sh
# Installs what is missing, builds, and passes all tests: sh Tests/run.sh
set -eu
cd "$(dirname "$0")/.."
sh .ci/packages
started=$(date +%s)
strict=""
[ -z "${CI:-}" ] || strict="-Xswiftc -warnings-as-errors"
# The flags are words: they are to be split.
# shellcheck disable=SC2086
swift build --build-tests $strict
built=$(date +%s)
# shellcheck disable=SC2086
swift test --skip-build $strict
ended=$(date +%s)
echo "build $((built - started)) s, tests $((ended - built)) s"
