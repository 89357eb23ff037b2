#!/usr/bin/env python3
"""Measures t2v against public tools, as ratios of paired, alternating runs.

Usage: make bench [ARGS="NAME …"]     names: see ROWS below; all but clips by default

clip takes three prompts, clips all twenty of them, clips=7-12 six.

Machines are shared and noisy: each row is the median of the ratios pair by pair, with the least and the most of them.
Nothing here is a test; nothing fails because a machine is slow.
"""

import shutil
import sys
import tempfile

import rows_clip
import rows_stream
import rows_studio
import rows_terminal
import rows_transfer
from measure import CLIENT, Table, pairs, wall


def start_row(table, folder):
    """From exec to exit: what every call in a script pays."""
    table.row(
        "`t2v --version`, whole process", "`curl -V`",
        pairs(lambda: wall([CLIENT, "--version"]), lambda: wall(["curl", "-V"]), 20), goal="≤ 1.3")


ROWS = {
    "start": start_row,
    "prompt": rows_terminal.prompt_row,
    "reply": rows_terminal.reply_memory_row,
    "paste": rows_terminal.paste_row,
    "echo": rows_terminal.echo_row,
    "flush": rows_terminal.flush_row,
    "stream": rows_stream.stream_row,
    "slow": rows_stream.slow_row,
    "upload": rows_transfer.upload_row,
    "download": rows_transfer.download_row,
    "crowd": rows_studio.crowd_row,
    "edit": rows_studio.edit_row,
    "clip": rows_clip.clip_row,
    "gradients": rows_clip.gradients_row,
    "layers": rows_clip.layers_row,
    "clips": rows_clip.clips_row,
}


def main():
    names = sys.argv[1:] or [name for name in ROWS if name != "clips"]
    for name in names:
        if name.partition("=")[0] not in ROWS:
            sys.exit(f"There is no benchmark “{name}”. There are: {' '.join(ROWS)}")
    for tool in ("ffmpeg", "curl"):
        if not shutil.which(tool):
            sys.exit(f"{tool} is not installed; the benchmarks compare with it.")
    table = Table()
    for name in names:
        with tempfile.TemporaryDirectory(prefix="t2v-bench-") as folder:
            row, _, part = name.partition("=")
            ROWS[row](table, folder, *([part] if part else []))


if __name__ == "__main__":
    main()
