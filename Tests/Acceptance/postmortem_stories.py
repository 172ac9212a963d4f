"""Two incidents, and the words that a good team writes about them: roles and no names, what happened, what changes."""

import dataclasses
import pathlib

PACKAGE = pathlib.Path(__file__).resolve().parents[2]


@dataclasses.dataclass
class Story:
    name: str
    evidence: pathlib.Path
    incident: str
    impact: str
    instants: dict[str, str]
    title: str
    #: What and when, with the words of a decision.
    decisions: list[dict[str, str]]
    notes: list[tuple[str, str]]
    #: A part of a suspect's title, how it stands, and what shows it.
    suspects: list[tuple[str, str, str]]
    accounts: dict[str, dict[str, str]]
    quoted: str
    #: Lines that stay, by a part of what the draft says, and how they are told.
    lines: list[tuple[str, str]]
    candidate: str
    group: str
    gap: str
    #: By number, those of the draft told anew; then new ones with the number of the one that they explain.
    factors: dict[int, dict[str, str]]
    reasons: list[tuple[int | None, dict[str, str]]]
    assumption: dict[str, str]
    luck: str
    sections: dict[str, str]
    actions: list[dict[str, str]]
    #: Number of an action and what was seen.
    verified: dict[int, str]
    checklist: list[str]
    comment: tuple[str, str, str]
    #: What stands first for each audience.
    openings: dict[str, str]
    #: Words that nobody outside may read.
    inside: list[str]


