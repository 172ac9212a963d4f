"""How safe people feel to speak: asked on phones, with and without script and in a terminal, and read by all of them."""

import json
import os
import subprocess

import pytest
from playwright.sync_api import Page, expect

from conftest import PHONE, a_browser, a_phone, binary, look
from survey_steps import mark, sign_in

PEOPLE = ["ben", "cem", "dua", "eva", "finn"]


@pytest.fixture
def asked(team):
    """A team of six, the first of them an administrator, and a round that is open."""
    team.serve()
    token = team.sign_up()
    for name in PEOPLE:
        team.add_account(name)
    opened = team.json(
        "survey", "open", "--team", "Checkout", "--people", ",".join(["ana", *PEOPLE]), server=True, token=token
    )
    assert opened["id"] == 1
    team.token = token
    return team


def on_the_way(page: Page) -> list:
    """What goes to the address that takes answers, with all its headers."""
    sent = []
    page.on("request", lambda one: sent.append(one) if one.url.endswith("/safety/answers") else None)
    return sent


def test_six_people_answer_and_read_the_same(asked):
    team = asked
    phones = []
    with a_browser() as browser:
        for number, name in enumerate(["ana", *PEOPLE[:3]]):
            page = a_phone(browser, team, "light" if number % 2 else "dark", seconds=30)
            sign_in(page, name)
            page.goto("/safety")
            if number < 2:
                look(page, "safety-asked", also_at_a_desk=True)
            page.get_by_role("link", name="Answer seven statements").click()
            expect(page.get_by_role("button", name="Send my answer")).to_be_visible()
            expect(page.get_by_role("button", name="Draw my ticket here")).to_be_hidden()
            sent = on_the_way(page)
            mark(page, [2 + number % 2, 6, 2, 5, 6, 5, 4])
            if number < 2:
                look(page, "safety-answer", also_at_a_desk=True)
            page.get_by_role("button", name="Send my answer").click()
            expect(page.locator(".survey-after")).to_contain_text("waits with others")
            assert len(sent) == 1
            assert "cookie" not in sent[0].all_headers() and "referer" not in sent[0].all_headers()
            assert set(json.loads(sent[0].post_data)) == {"round", "ticket", "signature", "answers"}
            assert not page.problems
            phones.append(page)

        # Without script the server makes the ticket, and says so.
        context = browser.new_context(base_url=team.url, viewport=PHONE, java_script_enabled=False)
        page = context.new_page()
        sign_in(page, "eva")
        page.goto("/safety/answer")
        page.get_by_role("button", name="Draw my ticket here").click()
        expect(page.locator("main")).to_contain_text("The server made this ticket in its memory")
        mark(page, [3, 5, 3, 4, 5, 4, 4])
        page.get_by_role("button", name="Send my answer").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
        context.close()

        # One of six does not answer; while the round is open, nobody sees a result.
        terminal = team.command("survey", server=True, token=team.token)
        assert "5 of 6 have drawn a ticket" in terminal

        shown = team.json("survey", server=True, token=team.token)
        assert "result" not in shown["teams"][0]["rounds"][0]

        # Every phone has its answer still, and sends it again; it stays one answer.
        phones[1].goto("/safety/answer?round=1")
        expect(phones[1].locator(".survey-after")).to_contain_text("waits with others")

        closed = team.json("survey", "close", "1", server=True, token=team.token)
        assert closed["result"]["answered"] == 5
        # Turned: 6, 5, 6, 5, 5 and so on; the mean of the first statement is 5.4.
        assert closed["result"]["items"][0]["value"] == 5.4
        for page in phones[:2]:
            page.goto("/safety")
            expect(page.locator("main")).to_contain_text("5 of 6 answered")
            look(page, "safety", also_at_a_desk=True)
            page.goto("/safety/why")
            look(page, "safety-why", also_at_a_desk=True)
            page.goto("/safety/answer")
            look(page, "safety-nothing-asked")
            assert page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('mayday survey')).length") == 0


def test_a_terminal_answers_and_a_record_alone_says_why_it_cannot(asked):
    team = asked
    environment = {
        **os.environ, "MAYDAY_URL": team.url, "MAYDAY_TOKEN": team.token, "COLUMNS": "80",
    }
    done = subprocess.run(
        [binary(), "survey", "answer"], input="1\n7\nnine\n1\n6\n2\n6\n7\n", env=environment, text=True,
        capture_output=True, timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "Your answer waits in the server's memory" in done.stdout
    assert "'nine' is not a number from 1 to 7." in done.stderr
    again = subprocess.run(
        [binary(), "survey", "answer"], input="1\n", env=environment, text=True, capture_output=True, timeout=120
    )
    assert again.returncode == 2
    assert "no round waits for your answer" in again.stderr
    alone = subprocess.run(
        [binary(), "survey", "answer", "--record", str(team.record)], env={**os.environ}, text=True,
        capture_output=True, timeout=120,
    )
    assert alone.returncode == 2
    assert "answering needs a server" in alone.stderr
    closing = subprocess.run(
        [binary(), "survey", "close", "1", "--record", str(team.record)], env={**os.environ}, text=True,
        capture_output=True, timeout=120,
    )
    assert closing.returncode == 2
    assert "closing a round needs a server" in closing.stderr


def test_a_server_started_anew_is_sent_what_waited(asked):
    team = asked
    with a_browser() as browser:
        phones = []
        for name in ["ben", "cem"]:
            page = a_phone(browser, team, "light", seconds=30)
            sign_in(page, name)
            page.goto("/safety/answer")
            mark(page, [1, 7, 1, 7, 1, 7, 7])
            page.get_by_role("button", name="Send my answer").click()
            expect(page.locator(".survey-after")).to_contain_text("waits with others")
            phones.append(page)
        port = team.url.rsplit(":", 1)[1]
        team.process.kill()
        team.process.wait(timeout=30)
        (team.folder / "server.log").write_text("")
        team.serve("--listen", f"127.0.0.1:{port}")
        sent = on_the_way(phones[0])
        phones[0].goto("/safety/answer")
        expect(phones[0].locator(".survey-after")).to_contain_text("waits with others")
        assert len(sent) == 1
        # Forgetting is a button away.
        phones[0].get_by_role("button", name="Forget my answer in this browser").click()
        expect(phones[0].locator(".survey-after")).to_contain_text("has forgotten your answer")
