"""What a person at a terminal feels."""

import statistics
import sys
import threading
import time

from measure import CLIENT, environment, memory_of, pairs, peer, percentile
from service import STREAM_HEAD, Service, ServiceProcess, chunk, event
from terminal import Terminal

BASH = ["bash", "--norc", "--noprofile", "-i"]


def variables(folder, service=None):
    more = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "OPENAI_API_KEY": "none"}
    return environment(folder, **more, **(service.variables if service else {}))


def to_prompt(command, mark, folder, service=None):
    """Milliseconds from the start until a key that is pressed at the prompt is shown, and what it holds then."""
    terminal = Terminal(command, variables(folder, service), folder)
    try:
        terminal.wait(mark)
        place = len(terminal.output)
        terminal.type(b"Z")
        end = terminal.wait(b"Z", since=place)
        taken = (end - terminal.started) * 1000
        terminal.settle(0.3)
        return taken, memory_of(terminal.pid) / 1e6
    finally:
        terminal.close()


def prompt_row(table, folder):
    """Start to a prompt that takes keys."""
    service = Service()
    warm = Terminal([CLIENT, "--studio", "local"], variables(folder), folder)
    ours = {
        "the service": ([CLIENT], b"t2v> ", service),
        "the built-in studio": ([CLIENT, "--studio", "local"], b"t2v> ", None),
    }
    # The interpreter itself: a path may lead to a script that looks for it first.
    theirs = {"`python3 -i`": ([sys.executable, "-i", "-q"], b">>> ", None), "`node -i`": (["node", "-i"], b"> ", None)}
    if llm := peer("llm"):
        theirs["`llm chat`"] = ([llm, "chat"], b"> ", None)
    results = {name: ([], []) for name in (*ours, *theirs)}
    warm.wait(b"t2v> ")
    warm.settle(1.5)  # the studio is up; it stays for the others
    for turn in range(9):
        for name, (command, mark, server) in (ours | theirs).items():
            taken, memory = to_prompt(command, mark, folder, server)
            if turn:  # the first warms the caches
                results[name][0].append(taken)
                results[name][1].append(memory)
    warm.close()
    service.close()
    for name in ours:
        fastest = min(theirs, key=lambda other: statistics.median(results[other][0]))
        for other in theirs:
            own, peer_times = results[name][0], results[other][0]
            goal = "≤ 40 ms, ≤ 0.3 of the fastest" if other == fastest else ""
            ratios = [a / b for a, b in zip(own, peer_times)]
            table.row(
                f"start to a prompt that takes keys, {name}", other,
                (ratios, statistics.median(own), statistics.median(peer_times)), 1, "ms", goal)
    for name in ours:
        for other in theirs:
            own, peer_memory = results[name][1], results[other][1]
            table.row(
                f"memory at the prompt, {name}", other,
                ([a / b for a, b in zip(own, peer_memory)], statistics.median(own), statistics.median(peer_memory)),
                1, "MB", "≤ 18 MB")


