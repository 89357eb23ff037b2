#!/bin/sh
# Fails unless two media files hold the same frames and samples: compare.sh ONE OTHER
set -eu
sums() { ffmpeg -hide_banner -nostdin -loglevel error -i "$1" -f streamhash -hash sha256 -; }
frames() { ffmpeg -hide_banner -nostdin -loglevel error -i "$1" -f framemd5 - | grep -v '^#'; }
[ "$(sums "$1")" = "$(sums "$2")" ] || { echo "compare.sh: $1 and $2 differ" >&2; exit 1; }
# The frames with their times.
[ "$(frames "$1")" = "$(frames "$2")" ] || { echo "compare.sh: the frames of $1 and $2 differ in their times" >&2; exit 1; }
