"""Seventeen commits of an invented router: what was built, what was moved, what was left in.

Only the course of events is public: Power Peg out of use since 2003 and left in, its count of shares moved in 2005, its
flag used again in 2012. The code itself is invented.
"""

SRC = "src/main/java/com/example/smars/"
TEST = "src/test/java/com/example/smars/"

ROUTER = """package com.example.smars;

/** Takes parent orders and sends child orders to venues until the parent is complete. */
public final class OrderRouter {
    private final Venues venues;
    private final ExecutionFeed executions;

    public OrderRouter(Venues venues, ExecutionFeed executions) {
        this.venues = venues;
        this.executions = executions;
    }

    public void route(ParentOrder parent) {
        while (parent.openQuantity() > 0) {
            ChildOrder child = venues.best(parent).child(parent, parent.openQuantity());
            executions.await(child).forEach(parent::add);
        }
    }
}
"""

PARENT = """package com.example.smars;

/** An order as it came from order entry. */
public final class ParentOrder {
    private final String id;
    private final long quantity;
    private final OrderFlags flags;
    private long cumulativeQuantity;

    public ParentOrder(String id, long quantity, OrderFlags flags) {
        this.id = id;
        this.quantity = quantity;
        this.flags = flags;
    }

    public String id() { return id; }
    public OrderFlags flags() { return flags; }
    public long openQuantity() { return quantity - cumulativeQuantity; }
    public void add(Execution execution) { cumulativeQuantity += execution.quantity(); }
}
"""

FLAGS = """package com.example.smars;

/** The eight flags that a parent order carries, one bit each. */
public final class OrderFlags {
    public static final int ISO = 1 << 0;
    public static final int NOT_HELD = 1 << 1;
    public static final int DISCRETION = 1 << 2;

    private final int bits;

    public OrderFlags(int bits) { this.bits = bits; }

    public boolean has(int flag) { return (bits & flag) != 0; }
}
"""

PEG = """package com.example.smars;

/** Power Peg: keeps child orders at the best price of the other side while the parent is open. */
public final class PowerPeg {
    private final Venues venues;
    private final ExecutionFeed executions;

    public PowerPeg(Venues venues, ExecutionFeed executions) {
        this.venues = venues;
        this.executions = executions;
    }

    public void work(ParentOrder parent) {
        boolean isWorking = true;
        while (isWorking) {
            ChildOrder child = venues.best(parent).child(parent, parent.lotSize());
            executions.await(child).forEach(parent::add);
            isWorking = !Session.isClosed();
        }
    }
}
"""

COPY = """#!/bin/sh
# Copies a release to one router host and restarts it there.
# usage: copy-release.sh RELEASE HOST
set -e
release=$1
host=$2
scp "releases/$release/smars.jar" "$host:/opt/smars/smars.jar"
ssh "$host" /etc/init.d/smars restart
echo "$release copied to $host"
"""

HOSTS_4 = "smars01\nsmars02\nsmars03\nsmars04\n"
HOSTS_8 = HOSTS_4 + "smars05\nsmars06\nsmars07\nsmars08\n"

DISPATCH_PEG = (
    "    public void route(ParentOrder parent) {\n",
    "    public void route(ParentOrder parent) {\n"
    "        if (parent.flags().has(OrderFlags.POWER_PEG)) {\n"
    "            powerPeg.work(parent);\n"
    "            return;\n"
    "        }\n",
)
FIELD_PEG = (
    "    private final ExecutionFeed executions;\n\n",
    "    private final ExecutionFeed executions;\n    private final PowerPeg powerPeg;\n\n",
)
MAKE_PEG = (
    "        this.executions = executions;\n",
    "        this.executions = executions;\n        this.powerPeg = new PowerPeg(venues, executions);\n",
)

RETAIL = """package com.example.smars;

/** Sends retail orders to the liquidity program of the exchange, once, and never for more than is open. */
public final class RetailLiquidity {
    private final Venues venues;
    private final ExecutionFeed executions;

    public RetailLiquidity(Venues venues, ExecutionFeed executions) {
        this.venues = venues;
        this.executions = executions;
    }

    public void work(ParentOrder parent) {
        if (!Session.isRegular()) {
            executions.await(venues.best(parent).child(parent, parent.openQuantity())).forEach(parent::add);
            return;
        }
        ChildOrder child = venues.named("NYSE-RLP").child(parent, parent.openQuantity());
        executions.await(child).forEach(parent::add);
    }
}
"""

