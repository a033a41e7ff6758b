"""
A page weighs less than a photograph, comes from one host, and is read before its fonts are there.
"""

import re

import brotli
import pytest

from tests.browser.pages import SMALL

PAGE_MOST = 14 * 1024
"""Bytes of HTML and CSS of a text's page together, compressed."""

FONTS_MOST = 60 * 1024
"""Bytes of all fonts of a script."""

LISTS = {
    "facts",
    "glossary",
    "techniques",
    "stories",
    "voices",
    "explainers",
    "act",
    "groups",
    "principles",
    "changes",
    "topics",
    "places",
}


def text_pages(output):
    """The pages of texts, without lists, by path."""
    for path in sorted(output.rglob("index.html")):
        parts = [part for part in path.relative_to(output).parts[:-1] if part not in ("ar", "cy")]
        if parts in (["facts", "sources"], ["facts", "corrections"]):
            continue
        of_a_type = len(parts) == 2 and parts[0] in LISTS - {"topics", "places"} and not parts[1].isdigit()
        if of_a_type or (len(parts) == 1 and parts[0] not in LISTS):
            yield path


def weigh(path, quality=5):
    """The bytes of a file as a host sends it that compresses while it sends."""
    return len(brotli.compress(path.read_bytes(), quality=quality))


@pytest.mark.parametrize("site", ["own", "small"])
def test_page_of_a_text_is_light(own_output, small_site, site):
    """
    HTML and CSS of each text's page weigh at most 14 KB together as they are sent.
    """
    output = own_output if site == "own" else small_site.site.output
    sheet = sum(weigh(path) for path in output.glob("theme/site.*.css"))
    weights = {str(path.relative_to(output)): sheet + weigh(path) for path in text_pages(output)}

    assert len(weights) >= {"own": 60, "small": 15}[site]
    assert {} == {path: weight for path, weight in weights.items() if weight > PAGE_MOST}


def test_fonts_of_a_script_are_light(own_output):
    """
    All fonts of one script weigh at most 60 KB together, and every font is in the style sheet.
    """
    sheet = next(own_output.glob("theme/site.*.css"))
    faces = re.findall(r"@font-face\s*{([^}]*)}", sheet.read_text("utf-8"))
    weights, named = {}, set()
    for face in faces:
        family = re.search(r"font-family:\s*([^;]+)", face)[1]
        for url in re.findall(r"url\(\"?([^\")]+)", face):
            font = (sheet.parent / url).resolve()
            named.add(font)
            weights[family] = weights.get(family, 0) + font.stat().st_size
            assert b"wOF2" == font.read_bytes()[:4]

    assert 2 <= len(weights)
    assert {} == {family: weight for family, weight in weights.items() if weight > FONTS_MOST}
    assert {path.resolve() for path in own_output.rglob("*.woff*")} == named


def test_every_font_lets_the_words_stand_first(own_output):
    """
    Every font that is loaded swaps in when it comes; the words do not wait for it.
    """
    sheet = next(own_output.glob("theme/site.*.css")).read_text("utf-8")
    faces = [face for face in re.findall(r"@font-face\s*{([^}]*)}", sheet) if "url(" in face]

    assert faces
    assert {"swap"} == {re.search(r"font-display:\s*(\w+)", face)[1] for face in faces}


def test_words_are_painted_before_the_fonts_come(small):
    """
    Where no font ever comes, the words are painted all the same.
    """
    page = small.window()
    held = []
    page.route("**/*.woff2", lambda route: held.append(route))
    page.goto(f"{small.url}stories/garden-gate/", wait_until="commit")
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length > 0")
    loading = page.evaluate("() => document.fonts.status")
    words = page.inner_text("h1")
    page.close()
    small.complaints.clear()

    assert ("loading", "A gate that was left open") == (loading, words)
    assert held


@pytest.mark.parametrize(
    ("path", "families"),
    [
        ("stories/garden-gate/", {"Atkinson Hyperlegible Next"}),
        ("cy/stories/garden-gate/", {"Atkinson Hyperlegible Next"}),
        ("ar/voices/the-lamp/", {"Atkinson Hyperlegible Next", "Noto Naskh Arabic"}),
    ],
)
def test_every_letter_is_set_in_our_own_fonts(small, path, families):
    """
    Every letter of a text, ŵ and ŷ and Arabic ones among them, is drawn with a font of the site's own.
    """
    page = small.open(path)
    page.evaluate("() => document.fonts.ready.then(() => true)")
    client = page.context.new_cdp_session(page)
    client.send("DOM.enable")
    client.send("CSS.enable")
    root = client.send("DOM.getDocument")["root"]["nodeId"]
    main = client.send("DOM.querySelector", {"nodeId": root, "selector": "main"})["nodeId"]
    nodes = client.send("DOM.querySelectorAll", {"nodeId": main, "selector": "*"})["nodeIds"]
    used = [font for node in nodes for font in client.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]]

    assert [] == [font for font in used if not font["isCustomFont"]]
    assert {family.replace(" ", "") for family in families} >= {
        re.sub(r"(ExtraLight|Regular|Italic|Medium|VF|[ -])", "", font["familyName"]) for font in used
    }


@pytest.mark.parametrize("path", SMALL)
def test_a_visit_asks_for_little(small, path):
    """
    A visit asks the site's own host for the page, the style sheet, the icon, the fonts it needs and one size of each
    picture, and for no more.
    """
    page = small.open(path)
    page.evaluate("() => document.fonts.ready.then(() => true)")
    if path.startswith("embed/"):
        pytest.skip("frames and their page have tests of their own")
    kinds = [re.search(r"(\.css|\.woff2|\.svg|\.png|\.avif|/|\.html)$", url)[1] for url in small.requests]

    assert 1 == kinds.count(".css") or path in ("feeds/", "embed/", "republish/gardengate/")
    assert 1 == kinds.count("/") + kinds.count(".html")
    assert 4 >= kinds.count(".woff2") > 0
    assert {".css", ".woff2", ".svg", ".avif", "/", ".html"} >= set(kinds)
    assert page.locator("img").count() >= kinds.count(".avif")
    assert [] == page.context.cookies()
    assert [0, 0] == page.evaluate("() => [localStorage.length, sessionStorage.length]")


def test_fonts_of_a_page_are_light(small):
    """
    The fonts that a reader of an English page is sent weigh at most 60 KB, and she is sent no Arabic ones.
    """
    page = small.open("stories/two-cups/")
    page.evaluate("() => document.fonts.ready.then(() => true)")
    fonts = [url for url in small.requests if url.endswith(".woff2")]
    size = sum(int(page.request.get(url).headers["content-length"]) for url in fonts)

    assert [] == [url for url in fonts if "arabic" in url]
    assert FONTS_MOST >= size > 0
