"""Long streams: what each event costs, and a reader that is slow."""

import os
import subprocess
import time

from measure import CLIENT, PEERS, cost, environment, memory_of, pairs, peer
from service import STREAM_HEAD, Service, chunk, event

# As long as a session of hours: 662,739 events of 302 bytes are 200 MB.
EVENTS = 662_739
SIZE = 302

READER = """
import json, sys, httpx
from httpx_sse import connect_sse
with httpx.Client(timeout=None) as client:
    with connect_sse(client, "POST", sys.argv[1]) as source:
        for event in source.iter_sse():
            for part in json.loads(event.data)["content"]["parts"]:
                sys.stdout.write(part["text"])
"""


def streaming(count):
    """A reply of so many events."""
    block = event("", SIZE) * 100

    def reply(connection):
        connection.sock.sendall(STREAM_HEAD)
        data = chunk(block)
        for _ in range(count // 100):
            connection.sock.sendall(data)
        rest = event("", SIZE) * (count % 100)
        connection.sock.sendall((chunk(rest) if rest else b"") + b"0\r\n\r\n")

    return reply


def client_alone(service, folder):
    """The client's cost of one message, its text to a pipe."""
    reader, writer = os.pipe()
    drain = subprocess.Popen(["cat"], stdin=reader, stdout=subprocess.DEVNULL)
    os.close(reader)
    source = subprocess.Popen(["echo", "a sunset"], stdout=subprocess.PIPE)
    try:
        return cost([CLIENT], stdin=source.stdout, stdout=writer, env=environment(folder, **service.variables))
    finally:
        os.close(writer)
        source.wait()
        source.stdout.close()
        drain.wait()


def curl_alone(service):
    reader, writer = os.pipe()
    drain = subprocess.Popen(["cat"], stdin=reader, stdout=subprocess.DEVNULL)
    os.close(reader)
    try:
        return cost(["curl", "-sN", "-X", "POST", "-d", "", service.url + "/run_sse"], stdout=writer)
    finally:
        os.close(writer)
        drain.wait()


def stream_row(table, folder):
    """CPU of 200 MB of events."""
    service = Service(streaming(EVENTS))
    megabytes = EVENTS * SIZE / 1e6
    rates = []

    def ours():
        result = client_alone(service, folder)
        rates.append(megabytes / result.wall)
        return result.cpu

    table.row(
        "CPU for 200 MB of events, text to a pipe", "`curl -N` of the same bytes",
        pairs(ours, lambda: curl_alone(service).cpu, 5), 1, "s", "≤ 1.0 s")
    service.close()
    table.alone("200 MB of events, to the end", rates, 1, "MB/s", "≥ 100 MB/s")
    if not peer("python"):
        return
    # A tenth of it: the peer takes its time.
    service = Service(streaming(EVENTS // 10))
    python = os.path.join(PEERS, "python")
    table.row(
        "CPU for 20 MB of events, text to a pipe", "PyPI's `httpx-sse` with `json`",
        pairs(
            lambda: client_alone(service, folder).cpu,
            lambda: cost([python, "-c", READER, service.url + "/run_sse"]).cpu, 3), 1, "s", "≤ 0.1")
    service.close()


def slow_row(table, folder):
    """Memory while a reader takes 2 MB a second of a stream that comes as fast as it is taken."""
    values = []
    for _ in range(3):
        service = Service(streaming(EVENTS))
        process = subprocess.Popen(
            [CLIENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=environment(folder, **service.variables))
        try:
            process.stdin.write(b"a sunset\n")
            process.stdin.flush()
            end = time.perf_counter() + 8
            while time.perf_counter() < end:
                os.read(process.stdout.fileno(), 20_000)
                time.sleep(0.01)
            values.append(memory_of(process.pid, "VmHWM") / 1e6)
        finally:
            process.kill()
            process.wait()
            process.stdin.close()
            process.stdout.close()
            service.close()
    table.alone("memory with a slow reader of that stream, at most", values, goal="≤ 40 MB")
