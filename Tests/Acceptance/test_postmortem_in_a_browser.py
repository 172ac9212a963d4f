"""What comes after an incident, from its evidence to three published texts and actions that were seen to work."""

import json
import os
import pathlib
import re
import shutil

import pytest
from playwright.sync_api import Page, expect

from conftest import PACKAGE, Team, a_browser, a_phone, look
from postmortem_steps import Postmortem, day, done, fill, join, packed, press, unfold
from postmortem_stories import KNIGHT, SHOP, Story

#: Reading an archive of evidence in a debug build takes a while.
READING_MILLISECONDS = 300_000
ASKS = re.compile(r"^> \*\*Ask:\*\*.*\n?", re.M)


@pytest.mark.parametrize("story, scheme", [(SHOP, "dark"), (KNIGHT, "light")], ids=lambda value: getattr(value, "name", value))
def test_an_incident_becomes_a_published_postmortem(story: Story, scheme: str, team: Team):
    if not story.evidence.is_dir():
        pytest.skip(f"the evidence of {story.name} is not unpacked here: 'make corpora' does it")
    team.serve()
    with a_browser() as browser:
        ana, ben = (a_phone(browser, team, scheme, seconds=60) for _ in range(2))
        sign_up(ana, ben, team)
        record_the_incident(ana, team, story)
        written = begin(ana, story)
        tell_what_was_seen(written, Postmortem(ben), story)
        put_the_timeline_together(written, story)
        say_why(written, story)
        write_it(written, browser_tab(ana), story)
        follow_up(written, team, story)
        make_it_final(written, Postmortem(ben), story)
        show_it(written, story)
        pass_it_on(written, story, team)
        take_it_along(written, team, browser, story)
        assert ana.problems == [] and ben.problems == []


def browser_tab(page: Page) -> Page:
    """A second tab of the same browser."""
    tab = page.context.new_page()
    tab.scheme = page.scheme
    return tab


# Before the postmortem


def sign_up(ana: Page, ben: Page, team: Team) -> None:
    join(ana, re.search(r"http://127\.0\.0\.1:\d+(/welcome/\S+)", team.said()).group(1), "ana", "Ana Lund")
    ana.goto("/people")
    press(ana, ana.get_by_role("button", name="Make a one-time link"))
    link = re.search(r"/join/\S+", ana.locator("main").inner_text()).group(0)
    join(ben, link, "ben", "Ben Osei")
    expect(ben.get_by_role("link", name="Declare").first).to_be_visible()


def record_the_incident(page: Page, team: Team, story: Story) -> None:
    page.goto("/declare")
    unfold(page, "Record one that is over")
    fill(page, "backfill", {"title": story.incident, "severity": "1", "state": "resolved", "impact": story.impact,
                               "commander": "ana"} | {f"instants.{name}": at for name, at in story.instants.items()})
    press(page, page.get_by_role("button", name="Record it"))
    expect(page.get_by_role("heading", level=1)).to_have_text(story.incident)
    for note in story.notes:
        team.command("note", note[1], "--at", note[0], "-i", "INC-1", "--zone", "UTC")
    for decision in story.decisions:
        options = [word for name in ("at", "why", "known", "option") for word in (f"--{name}", decision[name])]
        team.command("decide", decision["what"], *options, "-i", "INC-1", "--zone", "UTC")

    page.goto("/incidents/INC-1")
    page.locator("#evidence-file").set_input_files(
        {"name": f"{story.name}.tar.gz", "mimeType": "application/gzip", "buffer": packed(story.evidence)})
    with page.expect_navigation(timeout=READING_MILLISECONDS):
        page.get_by_role("button", name="Bring them in").click(timeout=READING_MILLISECONDS)
    expect(page.locator("#evidence")).to_contain_text("sources")
    for title, standing, reason in story.suspects:
        card = page.locator("li.candidate").filter(has=page.locator(".candidate-title", has_text=title)).first
        unfold(page, title, within=card)
        unfold(page, "Judge it", within=card)
        card.get_by_label("How it stands").select_option(standing)
        card.get_by_label("What shows it").fill(reason)
        press(page, card.get_by_role("button", name="Record it"))
    look(page, f"{story.name}-incident", also_at_a_desk=True)


