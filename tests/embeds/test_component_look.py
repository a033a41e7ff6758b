"""
The element <welcome-stories> can be used by everybody: in light and dark, in any width, with any letters and keys.
"""

import re

import pytest

from tests.browser.test_access import find_violations
from tests.embeds.conftest import COMPONENT, change, picture, settle
from tests.embeds.feeds import ARABIC, ARABIC_FEED, make_feed, make_item
from tests.theme.test_css import PHYSICAL

FULL = {
    "content_note": "Mentions waiting.",
    "demonstration": True,
    "demonstration_note": "A trial.",
    "image_alt": "Blue",
}
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch " * 3

COLOURS = """() => {
    const style = getComputedStyle(document.querySelector("welcome-stories").shadowRoot.querySelector(".stories"));
    return [style.backgroundColor, style.color];
}"""

FOCUSED = """() => {
    const own = document.querySelector("welcome-stories").shadowRoot.activeElement;
    if (!own) return null;
    const style = getComputedStyle(own);
    return [own.textContent, style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2];
}"""
"""What has the focus within the element, and whether an outline shows it."""

IS_TOO_WIDE = """() => {
    const host = document.querySelector("welcome-stories");
    const edge = host.getBoundingClientRect();
    const parts = [...host.shadowRoot.querySelectorAll("*")].filter(own => own.localName !== "style");
    return document.documentElement.scrollWidth > innerWidth || parts.some(own => {
        const box = own.getBoundingClientRect();
        return box.left < edge.left - 3 || box.right > edge.right + 3;
    });
}"""


def full_feed(visit):
    """A feed with everything that can be drawn."""
    visit.site.answers["/one.png"] = picture()
    image = f"{visit.site.url}/one.png"
    return make_feed(make_item(1, FULL, image=image), {**ARABIC, "image": image}, make_item(3), make_item(4))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit, scheme):
    """
    axe-core finds nothing against the stories, in either direction, nor against the links inside, in light and in dark.
    """
    page = visit.open(full_feed(visit), f'feed="FEED" count="4" look="{scheme}"')
    assert 4 == page.locator("article").count()
    assert [] == find_violations(page)
    visit.show(page, ARABIC_FEED)
    assert [] == find_violations(page)
    change(page, "feed", None)
    assert [] == find_violations(page)


def test_axe_would_find_something(visit):
    """
    The test above would notice: axe-core looks into the element and finds words too pale to read.
    """
    page = visit.open(make_feed())
    page.add_style_tag(content="welcome-stories { --welcome-ink: #eee; --welcome-paper: #fff }")

    assert "color-contrast" in {violation for violation, _, _ in find_violations(page)}


def test_look_follows_the_reader_unless_the_page_says_otherwise(visit):
    """
    Light and dark are as the reader's machine prefers; a page may say which it needs, at any time.
    """
    page = visit.open(make_feed())
    light = page.evaluate(COLOURS)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(COLOURS)
    assert light != dark

    for scheme, preferred in (("light", light), ("dark", dark)):
        page.emulate_media(color_scheme=scheme)
        looks = {"light": light, "dark": dark, "auto": preferred, "LIGHT": light, "nonsense": preferred}
        for look, colours in looks.items():
            change(page, "look", look)
            assert (scheme, look, colours) == (scheme, look, page.evaluate(COLOURS))


def test_links_inside_keep_the_look_of_the_page(visit):
    """
    The links inside belong to the page: the element's look does not reach them.
    """
    page = visit.open(None, 'look="dark"')
    inside = page.get_by_role("link", name="A link inside")

    assert "normal" == inside.evaluate("own => getComputedStyle(own).colorScheme")


def test_page_chooses_colours(visit):
    """
    A page gives the element its own paper and ink.
    """
    page = visit.open(make_feed())
    page.add_style_tag(content="welcome-stories { --welcome-ink: rgb(0, 0, 128); --welcome-paper: rgb(255, 255, 240) }")

    assert ["rgb(255, 255, 240)", "rgb(0, 0, 128)"] == page.evaluate(COLOURS)
    assert "rgb(0, 0, 128)" == page.locator(".by").first.evaluate("own => getComputedStyle(own).color")


def test_letters_are_those_of_the_page_and_nothing_else_is(visit):
    """
    Letters and their size come from the page; its centred, slanted or shouted words do not.
    """
    page = visit.open(make_feed())
    look = "own => { const { fontFamily, fontSize, fontStyle, textAlign, textTransform } = getComputedStyle(own);"
    page.add_style_tag(
        content="main { font: italic 30px Georgia; text-align: center; text-transform: uppercase; letter-spacing: 3px }"
        " p, li, a { color: #eee !important; margin: 9em !important }"
    )
    summary = page.locator(".summary").first

    assert ["Georgia", "30px", "normal", "start", "none"] == summary.evaluate(
        look + " return [fontFamily, fontSize, fontStyle, textAlign, textTransform]; }"
    )
    assert "0px" == summary.evaluate("own => getComputedStyle(own).marginInlineStart")


