#!/bin/sh
# Builds everything once, in release, for the programs and the tests, and runs all tests.
set -eu

swift=${SWIFT:-swift}
"$swift" build -c release --build-tests
T2V_BUILD=$(cd "$("$swift" build -c release --show-bin-path)" && pwd)
export T2V_BUILD
exec "$swift" test -c release --disable-testable-imports --skip-build
