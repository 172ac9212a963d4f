"""What each machine wrote: routers, gateway, order entry, order handler, position monitor, system logs."""

import json
from collections import Counter

from .clock import *
from .story import *


def lines(entries):
    """Text of (instant, line) pairs in order of time."""
    return "".join(line + "\n" for _, line in sorted(entries, key=lambda entry: entry[0]))


def router(host, parents, ids):
    """log4j, clock time of New York, zone not said; the clock of one host runs slow."""
    skew = SLOW_CLOCK.get(host, 0.0)
    entries = []

    def log(instant, level, thread, name, text):
        entries.append((instant, f"{log4j(instant + skew)} {level:<5} [{thread}] {name} - {text}"))

    def started(instant, key, release):
        log(instant, "INFO", "main", "Main", f"started release={release} build={ids[key][:12]} host={host}")
        for venue in ("NYSE", "ARCA", "BATS", "EDGX", "NSDQ"):
            log(instant + 0.4, "INFO", "main", "VenueSession", f"session to {venue} is up")

    def stopping(instant):
        log(instant + 0.141, "INFO", "shutdown", "Main", "signal 15, stopping")
        log(instant + 0.163, "WARN", "shutdown", "VenueSession", "session to all venues closed, open child orders cancelled")

    new = host in DEPLOYED
    started(LOGS_BEGIN + HOSTS.index(host) * 3.137 + 2.318, "july" if new else "june", "2012.07.2" if new else "2012.06.1")
    if new:
        stopping(ROLLED_BACK[host])
        started(ROLLED_BACK[host] + RESTART_SECONDS - 0.793, "june", "2012.06.1")
    stopping(STOPPED[host])
    for number, parent in enumerate(parent for parent in parents if parent.host == host):
        thread = f"route-{number % 4 + 1}"
        flags = "RETAIL_LIQUIDITY" if parent.flagged else "-"
        if parent.flagged and runs_power_peg(host, parent.instant):
            flags = "POWER_PEG"
        log(parent.instant + 0.001, "INFO", thread, "OrderRouter",
            f"parent {parent.id} {parent.side} {parent.quantity} {parent.stock.symbol} flags={flags}")
        if parent.kind == "refused":
            log(parent.instant + 0.002, "WARN", thread, "PowerPeg",
                f"parent {parent.id} rejected: Power Peg disabled session=PRE")
            continue
        name = {"ordinary": "OrderRouter", "retail": "RetailLiquidity", "peg": "PowerPeg"}[parent.kind]
        thread = f"peg-{number % 8 + 1}" if parent.kind == "peg" else thread
        for child in parent.children:
            log(child.sent, "INFO", thread, name,
                f"child {child.id} of {parent.id} {parent.side} {child.quantity} {parent.stock.symbol} to {child.venue}")
            if child.executed:
                log(child.executed + 0.002, "INFO", "executions", "ExecutionFeed",
                    f"fill {child.id} of {parent.id} quantity={child.quantity} price={child.limit:.2f}")
        if parent.kind != "peg" and is_filled(parent):
            log(max(child.executed for child in parent.children if child.executed) + 0.003, "INFO", thread, "OrderRouter",
                f"parent {parent.id} complete cumulative={parent.quantity}")
    return lines(entries)


def is_filled(parent):
    return sum(child.quantity for child in parent.children if child.executed) >= parent.quantity


