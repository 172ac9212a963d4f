"""The fixed points of the story: instants, hosts, counts. Everything else is drawn between them."""

from .clock import at

SCALE = 500  # one line stands for 500 ordinary orders, Power Peg child orders or their executions

HOSTS = [f"smars0{number}" for number in range(1, 9)]
EIGHTH = "smars08"
SLOW_CLOCK = {"smars05": -7.0}  # written time minus true time, seconds

LOGS_BEGIN, LOGS_END = at("7:45"), at("10:30")
FLAG_ON = at("8:00")
FIRST_MAIL = at("8:01:07")
OPEN = at("9:30")
FLAG_OFF = at("10:12")

# Public: 97 messages before the open; 212 parent orders worked by Power Peg; over 4 million executions in 154 stocks
# for more than 397 million shares; long in 80 stocks for about 3.5, short in 74 for about 3.15 billion dollars.
MAILS = 97
PARENTS = 212
EXECUTIONS = 8_012  # kept, times 500: 4,006,000
SHARES = 794_600  # kept, times 500: 397,300,000
LONG_STOCKS, SHORT_STOCKS = 80, 74
LONG_DOLLARS, SHORT_DOLLARS = 3_498_100_000, 3_152_400_000
LIMIT_DOLLARS = 2_000_000

# When each host got the July release, when it went back to June, when it was stopped.
DEPLOYED = {
    "smars01": at("17:52:10", 27, 7), "smars02": at("17:41:05", 30, 7), "smars03": at("17:49:31", 30, 7),
    "smars04": at("17:58:02", 30, 7), "smars05": at("18:02:44", 31, 7), "smars06": at("18:10:19", 31, 7),
    "smars07": at("18:19:53", 31, 7),
}
RESTART_SECONDS = 14.0
ROLLED_BACK = {host: at("9:52:08") + 38.0 * number for number, host in enumerate(HOSTS[:7])}
STOPPED = dict(zip(
    [EIGHTH] + HOSTS[:7],
    [at("10:14:31"), at("10:14:38"), at("10:14:44"), at("10:14:51"), at("10:14:58"), at("10:15:04"), at("10:15:11"),
     at("10:15:18")]))
END = max(STOPPED.values())


def runs_power_peg(host, instant):
    """Whether a flagged order that reaches the host at the instant is worked by Power Peg."""
    return host == EIGHTH or instant >= ROLLED_BACK[host] + RESTART_SECONDS


def is_up(host, instant):
    if instant >= STOPPED[host]:
        return False
    began = ROLLED_BACK.get(host)
    return began is None or not began <= instant < began + RESTART_SECONDS