def begin(page: Page, story: Story) -> Postmortem:
    page.goto("/incidents/INC-1")
    press(page, page.get_by_role("button", name="Begin the postmortem"))
    expect(page).to_have_url(re.compile("/postmortems/PM-1"))
    look(page, f"{story.name}-begun", also_at_a_desk=True)
    written = Postmortem(page)
    written.go("/review")
    unfold(page, "Title, owner, people")
    fill(page, "details", {"title": story.title, "participants": "ana\nben"})
    done(page, "Save")
    return written


# What people saw


def tell_what_was_seen(ana: Postmortem, ben: Postmortem, story: Story) -> None:
    page = ana.go("/accounts")
    look(page, f"{story.name}-accounts-none")
    fill(page, "ask", {"people": "ana\nben"})
    done(page, "Ask them")
    ana.tell(story.accounts["ana"])
    look(page, f"{story.name}-accounts-told")
    page_of_ben = ben.go("/accounts")
    assert story.accounts["ana"]["surprised"] not in page_of_ben.locator("main").inner_text()
    assert "Everybody who was asked has told what they saw" in ana.gates()
    ben.tell(story.accounts["ben"])
    for written, other in ((ana, "ben"), (ben, "ana")):
        for place in ("/accounts", "", "/timeline"):
            assert story.accounts[other]["surprised"] not in written.go(place).content()
    page = ana.go("/accounts")
    unfold(page, "Open them to all readers")
    done(page, "Open the accounts")
    assert story.accounts["ben"]["surprised"] in page.locator("main").inner_text()
    assert story.accounts["ana"]["surprised"] in ben.go("/accounts").locator("main").inner_text()
    look(page, f"{story.name}-accounts-open", also_at_a_desk=True)


def quote(ana: Postmortem, story: Story) -> str:
    """Words of an account as they are quoted: by what somebody did, never by their name."""
    page = ana.go("/accounts")
    link = page.locator("dd").filter(has_text=story.quoted).get_by_role("link", name=re.compile("Quote"))
    link.click()
    text = page.get_by_label("In Markdown").input_value()
    quoted = text[text.rindex("\n\n") + 2:].strip()
    assert quoted.startswith("> " + story.quoted) and quoted.endswith("Commander") and "ana" not in quoted.lower().split()
    return quoted


# The timeline


def put_the_timeline_together(ana: Postmortem, story: Story) -> None:
    page = ana.go("/timeline")
    look(page, f"{story.name}-timeline-begun", also_at_a_desk=True)
    ana.keep_only([said for said, _ in story.lines])
    for index, (said, told) in enumerate(story.lines):
        ana.phrase(said, told, group=story.group if index < 2 else "")
    ana.take("moments", story.candidate)
    ana.take("entries", "decided: " + story.decisions[0]["what"])
    ana.take("accounts", story.accounts["ben"]["saw"][:40])
    lines = page.locator("li.line")
    assert lines.count() == len(story.lines) + 3
    expect(page.locator(".group-head h3").first).to_have_text(story.group)
    # A moment and an entry that say the same as another line go out again, one by one.
    for said in (story.candidate, "decided: " + story.decisions[0]["what"], story.accounts["ben"]["saw"][:40]):
        number = ana.numbers(said)[0]
        ana.go(f"/timeline?line={number}")
        done(page, f"Take L{number} out")
    if story.gap:
        form = page.locator("form.gap-form").first
        form.locator("textarea").fill(story.gap)
        done(page, "Answer", within=form)
        expect(page.locator(".line-gap").first).to_contain_text(story.gap)
    look(page, f"{story.name}-timeline", also_at_a_desk=True)


# Why


