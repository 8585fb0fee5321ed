"""Compares what Datasette and recruitdb answer: datasette_rows.py DATABASE RECRUITDB METADATA."""
import asyncio, json, pathlib, shutil, subprocess, sys, tempfile
from datasette.app import Datasette
from datasette.utils import parse_metadata

database, recruitdb, metadata = sys.argv[1:]
views = ["application_overview", "application_facts", "document_overview", "message_overview", "inbox", "missing_documents"]


def ours(*words):
    done = subprocess.run([recruitdb, "-d", database, "query", *words], capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else None


async def main():
    folder = pathlib.Path(tempfile.mkdtemp())
    copy = folder / "recruitment.db"
    subprocess.run(["sqlite3", database, f"VACUUM INTO '{copy}'"], check=True)
    known = parse_metadata(pathlib.Path(metadata).read_text())
    site = Datasette(immutables=[str(copy)], metadata=known, settings={"max_returned_rows": 100000, "sql_time_limit_ms": 20000})
    names = [line.split("\t")[0] for line in ours("--list", "--format", "tsv").splitlines()[1:]]
    # A question that has the name of a view would stand in front of it.
    place = {name: f"{name}-question" if name in views else name for name in names}
    missing = set(place.values()) - set(known["databases"]["recruitment"]["queries"])
    assert not missing, f"the metadata lack {missing}"
    compared = 0
    questions = [(place[name], [name]) for name in names]
    for name, words in questions + [(view, [f"SELECT * FROM {view}"]) for view in views]:
        expected = ours(*words, "--format", "json")
        if expected is None:  # It needs a value.
            continue
        answer = await site.client.get(f"/recruitment/{name}.json?_shape=array&_size=max")
        assert answer.status_code == 200, f"{name}: {answer.text[:300]}"
        theirs, rows = answer.json(), json.loads(expected)
        if name in views:
            theirs, rows = sorted(map(json.dumps, theirs)), sorted(map(json.dumps, rows))
        assert theirs == rows, f"{name}: Datasette has {len(theirs)} rows, recruitdb {len(rows)}"
        compared += 1
    shutil.rmtree(folder)
    assert compared > 35, compared
    print(f"{compared} questions and views: Datasette's rows are recruitdb's")


asyncio.run(main())
