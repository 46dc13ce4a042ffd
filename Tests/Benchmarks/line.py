"""The review on a slow line: bytes, round trips and time, beside programs that people know."""
import os
import shutil
import tempfile

from screens import SSH
from terminal import Session, median

HERE = os.path.dirname(os.path.abspath(__file__))
RELAY = [os.path.join(os.path.dirname(HERE), "Tools", "slow-line")]
RATE, ROUND_TRIP = 64_000, 100.0
RIGHT = "\x1b[C"


def measure(table, tools, path):
    table.head("On 64 kbit/s with 100 ms there and back: bytes · round trips · ms")
    board = tools.copy(path)
    review = [tools.program, "review", "2026Q4", "--board", board, "--as", "wang",
              "--language", "zh"]
    with Slow(table, "review, 60×20", review, 60, 20, SSH) as line:
        line.key("next item", RIGHT, 6, 1_200)
        line.key("status: t, and the choice for who waits", "t", 1)
        line.key("status: its digit", "4", 1, 120)
        line.key("comment: c", "c", 1)
        line.key("a character of it", ["a", "b", "中", "文"], 4, 40)
        line.key("Enter keeps it", "\r", 1)
        line.key("decided: go on", "1", 1, 250)
        line.burst("nine items at once", RIGHT * 9)
    home = tools.screen(board, "--language", "zh")
    with Slow(table, "home, 120×40", home, 120, 40, SSH) as line:
        line.key("cursor down", "j", 8, 250, quiet=0.11)
        line.key("  with the detail that follows at rest", "j", 4)
    with tempfile.TemporaryDirectory() as folder:
        others(table, folder)


def others(table, folder):
    """On as many rows, on as small a window."""
    text = os.path.join(folder, "rows.csv")
    with open(text, "w") as file:
        file.write("code,title,plan\n")
        file.writelines(f"A{n},华东橱柜新品发布({n}),{n * 37 % 9973}\n" for n in range(1_000))
    if shutil.which("less"):
        with Slow(table, "less, 60×20", ["less", text], 60, 20) as line:
            line.key("a row down", "j", 6)
            line.key("a page down", " ", 6)
    if shutil.which("tig") and os.path.isdir(".git"):
        with Slow(table, "tig, 60×20", ["tig"], 60, 20) as line:
            line.key("a row down", "j", 6)
            line.key("a page down", " ", 4)
            line.key("opens one", "\r", 1)
            line.key("next one, whole", "J", 4)
    if shutil.which("vd"):
        with Slow(table, "vd, 60×20", ["vd", text], 60, 20) as line:
            line.key("a row down", "j", 6)
            line.key("a page down", "\x06", 4)
            line.key("opens a row", "\r", 1)
    else:
        table.row("vd", "not installed")


class Slow:
    """A program behind the relay."""

    def __init__(self, table, name, command, columns, rows, environment=None):
        self.table = table
        self.session = Session(RELAY + command, environment, columns, rows)
        size, moment = self.session.start(quiet=0.8)
        table.row(f"{name}: started, first screen", f"{size:,.0f} · – · {moment:,.0f}")

    def key(self, name, keys, times, most=None, quiet=0.4):
        """`keys`: one for every time, or the same each time."""
        found = []
        for key in keys if isinstance(keys, list) else [keys] * times:
            found.append((*self.session.press(key, quiet, 1.0), len(key.encode())))
            self.session.settle(0.4, 0.6)
        self.say("  " + name, found, most)

    def burst(self, name, keys):
        self.say("  " + name, [(*self.session.press(keys, 0.6, 2.0), len(keys.encode()))])

    def say(self, name, found, most=None):
        answered = [one for one in found if one[1] is not None]
        if not answered:
            return self.table.row(name, "no answer")
        size = median([bytes for bytes, _, _ in answered])
        moment = median([moment for _, moment, _ in answered])
        trips = median([(moment - (bytes + typed) * 8e3 / RATE) / ROUND_TRIP
                        for bytes, moment, typed in answered])
        aim = f"≤ {most:,} bytes" if most else ""
        self.table.row(name, f"{size:,.0f} · {trips:.1f} · {moment:,.0f}", aim,
                       size <= most if most else None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.session.close()
