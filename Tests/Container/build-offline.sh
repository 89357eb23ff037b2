#!/bin/sh
# Builds the image of Scripts/service/Dockerfile where neither swift.org nor a registry of images can be reached, from a
# toolchain that is installed here and Debian's packages. Run by hand, as root:
#
#   sh Tests/Container/build-offline.sh SWIFT [PACKAGES] [IMAGE]
#
# SWIFT is the folder that holds the toolchain's “usr”; PACKAGES, if GitHub can't be reached either, one that holds the
# Swift packages as OWNER/NAME.git, or ""; IMAGE the name, t2v-studio. DEBIAN_MIRROR is where packages come from.
#
# The Dockerfile goes the same way as anywhere: it downloads an archive, its signature and the keys, here from a server on
# the loopback with a key of the moment. Before that it has to refuse an archive that another key has signed and one that
# was changed after it was signed.
set -eu
cd "$(dirname "$0")/../.."
. Tests/Container/engine.sh
[ $# -ge 1 ] || { sed -n '2,12s/^# \{0,1\}//p' "$0" >&2; exit 64; }
swift=$1 packages=${2:-} image=${3:-t2v-studio}
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
for program in gpg git python3 gzip; do
  command -v "$program" >/dev/null || { echo "build-offline.sh: $program is missing" >&2; exit 77; }
done
[ -x "$swift/usr/bin/swift-build" ] || { echo "build-offline.sh: there is no $swift/usr/bin/swift-build" >&2; exit 64; }

work=$(mktemp -d)
started=
finish() {
  for pid in $started; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

# The base image, as Debian's own tool for it makes it.
base=$(sed -n 's/^FROM \([^ ]*\)$/\1/p' Scripts/service/Dockerfile)
if ! $engine image inspect "$base" >/dev/null 2>&1 && ! $engine pull --quiet "$base" >/dev/null 2>&1; then
  echo "build-offline.sh: making $base from $mirror"
  command -v debuerreotype-init >/dev/null \
    || { echo "build-offline.sh: debuerreotype is missing: apt-get install debuerreotype" >&2; exit 77; }
  root=$work/root
  debuerreotype-init --non-debian "$root" bookworm "$mirror" > "$work/base.log" 2>&1 || { tail "$work/base.log" >&2; exit 1; }
  {
    echo "deb $mirror bookworm main"
    echo "deb $mirror bookworm-updates main"
    echo "deb $mirror-security bookworm-security main"
  } > "$root/etc/apt/sources.list"
  {
    debuerreotype-apt-get "$root" update
    debuerreotype-apt-get "$root" dist-upgrade -y
    debuerreotype-slimify "$root"
    debuerreotype-minimizing-config "$root"
  } >> "$work/base.log" 2>&1 || { tail "$work/base.log" >&2; exit 1; }
  rm -rf "$root"/var/lib/apt/lists/*
  tar --numeric-owner -C "$root" -c . | $engine import - "$base" >/dev/null
  rm -rf "$root"
fi

# Archives as swift.org lays them out, signed by a key of the moment.
version=$(sed -n 's/^ARG SWIFT_VERSION=//p' Scripts/service/Dockerfile)
case "$(dpkg --print-architecture)" in arm64) suffix=-aarch64 ;; *) suffix= ;; esac
GNUPGHOME=$work/gnupg
export GNUPGHOME
mkdir -m 700 "$GNUPGHOME"
gpg --batch --quiet --passphrase '' --quick-generate-key 'Of the moment <root@localhost>' rsa2048 sign 1d 2>/dev/null
key=$(gpg --batch --with-colons --list-keys | sed -n 's/^fpr:*\([0-9A-F]*\):$/\1/p' | head -n 1)
archive() { # WEBROOT: the file's place below it
  echo "$1/swift-$version-release/debian12$suffix/swift-$version-RELEASE/swift-$version-RELEASE-debian12$suffix.tar.gz"
}
pack=$(command -v pigz || echo gzip)
for root in real forged; do
  mkdir -p "$(dirname "$(archive "$work/www/$root")")"
  gpg --batch --quiet --armor --export > "$work/www/$root/keys.asc"
done
echo "build-offline.sh: packing $swift"
tar -C "$swift" --transform "s,^usr,swift-$version-RELEASE/usr," -cf - usr | "$pack" -1 > "$(archive "$work/www/real")"
tar -C "$swift" -czf "$(archive "$work/www/forged")" usr/bin/swift-demangle
for root in real forged; do gpg --batch --quiet --detach-sign "$(archive "$work/www/$root")"; done

(cd "$work/www" && exec python3 -u -m http.server 0 --bind 127.0.0.1) > "$work/http.log" 2>&1 &
started=$!
for _ in $(seq 50); do grep -q ' port ' "$work/http.log" && break; sleep 0.1; done
http=http://127.0.0.1:$(sed -n 's/.* port \([0-9]*\) .*/\1/p' "$work/http.log" | head -n 1)
github=https://github.com/
if [ -n "$packages" ]; then
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  git daemon --export-all --reuseaddr --listen=127.0.0.1 --port="$port" --base-path="$packages" "$packages" 2> "$work/git.log" &
  started="$started $!"
  github=git://127.0.0.1:$port/
fi

# The health check is no part of the other format that podman knows.
case "$engine" in *podman*) format="--format docker" ;; *) format= ;; esac
build() { # WEBROOT FINGERPRINT OPTIONS…
  webroot=$http/$1 fingerprint=$2
  shift 2
  # shellcheck disable=SC2086
  $engine build $format --network host -f Scripts/service/Dockerfile --build-arg "SWIFT_WEBROOT=$webroot" \
    --build-arg "SWIFT_KEYS=$webroot/keys.asc" --build-arg "SWIFT_SIGNING_KEY=$fingerprint" \
    --build-arg "GIT_MIRROR=$github" "$@" .
}
refused() { # WHAT WEBROOT FINGERPRINT SAYS
  if build "$2" "$3" --target build > "$work/refused.log" 2>&1; then
    echo "build-offline.sh: $1 was taken" >&2; exit 1
  fi
  grep -q "$4" "$work/refused.log" || { tail -n 20 "$work/refused.log" >&2; echo "build-offline.sh: $1 failed otherwise" >&2; exit 1; }
  echo "build-offline.sh: $1 is refused"
}
refused "a toolchain that another key has signed" forged "$(sed -n 's/^ARG SWIFT_SIGNING_KEY=//p' Scripts/service/Dockerfile)" \
  "the toolchain is not signed by"
printf x >> "$(archive "$work/www/forged")"
refused "a toolchain that was changed" forged "$key" "BAD signature"
build real "$key" -t "$image"
echo "build-offline.sh: $image is built"