def reply_memory_row(table, folder):
    """Memory after a reply of 5 MB of text."""
    piece = event("", 302)
    text = 5_000_000 // 100

    def reply(connection):
        connection.sock.sendall(STREAM_HEAD)
        data = piece * 500
        for _ in range(text // 500):
            connection.sock.sendall(chunk(data))
        connection.sock.sendall(chunk(event("THE END.")) + b"0\r\n\r\n")

    values = []
    for _ in range(3):
        service = Service(reply)
        terminal = Terminal([CLIENT, "--no-images"], variables(folder, service), folder)
        try:
            terminal.wait(b"t2v> ")
            terminal.settle(0.3)
            terminal.type(b"tell me a long story\r")
            # The line may be broken before it.
            terminal.wait(b"END.", seconds=180)
            terminal.settle(0.5)
            values.append(memory_of(terminal.pid) / 1e6)
        finally:
            terminal.close()
            service.close()
    table.alone("memory after a reply of 5 MB", values, goal="≤ 30 MB")


def paste_once(command, mark, end, folder, service=None):
    terminal = Terminal(command, variables(folder, service), folder)
    try:
        terminal.wait(mark)
        terminal.settle(0.3)
        words = "a long shot of the sea at dusk, the camera moves slowly to the left. "
        text = (words * 300)[: 20_000 - len(end)].encode() + end
        place = len(terminal.output)
        start = time.perf_counter()
        terminal.paste(text)
        terminal.wait(end[-5:], since=place)
        return terminal.settle(0.25) - start
    finally:
        terminal.close()


def paste_row(table, folder):
    """A paste of 20 KB to a quiet screen."""
    service = Service()
    result = pairs(
        lambda: paste_once([CLIENT], b"t2v> ", b"ZZZZZ", folder, service),
        lambda: paste_once(BASH, b"# ", b"ZZZZZ", folder), 7)
    service.close()
    table.row("20 KB pasted, to a quiet screen", "`bash` with readline", result, goal="≤ 100 ms, ≤ 1")


def echoes(terminal, count):
    """Seconds from a key to its echo, key by key; each is taken back again."""
    taken = []
    # What has been waiting since the terminal was read last is not the key's doing.
    end = time.perf_counter() + 0.5
    while (left := end - time.perf_counter()) > 0:
        terminal.read(left)
    for index in range(count):
        # None of them ends a control sequence.
        key = b"QXZNOVWY"[index % 8:index % 8 + 1]
        place = len(terminal.output)
        start = time.perf_counter()
        terminal.type(key)
        taken.append(terminal.wait(key, since=place) - start)
        terminal.type(b"\x7f")
        end = time.perf_counter() + 0.012
        while (left := end - time.perf_counter()) > 0:
            terminal.read(left)
    return taken


def echo_row(table, folder):
    """A key to its echo while a reply streams fast."""
    sentences = [event(f"the waves roll in {number} times and the light fades. ") for number in range(100)]

    def reply(connection):
        connection.sock.sendall(STREAM_HEAD)
        number = 0
        while True:
            # 1,000 events a second.
            connection.sock.sendall(chunk(sentences[number % 100] + sentences[(number + 1) % 100]))
            number += 2
            time.sleep(0.002)

    service = ServiceProcess(reply)
    ours = Terminal([CLIENT, "--no-images"], variables(folder, service), folder)
    theirs = Terminal(BASH, variables(folder), folder)
    rounds = {0.5: [], 0.99: []}
    try:
        ours.wait(b"t2v> ")
        theirs.wait(b"# ")
        ours.settle(0.3)
        ours.type(b"a sunset\r")
        ours.wait(b"the waves roll", seconds=10)
        for _ in range(5):
            own, other = echoes(ours, 200), echoes(theirs, 200)
            for share, values in rounds.items():
                values.append((percentile(own, share), percentile(other, share)))
    finally:
        ours.close()
        theirs.close()
        service.close()
    for (share, values), goal in zip(rounds.items(), ("≤ 1.2", "≤ 2.0")):
        own, other = [a for a, _ in values], [b for _, b in values]
        table.row(
            f"key to echo while 1,000 events a second stream, p{share * 100:.0f}", "`bash` with readline, idle",
            ([a / b for a, b in values], statistics.median(own), statistics.median(other)), goal=goal)


def flush_times(command, folder, count, mark=None, message=None):
    """Seconds from the service's write to the text on the terminal, sentence by sentence."""
    ready = threading.Event()
    sockets = []

    def reply(connection):
        connection.sock.sendall(STREAM_HEAD)
        sockets.append(connection.sock)
        ready.set()
        threading.Event().wait()

    service = Service(reply)
    terminal = Terminal([*command, *([] if mark else [service.url + "/run_sse"])], variables(folder, service), folder)
    try:
        if mark:
            terminal.wait(mark)
            terminal.settle(0.3)
            terminal.type(message + b"\r")
        while not ready.is_set():
            terminal.read(0.05)
        terminal.settle(0.3)
        taken = []
        for number in range(count):
            word = b"Q%dX" % number
            data = chunk(event(f"The waves roll in {word.decode()} again.\n"))
            place = len(terminal.output)
            start = time.perf_counter()
            sockets[0].sendall(data)
            taken.append(terminal.wait(word, since=place) - start)
            end = time.perf_counter() + 0.015
            while (left := end - time.perf_counter()) > 0:
                terminal.read(left)
        return taken
    finally:
        terminal.close()
        service.close()
        for sock in sockets:
            sock.close()


def flush_row(table, folder):
    """The service's write to the text on the terminal."""
    values = []
    for _ in range(5):
        own = flush_times([CLIENT, "--no-images"], folder, 60, b"t2v> ", b"a sunset")
        other = flush_times(["curl", "-sN", "-X", "POST", "-d", ""], folder, 60)
        values.append((statistics.median(own), statistics.median(other)))
    own, other = [a for a, _ in values], [b for _, b in values]
    more = statistics.median(a - b for a, b in values) * 1e6
    table.row(
        f"the service's write to text on the terminal, p50 ({more:+.0f} µs)", "`curl -N`",
        ([a / b for a, b in values], statistics.median(own), statistics.median(other)), 1e6, "µs", "≤ +150 µs")
