#!/bin/sh
# An import of mail against a Python program that makes the same promise, and, with the text of the papers, against
# pdftotext alone on the same files: sh Benchmarks/import.sh [MESSAGES] [ROUNDS]
# Prints the ratio of the seconds on the wall, a round each, and their medians.
set -eu
cd "$(dirname "$0")/.."
messages=${1:-5000}
rounds=${2:-5}
prefix=$PWD/.build/bench-prefix
place=$PWD/.build/bench-import
make -s install PREFIX="$prefix"
recruitdb=$prefix/bin/recruitdb
rm -rf "$place"
mkdir -p "$place"
"$prefix/bin/recruitdb-sample" mailbox --messages "$messages" --seed 1 --average-size 280KB -o "$place/inbox.mbox"

# seconds COMMAND...: what it takes, in milliseconds of the wall clock.
seconds() {
    started=$(date +%s%N)
    "$@" >/dev/null 2>&1 || { echo "fails: $*" >&2; exit 1; }
    echo $((($(date +%s%N) - started) / 1000000))
}

# fresh NAME: an empty database with the call. A new name each time: ext4 looks twice at each new file while it remembers
# files that were removed seconds ago.
fresh() {
    "$recruitdb" -d "$place/$1.db" init >/dev/null
    "$recruitdb" -d "$place/$1.db" import call Examples/smart-lab/call.json >/dev/null
    sync
}

# The PDFs of the mailbox, as the import keeps them.
fresh papers
"$recruitdb" -d "$place/papers.db" import mail "$place/inbox.mbox" --no-text >/dev/null
sqlite3 "$place/papers.db" \
    "SELECT substr(sha256, 1, 2) || '/' || substr(sha256, 3) FROM file_hashes h JOIN files f ON f.id = h.file_id
     WHERE f.text_status = 'pending'" | while read -r file; do
    [ "$(head -c 4 "$place/papers.documents/$file")" != %PDF ] || echo "$place/papers.documents/$file"
done >"$place/pdfs"
echo "$messages messages, $(wc -l <"$place/pdfs") different PDFs"

alone() { xargs -P2 -I{} pdftotext -enc UTF-8 {} /dev/null <"$place/pdfs" || true; }

for round in $(seq "$rounds"); do
    fresh "ours$round"
    ours=$(seconds "$recruitdb" -d "$place/ours$round.db" import mail "$place/inbox.mbox" --no-text)
    sync
    peer=$(seconds python3 Benchmarks/import_peer.py "$place/inbox.mbox" "$place/peer$round.db")
    fresh "text$round"
    text=$(seconds "$recruitdb" -d "$place/text$round.db" import mail "$place/inbox.mbox")
    pdftotext=$(seconds alone)
    echo "$round $ours $peer $text $pdftotext"
    rm -rf "$place"/*"$round".*
    sleep 6
done | awk '{
    printf "round %d: import %.1f s, Python %.1f s: %.1f times the messages per second; with text %.1f s, pdftotext alone %.1f s: %.2f\n",
        $1, $2 / 1000, $3 / 1000, $3 / $2, $4 / 1000, $5 / 1000, $4 / $5
    a[NR] = $3 / $2; b[NR] = $4 / $5
}
function median(v,  i, j, t) {
    for (i = 1; i <= NR; i++) for (j = i + 1; j <= NR; j++) if (v[j] < v[i]) { t = v[i]; v[i] = v[j]; v[j] = t }
    return NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2
}
END { printf "medians: %.1f times the messages per second; with text %.2f times pdftotext alone\n", median(a), median(b) }'
