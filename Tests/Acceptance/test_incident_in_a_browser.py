"""One incident, from the first link to the last word, with one thumb on a phone."""

import datetime
import json
import re

import pytest
from playwright.sync_api import Page, expect

from conftest import PASSWORD, a_browser, a_phone, look

LOG = "".join(
    f"2026-03-01T0{hour}:{minute:02d}:07Z {'ERROR payment refused: voucher rounds to zero' if hour else 'INFO paid'}\n"
    for hour in range(2) for minute in range(60)
)


@pytest.fixture(params=["light", "dark"])
def phone(request, team):
    team.command("component", "add", "checkout", "Checkout")
    team.serve()
    with a_browser() as browser:
        yield a_phone(browser, team, request.param)


def say(page: Page, text: str, shown: str) -> None:
    page.locator("#say").fill(text)
    page.get_by_role("button", name="Write", exact=True).click()
    expect(page.locator("#entries, #timeline").first).to_contain_text(shown)


def write(page: Page, state: str, fields: dict[str, str], next_in_seconds: int | None) -> None:
    """Fills the composer and looks at the update before it goes out."""
    page.locator("#update-audience").select_option("customers")
    page.locator("#update-state").select_option(state)
    for name, text in fields.items():
        page.locator(f"#update-text-{name}").fill(text)
    when = ""
    if next_in_seconds is not None:
        now = datetime.datetime.now(datetime.timezone.utc)
        when = (now + datetime.timedelta(seconds=next_in_seconds)).strftime("%Y-%m-%dT%H:%M:%S")
    page.locator("#update-text-nextBy").fill(when)
    page.get_by_role("button", name=re.compile("Look at it before it goes out|Save, and look again")).click()


WORDS = {
    "broken": "Orders with a voucher cannot be paid.",
    "affected": "Everybody who redeems a voucher, about 38 orders a minute. All other orders go through.",
    "doing": "We are undoing the change of this evening that rejects vouchers.",
    "meanwhile": "Keep your voucher: it stays valid, and nothing was charged.",
    "apology": "We are sorry.",
}


def test_an_incident_from_the_first_link_to_the_last_word(phone, team):
    page = phone
    # The first administrator comes by the link that the server printed.
    page.goto(re.search(r"http://127\.0\.0\.1:\d+(/welcome/\S+)", team.said()).group(1))
    look(page, "welcome")
    page.get_by_label("Handle").fill("ana")
    page.get_by_label("Name", exact=False).nth(0).fill("Ana")
    page.locator("input[type=password]").first.fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    expect(page.get_by_role("link", name="Declare").first).to_be_visible()
    look(page, "home-empty")

    page.goto("/declare")
    look(page, "declare")
    page.get_by_label("What is wrong?").fill("Orders with a voucher fail at checkout")
    page.get_by_role("button", name="Declare", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Orders with a voucher fail at checkout")
    incident = re.search(r"INC-\d+", page.url).group(0)
    while (take := page.get_by_role("button", name=re.compile("^I take"))).count():
        before = take.count()
        take.first.click()
        expect(take).to_have_count(before - 1)

    say(page, "Every failing order carries a voucher", "Every failing order carries a voucher")
    say(page, "! Turn the new rounding off", "Turn the new rounding off")
    say(page, "@ Place one order with a voucher", "Place one order with a voucher")
    page.get_by_role("button", name="Done: Place one order with a voucher").click()
    expect(page.locator("#timeline")).to_contain_text("Done: Place one order with a voucher")
    look(page, "incident")

    page.locator("#evidence-file").set_input_files(
        {"name": "../checkout.log", "mimeType": "text/plain", "buffer": LOG.encode()})
    page.get_by_role("button", name="Bring them in").click()
    expect(page.locator("#timeline")).to_contain_text("checkout.log")

    # The first update says nothing; the reviewer holds it until it is mended.
    page.goto(f"/incidents/{incident}/updates/new?audience=customers")
    write(page, "investigating", {**WORDS, "broken": "We are experiencing some technical difficulties.", "doing": ""}, 900)
    expect(page.locator("main")).to_contain_text(re.compile("hold", re.I))
    look(page, "composer-held")
    write(page, "investigating", WORDS, 8)
    look(page, "composer")
    publish(page)
    status = json.loads(team.get("/api/v2/summary.json"))
    assert [i["name"] for i in status["incidents"]] == ["Orders with a voucher fail at checkout"]

    # The promise was a short one: it is missed, and that becomes a fact.
    page.goto(f"/incidents/{incident}")
    page.get_by_role("button", name=re.compile("new line")).click(timeout=60_000)
    expect(page.locator("#timeline")).to_contain_text("had not gone out")
    look(page, "incident-late")

    page.goto(f"/incidents/{incident}/updates/new?audience=customers")
    write(page, "identified", {**WORDS, "more": "We promised this word earlier, and are late with it."}, 1500)
    publish(page)
    page.goto(f"/incidents/{incident}")
    page.get_by_role("button", name=re.compile("Users are well again")).click()
    expect(page.locator("#state")).to_contain_text(re.compile("mitigated", re.I))
    page.get_by_role("button", name=re.compile("It is over")).click()
    expect(page.locator("#state")).to_contain_text(re.compile("resolved", re.I))
    page.goto(f"/incidents/{incident}/updates/new?audience=customers")
    write(page, "resolved", {
        **WORDS, "broken": "Orders with a voucher can be paid again.",
        "doing": "The change was undone, and orders have gone through since.",
        "meanwhile": "You do not need to do anything. No voucher was lost, and nothing was charged twice.",
    }, None)
    publish(page)

    page.goto(f"/incidents/{incident}")
    look(page, "incident-resolved")
    assert team.json("status", incident)["updates"][-1]["state"] == "resolved"
    assert json.loads(team.get("/api/v2/incidents/unresolved.json"))["incidents"] == []
    for path, name in (
        ("/", "home"), ("/status", "status"), (f"/incidents/{incident}/updates/1", "update"), ("/policy", "policy"),
        ("/components", "components"), ("/maintenances", "maintenances"), ("/near-misses", "near-misses"),
        ("/account", "account"), ("/people", "people"), ("/api", "api"), ("/status/history", "status-history"),
    ):
        page.goto(path)
        look(page, name)
    assert page.problems == []


def publish(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Publish to")).click()
    expect(page.get_by_text("Readers see both texts").or_(page.get_by_text("Correct it", exact=True)).first).to_be_visible()
