#!/bin/sh
# Opens a recruitment database in Datasette, read-only and for this machine alone: sh Examples/datasette/serve.sh [FILE]
# Datasette comes from PyPI (pip install datasette). The file is opened immutable: close what writes to it before.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
database=${1:-recruitment.db}
[ -f "$database" ] || {
    echo "serve: there is no database $database" >&2
    exit 66
}
command -v datasette >/dev/null || {
    echo "serve: Datasette is not installed: pip install datasette" >&2
    exit 69
}
# Datasette takes the name from the file; the metadata are for the name recruitment.
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
case $database in /*) ;; *) database=$PWD/$database ;; esac
ln -s "$database" "$place/recruitment.db"
datasette serve -i "$place/recruitment.db" --metadata "$here/metadata.yml" --host 127.0.0.1
