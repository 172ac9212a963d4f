"""Orders, child orders and executions of the morning, as they truly were (to the millisecond, before any clock)."""

from __future__ import annotations

from dataclasses import dataclass, field

from .clock import at
from .story import *

VENUES = ["NYSE", "ARCA", "BATS", "EDGX", "NSDQ"]


@dataclass
class Stock:
    symbol: str
    side: str
    price: float
    move: float  # part of the price that it moves until the end

    def price_at(self, instant):
        passed = min(max((instant - OPEN) / (END - OPEN), 0), 1)
        return self.price * (1 + (self.move if self.side == "buy" else -self.move) * passed)


@dataclass
class Parent:
    id: str
    instant: float
    host: str | None  # None: no router was up
    stock: Stock
    side: str
    quantity: int
    flagged: bool
    kind: str  # ordinary, retail, refused, peg
    client: str
    children: list = field(default_factory=list)


@dataclass
class Child:
    sent: float
    quantity: int
    venue: str
    executed: float | None  # None: cancelled by the venue
    id: str = ""
    limit: float = 0.0


def morning(chance):
    stocks = invented_stocks(chance)
    parents = flagged_before_open(chance, stocks) + flagged_after_open(chance, stocks) + ordinary(chance, stocks)
    parents.sort(key=lambda parent: parent.instant)
    number = 100_000
    for parent in parents:
        number += chance.whole(3, 40)
        parent.id = f"P{number:06d}"
    for parent in parents:
        if parent.kind in ("ordinary", "retail"):
            parent.children = worked_once(chance, parent)
    work_by_power_peg(chance, [parent for parent in parents if parent.kind == "peg"])
    number_children(chance, parents)
    calibrate(parents, stocks)
    for parent in parents:
        for child in parent.children:
            child.limit = round(parent.stock.price_at(child.sent), 2)
    return stocks, parents


def invented_stocks(chance):
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    symbols = ["Q" + first + second + "X" for first in letters for second in letters]
    symbols = sorted(chance.shuffled(symbols)[:LONG_STOCKS + SHORT_STOCKS])
    sides = chance.shuffled(["buy"] * LONG_STOCKS + ["sell"] * SHORT_STOCKS)
    # Public: the price of 37 stocks moved by more than 10 percent, of 75 by more than 5.
    moves = [chance.between(0.101, 0.18) for _ in range(37)] + [chance.between(0.051, 0.098) for _ in range(38)]
    moves = chance.shuffled(moves + [chance.between(0.002, 0.045) for _ in range(79)])
    return [Stock(symbol, side, 8 + 24 * chance.unit() ** 2, move) for symbol, side, move in zip(symbols, sides, moves)]


def parent_order(chance, instant, host, stock, kind, flagged=True, side=None, quantity=None):
    quantity = quantity or 100 * chance.whole(1, 6)
    return Parent("", instant, host, stock, side or stock.side, quantity, flagged, kind, f"retail-{chance.whole(1, 9)}")


def flagged_before_open(chance, stocks):
    """One in eight goes to the eighth host, which refuses it."""
    instants = sorted([FIRST_MAIL] + [chance.between(FIRST_MAIL + 5, OPEN - 20) for _ in range(8 * MAILS - 1)])
    return [parent_order(chance, instant, HOSTS[(number + 7) % 8], chance.one_of(stocks),
                         "refused" if HOSTS[(number + 7) % 8] == EIGHTH else "retail")
            for number, instant in enumerate(instants)]


def flagged_after_open(chance, stocks):
    """A rush at the open, then a steady flow until the flag is off: so many that Power Peg gets exactly its number."""
    rush = [OPEN + 0.9 + 55 * chance.unit() ** 1.6 for _ in range(112)]
    steady = [chance.between(OPEN + 60, FLAG_OFF - 1) for _ in range(2_000)]
    for count in range(200, len(steady)):
        placed = rotated(sorted(rush + steady[:count]))
        wrong = [instant for instant, host in placed if runs_power_peg(host, instant)]
        if len(wrong) == PARENTS:
            break
    else:
        raise ValueError("no number of flagged orders gives the parents wanted")
    # every stock is among those that Power Peg works on
    queue = chance.shuffled(stocks) + [chance.one_of(stocks) for _ in range(PARENTS - len(stocks))]
    queue = iter(chance.shuffled(queue))
    parents = []
    for instant, host in placed:
        peg = runs_power_peg(host, instant)
        stock = next(queue) if peg else chance.one_of(stocks)
        parents.append(parent_order(chance, instant, host, stock, "peg" if peg else "retail"))
    return parents


