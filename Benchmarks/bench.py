#!/usr/bin/env python3
"""Measures t2v against public tools, as ratios of paired, alternating runs.

Usage: make bench [ARGS="NAME …"]     names: start clip (default: all)

Machines are shared and noisy: each row is the median of the ratios pair by pair, with the least and the most of them.
Nothing here is a test; nothing fails because a machine is slow.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(ROOT, ".build", "release")
CLIENT = os.path.join(BUILD, "t2v")
STUDIO = os.path.join(BUILD, "t2v-studio")


def wall(command, **options):
    """The seconds that a whole process takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    return time.perf_counter() - start


def pairs(ours, theirs, count):
    """Runs both in alternation, after a warm-up, and prints the median ratio with its spread."""
    ours(), theirs()
    ratios, own, other = [], [], []
    for _ in range(count):
        own.append(ours())
        other.append(theirs())
        ratios.append(own[-1] / other[-1])
    return ratios, statistics.median(own), statistics.median(other)


def row(name, against, result, unit=1000, suffix="ms"):
    ratios, own, other = result
    print(
        f"| {name} | {against} | {statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f}) "
        f"| {own * unit:.1f} {suffix} | {other * unit:.1f} {suffix} | {len(ratios)} |",
        flush=True,
    )


def bench_start(_):
    """From exec to exit: what every call in a script pays."""
    row(
        "`t2v --version`", "`curl -V`",
        pairs(lambda: wall([CLIENT, "--version"]), lambda: wall(["curl", "-V"]), 20),
    )


def bench_clip(folder):
    """A 10 s 1080×1920 clip with title and music: scene, music, title and encoding against encoding alone."""
    draft = os.path.join(folder, "draft.json")
    environment = dict(os.environ, HOME=folder, XDG_DATA_HOME=folder, XDG_STATE_HOME=folder, XDG_CONFIG_HOME=folder)
    lines = "a sunset over ocean waves\nstatus\n"
    subprocess.run(
        [CLIENT, "--studio", "local", "--json"], input=lines, text=True, env=environment, check=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    with open(os.path.join(folder, "t2v", "studio", "serve.json")) as file:
        studio = json.load(file)
    try:
        with open(os.path.join(folder, "t2v", "studio", "token")) as file:
            token = file.read()
        sessions = os.path.join(folder, "t2v", "sessions", "studio")
        with open(os.path.join(sessions, sorted(os.listdir(sessions))[0])) as file:
            session = json.load(file)["id"]
        state = subprocess.run(
            ["curl", "-sf", "-H", f"Authorization: Bearer {token}",
             f"{studio['url']}/api/state/nemo_agent/me/{session}/latest"],
            check=True, capture_output=True,
        ).stdout
        with open(draft, "wb") as file:
            file.write(state)
    finally:
        os.kill(studio["pid"], 15)

    clip = os.path.join(folder, "clip.mp4")
    frames = os.path.join(folder, "frames.yuv")
    render = [STUDIO, "render", "--draft", draft, "-o", clip]
    subprocess.run(render, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-i", clip, "-f", "rawvideo", "-pix_fmt", "yuv420p", frames], check=True)
    # The settings that the studio gives FFmpeg for a high-quality MP4: EncoderSettings of Sources/Rendering.
    video = [
        "-c:v", "libx264", "-preset", PRESET, "-crf", CRF, "-profile:v", "high", "-pix_fmt", "yuv420p",
        "-x264-params", "keyint=120", "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709",
        "-color_trc", "bt709",
    ]
    encode = [
        "ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", "1080x1920", "-r", "30", "-i",
        frames, "-i", clip, "-map", "0:v", "-map", "1:a", *video, "-c:a", "aac", "-b:a", "192k", "-ar", "48000",
        "-ac", "2", "-movflags", "+faststart", os.path.join(folder, "encoded.mp4"),
    ]
    gradients = [
        "ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "gradients=s=1080x1920:r=30:d=10", *video,
        os.path.join(folder, "gradients.mp4"),
    ]
    row(
        "10 s 1080×1920 clip, rendered", "FFmpeg encoding the same frames from a file",
        pairs(lambda: wall(render), lambda: wall(encode), 3), 1, "s",
    )
    row(
        "10 s 1080×1920 clip, rendered", "FFmpeg's `gradients` source, encoded",
        pairs(lambda: wall(render), lambda: wall(gradients), 3), 1, "s",
    )
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"\nLargest process of this run (FFmpeg among them): {children.ru_maxrss // 1024} MB", flush=True)


PRESET, CRF = "superfast", "21"
BENCHES = {"start": bench_start, "clip": bench_clip}


def main():
    names = sys.argv[1:] or list(BENCHES)
    for name in names:
        if name not in BENCHES:
            sys.exit(f"There is no benchmark “{name}”. There are: {' '.join(BENCHES)}")
    for tool in ("ffmpeg", "curl"):
        if not shutil.which(tool):
            sys.exit(f"{tool} is not installed; the benchmarks compare with it.")
    print("| what | against | ratio: median (min–max) | ours | theirs | pairs |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            BENCHES[name](folder)


if __name__ == "__main__":
    main()
