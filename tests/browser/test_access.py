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


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", SMALL)
def test_axe_finds_nothing(small, path, scheme):
    """
    axe-core finds nothing against any type of page, in light and in dark.
    """
    assert [] == find_violations(small.open(path, color_scheme=scheme))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("pattern", OWN)
def test_axe_finds_nothing_in_our_own_pages(own, own_output, pattern, scheme):
    """
    axe-core finds nothing against the longest of our own pages of each type, in light and in dark, on a small screen.
    """
    size = {"width": 320, "height": 640}
    page = own.open(resolve(pattern, own_output), color_scheme=scheme, viewport=size)

    assert [] == find_violations(page)


def test_axe_would_find_something(small):
    """
    The tests above would notice: axe-core does find a link without a name and words too pale to read.
    """
    page = small.open("about/")
    page.evaluate(
        """() => {
            const link = document.createElement("a");
            link.href = "#";
            document.querySelector("main").append(link);
            document.querySelector("h1").style.color = "#eee";
        }"""
    )

    assert {"color-contrast", "link-name"} <= {violation for violation, _, _ in find_violations(page)}
