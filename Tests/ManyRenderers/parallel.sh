#!/bin/sh
# Renders a film by GNU parallel on this machine and compares the joined file with the render in one piece, frame by
# frame: sh Tests/ManyRenderers/parallel.sh [FOLDER OF THE PROGRAMS] [parallel's options, such as --sshlogin]
set -eu
cd "$(dirname "$0")/../.."
studio=$(readlink -f "${1:-.build/release}/t2v-studio")
[ $# -gt 0 ] && shift
for program in parallel jq ffmpeg; do
  command -v "$program" >/dev/null || { echo "parallel.sh: $program is missing: apt-get install parallel jq ffmpeg" >&2; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
sh Tests/ManyRenderers/make-draft.sh "$studio" "$work/film.json"
for format in mp4 gif wav; do
  "$studio" render --draft "$work/film.json" -o "$work/whole.$format" >/dev/null 2>&1
  "$studio" render --draft "$work/film.json" -o "$work/film.$format" --print-plan 7 > "$work/plan.json"
  # The recipe of Docs/Scale.md.
  jq -r '.parts[].shell' "$work/plan.json" | parallel --will-cite --halt now,fail=1 --retries 2 "$@" >/dev/null
  eval "$(jq -r .join.shell "$work/plan.json")" >/dev/null 2>&1
  sh Tests/ManyRenderers/compare.sh "$work/whole.$format" "$work/film.$format"
done
echo "parallel.sh: 7 parts made the same film, as MP4, GIF and WAV"