def test_hidden_element_is_hidden(visit):
    """
    A page can hide the element as it hides any other.
    """
    page = visit.open(make_feed())
    change(page, "hidden", "")

    assert page.locator("welcome-stories").is_hidden()


@pytest.mark.parametrize("width", [200, 320, 768, 1280])
@pytest.mark.parametrize("size", ["100%", "200%"])
def test_nothing_runs_over_the_edge(visit, width, size):
    """
    From the narrowest column to the widest page, with letters twice as large and with words that have no end, nobody scrolls sideways.
    """
    feed = full_feed(visit)
    feed["items"].append(make_item(5, {"text": LONG, "type_name": LONG}, title=LONG, authors=[{"name": LONG}]))
    page = visit.open(feed, 'feed="FEED" count="5"', viewport={"width": width, "height": 800})
    page.add_style_tag(content=f"html {{ font-size: {size} }} h1, h2 {{ overflow-wrap: anywhere }}")
    page.evaluate("() => document.querySelector('welcome-stories').shadowRoot.querySelector('img').scrollIntoView()")
    settle(page)

    assert not page.evaluate(IS_TOO_WIDE)


@pytest.mark.parametrize(
    "style", ["display: flex", "display: flex; flex-direction: column; align-items: center", "display: grid"]
)
def test_any_column_of_a_page_will_do(visit, style):
    """
    Page builders put things in rows, columns and grids: the element takes the width it is given.
    """
    page = visit.open(make_feed())
    page.add_style_tag(content=f"main {{ {style} }} h1, h2 {{ display: none }}")

    assert page.locator("main").bounding_box()["width"] == page.locator(".stories").bounding_box()["width"]


def test_column_without_a_width_leaves_room_for_words(visit):
    """
    A column that is as wide as what it holds is wide enough for a few words, and no wider than a small screen.
    """
    page = visit.open(make_feed(), viewport={"width": 240, "height": 600})
    page.add_style_tag(content="main { display: inline-block } h1, h2 { display: none }")

    assert 190 < page.locator(".stories").bounding_box()["width"] <= 224


def test_rows_are_filled(visit):
    """
    Where there is room three stories stand side by side, and those of the last row share its whole width.
    """
    page = visit.open(make_feed(*map(make_item, range(1, 10))), viewport={"width": 1280, "height": 800})
    for count, rows in {1: [1], 2: [2], 3: [3], 4: [3, 1], 5: [3, 2], 8: [3, 3, 2]}.items():
        change(page, "count", str(count))
        boxes = [own.bounding_box() for own in page.get_by_role("list").get_by_role("listitem").all()]
        tops = sorted({round(box["y"]) for box in boxes})
        assert (count, rows) == (count, [sum(round(box["y"]) == top for box in boxes) for top in tops])
        assert max(box["x"] + box["width"] for box in boxes[-rows[-1] :]) == max(b["x"] + b["width"] for b in boxes)


def test_picture_stands_where_the_words_begin(visit):
    """
    Beside its words a picture is at the left in English and at the right in Arabic; in a narrow column it is above them.
    """
    page = visit.open(full_feed(visit), 'feed="FEED" count="2"', viewport={"width": 700, "height": 900})
    parts = [
        [own.locator(part).bounding_box() for part in (".picture", ".words")] for own in page.locator("article").all()
    ]
    assert [True, False] == [image["x"] < words["x"] for image, words in parts]

    page.set_viewport_size({"width": 320, "height": 900})
    image, words = (page.locator(part).first.bounding_box() for part in (".picture", ".words"))
    assert image["y"] + image["height"] <= words["y"]


def test_keyboard_goes_from_story_to_story(visit):
    """
    The tab key reaches each title and then the link to all, in the order in which they stand, and shows where it is.
    """
    page = visit.open(make_feed())
    reached = []
    for _ in range(4):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))

    assert [[name, True] for name in ("Title 1", "Title 2", "Title 3", "All stories")] == reached
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) is None


def test_list_is_told_as_a_list(visit):
    """
    Safari tells nobody that a list without bullets is one, unless its role says so.
    """
    assert 1 == visit.open(make_feed()).locator("ul[role=list][aria-label]").count()


def test_whole_story_is_the_link(visit):
    """
    A finger that lands anywhere on a story opens it.
    """
    page = visit.open(make_feed())
    page.route("https://stories.example/**", lambda route: route.fulfill(body="There", content_type="text/plain"))
    page.locator(".summary").nth(1).click(force=True)
    page.wait_for_url("https://stories.example/stories/2/")


def test_properties_are_logical():
    """Arabic needs no second style sheet."""
    without_comments = re.sub(r"/\*.*?\*/", "", COMPONENT.read_text("utf-8"), flags=re.DOTALL)

    assert [] == PHYSICAL.findall(re.sub(r"@container[^{]*\{", "{", without_comments.split("`")[1]))
