"""A drill of the certificate at ten times speed: one leads it on a phone, one responds on another, and the plan learns."""

import os
import re
import subprocess

import pytest
from playwright.sync_api import Page, expect

from conftest import DESK, PASSWORD, PHONE, a_browser, a_phone, binary, look, picture

NARROW = {"width": 320, "height": 640}


def sign_in(page: Page, name: str) -> None:
    page.goto("/sign-in")
    page.get_by_label("Handle").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(re.compile(r"/$"))


@pytest.fixture
def house(team):
    """Two who may respond, and the plans that are ready to adopt."""
    team.serve()
    team.token = team.sign_up()
    environment = {**os.environ, "MAYDAY_RECORD": str(team.record), "MAYDAY_USER": "ana"}
    subprocess.run(
        [binary(), "account", "add", "ben", "--role", "responder"], input=PASSWORD + "\n", env=environment, check=True,
        text=True, capture_output=True, timeout=120,
    )
    return team


def hold(page: Page, name: str, also_at_a_desk: bool = True) -> None:
    """Looks at a page on a phone, at a desk, and on the narrowest screen that there is."""
    look(page, name, also_at_a_desk)
    page.set_viewport_size(NARROW)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} is wider than 320 pixels"
    picture(page, f"{name}-narrow")
    page.set_viewport_size(PHONE)


def test_a_drill_is_played_by_two_and_the_plan_learns(house):
    with a_browser() as browser:
        ana = a_phone(browser, house, "dark", seconds=30)
        ben = a_phone(browser, house, "light", seconds=30)
        sign_in(ana, "ana")
        sign_in(ben, "ben")

        ana.goto("/drills")
        expect(ana.get_by_text("there is nothing to rehearse")).to_be_visible()
        ana.goto("/plans")
        ana.get_by_role("button", name=re.compile("Adopt all")).click()
        ana.goto("/drills")
        expect(ana.get_by_text("Pick one for us")).to_be_visible()
        hold(ana, "drills-first")
        ana.get_by_role("link", name=re.compile("^Plan this drill")).first.click()
        expect(ana.locator("input[name=scenario]:checked")).to_have_count(1)
        ana.goto("/plans/wrong-certificate")
        ana.get_by_role("link", name="Rehearse it").click()
        expect(ana.locator("input[name=scenario]:checked")).to_have_value("sunday-certificate")
        hold(ana, "drill-planning")
        ana.locator("input[name=day]").fill("2031-05-04")
        ana.get_by_label(re.compile(r"^ben")).select_option("responder")
        ana.locator("input[name=speed][value='10']").check()
        ana.get_by_role("button", name="Plan it").click()
        ana.wait_for_url(re.compile(r"/drills/1\?"))
        hold(ana, "drill-before-led")

        ben.goto("/drills")
        assert "refused on a Sunday" not in ben.content()
        ben.goto("/drills/1")
        expect(ben.get_by_text("What will happen")).to_be_visible()
        assert "certificate" not in ben.content().lower()
        hold(ben, "drill-before")

        # It starts, and the other page changes by itself.
        ana.get_by_role("button", name="Start the drill").click()
        expect(ben.locator(".drill-figure")).to_be_visible()
        expect(ben.locator("#message-1")).to_be_visible()
        expect(ben.locator("#message-2")).to_be_visible(timeout=30000)
        assert "has expired" not in ben.content()
        first = ben.locator(".drill-clock").first.inner_text()
        ben.wait_for_function("before => document.querySelector('.drill-clock').textContent !== before", arg=first)

        # By hand: halted, nothing comes; what is next can be put off, left out, or let come.
        ana.locator(".drill-hand").get_by_role("button", name="Halt").click()
        expect(ben.get_by_role("heading", name="The drill is halted")).to_be_visible()
        hold(ben, "drill-halted")
        hold(ana, "drill-halted-led")
        standing = ben.locator(".drill-clock").first.inner_text()
        ana.get_by_label(re.compile(r"^Put message \d+ off by 15 minutes")).first.click()
        ana.locator(".next-card .skips summary").click()
        ana.locator(".next-card .skips").get_by_label("Why").fill("One noise is enough")
        ana.locator(".next-card .skips button").click()
        expect(ana.get_by_role("heading", name="Left out")).to_be_visible()
        ana.locator("#add-one > summary").click()
        ana.locator("#add-one").get_by_label("From whom").fill("A shop in Lyon")
        ana.locator("#add-one").get_by_label("What comes").fill("Is it you or us?")
        ana.locator("#add-one").get_by_role("button", name="Add it").click()
        expect(ben.locator("#message-added-1")).to_be_visible()
        expect(ben.locator("#drill-news")).to_have_text("New: Customer, A shop in Lyon. Is it you or us?")
        assert ben.locator(".drill-clock").first.inner_text() == standing
        ana.locator(".drill-hand").get_by_role("button", name="Go on").click()
        expect(ben.get_by_role("heading", name="A drill is running")).to_be_visible()

        # What is being written is left alone while messages come in.
        ben.get_by_label("What surprised you").fill("Nobody knew where the certificate is kept")
        ana.locator(".drill-hand").get_by_role("button", name=re.compile("Let message")).click()
        expect(ana.locator(".flash")).to_contain_text("It has come")
        expect(ben.get_by_label("What surprised you")).to_have_value("Nobody knew where the certificate is kept")
        ben.get_by_role("button", name="The plan lacks it").click()
        expect(ben.locator(".note-list")).to_contain_text("Nobody knew where")

        # The incident is declared, and its own page leads back and shows what came last.
        ben.locator("#declare-it > summary").click()
        ben.get_by_label("What is wrong?").fill("Visitors see a warning in the shop")
        ben.get_by_role("button", name="Declare").click()
        hold(ben, "drill-running")
        ben.get_by_role("link", name="To its screens").click()
        expect(ben.locator(".drill-banner")).to_contain_text("This is drill 1")
        before = ben.locator(".drill-banner-news").inner_text()
        ana.goto("/drills/1")
        ana.locator(".drill-hand").get_by_role("button", name=re.compile("Let message")).click()
        expect(ben.locator(".drill-banner-news")).not_to_have_text(before)
        hold(ben, "drill-incident")
        ben.locator("#say").fill("The old certificate is still served by two machines")
        ben.keyboard.press("Enter")
        expect(ben.locator(".entry-note").first).to_contain_text("old certificate")

        # Whoever leads judges what nothing measures, and sees where the right idea was recognised.
        ana.goto("/drills/1")
        expect(ana.get_by_text("Written down after")).to_be_visible()
        hold(ana, "drill-running-led")
        ana.locator(".judge-form").first.get_by_label("In words").fill("It stayed where it was")
        ana.locator(".judge-form").first.get_by_role("button", name=re.compile("^Met")).click()
        expect(ana.locator(".expected-stand").first).to_contain_text("Met")
        ana.locator("#end-it > summary").click()
        ana.locator("#end-it").get_by_role("button", name="End it").click()
        hold(ana, "drill-over-led")
        ben.goto("/drills/1")
        expect(ben.get_by_text("What really happened").first).to_be_visible()
        hold(ben, "drill-over")

        # What the plan should say: what is ticked is taken over, and is asked no more.
        ana.get_by_role("link", name="Look at how it went").click()
        hold(ana, "drill-outcome")
        tick = ana.locator("input[name=changes]").last
        tick.check()
        ana.get_by_role("button", name="Take over what is ticked").click()
        expect(ana.get_by_text("Nothing is left to change")).to_be_visible()
        assert "where the certificate is kept" in ana.request.get("/plans/wrong-certificate/text").text()
        ana.get_by_role("button", name="Begin the postmortem").click()
        expect(ana.get_by_role("link", name=re.compile("Go on with its postmortem"))).to_be_visible()
        ben.goto("/drills/1/outcome")
        hold(ben, "drill-outcome-after")
        ana.goto("/drills")
        hold(ana, "drills-played")
        ana.goto("/plans/wrong-certificate")
        expect(ana.get_by_text("expectations met")).to_be_visible()
        for page in (ana, ben):
            assert not page.problems, page.problems