def say_why(ana: Postmortem, story: Story) -> None:
    page = ana.go("/causes")
    look(page, f"{story.name}-causes-begun")
    for number in range(page.locator("li.factor").count(), len(story.factors), -1):
        ana.drop_factor(number)
    for number, fields in story.factors.items():
        ana.change_factor(number, fields)
    for below, fields in story.reasons:
        ana.add_factor(below, fields)
    expect(page.locator("#factor-2 #factor-3")).to_contain_text(story.reasons[0][1]["text"])
    ana.add("Add what we believed", "assumption-new", story.assumption)
    ana.add("Add a piece of luck", "luck-new", {"text": story.luck})
    look(page, f"{story.name}-causes", also_at_a_desk=True)


# Words


def write_it(ana: Postmortem, tab: Page, story: Story) -> None:
    page = ana.page
    # The reviewer reads along: words that blame and say nothing get a finding beside them.
    ana.begin_writing("lessons").fill("The engineer should have been more careful.")
    page.get_by_role("button", name="Preview").click()
    expect(page.locator(".editor-findings .finding").first).to_be_visible()
    look(page, f"{story.name}-editor", also_at_a_desk=True)
    quoted = quote(ana, story)
    for section, words in story.sections.items():
        if section == "root-cause":
            begun = ana.begin_writing(section).input_value()
            decisions = ASKS.sub("", begun[begun.index("Decisions, each"):]).strip()
            words = f"{words}\n\n{quoted}\n\n<!-- only: internal, stakeholders -->\n{decisions}\n<!-- end only -->"
        ana.write(section, words + "\n")
    assert "**Ask:**" not in ana.go().content()

    # Two tabs, one section: the one that comes later sees both texts, and nothing is lost.
    words = story.sections["lessons"]
    mine, theirs = words + "\n\nMine, from the first tab.", words.replace(".**", ", always.**", 1)
    ana.begin_writing("lessons").fill(mine)
    Postmortem(tab).write("lessons", theirs)
    press(page, page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_role("heading", level=1)).to_contain_text("has changed since you opened it")
    for label, text in (("Your text", mine), ("Their text", theirs)):
        shown = page.get_by_label(label).input_value()
        assert shown.strip() == text, shown
    merged = page.get_by_label("The merged text").input_value()
    assert "Mine, from the first tab." in merged and ", always.**" in merged
    expect(page.locator(".difference ins").first).to_be_visible()
    look(page, f"{story.name}-stale", also_at_a_desk=True)
    page.get_by_label("The merged text").fill(words)
    done(page, "Save this text")
    assert [problem for problem in page.problems if "412 (Precondition Failed)" not in problem] == []
    page.problems.clear()


# What will be different


def follow_up(ana: Postmortem, team: Team, story: Story) -> None:
    page = ana.go("/actions")
    look(page, f"{story.name}-actions-none")
    for action in story.actions:
        ana.propose(action)
    for number in range(1, len(story.actions) + 1):
        ana.step(number, "Accept")
    run_the_checklist(ana, team, story)
    for number, seen in story.verified.items():
        ana.step(number, "It is done")
        if story is KNIGHT and number == 2:
            run_the_guard(ana, team)
        ana.step(number, "It is verified", seen)
        assert ana.state(number) == "Verified"
    look(page, f"{story.name}-actions", also_at_a_desk=True)
    page.goto("/actions")
    look(page, f"{story.name}-board", also_at_a_desk=True)


