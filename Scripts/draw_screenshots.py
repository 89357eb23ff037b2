"""Runs t2v in a pseudo-terminal, types a conversation, and draws the screen as SVG.

    draw_screenshots.py FOLDER-OF-THE-PROGRAMS FOLDER-FOR-THE-PICTURES

What is drawn is the screen of a terminal emulator (pyte) that the program wrote to, cut below the last answer. Each run of
cells is one text element of a given length, so that the columns fit in any monospaced font.
"""

import fcntl
import html
import json
import os
import pathlib
import pty
import select
import shutil
import signal
import struct
import sys
import tempfile
import termios
import time

import pyte
from pyte.screens import wcwidth

BLOCKS = {"▀": (0, 0.5), "▄": (0.5, 1), "█": (0, 1)}  # From which part of a cell to which.
CELL = (8.4, 18)  # Pixels of a column and a row at a font size of 14.
PALETTE = {
    "black": "#2a2f3a", "red": "#e06c75", "green": "#98c379", "brown": "#e5c07b", "blue": "#61afef",
    "magenta": "#c678dd", "cyan": "#56b6c2", "white": "#d7dae0", "brightblack": "#7f8796",
    "brightred": "#ff7b86", "brightgreen": "#b5e08f", "brightbrown": "#ffd68a", "brightblue": "#7cc4ff",
    "brightmagenta": "#dd96f0", "brightcyan": "#6fd3df", "brightwhite": "#ffffff",
}
BACKGROUND, FOREGROUND = "#1b1f27", "#d7dae0"
FONTS = "ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono', monospace"


