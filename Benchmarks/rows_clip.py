"""Clips: scene, music, title and encoding, against encoding alone."""

import os
import shutil
import statistics
import subprocess

from measure import BUILD, STUDIO, pairs, wall
from studio import Studio

# The settings that the studio gives FFmpeg for a high-quality MP4: EncoderSettings of Sources/Rendering.
VIDEO = [
    "-c:v", "libx264", "-preset", "superfast", "-crf", "21", "-profile:v", "high", "-pix_fmt", "yuv420p",
    "-x264-params", "keyint=120", "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709",
    "-color_trc", "bt709",
]
AUDIO = ["-c:a", "aac", "-b:a", "192k", "-ar", "48000", "-ac", "2", "-movflags", "+faststart"]

PROMPTS = [
    "a sunset over ocean waves",
    "neon signs in a rainy city at night",
    "snow-capped mountains over a lake by day",
    "a waterfall in a forest",
    "a rainbow over a meadow with flowers",
    "northern lights over a frozen lake",
    "a red car on a desert road at golden hour",
    "cherry blossom and a house by a lake",
    "hot air balloons over mountains at dawn",
    "fish over a coral reef",
    "a campfire in a forest under the stars",
    "wild horses galloping on the beach at sunset",
    "a person with an umbrella on a rainy city street",
    "rain on a window, city lights at night",
    "a castle on a hill above a lake at sunset",
    "snow falling over a village at night",
    "a spiral galaxy",
    "fireworks over a city and a river",
    "an abstract flow of gold and blue",
    "watercolour mountains at dawn",
]


def recorder(folder):
    """A folder with an ffmpeg that keeps what the studio pipes into it, and how it was called."""
    tools = os.path.join(folder, "tools")
    os.makedirs(tools, exist_ok=True)
    script = f"""#!/bin/sh
case "$*" in
*"-f avi -i pipe:0"*)
  printf '%s\\n' "$@" >'{folder}/arguments'
  tee '{folder}/frames.avi' | '{shutil.which("ffmpeg")}' "$@" ;;
*) exec '{shutil.which("ffmpeg")}' "$@" ;;
esac
"""
    for name, text in (("ffmpeg", script), ("ffprobe", f"#!/bin/sh\nexec '{shutil.which('ffprobe')}' \"$@\"\n")):
        path = os.path.join(tools, name)
        with open(path, "w") as file:
            file.write(text)
        os.chmod(path, 0o755)
    return dict(os.environ, PATH=f"{tools}:{os.environ['PATH']}")


def clip_ratios(folder, prompts, count):
    """For each prompt, as it is measured, the ratios of a finished clip to FFmpeg encoding the same bytes from a file,
    alternating."""
    studio = Studio(folder)
    try:
        for prompt in prompts:
            draft, clip = os.path.join(folder, "draft.json"), os.path.join(folder, "clip.mp4")
            studio.draft(f"{prompt}\nstatus\n", draft)
            render = [STUDIO, "render", "--draft", draft, "-o", clip]
            frames = os.path.join(folder, "frames.avi")
            wall(render, env=recorder(folder))
            with open(os.path.join(folder, "arguments")) as file:
                arguments = file.read().splitlines()
            arguments[arguments.index("pipe:0")] = frames
            encode = ["ffmpeg", *arguments[:-1], os.path.join(folder, "encoded.mp4")]
            # What was just written goes to the disk before anything is measured.
            os.sync()
            yield prompt, pairs(lambda: wall(render), lambda: wall(encode), count, warm_up=False)
            os.remove(frames)
    finally:
        studio.close()


def clip_row(table, folder, prompts=None, count=1):
    """10 s clips of 1080×1920 with title and music: scene, music, title and encoding against encoding alone."""
    results = []
    against = "FFmpeg encoding the same frames from a file"
    for prompt, result in clip_ratios(folder, prompts or PROMPTS[:3], count):
        table.row(f"clip: {prompt}", against, result, 1, "s", "≤ 1.5")
        results.append((prompt, result))
    each = [statistics.median(ratios) for _, (ratios, _, _) in results]
    own = statistics.median(own for _, (_, own, _) in results)
    other = statistics.median(other for _, (_, _, other) in results)
    table.row(f"10 s clip of 1080×1920, {len(each)} prompts", against, (each, own, other), 1, "s", "≤ 1.25")


def clips_row(table, folder, numbers=""):
    """The same for all twenty prompts, or for those from one number to another: “7-12”."""
    first, _, last = numbers.partition("-")
    clip_row(table, folder, PROMPTS[int(first or 1) - 1:int(last or first or len(PROMPTS))])


def gradients_row(table, folder):
    """A clip against FFmpeg's own cheapest moving picture."""
    studio = Studio(folder)
    draft, clip = os.path.join(folder, "draft.json"), os.path.join(folder, "clip.mp4")
    try:
        studio.draft(f"{PROMPTS[0]}\nstatus\n", draft)
    finally:
        studio.close()
    gradients = [
        "ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "gradients=s=1080x1920:r=30:d=10", *VIDEO,
        os.path.join(folder, "gradients.mp4"),
    ]
    table.row(
        "10 s clip of 1080×1920, rendered", "FFmpeg's `gradients` source, encoded",
        pairs(lambda: wall([STUDIO, "render", "--draft", draft, "-o", clip]), lambda: wall(gradients), 3), 1, "s",
        "< 1")


def layers_row(_, __):
    """What each layer of a frame costs, in milliseconds of one thread, and how long a scene is prepared."""
    print("\n| scene | ms a frame | ms to prepare | layers |\n|---|---|---|---|", flush=True)
    subprocess.run([os.path.join(BUILD, "SceneCosts"), *PROMPTS], check=True)
