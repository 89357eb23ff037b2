#!/bin/sh
# Builds everything once, in release, for the programs and the tests, and runs all tests.
#
# Arguments go to the test runner in place of all tests: make test ARGS='--filter DirectingTests'
set -eu

swift=${SWIFT:-swift}
"$swift" build -c release --disable-local-rpath --build-tests

run() {
  "$swift" test -c release --disable-testable-imports --skip-build "$@"
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
