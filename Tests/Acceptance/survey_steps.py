"""What people do who are asked how safe it is to speak."""

import re

from playwright.sync_api import Page

from conftest import PASSWORD

STATEMENTS = range(1, 8)


def sign_in(page: Page, name: str) -> None:
    page.goto("/sign-in")
    page.get_by_label("Handle").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(re.compile(r"/$"))


def mark(page: Page, values: list[int]) -> None:
    for item, value in zip(STATEMENTS, values):
        page.locator(f'input[name="answer.{item}"][value="{value}"]').check(force=True)
