#!/bin/sh
# Has the studio direct a film of two scenes with a title and music, and writes its draft: make-draft.sh STUDIO FILE
set -eu
folder=$(mktemp -d)
"$1" serve --data "$folder" --parent-death > "$folder/line" 2>/dev/null &
studio=$!
trap 'kill "$studio" 2>/dev/null || true; wait "$studio" 2>/dev/null || true; rm -rf "$folder"' EXIT
for _ in $(seq 100); do [ -s "$folder/line" ] && break; sleep 0.1; done
url=$(jq -r .url "$folder/line")
token=$(jq -r .token "$folder/line")
call() { curl -fsS -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$@"; }
session=$(call -d '{"task_name":"test"}' "$url/api/tasks/me/with-session/nemo_agent" | jq -r .data.session_id)
call -d "{\"session_id\":\"$session\",\"new_message\":{\"parts\":[{\"text\":\"a sunset over ocean waves with a sailing boat, then a lighthouse in a storm at night, 5 seconds, 320x180, 29 fps, titled 'Parts', lo-fi music\"}]}}" \
  "$url/run_sse" > /dev/null
call "$url/api/state/nemo_agent/me/$session/latest" | jq .data.state.draft > "$2"
[ "$(jq '[.t[].sg[]] | length' "$2")" -ge 3 ]