def test_scenarios_are_read_written_and_practised_alone(house):
    with a_browser() as browser:
        ana = a_phone(browser, house, "light", seconds=30)
        sign_in(ana, "ana")
        ana.goto("/scenarios")
        hold(ana, "scenarios")
        ana.locator("a[href='/scenarios/monday-tables']").click()
        assert ana.locator("#everything[open]").count() == 0
        hold(ana, "scenario")
        ana.locator("#everything > summary").click()
        picture(ana, "scenario-open")
        ana.goto("/scenarios/of-our-own/edit?title=Monday")
        hold(ana, "scenario-new")
        ana.get_by_role("button", name="Save the scenario").click()
        expect(ana.get_by_role("heading", level=1, name="Monday")).to_be_visible()
        ana.get_by_role("link", name="Play it").click()
        ana.get_by_role("button", name="Practise it alone").click()
        ana.get_by_role("button", name="Start: I practise").click()
        expect(ana.locator("#message-1")).to_be_visible()
        hold(ana, "practice")
        assert not ana.problems, ana.problems


def test_without_a_script_a_drill_is_played_all_the_same(house):
    with a_browser() as browser:
        context = browser.new_context(base_url=house.url, viewport=DESK, java_script_enabled=False)
        page = context.new_page()
        page.set_default_timeout(30000)
        sign_in(page, "ana")
        page.goto("/drills/new?scenario=monday-codes")
        page.get_by_role("button", name="Practise it alone").click()
        page.get_by_role("button", name="Start: I practise").click()
        expect(page.locator("#message-1")).to_be_visible()
        expect(page.get_by_role("link", name="Load the page anew to see what came")).to_be_visible()
        page.locator("#declare-it > summary").click()
        page.get_by_label("What is wrong?").fill("Nobody can log in")
        page.get_by_role("button", name="Declare").click()
        expect(page.get_by_role("link", name="To its screens")).to_be_visible()
        page.locator("#end-it > summary").click()
        page.get_by_role("button", name="End it").click()
        expect(page.get_by_role("link", name="Look at how it went")).to_be_visible()
