#!/usr/bin/env python3
"""Finds out which functions a conversation runs, for the linker to put side by side.

Usage: make link-order     needs valgrind; takes a minute or two

The kernel brings a program's file to memory in pieces of 64 KB. Where the functions of a start lie scattered over the
runtime's 12 MB, most pieces are held for one small function. Names that a later version has no more do no harm.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "Benchmarks"))

from measure import CLIENT, environment  # noqa: E402
from service import STREAM_HEAD, Service, chunk, event  # noqa: E402
from terminal import Terminal  # noqa: E402

TARGET = os.path.join(ROOT, "Sources", "t2v", "link-order.txt")
TRACED = CLIENT + "-traced"
LARGE = 32_768  # bytes; the runtime has sections of a megabyte, of which little runs
PATIENCE = 120  # seconds; a traced program is fifty times slower


class Trace:
    """Runs of the client under valgrind; `names` are the functions that ran."""

    def __init__(self, folder):
        self.folder = folder
        self.names = set()

    def command(self, *arguments):
        profile = os.path.join(self.folder, "profile.%p")
        return ["valgrind", "-q", "--tool=callgrind", "--demangle=no", "--callgrind-out-file=" + profile, TRACED, *arguments]

    def converse(self, variables, lines, *arguments):
        """Types lines at a terminal, each after the prompt has come to rest, and leaves."""
        terminal = Terminal(self.command(*arguments), variables, self.folder)
        terminal.wait(b"t2v> ", PATIENCE)
        for line in (*lines, b"\x04"):
            terminal.settle(5, PATIENCE)
            terminal.type(line)
        try:
            end = time.perf_counter() + PATIENCE
            while time.perf_counter() < end:
                terminal.read(1)
        except RuntimeError:
            pass  # it has ended
        terminal.close()
        self.collect()

    def run(self, variables, arguments, text=b""):
        subprocess.run(self.command(*arguments), env=variables, cwd=self.folder, input=text,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        self.collect()

    def collect(self):
        profiles = [name for name in os.listdir(self.folder) if name.startswith("profile.")]
        assert profiles, "valgrind left no profile"
        for name in profiles:
            path = os.path.join(self.folder, name)
            with open(path) as file:
                for line in file:
                    if found := re.match(r"c?fn=\(\d+\) (.*)", line):
                        self.names.add(found[1].strip().split("'")[0])
            os.remove(path)


def sections(folder):
    """The names in each section of code of the program, by address; what is too large to be moved is left out."""
    map_file = os.path.join(folder, "map")
    # Linked anew, with a map of the names as they are.
    build = "swift build -c release --disable-local-rpath --product t2v -Xlinker --no-demangle -Xlinker".split()
    subprocess.run([*build, "-Map=" + map_file], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    found = []
    is_code = False
    with open(map_file) as file:
        for line in file:
            # Address, load address, size, alignment, and then a section's file or a symbol, further in.
            parts = re.match(r"\s*[0-9a-f]+\s+[0-9a-f]+\s+([0-9a-f]+)\s+\d+ ( +)(.*)$", line)
            if not parts:
                continue
            if ":(" in parts[3]:
                is_code = ":(.text" in parts[3] and int(parts[1], 16) <= LARGE
                if is_code:
                    found.append([])
            elif is_code and len(parts[2]) > 8:
                found[-1].append(parts[3])
    return found


def reply(connection):
    """Prose, Markdown and talk of buttons."""
    connection.sock.sendall(STREAM_HEAD)
    for text in (
        "I made **a sunset** over ocean waves, 10 s in 9:16. ", "Click the Export button to download it.\n\n",
        "* waves\n* 海浪 🌊\n", "\n```\nplain\n```\n", "Shall I add music?",
    ):
        connection.sock.sendall(chunk(event(text)))
    connection.sock.sendall(b"0\r\n\r\n")


def main():
    for tool in ("valgrind", "objcopy"):
        if not shutil.which(tool):
            sys.exit(f"{tool} is not installed.")
    try:
        with tempfile.TemporaryDirectory(prefix="t2v-order-") as folder:
            code = sections(folder)
            # Without what valgrind does not read.
            subprocess.run(["objcopy", "--strip-debug", CLIENT, TRACED], check=True)
            film = os.path.join(folder, "film.mp4")
            with open(film, "wb") as file:
                file.write(b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2" + bytes(100_000))
            service = Service(reply, film)
            more = {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
            cloud = environment(folder, **more, **service.variables)
            local = environment(folder, **more)
            start = Trace(folder)
            start.converse(cloud, [])
            start.converse(local, [], "--studio", "local")
            rest = Trace(folder)
            rest.converse(cloud, [b"a sunset\r", b"credits\r", b"status\r", b"export\r"])
            rest.run(cloud, [], b"a sunset\nadd lo-fi music\nexport\n")
            rest.run(cloud, ["upload", film])
            service.close()
    finally:
        if os.path.exists(TRACED):
            os.remove(TRACED)
    # One name brings its whole section along.
    first = [ran[0] for names in code if (ran := [name for name in names if name in start.names])]
    second = [
        ran[0] for names in code
        if not start.names.intersection(names) and (ran := [name for name in names if name in rest.names])]
    names = list(dict.fromkeys(first + second))
    with open(TARGET, "w") as file:
        file.write("".join(name + "\n" for name in names))
    print(f"{len(first)} sections of a start and {len(second)} of a conversation are in {os.path.relpath(TARGET, ROOT)}")


if __name__ == "__main__":
    main()