def gateway(parents):
    """JSON lines with milliseconds since the epoch."""
    entries, orders, fills = [], Counter(), Counter()

    def log(instant, level, message, **more):
        record = {"ts": millis(instant), "level": level, "service": "market-gateway", "msg": message, **more}
        entries.append((instant, json.dumps(record, separators=(",", ":"))))

    for parent in parents:
        weight = 1 if parent.kind == "retail" else SCALE
        for child in parent.children:
            taken = child.sent + 0.001
            log(taken, "info", "order sent", child=child.id, router=parent.host, venue=child.venue,
                symbol=parent.stock.symbol, side=parent.side, qty=child.quantity, limit=f"{child.limit:.2f}")
            orders[int(taken // 60)] += weight
            if child.executed:
                log(child.executed, "info", "execution", child=child.id, venue=child.venue, qty=child.quantity,
                    price=f"{child.limit:.2f}")
                fills[int(child.executed // 60)] += weight
            else:
                log(taken + 0.04, "info", "cancelled by venue", child=child.id, venue=child.venue, reason="no liquidity")
    for minute in range(int(LOGS_BEGIN // 60), int(LOGS_END // 60)):
        log(minute * 60 + 60, "info", "totals of the minute", orders=orders[minute], executions=fills[minute])
    log(at("8:12:41.204"), "warn", "venue session lost", venue="BATS", reason="heartbeat late")
    log(at("8:12:43.871"), "info", "venue session up", venue="BATS")
    for host, stop in STOPPED.items():
        log(stop + 0.25, "warn", "router connection closed", router=host)
    for host, began in ROLLED_BACK.items():
        log(began + 0.25, "warn", "router connection closed", router=host)
        log(began + RESTART_SECONDS, "info", "router connected", router=host)
    return lines(entries), fills


def access(chance, parents):
    """Combined log format of the web server in front of order entry."""
    entries = []
    for parent in parents:
        status, router = (503, "-") if parent.host is None else (202, parent.host)
        flags = "RLP" if parent.flagged else "-"
        entries.append((parent.instant - 0.002,
            f'10.31.4.{chance.whole(11, 19)} - {parent.client} [{access_log(parent.instant - 0.002)}] "POST /orders HTTP/1.1" '
            f'{status} {chance.whole(88, 97)} "-" "broker-link/3.1" order={parent.id} flags={flags} router={router}'))
    return lines(entries)


def order_handler(parents, fills):
    """logfmt; the handler knows that an order is filled, and the router does not hear of it."""
    entries = []

    def log(instant, level, message, **more):
        pairs = " ".join(f"{key}={value}" for key, value in more.items())
        entries.append((instant, f'time={rfc3339(instant, 3)} level={level} service=order-handler msg="{message}" {pairs}'))

    beyond = Counter()
    for parent in parents:
        if parent.kind == "peg":
            # at full scale a parent is filled by its first few executions, before the next line that is kept
            log(min(child.executed for child in parent.children if child.executed) + 0.03, "info", "parent filled",
                order=parent.id, cum=parent.quantity, qty=parent.quantity)
            for child in parent.children:
                if child.executed:
                    beyond[int(child.executed // 60)] += SCALE
        elif is_filled(parent):
            log(max(child.executed for child in parent.children if child.executed) + 0.02, "info", "parent filled",
                order=parent.id, cum=parent.quantity, qty=parent.quantity)
        elif parent.kind == "refused":
            log(parent.instant + 0.02, "info", "parent rejected by router", order=parent.id, reason='"Power Peg disabled"')
    for minute, count in beyond.items():
        log(minute * 60 + 60, "info", "executions for filled parents booked to account", account=33, executions=count)
    return lines(entries)


def position_monitor(parents):
    """A display: it colours a figure and tells nobody. Also gives the gross position at each of its instants."""
    executions = sorted((child.executed, parent.stock.symbol, child.quantity * (1 if parent.side == "buy" else -1))
                        for parent in parents if parent.kind == "peg" for child in parent.children if child.executed)
    stocks = {parent.stock.symbol: parent.stock for parent in parents}
    entries, gross_at, held, taken = [], {}, Counter(), 0
    instant = at("9:25")
    while instant <= LOGS_END:
        while taken < len(executions) and executions[taken][0] <= instant:
            held[executions[taken][1]] += SCALE * executions[taken][2]
            taken += 1
        value = {symbol: shares * stocks[symbol].price_at(instant) for symbol, shares in held.items()}
        long = sum(dollars for dollars in value.values() if dollars > 0)
        short = -sum(dollars for dollars in value.values() if dollars < 0)
        over = long + short > LIMIT_DOLLARS
        gross_at[instant] = long + short
        entries.append((instant, f"{rfc3339(instant, 3)} {'WARN ' if over else 'INFO '} pmon: account=33 long_usd={long:.0f} "
                        f"short_usd={short:.0f} gross_usd={long + short:.0f} limit_usd={LIMIT_DOLLARS} "
                        f"stocks={len(value)} colour={'red' if over else 'green'}"))
        instant += 15
    return lines(entries), gross_at


def syslog(host, events):
    """RFC 3164: clock time of New York, no year, no zone."""
    return lines((instant, f"{rfc3164(instant + SLOW_CLOCK.get(host, 0.0) * (instant > at('0:00')))} {host} {process}: {text}")
                 for instant, process, text in events)
