#!/bin/sh
# Draws Docs/images/*.svg: the real program in a terminal, on the built-in studio, in a home of its own.
# The terminal emulator for it, pyte, comes from PyPI into an environment under .build.
set -eu

build=${1:?the folder of the built programs}
environment=.build/screenshots
if [ ! -x "$environment/bin/python3" ] || ! "$environment/bin/python3" -c 'import pyte' 2>/dev/null; then
  python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet --disable-pip-version-check 'pyte==0.8.2'
fi
exec "$environment/bin/python3" Scripts/draw_screenshots.py "$build" Docs/images
