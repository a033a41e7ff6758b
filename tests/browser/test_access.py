"""
Whoever comes, by whatever way, can use every page: axe-core, the keyboard, no script, small screens.
"""

from functools import cache

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.pages import OWN, SMALL, resolve

SCHEMES = ("light", "dark")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

axe = cache(Axe)


def find_violations(page):
    """What axe-core holds against a page, in short."""
    found = axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    return [
        (violation["id"], node["target"], node["failureSummary"])
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("path", SMALL)
def test_axe_finds_nothing(small, path):
    """
    axe-core finds nothing against any type of page, in light and in dark.
    """
    page = small.open(path)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert (scheme, []) == (scheme, find_violations(page))


@pytest.mark.parametrize("pattern", OWN)
def test_axe_finds_nothing_in_our_own_pages(own, own_output, pattern):
    """
    axe-core finds nothing against the longest of our own pages of each type, in light and in dark, on a small screen.
    """
    page = own.open(resolve(pattern, own_output), viewport={"width": 320, "height": 640})
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert (scheme, []) == (scheme, find_violations(page))


def test_schemes_differ(small):
    """
    Light and dark, which the tests above look at, are two.
    """
    page = small.open("about/")
    grounds = set()
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        grounds.add(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))

    assert 2 == len(grounds)


def test_axe_would_find_something(small):
    """
    The tests above would notice: axe-core does find a link without a name and words too pale to read.
    """
    page = small.open("about/", color_scheme="light")
    page.evaluate(
        """() => {
            const link = document.createElement("a");
            link.href = "#";
            document.querySelector("main").append(link);
            document.querySelector("h1").style.color = "#eee";
        }"""
    )

    assert {"color-contrast", "link-name"} <= {violation for violation, _, _ in find_violations(page)}