SHOP = Story(
    name="dev",
    evidence=PACKAGE / ".build/corpora/dev-partial-deploy/evidence",
    incident="Customers are charged several times for one order",
    impact="A card is charged again and again for one order; some customers cannot pay at all.",
    instants={
        "impact-started": "2026-11-22T13:47:16", "detected": "2026-11-22T13:47:41", "declared": "2026-11-22T13:48:08",
        "mitigated": "2026-11-22T13:50:21", "resolved": "2026-11-22T13:51:41",
    },
    title="Orders charged several times on 22 November 2026",
    decisions=[
        {
            "what": "Go back to the earlier release of checkout on the three servers that have the new one",
            "at": "2026-11-22T13:48:52Z", "why": "It is the newest change of the only part that charges cards",
            "known": "The release went out at 13:45, the switch was turned on at 13:47, and the deploy tool said ‘done’",
            "option": "Turn the switch off first",
        },
        {
            "what": "Turn the switch off on all four servers",
            "at": "2026-11-22T13:50:08Z", "why": "The old code answers to it, and the old code is on all four servers now",
            "known": "Every wrong charge before the way back came from the one server without the new release",
            "option": "Bring the new release to the fourth server",
        },
    ],
    notes=[
        ("2026-11-22T13:48:08Z", "Payment volume pages: five times the usual charges."),
        ("2026-11-22T13:50:45Z", "No wrong charge for ten seconds. The incident stays open for the refunds."),
    ],
    suspects=[
        ("CFG-4101", "confirmed", "The wrong charges begin 1.3 seconds after it, and end 13 seconds after it was taken back"),
        ("deploy checkout 649bdfb", "confirmed", "It reached three of four servers; the fourth is the one that charged wrongly"),
        ("deploy gateway 3f42d8e", "dismissed", "No call of the gateway timed out, and it stayed in place when the charges ended"),
    ],
    accounts={
        "ana": {
            "saw": "The pager at 13:47: charges far above the usual. The gateway showed no time-outs, so I turned to checkout, "
                   "the only part that charges. The deploy channel said ‘done’ at 13:45.",
            "expected": "That the charges fall as soon as the release of 13:45 is gone.",
            "surprised": "They grew fourfold, and only then did the payment provider begin to refuse us in numbers.",
            "sense": "The release was three minutes old and the way back takes eight seconds. Nothing on any screen said that "
                     "a server had been left out.",
            "at": "2026-11-22T13:47:46",
        },
        "ben": {
            "saw": "The deploy tool ended with ‘done’. One line above, a server could not be reached and was skipped; I read "
                   "that line only after the incident.",
            "expected": "One build on four servers, and a switch that opens the new way of ordering.",
            "surprised": "That the old code knew the switch, under another meaning.",
            "sense": "‘Done’ had meant all servers every time before. The plan of the release named the switch, not the servers.",
            "at": "2026-11-22T13:45:49",
        },
    },
    quoted="The release was three minutes old",
    lines=[
        ("deploy checkout 649bdfb", "The new release of checkout reaches three of four servers; the deploy tool skips the "
                                    "fourth, which does not answer, and says ‘done’."),
        ("CFG-4101", "Decision: the switch for the new way of ordering is turned on, on all four servers."),
        ("charged cents=21556", "First customers are charged more than once for an order, all of them by the fourth server."),
        ("nginx: POST /api/checkout", "First customers cannot pay: the payment provider refuses some of our calls."),
        ("PaymentVolumeAnomaly firing", "The alert on payment volume pages the responder on duty."),
        ("roll back checkout to d945949", "Decision: back to the earlier release on the three servers that have the new one. "
                                          "That takes eight seconds."),
        ("Rises: checkout: [split]", "Wrong charges come from all four servers, four times as many a minute; more customers "
                                     "cannot pay."),
        ("OLD code does something", "It is found that the old code gives the same switch another meaning."),
        ("CFG-4102", "Decision: the switch is turned off on all four servers."),
        ("Ends: checkout: [split] split: child order 367", "The last wrong charge. Customers can pay again."),
    ],
    candidate="no new child orders for 10 s",
    group="Before the first wrong charge",
    gap="",
    factors={
        1: {"text": "A switch that was turned on called old code on one server. That code splits an order into parts and "
                    "charges the card for each part.", "kind": "trigger", "sureness": "shown"},
        2: {"text": "The new release of checkout was on three of four servers, and the deploy tool had said ‘done’.",
            "kind": "condition", "sureness": "shown"},
    },
    reasons=[
        (2, {"text": "Where a server does not answer, the deploy tool writes a line, goes on, and ends as if all were well.",
             "kind": "condition", "sureness": "shown", "evidence": "ops01/var/log/shopctl.log:11"}),
        (None, {"text": "The new release gave an old switch a new meaning while code that knows the old one was still in "
                        "service.", "kind": "condition", "sureness": "shown", "evidence": "git/shop.bundle@649bdfb"}),
        (None, {"text": "Going back to the earlier release put the old code on three more servers while the switch was on.",
                "kind": "response", "sureness": "shown", "evidence": "github/deployments.jsonl:54"}),
        (None, {"text": "Nothing compared charges with orders; the alert saw only that there were many.",
                "kind": "detection", "sureness": "likely", "evidence": "mon01/alertmanager-webhooks/0002-1795355266032.json:1"}),
    ],
    assumption={
        "believed": "‘Done’ from the deploy tool means that every server has the release.",
        "shown": "It skipped the server that did not answer, and said ‘done’.",
        "now": "A release is out when every server reports the same build.",
        "evidence": "ops01/var/log/shopctl.log:12",
    },
    luck="The payment provider limits how fast we may charge. That limit refused many of the wrong charges after the way back.",
    sections={
        "title-and-ownership": "- **Severity:** SEV1: money of customers was taken wrongly\n- **Owner:** Checkout lead",
        "date-and-time": "| What | When (UTC) |\n|---|---|\n| First wrong charge | 22 November 2026, 13:47:16 |\n"
                         "| The alert on payment volume pages | 13:47:41 |\n| Last wrong charge | 13:50:21 |\n\n"
                         "It lasted 3 minutes and 5 seconds; 25 seconds passed until it was noticed. Customers had no word "
                         "from us while it lasted.",
        "participants": "Written by the commander of the day with the release lead. Checkout, payments, release and support "
                        "were heard, each alone, before this text was written.",
        "status": "The refunds are complete. Of five actions four are verified; the alert on double charges is open, and the "
                  "table of actions has its date.",
        "summary": "On 22 November 2026, from 13:47:16 to 13:50:21 UTC, checkout charged 56 orders 1,266 times more than it "
                   "should have, 447,560 dollars in all, and 66 attempts to pay were refused.\n\n"
                   "A new release gave an old switch a new meaning. It reached three of four servers; the deploy tool skipped "
                   "the fourth and said ‘done’. When the switch was turned on, the fourth server still ran the old code, which "
                   "splits an order into parts and charges for each.\n\n"
                   "We went back to the earlier release. That put the old code on the three other servers too while the switch "
                   "was on, and four times as many wrong charges a minute followed. Turning the switch off ended them.\n\n"
                   "Every wrong charge is refunded. The old code is deleted, and the deploy tool ends with an error when a "
                   "server is left out.",
        "impact": "| What | How much | Basis |\n|---|---|---|\n"
                  "| Orders charged more than once | 56 | measured, log of payments |\n"
                  "| Wrong charges | 1,266 | measured, log of payments |\n"
                  "| Money taken wrongly | 447,560 dollars | measured, log of payments |\n"
                  "| Attempts to pay that were refused | 66 | measured, log of the edge |\n\n"
                  "56 orders were charged 23 times on average and 39 times at most; 19 of them before we went back, 37 after (measured, "
                  "log of payments).\n\n"
                  "How many customers gave up and bought elsewhere is not known.",
        "root-cause": "Four conditions came together. Any one of them missing, no card is charged twice.\n\n"
                      "<!-- only: internal -->\nThe server that was left out is app04: `ssh: connect to host app04 port 22: "
                      "Connection timed out; skipping`.\n<!-- end only -->\n\n"
                      "It lasted three minutes because the search began where the change was. The three servers with the new "
                      "release did nothing wrong; the fourth, without it, charged the cards.",
        "timeline": "Times are UTC. One server’s clock ran 37 seconds behind and is corrected.",
        "actions": "What stops it now comes first.",
        "lessons": "- **A release is out when every server says so.** A tool that says ‘done’ counts its own steps, not the "
                   "servers.\n"
                   "- **A switch outlives the code that reads it.** Two releases side by side are two meanings.\n"
                   "- **Going back is a change too.** What was safe last week was safe without the switch.\n\n"
                   "What went well: 25 seconds from the first wrong charge to the page, and one decision at a time.",
    },
    actions=[
        {"text": "The switch and the old code that answers to it are deleted, in a release that every server reports.",
         "kind": "stop-now", "term": "immediate", "owner": "Checkout lead", "due": "+3", "factors": "1 4",
         "verification": "A search of the running builds finds neither the switch nor the code."},
        {"text": "Every wrong charge is refunded, and each of the 56 customers has a letter that says so.",
         "kind": "stop-now", "term": "immediate", "owner": "Support lead", "due": "+3", "factors": "1",
         "verification": "The ledger of payments shows a refund for each of the 1,266 charges."},
        {"text": "The deploy tool ends with an error, and a table of servers and builds, when a server did not answer.",
         "kind": "prevent", "term": "immediate", "owner": "Release lead", "due": "+7", "factors": "2 3",
         "verification": "A rollout in the test site with one server unplugged ends with an error."},
        {"text": "The deploy checklist asks for that table before a switch is turned on, and before a release is taken back.",
         "kind": "process", "term": "immediate", "owner": "Release lead", "due": "+7", "factors": "2 5",
         "verification": "The next release is stopped by the line in a rehearsal with one server left out."},
        {"text": "An alert compares charges with orders and pages in the first minute with more charges than orders.",
         "kind": "detect", "term": "long-term", "owner": "Payments lead", "due": "+30", "factors": "6",
         "verification": "A made-up double charge in the test site pages within two minutes."},
    ],
    verified={
        1: "Searched the builds on all four servers: neither the switch nor the code is in them.",
        2: "1,266 refunds in the ledger, 447,560.27 dollars; 56 letters sent.",
        3: "Rehearsed with one server unplugged: the tool ended with status 1 and named the server.",
        4: "The rehearsal of the next release stopped at this line.",
    },
    checklist=["Do all servers report the same build? Look at the table of the deploy tool.",
               "Has anything been switched on since the release that we go back to last ran?"],
    comment=("root-cause", "did nothing wrong",
             "Can we say what they did instead? A reader outside will ask whether they were safe."),
    openings={
        "internal": "",
        "stakeholders": "For three minutes on 22 November 2026 we charged 56 orders 1,266 times too often, 447,560 dollars in "
                        "all. Every cent is refunded. We are sorry: this is not how we treat other people’s money. The causes "
                        "are removed and verified; one more safeguard, an alert on double charges, follows within 30 days.",
        "public": "On 22 November 2026, for three minutes, we charged some of you many times for one order, and others could "
                  "not pay at all. We are sorry. You trusted us with your card, and we took what was not ours to take. Every "
                  "wrong charge is refunded, and you do not need to do anything. This is what happened, and what we changed.",
    },
    inside=["app04", "app01", "shopctl", "ben", "ana", "dele", "Checkout lead", "Support lead", "ops01"],
)


