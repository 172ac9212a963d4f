"""What is published can be read by programs that exist already."""

import json

import atlassian_statuspage
import feedparser
import icalendar
import pytest


class Answer:
    """What the client of status pages expects an answer of its transport to be."""

    def __init__(self, data) -> None:
        self.data = json.dumps(data)


def read_as(kind: str, data):
    """Reads JSON with the models that the vendor publishes: a wrong type or word throws."""
    return atlassian_statuspage.ApiClient().deserialize(Answer(data), kind)


@pytest.fixture
def published(team):
    """A team that told customers twice about one incident, corrected itself, and announced a maintenance."""
    team.command("components", "set", "--name", "Shop", "checkout:Checkout:Buying", "search:Search:Buying")
    declared = team.json("declare", "Paying by card fails", "--sev", "2", "--component", "checkout", "--lead")
    incident = declared["id"]
    parts = [
        "--to", "customers", "--affected", "About one order in three.", "--since", "10 min ago",
        "--doing", "We are undoing a change of this morning.", "--meanwhile", "Nothing; please do not order twice.",
        "--sorry", "We are sorry.", "--next", "in 30 min",
    ]
    team.command(
        "update", "new", "-i", incident, "--broken", "Paying by card fails <b>& says nothing</b>.",
        "--state", "investigating", "--component", "checkout=partial-outage", *parts)
    team.command("update", "publish", "1", "-i", incident, "--yes")
    team.command("update", "new", "-i", incident, "--broken", "Paying by card fails.", "--state", "identified", *parts)
    team.command("update", "publish", "2", "-i", incident, "--yes")
    team.command(
        "update", "correct", "1", "-i", incident, "--affected", "About one order in five.", "--reason", "counted again")
    team.command(
        "maintenance", "schedule", "New disks, for \"search\"; slower", "--from", "in 120 min", "--until", "in 180 min",
        "--component", "search", "--text", "Searching is slower.\nNothing else changes.")
    return team.serve()


def test_the_json_is_read_by_a_client_of_status_pages(published):
    summary = json.loads(published.get("/api/v2/summary.json"))
    assert summary["status"]["indicator"] in {"minor", "major", "critical"}
    components = read_as("list[Component]", [c for c in summary["components"] if not c.get("group")])
    assert {c.name: c.status for c in components} == {"Checkout": "partial_outage", "Search": "operational"}
    [incident] = read_as("list[Incident]", summary["incidents"])
    assert incident.status == "identified"
    assert [u.status for u in incident.incident_updates] == ["identified", "investigating"]
    for name in ("status", "components", "incidents", "incidents/unresolved", "scheduled-maintenances"):
        assert json.loads(published.get(f"/api/v2/{name}.json"))["page"] == summary["page"]
    [maintenance] = read_as(
        "list[Incident]", json.loads(published.get("/api/v2/scheduled-maintenances.json"))["scheduled_maintenances"])
    assert maintenance.status == "scheduled" and maintenance.scheduled_until > maintenance.scheduled_for


def test_the_feed_has_an_entry_for_each_update(published):
    feed = feedparser.parse(published.get("/status/feed.atom"))
    assert not feed.bozo, feed.get("bozo_exception")
    updates = [e for e in feed.entries if "card" in e.title or "card" in e.get("summary", "") + str(e.get("content"))]
    assert len(updates) >= 2
    assert len({e.id for e in feed.entries}) == len(feed.entries)
    again = feedparser.parse(published.get("/status/feed.atom"))
    assert [e.id for e in again.entries] == [e.id for e in feed.entries]


def test_the_calendar_has_the_maintenance(published):
    calendar = icalendar.Calendar.from_ical(published.get("/status/maintenance.ics"))
    [event] = calendar.walk("VEVENT")
    assert str(event["SUMMARY"]) == "New disks, for \"search\"; slower"
    assert (event.end - event.start).total_seconds() == 3600


def test_the_static_copy_says_the_same(published):
    folder = published.folder / "copy"
    published.command("status", "export", str(folder))
    live = json.loads(published.get("/api/v2/incidents.json"))["incidents"]
    kept = json.loads((folder / "api" / "v2" / "incidents.json").read_text())["incidents"]
    assert [i["id"] for i in kept] == [i["id"] for i in live]
    page = (folder / "index.html").read_text()
    assert "one order in five" in page and "<b>& says" not in page
    assert 'href="/' not in page and 'src="/' not in page
