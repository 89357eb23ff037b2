#!/bin/sh
# Runs the image of Scripts/service/Dockerfile as Docs/Scale.md says and checks what it promises. Run by hand, as root:
#
#   sh Tests/Container/check.sh [IMAGE]
#
# It starts one container on port PORT (18443) of this machine and removes it, and its volume, at the end.
set -eu
cd "$(dirname "$0")/../.."
. Tests/Container/engine.sh
image=${1:-t2v-studio}
port=${PORT:-18443}
for program in curl jq openssl ffprobe; do
  command -v "$program" >/dev/null || { echo "check.sh: $program is missing: apt-get install curl jq openssl ffmpeg" >&2; exit 77; }
done
work=$(mktemp -d)
name=t2v-check-$$
finish() {
  status=$?
  [ "$status" = 0 ] || $engine logs "$name" 2>&1 | tail -n 20 >&2 || true
  $engine rm -f "$name" >/dev/null 2>&1 || true
  $engine volume rm "$name" >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM
fail() { echo "check.sh: $*" >&2; exit 1; }
ok() { echo "check.sh: $*"; }

# The secrets, which nobody but user 10001 reads.
mkdir -m 700 "$work/secrets"
openssl rand -hex 24 > "$work/secrets/token"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
  -keyout "$work/secrets/key.pem" -out "$work/secrets/cert.pem" 2>/dev/null
cp "$work/secrets/cert.pem" "$work/cert.pem"
chmod 600 "$work"/secrets/*
chown -R 10001 "$work/secrets"
token=$(cat "$work/secrets/token")
url=https://localhost:$port
call() {
  curl -fsS --max-time 120 --cacert "$work/cert.pem" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
    -H 'X-Skill-Source: check' -H 'X-Skill-Version: 1' -H 'X-Skill-Platform: unknown' "$@"
}
healthy() {
  for _ in $(seq 100); do
    [ "$(curl -s --max-time 5 --cacert "$work/cert.pem" "$url/healthz")" = ok ] && return
    sleep 0.2
  done
  fail "/healthz does not answer"
}

# shellcheck disable=SC2086,SC2154
$engine run -d --name "$name" $confined -e "T2V_NAME=localhost:$port" -p "127.0.0.1:$port:8443" -v "$name:/var/lib/t2v-studio" \
  -v "$work/secrets:/run/secrets:ro" "$image" >/dev/null
inside() { $engine exec "$name" "$@"; }
healthy
ok "/healthz answers by TLS whose certificate is checked"

health=$($engine inspect "$image" | jq -r '.[0] | (.Config.Healthcheck // .HealthCheck // .Healthcheck).Test[1:] | @sh')
eval "inside $health" || fail "the image's health check fails"
ok "the health check of the image passes"

curl -s --max-time 5 "http://localhost:$port/healthz" | grep -q '^ok' && fail "plain HTTP is answered"
[ "$(curl -s -o /dev/null -w '%{http_code}' --cacert "$work/cert.pem" "$url/metrics")" = 401 ] || fail "/metrics answers without a token"
call "$url/metrics" | grep -q '^# TYPE t2v_' || fail "/metrics has no metrics"
curl -s --cacert "$work/cert.pem" -X POST "$url/api/auth/anonymous-token" -H 'X-Client-Id: x' | jq -e '.code != 0' >/dev/null \
  || fail "strangers get a token"
ok "/metrics takes the token alone; strangers get none; nothing is answered without TLS"

[ "$(inside sh -c 'for i in Uid CapPrm CapEff CapBnd NoNewPrivs; do sed -n "s/^$i:\s*//p" /proc/1/status; done' | tr -s '\t\n' ' ')" \
  = "10001 10001 10001 10001 0000000000000000 0000000000000000 0000000000000000 1 " ] || fail "the studio has rights"
inside sh -c 'for d in / /usr /etc /var /root /home /usr/local/bin; do touch "$d/x" 2>/dev/null && exit 1; done; exit 0' || fail "the system can be written to"
inside sh -c 'ldd "$(command -v t2v-studio)" "$(command -v ffmpeg)" "$(command -v ffprobe)" "$(command -v stunnel4)" "$(command -v jq)"' \
  > "$work/libraries"
