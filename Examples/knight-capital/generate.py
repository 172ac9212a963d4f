#!/usr/bin/env python3
"""Writes the evidence of the Knight Capital example, the same bytes each time.

    python3 Examples/knight-capital/generate.py            write evidence/ anew
    python3 Examples/knight-capital/generate.py --check    compare with what is there; exit status 0 or 1
    python3 Examples/knight-capital/generate.py --figures  print the figures that README and postmortem state
"""

import argparse
import gzip
import io
import shutil
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from generator import chat, logs, records, repository, trading  # noqa: E402
from generator.chance import Chance  # noqa: E402
from generator.story import EXECUTIONS, HOSTS, SCALE  # noqa: E402

HERE = Path(__file__).parent
EVIDENCE = HERE / "evidence"
SEED = 20120801


def evidence():
    """Path beside this script to bytes, and the figures of the story."""
    stream, ids = repository.build()
    stocks, parents = trading.morning(Chance(SEED))
    gateway, fills = logs.gateway(parents)
    positions, gross_at = logs.position_monitor(parents)
    texts = {f"{host}/var/log/smars/smars.log": logs.router(host, parents, ids) for host in HOSTS}
    texts["gw01/var/log/gateway/gateway.jsonl"] = gateway
    texts["gw01/var/log/dpkg.log"] = records.package_log()
    texts["oe01/var/log/order-entry/access.log"] = logs.access(Chance(SEED + 1), parents)
    texts["oe01/var/log/order-entry/handler.log"] = logs.order_handler(parents, fills)
    texts["pmon01/var/log/pmon/pmon.log"] = positions
    texts["mail01/bnet-rejects.jsonl"] = records.mails(Chance(SEED + 2), parents)
    texts["ops01/deployments.jsonl"] = records.deployments(ids)
    texts["ops01/config-changes.csv"] = records.changes()
    for host, text in records.system_logs().items():
        texts[f"{host}/var/log/syslog"] = text
    for name, text in records.alerts().items():
        texts[f"mon01/alerts/{name}"] = text
    for name, text in chat.export(gross_at).items():
        texts[f"slack/{name}"] = text
    files = {"evidence/git/smars.fi": stream}
    for path, text in texts.items():
        content = text.encode()
        if len(content) > 40_000:
            path, content = path + ".gz", packed(content)
        files["evidence/" + path] = content
    return files, figures(stocks, parents, fills, gross_at)


def packed(content):
    file = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=file, mtime=0) as archive:
        archive.write(content)
    return file.getvalue()


def plain(path, content):
    """What is compared: the unpacked bytes, because releases of zlib pack the same bytes differently."""
    return gzip.decompress(content) if path.endswith(".gz") else content


def figures(stocks, parents, fills, gross_at):
    peg = [parent for parent in parents if parent.kind == "peg"]
    done = [(child, parent) for parent in peg for child in parent.children if child.executed]
    found = {
        "parents worked by Power Peg": len(peg),
        "of them on smars08 before the way back began": sum(p.host == "smars08" and p.instant < logs.at("9:52:08") for p in peg),
        "child orders, at full scale": SCALE * sum(len(parent.children) for parent in peg),
        "executions, at full scale": SCALE * len(done),
        "shares, at full scale": SCALE * sum(child.quantity for child, _ in done),
        "stocks": len({parent.stock.symbol for _, parent in done}),
        "first child order": logs.rfc3339(min(child.sent for child, _ in done), 3),
        "last execution": logs.rfc3339(max(child.executed for child, _ in done), 3),
        "retail orders handled by the July release": sum(p.kind == "retail" and p.instant >= logs.OPEN for p in parents),
        "refused before the open": sum(parent.kind == "refused" for parent in parents),
        "ordinary orders turned away after the stop, at full scale": SCALE * sum(p.kind == "turned away" for p in parents),
    }
    for clock in ("9:30:15", "9:31:00", "9:36:30", "9:50:45", "9:57:00", "10:15:30"):
        found[f"gross position of account 33 at {clock} New York"] = f"{gross_at[logs.at(clock)]:,.0f}"
    for minute in range(0, 46):
        start = int(logs.OPEN // 60) + minute
        found[f"executions in the minute from 9:30 + {minute}"] = fills[start]
    assert len(done) == EXECUTIONS
    return found


def check(files):
    paths = [path for path in EVIDENCE.rglob("*") if path.is_file()] + list(HERE.glob("*.fi"))
    there = {path.relative_to(HERE).as_posix(): path.read_bytes() for path in paths}
    wrong = [f"missing: {path}" for path in sorted(files.keys() - there.keys())]
    wrong += [f"not generated: {path}" for path in sorted(there.keys() - files.keys())]
    wrong += [f"differs: {path}" for path in sorted(files.keys() & there.keys())
              if plain(path, files[path]) != plain(path, there[path])]
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


def write(files):
    shutil.rmtree(EVIDENCE, ignore_errors=True)
    for path, content in files.items():
        file = HERE / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def main():
    parser = argparse.ArgumentParser(description="Writes the evidence of the Knight Capital example.")
    parser.add_argument("--check", action="store_true", help="compare with what is there; exit status 0 or 1")
    parser.add_argument("--figures", action="store_true", help="print the figures of the story")
    options = parser.parse_args()
    files, found = evidence()
    if options.figures:
        for name, value in found.items():
            print(f"{name}: {value}")
        return 0
    if options.check:
        return check(files)
    write(files)
    return 0


if __name__ == "__main__":
    sys.exit(main())
