#!/bin/sh
# Builds everything once, in release, for the programs and the tests, and runs all tests.
#
# Arguments go to the test runner in place of all tests: make test ARGS='--filter DirectingTests'
# A run prints thousands of lines; what failed is therefore told once more at the end.
set -eu

swift=${SWIFT:-swift}
"$swift" build -c release --disable-local-rpath --build-tests

report=$(mktemp -d)
trap 'rm -rf "$report"' EXIT

run() {
  { "$swift" test -c release --disable-testable-imports --skip-build "$@" 2>&1 || echo $? >"$report/failed"; } |
    tee "$report/output"
  [ -e "$report/failed" ] || return 0
  printf '\nWhat failed:\n'
  # What the runner marks with a cross, what it compared, and a crash.
  grep -aE -m 60 '^✘|^↳ +[^[:space:]]+ →|error: |[Ff]atal error' "$report/output" || tail -n 20 "$report/output"
  exit "$(cat "$report/failed")"
}

if [ $# -gt 0 ]; then
  run "$@"
  exit
fi
# What starts whole programs and renders films has the machine to itself, one after another; the rest shares it.
run --skip '^(EndToEndTests|FuzzTargetsTests|RenderingTests|StudioTests)\.'
run --filter '^(FuzzTargetsTests|RenderingTests)\.'
run --no-parallel --filter '^(EndToEndTests|StudioTests)\.'
# What a user gets besides the programs.
python3 Scripts/check-manuals.py
sh Scripts/check-installation.sh
