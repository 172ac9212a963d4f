#!/usr/bin/env python3
"""Times what a person waits for: pages and answers of a server on a record, each first and then the middle and the worst.

    Scripts/pages.py RECORD [BINARY]      .build/release/mayday by default

The record is copied first; RecordBenchmark lessons makes one. Times are those of a client on the same machine.
"""
import html
import http.cookiejar
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

REPEATS = 9
READY_SECONDS_MAX = 300
PATHS = [
    "/",
    "/library",
    "/library?q=server",
    "/library?q=checkout+payment",
    "/library?q=checkout&component=part-3&severity=2",
    "/api/v1/library?q=server",
    "/postmortems",
    "/api/v1/postmortems?limit=200",
    "/postmortems/PM-1505",
    "/incidents/INC-3001",
    "/api/v1/incidents/INC-3001/like",
    "/trends",
    "/trends?component=part-3",
    "/trends.csv",
    "/api/v1/trends",
    "/api/v1/trends/hits",
    "/actions",
    "/actions?mine=1",
    "/actions?overdue=1",
    "/actions?by=incident",
    "/actions?show=verified",
    "/actions?show=verified&page=9",
    "/actions.csv",
    "/actions.ics",
    "/api/v1/actions?limit=50",
    "/guards",
]


def server(folder: pathlib.Path, binary: str, record: pathlib.Path):
    log = (folder / "server.log").open("w")
    process = subprocess.Popen(
        [binary, "serve", "--record", str(record), "--listen", "127.0.0.1:0"], stdout=log, stderr=subprocess.STDOUT
    )
    until = time.monotonic() + READY_SECONDS_MAX
    while time.monotonic() < until and process.poll() is None:
        found = re.search(r"(http://127\.0\.0\.1:\d+)(/welcome/\S+)\s", (folder / "server.log").read_text())
        if found:
            return process, found.group(1), found.group(1) + found.group(2)
        time.sleep(0.1)
    process.kill()
    sys.exit("the server showed no link for a first account:\n" + (folder / "server.log").read_text())


def sign_up(link: str):
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    page = browser.open(link, timeout=300).read().decode()
    csrf = html.unescape(re.search(r'name="_csrf" value="([^"]+)"', page).group(1))
    fields = {"_csrf": csrf, "displayName": "Owner", "handle": "owner-7", "password": "a boat of folded paper"}
    browser.open(link, urllib.parse.urlencode(fields).encode(), timeout=300).read()
    return browser


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    binary = sys.argv[2] if len(sys.argv) > 2 else ".build/release/mayday"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        record = folder / "record.sqlite"
        for suffix in ["", ".views"]:
            if pathlib.Path(sys.argv[1] + suffix).exists():
                shutil.copy(sys.argv[1] + suffix, str(record) + suffix)
        process, base, link = server(folder, binary, record)
        try:
            browser = sign_up(link)
            for path in PATHS:
                times, size = [], 0
                for _ in range(REPEATS + 1):
                    start = time.monotonic()
                    try:
                        size = len(browser.open(base + path, timeout=300).read())
                    except urllib.error.HTTPError as error:
                        size = -error.code
                    times.append((time.monotonic() - start) * 1000)
                first, rest = times[0], times[1:]
                print(
                    f"{path:<50} first {first:7.0f} ms  median {statistics.median(rest):7.1f} ms"
                    f"  most {max(rest):7.1f} ms  {size:>9} bytes",
                    flush=True,
                )
            status = pathlib.Path(f"/proc/{process.pid}/status")
            if status.exists():
                peak = re.search(r"VmHWM:\s+(\d+)", status.read_text())
                print(f"memory of the server at most {int(peak.group(1)) // 1024} MB")
        finally:
            process.terminate()
            process.wait(timeout=60)


if __name__ == "__main__":
    main()
