#!/bin/sh
# Installs into a temporary folder, looks at what a user gets, and checks that nothing stays behind.
set -eu

fail() {
  echo "make install: $1" >&2
  exit 1
}

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
home="$root/tree/a home"
prefix=$home/.local
mkdir -p "$prefix/bin"
echo "somebody else's" >"$prefix/bin/other"
(cd "$root/tree" && find . | sort) >"$root/before"

BUILD=${BUILD:-.build/release}
export BUILD
# Stripping is the linker's business; it is left out here because it takes longer than all the rest.
PREFIX=$prefix STRIP='' sh Scripts/install.sh install >/dev/null
# A second installation over the first must not forget what the first has made.
PREFIX=$prefix STRIP='' sh Scripts/install.sh install >/dev/null

version=$(sed -n 's/^version: *//p' SKILL.md | head -n 1)
for program in t2v t2v-studio; do
  gzip -dc "$prefix/share/man/man1/$program.1.gz" | cmp -s - "Docs/man/$program.1" ||
    fail "the manual of $program is not the one of Docs/man"
  for file in "bash-completion/completions/$program" "zsh/site-functions/_$program" \
    "fish/vendor_completions.d/$program.fish"; do
    grep -q -- "$program" "$prefix/share/$file" || fail "share/$file does not complete $program"
  done
  bash -n "$prefix/share/bash-completion/completions/$program" || fail "bash can't read the completion of $program"
done
shown=$(cd / && HOME="$home" "$prefix/bin/t2v" --version) || fail "the installed t2v does not start"
[ "$shown" = "t2v $version" ] || fail "the installed t2v says $shown, not t2v $version"
"$prefix/bin/t2v-studio" --help >/dev/null || fail "the installed t2v-studio does not start"

PREFIX=$prefix sh Scripts/install.sh uninstall
(cd "$root/tree" && find . | sort) >"$root/after"
left=$(diff "$root/before" "$root/after") || fail "uninstall leaves or takes too much:
$left"
echo "An installation has all its parts, works from anywhere, and goes without a trace."
