"""What people do on the pages of a postmortem, one step each, as the test of the whole chain calls them."""

import datetime
import io
import pathlib
import re
import tarfile

from playwright.sync_api import Locator, Page, expect

from conftest import PASSWORD

DISCLOSURE = "details:not([open]) > summary"


def press(page: Page, button: Locator) -> None:
    """Presses a button of a form, and waits for the page that comes of it."""
    with page.expect_navigation():
        button.click()


def done(page: Page, button: str | Locator, within: Locator | None = None) -> None:
    """Presses a button whose form is to be taken: the next page says that it was done."""
    if isinstance(button, str):
        button = (within or page).get_by_role("button", name=button, exact=True)
    press(page, button)
    refused = page.locator(".refused[role=alert]")
    assert refused.count() == 0, refused.first.inner_text()
    expect(page.locator(".flash")).to_be_visible()


def unfold(page: Page, summary: str | re.Pattern, within: Locator | None = None) -> None:
    closed = (within or page).locator(DISCLOSURE).filter(has_text=summary)
    if closed.count():
        closed.first.click()


def fill(page: Page, form: str, fields: dict[str, str]) -> None:
    """Fills the fields of a form, each by its name; lists of boxes by the values that are ticked."""
    for name, value in fields.items():
        field = page.locator(f"#{form}-{name.replace('.', '-')}")
        if not field.count():
            for one in value.split():
                page.locator(f"form:has(input[name=_form][value='{form}']) input[name={name}][value='{one}']").check()
        elif field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def day(due: str) -> str:
    """`+7` as the day in seven days."""
    if not due.startswith("+"):
        return due
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=int(due))).strftime("%Y-%m-%d")


def join(page: Page, link: str, handle: str, name: str) -> None:
    page.goto(link)
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Handle").fill(handle)
    page.get_by_label("Password").fill(PASSWORD)
    press(page, page.locator("main button[type=submit]"))


def packed(folder: pathlib.Path) -> bytes:
    """A folder as one archive, so that the names of its machines come along."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w:gz") as tar:
        for part in sorted(folder.iterdir()):
            tar.add(part, arcname=part.name)
    return archive.getvalue()


class Postmortem:
    """One postmortem, as one of its writers has it before them."""

    def __init__(self, page: Page, name: str = "PM-1") -> None:
        self.page = page
        self.path = f"/postmortems/{name}"

    def go(self, place: str = "") -> Page:
        self.page.goto(self.path + place)
        return self.page

    def tell(self, account: dict[str, str]) -> None:
        self.go("/accounts")
        fill(self.page, "account", account)
        done(self.page, "Tell it")

    # The timeline

    def numbers(self, text: str) -> list[str]:
        """Numbers of the lines that say this."""
        lines = self.page.locator("li.line").filter(has=self.page.locator(".what", has_text=text))
        return [line.get_attribute("id").removeprefix("line-") for line in lines.all()]

    def keep_only(self, texts: list[str]) -> None:
        """Takes all lines out but those that say one of these."""
        self.go("/timeline")
        kept = {number for text in texts for number in self.numbers(text)[:1]}
        unfold(self.page, "Take several lines out")
        for box in self.page.locator("input[type=checkbox][name=numbers]").all():
            if box.get_attribute("value") not in kept:
                box.check()
        done(self.page, "Take out what is ticked")

    def phrase(self, said: str, told: str, group: str = "") -> None:
        number = self.numbers(said)[0]
        self.go(f"/timeline?line={number}")
        fill(self.page, f"line-{number}", {"text": told} | ({"group": group} if group else {}))
        done(self.page, f"Save L{number}")

    def take(self, origin: str, said: str) -> None:
        """Takes a candidate from `moments`, `entries` or `accounts`."""
        self.go("/timeline")
        form = self.page.locator(f"form:has(input[name={origin}])")
        form.locator("label.tick").filter(has_text=said).first.click()
        done(self.page, "Take what is ticked", within=form)

    # Causes

    def change_factor(self, number: int, fields: dict[str, str]) -> None:
        self.go("/causes")
        unfold(self.page, f"Change F{number}")
        fill(self.page, f"factor-{number}", fields)
        done(self.page, f"Save F{number}")

    def drop_factor(self, number: int) -> None:
        self.go("/causes")
        unfold(self.page, f"Change F{number}")
        done(self.page, f"Take F{number} out")

    def add_factor(self, below: int | None, fields: dict[str, str]) -> None:
        self.go("/causes")
        if below is None:
            unfold(self.page, "Add a factor")
            fill(self.page, "factor-new", fields)
            done(self.page, "Add the factor")
        else:
            unfold(self.page, "How did that come to be?", within=self.page.locator(f"#factor-{below}"))
            fill(self.page, f"factor-{below}-why", fields)
            done(self.page, f"Add what made F{below} possible")

    def add(self, summary: str, form: str, fields: dict[str, str]) -> None:
        self.go("/causes")
        unfold(self.page, summary)
        fill(self.page, form, fields)
        done(self.page, self.page.locator(f"form:has(#{form}-{next(iter(fields))}) button[type=submit]"))

    # Words

    def begin_writing(self, section: str) -> Locator:
        self.go(f"/edit?section={section}")
        return self.page.get_by_label("In Markdown")

    def write(self, section: str, words: str) -> None:
        self.begin_writing(section).fill(words)
        done(self.page, "Save")

    # Actions

    def propose(self, action: dict[str, str]) -> None:
        self.go("/actions")
        unfold(self.page, "Propose an action")
        fill(self.page, "action-new", action | {"due": day(action["due"])})
        done(self.page, "Propose it")

    def step(self, number: int, button: str, note: str = "") -> None:
        self.go("/actions")
        action = self.page.locator(f"#action-{number}")
        unfold(self.page, "How it stands", within=action)
        action.get_by_label("What was done, why, or what showed it").fill(note)
        done(self.page, button, within=action)

    def state(self, number: int) -> str:
        self.go("/actions")
        return self.page.locator(f"#action-{number} .mark").first.inner_text()

    # Passing it on

    def gates(self) -> list[str]:
        self.go("/review")
        return self.page.locator(".gates li.unmet strong").all_inner_texts()

    def see(self, audience: str, opening: str) -> str:
        """What an audience would read, with these words first."""
        self.go(f"/publish?audience={audience}")
        if opening:
            unfold(self.page, "Opening words")
            self.page.get_by_label("What stands first").fill(opening)
            press(self.page, self.page.get_by_role("button", name="See it with these words"))
        return self.page.locator(".publish-text .preview-card").inner_text()

    def publish(self, on_status_page: bool = False) -> None:
        if on_status_page:
            self.page.get_by_label("Show it on the status page too").check()
        done(self.page, self.page.get_by_role("button", name=re.compile("^Publish to")))
