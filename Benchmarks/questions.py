"""Times every saved question: python3 questions.py RECRUITDB DATABASE APPLICATIONS"""
import csv
import io
import subprocess
import sys
import time

# What must be given.
NEEDED = {"contacts": ["stage=shortlisted"], "people": ["text=li"], "papers-that-say": ["words=machine learning"]}


def run(program, database, *words):
    return subprocess.run([program, "-d", database, "query", *words], check=True, capture_output=True).stdout


def main():
    program, database, applications = sys.argv[1], sys.argv[2], int(sys.argv[3])
    limit = min(2000, max(100, applications / 500))
    questions = list(csv.DictReader(io.StringIO(run(program, database, "--list", "--format", "csv").decode())))
    slow = 0
    print(f"{applications} applications; the best of five runs, in ms; at most {limit:.0f}")
    for question in questions:
        name = question["name"]
        words = [name, "--format", "none"]
        for value in NEEDED.get(name, []):
            words += ["-p", value]
        # The last day of the sample, so that what is asked of the last weeks is there.
        if question["parameters"].startswith("today "):
            words += ["-p", "today=2026-11-20"]
        best = float("inf")
        for _ in range(5):
            started = time.perf_counter()
            run(program, database, *words)
            best = min(best, (time.perf_counter() - started) * 1000)
        slow += best > limit
        print(f"{best:8.1f}  {name}{'  OVER' if best > limit else ''}", flush=True)
    sys.exit(1 if slow else 0)


main()
