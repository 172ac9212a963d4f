"""A team's year: plans, people, a drill, a survey, a reading, an incident that follows its plan, and the booklet for the shelf."""

import re
import unicodedata

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

import drill_steps
from conftest import a_browser
from keyboard_steps import enter, open_fold, tab_to, type_into, walk
from postmortem_steps import done, fill, press, unfold
from survey_steps import mark
from year_steps import (
    TEAM, Year, add_person, agree_on_role, cover, fill_in_the_plans, fill_the_rest, give_role, main, next_steps, risks, see,
)

#: Where a team sees what it is ready for; each is looked at by whoever may, and walked through by keyboard.
PAGES = {
    "readiness": "/readiness", "plans": "/plans", "plan": "/plans/wrong-certificate",
    "plan-editor": "/plans/wrong-certificate/edit", "people": "/readiness/people", "person": "/readiness/people/1",
    "booklet": "/readiness/booklet", "shelf": "/reading", "reading": "/reading/gitlab-2017", "safety": "/safety",
    "why": "/safety/why", "policy": "/policy", "drills": "/drills", "drill": "/drills/1", "outcome": "/drills/1/outcome",
    "scenarios": "/scenarios",
}


#: A plan of the team's own: the worst that could hit them, with a role that is no role yet.
PRINTER = """---
plan: the-label-printer-stops
title: The label printer stops
when: orders wait at the packing table
likelihood: likely
impact: severe
recover-within: 2 h
review-by: 2099-01-01
owner: operations
---
# The label printer stops

## Steps
| # | do | who | until one sees | within | after | if it fails |
|---|----|-----|----------------|--------|-------|-------------|
| 1 | Declare the incident | commander | the incident with who leads | 5 min | | whoever saw it first leads |
| 2 | Switch to the second printer | warehouse | ten labels on the table | 20 min | 1 | write labels by hand |

## Communication
| audience | first word within | then every | who | what |
|---|---|---|---|---|
| internal | 15 min | 30 min | commander | which orders wait |
| stakeholders | 30 min | 60 min | communications | what is late |
| customers | 30 min | 60 min | communications | parcels are late |
"""


@pytest.fixture
def year(team):
    with a_browser() as browser:
        yield Year(team, browser)


def test_a_teams_year(year: Year):
    january_plans(year)
    january_people(year)
    january_gaps_are_mended(year)
    drill_steps.the_drill(year)  # February
    april_six_answer(year)
    april_four_answer(year)
    june_a_reading(year)
    incident = september_the_plan_is_followed(year)
    september_the_plan_changes(year, incident)
    december_the_booklet(year)
    december_everybody_looks(year)
    december_by_keyboard(year)
    assert year.problems == []


# January: what could hit us, and who is there


def january_plans(year: Year) -> None:
    page = year.ana
    page.goto("/readiness")
    expect(main(page)).to_contain_text("There is no plan yet")
    see(page, "year-readiness-empty")
    enter(page, "Adopt the starter plans")
    see(page, "year-plans-empty")
    enter(page, "Adopt all 10")
    expect(page.locator(".flash")).to_be_visible()
    expect(page.locator(".register tbody tr")).to_have_count(10)
    ranks = risks(page)
    assert ranks == sorted(ranks, reverse=True) and ranks[0] > ranks[-1], ranks
    assert "wrong-certificate" in year.say("plan", "list")
    press(page, page.get_by_role("link", name="A certificate is expired"))
    expect(page.locator(".plan-step")).to_have_count(13)
    see(page, "year-plan")

    # One of their own, begun by keyboard; it speaks of a role that nobody agreed on.
    page = year.cem
    page.goto("/plans")
    open_fold(page, "Begin a plan of your own")
    type_into(page, "What happens", "The label printer stops")
    enter(page, "Go on", "button")
    text = page.get_by_label("The plan")
    text.fill(PRINTER)
    done(page, "Save the plan")
    finding = page.locator(".finding").filter(has_text="step 2 is for 'warehouse', which is no role and nobody known")
    expect(finding).to_contain_text("On the day nobody will answer to that name.")
    expect(finding.locator(".finding-line")).to_have_text(f"line {PRINTER[:PRINTER.index('Switch to')].count(chr(10)) + 1}")
    page.goto("/plans")
    assert risks(page) == sorted(risks(page), reverse=True) and len(risks(page)) == 11


