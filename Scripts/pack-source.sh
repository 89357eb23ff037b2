#!/bin/sh
# Packs what is committed into dist/t2v-VERSION.tar.gz. The same commit gives the same archive, to the byte.
set -eu

git rev-parse --verify HEAD >/dev/null 2>&1 || {
  echo "make dist packs what is committed, and this is no git checkout." >&2
  exit 1
}
version=$(git show HEAD:SKILL.md | sed -n 's/^version: *//p' | head -n 1)
[ -n "$version" ] || {
  echo "SKILL.md has no version." >&2
  exit 1
}
if ! git diff --quiet HEAD; then
  echo "Note: changes that are not committed are not packed." >&2
fi
mkdir -p dist
archive=dist/t2v-$version.tar.gz
git archive --prefix="t2v-$version/" HEAD | gzip -9n >"$archive.part"
mv "$archive.part" "$archive"
(cd dist && sha256sum "${archive#dist/}" >"${archive#dist/}.sha256")
echo "$archive"
