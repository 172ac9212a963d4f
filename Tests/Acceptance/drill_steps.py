"""The certificate drill of a team's year, at ten times the clock: one leads it, one responds, and the plan learns."""

import re

from playwright.sync_api import Page, expect

from postmortem_steps import press
from year_steps import Year, next_steps, see

PLAN = "wrong-certificate"
LACKED = "Tell support not to write ‘just click continue’"


def the_drill(year: Year) -> None:
    plan_it(year.ana)
    wait_for_it(year.ben)
    lead_it(year.ana, year.ben)
    take_it_over(year.ana, year.ben)
    see_it_in_the_register(year)


def plan_it(page: Page) -> None:
    assert any(step.startswith("Play “") for step in next_steps(page))
    page.goto(f"/plans/{PLAN}")
    press(page, page.get_by_role("link", name="Rehearse it"))
    page.get_by_label(re.compile(r"^ben|^Ben Osei")).first.select_option("responder")
    page.locator("input[name=speed][value='10']").check()
    page.get_by_role("button", name="Plan it").click()
    page.wait_for_url(re.compile(r"/drills/1\?"))


def wait_for_it(page: Page) -> None:
    """Before it begins, whoever responds learns nothing of what it is about."""
    page.goto("/drills/1")
    assert "certificate" not in page.content().lower()
    see(page, "year-drill-before")


def lead_it(leading: Page, page: Page) -> None:
    leading.get_by_role("button", name="Start the drill").click()
    expect(page.locator("#message-1")).to_be_visible()
    page.locator("#declare-it > summary").click()
    page.get_by_label("What is wrong?").fill("Visitors of the shop are warned away")
    page.get_by_role("button", name="Declare").click()
    press(page, page.get_by_role("link", name="To its screens"))
    expect(page.locator(".drill-banner")).to_contain_text("This is drill 1")
    # Its plan is followed as in a real one: what was done instead is what the plan learns from.
    follow(page)
    page.locator("#say").fill("It is the old certificate: expired on two of three machines")
    page.keyboard.press("Enter")
    expect(page.locator(".entry-note").first).to_contain_text("old certificate")
    # Three minutes of the drill are eighteen seconds; what is due by then has come by itself.
    page.goto("/drills/1")
    expect(page.locator("#message-3")).to_be_visible(timeout=60000)
    page.get_by_label("What surprised you").fill(LACKED)
    page.get_by_role("button", name="The plan lacks it").click()
    expect(page.locator(".note-list")).to_contain_text("just click continue")
    leading.goto("/drills/1")
    expect(leading.get_by_text("Written down after")).to_be_visible()
    see(leading, "year-drill-led")
    find_its_file(leading, page)
    leading.locator("#end-it > summary").click()
    leading.locator("#end-it").get_by_role("button", name="End it").click()
    expect(leading.get_by_role("link", name="Look at how it went")).to_be_visible()


def find_its_file(leading: Page, page: Page) -> None:
    """What comes with a message lies in the incident's evidence, read as any other."""
    leading.get_by_role("button", name="Let message 4 come now").first.click()
    page.goto("/drills/1")
    expect(page.locator("#message-4 .message-files")).to_contain_text("renewal.log")
    press(page, page.locator("#message-4").get_by_role("link", name=re.compile("the evidence of INC-")))
    expect(page.locator("#evidence .files")).to_contain_text("renewal.log")
    expect(page.locator("#evidence-timeline")).to_contain_text("notify edge-2: timed out")
    see(page, "year-drill-evidence")
    leading.goto("/drills/1")


def follow(page: Page) -> None:
    """Its words fit none for sure, so it is chosen by hand."""
    plans = page.locator("#all-plans")
    if plans.get_attribute("open") is None:
        plans.locator("summary").click()
    press(page, plans.get_by_role("button", name="Follow the plan: A certificate is expired"))
    expect(page.locator(".plan-followed")).to_contain_text("0 of 13 steps through")


def take_it_over(leading: Page, page: Page) -> None:
    press(leading, leading.get_by_role("link", name="Look at how it went"))
    see(leading, "year-drill-outcome")
    leading.locator("input[name=changes]").last.check()
    leading.get_by_role("button", name="Take over what is ticked").click()
    expect(leading.locator(".flash")).to_be_visible()
    assert "just click continue" in leading.request.get(f"/plans/{PLAN}/text").text()
    # Whoever responded sees now what it was about.
    page.goto("/drills/1")
    expect(page.get_by_role("heading", name="The shop is refused on a Sunday morning")).to_be_visible()


def see_it_in_the_register(year: Year) -> None:
    page = year.ana
    page.goto(f"/plans/{PLAN}")
    expect(page.get_by_text("expectations met").first).to_be_visible()
    assert "last played" in " ".join(year.say("plan", "list").split())
    assert not any("A certificate is expired" in step and step.startswith("Play") for step in next_steps(page))
    assert "ended" in year.say("drill", "list")
