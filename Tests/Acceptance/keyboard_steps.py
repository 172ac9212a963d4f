"""Pages by keyboard alone: where Tab halts, whether one sees it, and whether one comes through."""

import dataclasses

from playwright.sync_api import Page

#: More places than any of the pages has.
STOPS_MAX = 500
#: Two places in a row of the page, one a little above the other.
ROW_PIXELS = 48

SCRIPT = """
() => {
  const kinds = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const isShown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const words = (one) => (one.getAttribute("aria-label") || one.labels?.[0]?.innerText || one.innerText || one.name || "")
    .replace(/\\s+/g, " ").trim();
  // A button of a group of radios stands for all of them.
  const key = (one) => one.type === "radio" ? one.closest("form") && `radio ${one.name}` : one;
  window.placesOfTab = () => {
    const seen = new Set();
    return [...document.querySelectorAll(kinds)].filter((one) => {
      if (one.tabIndex < 0 || one.disabled || !isShown(one) || seen.has(key(one))) return false;
      seen.add(key(one));
      return true;
    });
  };
  window.haltOfTab = () => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const index = window.placesOfTab().findIndex((place) => key(place) === key(one));
    // A box that is drawn by what stands beside it shows its halt there.
    const isDrawnBeside = getComputedStyle(one).opacity === "0";
    const style = getComputedStyle(isDrawnBeside ? one.nextElementSibling : one);
    const box = one.getBoundingClientRect();
    return {
      index, words: words(one), tag: one.tagName.toLowerCase(), top: box.top + scrollY, left: box.left,
      isSeen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
        && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  };
}
"""


@dataclasses.dataclass
class Halt:
    """A place where Tab halts."""

    index: int
    words: str
    tag: str
    top: float
    left: float
    isSeen: bool


def begin(page: Page) -> None:
    """Pages that scroll at once, as whoever asked for less motion has them, so that each halt is looked at in its place."""
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(SCRIPT)


def halts(page: Page) -> list[Halt]:
    """All places where Tab halts, from the top of a page that was just opened to its end."""
    begin(page)
    found: list[Halt] = []
    for _ in range(STOPS_MAX):
        page.keyboard.press("Tab")
        halt = page.evaluate("haltOfTab()")
        if halt is None or (found and halt["index"] == found[0].index):
            return found
        found.append(Halt(**halt))
    raise AssertionError(f"Tab does not come to the end of {page.url}: {found[-3:]}")


def walk(page: Page, path: str) -> list[Halt]:
    """Walks through a page by Tab: each halt is seen, none is left out, none comes before one above it."""
    page.goto(path)
    found = halts(page)
    assert found and found[0].words == "Skip to the content", found[:1]
    hidden = [halt for halt in found if not halt.isSeen]
    assert not hidden, f"{path}: nobody sees where the keyboard is: {hidden[:5]}"
    order = [halt.index for halt in found if halt.index >= 0]
    assert order == sorted(order), f"{path}: Tab goes back and forth: {order}"
    count = page.evaluate("placesOfTab().length")
    missing = sorted(set(range(count)) - set(order))
    left_out = page.evaluate("(at) => at.map((one) => placesOfTab()[one].outerHTML.slice(0, 120))", missing[:3])
    assert not missing, f"{path}: Tab does not reach {left_out}"
    # What stands beside is reached after what stands above; what stands above is not reached after what is below.
    upwards = [
        (one, next) for one, next in zip(found[1:], found[2:]) if next.top < one.top - ROW_PIXELS and next.left <= one.left
    ]
    assert not upwards, f"{path}: Tab jumps up: {upwards[:3]}"
    return found


def tab_to(page: Page, words: str, tag: str = "") -> None:
    """Presses Tab until it halts at what is called so."""
    begin(page)
    passed: list[str] = []
    for _ in range(STOPS_MAX):
        page.keyboard.press("Tab")
        halt = page.evaluate("haltOfTab()")
        if halt is not None and halt["words"].startswith(words) and tag in ("", halt["tag"]):
            assert halt["isSeen"], f"nobody sees that the keyboard is at '{words}' on {page.url}"
            return
        passed.append(halt["words"] if halt else "the end")
    raise AssertionError(f"Tab never halts at '{words}' on {page.url}: {passed[:40]}")


def enter(page: Page, words: str, tag: str = "") -> None:
    """Goes to a link or a button by Tab, presses Enter, and waits for the page that comes of it."""
    tab_to(page, words, tag)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def type_into(page: Page, label: str, text: str) -> None:
    """Goes to a field by Tab and types into it."""
    tab_to(page, label)
    page.keyboard.insert_text(text)


def open_fold(page: Page, summary: str) -> None:
    """Goes to what is folded away by Tab, and unfolds it."""
    tab_to(page, summary, "summary")
    page.keyboard.press("Enter")
