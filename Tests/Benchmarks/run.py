"""Measures Sanban beside the least that ncurses and SQLite can do, and prints one table.

Nothing here fails because something is slow: machines are noisy. Counts come first, times as
ratios to the floor program in the same run.
"""
import argparse
import datetime
import os
import platform
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
import board as boards
import company
import imports
import line
import screens
from table import Table

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="1,000 and 10,000 activities only")
    parser.add_argument("--million", action="store_true", help="also 1,000,000 activities")
    parser.add_argument("--only", default="", metavar="WORDS",
                        help="parts to run, of: start bytes line edit company idle import")
    parser.add_argument("--program", help="a program that is built already")
    parser.add_argument("--probe", help="a probe that is built already")
    options = parser.parse_args()

    cache = os.path.join(tempfile.gettempdir(), f"sanban-benchmark-{os.getuid()}")
    os.makedirs(cache, exist_ok=True)
    program = options.program or build("sanban")
    probe = options.probe or build("BenchmarkProbe")
    floor = os.path.join(cache, "floor")
    subprocess.run(
        ["cc", "-O2", "-o", floor, os.path.join(HERE, "floor.c"), "-lncursesw", "-ltinfo",
         "-lsqlite3"], check=True)

    sizes = [1_000, 10_000] + ([] if options.quick else [100_000])
    if options.million:
        sizes.append(1_000_000)
    tools = boards.Tools(program, probe, floor, cache)
    files = {size: boards.file(tools, size) for size in sizes}

    print(f"{datetime.datetime.now():%Y-%m-%d %H:%M} · load {os.getloadavg()[0]:.1f} on "
          f"{os.cpu_count()} cores · {platform.machine()} · boards of "
          + ", ".join(f"{size:,}" for size in sizes) + " activities · 120×40\n")
    table = Table()
    parts = options.only.split() or ["start", "bytes", "line", "edit", "company", "idle", "import"]
    largest = sizes[-1]
    for part, measure in [
        ("bytes", lambda: screens.bytes(table, tools, files[largest])),
        ("bytes", lambda: screens.grid(table, tools, files[largest])),
        ("line", lambda: line.measure(table, tools, files[sizes[0]])),
        ("idle", lambda: screens.idle(table, tools, files[largest])),
        ("edit", lambda: boards.counts(table, tools, files)),
        ("start", lambda: screens.start(table, tools, files)),
        ("start", lambda: screens.cursor(table, tools, files)),
        ("edit", lambda: boards.times(table, tools, files)),
        ("company", lambda: company.measure(table, tools, files[sizes[1]])),
        ("import", lambda: imports.measure(table, tools)),
    ]:
        if part in parts:
            measure()
    table.show()


def build(product):
    script = os.path.join(ROOT, "Tests", "Tools", "build-release")
    built = subprocess.run([script, product], check=True, stdout=subprocess.PIPE, text=True)
    return built.stdout.strip().splitlines()[-1]


if __name__ == "__main__":
    if not shutil.which("cc"):
        sys.exit("a C compiler is needed for the floor program: apt-get install gcc")
    main()
