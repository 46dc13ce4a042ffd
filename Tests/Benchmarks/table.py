"""The table of a run: what was measured, the figure, what it ought to be."""
import unicodedata


class Table:
    def __init__(self):
        self.rows = []

    def head(self, title):
        self.rows.append((title,))

    def row(self, what, figure, aim="", met=None):
        """`met` is whether the aim was reached, None where there is none."""
        self.rows.append((what, figure, aim, {True: "✓", False: "✗", None: ""}[met]))

    def most(self, what, value, limit, unit="", digits=0):
        """A figure that ought to be at most `limit`."""
        self.row(what, f"{value:,.{digits}f}{unit}", f"≤ {limit:,}{unit}", value <= limit)

    def show(self):
        full = [row for row in self.rows if len(row) == 4]
        widths = [max([columns(row[index]) for row in full], default=0) for index in range(4)]
        for row in self.rows:
            if len(row) == 1:
                print(f"\n{row[0]}")
            else:
                cells = [text + " " * (width - columns(text)) for text, width in zip(row, widths)]
                print("  " + "   ".join(cells).rstrip())


def columns(text):
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