def january_people(year: Year) -> None:
    page = year.ana
    assert "Say who can be called, and for which role" in next_steps(page)
    # The first of them by keyboard alone.
    enter(page, "Say who can be called")
    type_into(page, "Name", "Ana Lund")
    for role, choice in (("Commander", "Yes, asked first"),):
        tab_to(page, role, "select")
        page.keyboard.type(choice)
    tab_to(page, "Way to reach them")
    page.keyboard.type("telephone")
    page.keyboard.press("Tab")
    page.keyboard.type("+49 30 555 0101")
    enter(page, "Add them", "button")
    expect(page.locator(".person-list")).to_contain_text("telephone: +49 30 555 0101")

    add_person(page, "Ben Osei", {"Operations": "first", "Commander": "next"}, "+49 30 555 0102")
    add_person(page, "Cem Arik", {"Communications": "first"}, "+49 30 555 0103", away=(10, 14))
    add_person(year.dua, "Dua Rahman", {"Commander": "next", "Scribe": "learning"}, "+49 30 555 0104")
    year.say("people", "add", "Eva Holm", "--role", "commander=learning", "--contact", "telephone=+49 30 555 0105")
    add_person(page, "Finn Moreau", {"Communications": "learning"}, "+49 30 555 0106")
    see(page, "year-people-gaps")


def january_gaps_are_mended(year: Year) -> None:
    page = year.ana
    steps = next_steps(page)
    assert any(step.startswith("Find somebody who can be Scribe") for step in steps)
    gap = next(step for step in steps if "nobody can be Communications" in step)
    assert "Cem Arik is away" in gap
    assert "Hangs on Ben Osei" in cover(page, "Operations") and "Nobody can" in cover(page, "Scribe")
    assert "Hangs on Cem Arik" in cover(page, "Communications")
    expect(page.locator(".register")).to_contain_text("Step 2 is for 'warehouse', which is no role and nobody known")
    see(page, "year-readiness-gaps")

    give_role(page, "Dua Rahman", {"Scribe": "next"})
    assert not any(step.startswith("Find somebody who can be Scribe") for step in next_steps(page))
    assert "Nobody can" not in cover(page, "Scribe")
    give_role(page, "Finn Moreau", {"Communications": "next", "Scribe": "next"})
    assert not any("Communications" in step for step in next_steps(page))
    assert "Nobody" not in cover(page, "Communications") and "Hangs" not in cover(page, "Communications")
    give_role(page, "Eva Holm", {"Operations": "next"})
    assert "Hangs" not in cover(page, "Operations")

    agree_on_role(page, "warehouse", "Warehouse", "Keeps parcels moving while it lasts, by hand where need be.")
    # Now it is a role, and the page asks who fills it.
    assert "Nobody can" in cover(page, "Warehouse")
    expect(page.locator(".register")).not_to_contain_text("which is no role and nobody known")
    fill_the_rest(page, "Eva Holm", "first")
    fill_the_rest(page, "Finn Moreau", "next")
    # A plan whose telephone numbers nobody filled in is not ready, whatever else it has.
    assert any(step.startswith("Mend “") and "⟨" in step for step in next_steps(page)), next_steps(page)
    fill_in_the_plans(year)
    steps = next_steps(page)
    assert all(step.startswith("Play “") for step in steps), steps
    assert page.locator(".cover-trouble").count() == 0
    filled, roles = page.locator(".ready-sum dd").nth(1).inner_text().split(" of ")
    assert filled == roles
    see(page, "year-readiness")


# April: is it safe to speak?


def open_round(page: Page, team: str, people: list[str]) -> None:
    page.goto("/safety")
    unfold(page, "Open a round")
    fill(page, "open-round", {"team": team, "people": "\n".join(people)})
    press(page, page.get_by_role("button", name="Open the round"))


