"""Files there and back."""

import os
import subprocess

from measure import CLIENT, cost, environment, pairs, peak_memory
from service import Service

SIZE = 200 * 2**20


def big_film(folder):
    """A file of 200 MB that begins as an MP4 does; what follows can't be compressed."""
    path = os.path.join(folder, "film.mp4")
    with open(path, "wb") as file:
        file.write(b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2")
        block = os.urandom(1 << 20)
        while (left := SIZE - file.tell()) > 0:
            file.write(block[:left])
    return path


def upload_row(table, folder):
    """A file of 200 MB to the service, and to the built-in studio."""
    path = big_film(folder)
    service = Service()
    variables = environment(folder, **service.variables)
    subprocess.run([CLIENT], input=b"a sunset\n", env=variables, check=True, capture_output=True)
    ours = lambda: cost([CLIENT, "upload", path], env=variables).wall
    url = service.url + "/api/upload-video/nemo_agent/me/sess_1"
    theirs = lambda: cost(["curl", "-sf", "-H", "Expect:", "-F", f"files=@{path}", url]).wall
    table.row("200 MB upload", "`curl -F`", pairs(ours, theirs, 5), 1, "s", "≤ 1.05")
    memory = [peak_memory([CLIENT, "upload", path], env=variables) / 1e6 for _ in range(5)]
    table.alone("memory of a 200 MB upload, at most", memory, goal="≤ 28 MB")
    service.close()


def download_row(table, folder):
    """A finished render of 200 MB to the disk."""
    path = big_film(folder)
    service = Service(film=path)
    variables = environment(folder, **service.variables)
    subprocess.run([CLIENT], input=b"a sunset\n", env=variables, check=True, capture_output=True)
    target = os.path.join(folder, "fetched.mp4")

    def ours():
        return cost([CLIENT, "export", "-o", target], env=variables).wall

    def theirs():
        return cost(["curl", "-sf", "-o", target, service.url + "/film.mp4"]).wall

    table.row("200 MB download, ready to be resumed", "`curl -o`", pairs(ours, theirs, 5), 1, "s", "≤ 1.05")
    service.close()
