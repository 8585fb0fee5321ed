#!/bin/sh
# The whole job in a minute: a call and a mailbox in, applications and answers out. Everybody in it is invented.
#
#     sh Examples/demo.sh
#
# Installs what is missing, builds the release program, and works in .build/demo, which it makes anew each time.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
make -s install PREFIX="$root/.build/demo-prefix" </dev/null
PATH=$root/.build/demo-prefix/bin:$PATH
export PATH

demo=$root/.build/demo
rm -rf "$demo"
mkdir -p "$demo"
cd "$demo"

say() { printf '\n# %s\n' "$*"; }

# Shows a command, then runs it. What holds a blank or a sign of the shell is shown in quotes.
run() {
    line='$'
    for word in "$@"; do
        case $word in
        *[!A-Za-z0-9_./:=,-]*) line="$line \"$word\"" ;;
        *) line="$line $word" ;;
        esac
    done
    printf '\n%s\n' "$line"
    "$@" </dev/null
}

# The same for a command that is to be refused.
refused() {
    run "$@" 2>&1 && { echo "demo: this should have been refused" >&2; exit 1; }
    return 0
}

# The answer to a question, for the next command.
answer() { recruitdb query "$1" --format csv --no-header </dev/null; }

box="--format box --width 110"

say "A mailbox of 300 invented messages, a new database, and the lab's call"
run recruitdb-sample mailbox --messages 300 --seed 1 -o inbox.mbox
run recruitdb init
run recruitdb import call "$root/Examples/smart-lab/call.json" --by hchen

say "Mail becomes applications; the same mailbox again changes nothing"
run recruitdb import mail inbox.mbox --by lwei
run recruitdb import mail inbox.mbox --by lwei

say "The pipeline, position by position"
# The options are words: they are to be split.
# shellcheck disable=SC2086
run recruitdb query "SELECT position, count(*) AS applications, sum(outcome = 'open') AS open, min(received_at) AS first, max(received_at) AS latest FROM application_overview GROUP BY position ORDER BY applications DESC" $box

say "Applications that lack a paper the call asks for"
# shellcheck disable=SC2086
run recruitdb query "SELECT ref, position, name, group_concat(document_type, ', ') AS missing FROM missing_documents JOIN application_overview USING (ref) GROUP BY ref ORDER BY ref LIMIT 8" $box

say "Whose papers say PyTorch, and in which line"
run recruitdb search pytorch --position postdoc --limit 3 --format line

ref=$(answer "SELECT ref FROM application_overview WHERE position = 'postdoc' ORDER BY ref LIMIT 1")
say "One application whole"
run recruitdb show "$ref" --width 110

say "A stage change, and how it is kept"
run recruitdb move "$ref" screening --by lwei
# shellcheck disable=SC2086
run recruitdb query "SELECT ref, stage, entered_at, left_at FROM time_in_stage WHERE ref = '$ref'" $box

say "The rules lie in the file: the sqlite3 shell cannot break them either"
refused sqlite3 recruitment.db "UPDATE applications SET stage = 'started' WHERE ref = '$ref'"
refused sqlite3 recruitment.db "UPDATE applications SET stage = 'rejected' WHERE ref = '$ref'"
refused sqlite3 recruitment.db "DELETE FROM stage_history"

say "What a person must decide, and why"
# shellcheck disable=SC2086
run recruitdb query "SELECT why, count(*) AS messages FROM inbox GROUP BY why ORDER BY messages DESC" $box
# shellcheck disable=SC2086
run recruitdb query "SELECT message, sender, subject, why FROM inbox ORDER BY message LIMIT 6" $box

say "Is everything as it should be?"
run recruitdb check

cat <<END

The database is $demo/recruitment.db, its papers lie in $demo/recruitment.documents.
Try next:

    cd $demo && export PATH=$root/.build/demo-prefix/bin:\$PATH
    recruitdb inbox --format box
    recruitdb applications --position phd --stage received --format box
    sqlite3 -init $root/Examples/sql/sqliterc recruitment.db ".read $root/Examples/sql/02-pipeline.sql"
END
