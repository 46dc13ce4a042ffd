"""A hundred thousand rows of somebody else's table, beside what other programs need to take them."""
import os
import shutil
import subprocess
import time

ROWS = 100_000
HEADINGS = ["活动名称", "部门", "开始日期", "结束日期", "费用类别", "预算", "优先级", "备注", "标签", "单号"]
MAPS = ["title", "lead", "start", "end", "category", "plan", "priority", "notes", "tags", "ref"]


def file(tools, rows=ROWS):
    """A table of ten columns, made once."""
    path = os.path.join(tools.cache, f"agency-{rows}.csv")
    if not os.path.exists(path):
        with open(path + "-making", "w", encoding="utf-8") as out:
            out.write(",".join(HEADINGS) + "\n")
            for row in range(rows):
                lead = "市场部" if row % 2 else "销售部"
                out.write(
                    f"活动 {row},{lead},2026/{row % 12 + 1}/{row % 28 + 1},2026-12-31,digital,"
                    f"\"{1_000 + row:,}.50\",必保,\"备注, {row}\",新品;重点,HT-{row}\n")
        os.rename(path + "-making", path)
    return path


def measure(table, tools):
    table.head(f"Importing {ROWS:,} rows of ten columns")
    path = file(tools)
    board = os.path.join(tools.cache, f"import-{os.getpid()}.sanban")
    maps = [part for field, heading in zip(MAPS, HEADINGS) for part in ("--map", f"{field}={heading}")]
    command = [tools.program, "import", path, "--board", board, "--as", "probe", "--kind", "activity"]
    subprocess.run([tools.program, "new", board], check=True, capture_output=True)
    look = timed(command + maps + ["--dry-run"])
    table.row("looking only (--dry-run)", f"{look:.1f} s")
    table.most("imported, one transaction", timed(command + maps), 10, " s", 1)
    table.row("again: every row known", f"{timed(command + maps):.1f} s")
    table.row("peak memory of these",
              f"{peak / 1024:.0f} MiB (the file: {os.path.getsize(path) / 2**20:.0f})")
    shell = shutil.which("sqlite3")
    if shell:
        other = os.path.join(tools.cache, f"import-{os.getpid()}.db")
        table.row("sqlite3 .import, for comparison",
                  f"{timed([shell, other, '.mode csv', f'.import {path} agency']):.1f} s")
        os.remove(other)
    visidata = shutil.which("vd")
    table.row("VisiData's load, for comparison",
              f"{timed([visidata, '-b', path, '-o', os.devnull]):.1f} s" if visidata else "not installed")
    for suffix in ("", "-wal", "-shm", "-lock"):
        if os.path.exists(board + suffix):
            os.remove(board + suffix)


peak = 0


def timed(command):
    """Seconds; the most memory that any of these took is kept in `peak`, in KiB."""
    global peak
    start = time.monotonic()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}")
    peak = max(peak, usage.ru_maxrss)
    return time.monotonic() - start
