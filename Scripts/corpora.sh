#!/usr/bin/env bash
# Unpacks the captured incidents under .build/corpora. Does nothing, and says so, where there are none.
set -euo pipefail
cd "$(dirname "$0")/.."

corpora=${1:-../shared/corpora}
if [ ! -d "$corpora/incidents" ]; then
  echo "corpora: none at '$corpora'; the tests that use them are skipped."
  exit 0
fi
mkdir -p .build/corpora
for archive in "$corpora"/incidents/*.tar.zst; do
  [ -e "$archive" ] || continue
  name=$(basename "$archive" .tar.zst)
  [ -e ".build/corpora/.$name.done" ] && continue
  echo "corpora: unpacking $name …"
  tar --zstd -xf "$archive" -C .build/corpora
  touch ".build/corpora/.$name.done"
done
