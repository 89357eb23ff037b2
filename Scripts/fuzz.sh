#!/bin/sh
# Fuzzes what reads text and bytes from outside, each target for SECONDS_EACH (default 600) seconds, with libFuzzer.
#
# TARGET=sanitiser fuzzes one alone. What is found on the way stays in build/fuzz and is gone on with; an input that
# crashes, hangs or eats memory is written there, too: its name is told, and TARGET=… sh Scripts/fuzz.sh FILE repeats it.
# Whatever is mended goes into Tests/FuzzTargetsTests/Corpus, which “make test” reads.
set -eu

swift=${SWIFT:-swift}
time=${SECONDS_EACH:-600}
compiler=$(readlink -f "$(command -v "$swift")")
library=$(find "$(dirname "$compiler")/../lib/clang" -name "libclang_rt.fuzzer_no_main-$(uname -m).a" 2>/dev/null | head -n 1)
if [ -z "$library" ]; then
  echo "This toolchain has no libFuzzer (libclang_rt.fuzzer_no_main), so nothing was fuzzed. swift.org's toolchains have it." >&2
  exit 1
fi

# The instruments are asked for in the frontend alone: the driver would link libFuzzer's main function beside ours.
T2V_FUZZ=1 "$swift" build -c release --disable-local-rpath --scratch-path .build/fuzz --product t2v-fuzz \
  -Xswiftc -Xfrontend -Xswiftc -sanitize=fuzzer -Xlinker "$library" -Xlinker -lstdc++ -Xlinker -lm
program=.build/fuzz/release/t2v-fuzz

failed=""
for folder in Tests/FuzzTargetsTests/Corpus/*/; do
  target=$(basename "$folder")
  [ "${TARGET:-$target}" = "$target" ] || continue
  export FUZZ_TARGET="$target" SWIFT_BACKTRACE=enable=no
  if [ $# -gt 0 ]; then
    "$program" "$@"
    continue
  fi
  mkdir -p "build/fuzz/$target"
  echo "== $target, $time s"
  # Long inputs, so that what takes quadratic time takes it; a busy machine gets ten seconds for one.
  "$program" "build/fuzz/$target" "$folder" -max_total_time="$time" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
    -artifact_prefix="build/fuzz/$target-" -print_final_stats=1 -verbosity=0 >"build/fuzz/$target.log" 2>&1 || failed="$failed $target"
  grep -E "^stat::(number_of_executed|peak_rss)|SUMMARY|Test unit written" "build/fuzz/$target.log" || true
done
[ -z "$failed" ] || { echo "Found something in:$failed. See build/fuzz/*.log." >&2; exit 1; }
