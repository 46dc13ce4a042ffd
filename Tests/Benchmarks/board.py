"""Boards to measure on, and what reading and saving cost without a screen."""
import os
import shutil
import statistics
import subprocess
import time


class Tools:
    def __init__(self, program, probe, floor, cache):
        self.program, self.probe, self.floor, self.cache = program, probe, floor, cache

    def run(self, *arguments):
        """The probe's `name value` lines."""
        lines = subprocess.run(
            [self.probe, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout
        return {name: float(value) for name, value in (line.split() for line in lines.splitlines())}

    def screen(self, path, *options):
        return [self.program, "--board", path, "--as", "probe", *options]

    def copy(self, path):
        """A board of its own, for measures that change it."""
        target = os.path.join(self.cache, f"copy-{os.getpid()}.sanban")
        for name in os.listdir(self.cache):
            if name.startswith("copy-"):
                os.remove(os.path.join(self.cache, name))
        shutil.copyfile(path, target)
        return target


def file(tools, size):
    """A board of that size, made once."""
    path = os.path.join(tools.cache, f"board-{size}.sanban")
    if not os.path.exists(path):
        making = path + "-making"
        for name in (making, making + "-wal", making + "-shm", making + "-lock"):
            if os.path.exists(name):
                os.remove(name)
        subprocess.run([tools.probe, "make", making, str(size)], check=True)
        os.rename(making, path)
    return path


def counts(table, tools, files):
    table.head("Counted: statements and rows read")
    for size, path in files.items():
        read = tools.run("read", path)
        edit = tools.run("edit", tools.copy(path), "20")
        table.row(
            f"at {size:,}",
            " · ".join(
                f"{name} {read[name + '-statements']:.0f}/{read[name + '-rows']:.0f}"
                for name in ("page", "detail", "tally"))
            + f" · edit {edit['edit-statements']:.0f}/{edit['edit-rows']:.0f}")
    for size, path in files.items():
        if size >= 10_000:
            table.most(f"file, bytes for an activity at {size:,}", os.path.getsize(path) / size,
                       1_200)


def times(table, tools, files):
    table.head("Saving and searching, without a screen (ms)")
    size, path = list(files.items())[-1]
    target = os.path.join(tools.cache, f"commit-{os.getpid()}.db")
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(target + suffix):
            os.remove(target + suffix)
    # Edits and SQLite's own commits in turns: the disk is shared with others.
    edits, slow, commits = [], [], []
    board = tools.copy(path)
    for _ in range(5):
        result = tools.run("edit", board, "100")
        edits.append(result["edit-ms"])
        slow.append(result["edit-p99-ms"])
        own = subprocess.run([tools.floor, "commit", target], stdout=subprocess.PIPE, text=True)
        commits.append(float(own.stdout.split()[0]))
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(target + suffix):
                os.remove(target + suffix)
    edit, commit = statistics.median(edits), statistics.median(commits)
    table.row(f"one edit at {size:,} · SQLite's own commit", f"{edit:.2f} · {commit:.2f}")
    table.most("  times SQLite's own commit", edit / commit, 2, "×", 2)
    assign = tools.run("assign", board, "1000")
    table.most("1,000 marked assigned, one step", assign["assign-ms"], 200, " ms")
    spread = tools.run("spread", tools.copy(path), "10000")
    table.most(f"spread over {spread['spread-cells']:,.0f} cells, saved", spread["spread-save-ms"],
               300, " ms")
    table.row("  read · computed", f"{spread['spread-read-ms']:.0f} · "
              f"{spread['spread-compute-ms']:.0f} ms")
    table.row("  statements · rows", f"{spread['spread-statements']:,.0f} · "
              f"{spread['spread-rows']:,.0f}")
    grid = tools.run("budget", path)
    table.row(f"budget at {size:,}: groups · a page of 64 activities",
              f"{grid['budget-groups-ms']:.2f} · {grid['budget-page-ms']:.2f} ms")
    table.row("  statements and rows",
              f"{grid['budget-groups-statements']:.0f}/{grid['budget-groups-rows']:.0f} · "
              f"{grid['budget-page-statements']:.0f}/{grid['budget-page-rows']:.0f}")
    read = tools.run("read", path)
    for reach in ("quarter", "board"):
        first = max(read[f"filter-{word}-{reach}-first-ms"] for word in ("frequent", "rare", "number"))
        every = max(read[f"filter-{word}-{reach}-all-ms"] for word in ("frequent", "rare", "number"))
        table.most(f"filter at {size:,}, {reach}: first hits", first, 10, " ms", 1)
        table.most(f"filter at {size:,}, {reach}: all, with their sums", every, 20, " ms", 1)
    budget(table, tools, files)


def budget(table, tools, files):
    """`budget --by lead`, the whole process, beside the sqlite3 shell's own sum."""
    size, path = list(files.items())[-1]
    command = [tools.program, "budget", "--by", "lead", "--board", path]
    if subprocess.run(command, capture_output=True).returncode != 0:
        table.row("budget --by lead", "this program has no such command")
        return
    shell = shutil.which("sqlite3")
    query = ("SELECT i.lead, sum(f.plan) FROM item i JOIN line l ON l.item = i.id "
             "JOIN figure f ON f.line = l.id WHERE i.kind = 3 GROUP BY 1")
    own, other = [], []
    for _ in range(15):
        start = time.monotonic()
        subprocess.run(command, capture_output=True)
        own.append((time.monotonic() - start) * 1e3)
        if shell:
            start = time.monotonic()
            subprocess.run([shell, files[10_000], query], capture_output=True)
            other.append((time.monotonic() - start) * 1e3)
    table.row(f"budget --by lead at {size:,}", f"{statistics.median(own):.1f} ms")
    if shell:
        table.most("  times the sqlite3 shell's own sum at 10,000",
                   statistics.median(own) / statistics.median(other), 1, "×", 2)
