"""How fast `recruitdb query` writes, against the sqlite3 shell: query.py RECRUITDB [ROWS]. Whole processes by turns.

Each ratio is the median of nine pairs, ours by theirs, of the processor's time of the process, user and system; output goes
to /dev/null. The table is the one of ten columns that a list of applicants has: text, a number, empty values, quotes.
"""
import os, pathlib, resource, shutil, sqlite3, statistics, subprocess, sys, tempfile

recruitdb, rows = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
rounds = 9


def cost(words):
    """Seconds of the processor and kilobytes at most of one run."""
    with open(os.devnull, "wb") as nothing:
        process = subprocess.Popen(words, stdout=nothing, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, words
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def make(path):
    database = sqlite3.connect(path)
    database.execute(
        "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, country TEXT, degree TEXT,"
        " gpa REAL, at TEXT, position INTEGER, stage TEXT, note TEXT)")
    notes = [None, 'said "hello", twice', "a longer plain note about segmentation {}"]
    database.executemany(
        "INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((number, f"Applicant 张 {number}", f"a{number}@example.org", ["HK", "CN", "IN", "IT", "SE", "DE"][number % 6],
          "bachelor", 2 + number % 200 / 100, "2026-01-01T00:00:00Z", number % 40, "received",
          note.format(number) if (note := notes[number % 3]) else None) for number in range(rows)))
    database.commit()
    database.close()


folder = pathlib.Path(tempfile.mkdtemp())
try:
    path = str(folder / "people.db")
    make(path)
    every, some = "SELECT * FROM person", f"SELECT * FROM person LIMIT {rows // 10}"
    works = [
        (f"csv of {rows:,} rows of 10 columns", every, "csv", ["-csv", "-header"], 0.60),
        (f"json of {rows:,} rows", every, "json", ["-json"], 0.45),
        (f"box of {rows // 10:,} rows", some, "box", ["-box"], 0.60),
        ("start-up, SELECT 1", "SELECT 1", "csv", ["-csv", "-header"], 0.80),
    ]
    print(f"processor's time against the sqlite3 shell {sqlite3.sqlite_version}, medians of {rounds} pairs by turns")
    for work, sql, form, flags, bar in works:
        times = 1 if rows // 10 > 1000 and "start" not in work else 20
        ours = [recruitdb, "-d", path, "query", sql, "--format", form]
        theirs = ["sqlite3", *flags, path, sql]
        pairs, peak = [], 0
        for number in range(rounds + 1):
            mine = [cost(ours) for _ in range(times)]
            other = [cost(theirs) for _ in range(times)]
            peak = max(peak, *(kilobytes for _, kilobytes in mine))
            # The first pair warms up.
            if number > 0:
                pairs.append((sum(time for time, _ in mine), sum(time for time, _ in other)))
        ratio = statistics.median(mine / other for mine, other in pairs)
        print(f"{work:42} ratio {ratio:.2f}  bar {bar:.2f}  peak {peak / 1024:.0f} MB")
finally:
    shutil.rmtree(folder)