KNIGHT = Story(
    name="knight",
    evidence=PACKAGE / "Examples/knight-capital/evidence",
    incident="The order router sends orders without end",
    impact="We buy and sell far beyond what clients ordered; at the end no client can send an order.",
    instants={
        "impact-started": "2012-08-01T13:30:01", "detected": "2012-08-01T13:31:52", "declared": "2012-08-01T13:40:30",
        "mitigated": "2012-08-01T14:15:18", "resolved": "2012-08-01T14:24:00",
    },
    title="Orders without end from a reused flag, 1 August 2012",
    decisions=[
        {
            "what": "Go back to the release of June on the seven hosts that have the one of July",
            "at": "2012-08-01T13:50:40Z", "why": "It ran for eight weeks without trouble, and the way back is written down",
            "known": "Orders to venues are far above the usual since the open; the release of July is the newest change of the "
                     "routers; the eighth host has not been looked at",
            "option": "Stop all routers",
        },
        {
            "what": "Stop all routers, and with them the orders of all clients",
            "at": "2012-08-01T14:13:50Z", "why": "Orders in work do not look at the flag again, so nothing but a stop ends them",
            "known": "All eight hosts run the release of June, and the flag has been off for two minutes",
            "option": "Go forward to the release of July on all eight hosts",
        },
    ],
    notes=[
        ("2012-08-01T13:47:10Z", "The trading desk asks whether the routers can be stopped, at 770 million dollars."),
        ("2012-08-01T14:07:40Z", "97 mails from before the open name the strategy and the eighth host."),
    ],
    suspects=[
        ("CHG-2217", "confirmed", "Orders with the flag are taken from this second on, and the first order too many follows one second later"),
        ("deploy smars 99497b0", "confirmed", "Seven of eight hosts have it; the eighth, without it, sent the orders"),
        ("CHG-2209", "dismissed", "It was in use for two days without trouble and stayed in place when the orders ended"),
    ],
    accounts={
        "ana": {
            "saw": "At 13:40 a rate of orders three times the usual, a new release and a new flag. At 13:59 a rate five times "
                   "higher still, from all hosts, minutes after we had gone back.",
            "expected": "That the fault lies in the new code, and that the release of June ends it.",
            "surprised": "The way back made it worse. The one host that we had not touched was where it came from.",
            "sense": "June had run for eight weeks without trouble, and its steps were written down. A stop takes every client "
                     "off the market, and no rule said who may decide that.",
            "at": "2012-08-01T13:40:30",
        },
        "ben": {
            "saw": "At 14:03 the start line of the eighth host, which names the release of June. It never had the one of July.",
            "expected": "Eight hosts on one build, after three evenings that each ended with a message of success.",
            "surprised": "97 mails from before the open named a strategy that I had never heard of.",
            "sense": "I searched where the change was. A host without the change did not look like a place to search.",
            "at": "2012-08-01T14:03:50",
        },
    },
    quoted="June had run for eight weeks",
    lines=[
        ("deploy smars 99497b0", "The release that gives an old order flag a new meaning is copied by hand, over three "
                                 "evenings. It reaches seven of eight hosts."),
        ("parent P100040 rejected", "The host without the release refuses the first order that carries the flag, and sends the "
                                    "first of 97 mails that say so. They are a record, not an alert."),
        ("CHG-2217", "The market opens. Orders of clients with the flag are taken."),
        ("child C08-0021605 of P120202 buy", "Start: the first order that no client gave. The eighth host buys and sells "
                                             "without end for an order of a client that is filled."),
        ("colour=red", "The position is above its limit of 2 million dollars. The display turns red; no machine acts on it."),
        ("Lots of fills", "The trading desk asks about executions that belong to no order of a client."),
        ("decision: back to 2012.06.1", "Decision: back to the release of June on the seven hosts that have the one of July."),
        ("higher than before", "The rate is seen to be higher than before, and to come from all hosts."),
        ("It never had the new one", "The start line of the eighth host is read: it never had the release of July."),
        ("CHG-2219", "Decision: the flag is taken off. Orders of clients that are in work go on."),
        ("decision: stop all routers", "Decision: all routers are stopped, and with them the orders of all clients."),
        ("Ends: smars: [peg]", "End: the last order too many. From here on clients are turned away."),
    ],
    candidate="RouterDown firing",
    group="Before the market opens",
    gap="The search went through the new code, on the hosts that had it. A stop of all routers was asked for at 13:47:10 UTC; "
        "no rule said who may decide it.",
    factors={
        1: {"text": "Orders with the flag were taken from the open of the market on. On the host without the release the flag "
                    "starts an old strategy.", "kind": "trigger", "sureness": "shown"},
        2: {"text": "The release was on seven of eight hosts, and no machine and no second reader counted them.",
            "kind": "condition", "sureness": "shown"},
    },
    reasons=[
        (2, {"text": "Each host was copied to by a command of its own, and the change record asks for a release, not for a "
                     "list of hosts.", "kind": "condition", "sureness": "shown", "evidence": "ops01/deployments.jsonl:21"}),
        (None, {"text": "The old strategy, out of use since 2003, could still be started, and since 2005 it no longer learnt "
                        "what it had bought.", "kind": "condition", "sureness": "shown", "evidence": "git/smars.fi@3a4c685"}),
        (None, {"text": "The limit of 2 million dollars is a figure on a display; no machine enforces it.",
                "kind": "detection", "sureness": "shown", "evidence": "pmon01/var/log/pmon/pmon.log:22"}),
        (None, {"text": "The way back restored the fault: with the flag on, the release of June starts the old strategy on each "
                        "host that runs it.", "kind": "response", "sureness": "shown", "evidence": "ops01/deployments.jsonl:27"}),
    ],
    assumption={
        "believed": "The last release is a safe place to go back to: it ran for eight weeks without trouble.",
        "shown": "It was safe only while no order carried the flag.",
        "now": "Going back is a change, and what has changed around it since belongs to the decision.",
        "evidence": "smars01/var/log/smars/smars.log.gz:781",
    },
    luck="Clients were not filled for more than they ordered: the order handler books what is too much to an account of ours.",
    sections={
        "title-and-ownership": "- **Severity:** SEV1: the firm’s capital was at stake, and all clients were without routing at "
                               "the end\n- **Owner:** Router development lead",
        "date-and-time": "| What | When (UTC) | New York |\n|---|---|---|\n"
                         "| First order that no client gave | 1 August 2012, 13:30:01 | 09:30:01 |\n"
                         "| First question about the executions | 13:31:52 | 09:31:52 |\n"
                         "| Last router stopped | 14:15:18 | 10:15:18 |\n\n"
                         "It lasted 45 minutes and 17 seconds. One minute and 51 seconds passed until a person asked about it, "
                         "43 minutes and 26 seconds from there to the stop of the last router.",
        "participants": "Written by the commander of the day with router development. The trading desk, the risk desk, order "
                        "entry, support and the release desk were heard, each alone, before this text was written.",
        "status": "Final. All five actions are done, and each was seen to work. The routers run a release without the old "
                  "strategy, on eight of eight hosts.",
        "summary": "On 1 August 2012, from 13:30:01 to 14:15:18 UTC, our order router bought and sold 397 million shares in 154 "
                   "stocks, far beyond what clients had ordered. The firm lost more than 460 million dollars.\n\n"
                   "A release gave an old order flag a new meaning. It reached seven of the eight router hosts. On the eighth, "
                   "the flag still started a strategy out of use since 2003, which since 2005 had no working end. Orders with "
                   "the flag arrived from the open of the market on, and nothing between the router and the venues compared "
                   "what was sent with what was ordered.\n\n"
                   "At 13:50:40 UTC we decided to go back to the release of June on the seven hosts. That release contains the "
                   "old strategy, so eight hosts did what one had done, and the rate of executions grew from 44,500 to 246,000 "
                   "a minute. It ended when all routers were stopped. That stopped the orders of all clients as well.\n\n"
                   "Since then the old strategy is deleted, routers with mixed builds open no session, and one person may stop "
                   "all routers.",
        "impact": "| What | How much | Basis |\n|---|---|---|\n"
                  "| Loss | more than 460 million dollars | measured, after the positions were closed |\n"
                  "| Orders of clients that the old strategy worked | 212: 43 before the way back began, 169 after | measured, "
                  "router logs |\n"
                  "| Executions | 4.0 million: 0.7 million before the way back began, 3.3 million after | estimated, one line "
                  "in 500 is kept |\n"
                  "| Shares | 397 million in 154 stocks | estimated, one line in 500 is kept |\n"
                  "| Prices | moved by more than 5 percent in 75 stocks, by more than 10 percent in 37 of them | measured, "
                  "public data |\n"
                  "| Client orders turned away from 14:15:18 to 14:30:00 UTC | 56,000 | estimated from 112 kept lines |\n"
                  "| Client orders filled for more than was ordered | 0 | measured, order handler |\n\n"
                  "How long clients waited for a call is not known; the desk keeps no record of it.",
        "root-cause": "Four conditions came together. None of them alone starts an order without end; taking any one away "
                      "shortens or prevents it.\n\n"
                      "<!-- only: internal -->\nThe host without the release is smars08; its start line at 11:45:24 UTC names "
                      "build 2012.06.1, and no program reads these lines.\n<!-- end only -->\n\n"
                      "It took 45 minutes because everything new was in the new release, so the search began there, on hosts "
                      "that worked. Taking the flag off ended new orders; those in work do not look at it again.",
        "timeline": "Times are UTC; New York is four hours behind. The clock of one host ran 7 seconds slow and is corrected.",
        "actions": "What stops it now comes first.",
        "lessons": "- **A release is out when every host says so.** Seven messages of success look like a finished rollout; the "
                   "eighth host is visible only in a count.\n"
                   "- **A flag outlives the code that reads it.** Two releases in one fleet are two meanings for one bit, in a "
                   "rollout and on each way back.\n"
                   "- **A limit is what a machine enforces.** A display informs whoever looks at it.\n"
                   "- **The right to stop comes before the incident.** From the first question about a stop to the stop it "
                   "took 28 minutes.\n\n"
                   "What helped: routers write their build at start, and one person led from 13:40:30 UTC on.",
    },
    actions=[
        {"text": "Order entry refuses every order with the flag until the old strategy is off all hosts.",
         "kind": "stop-now", "term": "immediate", "owner": "Order entry lead", "due": "2012-08-01", "factors": "1",
         "verification": "A test order with the flag is refused."},
        {"text": "Routers open no session with a venue while their start lines name more than one build.",
         "kind": "prevent", "term": "immediate", "owner": "Platform lead", "due": "2012-08-03", "factors": "2 3",
         "verification": "The guard all-servers-one-build is red with one host on an older build, and green with eight on one."},
        {"text": "The incident lead may stop all routers on their own word, with one command.",
         "kind": "soften", "term": "immediate", "owner": "Head of trading technology", "due": "2012-08-06", "factors": "6",
         "verification": "A drill: from the word to the last order in less than a minute."},
        {"text": "A refused order that names a router pages the support desk, one page for each text and hour.",
         "kind": "detect", "term": "immediate", "owner": "Support desk lead", "due": "2012-08-15", "factors": "5",
         "verification": "A made-up refusal pages within one minute."},
        {"text": "The old strategy is deleted, with every release that contains it; the deploy checklist asks for the build of "
                 "each host, also on a way back.",
         "kind": "process", "term": "long-term", "owner": "Router development lead", "due": "2012-08-24", "factors": "4 6",
         "verification": "No archived release contains the class; a rehearsal with one host left out stops at the line."},
    ],
    verified={
        1: "A test order with the flag was refused on 1 August at 20:10 UTC.",
        2: "The guard was red on the state of that morning, naming smars08, and is green on eight hosts with one build.",
        3: "Drill on 8 August: 41 seconds from the word to the last order at the gateway.",
        4: "A made-up refusal at 12:00 UTC paged after 20 seconds.",
        5: "Archive searched, the class is in no release; the rehearsal stopped at the line.",
    },
    checklist=["Does each host report the same build?",
               "What has been switched on since the release that we go back to last ran?"],
    comment=("summary", "nothing between the router and the venues",
             "Is it said below which limit would have stopped it, and when?"),
    openings={
        "internal": "",
        "stakeholders": "On 1 August 2012 our order router traded without end for 45 minutes. The firm lost more than 460 "
                        "million dollars, and clients could not trade with us afterwards. We are sorry: you trusted us with "
                        "your capital and your orders. The causes are removed, and each safeguard below was seen to work.",
        "public": "On 1 August 2012 our systems sent millions of orders that nobody had given. They moved prices in 75 stocks, "
                  "and at the end our clients could not trade. We are sorry: to our clients, whose orders we turned away, and "
                  "to everybody who traded in these stocks that morning. This is what happened, and what is different now.",
    },
    inside=["smars08", "smars01", "pmon01", "ben", "ana", "Platform lead", "Support desk lead", "ops01"],
)