def run_the_checklist(ana: Postmortem, team: Team, story: Story) -> None:
    """The lesson becomes a line of the process; it stops the process once, and lets it go on once."""
    page = ana.page
    page.goto("/checklists?process=deploy")
    last = f"PM-1-A{len(story.actions) if story is KNIGHT else 4}"
    for index, line in enumerate(story.checklist):
        fill(page, "begin", {f"lines.{index}.text": line})
        page.locator(f"details.line-rest:has(#begin-lines-{index}-expects) > summary").click()
        fill(page, "begin", {
            f"lines.{index}.expects": ["yes", "words"][index], f"lines.{index}.incident": "INC-1",
            f"lines.{index}.action": last})
    look(page, f"{story.name}-checklist-begun")
    done(page, "Write it")
    for answer, mark in (("No", "stopped"), ("Yes", "good")):
        page.goto("/checklists/deploy/run")
        page.get_by_label("What for?").fill("the next release")
        page.locator("fieldset").first.get_by_label(answer, exact=True).check()
        if answer == "Yes":
            page.get_by_label("In words").fill("Nothing.")
        else:
            look(page, f"{story.name}-checklist-run", also_at_a_desk=True)
        press(page, page.get_by_role("button", name="Write it down"))
        look(page, f"{story.name}-checklist-{mark}")
    answers = ["--answer", "1=yes", "--answer", "2=nothing", "--subject", "the release after it"]
    assert "deploy" in team.command("checklist", "deploy", *answers).lower()
    team.command("checklist", "deploy", "--answer", "1=no", "--answer", "2=nothing", status=1)
    page.goto("/checklists/deploy")
    expect(page.locator("main")).to_contain_text("caught something 2 times")
    look(page, f"{story.name}-checklist", also_at_a_desk=True)


def run_the_guard(ana: Postmortem, team: Team) -> None:
    """Red on that morning's state, which opens the action again; green on a mended copy."""
    page, mended = ana.page, team.folder / "guards"
    shutil.copytree(PACKAGE / "Examples/knight-capital/guards", mended)
    guard = ["guard", "run", "all-servers-one-build", "--report", "--file"]
    assert "smars08" in team.command(*guard, str(mended / "mayday.yaml"), status=1)
    assert ana.state(2) == "Accepted"
    shutil.copy(mended / "servers/smars01/running.properties", mended / "servers/smars08/running.properties")
    team.command(*guard, str(mended / "mayday.yaml"))
    page.goto("/guards/all-servers-one-build")
    expect(page.locator("main")).to_contain_text("8 of 8 servers run build")
    look(page, "knight-guard", also_at_a_desk=True)
    ana.step(2, "It is done")


# Review


def make_it_final(ana: Postmortem, ben: Postmortem, story: Story) -> None:
    page = ana.page
    ana.go("/review")
    unfold(page, "Name reviewers")
    fill(page, "reviewers", {"people": "ben"})
    done(page, "Name them")
    assert ana.gates() == ["Every named reviewer has approved this revision"], page.locator(".gates").inner_text()
    look(page, f"{story.name}-review-gates", also_at_a_desk=True)
    fill(page, "review", {"note": "Please read it as somebody who was not there."})
    done(page, "Ask for a review")

    section, words, question = story.comment
    of_ben = ben.go()
    part = of_ben.locator(f"section#{section}, section.part-{section}").first
    part.locator(".begin-talk > summary").click()
    fill(of_ben, f"comment-{section}", {"quote": words, "text": question})
    done(of_ben, "Comment", within=part)
    expect(of_ben.locator("mark.passage").first).to_have_text(re.compile(re.escape(words[:20])))
    look(of_ben, f"{story.name}-commented", also_at_a_desk=True)

    ana.go("/review")
    unfold(page, "Answer")
    page.get_by_label("Your answer").fill("Good question: the factors say it, and the action that follows from it.")
    done(page, page.locator(".comment-acts").get_by_role("button", name="Answer", exact=True))
    done(page, page.get_by_role("button", name=re.compile("is settled$")))
    ben.go("/review")
    fill(of_ben, "verdict", {"note": "I was not there, and I can follow it."})
    done(of_ben, "I approve it")
    look(of_ben, f"{story.name}-approved")
    assert ana.gates() == []
    done(page, "Make it final")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Final")
    look(page, f"{story.name}-final", also_at_a_desk=True)
    page.get_by_role("link", name="See what would go out").click()
    expect(page).to_have_url(re.compile("/publish"))


