"""The built program as other programs meet it: a server on a record of its own, and the terminal beside it."""

import contextlib
import html
import http.cookiejar
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
READY_SECONDS_MAX = 30
COMMAND_SECONDS_MAX = 900
PASSWORD = "a boat of folded paper"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


def binary() -> str:
    """The program: `MAYDAY_BINARY`, or the debug build that the other tests made."""
    path = os.environ.get("MAYDAY_BINARY") or str(PACKAGE / ".build" / "debug" / "mayday")
    if not os.access(path, os.X_OK):
        pytest.fail(f"{path} is not there: run 'swift build --product mayday' first, or 'make test'")
    return path


class Team:
    """A record in a folder of its own, its server, and commands on either."""

    def __init__(self) -> None:
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="mayday-acceptance-"))
        self.record = self.folder / "record.sqlite"
        self.url = ""
        self.log = open(self.folder / "server.log", "w+")
        self.process: subprocess.Popen | None = None

    def command(
        self, *words: str, status: int = 0, server: bool = False, token: str = "", typed: str | None = None
    ) -> str:
        """Runs a command on the record (or on the server) and answers what it printed; `typed` is its input."""
        environment = {**os.environ, "MAYDAY_RECORD": str(self.record), "COLUMNS": "80", "MAYDAY_USER": "ana"}
        environment.pop("MAYDAY_URL", None)
        if server:
            environment |= {"MAYDAY_URL": self.url, "MAYDAY_TOKEN": token}
        done = subprocess.run(
            [binary(), *words], env=environment, cwd=self.folder, capture_output=True, text=True,
            timeout=COMMAND_SECONDS_MAX, input=typed,
        )
        assert done.returncode == status, f"mayday {words}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def json(self, *words: str, **options) -> dict:
        return json.loads(self.command(*words, "--format", "json", **options))

    def serve(self, *options: str) -> "Team":
        self.process = subprocess.Popen(
            [binary(), "serve", "--record", str(self.record), "--listen", "127.0.0.1:0", *options],
            stdout=self.log, stderr=subprocess.STDOUT, cwd=self.folder,
        )
        until = time.monotonic() + READY_SECONDS_MAX
        while time.monotonic() < until:
            text = self.said()
            found = re.search(r"http://127\.0\.0\.1:\d+", text)
            if found:
                self.url = found.group(0)
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        pytest.fail(f"the server did not come up:\n{self.said()}")

    def said(self) -> str:
        """All that the server has said so far."""
        return (self.folder / "server.log").read_text()

    def sign_up(self) -> str:
        """Makes the first account by the link that the server printed, and answers a token of it."""
        until = time.monotonic() + READY_SECONDS_MAX
        while not (found := re.search(r"http://\S+/welcome/\S+\s", self.said())) and time.monotonic() < until:
            time.sleep(0.05)
        assert found, f"the server showed no link for the first account:\n{self.said()}"
        link = found.group(0).strip()
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        page = browser.open(link, timeout=90).read().decode()
        csrf = html.unescape(re.search(r'name="_csrf" value="([^"]+)"', page).group(1))
        fields = {"_csrf": csrf, "displayName": "Ana", "handle": "ana", "password": PASSWORD}
        browser.open(link, urllib.parse.urlencode(fields).encode(), timeout=90).read()
        return self.command("token", "create", "--label", "tests", "--scope", "respond", "--scope", "administer").strip()

    def add_account(self, handle: str, *options: str) -> None:
        self.command("account", "add", handle, *options, typed=PASSWORD + "\n")

    def get(self, path: str) -> bytes:
        with urllib.request.urlopen(self.url + path, timeout=90) as answer:
            return answer.read()

    def close(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=90)
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)


@pytest.fixture
def team():
    team = Team()
    yield team
    team.close()


def chromium() -> str:
    for path in (os.environ.get("MAYDAY_CHROMIUM", ""), "/usr/bin/chromium", "/usr/bin/chromium-browser"):
        if path and os.access(path, os.X_OK):
            return path
    pytest.fail("no Chromium is installed: 'make setup' installs the distribution's")


@contextlib.contextmanager
def a_browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


def a_phone(browser: Browser, team: Team, scheme: str, seconds: int = 15) -> Page:
    """Somebody's own phone, which notes what its browser complains of."""
    context = browser.new_context(base_url=team.url, viewport=PHONE, color_scheme=scheme, has_touch=True)
    page = context.new_page()
    page.set_default_timeout(seconds * 1000)
    page.problems = []
    page.on("console", lambda line: page.problems.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.scheme = scheme
    return page


def look(page: Page, name: str, also_at_a_desk: bool = False) -> None:
    """Holds a page against the checker of accessibility and its width; keeps a picture where one is wanted."""
    hold(page, name)
    fits(page, f"{name} on a phone")
    picture(page, name)
    if also_at_a_desk:
        page.set_viewport_size(DESK)
        fits(page, f"{name} at a desk")
        picture(page, f"{name}-desk")
        page.set_viewport_size(PHONE)


def hold(page: Page, name: str, impacts: set[str] = frozenset({"serious", "critical"})) -> None:
    """Holds a page against the checker of accessibility."""
    found = [
        f"{v['id']}: {v['help']}: {v['nodes'][0]['html'][:200]}"
        for v in Axe().run(page).response["violations"] if v["impact"] in impacts
    ]
    assert not found, f"{name}: {found}"


def fits(page: Page, name: str) -> None:
    """Holds a page against the width of its window; what sticks out is named."""
    out = page.evaluate("""() => document.documentElement.scrollWidth <= innerWidth ? [] : [
        `${document.documentElement.scrollWidth} of ${innerWidth} pixels`,
        ...[...document.querySelectorAll("body *")]
            .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
            .slice(0, 5).map((one) => one.outerHTML.slice(0, 160))]""")
    assert out == [], f"{name} is wider than its window: {out}"


def picture(page: Page, name: str) -> None:
    if folder := os.environ.get("MAYDAY_PICTURES"):
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{folder}/{name}-{page.scheme}.png", full_page=True)