def rotated(instants, turn=7):
    """Gives each order to the next router that is up."""
    placed = []
    for instant in instants:
        while any(is_up(host, instant) for host in HOSTS) and not is_up(HOSTS[turn % 8], instant):
            turn += 1
        placed.append((instant, HOSTS[turn % 8] if is_up(HOSTS[turn % 8], instant) else None))
        turn += 1
    return placed


def ordinary(chance, stocks):
    instants = list(chance.arrivals(at("8:00"), at("9:25"), 1.6)) + list(chance.arrivals(at("9:25"), OPEN, 4))
    instants += list(chance.arrivals(OPEN, OPEN + 300, 11)) + list(chance.arrivals(OPEN + 300, LOGS_END, 7))
    return [parent_order(chance, instant, host, chance.one_of(stocks), "ordinary" if host else "turned away", False,
                         chance.one_of(["buy", "sell"]), 100 * chance.whole(1, 8))
            for instant, host in rotated(instants, chance.whole(0, 7))]


def worked_once(chance, parent):
    if parent.kind == "retail":
        venue = "NYSE-RLP" if parent.instant >= OPEN else "ARCA"
        sent = parent.instant + chance.between(0.002, 0.009)
        return [Child(sent, parent.quantity, venue, sent + chance.between(0.004, 0.9))]
    children, left, sent = [], parent.quantity, parent.instant
    while left:
        quantity = left if left <= 500 else 100 * chance.whole(2, 5)
        sent += chance.between(0.002, 0.012)
        executed = sent + chance.between(0.003, 0.4)
        if executed >= min(STOPPED[parent.host], stop_for_rollback(parent)):
            executed = None
        elif chance.unit() < 0.12:  # no liquidity there, sent again to another venue
            children.append(Child(sent, quantity, chance.one_of(VENUES), None))
            sent += 0.06
            executed += 0.06
        children.append(Child(sent, quantity, chance.one_of(VENUES), executed))
        left -= quantity
    return children


def stop_for_rollback(parent):
    began = ROLLED_BACK.get(parent.host, END)
    return began if parent.instant < began else END


def work_by_power_peg(chance, parents):
    """Executions at one rate per parent from its arrival to the stop of its host, exactly as many as wanted."""
    spans = [STOPPED[parent.host] - parent.instant for parent in parents]
    total = sum(spans)
    for parent in parents:  # the first child order goes out at once
        parent.children.append(peg_child(chance, parent.instant + chance.between(0.004, 0.012), True))
    for index in range(EXECUTIONS - len(parents) + EXECUTIONS // 4):
        point = chance.unit() * total
        for parent, span in zip(parents, spans):
            if point < span:
                break
            point -= span
        sent = min(parent.instant + 0.05 + point, STOPPED[parent.host] - 0.06)
        parent.children.append(peg_child(chance, sent, index < EXECUTIONS - len(parents)))
    filled = [child for parent in parents for child in parent.children if child.executed]
    missing = (SHARES - sum(child.quantity for child in filled)) // 25
    while missing:
        child = chance.one_of(filled)
        step = 1 if missing > 0 else -1
        if 25 <= child.quantity + 25 * step <= 300:
            child.quantity += 25 * step
            missing -= step


def peg_child(chance, sent, is_executed):
    quantity = chance.one_of([100, 100, 100, 100, 100, 100, 100, 50, 75, 125, 150])
    executed = sent + chance.between(0.003, 0.05) if is_executed else None
    return Child(sent, quantity, chance.one_of(VENUES), executed)


def number_children(chance, parents):
    counters = {host: 0 for host in HOSTS}
    pairs = [(child.sent, parent.host, child) for parent in parents for child in parent.children]
    for _, host, child in sorted(pairs, key=lambda pair: pair[:2]):
        counters[host] += chance.whole(1, 2 * SCALE - 1)
        child.id = f"C{host[-2:]}-{counters[host]:07d}"


def calibrate(parents, stocks):
    """Scales prices so that the positions at the end have the size that is public."""
    for side, dollars in (("buy", LONG_DOLLARS), ("sell", SHORT_DOLLARS)):
        value = sum(SCALE * child.quantity * parent.stock.price_at(END)
                    for parent in parents if parent.kind == "peg" and parent.side == side
                    for child in parent.children if child.executed)
        for stock in stocks:
            if stock.side == side:
                stock.price *= dollars / value
