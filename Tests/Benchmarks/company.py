"""Many people on one board: who saves, who sees it, how fast."""
import subprocess


def measure(table, tools, path):
    table.head("Many people on one board (ms)")
    board = tools.copy(path)
    watchers = [start(tools, "watch", board, "12") for _ in range(40)]
    savers = [start(tools, "save", board, f"saver{n}", "10", "2000") for n in range(8)]
    saved, took, lost = outcomes(savers)
    delays = []
    for watcher in watchers:
        seen = []
        for line in watcher.communicate()[0].splitlines():
            words = line.split()
            if words and words[0] == "seen":
                seen.append((int(words[1]), float(words[2])))
        for op, moment in saved.items():
            later = [at for newest, at in seen if newest >= op]
            # An edit that a watcher never shows counts as seen at the end.
            delays.append(max(0.0, later[0] - moment) if later else 10_000.0)
    table.row(f"8 save every 2 s ({len(saved)} edits, {lost} lost), 40 look: p50",
              f"{part(delays, 50):.1f}")
    table.most("  another session sees a change, p99", part(delays, 99), 100, " ms", 1)
    savers = [start(tools, "save", board, f"saver{n}", "6", "0") for n in range(16)]
    saved, took, lost = outcomes(savers)
    table.row(f"16 save without pause ({len(saved)} edits): p50", f"{part(took, 50):.1f}")
    table.most("  p99", part(took, 99), 100, " ms", 1)
    table.most("  given up", lost, 0)


def start(tools, *arguments):
    return subprocess.Popen([tools.probe, *arguments], stdout=subprocess.PIPE, text=True)


def outcomes(savers):
    saved, took, lost = {}, [], 0
    for saver in savers:
        for line in saver.communicate()[0].splitlines():
            words = line.split()
            if words and words[0] == "saved":
                saved[int(words[1])] = float(words[2])
                took.append(float(words[3]))
            elif words and words[0] == "lost":
                lost += 1
    return saved, took, lost


def part(values, percent):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)] if ordered else 0.0
