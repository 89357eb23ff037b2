#!/bin/sh
# Installs the Debian packages named as arguments that are missing. Does nothing, fast, when all are there.
set -eu

if ! command -v dpkg-query >/dev/null 2>&1; then
  # Elsewhere the same things have other names: check for what matters, and say what is missing.
  missing=""
  for library in libedit libcurl libcmark yaml-0.1 sqlite3; do
    pkg-config --exists "$library" 2>/dev/null || missing="$missing $library"
  done
  command -v ffmpeg >/dev/null 2>&1 || missing="$missing ffmpeg"
  if [ -n "$missing" ]; then
    echo "t2v installs packages by itself on Debian and Ubuntu only. Please install:$missing" >&2
    echo "(the development files of the libraries, found by pkg-config, and the ffmpeg program)." >&2
    exit 1
  fi
  exit 0
fi

missing=""
for package in "$@"; do
  status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
  [ "$status" = "install ok installed" ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

echo "Installing Debian packages:$missing"
if [ "$(id -u)" = 0 ]; then
  as_root=""
elif command -v sudo >/dev/null 2>&1; then
  as_root="sudo"
else
  echo "These packages are missing, and there is neither a root user nor sudo here. As root, run:" >&2
  echo "  apt-get install$missing" >&2
  exit 1
fi

install_missing() {
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
# A stale list of packages is the usual reason for a failure: refresh it, once.
install_missing 2>/dev/null || { $as_root apt-get update -qq && install_missing; }
