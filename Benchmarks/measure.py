"""Paired, alternating runs, and what they cost."""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(ROOT, ".build", "release")
CLIENT = os.path.join(BUILD, "t2v")
STUDIO = os.path.join(BUILD, "t2v-studio")
# What “make bench-deps” installs: peers from PyPI, in an environment of their own.
PEERS = os.path.join(ROOT, ".build", "bench-peers", "bin")


@dataclass
class Cost:
    """What a process took."""

    wall: float  # seconds
    cpu: float  # seconds, user and system


def environment(folder, **more):
    """Variables that keep a program's files in a folder of the benchmark."""
    names = ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("T2V_", "NEMO_"))}
    return dict(kept, HOME=folder, **{name: os.path.join(folder, name.lower()) for name in names}, **more)


def cost(command, **options):
    """Runs a process to its end; one that fails ends the benchmark."""
    options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **options}
    start = time.perf_counter()
    process = subprocess.Popen(command, **options)
    _, status, usage = os.wait4(process.pid, 0)
    taken = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    return Cost(taken, usage.ru_utime + usage.ru_stime)


def wall(command, **options):
    """The seconds that a whole process takes."""
    return cost(command, **options).wall


def pairs(ours, theirs, count, warm_up=True):
    """Runs both in alternation, after a warm-up if it is wanted.

    Returns the ratios pair by pair, and the medians of both sides.
    """
    if warm_up:
        ours(), theirs()
    own, other = [], []
    for index in range(count):
        # Whoever comes second may profit from the first one's caches.
        if index % 2:
            theirs_first = theirs()
            own.append(ours())
            other.append(theirs_first)
        else:
            own.append(ours())
            other.append(theirs())
    return [a / b for a, b in zip(own, other)], statistics.median(own), statistics.median(other)


class Table:
    """Prints rows as they are measured."""

    def __init__(self):
        print("| what | against | ours ÷ theirs: median (min–max) | ours | theirs | pairs | goal |")
        print("|---|---|---|---|---|---|---|", flush=True)

    def row(self, what, against, result, unit=1000, suffix="ms", goal=""):
        ratios, own, other = result
        print(
            f"| {what} | {against} | {statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f}) "
            f"| {own * unit:.1f} {suffix} | {other * unit:.1f} {suffix} | {len(ratios)} | {goal} |",
            flush=True,
        )

    def alone(self, what, values, unit=1, suffix="MB", goal=""):
        """A number that has nothing to be compared with."""
        print(
            f"| {what} | – | – | {statistics.median(values) * unit:.1f} {suffix} "
            f"({min(values) * unit:.1f}–{max(values) * unit:.1f}) | | {len(values)} | {goal} |",
            flush=True,
        )


def peer(name):
    """The path of a peer from PyPI; None, and a line about it, if it is not installed."""
    path = os.path.join(PEERS, name)
    if os.access(path, os.X_OK):
        return path
    print(f"{name} is not there; “make bench-deps” installs it. Its rows are left out.", file=sys.stderr)
    return None


def memory_of(pid, field="VmRSS"):
    """Bytes of a running process: VmRSS now, VmHWM at most."""
    with open(f"/proc/{pid}/status") as file:
        for line in file:
            if line.startswith(field + ":"):
                return int(line.split()[1]) * 1024
    return 0


def peak_memory(command, **options):
    """The bytes that a process held at most, looked at every millisecond.

    What the system reports of a process that has ended begins with what its parent held.
    """
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    most = 0
    while process.poll() is None:
        most = memory_of(process.pid, "VmHWM") or most
        time.sleep(0.001)
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    return most


def percentile(values, share):
    """The value below which a share (0 to 1) of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
