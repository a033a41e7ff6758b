"""
Every page can be used with the keyboard alone.
"""

import pytest

FOCUSED = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const hasOutline = one => getComputedStyle(one).outlineStyle !== "none" && parseFloat(getComputedStyle(one).outlineWidth) >= 2;
    let marked = element;
    while (marked && !hasOutline(marked)) marked = marked.parentElement;
    const box = element.getBoundingClientRect();
    return {
        url: element.getAttribute("href"),
        isMarked: Boolean(marked),
        isSeen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
}"""
"""Where the focus is: what it leads to, whether an outline shows it, and whether it is on the screen."""

REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .map(element => element.getAttribute("href"))"""

PAGES = ["", "ar/", "stories/2/", "stories/garden-gate/", "ar/voices/the-lamp/", "topics/friendship/", "404.html"]

STILL = {"reduced_motion": "reduce"}
"""Nothing glides, so that what has the focus is where it is at once."""


def walk(page, most):
    """What the tab key reaches, one thing after the other, until it leaves the page."""
    reached = []
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            return reached
        reached.append(focused)
    return pytest.fail(f"the keyboard does not leave the page after {most} steps")


@pytest.mark.parametrize("path", PAGES)
def test_every_link_is_reached_and_seen(small, path):
    """
    The tab key reaches every link, in the order of the page, shows where it is, and leaves the page at its end.
    """
    page = small.open(path, **STILL)
    wanted = page.evaluate(REACHABLE)
    reached = walk(page, len(wanted) + 5)

    assert wanted == [step["url"] for step in reached]
    assert [] == [step for step in reached if not (step["isMarked"] and step["isSeen"])]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_seen_in_both_schemes(small, scheme):
    """
    The outline of what has the focus stands out from what is around it, three to one, in light and in dark.
    """
    page = small.open("stories/garden-gate/", color_scheme=scheme, **STILL)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    ratio = page.evaluate(
        """() => {
            const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
            const light = colour => {
                canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
                const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(part => part / 255)
                    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
            };
            const around = element => {
                const colour = getComputedStyle(element).backgroundColor;
                return colour === "rgba(0, 0, 0, 0)" && element.parentElement ? around(element.parentElement) : colour;
            };
            const element = document.activeElement;
            const levels = [light(getComputedStyle(element).outlineColor), light(around(element.parentElement))].sort();
            return (levels[1] + 0.05) / (levels[0] + 0.05);
        }"""
    )

    assert 3 <= ratio


@pytest.mark.parametrize("path", PAGES)
def test_skip_link_comes_first_and_leads_to_the_text(small, path):
    """
    The first thing that the keyboard reaches is a link that is not seen before, and leads past the menu into the text.
    """
    page = small.open(path, **STILL)
    is_seen = """() => {
        const link = document.querySelector("a"), box = link.getBoundingClientRect();
        return document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2) === link;
    }"""
    assert not page.evaluate(is_seen)

    page.keyboard.press("Tab")
    assert "#main" == page.evaluate(FOCUSED)["url"]
    assert page.evaluate(is_seen)

    page.keyboard.press("Enter")
    page.wait_for_url("**#main")
    page.keyboard.press("Tab")
    if page.locator("main a").count():
        assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


def test_menu_leads_where_it_says(small):
    """
    A reader can walk to a line of the menu, follow it, and see that she is there.
    """
    page = small.open("", **STILL)
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.textContent") == "Voices":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/voices/")

    assert "Voices" == page.locator("h1").inner_text()
    assert ["Voices"] == page.locator("header [aria-current=page]").all_inner_texts()


def test_quilt_can_be_skipped(small):
    """
    A reader need not walk through every patch of the quilt: a link before it leads behind it.
    """
    page = small.open("", **STILL)
    skip = page.locator("nav a[href='#after-quilt']")
    skip.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#after-quilt")
    page.keyboard.press("Tab")

    assert not page.evaluate("() => document.activeElement.closest('.quilt')")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")
