#!/bin/sh
# Packs the built programs with all that belongs to them into dist/t2v_VERSION-1_ARCHITECTURE.deb.
#
# It needs dpkg-dev and nothing else. DEBFULLNAME and DEBEMAIL name the maintainer, as for all of Debian's tools.
# The same programs and commit give the same package, to the byte.
set -eu

for tool in dpkg-deb dpkg-shlibdeps dpkg-gencontrol; do
  command -v $tool >/dev/null && continue
  echo "There is no $tool here. Install it: apt-get install dpkg-dev" >&2
  exit 1
done

version=$(sed -n 's/^version: *//p' SKILL.md | head -n 1)-1
architecture=$(dpkg --print-architecture)
maintainer="${DEBFULLNAME:-The t2v authors} <${DEBEMAIL:-t2v@users.noreply.github.com}>"
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y SKILL.md)}
export SOURCE_DATE_EPOCH

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/debian/t2v
umask 022

mkdir -p "$root" "$work/debian"
DESTDIR=$root PREFIX=/usr LIST='' ZSHDIR=share/zsh/vendor-completions sh Scripts/install.sh install

documentation=$root/usr/share/doc/t2v
mkdir -p "$documentation"
install -m 644 Scripts/debian/copyright "$documentation/copyright"
install -D -m 644 Scripts/debian/lintian-overrides "$root/usr/share/lintian/overrides/t2v"
gzip -9n <Docs/CHANGELOG.md >"$documentation/changelog.gz"
cat >"$work/debian/changelog" <<END
t2v ($version) unstable; urgency=medium

  * Release ${version%-1}; changelog.gz tells what is new.

 -- $maintainer  $(LC_ALL=C date -R -u -d "@$SOURCE_DATE_EPOCH")
END
gzip -9n <"$work/debian/changelog" >"$documentation/changelog.Debian.gz"

sed "s/@MAINTAINER@/$maintainer/" Scripts/debian/control >"$work/debian/control"
mkdir "$root/DEBIAN"
output=$PWD/dist
mkdir -p "$output"
(
  cd "$work"
  dpkg-shlibdeps debian/t2v/usr/bin/t2v debian/t2v/usr/bin/t2v-studio
  dpkg-gencontrol -pt2v -Pdebian/t2v
  (cd debian/t2v && find usr -type f | LC_ALL=C sort | xargs md5sum >DEBIAN/md5sums)
  find debian/t2v -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  dpkg-deb --root-owner-group --build debian/t2v "$output/t2v_${version}_$architecture.deb"
)