def answer(page: Page, values: list[int]) -> None:
    """Answers with a thumb: a page is opened, seven taps, one more to send."""
    page.goto("/safety")
    page.get_by_role("link", name="Answer seven statements").click()
    expect(page.get_by_role("button", name="Send my answer")).to_be_visible()
    mark(page, values)
    page.get_by_role("button", name="Send my answer").click()
    expect(page.locator(".survey-thanks")).to_contain_text("Thank you")


def close_round(page: Page) -> None:
    page.goto("/safety")
    done(page, page.get_by_role("button", name="Close the round of Checkout now"))


def april_six_answer(year: Year) -> None:
    page = year.ana
    page.goto("/safety")
    see(page, "year-safety-empty")
    # Four are too few to be asked: the page says so, and what was typed stands there still.
    open_round(page, "Checkout", ["ana", "ben", "cem", "dua"])
    expect(page.locator(".refused")).to_contain_text(re.compile("five|5"))
    assert page.get_by_label("Who is asked").input_value() == "ana\nben\ncem\ndua"
    assert "422 (" in page.problems.pop()
    open_round(page, "Checkout", [person.handle for person in TEAM])
    expect(page.locator(".flash")).to_be_visible()
    answers = [[2, 6, 2, 5, 6, 5, 6], [1, 6, 3, 4, 6, 5, 5], [3, 5, 2, 3, 5, 6, 6], [2, 7, 1, 4, 6, 5, 5], [2, 6, 2, 5, 7, 5, 6]]
    for person, values in zip(TEAM, answers):
        if person.handle == "ben":
            answer_by_keyboard(year.ben, values)
        else:
            answer(year.people[person.handle], values)
        year.people[person.handle].goto("/safety")
        assert "Statement by statement" not in main(year.people[person.handle]).inner_text()
    year.finn.goto("/safety/answer")
    see(year.finn, "year-answer")
    answer(year.finn, [2, 5, 2, 4, 6, 4, 6])
    close_round(page)
    # Turned so that more is better: 6, 7, 5, 6, 6, 6 for the first statement.
    for person in TEAM:
        shown = year.people[person.handle]
        shown.goto("/safety")
        expect(main(shown)).to_contain_text("6 of 6 answered")
        expect(shown.locator(".survey-means li").first).to_contain_text("6.0")
        assert person.role == "administrator" or shown.get_by_role("button", name="Open the round").count() == 0
    see(year.eva, "year-safety-six")


def answer_by_keyboard(page: Page, values: list[int]) -> None:
    walk(page, "/safety/answer")
    page.goto("/safety")
    enter(page, "Answer seven statements")
    for number, value in enumerate(values, 1):
        tab_to(page, "1, ", "input")
        # From the first of seven to the one that is meant, as radio buttons are walked through.
        page.keyboard.press("Space")
        for _ in range(value - 1):
            page.keyboard.press("ArrowRight")
        assert page.locator(f"input[name='answer.{number}']:checked").get_attribute("value") == str(value)
    tab_to(page, "Send my answer", "button")
    page.keyboard.press("Enter")
    expect(page.locator(".survey-thanks")).to_contain_text("Thank you")


def april_four_answer(year: Year) -> None:
    page = year.ana
    open_round(page, "Checkout", [person.handle for person in TEAM])
    for person in TEAM[:4]:
        answer(year.people[person.handle], [7, 1, 7, 1, 7, 1, 1])
    close_round(page)
    page.goto("/safety")
    expect(page.locator(".survey-none")).to_have_text("Fewer than five answered; nothing was kept.")
    # What is shown is what six said before, unchanged by the four.
    expect(page.locator(".survey-means li").first).to_contain_text("6.0")
    see(page, "year-safety-four")


# June: what happened to others