def show_it(ana: Postmortem, story: Story) -> None:
    page = ana.go("/versions")
    look(page, f"{story.name}-versions", also_at_a_desk=True)
    press(page, page.get_by_role("button", name="Compare"))
    expect(page.get_by_role("heading", name=re.compile("From version"))).to_be_visible()
    look(page, f"{story.name}-compared")

    ana.go("/present")
    look(page, f"{story.name}-present", also_at_a_desk=True)
    screens = page.locator(".screen").count()
    for number in range(2, screens + 1):
        page.keyboard.press("ArrowRight")
        expect(page.locator(".present-place")).to_have_text(f"{number} of {screens}")
    page.keyboard.press("Home")
    expect(page.locator(".present-place")).to_have_text(f"1 of {screens}")
    ana.page.goto("/postmortems?stage=final")
    expect(page.locator(".postmortem-row")).to_have_count(1)
    look(page, f"{story.name}-list", also_at_a_desk=True)


# Three texts


def pass_it_on(ana: Postmortem, story: Story, team: Team) -> None:
    page = ana.page
    for audience in ("internal", "stakeholders", "public"):
        text = ana.see(audience, story.openings[audience])
        assert audience == "internal" or "We are sorry" in text
        if audience != "internal":
            expect(page.get_by_role("heading", name="From the document to this text")).to_be_visible()
            expect(page.locator(".difference del").first).to_be_visible()
        look(page, f"{story.name}-publish-{audience}", also_at_a_desk=True)
        ana.publish(on_status_page=audience == "public")
        out = page.request.get(f"/api/v1/postmortems/PM-1/publications/{audience}")
        assert out.ok, out.text()
        keep(story, audience, out.json()["markdown"])
    withhold(text, story)

    outside = browser_tab(page)
    outside.goto("/status")
    path = status_place(outside)
    outside.goto(path)
    look(outside, f"{story.name}-public", also_at_a_desk=True)
    withhold(outside.locator("main").inner_text(), story)
    assert "We are sorry" in outside.locator("main").inner_text()

    ana.go("/publish?audience=public")
    unfold(page, re.compile("Take it back", re.I))
    page.get_by_label(re.compile("^Why")).first.fill("A figure is looked at again.")
    done(page, page.get_by_role("button", name=re.compile("Take it back")))
    # Browsers keep a page of the status site for some seconds: this asks the server.
    assert outside.request.get(path).status == 404
    ana.see("public", story.openings["public"])
    ana.publish(on_status_page=True)
    assert outside.request.get(status_place(outside)).ok


def status_place(outside: Page) -> str:
    for page in ("/status", "/status/history"):
        outside.goto(page)
        link = outside.locator("a[href*='/status/postmortems/']")
        if link.count():
            return link.first.get_attribute("href")
    raise AssertionError("no page of the status site leads to the postmortem")


def withhold(text: str, story: Story) -> None:
    for word in story.inside:
        assert not re.search(rf"\b{re.escape(word)}\b", text, re.I), f"‘{word}’ is in the public text"


def keep(story: Story, audience: str, text: str) -> None:
    if folder := os.environ.get("MAYDAY_TEXTS"):
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
        (pathlib.Path(folder) / f"{story.name}-{audience}.md").write_text(text)


# Along


def take_it_along(ana: Postmortem, team: Team, browser, story: Story) -> None:
    page = ana.go()
    look(page, f"{story.name}-document", also_at_a_desk=True)
    files = {}
    for words, suffix in (("Markdown", "md"), ("one HTML file", "html"), ("JSON", "json")):
        with page.expect_download() as download:
            page.locator(".exports").get_by_role("link", name=words).click()
        files[suffix] = team.folder / f"PM-1.{suffix}"
        download.value.save_as(files[suffix])
        assert download.value.suggested_filename == f"PM-1.{suffix}"
    assert json.loads(files["json"].read_text())["details"]["title"] == story.title
    assert story.title in files["html"].read_text()
    for section in ("Executive summary", "Root cause analysis", "Timeline of events", "Action items"):
        assert section in files["md"].read_text()
    other = Team()
    try:
        other.command("import", str(files["md"]))
        assert other.json("postmortem", "show", "PM-1")["details"]["title"] == story.title
    finally:
        other.close()
    printed = team.folder / "PM-1.pdf"
    page.pdf(path=printed, format="A4")
    pages = re.findall(rb"/Type\s*/Page\b(?!s)", printed.read_bytes())
    assert len(pages) > 1
    assert b"/Font" in printed.read_bytes()
