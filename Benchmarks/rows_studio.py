"""The built-in studio: edits, and many people at once."""

import asyncio
import json
import os
import statistics
import subprocess
import time

from measure import CLIENT, memory_of, pairs, percentile, wall
from rows_clip import AUDIO, VIDEO
from studio import Studio


def edit_row(table, folder):
    """An upload of 60 s, trimmed, titled, with music, exported; and the command that a person would write for it."""
    upload = os.path.join(folder, "upload.mp4")
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=s=1920x1080:r=30:d=60", "-f", "lavfi", "-i",
         "sine=220:d=60", *VIDEO, *AUDIO, upload], check=True)
    asked = "trim it to the first 50 seconds\nadd the title Urban Dreams for 4 seconds\nadd lo-fi music\nstatus\n"
    studio = Studio(folder)
    try:
        session = studio.chat(f"{upload}\n{asked}")
        film = os.path.join(folder, "film.mp4")
        export = [CLIENT, "export", "--session", session, "-o", film, "--studio", "local"]
        variables = dict(studio.variables, T2V_POLL="0.2")
        wall(export, env=variables)
        length = float(subprocess.run(
            ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", film], check=True,
            stdout=subprocess.PIPE).stdout)
        if abs(length - 50) > 0.1:
            raise RuntimeError(f"the film is {length} s long, not 50 s")
        # The music is what the studio made; the person of the hand-written command has it as a file.
        music = os.path.join(folder, "music.wav")
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", film, "-vn", music], check=True)
        title = (
            "drawtext=text='Urban Dreams':font=Inter:fontsize=96:fontcolor=white:shadowx=3:shadowy=3"
            ":x=(w-text_w)/2:y=(h-text_h)/2:enable='lt(t,4)'")
        by_hand = [
            "ffmpeg", "-v", "error", "-y", "-t", "50", "-i", upload, "-i", music, "-filter_complex",
            f"[0:v]{title}[v];[0:a][1:a]amix=inputs=2:normalize=0[a]", "-map", "[v]", "-map", "[a]", "-t", "50",
            *VIDEO, *AUDIO, os.path.join(folder, "by-hand.mp4"),
        ]
        table.row(
            "60 s upload trimmed, titled, with music, exported", "the hand-written `ffmpeg` command",
            pairs(lambda: wall(export, env=variables), lambda: wall(by_hand), 3), 1, "s", "≤ 1.1")
    finally:
        studio.close()


async def first_byte(host, port, token, session, message):
    """Seconds from the request to the first event of its reply; reads the reply to its end."""
    body = json.dumps({
        "app_name": "nemo_agent", "user_id": "me", "session_id": session, "new_message": {"parts": [{"text": message}]},
    }).encode()
    head = (
        f"POST /run_sse HTTP/1.1\r\nHost: {host}:{port}\r\nAuthorization: Bearer {token}\r\n"
        "Accept: text/event-stream\r\nContent-Type: application/json\r\nConnection: close\r\n"
        f"Content-Length: {len(body)}\r\n\r\n").encode()
    start = time.perf_counter()
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(head + body)
    answer = await reader.readuntil(b"\r\n\r\n")
    if not answer.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(answer.decode(errors="replace"))
    rest = await reader.readuntil(b"data:")
    taken = time.perf_counter() - start
    rest += await reader.read(-1)
    writer.close()
    if b'"error' in rest:
        raise RuntimeError(rest.decode(errors="replace"))
    return taken


async def new_session(host, port, token):
    body = b'{"task_name":"project","language":"en"}'
    reader, writer = await asyncio.open_connection(host, port)
    writer.write((
        f"POST /api/tasks/me/with-session/nemo_agent HTTP/1.1\r\nHost: {host}:{port}\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n").encode() + body)
    answer = await reader.read(-1)
    writer.close()
    text = answer.partition(b"\r\n\r\n")[2]
    start = text.index(b'"session_id":"') + len(b'"session_id":"')
    return text[start:text.index(b'"', start)].decode()


MESSAGES = [
    "a sunset over ocean waves", "add lo-fi music", "make it 6 seconds long", "change the title to Urban Dreams",
    "snow falling on a city at night", "undo",
]


async def chats(url, token, people, turns):
    """First bytes of so many people who chat at once, each message behind the other."""
    host, port = url.removeprefix("http://").split(":")
    taken = []

    async def chat(number):
        session = await new_session(host, port, token)
        for turn in range(turns):
            message = MESSAGES[(number + turn) % len(MESSAGES)] if turn else MESSAGES[0]
            taken.append(await first_byte(host, port, token, session, message))

    await asyncio.gather(*(chat(number) for number in range(people)))
    return taken


def crowd_row(table, folder):
    """50 sessions that chat at once, against one."""
    studio = Studio(folder)
    try:
        studio.chat("status\n")
        own, other = [], []
        for _ in range(3):
            one = asyncio.run(chats(studio.url, studio.token, 1, 20))
            many = asyncio.run(chats(studio.url, studio.token, 50, 6))
            own.append(percentile(many, 0.99))
            other.append(percentile(one, 0.99))
        more = statistics.median(a - b for a, b in zip(own, other)) * 1000
        table.row(
            f"studio, 50 sessions chatting at once: first byte, p99 ({more:+.0f} ms)", "the same with one",
            ([a / b for a, b in zip(own, other)], statistics.median(own), statistics.median(other)), goal="≤ +50 ms")
        table.alone("studio's memory after that, at most", [memory_of(studio.pid, "VmHWM") / 1e6], goal="≤ 60 MB")
    finally:
        studio.close()