def june_a_reading(year: Year) -> None:
    team, page = year.team, year.cem
    year.say("component", "add", "orders", "Orders", "--description", "PostgreSQL with one standby")
    page.goto("/reading")
    expect(page.locator(".next-why")).to_contain_text("You run PostgreSQL (Orders).")
    see(page, "year-shelf")
    press(page, page.locator("#shelf-title").locator("xpath=ancestor::section").get_by_role("link", name=re.compile("GitLab")).first)
    see(page, "year-reading")
    # One line goes into the checklist of a process of ours.
    line = page.locator(".adopt-lines li").filter(has_text="When was the newest backup last restored")
    press(page, line.get_by_role("button"))
    line = page.locator(".adopt-lines li").filter(has_text="When was the newest backup last restored")
    expect(line.locator(".read-mark")).to_contain_text("In your checklist")
    press(page, line.get_by_role("link", name="your checklist"))
    expect(main(page)).to_contain_text("When was the newest backup last restored")

    adopt_guard(year)

    page.goto("/reading/gitlab-2017")
    type_into(page, "What the circle noted", "We restore the newest copy every first Tuesday.")
    enter(page, "Mark as read", "button")
    expect(page.locator("#circles")).to_contain_text("every first Tuesday")
    # The next one is another, and says why it is for us.
    page.goto("/reading")
    assert "GitLab" not in page.locator(".next-read h2").inner_text()
    expect(page.locator(".next-why")).to_contain_text("Your plan wrong-certificate speaks of TLS and certificates.")
    expect(main(page)).to_contain_text("1 of them read")
    see(page, "year-shelf-read")


def adopt_guard(year: Year) -> None:
    """The command that the page shows, typed in a terminal; then the guard keeps watch."""
    team, page = year.team, year.cem
    page.goto("/reading/gitlab-2017")
    command = page.locator("#guard-newest-backup-is-real .commands code").inner_text()
    assert command.startswith("mayday read ")
    year.say(*command.split()[1:])
    written = team.folder / "mayday.yaml"
    backups = team.folder / "backups"
    backups.mkdir()
    # What its comments ask to be changed: the folder, and the smallest size.
    written.write_text(written.read_text().replace("/var/backups/database", str(backups)).replace("+1000000k", "+2k"))
    assert "good backup: none" in year.say("guard", "run", "newest-backup-is-real", status=1)
    (backups / "orders.dump").write_bytes(b"x" * 8192)
    assert "orders.dump" in year.say("guard", "run", "newest-backup-is-real", "--report")
    page.goto("/guards")
    expect(main(page)).to_contain_text("The newest backup is young and not too small")


# September: it comes


def september_the_plan_is_followed(year: Year) -> str:
    page = year.ben
    page.goto("/declare")
    page.get_by_label("What is wrong?").fill("Browsers warn about our shop: certificate has expired")
    press(page, page.get_by_role("button", name="Declare", exact=True))
    incident = re.search(r"INC-\d+", page.url).group(0)
    offer = page.locator(".plan-choice li").first
    expect(offer).to_contain_text("A certificate is expired or does not fit its name")
    assert "certificate" in offer.locator(".section-note").first.inner_text().lower()
    see(page, "year-incident-offered")
    done(page, page.get_by_role("button", name="Follow the plan: A certificate is expired"))
    followed = page.locator("#plan-1")
    expect(followed).to_contain_text("0 of 14 steps through")
    expect(followed.locator(".plan-now").first).to_contain_text("Until one sees: the incident is open")

    # One as the plan has it, one with what was seen, one done another way, one from a terminal.
    done(page, page.get_by_role("button", name="Done: Declare the incident and take the lead"))
    tick(page, "2", "What you saw", "shop.example ended today at 00:00 UTC, seen from two networks", "Done, with this")
    tick(page, "3", "What was done instead", "Called the three largest partners: the status page showed the warning too",
         "Done another way")
    year.say("plan", "tick", "4", "support has the words", "-i", incident)
    page.goto(f"/incidents/{incident}")
    expect(page.locator("#plan-1")).to_contain_text("4 of 14 steps through")
    unfold(page, "All steps", within=page.locator("#plan-1"))
    expect(page.locator("#plan-1 .plan-done").nth(1)).to_contain_text("seen from two networks")
    expect(page.locator("#plan-1 .plan-replaced")).to_contain_text("done another way")
    expect(page.locator("#timeline")).to_contain_text("Called the three largest partners")
    see(page, "year-incident-followed")
    return incident


def tick(page: Page, step: str, label: str, words: str, button: str) -> None:
    row = page.locator(f"#plan-1-step-{step}")
    row.locator("summary").click()
    row.get_by_label(label).fill(words)
    done(page, button, within=row)