! grep 'not found' "$work/libraries" || fail "libraries are missing"
ok "user 10001, no capability, nothing to gain, no file to write but the data and /tmp; no library is missing"

# A film by the API, as a client makes one.
session=$(call -d '{"task_name":"test"}' "$url/api/tasks/me/with-session/nemo_agent" | jq -r .data.session_id)
text="a sunset over ocean waves with a sailing boat, 3 seconds, 640x360, titled '日落之海', lo-fi music"
call -d "{\"session_id\":\"$session\",\"new_message\":{\"parts\":[{\"text\":\"$text\"}]}}" "$url/run_sse" > "$work/reply"
call "$url/api/state/nemo_agent/me/$session/latest" | jq .data.state.draft > "$work/draft.json"
grep -q '日落之海' "$work/draft.json" || { cat "$work/reply" >&2; fail "the draft has no title"; }
render=render_$$
jq -n --arg s "$session" --arg r "$render" --slurpfile d "$work/draft.json" \
  '{id: $r, sessionId: $s, draft: $d[0], output: {format: "mp4", quality: "high"}}' > "$work/render.json"
call -d "@$work/render.json" "$url/api/render/proxy/lambda" >/dev/null
for _ in $(seq 240); do
  state=$(call "$url/api/render/proxy/lambda/$render" | jq -r '.data.status // .status')
  case "$state" in completed) break ;; failed) fail "the render failed" ;; esac
  sleep 0.5
done
[ "$state" = completed ] || fail "the render does not end"
call -o "$work/film.mp4" "$url/api/render/proxy/$render/download"
ffprobe -v error -show_entries stream=codec_name,width,height:format=duration -of json "$work/film.mp4" \
  | jq -e '[.streams[].codec_name] == ["h264", "aac"] and .streams[0].width == 640 and (.format.duration | tonumber | . > 2.9 and . < 3.2)' \
    >/dev/null || fail "the film is another"
ok "a film by the API is downloaded: H.264 and AAC, 640x360, 3 s"

# Signs that no font has are all drawn alike: other signs have to give another picture, in each script.
sums() { # TITLE
  sed "s/日落之海/$1/" "$work/draft.json" > "$work/titled.json"
  $engine exec -i "$name" sh -c 'cat > /tmp/titled.json; t2v-studio render --draft /tmp/titled.json -o /tmp/titled.mp4 >/dev/null 2>&1 \
    && ffmpeg -hide_banner -nostdin -loglevel error -i /tmp/titled.mp4 -map 0:v -f hash - && rm -f /tmp/titled*' < "$work/titled.json"
}
[ "$(sums 日落之海)" = "$(sums 日落之海)" ] || fail "a title is drawn in two ways"
for pair in "日落之海 山中小屋" "にほん ひかり" "바다의 하늘의" "Sonne Monde" "Море Гора"; do
  # shellcheck disable=SC2086
  set -- $pair
  [ "$(sums "$1")" != "$(sums "$2")" ] || fail "the titles $1 and $2 look alike: a font is missing"
done
[ "$(sums "$(printf '\363\260\200\200')")" = "$(sums "$(printf '\363\260\200\201')")" ] \
  || fail "signs that no font has are not drawn alike here: the comparison says nothing"
ok "titles in Chinese, Japanese, Korean, Cyrillic and Latin have their signs"

# The end by SIGTERM, and the next start on the same data.
began=$(date +%s)
$engine stop -t 30 "$name" >/dev/null
[ $(($(date +%s) - began)) -lt 20 ] || fail "the studio does not end when it is told to"
$engine start "$name" >/dev/null
healthy
call "$url/api/state/nemo_agent/me/$session/latest" | jq -e '.data.state.draft.t | length > 0' >/dev/null || fail "the session is gone"
ok "it ends when it is told to, and goes on where it was"

ok "$image holds $(($($engine image inspect --format '{{.Size}}' "$image") / 1000000)) MB"
