"""What is published can be read by programs that exist already."""

import json
import os
import re
import subprocess
import sys

import feedparser
import icalendar
import pytest


def metrics(team) -> str:
    """What a program that watches status pages makes of this one."""
    (team.folder / "services.json").write_text(
        json.dumps({"mayday": {"url": f"{team.url}/api/v2/summary.json", "name": "Mayday"}}))
    done = subprocess.run(
        [sys.executable, "-m", "statuspage_prometheus_exporter.status_monitoring"],
        env={
            **os.environ, "RUN_MODE": "once", "CLEAR_CACHE": "true", "SERVICES_JSON_PATH": "services.json",
            "METRICS_TEXTFILE_PATH": "out.prom",
        },
        cwd=team.folder, capture_output=True, text=True, timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return (team.folder / "out.prom").read_text()


@pytest.fixture
def published(team):
    """A team that told customers twice about one incident, corrected itself, and announced a maintenance."""
    team.command("component", "page", "--name", "Shop")
    team.command("component", "add", "checkout", "Checkout", "--group", "Buying")
    team.command("component", "add", "search", "Search", "--group", "Buying")
    incident = team.json("declare", "Paying by card fails", "--sev", "2", "--component", "checkout", "--lead")["summary"]["id"]
    parts = [
        "--to", "customers", "--affected", "About one order in three.", "--since", "10 min ago",
        "--doing", "We are undoing a change of this morning.", "--meanwhile", "Nothing; please do not order twice.",
        "--sorry", "We are sorry.", "--next", "in 30 min",
    ]
    team.command(
        "update", "new", "-i", incident, "--broken", "Paying by card fails <b>& says nothing</b>.",
        "--state", "investigating", "--component", "checkout=partial-outage", *parts)
    team.command("update", "publish", "1", "-i", incident, "--yes", "--reason", "a test of odd text")
    team.command("update", "new", "-i", incident, "--broken", "Paying by card fails.", "--state", "identified", *parts)
    team.command("update", "publish", "2", "-i", incident, "--yes")
    team.command(
        "update", "correct", "1", "-i", incident, "--affected", "About one order in five.", "--reason", "counted again")
    team.command(
        "maintenance", "schedule", "New disks, for \"search\"; slower", "--from", "in 120 min", "--until", "in 180 min",
        "--component", "search", "--text", "Searching is slower.\nNothing else changes.")
    return team.serve()


def test_the_json_is_read_by_a_client_of_status_pages(published):
    read = metrics(published)
    assert re.search(r'statuspage_incident_info\{[^}]*Paying by card fails', read), read
    assert re.search(r'statuspage_maintenance_info\{[^}]*New disks', read), read
    assert re.search(r'statuspage_component_status\{[^}]*Checkout[^}]*\} ', read), read
    summary = json.loads(published.get("/api/v2/summary.json"))
    assert summary["status"]["indicator"] in {"minor", "major", "critical"}
    by_name = {c["name"]: c["status"] for c in summary["components"] if not c["group"]}
    assert by_name == {"Checkout": "partial_outage", "Search": "operational"}
    [incident] = summary["incidents"]
    assert [u["status"] for u in incident["incident_updates"]] == ["identified", "investigating"]
    for name in ("status", "components", "incidents", "incidents/unresolved", "scheduled-maintenances"):
        assert json.loads(published.get(f"/api/v2/{name}.json"))["page"]["id"] == summary["page"]["id"]


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