def september_the_plan_changes(year: Year, incident: str) -> None:
    """The plan is written anew by keyboard while the incident runs; the incident keeps the steps it began with."""
    page = year.dua
    page.goto("/plans/wrong-certificate")
    enter(page, "Change it")
    text = page.get_by_label("The plan")
    before = text.input_value()
    tab_to(page, "The plan", "textarea")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(before.replace("Declare the incident and take the lead", "Sound the horn and take the lead"))
    type_into(page, "What changed", "We sound the horn first.")
    enter(page, "Save the plan", "button")
    expect(page.locator(".plan-step-task").first).to_have_text("Sound the horn and take the lead")
    expect(page.locator("details").filter(has_text="Saved 4 times")).to_have_count(1)

    page = year.ben
    page.goto(f"/incidents/{incident}")
    shown = page.locator("#plan-1")
    unfold(page, "All steps", within=shown)
    expect(shown).to_contain_text("Declare the incident and take the lead")
    assert "Sound the horn" not in main(page).inner_text()
    while (left := shown.locator(".plan-now .tick-off")).count():
        done(page, left.first)
    expect(shown).to_contain_text("All 14 steps are through.")
    done(page, page.get_by_role("button", name=re.compile("Users are well again")))
    done(page, page.get_by_role("button", name=re.compile("It is over")))
    expect(page.locator("#state")).to_contain_text(re.compile("resolved", re.I))
    see(page, "year-incident-resolved")


# December: the shelf


def december_the_booklet(year: Year) -> None:
    page = year.ana
    page.goto("/readiness/booklet")
    printed = year.team.folder / "booklet.pdf"
    page.pdf(path=printed, format="A4")
    # Letters that a font joins are taken apart again.
    texts = [unicodedata.normalize("NFKC", sheet.extract_text()) for sheet in PdfReader(printed).pages]
    sheets = [" ".join(text.split()) for text in texts]
    text = " ".join(sheets)
    # Ten plans, each from a sheet of its own; more than a ring binder's worth would not be taken along.
    assert 12 <= len(sheets) <= 90, len(sheets)
    assert "When it comes" in sheets[0] and "The first five minutes" in sheets[0]
    for words in (
        "Sound the horn and take the lead", "A certificate is expired or does not fit its name",
        "Files are encrypted and somebody asks for money", "Only one person knows how, and is away",
        "+49 30 555 0101", "Dua Rahman", "Who is told, and how soon",
    ):
        assert words in text, words
    for left_out in ("Sign out", "Skip to the content", "Declare an incident", "The design language"):
        assert left_out not in text, left_out
    assert not [number for number, sheet in enumerate(sheets, 1) if len(sheet) < 20], "a sheet is empty"


def december_everybody_looks(year: Year) -> None:
    """What somebody may not do is not offered to them, and refused where they try."""
    for name, path in PAGES.items():
        page = year.eva
        response = page.goto(path)
        if name in ("plan-editor", "person"):
            assert response.status == 403
            expect(page.get_by_role("heading", level=1)).to_have_text("This is not open to you")
            assert "403 (" in page.problems.pop()
            continue
        assert main(page).locator("form[method=post]").count() == 0, f"{path} offers a viewer what they may not do"
        for link in main(page).locator("a[href]").evaluate_all("all => all.map((one) => one.getAttribute('href'))"):
            assert not re.search(r"/edit$|/people/\d+$|^/declare", link), f"{path} leads a viewer to {link}"
        assert "+49 30 555" not in main(page).inner_text(), f"{path} shows a viewer how to reach people"
    for path in ("/safety", "/policy"):
        year.dua.goto(path)
        assert main(year.dua).get_by_role("button", name=re.compile("Open the round|Close the round")).count() == 0
        assert main(year.dua).get_by_role("link", name="Agree on it anew").count() == 0
    for name in ("plans", "plan-editor", "person", "booklet", "why", "policy"):
        year.ana.goto(PAGES[name])
        see(year.ana, f"year-{name}")


def december_by_keyboard(year: Year) -> None:
    page = year.dua
    for path in PAGES.values():
        walk(page, path)
