"""The day, its zone, and the ways in which the sources write an instant."""

from datetime import datetime, timedelta, timezone

NEW_YORK = timezone(timedelta(hours=-4))  # daylight saving time; the whole story lies inside it
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def at(clock, day=1, month=8):
    """Seconds since the epoch of a clock time in New York, `9:30:00.25`, in 2012."""
    hours, minutes, *seconds = clock.split(":")
    midnight = datetime(2012, month, day, tzinfo=NEW_YORK).timestamp()
    return midnight + int(hours) * 3600 + int(minutes) * 60 + (float(seconds[0]) if seconds else 0)


def in_zone(instant, zone=NEW_YORK):
    """A datetime to the millisecond, rounded once so that all forms of one instant agree."""
    return datetime.fromtimestamp(0, timezone.utc).astimezone(zone) + timedelta(milliseconds=round(instant * 1000))


def millis(instant):
    return round(instant * 1000)


def log4j(instant):
    moment = in_zone(instant)
    return f"{moment:%Y-%m-%d %H:%M:%S},{moment.microsecond // 1000:03d}"


def rfc3339(instant, digits=0):
    moment = in_zone(instant, timezone.utc)
    fraction = f".{moment.microsecond // 1000:03d}" if digits else ""
    return f"{moment:%Y-%m-%dT%H:%M:%S}{fraction}Z"


def rfc3339_new_york(instant):
    return f"{in_zone(instant):%Y-%m-%dT%H:%M:%S}-04:00"


def access_log(instant):
    moment = in_zone(instant)
    return f"{moment.day:02d}/{MONTHS[moment.month - 1]}/{moment:%Y:%H:%M:%S} -0400"


def rfc3164(instant):
    moment = in_zone(instant)
    return f"{MONTHS[moment.month - 1]} {moment.day:2d} {moment:%H:%M:%S}"
