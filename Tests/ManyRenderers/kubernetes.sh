#!/bin/sh
# Renders a film by the jobs for Kubernetes in Docs/Scale.md, without Kubernetes: the manifests are taken from the document
# and checked against Kubernetes's schema, and the image of Scripts/service/Dockerfile runs their commands, once for each
# index, as user 10001 on a read-only system with one volume, and then the join. The joined file is compared with the
# render in one piece, frame by frame. Run by hand, as root, where podman or docker is:
#
#   sh Tests/ManyRenderers/kubernetes.sh [IMAGE]
#
# PYTHON is a Python with PyPI's kubernetes-validate; without it one is made in .build/kubernetes. STUDIO is the program that
# directs the film, .build/release/t2v-studio.
set -eu
cd "$(dirname "$0")/../.."
. Tests/Container/engine.sh
image=${1:-t2v-studio}
for program in jq ffmpeg python3; do
  command -v "$program" >/dev/null || { echo "kubernetes.sh: $program is missing: apt-get install jq ffmpeg python3-venv" >&2; exit 77; }
done
python=${PYTHON:-.build/kubernetes/bin/python}
if [ -z "${PYTHON:-}" ]; then
  [ -x "$python" ] || python3 -m venv .build/kubernetes
  "$python" -c 'import kubernetes_validate' 2>/dev/null || .build/kubernetes/bin/pip install --quiet kubernetes-validate
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
mkdir "$work/film"
"$python" Tests/ManyRenderers/kubernetes.py Docs/Scale.md "$work"
echo "kubernetes.sh: the jobs are what Kubernetes's schema says"

# As the kubelet runs a container; what belongs to fsGroup is the user's here.
run() { # OPTIONS… IMAGE WORDS…
  # shellcheck disable=SC2086,SC2154
  $engine run --rm --no-healthcheck --network none $confined --user 10001:10001 -v "$work/film:/film" "$@"
}
job() { # NAME OPTIONS…: its container, with the words that the manifest gives it
  job=$1
  shift
  set -- "$@" --workdir "$(cat "$work/$job.folder")" --entrypoint "$(head -n 1 "$work/$job.words")" "$image"
  tail -n +2 "$work/$job.words" > "$work/arguments"
  while IFS= read -r word; do set -- "$@" "$word"; done < "$work/arguments"
  run "$@"
}

sh Tests/ManyRenderers/make-draft.sh "${STUDIO:-.build/release/t2v-studio}" "$work/film/film.json"
chown -R 10001:10001 "$work/film"
chmod 711 "$work"
run --workdir /film --entrypoint t2v-studio "$image" render --draft film.json -o whole.mp4 >/dev/null 2>&1
run --workdir /film --entrypoint /bin/sh "$image" -c 't2v-studio render --draft film.json -o film.mp4 --print-plan 5 > plan.json'
last=$(jq '.parts | length - 1' "$work/film/plan.json")
for index in $(seq 0 "$last"); do
  job film --env "JOB_COMPLETION_INDEX=$index" > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
  [ -s "$work/film/$(jq -r ".parts[$index].output" "$work/film/plan.json")" ] || { echo "kubernetes.sh: part $index is missing" >&2; exit 1; }
done
job film-join > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
sh Tests/ManyRenderers/compare.sh "$work/film/whole.mp4" "$work/film/film.mp4"
echo "kubernetes.sh: $((last + 1)) indexes of the job made the same film"
