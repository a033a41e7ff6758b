"""
Pages fit small screens, large letters, both directions, paper, and readers without scripts.
"""

import pytest

from tests.browser.pages import OWN, SMALL, resolve

OVERFLOW = """() => {
    const room = document.documentElement.clientWidth;
    const isWide = element => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > room + 1 || box.left < -1) && !element.closest("table, pre, .skip-link, .visually-hidden");
    };
    return [document.documentElement.scrollWidth - room,
        ...[...document.body.querySelectorAll("*")].filter(isWide).map(element => element.outerHTML.slice(0, 80))];
}"""
"""By how much a page is too wide, and what reaches out of it."""

NARROW = {"width": 320, "height": 640}


def enlarge(page, percent):
    """Make all letters larger, as a reader does in her browser's settings."""
    page.evaluate("percent => { document.documentElement.style.fontSize = `${percent}%`; }", percent)


@pytest.mark.parametrize("path", SMALL)
def test_page_fits_a_small_screen(small, path):
    """
    On a screen of 320 pixels no page is scrolled sideways, nor with letters twice as large.
    """
    page = small.open(path, viewport=NARROW)
    assert [0] == page.evaluate(OVERFLOW)

    enlarge(page, 200)
    assert [0] == page.evaluate(OVERFLOW)


@pytest.mark.parametrize("pattern", OWN)
def test_our_own_page_fits_a_small_screen(own, own_output, pattern):
    """
    On a screen of 320 pixels the longest of our own pages of each type is not scrolled sideways, nor with large letters.
    """
    page = own.open(resolve(pattern, own_output), viewport=NARROW)
    assert [0] == page.evaluate(OVERFLOW)

    enlarge(page, 200)
    assert [0] == page.evaluate(OVERFLOW)


def test_letters_grow_with_the_reader(small):
    """
    Whoever asks for letters twice as large gets words nearly twice as large, and headings well larger too.
    """
    page = small.open("stories/garden-gate/")
    sizes = """() => [...document.querySelectorAll("body *:not(svg, svg *)")]
        .map(element => [/^H[1-3]$/.test(element.tagName) || element.closest("h1, h2, h3") !== null,
            parseFloat(getComputedStyle(element).fontSize)])"""
    before = page.evaluate(sizes)
    enlarge(page, 200)
    after = page.evaluate(sizes)

    assert [] == [(a, b) for (head, a), (_, b) in zip(before, after, strict=True) if b < (1.4 if head else 1.8) * a]
    assert min(size for _, size in before) >= 14


def test_arabic_runs_from_right_to_left(small):
    """
    An Arabic page is the mirror of an English one: name at the right, menu to the left of it, words from the right.
    """
    places = """() => Object.fromEntries(["header > * > a", "header nav", "main h1", ".card__patch", ".card h3 a"].map(
        query => {
            const box = document.querySelector(query)?.getBoundingClientRect();
            return [query, box ? [box.left, innerWidth - box.right] : null];
        }))"""
    wide = {"width": 1280, "height": 800}
    english = small.open("voices/the-lamp/", viewport=wide)
    arabic = small.open("ar/voices/the-lamp/", viewport=wide)
    left, right = english.evaluate(places), arabic.evaluate(places)

    assert ("ltr", "rtl") == tuple(
        page.evaluate("() => getComputedStyle(document.querySelector('main')).direction") for page in (english, arabic)
    )
    for query in ("header > * > a", "main h1"):
        start, mirrored = left[query][0], right[query][1]
        assert abs(start - mirrored) < 2, query
    assert left["header > * > a"][0] < left["header nav"][0]
    assert right["header > * > a"][1] < right["header nav"][1]


def test_foreign_words_keep_their_direction(small):
    """
    English words in an Arabic page run from left to right, and Arabic words in an English page from right to left.
    """
    page = small.open("ar/voices/the-lamp/")
    assert "ltr" == page.locator(".prose [lang=en]").evaluate("element => getComputedStyle(element).direction")

    page = small.open("")
    arabic = page.locator("[lang=ar]")
    assert arabic.count()
    assert {"rtl"} == {one.evaluate("element => getComputedStyle(element).direction") for one in arabic.all()}


@pytest.mark.parametrize("path", ["", "ar/voices/the-lamp/", "stories/garden-gate/", "how-change-happens/"])
def test_no_script_is_needed(small, path):
    """
    A browser that runs no scripts shows the same words at the same places.
    """
    shown = """() => [...document.querySelectorAll("body *")].map(element => {
        const box = element.getBoundingClientRect();
        return [element.tagName, Math.round(box.x), Math.round(box.y), Math.round(box.width), Math.round(box.height)];
    })"""
    found = []
    for enabled in (True, False):
        page = small.open(path, java_script_enabled=enabled)
        page.evaluate("() => document.fonts.ready.then(() => true)")
        found.append((page.evaluate(shown), page.inner_text("body")))

    assert found[0] == found[1]
    assert len(found[0][0]) > 30


def test_browser_without_scripts_runs_none(small):
    """
    The browser of the test above does not run what a page would run.
    """
    page = small.window(java_script_enabled=False)
    page.set_content("<p>before</p><script>document.querySelector('p').textContent = 'after'</script>")

    assert "before" == page.inner_text("p")


@pytest.mark.parametrize("path", ["stories/garden-gate/", "ar/voices/the-lamp/", "explainers/seeking-safety/"])
def test_paper_shows_the_words_alone(small, path):
    """
    On paper there are no menus and no ways to other pages; the words, the sources and the addresses of links stay.
    """
    page = small.open(path)
    page.emulate_media(media="print")

    assert [] == [text for text in page.locator("nav, footer, .skip-link").all() if text.is_visible()]
    assert page.locator("h1").is_visible()
    assert page.locator(".prose").first.is_visible()
    assert page.locator(".prose p").first.is_visible()


def test_paper_says_where_links_lead(small):
    """
    On paper a link to another site is followed by its address.
    """
    page = small.open("stories/garden-gate/")
    page.emulate_media(media="print")
    link = page.locator(".prose a[href^='https://elsewhere.example']")

    assert "attr(href)" in link.evaluate("a => getComputedStyle(a, '::after').content") or (
        "elsewhere.example" in link.evaluate("a => getComputedStyle(a, '::after').content")
    )
    assert page.pdf()


def test_page_at_a_former_address_leads_on(small):
    """
    Who comes by an old address stands at the new one.
    """
    page = small.window()
    page.goto(f"{small.url}stories/old-gate/")
    page.wait_for_url("**/stories/garden-gate/")

    assert "A gate that was left open" == page.locator("h1").inner_text()


def test_unknown_address_shows_the_way(own):
    """
    An unknown address gives a page of the site, with the status 404, in every language of the site.
    """
    page = own.window()
    answer = page.goto(f"{own.url}no/such/page/")
    complaint = own.complaints.pop()

    assert 404 == answer.status
    assert "404" in complaint
    assert {"en-GB", "ar", "cy"} == set(page.locator("main [lang]").evaluate_all("all => all.map(one => one.lang)"))
