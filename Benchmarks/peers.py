#!/usr/bin/env python3
"""The works of the layer's benchmark with what Python programs use, beside the times of raw C: peers.py LAYER.json

Python's own sqlite3, and apsw where it is installed. Processor time, the median of five rounds; the ratio is to C in the
run that LAYER.json was written by. Rows become tuples, which is less than the structs of the layer."""
import json, os, sqlite3, statistics, sys, tempfile, time

try:
    import apsw
except ImportError:
    apsw = None

CITIES = ["Hong Kong", "Shenzhen", "Zürich", "北京", "Guangzhou"]
TABLE = """CREATE TABLE people (
    id INTEGER PRIMARY KEY, given TEXT NOT NULL, family TEXT NOT NULL, email TEXT NOT NULL, city TEXT NOT NULL,
    reference TEXT NOT NULL, year INTEGER NOT NULL, score INTEGER NOT NULL, average REAL NOT NULL, note TEXT) STRICT"""
ALL = "SELECT id, given, family, email, city, reference, year, score, average, note FROM people"
PEOPLE = [
    (n, f"Given{n % 977}", f"Family{n % 3571}", f"person.{n}@students.example.edu", CITIES[n % 5], f"R-2026-{n}-abcdef",
     2020 + n % 7, n % 101, n % 400 / 100,
     f"A note about person {n}, long enough to be on the heap." if n % 3 == 0 else None)
    for n in range(1, 200_001)
]


def median(work):
    times = []
    for _ in range(5):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def measure(connect):
    run = connect(":memory:")
    run(TABLE)

    def insert():
        run("DELETE FROM people")
        run("BEGIN")
        run.many("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", PEOPLE)
        run("COMMIT")

    times = {"insert": median(insert)}
    times["fetch"] = median(lambda: len(run(ALL).fetchall()))
    ids = [1 + n * 7919 % len(PEOPLE) for n in range(20_000)]
    times["lookup by SQL"] = median(lambda: [run(ALL + " WHERE id = ?", (n,)).fetchone() for n in ids])
    with tempfile.TemporaryDirectory() as folder:
        file = connect(os.path.join(folder, "pool.db"))
        file("PRAGMA journal_mode=WAL").fetchall()
        file(TABLE)
        file.many("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", PEOPLE[:20_000])

        def read():
            for n in range(4000):
                file("BEGIN")
                file("SELECT score FROM people WHERE id = ?", (1 + n * 7919 % 20_000,)).fetchone()
                file("COMMIT")

        times["read sync"] = median(read)
    return times


class Run:
    """One way to run a statement, whatever the library calls it."""

    def __init__(self, cursor):
        self.cursor = cursor
        self.many = cursor.executemany

    def __call__(self, *words):
        return self.cursor.execute(*words)


peers = {f"Python sqlite3 ({sqlite3.sqlite_version})": lambda path: Run(sqlite3.connect(path, isolation_level=None).cursor())}
if apsw:
    peers[f"apsw ({apsw.sqlite_lib_version()})"] = lambda path: Run(apsw.Connection(path).cursor())
with open(sys.argv[1]) as file:
    raw = {work["work"]: work["raw_ms"] for work in json.load(file)}
for name, connect in peers.items():
    times = measure(connect)
    print(f"{name:24}", "  ".join(f"{work} {ms / raw[work]:.2f}" for work, ms in times.items()))
