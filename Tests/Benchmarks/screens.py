"""The program on a screen: bytes, start, keys, memory, sleep."""
import os
import shutil
import statistics
import tempfile

from terminal import Session, median

SSH = {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}


def bytes(table, tools, path):
    """Counted, not timed: what goes over the line."""
    board = tools.copy(path)
    for name, environment in [("lean", SSH), ("full", {})]:
        lean = name == "lean"
        table.head(f"Bytes, {name} dress, Chinese")

        def say(what, value, limit):
            table.most(what, value, limit) if lean else table.row(what, f"{value:,.0f}")

        with Session(tools.screen(board, "--language", "zh"), environment) as session:
            size, _ = session.start()
            say("first screen", size, 9_000)
            session.settle(0.3, 0.3)
            sizes, _, _ = session.each("j", 12, quiet=0.05)
            say("cursor down in the activities", median(sizes), 250)
            session.settle(0.4, 0.4)
            sizes, _, _ = session.each("j", 8, quiet=0.5)
            table.row("  with the detail that follows at rest", f"{median(sizes):,.0f}")
            session.press("gg", quiet=0.5)
            sizes, _, _ = session.each("\x06", 6, quiet=0.1)
            say("page of a pane", median(sizes), 3_500)
            session.settle(0.4, 0.4)
            sizes = []
            for status in "3434":
                size = session.press("t", quiet=0.1, limit=0.1)[0]
                sizes.append(size + session.press(status, quiet=0.4, limit=1)[0])
            say("status change: t, and its digit a tenth of a second later", median(sizes), 120)
            sizes = []
            for status in "3434":
                session.press("t", quiet=0.4, limit=1)
                sizes.append(session.press(status, quiet=0.4, limit=1)[0])
            table.row("  by who waits for the choice, which is taken away", f"{median(sizes):,.0f}")
            session.press("m", quiet=0.4, limit=1)
            sizes = [session.press(key, quiet=0.4, limit=1)[0] for key in "smsm"]
            say("lead change by one key", median(sizes), 120)
            session.press("/", quiet=0.3, limit=1)
            sizes = [session.press(key, quiet=0.06, limit=1)[0] for key in "厨柜新品"]
            say("typed character in the filter", median(sizes), 40)
            table.row("  the list that follows", f"{session.settle(0.4, 0.6)[0]:,}")
            session.press("\x1b", quiet=0.3, limit=1)
            session.press("n", quiet=0.3, limit=1)
            sizes = [session.press(key, quiet=0.1, limit=1)[0] for key in "展会abc新品"]
            say("typed character in the form", median(sizes), 40)


def grid(table, tools, path):
    """The budget at 160 × 50, lean: a step, a character, a row further."""
    board = tools.copy(path)
    table.head("Bytes in the budget, lean dress")
    command = tools.screen(board, "--language", "zh", "--screen", "budget", "--period", "2026Q4")
    with Session(command, SSH, 160, 50) as session:
        session.start()
        session.settle(0.4, 0.6)
        session.press("ggjjj", quiet=0.5)
        sizes, _, _ = session.each("j", 8, quiet=0.06)
        table.most("cursor down", median(sizes), 120)
        session.settle(0.4, 0.5)
        sizes = [session.press(key, quiet=0.06, limit=0.5)[0] for key in "lhlhlh"]
        table.most("cursor right and left", median(sizes), 120)
        session.settle(0.4, 0.5)
        sizes, _, _ = session.each("l", 6, quiet=0.06)
        table.row("  a column further where the columns scroll", f"{max(sizes):,}")
        session.press("0", quiet=0.5)
        session.press("\x06", quiet=0.5)
        sizes, _, _ = session.each("j", 40, quiet=0.06)
        table.most("a row further where the rows scroll", max(sizes), 300)


def idle(table, tools, path):
    table.head("Peak memory and rest")
    with Session(tools.screen(path)) as session:
        session.start()
        session.each("j", 60, quiet=0.005)
        for keys in ("\x06" * 10, "G", "gg", "2", "jjjj", "1", "jj", "3"):
            session.press(keys, quiet=0.1)
        session.settle(1, 1)
        table.most("wake-ups a minute, nothing happening (20 s)", session.wakes(20), 6)
        table.most("peak memory", session.peak(), 32, " MiB", 1)


def start(table, tools, files):
    table.head("Start to the complete first screen (ms)")
    own = {size: [] for size in files}
    floor = {size: [] for size in files}
    for _ in range(21):
        for size, path in files.items():
            for command, into in [
                (tools.screen(path), own), ([tools.floor, "show", path], floor)
            ]:
                with Session(command) as session:
                    into[size].append(session.start()[1])
    for size in files:
        a, b = median(own[size]), median(floor[size])
        table.row(f"at {size:,}: sanban · the floor", f"{a:.1f} · {b:.1f}")
        table.most("  times the floor", a / b, 4, "×", 2)
    sizes = sorted(files)
    table.most(f"{sizes[-1]:,} to {sizes[0]:,}", median(own[sizes[-1]]) / median(own[sizes[0]]),
               1.1, "×", 2)


def cursor(table, tools, files):
    table.head("Cursor down (ms from the key to the last byte; own processor time)")
    for size, path in files.items():
        with Session(tools.screen(path)) as own, Session([tools.floor, "show", path]) as floor:
            own.start()
            floor.start()
            for session in (own, floor):
                session.each("j", 5)
            moments, cpu = steps(own)
            bare, least = steps(floor)
            a, b = median(moments), median(bare)
            table.row(f"at {size:,}: sanban · the floor", f"{a:.2f} · {b:.2f}")
            table.most("  times the floor", a / b, 2, "×", 2)
            table.most("  own processor time for a key", cpu, 3 if size <= 100_000 else 5, " ms", 2)
            table.row("  the floor's", f"{least:.2f} ms")
            table.row("  slowest of 200", f"{max(moments):.1f} ms")
            _, pages, cpu = own.each("\x06", 40, quiet=0.01)
            table.row("  a page: time · own processor time", f"{median(pages):.2f} · {cpu:.2f} ms")
    others(table)


def steps(session):
    """200 steps down and up inside a page: ms to the last byte, own processor time for a step."""
    times, before = [], session.cpu()
    for _ in range(10):
        for keys in "jk":
            times += session.each(keys, 10, quiet=0.004)[1]
    return times, (session.cpu() - before) / 200


def others(table):
    """Programs that people know, on a text of 100,000 lines."""
    with tempfile.TemporaryDirectory() as folder:
        text = os.path.join(folder, "rows.csv")
        with open(text, "w") as file:
            file.writelines(f"A{n},华东橱柜新品发布({n}),{n * 37 % 9973}\n" for n in range(100_000))
        for name, command in [
            ("less", ["less", text]), ("vd", ["vd", text]),
        ]:
            if shutil.which(name):
                other(table, name, command)
        if shutil.which("tig") and os.path.isdir(".git"):
            other(table, "tig", ["tig"])


def other(table, name, command):
    starts = []
    for _ in range(5):
        with Session(command) as session:
            starts.append(session.start(0.3)[1])
    with Session(command) as session:
        session.start(0.5)
        sizes, moments, cpu = session.each("j", 30)
        table.row(
            f"{name}: start · cursor down · its bytes · processor time",
            f"{statistics.median(starts):.1f} · {median(moments):.2f} · {median(sizes):.0f} · {cpu:.2f}")
