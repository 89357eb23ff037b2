# The container engine, for the scripts beside: ENGINE, else what is installed.
engine=${ENGINE:-$(command -v podman || command -v docker || true)}
[ -n "$engine" ] || { echo "$(basename "$0"): neither podman nor docker is here: apt-get install podman" >&2; exit 77; }
# What the studio is to run with, and nothing more: Docs/Scale.md.
confined="--read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges"