RETAIL_TEST = """package com.example.smars;

public final class RetailLiquidityTest extends RouterTestCase {
    public void testSendsNoMoreThanIsOpen() {
        ParentOrder parent = parent("P1", 300, OrderFlags.RETAIL_LIQUIDITY);
        router.route(parent);
        assertEquals(300, venue("NYSE-RLP").received());
    }

    public void testIsAnOrdinaryOrderBeforeTheOpen() {
        session.set(Session.PRE);
        router.route(parent("P2", 100, OrderFlags.RETAIL_LIQUIDITY));
        assertEquals(0, venue("NYSE-RLP").received());
        assertEquals(100, venue("ARCA").received());
    }
}
"""

RELEASE_NOTE = """# Release 2012.07.2: retail liquidity

For the exchange's Retail Liquidity Program, first day 1 August 2012.

1. Copy with `deploy/copy-release.sh 2012.07.2 HOST`, after the close.
2. 27 July one host, 30 July three, 31 July the others.
3. Order entry sets the flag RETAIL_LIQUIDITY from 08:00 on 1 August (CHG-2216); the routers take part from the open (CHG-2217).

Way back: `deploy/copy-release.sh 2012.06.1 HOST`.
"""

COMMITS = [
    dict(key="router", when="2003-01-14 15:20", by="Router development", message="""
Route parent orders to venues as child orders""", files={
        "README.md": "# SMARS\n\nTakes parent orders, sends child orders to venues, reports executions.\n",
        SRC + "OrderRouter.java": ROUTER, SRC + "ParentOrder.java": PARENT, SRC + "OrderFlags.java": FLAGS}),
    dict(key="peg", when="2003-02-25 17:05", by="Router development", message="""
Add Power Peg behind an order flag

A parent order with POWER_PEG (bit 7) is worked at the price of the other side.""", files={
        SRC + "PowerPeg.java": PEG,
        SRC + "OrderFlags.java": [("DISCRETION = 1 << 2;\n", "DISCRETION = 1 << 2;\n    public static final int POWER_PEG = 1 << 7;\n")],
        SRC + "OrderRouter.java": [FIELD_PEG, MAKE_PEG, DISPATCH_PEG]}),
    dict(key="stop", when="2003-03-06 11:40", by="Router development", message="""
Stop Power Peg when the parent is complete

Counts the shares of each execution against the parent and ends the loop there.""", files={
        SRC + "CumulativeQuantity.java": """package com.example.smars;

/** Counts executed shares of a parent order. */
public final class CumulativeQuantity {
    private long executed;

    public void add(Execution execution) { executed += execution.quantity(); }
    public boolean isComplete(ParentOrder parent) { return executed >= parent.quantity(); }
}
""",
        SRC + "PowerPeg.java": [
            ("        boolean isWorking = true;\n",
             "        CumulativeQuantity cumulative = new CumulativeQuantity();\n        boolean isWorking = true;\n"),
            ("forEach(parent::add);\n            isWorking = !Session.isClosed();",
             "forEach(cumulative::add);\n            isWorking = !cumulative.isComplete(parent) && !Session.isClosed();")]}),
    dict(key="session", when="2003-06-19 16:30", by="Router development", message="""
Refuse Power Peg outside the regular session

Answers 'Power Peg disabled' before the open and after the close.""", files={
        SRC + "PowerPeg.java": [("    public void work(ParentOrder parent) {\n",
            "    public void work(ParentOrder parent) {\n        if (!Session.isRegular()) {\n"
            "            executions.reject(parent, \"Power Peg disabled\");\n            return;\n        }\n")]}),
    dict(key="retire", when="2003-11-18 18:10", by="Order entry", message="""
Stop offering Power Peg to clients

Order entry no longer sets POWER_PEG. The router keeps the code.""", files={
        "config/order-entry.properties": "flags.offered=ISO,NOT_HELD,DISCRETION\n"}),
    dict(key="move", when="2005-06-14 10:55", by="Router development", message="""
Count executed shares where orders come in

One place for all strategies, ahead of routing, so that reports agree. Power Peg takes its count from there.""", files={
        SRC + "CumulativeQuantity.java": [("    private long executed;\n\n    public void add",
            "    private long executed;\n\n    /** Called by order intake, before the order is given to a strategy. */\n"
            "    public void open(ParentOrder parent) { executed = parent.executedSoFar(); }\n    public void add")],
        SRC + "PowerPeg.java": [
            ("        CumulativeQuantity cumulative = new CumulativeQuantity();\n",
             "        CumulativeQuantity cumulative = parent.cumulative();\n"),
            ("            executions.await(child).forEach(cumulative::add);\n", "            executions.await(child);\n")],
        SRC + "ParentOrder.java": [("    public String id()",
            "    private final CumulativeQuantity cumulative = new CumulativeQuantity();\n\n"
            "    public CumulativeQuantity cumulative() { return cumulative; }\n    public String id()")]}),
    dict(key="hosts4", when="2006-02-08 14:00", by="Platform", message="""
Add a script that copies a release to a host""", files={
        "deploy/copy-release.sh": COPY, "deploy/hosts.txt": HOSTS_4}),
    dict(key="sweep", when="2007-03-02 13:15", by="Router development", message="""
Sweep protected quotes of all venues

For Regulation NMS.""", files={
        SRC + "Venues.java": "package com.example.smars;\n\n/** The venues, best price first. */\npublic interface Venues {\n"
        "    Venue best(ParentOrder parent);\n    Iterable<Venue> sweep(ParentOrder parent);\n}\n"}),
    dict(key="hosts8", when="2008-09-22 17:45", by="Platform", message="""
Run the router on eight hosts""", files={"deploy/hosts.txt": HOSTS_8}),
    dict(key="log", when="2009-05-12 12:20", by="Router development", message="""
Log the build and the release at start

So that support can read which code a host runs.""", files={
        SRC + "Main.java": "package com.example.smars;\n\npublic final class Main {\n    public static void main(String[] arguments) {\n"
        "        Log.info(\"OrderRouter\", \"started release=\" + Build.RELEASE + \" build=\" + Build.COMMIT);\n"
        "        Router.start(arguments);\n    }\n}\n"}),
    dict(key="collar", when="2010-10-07 16:05", by="Router development", message="""
Refuse child orders far from the last price

A collar of 9.5 percent around the reference price, for each child order on its own.""", files={
        SRC + "PriceCollar.java": "package com.example.smars;\n\n/** Keeps each child order near the reference price. */\n"
        "public final class PriceCollar {\n    public static final double WIDTH = 0.095;\n\n"
        "    public boolean admits(ChildOrder child, double reference) {\n"
        "        return Math.abs(child.price() - reference) <= WIDTH * reference;\n    }\n}\n"}),
    dict(key="june", when="2012-06-05 15:30", by="Router development", message="""
Release 2012.06.1: venue fees of June""", files={
        "config/fees.properties": "NYSE=0.0023\nARCA=0.0030\nBATS=0.0029\n"}),
    dict(key="retail", when="2012-07-09 11:25", by="Router development", message="""
Add routing to the exchange's retail liquidity program""", files={
        SRC + "RetailLiquidity.java": RETAIL}),
    dict(key="reuse", when="2012-07-12 14:50", by="Router development", message="""
Give the flag of Power Peg to retail liquidity

All eight bits are taken and a ninth needs a new order-entry protocol. Bit 7 has had no sender since 2003: POWER_PEG
becomes RETAIL_LIQUIDITY. Power Peg goes with the same release, so that the bit has one meaning on every host.""", files={
        SRC + "OrderFlags.java": [("int POWER_PEG = 1 << 7;", "int RETAIL_LIQUIDITY = 1 << 7;")],
        SRC + "OrderRouter.java": [
            ("has(OrderFlags.POWER_PEG)", "has(OrderFlags.RETAIL_LIQUIDITY)"),
            ("            powerPeg.work(parent);\n", "            retailLiquidity.work(parent);\n"),
            ("    private final PowerPeg powerPeg;\n", "    private final RetailLiquidity retailLiquidity;\n"),
            ("        this.powerPeg = new PowerPeg(venues, executions);\n",
             "        this.retailLiquidity = new RetailLiquidity(venues, executions);\n")],
        SRC + "PowerPeg.java": None}),
    dict(key="tests", when="2012-07-16 10:10", by="Router development", message="""
Test retail liquidity before and after the open""", files={TEST + "RetailLiquidityTest.java": RETAIL_TEST}),
    dict(key="order-entry", when="2012-07-19 17:30", by="Order entry", message="""
Set the retail liquidity flag on eligible orders

Off until CHG-2216.""", files={
        "config/order-entry.properties": "flags.offered=ISO,NOT_HELD,DISCRETION,RETAIL_LIQUIDITY\nretail_liquidity.flag=off\n"}),
    dict(key="july", when="2012-07-26 16:45", by="Release desk", message="""
Release 2012.07.2: retail liquidity

To be copied from 27 July on; first used on 1 August.""", files={"docs/release-2012.07.2.md": RELEASE_NOTE}),
]
