"""
The preview in a browser: what is saved is seen, where it was being read, and what is wrong lies over the page.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.small_site.running import DEADLINE, running
from tests.small_site.site import copy_site

SOON = DEADLINE * 1000
"""Milliseconds after which what was saved should long have been seen."""

STORY = "stories/two-cups"
NARROW = {"width": 320, "height": 640}
SETTLED = (
    "() => document.readyState === 'complete' && document.fonts.ready.then(() => new Promise(requestAnimationFrame))"
)
"""All is there, and has been drawn."""

OVER = "welcome-live .problems"


class Desk:
    """An editor's site, its preview, and what she does."""

    def __init__(self, site, command, visitor):
        self.site = site
        self.command = command
        self.visitor = visitor

    def change(self, old, new, path=f"content/{STORY}.md", words="Read "):
        """Change words and save, until the preview speaks of it."""
        file = self.site.folder / path
        text = file.read_text("utf-8")
        assert 1 == text.count(old)
        self.command.save_until(file, text.replace(old, new), words)

    def break_it(self):
        """Save a mistake."""
        self.change("scale: micro", "scale: mikro", words="All is shown as it was before.")


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    """One site with its preview, for all tests here."""
    site = copy_site(tmp_path_factory.mktemp("live") / "site")
    story = site.content / f"{STORY}.md"
    long = "".join(f"A walk of {number} steps.\n\n" for number in range(200))
    story.write_text(story.read_text("utf-8") + f"\n\n{long}\nThe last words.\n", "utf-8")
    with running(site, "devserver", "--port", "0") as command:
        url = re.search(r"http://localhost:\d+/", command.await_line("Showing the site"))[0]
        yield site, command, url
        assert 0 == command.end()
    assert [] == [line for line in command.said if "Traceback" in line]


@pytest.fixture
def desk(browser, preview):
    """An editor at her site; afterwards it is as it was before."""
    site, command, url = preview
    story = site.content / f"{STORY}.md"
    before = story.read_text("utf-8")
    visitor = Visitor(browser, url)
    yield Desk(site, command, visitor)
    visitor.close()
    if story.read_text("utf-8") != before:
        command.save_until(story, before, "Read ")


def test_what_is_saved_is_seen_where_it_was_being_read(desk):
    page = desk.visitor.open(f"{STORY}/", viewport=NARROW)
    page.evaluate("scrollTo({top: 4000, behavior: 'instant'})")
    desk.change("The last words.", "The very last words.")

    expect(page.get_by_text("The very last words.")).to_be_attached(timeout=SOON)
    page.wait_for_function(SETTLED)
    assert 4000 == page.evaluate("scrollY")


def test_a_page_that_shows_nothing_of_it_stays_as_it_is(desk):
    """
    Two pages are open: the one is loaded again, the other is not.
    """
    other, page = desk.visitor.open("stories/garden-gate/"), desk.visitor.open(f"{STORY}/")
    other.evaluate("window.isTheSame = true")
    desk.change("The last words.", "The other last words.")

    expect(page.get_by_text("The other last words.")).to_be_attached(timeout=SOON)
    assert other.evaluate("window.isTheSame")


def test_a_problem_lies_over_the_page_until_it_is_mended(desk):
    """
    It tells the file, the line and what to do, is read out, and fits a small screen.
    """
    page = desk.visitor.open(f"{STORY}/", viewport=NARROW)
    desk.break_it()
    alert = page.get_by_role("alert")

    expect(alert).to_contain_text("1 problem", timeout=SOON)
    expect(alert.locator(".place")).to_have_text(re.compile(rf"^content/{STORY}\.md:\d+:8$"))
    expect(alert).to_contain_text('scale: "mikro" is unknown here.')
    expect(alert).to_contain_text('Did you mean "micro"?')
    expect(page.get_by_text("The last words.")).to_be_attached()
    box = alert.bounding_box()
    assert 0 <= box["x"] and box["x"] + box["width"] <= 320
    assert 0 == page.evaluate("document.documentElement.scrollWidth - innerWidth")

    desk.change("scale: mikro", "scale: micro")
    expect(alert).to_have_count(0, timeout=SOON)


def test_a_problem_that_was_closed_comes_back_with_the_next_change(desk):
    page = desk.visitor.open(f"{STORY}/")
    desk.break_it()
    expect(page.locator(OVER)).to_be_visible(timeout=SOON)
    page.get_by_role("button", name="Close").click()
    expect(page.locator(OVER)).to_have_count(0)

    desk.change("scale: mikro", "scale: makro", words="All is shown as it was before.")
    expect(page.locator(OVER)).to_be_visible(timeout=SOON)
    page.locator(f"{OVER} .items").press("Escape")
    expect(page.locator(OVER)).to_have_count(0)


def test_a_problem_stays_when_one_goes_to_another_page(desk):
    desk.break_it()
    page = desk.visitor.open("stories/")

    expect(page.locator(OVER)).to_be_visible(timeout=SOON)


def test_a_new_process_is_found_again_and_told_from_the_old(desk):
    """
    Settings are loaded once in the life of a process; the page that is open comes with the next one.
    """
    page = desk.visitor.open(f"{STORY}/")
    desk.change('SITENAME = "Small Welcome"', 'SITENAME = "Great Welcome"', "smallconf.py", words="Showing the site")

    expect(page).to_have_title(re.compile("Great Welcome"), timeout=SOON)
    desk.visitor.complaints.clear()


def test_a_draft_says_that_it_is_one(desk):
    page = desk.visitor.open("stories/unfinished-quilt/")
    expect(page.locator("welcome-live .state")).to_have_text("Preview: draft")

    page = desk.visitor.open(f"{STORY}/")
    desk.break_it()
    expect(page.locator(OVER)).to_be_visible(timeout=SOON)
    expect(page.locator("welcome-live .state")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_style_of_the_page_reaches_what_lies_over_it(desk, scheme):
    """
    On a page that runs from right to left too, the words are as they were written, in colours that can be read.
    """
    desk.break_it()
    page = desk.visitor.open("ar/", viewport=NARROW, color_scheme=scheme)
    expect(page.locator(OVER)).to_be_visible(timeout=SOON)
    direction, ink, paper = page.locator(OVER).evaluate(
        "own => ['direction', 'color', 'backgroundColor'].map(name => getComputedStyle(own)[name])"
    )

    assert "ltr" == direction
    dark, bright = (ink, paper) if scheme == "light" else (paper, ink)
    assert max(map(int, re.findall(r"\d+", dark)[:3])) < 80 < 180 < min(map(int, re.findall(r"\d+", bright)[:3]))
