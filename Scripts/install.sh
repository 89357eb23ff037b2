#!/bin/sh
# Installs the built programs with all that belongs to them, or removes exactly what an earlier call has installed.
#
#   install.sh install      strips and copies the programs, SKILL.md, manuals and completions under PREFIX
#   install.sh uninstall    removes the files that the list of the installation names, and the folders it made
#
# PREFIX    where it goes, /usr/local by default; a relative one counts from here, ~/ is the home
# DESTDIR   put before every path, for those who make packages
# BUILD     the folder of the built programs, .build/release by default
# STRIP     the program that strips, strip by default; empty: nothing is stripped
# ZSHDIR    where zsh looks for completions, below PREFIX
# LIST      empty: no list of what was installed is left behind, for those whose package manager keeps one
set -eu

action=${1:?install or uninstall}
prefix=${PREFIX:-/usr/local}
destdir=${DESTDIR:-}
build=${BUILD:-.build/release}
zshdir=${ZSHDIR:-share/zsh/site-functions}

# A shell that has not expanded the tilde of PREFIX=~/.local leaves it to us.
# shellcheck disable=SC2088
case $prefix in
  "~" | "~/"*) prefix=$HOME${prefix#"~"} ;;
  /*) ;;
  *) prefix=$PWD/$prefix ;;
esac
[ "$prefix" = / ] || prefix=${prefix%/}
list=${LIST-$prefix/share/t2v/installed}

# The lines of the list of an earlier installation of a kind: f a file, d a folder that was made for it.
listed() {
  [ -n "$list" ] && [ -f "$destdir$list" ] || return 0
  sed -n "s/^$1 //p" "$destdir$list"
}

# Removes a file, if it lies where the list may name files.
remove() {
  case $1 in
    */../* | */..) ;;
    "$prefix"/*) rm -f "$destdir$1" ;;
  esac
}

if [ "$action" = uninstall ]; then
  if [ ! -f "$destdir$list" ]; then
    echo "There is no installation of t2v under $destdir$prefix (no $destdir$list)." >&2
    exit 1
  fi
  folders=$(listed d)
  listed f | while IFS= read -r file; do remove "$file"; done
  rm -f "$destdir$list"
  # The deepest first; one that others use meanwhile stays.
  printf '%s\n' "$folders" | sort -r | while IFS= read -r folder; do
    [ -z "$folder" ] || rmdir "$destdir$folder" 2>/dev/null || true
  done
  exit 0
fi
[ "$action" = install ] || { echo "install.sh: install or uninstall, not $action" >&2; exit 64; }

for program in t2v t2v-studio; do
  [ -x "$build/$program" ] && continue
  echo "There is no $build/$program. Run \"make build\" first." >&2
  exit 1
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: >"$work/files"
listed d >"$work/folders"

# Makes a folder with those above it, and notes which were not there.
make_folder() {
  [ -d "$destdir$1" ] && return
  case $1 in /?*) make_folder "${1%/*}" ;; esac
  mkdir "$destdir${1:-/}"
  echo "$1" >>"$work/folders"
}

# put SOURCE PATH MODE: a file to its place below PREFIX.
put() {
  make_folder "$prefix/${2%/*}"
  install -m "$3" "$1" "$destdir$prefix/$2"
  echo "$prefix/$2" >>"$work/files"
}

umask 022
[ -z "$destdir" ] || mkdir -p "$destdir"
version=$(sed -n 's/^version: *//p' SKILL.md | head -n 1)

for program in t2v t2v-studio; do
  cp "$build/$program" "$work/$program"
  if [ -n "${STRIP-strip}" ]; then
    "${STRIP-strip}" --remove-section=.comment --remove-section=.note "$work/$program"
  fi
  put "$work/$program" "bin/$program" 755

  gzip -9n <"Docs/man/$program.1" >"$work/$program.1.gz"
  put "$work/$program.1.gz" "share/man/man1/$program.1.gz" 644

  for shell in bash zsh fish; do
    "$build/$program" --generate-completion-script $shell >"$work/$program.$shell"
  done
  # It is read by the shell, not run.
  sed -i '1{/^#!/d;}' "$work/$program.bash"
  put "$work/$program.bash" "share/bash-completion/completions/$program" 644
  put "$work/$program.zsh" "$zshdir/_$program" 644
  put "$work/$program.fish" "share/fish/vendor_completions.d/$program.fish" 644
done
put SKILL.md share/t2v/SKILL.md 644

# In a folder of skills an agent looks for SKILL.md at the top.
case $prefix/ in
  */.clawhub/* | */.cursor/skills/*) install -m 644 SKILL.md "$destdir$prefix/SKILL.md" &&
    echo "$prefix/SKILL.md" >>"$work/files" ;;
esac

[ -n "$list" ] || exit 0
# What an older version has installed and this one has not goes.
listed f | while IFS= read -r file; do
  grep -qxF "$file" "$work/files" || remove "$file"
done
{
  sed 's/^/f /' "$work/files"
  sort -u "$work/folders" | sed '/^$/d; s/^/d /'
} >"$work/list"
install -m 644 "$work/list" "$destdir$list"
echo "Installed t2v $version under $destdir$prefix."
