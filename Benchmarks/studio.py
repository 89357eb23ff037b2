"""The built-in studio with a data folder of its own."""

import contextlib
import json
import os
import signal
import subprocess

from measure import CLIENT, environment


class Studio:
    """A studio that the client starts when it is first asked, with its address and token."""

    def __init__(self, folder):
        self.variables = environment(folder)

    def chat(self, lines):
        """Says some lines in a new session, and gives its id."""
        told = subprocess.run(
            [CLIENT, "--studio", "local", "--json"], input=lines, text=True, env=self.variables, check=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        return next(event["session"] for event in map(json.loads, told.splitlines()) if event["event"] == "ready")

    def draft(self, lines, path):
        """Says some lines in a session of their own, saves its draft, and gives its id."""
        session = self.chat(lines)
        state = subprocess.run(
            ["curl", "-sf", "-H", f"Authorization: Bearer {self.token}",
             f"{self.url}/api/state/nemo_agent/me/{session}/latest"], check=True, capture_output=True).stdout
        with open(path, "wb") as file:
            file.write(state)
        return session

    def _read(self, name):
        with open(os.path.join(self.variables["XDG_DATA_HOME"], "t2v", "studio", name)) as file:
            return file.read().strip()

    @property
    def url(self):
        return json.loads(self._read("serve.json"))["url"]

    @property
    def pid(self):
        return json.loads(self._read("serve.json"))["pid"]

    @property
    def token(self):
        return self._read("token")

    def close(self):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)
