"""The built-in studio: clips, edits, and many people at once."""

import asyncio
import contextlib
import glob
import json
import os
import signal
import statistics
import subprocess
import time

from measure import CLIENT, STUDIO, children_peak, cost, environment, memory_of, pairs, percentile, wall

PRESET, CRF = "superfast", "21"
# The settings that the studio gives FFmpeg for a high-quality MP4: EncoderSettings of Sources/Rendering.
VIDEO = [
    "-c:v", "libx264", "-preset", PRESET, "-crf", CRF, "-profile:v", "high", "-pix_fmt", "yuv420p",
    "-x264-params", "keyint=120", "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709",
    "-color_trc", "bt709",
]
AUDIO = ["-c:a", "aac", "-b:a", "192k", "-ar", "48000", "-ac", "2", "-movflags", "+faststart"]


class Studio:
    """A studio that the client has started, with its address and token."""

    def __init__(self, folder, lines):
        self.variables = environment(folder)
        subprocess.run(
            [CLIENT, "--studio", "local", "--json"], input=lines, text=True, env=self.variables, check=True,
            capture_output=True)
        data = self.variables["XDG_DATA_HOME"]
        with open(glob.glob(data + "/t2v/studio/serve.json")[0]) as file:
            found = json.load(file)
        self.url, self.pid = found["url"], found["pid"]
        with open(data + "/t2v/studio/token") as file:
            self.token = file.read().strip()
        sessions = glob.glob(self.variables["XDG_STATE_HOME"] + "/t2v/sessions/studio/*")
        self.sessions = []
        for path in sessions:
            with contextlib.suppress(ValueError, KeyError, IsADirectoryError), open(path) as file:
                self.sessions.append(json.load(file)["id"])

    def state(self, session):
        return subprocess.run(
            ["curl", "-sf", "-H", f"Authorization: Bearer {self.token}",
             f"{self.url}/api/state/nemo_agent/me/{session}/latest"], check=True, capture_output=True).stdout

    def close(self):
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)


def clip_row(table, folder):
    """A 10 s clip of 1080×1920 with title and music: scene, music, title and encoding against encoding alone."""
    draft = os.path.join(folder, "draft.json")
    studio = Studio(folder, "a sunset over ocean waves\nstatus\n")
    try:
        with open(draft, "wb") as file:
            file.write(studio.state(studio.sessions[0]))
    finally:
        studio.close()
    clip, frames = os.path.join(folder, "clip.mp4"), os.path.join(folder, "frames.yuv")
    render = [STUDIO, "render", "--draft", draft, "-o", clip]
    wall(render)
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-i", clip, "-f", "rawvideo", "-pix_fmt", "yuv420p", frames], check=True)
    encode = [
        "ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", "1080x1920", "-r", "30", "-i",
        frames, "-i", clip, "-map", "0:v", "-map", "1:a", *VIDEO, *AUDIO, os.path.join(folder, "encoded.mp4"),
    ]
    gradients = [
        "ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "gradients=s=1080x1920:r=30:d=10", *VIDEO,
        os.path.join(folder, "gradients.mp4"),
    ]
    table.row(
        "10 s clip of 1080×1920, rendered", "FFmpeg encoding the same frames from a file",
        pairs(lambda: wall(render), lambda: wall(encode), 3), 1, "s", "≤ 1.25")
    table.row(
        "10 s clip of 1080×1920, rendered", "FFmpeg's `gradients` source, encoded",
        pairs(lambda: wall(render), lambda: wall(gradients), 3), 1, "s", "< 1")


def edit_row(table, folder):
    """An upload of 60 s, trimmed, titled, with music, exported; and the command that a person would write for it."""
    upload = os.path.join(folder, "upload.mp4")
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=s=1920x1080:r=30:d=60", "-f", "lavfi", "-i",
         "sine=220:d=60", *VIDEO, *AUDIO, upload], check=True)
    asked = "trim it to the first 50 seconds\nadd the title Urban Dreams for 4 seconds\nadd lo-fi music\nstatus\n"
    studio = Studio(folder, f"{upload}\n{asked}")
    try:
        session = studio.sessions[0]
        draft = os.path.join(folder, "edit.json")
        with open(draft, "wb") as file:
            file.write(studio.state(session))
        film = os.path.join(folder, "film.mp4")
        export = [CLIENT, "export", "--session", session, "-o", film, "--studio", "local"]
        variables = dict(studio.variables, T2V_POLL="0.2")
        wall(export, env=variables)
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
    studio = Studio(folder, "status\n")
    try:
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
