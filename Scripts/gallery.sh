#!/bin/sh
# Draws the gallery: one frame and one strip for each prompt of gallery.txt, each style on one prompt, a contact sheet.
#   gallery.sh STUDIO FOLDER [SMALL]     STUDIO is the t2v-studio to draw with; FOLDER takes the pictures, and SMALL those
#                                        of the documentation, small.
set -eu

studio=$1
folder=$2
small=${3:-}
list=$(dirname "$0")/gallery.txt
mkdir -p "$folder/frames" "$folder/strips" "$folder/styles"

slug() { printf '%s' "$1" | tr '[:upper:]' '[:lower:]' | tr -cs '[:alnum:]' '-' | cut -c 1-60 | sed 's/-$//'; }

# draw PROMPT SECONDS SIZE FILE
draw() { "$studio" frame "$1" --at "$2" --size "$3" -o "$4"; }

# tile COLUMNSxROWS WIDTH FILE PICTURE…: pictures side by side, each WIDTH wide.
tile() {
  layout=$1 width=$2 out=$3
  shift 3
  list_file=$(mktemp)
  for picture in "$@"; do printf "file '%s'\n" "$(realpath "$picture")"; done >"$list_file"
  ffmpeg -nostdin -v error -y -f concat -safe 0 -i "$list_file" \
    -vf "scale=$width:-2:flags=lanczos,tile=$layout:padding=6:color=0x101014" -frames:v 1 "$out"
  rm -f "$list_file"
}

number=0
while IFS= read -r prompt <&3; do
  case $prompt in '' | '#'*) continue ;; esac
  number=$((number + 1))
  name=$(printf '%02d-%s' "$number" "$(slug "$prompt")" | sed 's/-$//')
  echo "$name"
  draw "$prompt" 4 1080x1920 "$folder/frames/$name.png"
  set --
  for second in 0 3 6 9; do
    draw "$prompt" "$second" 270x480 "$folder/strips/.$name-$second.png"
    set -- "$@" "$folder/strips/.$name-$second.png"
  done
  tile 4x1 270 "$folder/strips/$name.png" "$@"
  rm -f "$@"
done 3<"$list"

scene="a castle on a hill above a lake at sunset, hot air balloons"
draw "$scene" 4 1080x1920 "$folder/styles/00-natural.png"
number=0
for style in "Kaiber style" "cinematic style" "anime style" "watercolour" "oil painting" "ink wash painting" "pixel art" \
  "film noir" "vaporwave" "pencil sketch" "paper cut-out" "low-poly" "16 mm film"; do
  number=$((number + 1))
  echo "$style"
  draw "$scene, $style" 4 1080x1920 "$folder/styles/$(printf '%02d' "$number")-$(slug "$style").png"
done

tile 10x4 216 "$folder/prompts.png" "$folder"/frames/*.png
tile 7x2 216 "$folder/styles.png" "$folder"/styles/*.png
echo "$folder/prompts.png"
echo "$folder/styles.png"

[ -n "$small" ] || exit 0

# shrink WIDTH QUALITY IN OUT: a JPEG for a page; a lower number is a better one.
shrink() { ffmpeg -nostdin -v error -y -i "$3" -vf "scale=$1:-2:flags=lanczos" -q:v "$2" "$4"; }

mkdir -p "$small"
while IFS='|' read -r name prompt <&3; do
  draw "$prompt" 4 1080x1920 "$folder/small.png"
  shrink 360 4 "$folder/small.png" "$small/$name.jpg"
done 3<<EOF
ocean-sunset|a sunset over ocean waves
neon-rain|neon signs in a rainy city at night
horses|wild horses galloping on the beach at sunset
elephants|elephants in the savanna at sunset
torii|torii gate in a lake at sunset
aurora|northern lights over a frozen lake
lotus|a lotus pond in the morning mist
meteors|a meteor shower over the desert
watercolour|watercolour hot air balloons over mountains at dawn
oil|an oil painting of a castle on a hill above a lake at sunset
vaporwave|a sunset over ocean waves, vaporwave
ink|水墨山水，小船，飞鸟
EOF
rm -f "$folder/small.png"
shrink 1228 5 "$folder/prompts.png" "$small/contact.jpg"
shrink 1424 5 "$folder/styles.png" "$small/styles.jpg"
