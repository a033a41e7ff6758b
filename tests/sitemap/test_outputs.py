"""
The sitemap names every page that searchers may find, and says in which languages it is there.
"""

import pytest
from lxml import etree

from plugins.sitemap import outputs
from plugins.sitemap.outputs import SITEMAP, XHTML, Address, SitemapRenderer, make_outputs
from tests.make import (
    make_group,
    make_home,
    make_library,
    make_page,
    make_pages,
    make_principle,
    make_story,
    make_testimony,
    make_translation,
)


def make_files(*records, **changes):
    return {output.path: output for output in make_outputs(make_library(*records, **changes))}


def read(content):
    """Each address of a sitemap with its day of change and its other languages."""
    root = etree.fromstring(content)
    found = {}
    for entry in root:
        links = [(link.get("hreflang"), link.get("href")) for link in entry.findall(f"{{{XHTML}}}link")]
        assert all(link.get("rel") == "alternate" for link in entry.findall(f"{{{XHTML}}}link"))
        found[entry.findtext(f"{{{SITEMAP}}}loc")] = (entry.findtext(f"{{{SITEMAP}}}lastmod"), links)
    return found


def sitemap_of(*records, **changes):
    return read(make_files(*records, **changes)["sitemap.xml"].make_bytes())


STORY = make_story(slug="penally", date="2026-11-01", updated="2026-11-05", topics=["work"], places=["leeds"])


def test_every_page_of_a_text_is_named_with_its_day_of_change():
    found = sitemap_of(STORY, make_story(slug="b", date="2026-11-02"), make_page(slug="about"))

    assert ("2026-11-05", []) == found["https://example.org/stories/penally/"]
    assert ("2026-11-02", []) == found["https://example.org/stories/b/"]
    assert (None, []) == found["https://example.org/about/"]


def test_every_list_is_named():
    welsh = make_translation(STORY, "cy")

    assert {
        f"https://example.org/{prefix}{path}"
        for prefix in ("", "cy/")
        for path in ("stories/", "stories/penally/", "topics/", "topics/work/", "places/", "places/leeds/")
    } == set(sitemap_of(STORY, welsh))


def test_other_languages_are_named_on_each_of_them():
    home = make_home()
    found = sitemap_of(home, make_translation(home, "ar"), make_translation(home, "cy"))
    languages = [
        ("ar", "https://example.org/ar/"), ("cy", "https://example.org/cy/"), ("en-GB", "https://example.org/"),
    ]  # fmt: skip

    assert {url: (None, languages) for _, url in languages} == found


def test_what_may_not_be_shown_is_not_named():
    assert {} == sitemap_of(make_story(status="draft"), make_story(slug="b", date="2027-01-01"), make_testimony())


@pytest.mark.parametrize("site_url", ["https://example.org/welcome", "https://example.org/welcome/"])
def test_addresses_stand_below_the_site(site_url):
    assert {"https://example.org/welcome/stories/", "https://example.org/welcome/stories/a-story/"} == set(
        sitemap_of(make_story(), site_url=site_url)
    )


def test_every_address_is_that_of_a_page_that_is_published():
    """
    And no page but further pages of lists, former addresses and the page for unknown ones is missing.
    """
    records = [
        STORY, make_translation(STORY, "cy"), make_home(), make_page(slug="about"), make_group(), make_principle(),
        make_story(slug="moved", former=["/stories/old/"]),
    ]  # fmt: skip
    pages = {path for path in make_pages(make_library(*records)) if path.endswith("index.html")}

    assert pages - {"stories/old/index.html"} == {
        url.removeprefix("https://example.org/") + "index.html" for url in sitemap_of(*records)
    }


def test_addresses_are_sorted_and_named_once():
    urls = list(sitemap_of(STORY, make_story(slug="a"), make_page(), make_group(), make_translation(STORY, "cy")))

    assert sorted(set(urls)) == urls


def test_a_sitemap_that_would_be_too_long_becomes_several(monkeypatch):
    monkeypatch.setattr(outputs, "MOST", 2)
    files = make_files(STORY)
    index = etree.fromstring(files["sitemap.xml"].make_bytes())

    assert {"sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "robots.txt"} == set(files)
    assert f"{{{SITEMAP}}}sitemapindex" == index.tag
    assert [f"https://example.org/sitemap-{number}.xml" for number in (1, 2, 3)] == list(
        read(files["sitemap.xml"].make_bytes())
    )
    parts = [read(files[f"sitemap-{number}.xml"].make_bytes()) for number in (1, 2, 3)]
    assert [2, 2, 2] == [len(part) for part in parts]
    assert sorted(url for part in parts for url in part) == sorted(
        f"https://example.org/{path}"
        for path in ("stories/", "stories/penally/", "topics/", "topics/work/", "places/", "places/leeds/")
    )


def test_a_site_without_texts_has_an_empty_sitemap():
    assert {} == sitemap_of()


def test_robots_are_told_where_the_sitemap_is():
    robots = make_files(STORY, site_url="https://example.org/welcome")["robots.txt"].make_bytes().decode()

    assert "User-agent: *\nDisallow:\n\nSitemap: https://example.org/welcome/sitemap.xml\n" == robots


def test_a_sitemap_carries_the_texts_it_names():
    other = make_story(slug="b", status="draft")

    assert (STORY.id,) == make_files(STORY, make_translation(STORY, "cy"), other)["sitemap.xml"].carries


def test_words_of_addresses_are_escaped():
    content = SitemapRenderer()((Address("https://example.org/?a=1&b=<c>"),))

    assert b"?a=1&amp;b=&lt;c&gt;" in content
    assert {"https://example.org/?a=1&b=<c>": (None, [])} == read(content)


def test_the_key_changes_with_addresses_and_days_and_not_with_words():
    def key(**changes):
        return make_files(make_story(slug="a", **changes))["sitemap.xml"].key

    assert key() == key(title="Other", summary="Other.", body="<p>Other.</p>")
    assert key() != key(updated="2026-11-09")
    assert SitemapRenderer(True).digest != SitemapRenderer(False).digest
