"""The chat as a Slack export. Roles, no names; every word is invented, the course of events is not."""

import json

from .clock import *

PEOPLE = {"U01": "router-dev", "U02": "support-desk", "U03": "release-desk", "U04": "trading-desk", "U05": "risk-desk",
          "U06": "exchange-liaison", "U07": "order-entry", "U08": "incident-lead"}
CHANNELS = {"C01": "releases", "C02": "trading-floor", "C03": "inc-routing"}


def millions(gross_at, clock):
    """Gross position of account 33 as the display showed it last, in words."""
    dollars = gross_at[max(instant for instant in gross_at if instant <= at(clock))]
    return f"{dollars / 1e9:.2f} billion" if dollars >= 1e9 else f"{dollars / 1e6:.0f} million"


def conversation(gross_at):
    return [
        (at("17:54:20", 27, 7), "releases", "release-desk", "2012.07.2 is on smars01. We watch it on Monday before the next ones."),
        (at("16:40:09", 30, 7), "releases", "router-dev", "smars01 looks right all day. Go on with three."),
        (at("17:59:40", 30, 7), "releases", "release-desk", "smars02, smars03, smars04 have 2012.07.2."),
        (at("18:21:30", 31, 7), "releases", "release-desk", "smars05, smars06, smars07 have 2012.07.2. That is the release out."),
        (at("18:24:02", 31, 7), "releases", "router-dev", "Thanks. First real orders tomorrow at the open."),
        (at("8:00:31"), "releases", "order-entry", "CHG-2216 is in: eligible orders carry the flag from now on."),
        (at("9:30:20"), "releases", "release-desk", "CHG-2217 is in, RLP is live. First fills at NYSE-RLP from smars01 and smars03."),
        (at("9:31:52"), "trading-floor", "trading-desk", "Lots of fills in small names that we have no orders in. Is that the new program?"),
        (at("9:33:15"), "trading-floor", "trading-desk", "It does not stop. Same names again and again, always the same side."),
        (at("9:34:25"), "trading-floor", "exchange-liaison", "The exchange is on the phone. They ask whether our volume is meant."),
        (at("9:36:40"), "trading-floor", "risk-desk", f"Account 33 is at {millions(gross_at, '9:36:40')} gross. The limit on the screen is 2 million. Is the screen right?"),
        (at("9:38:05"), "trading-floor", "support-desk", "The screen is right. The gateway has far more orders than yesterday at this time."),
        (at("9:40:30"), "inc-routing", "incident-lead", "Opening this channel. I lead. Line is open on bridge 4. What do we know?"),
        (at("9:41:12"), "inc-routing", "support-desk", "Since the open child orders go out for parents that order handling shows as filled."),
        (at("9:42:48"), "inc-routing", "router-dev", "What changed since yesterday: the new release and CHG-2217. So we look at the RLP code first."),
        (at("9:45:33"), "inc-routing", "router-dev", "Reading RetailLiquidity with a second pair of eyes. It sends one child for what is open. No loop that we can see."),
        (at("9:47:10"), "inc-routing", "trading-desk", f"{millions(gross_at, '9:47:10')} gross now. Can we just stop the routers?"),
        (at("9:48:20"), "inc-routing", "incident-lead", "That stops all clients too, and nobody here has a written rule who may do that. Asking."),
        (at("9:50:40"), "inc-routing", "incident-lead", "decision: back to 2012.06.1 on all hosts that got 2012.07.2. Reason: it ran without trouble until Friday and the way back is written down."),
        (at("9:51:30"), "inc-routing", "release-desk", "Going host by host, smars01 to smars07, half a minute each."),
        (at("9:56:30"), "inc-routing", "release-desk", "All seven are back on 2012.06.1."),
        (at("9:59:05"), "inc-routing", "support-desk", "Order rate is higher than before, and it comes from all hosts now. Before it was smars08 alone."),
        (at("10:01:25"), "inc-routing", "router-dev", "Why smars08? It is not in the list of hosts that we just set back."),
        (at("10:03:50"), "inc-routing", "release-desk", "smars08 said release=2012.06.1 when it started this morning. It never had the new one."),
        (at("10:05:15"), "inc-routing", "router-dev", "The log says PowerPeg. That class is in 2012.06.1, and flag bit 7 turns it on. So every host does it now."),
        (at("10:07:40"), "inc-routing", "support-desk", "There are 97 mails from before the open: 'SMARS: Power Peg disabled'. All from smars08. They go to a list, not to the alert screen."),
        (at("10:10:10"), "inc-routing", "incident-lead", "decision: take the flag off at order entry."),
        (at("10:12:20"), "inc-routing", "order-entry", "CHG-2219 is in. No order carries the flag any more."),
        (at("10:13:05"), "inc-routing", "support-desk", "No new parents. The ones that are in keep sending."),
        (at("10:13:50"), "inc-routing", "incident-lead", "decision: stop all routers, smars08 first. All client orders stop with it."),
        (at("10:15:40"), "inc-routing", "support-desk", "All eight are stopped. Gateway: no order since 10:15:17."),
        (at("10:18:30"), "inc-routing", "risk-desk", f"Account 33: {millions(gross_at, '10:18:30')} gross in 154 stocks, long in 80, short in 74."),
        (at("10:24:00"), "inc-routing", "exchange-liaison", "Told the exchange that we have stopped. Clients get a call from the desk now."),
    ]


def export(gross_at):
    """File name below `slack/` to text."""
    identifiers = {name: identifier for identifier, name in PEOPLE.items()}
    days = {}
    for number, (instant, channel, person, text) in enumerate(conversation(gross_at)):
        message = {"type": "message", "user": identifiers[person], "text": text, "ts": f"{int(instant)}.{number * 100 + 19:06d}"}
        days.setdefault(f"{channel}/{in_zone(instant):%Y-%m-%d}.json", []).append(message)
    files = {name: json.dumps(messages, indent=1, ensure_ascii=False) + "\n" for name, messages in days.items()}
    users = [{"id": identifier, "name": name, "profile": {"display_name": name}} for identifier, name in PEOPLE.items()]
    files["users.json"] = json.dumps(users, indent=1) + "\n"
    files["channels.json"] = json.dumps([{"id": key, "name": name} for key, name in CHANNELS.items()], indent=1) + "\n"
    return files
