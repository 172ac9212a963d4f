#!/usr/bin/env bash
# Measures reading and the whole timeline in a release build, as a ratio to a peer in the same run.
#   Scripts/bench.sh [FOLDER OF LOGS]     without one: mixed logs made by the corpora's generator, MB=256 by default
set -euo pipefail
cd "$(dirname "$0")/.."

corpora=${MAYDAY_CORPORA:-../shared/corpora}
megabytes=${MB:-256}
input=${1:-}
if [ -z "$input" ]; then
  if [ ! -f "$corpora/bench/gen.py" ]; then
    echo "bench: name a folder of logs: Scripts/bench.sh FOLDER" >&2
    exit 2
  fi
  made=".build/bench-$megabytes"
  if [ ! -d "$made/logs" ]; then
    echo "bench: making $megabytes MB of mixed logs …"
    python3 "$corpora/bench/gen.py" "$made" --mb "$megabytes" > /dev/null
  fi
  input="$made/logs"
fi

swift build -c release --product mayday
bytes=$(du -sb "$input" | cut -f1)

# CPU seconds (user and system) and peak memory of a command, by the shell's own accounting.
measure() {
  python3 - "$bytes" "$@" << 'PYTHON'
import os, resource, subprocess, sys
size = int(sys.argv[1])
seconds, peak = [], 0
for _ in range(3):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(sys.argv[3:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    peak = max(peak, after.ru_maxrss)
median = sorted(seconds)[1]
print(f"{sys.argv[2]:<18} {median:8.2f} CPU s  {size / 1e6 / median:8.0f} MB/s  peak {peak / 1024:6.0f} MB (so far)")
PYTHON
}

echo "$((bytes / 1000000)) MB in $input; medians of 3"
measure "wc -l (peer)" sh -c "find '$input' -type f -print0 | xargs -0 cat | wc -l"
measure "mayday timeline" .build/release/mayday timeline "$input" --format json
