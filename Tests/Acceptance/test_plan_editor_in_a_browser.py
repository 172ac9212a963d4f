"""The editor of plans, with what people paste into it: place, reason and what to do stand beside the text, and none of it is lost."""

import re

import pytest
from playwright.sync_api import Page, expect

from conftest import DESK, PHONE, a_browser, a_phone, fits, hold, picture
from postmortem_steps import done, press
from year_steps import SEVERE, SMALLEST, main, see

HEAD = """---
plan: full-queue
title: The queue is full
when: orders wait
likelihood: likely
impact: major
recover-within: 2 h
review-by: 2099-01-01
owner: operations
---
# The queue is full

## Steps
| # | do | who | until one sees | within | after | if it fails |
|---|----|-----|----------------|--------|-------|-------------|
"""
GOOD = HEAD + "| 1 | Stop the import | operations | 'paused' on its page | 5 min | | pull its cable |\n"
MANY = HEAD + "".join(
    f"| {number} | Empty shard {number} of the queue | operations | shard {number} shows 0 waiting | 5 min | | leave it out |\n"
    for number in range(1, 2001)
)

#: What is pasted, the rule that speaks up, its words, the line that it names, and what it says to do.
BAD = {
    "broken-front-matter": (
        GOOD.replace("likelihood: likely", "likelihood: [likely").replace("impact: major", "impact: catastrophic"),
        "plan-front-matter", None, None, None,
    ),
    "wrong-choice": (
        GOOD.replace("impact: major", "impact: catastrophic"), "plan-front-matter", "'impact' is 'catastrophic'", 6,
        "Choose one of: minor, major, severe.",
    ),
    "circular-order": (
        HEAD + "| 1 | Stop the import | operations | 'paused' on its page | 5 min | 2 | pull its cable |\n"
        "| 2 | Empty the queue | operations | 0 waiting | 5 min | 1 | call the supplier |\n",
        "circular-order", "no order fits: step 1 after 2 after 1", 16, "Which of them can begin without the others?",
    ),
    "unknown-role": (
        GOOD.replace("| operations | 'paused'", "| night watch | 'paused'"), "unknown-role",
        "step 1 is for 'night watch', which is no role and nobody known", 16, "Which role is meant, or who is it?",
    ),
    "two-thousand-steps": (
        MANY, "too-many-steps", "the plan goes on behind step 500, and no more are read", 516,
        "make it several plans, each for one failure",
    ),
}


@pytest.fixture
def editor(team):
    team.serve("--as", "ana")
    with a_browser() as browser:
        page = a_phone(browser, team, "light", seconds=60)
        page.goto("/plans/full-queue/edit")
        yield page
        assert page.problems == []


def text(page: Page) -> str:
    return page.get_by_label("The plan").input_value()


def look_at(page: Page, name: str) -> None:
    hold(page, name, SEVERE)
    for size in (SMALLEST, DESK, PHONE):
        page.set_viewport_size(size)
        fits(page, name)
    picture(page, name)


def finding(page: Page, rule: str):
    return page.locator(".finding").filter(has=page.locator(".rule", has_text=re.compile(f"^{rule}$"))).first


def test_what_is_wrong_is_said_beside_the_text_before_it_is_saved_and_after(editor: Page):
    page = editor
    for name, (pasted, rule, words, line, hint) in BAD.items():
        page.goto("/plans/full-queue/edit")
        page.get_by_label("The plan").fill(pasted)
        page.get_by_label("What changed").fill(f"Tried: {name}")
        press(page, page.get_by_role("button", name="Look at it first"))
        expect(main(page)).to_contain_text("Nothing is saved yet.")
        # Nothing that was typed is lost, and what is wrong is said with its place, its reason and what to do.
        assert text(page) == pasted, name
        assert page.get_by_label("What changed").input_value() == f"Tried: {name}"
        told = finding(page, rule)
        expect(told).to_be_visible()
        expect(told.locator(".finding-talk")).to_contain_text("Why")
        if words:
            expect(told.locator(".finding-message")).to_contain_text(re.compile(re.escape(words), re.I))
            expect(told).to_contain_text(hint)
        if line:
            expect(told.locator(".finding-line")).to_have_text(f"line {line}")
        look_at(page, f"editor-{name}")
        # It can be saved as it is: an unfinished plan is better than none, and it says so wherever it is read.
        done(page, "Save the plan")
        expect(finding(page, rule)).to_be_visible()
        page.goto("/plans/full-queue/edit")
        assert text(page) == pasted, name
    page.goto("/plans/full-queue")
    for size in (SMALLEST, PHONE):
        page.set_viewport_size(size)
        fits(page, "a plan of two thousand steps")
    page.goto("/plans/full-queue/edit")
    page.get_by_label("The plan").fill(GOOD)
    done(page, "Save the plan")
    expect(page.locator(".plan-step")).to_have_count(1)


def test_a_text_beyond_all_bounds_is_refused_with_both_numbers_and_kept(editor: Page):
    page = editor
    pasted = HEAD + "".join(
        f"| {number} | {'Empty the shard and look. ' * 20} | operations | 0 waiting | 5 min | | leave it |\n"
        for number in range(1, 1101)
    )
    size = len(pasted.encode())
    assert size > 512 * 1024
    page.get_by_label("The plan").fill(pasted)
    press(page, page.get_by_role("button", name="Save the plan"))
    expect(page.locator(".refused")).to_contain_text(re.compile(r"more than|possible|at most", re.I))
    assert text(page) == pasted
    assert "422 (" in page.problems.pop()


def test_two_who_write_at_once_see_each_other_s_text(editor: Page):
    page = editor
    page.get_by_label("The plan").fill(GOOD)
    done(page, "Save the plan")
    other = page.context.new_page()
    page.goto("/plans/full-queue/edit")
    other.goto("/plans/full-queue/edit")
    theirs, mine = GOOD.replace("Stop the import", "Stop the import for good"), GOOD.replace("5 min", "9 min")
    other.get_by_label("The plan").fill(theirs)
    done(other, "Save the plan")
    page.get_by_label("The plan").fill(mine)
    # Looking at it first does not make it younger than it is.
    press(page, page.get_by_role("button", name="Look at it first"))
    press(page, page.get_by_role("button", name="Save the plan"))
    expect(page.locator(".refused")).to_contain_text("Somebody saved this while you wrote")
    assert text(page) == mine
    assert page.get_by_label("What stands there now").input_value() == theirs
    see(page, "editor-stale")
    assert "412 (" in page.problems.pop()
    both = theirs.replace("5 min", "9 min")
    page.get_by_label("The plan").fill(both)
    done(page, "Save the plan")
    page.goto("/plans/full-queue/edit")
    assert text(page) == both
