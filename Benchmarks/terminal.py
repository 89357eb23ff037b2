"""A program at a pseudo-terminal, as a person has it before them."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time


class Terminal:
    """Starts a program at a terminal of 80 columns and 24 rows; reads what it writes."""

    def __init__(self, command, environment, directory=None):
        self.started = time.perf_counter()
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            if directory:
                os.chdir(directory)
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.output = bytearray()

    def read(self, seconds):
        """Reads what is there within some seconds.

        Returns the bytes; none when time is up.
        """
        ready, _, _ = select.select([self.descriptor], [], [], max(0, seconds))
        if not ready:
            return b""
        try:
            data = os.read(self.descriptor, 1 << 16)
        except OSError:
            raise RuntimeError(f"the program ended: {bytes(self.output[-400:])!r}") from None
        self._answer(data)
        self.output += data
        return data

    def _answer(self, data):
        # A terminal answers what it is asked, as xterm would.
        if b"\x1b[6n" in data:
            os.write(self.descriptor, b"\x1b[1;1R")
        if b"\x1b[c" in data:
            os.write(self.descriptor, b"\x1b[?62;22c")

    def wait(self, wanted, seconds=30, since=None):
        """Reads until some bytes have come.

        Returns the time when they were there.
        """
        start = len(self.output) if since is None else since
        end = time.perf_counter() + seconds
        while True:
            self.read(end - time.perf_counter())
            now = time.perf_counter()
            if self.output.find(wanted, start) >= start:
                return now
            if now >= end:
                raise RuntimeError(f"{wanted!r} did not come: {bytes(self.output[-400:])!r}")

    def settle(self, quiet=0.15, seconds=20):
        """Reads until nothing has come for a while.

        Returns the time of the last byte.
        """
        last = time.perf_counter()
        end = last + seconds
        while time.perf_counter() < end:
            if not self.read(quiet):
                return last
            last = time.perf_counter()
        return last

    def type(self, keys):
        os.write(self.descriptor, keys)

    def paste(self, text):
        """Pastes as a terminal does, without waiting for a reader that is slow."""
        data = memoryview(b"\x1b[200~" + text + b"\x1b[201~")
        os.set_blocking(self.descriptor, False)
        while data:
            _, writable, _ = select.select([], [self.descriptor], [], 0)
            if writable:
                try:
                    data = data[os.write(self.descriptor, data[:4096]):]
                except BlockingIOError:
                    pass
            self.read(0 if writable else 0.001)
        os.set_blocking(self.descriptor, True)

    def close(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.close(self.descriptor)
        os.waitpid(self.pid, 0)