class Conversation:
    """A program on a terminal of its own."""

    def __init__(self, arguments, home, columns, rows):
        self.screen = pyte.HistoryScreen(columns, rows, history=1000)
        self.stream = pyte.ByteStream(self.screen)
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(home / "films")
            environment = {
                "HOME": str(home), "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8",
                "COLORTERM": "truecolor",
            }
            os.execve(arguments[0], arguments, environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def lines(self):
        """The text of the screen, with what has scrolled off it."""
        above = ["".join(row[x].data for x in range(self.screen.columns)) for row in self.screen.history.top]
        return [line.rstrip() for line in [*above, *self.screen.display]]

    def pump(self, seconds):
        """Reads for a while; False when the program has ended."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if not select.select([self.terminal], [], [], left)[0]:
                break
            try:
                data = os.read(self.terminal, 65536)
            except OSError:
                return False
            if not data:
                return False
            self.stream.feed(data)
        return True

    def wait(self, text, limit=180):
        """Reads until a text is on the screen and the screen has been still for a second."""
        end = time.monotonic() + limit
        while not any(text in line for line in self.lines()):
            if not self.pump(0.2) or time.monotonic() > end:
                sys.exit("\n".join(self.lines()) + f"\n\n“{text}” did not appear.")
        before = None
        while before != self.lines():
            before = self.lines()
            self.pump(1)

    def type(self, text):
        os.write(self.terminal, text.encode())

    def rows(self):
        """All rows up to the last with text, as lists of runs (column, columns, text, style)."""
        buffer = [*self.screen.history.top, *(self.screen.buffer[y] for y in range(self.screen.lines))]
        rows = [self._runs(row) for row in buffer]
        while rows and not rows[-1]:
            rows.pop()
        return rows

    def _runs(self, row):
        runs = []
        for x in range(self.screen.columns):
            cell = row[x]
            if not cell.data:  # The second half of a wide character.
                continue
            style = (self._colour(cell, cell.reverse), self._ground(cell), cell.bold, cell.underscore)
            width = 2 if wcwidth(cell.data[0]) == 2 else 1
            # A wide character stands alone: its font may be of another width.
            if runs and runs[-1][3] == style and runs[-1][0] + runs[-1][1] == x and width == 1 and not runs[-1][4]:
                column, columns, text, _, _ = runs[-1]
                runs[-1] = (column, columns + 1, text + cell.data, style, False)
            else:
                runs.append((x, width, cell.data, style, width == 2))
        # What is only blanks needs no drawing, and blanks at an end no length.
        return [run for run in runs if run[2].strip() or run[3][1]]

    @staticmethod
    def _named(colour, default):
        if colour == "default":
            return default
        return PALETTE.get(colour, f"#{colour}")

    def _colour(self, cell, reverse):
        return self._named(cell.bg, BACKGROUND) if reverse else self._named(cell.fg, FOREGROUND)

    def _ground(self, cell):
        return self._named(cell.fg, FOREGROUND) if cell.reverse else self._named(cell.bg, "")

    def close(self):
        os.kill(self.process, signal.SIGHUP)
        os.waitpid(self.process, 0)


def svg(rows, columns, title):
    """A picture of rows: a plain window, and the text in it."""
    width, height = columns * CELL[0] + 32, len(rows) * CELL[1] + 56
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" width="{width:.0f}" '
        f'height="{height}" role="img" aria-label="{html.escape(title)}">',
        f"<title>{html.escape(title)}</title>",
        f'<rect width="100%" height="100%" rx="9" fill="{BACKGROUND}"/>',
        *(f'<circle cx="{20 + 18 * i}" cy="18" r="5.5" fill="{c}"/>' for i, c in enumerate(["#ff6159", "#ffbd2e", "#28c941"])),
        f'<g font-family="{FONTS}" font-size="14" xml:space="preserve" shape-rendering="crispEdges">',
    ]
    for number, runs in enumerate(rows):
        top = 40 + number * CELL[1]
        for column, columns_wide, text, (colour, ground, bold, underlined), _ in runs:
            x, length = 16 + column * CELL[0], columns_wide * CELL[0]
            if ground:
                parts.append(f'<rect x="{x:.1f}" y="{top}" width="{length:.1f}" height="{CELL[1]}" fill="{ground}"/>')
            if text and set(text) <= set(BLOCKS):
                # Pictures: a font's own blocks leave gaps between the cells.
                for index, character in enumerate(text):
                    first, last = BLOCKS[character]
                    parts.append(
                        f'<rect x="{x + index * CELL[0]:.1f}" y="{top + first * CELL[1]:.0f}" width="{CELL[0]}" '
                        f'height="{(last - first) * CELL[1]:.0f}" fill="{colour}"/>'
                    )
                continue
            shown = text.rstrip()
            if not shown:
                continue
            indent = len(shown) - len(shown.lstrip())
            x, shown = x + indent * CELL[0], shown.lstrip()
            length = length - (len(text) - len(shown)) * CELL[0]
            weight = ' font-weight="bold"' if bold else ""
            line = ' text-decoration="underline"' if underlined else ""
            parts.append(
                f'<text x="{x:.1f}" y="{top + 13.5:.1f}" textLength="{length:.1f}" lengthAdjust="spacingAndGlyphs" '
                f'fill="{colour}"{weight}{line}>{html.escape(shown, quote=False)}</text>'
            )
    return "\n".join([*parts, "</g>", "</svg>", ""])


def stop_studio(home):
    """Ends the studio that this conversation has started."""
    descriptor = home / ".local/share/t2v/studio/serve.json"
    if descriptor.exists():
        process = json.loads(descriptor.read_text())["pid"]
        try:
            os.kill(process, signal.SIGTERM)
        except ProcessLookupError:
            pass


def conversation(program, home):
    """What the picture of the README shows."""
    talk = Conversation([program, "--studio", "local"], home, columns=84, rows=40)
    try:
        talk.wait("Ready on")
        for line, answer in [
            ("a sunset over ocean waves", "Timeline ("),
            ("标题改成 Urban Dreams", "Urban Dreams\" ("),
            ("make it 6 seconds, lo-fi music", "Lo-fi ("),
            ("export", "Saved "),
        ]:
            talk.type(line + "\r")
            talk.wait(answer)
        # The link below the last line is of this home alone, and the prompt says nothing new.
        rows = talk.rows()
        last = max(y for y, runs in enumerate(rows) if runs and runs[0][2].startswith("Saved"))
        return rows[: last + 1]
    finally:
        talk.close()


def main():
    programs, pictures = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    home = pathlib.Path(tempfile.mkdtemp())
    (home / "films").mkdir()
    try:
        rows = conversation(str(programs / "t2v"), home)
    finally:
        stop_studio(home)
        shutil.rmtree(home, ignore_errors=True)
    picture = pictures / "conversation.svg"
    picture.write_text(svg(rows, 84, "A conversation with t2v: a prompt, two edits, an export"), encoding="utf-8")
    print(picture)


if __name__ == "__main__":
    main()
