"""What a team of six does on the pages of a year, one step each."""

import dataclasses
import datetime
import json
import pathlib
import re
import tempfile

from playwright.sync_api import Browser, Locator, Page, expect

from conftest import DESK, PHONE, Team, a_phone, fits, hold, picture
from postmortem_steps import done, fill, join, press, unfold

SMALLEST = {"width": 320, "height": 640}
SEVERE = frozenset({"moderate", "serious", "critical"})


@dataclasses.dataclass
class Person:
    """Somebody of the team, with what they may do here and the phone in their hand."""

    handle: str
    name: str
    role: str
    page: Page | None = None


TEAM = [
    Person("ana", "Ana Lund", "administrator"), Person("ben", "Ben Osei", "responder"),
    Person("cem", "Cem Arik", "responder"), Person("dua", "Dua Rahman", "responder"),
    Person("eva", "Eva Holm", "reader"), Person("finn", "Finn Moreau", "reader"),
]


class Year:
    """The team, each with a phone of their own, on one server."""

    def __init__(self, team: Team, browser: Browser) -> None:
        self.team = team
        team.serve()
        self.people: dict[str, Page] = {}
        for number, person in enumerate(TEAM):
            page = a_phone(browser, team, ("dark", "light")[number % 2], seconds=30)
            join(page, self.link(person), person.handle, person.name)
            expect(page.get_by_role("link", name=person.name)).to_be_attached()
            self.people[person.handle] = page
        self.token = team.command("token", "create", "--label", "tests", "--scope", "respond", "--scope", "administer").strip()

    def link(self, person: Person) -> str:
        """The one-time link by which somebody comes: the server prints the first one, the others are made in a terminal."""
        if person.role == "administrator":
            return re.search(r"http://127\.0\.0\.1:\d+(/welcome/\S+)", self.team.said()).group(1)
        return self.team.command("account", "invite", "--role", person.role, "--url", self.team.url).strip()

    def __getattr__(self, handle: str) -> Page:
        return self.people[handle]

    def say(self, *words: str, status: int = 0) -> str:
        """A command that Ana types on the server."""
        return self.team.command(*words, server=True, token=self.token, status=status)

    @property
    def problems(self) -> list[str]:
        return [problem for page in self.people.values() for problem in page.problems]


def see(page: Page, name: str) -> None:
    """Holds a page against the checker of accessibility, by day at a desk and at night on a phone, and against three widths."""
    for scheme, size, place in (("light", DESK, "-desk"), ("dark", PHONE, "")):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(size)
        page.scheme = scheme
        hold(page, name + place, SEVERE)
        fits(page, name + place)
        picture(page, name + place)
    page.set_viewport_size(SMALLEST)
    fits(page, f"{name} on the smallest phone")
    page.set_viewport_size(PHONE)


def main(page: Page) -> Locator:
    return page.locator("main")


def day(offset: int) -> str:
    """A day that many days from now, as forms take it."""
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=offset)).strftime("%Y-%m-%d")


# People


def add_person(page: Page, name: str, roles: dict[str, str], telephone: str, away: tuple[int, int] | None = None) -> None:
    page.goto("/readiness/people")
    unfold(page, "Add somebody")
    fill(page, "add", {"name": name, "contacts.0.value": telephone})
    choose_roles(page, roles)
    if away:
        fill(page, "add", {"absences.0.from": day(away[0]), "absences.0.to": day(away[1])})
    done(page, "Add them")


def choose_roles(page: Page, roles: dict[str, str]) -> None:
    """Says for each role, by its name, how somebody fills it."""
    for role, place in roles.items():
        page.get_by_label(role, exact=True).select_option(place)


def give_role(page: Page, name: str, roles: dict[str, str]) -> None:
    page.goto("/readiness/people")
    press(page, page.locator(".person-list").get_by_role("link", name=name))
    choose_roles(page, roles)
    done(page, "Save")


def fill_the_rest(page: Page, name: str, place: str) -> None:
    """Somebody fills all roles that are none of the first four."""
    page.goto("/readiness/people")
    press(page, page.locator(".person-list").get_by_role("link", name=name))
    for choice in page.locator("select[name^='roles.']").all()[4:]:
        choice.select_option(place)
    done(page, "Save")


def agree_on_role(page: Page, identifier: str, name: str, duty: str) -> None:
    page.goto("/policy")
    press(page, page.get_by_role("link", name="Agree on it anew"))
    unfold(page, "A further role")
    further = page.locator("details").filter(has_text="A further role")
    further.get_by_label("Identifier").fill(identifier)
    further.get_by_label("Name", exact=True).fill(name)
    further.get_by_label("What whoever has it does").fill(duty)
    done(page, "Set it")


# The readiness page


def fill_in_the_plans(year: Year) -> None:
    """What the starter plans leave to each team: numbers and names in their tables, written in an editor of one's own."""
    with tempfile.TemporaryDirectory() as folder:
        for plan in json.loads(year.say("plan", "list", "--format", "json"))["items"]:
            text = year.say("plan", "show", plan["name"], "--text")
            lines = [
                re.sub("⟨[^⟩]*⟩", "+49 30 777 0110", line) if re.match(r"\||\s*[-*]|\d", line) else line for line in text.split("\n")
            ]
            pathlib.Path(folder, plan["name"] + ".md").write_text("\n".join(lines))
        year.say("plan", "save", folder, "--note", "Our numbers.")


def next_steps(page: Page) -> list[str]:
    page.goto("/readiness")
    return [text.strip() for text in page.locator(".ready-next li").all_inner_texts()]


def cover(page: Page, role: str) -> str:
    """What the readiness page says about who fills a role."""
    page.goto("/readiness")
    row = page.locator(".cover-row").filter(has=page.get_by_role("heading", name=role, exact=True))
    return row.locator(".cover-names").inner_text()


# Plans

RANKS = {"rare": 1, "possible": 2, "likely": 3, "minor": 1, "major": 2, "severe": 3}


def risks(page: Page) -> list[int]:
    """The risk of each row of the register, in the order in which the page has them."""
    words = page.locator(".register tbody tr td:first-child").all_inner_texts()
    pairs = [re.findall(r"\w+", word) for word in words]
    return [RANKS[likely] * RANKS[bad] for likely, bad in pairs]
