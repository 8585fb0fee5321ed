"""How fast `recruitdb query` writes, against the sqlite3 shell and C: query.py RECRUITDB ROWS_PROGRAM [ROWS]. Whole processes.

Each ratio is the median of nine rounds by turns, ours by theirs, of the processor's time of the process, user and system; output goes
to /dev/null. The table is the one of ten columns that a list of applicants has: text, a number, empty values, quotes.
"""
import hashlib, os, pathlib, resource, shutil, sqlite3, statistics, subprocess, sys, tempfile

recruitdb, floor, rows = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
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
    # Beside each: the bar against the shell, and against C where there is a program for it.
    works = [
        (f"csv of {rows:,} rows of 10 columns", every, "csv", ["-csv", "-header"], 0.60, 1.15),
        (f"json of {rows:,} rows", every, "json", ["-json"], 0.45, 1.15),
        (f"box of {rows // 10:,} rows", some, "box", ["-box"], 0.60, None),
        ("start-up, SELECT 1", "SELECT 1", "csv", ["-csv", "-header"], 0.80, None),
    ]
    print(f"processor's time against the sqlite3 shell {sqlite3.sqlite_version} and C, medians of {rounds} rounds by turns")
    for work, sql, form, flags, bar, floor_bar in works:
        times = 1 if rows // 10 > 1000 and "start" not in work else 20
        programs = [[recruitdb, "-d", path, "query", sql, "--format", form], ["sqlite3", *flags, path, sql]]
        if floor_bar:
            programs.append([floor, form, path, sql])
            outputs = {hashlib.sha256(subprocess.run(words, check=True, capture_output=True).stdout).hexdigest()
                       for words in programs}
            assert len(outputs) == 1, f"{work}: the three do not write the same"
        taken, peak = [], 0
        for number in range(rounds + 1):
            costs = [[cost(words) for _ in range(times)] for words in programs]
            peak = max(peak, *(kilobytes for _, kilobytes in costs[0]))
            # The first round warms up.
            if number > 0:
                taken.append([sum(time for time, _ in runs) for runs in costs])
        against = [statistics.median(times[0] / times[other] for times in taken) for other in range(1, len(programs))]
        c = f"  C {against[1]:.2f} (bar {floor_bar:.2f})" if floor_bar else ""
        print(f"{work:36} shell {against[0]:.2f} (bar {bar:.2f}){c}  peak {peak / 1024:.0f} MB", flush=True)
finally:
    shutil.rmtree(folder)
