#!/usr/bin/env bash
# The built program as other programs meet it: a browser, feed and calendar readers, a client of status pages, and a
# tester of APIs. Sets up what it needs below .build/python.
set -euo pipefail
cd "$(dirname "$0")/.."

python=.build/python
wanted=$(cksum < Tests/Acceptance/requirements.txt)
if [ "$(cat "$python/wanted" 2> /dev/null)" != "$wanted" ]; then
  echo "Setting up the acceptance tests (once) …"
  rm -rf "$python"
  python3 -m venv "$python"
  log=$(mktemp)
  if ! "$python/bin/pip" install --quiet --disable-pip-version-check -r Tests/Acceptance/requirements.txt > "$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "acceptance: the Python packages could not be installed; see above." >&2
    exit 1
  fi
  rm -f "$log"
  echo "$wanted" > "$python/wanted"
fi
exec "$python/bin/python" -m pytest -q -p no:cacheprovider Tests/Acceptance "$@"
