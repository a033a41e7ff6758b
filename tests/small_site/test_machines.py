"""
What the site tells to machines: structured data, the sitemap, robots and feeds.
"""

from datetime import date

import feedparser
from lxml import etree

from tests.small_site.site import BASE, ORIGIN

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
ROOT = f"{ORIGIN}{BASE}/"


def sitemap(small_site):
    """The sitemap's addresses with their elements."""
    root = etree.fromstring(small_site.files["sitemap.xml"])
    return {entry.findtext("s:loc", namespaces=NAMES): entry for entry in root.findall("s:url", NAMES)}


def test_sitemap_names_every_page_that_can_be_found(small_site):
    """
    The sitemap holds each text and the first page of each list, once, and nothing else.
    """
    later = {path for path in small_site.pages if path.split("/")[-2:-1] and path.split("/")[-2].isdigit()}
    expected = {page.canonical for path, page in small_site.pages.items() if path not in {"404.html", *later}}

    assert 11 > len(later) > 5
    assert expected == set(sitemap(small_site))
    assert len(expected) == small_site.files["sitemap.xml"].count(b"<loc>")


def test_sitemap_names_translations_as_the_pages_do(small_site):
    """
    Where the sitemap says in which languages a text stands, the text's own page says the same.
    """
    found = {}
    for url, entry in sitemap(small_site).items():
        links = entry.findall("x:link", NAMES)
        assert {"alternate"} >= {link.get("rel") for link in links}
        found |= {url: {link.get("hreflang"): link.get("href") for link in links}} if links else {}
    pages = {page.canonical: page.alternates for page in small_site.pages.values()}

    assert {f"{ROOT}{prefix}voices/the-lamp/" for prefix in ("", "ar/")} < set(found)
    assert {url: pages[url] for url in found} == found


def test_sitemap_says_when_texts_changed(small_site):
    """
    A text's day in the sitemap is that of its last change, or of its publication.
    """
    days = {url: entry.findtext("s:lastmod", namespaces=NAMES) for url, entry in sitemap(small_site).items()}

    assert "2026-11-18" == days[f"{ROOT}stories/garden-gate/"]
    assert "2026-11-14" == days[f"{ROOT}stories/long-table/"]
    assert days[f"{ROOT}groups/leeds/"] is None


def test_robots_are_shown_the_sitemap(small_site):
    """
    The file for robots forbids nothing and names the sitemap by its whole address.
    """
    lines = small_site.files["robots.txt"].decode().splitlines()

    assert ["User-agent: *", "Disallow:", "", f"Sitemap: {ROOT}sitemap.xml"] == lines


def test_article_data_says_what_the_page_says(small_site):
    """
    The structured data of a text has the page's own heading, summary, address, language and days.
    """
    described = {}
    for path, page in small_site.pages.items():
        for data in page.data("Article"):
            described[path] = page
            assert page.text("//h1") == data["headline"]
            assert page.meta("description") == data["description"]
            assert page.canonical == data["mainEntityOfPage"]
            assert page.lang == data["inLanguage"]
            assert date.fromisoformat(data["datePublished"]) <= date.fromisoformat(data["dateModified"])
            times = page.find("//main//header//time/@datetime")
            assert [data["datePublished"], data["dateModified"]] == [times[0], times[-1]]
            assert "article" == page.meta("og:type")
            home = small_site.pages[small_site.target(data["publisher"]["url"])]
            assert (page.lang, "Small Welcome") == (home.lang, data["publisher"]["name"])

    assert {
        "stories/garden-gate/index.html",
        "cy/stories/garden-gate/index.html",
        "stories/long-table/index.html",
        "stories/two-cups/index.html",
        "explainers/counting-cups/index.html",
        "explainers/seeking-safety/index.html",
        "voices/the-lamp/index.html",
        "ar/voices/the-lamp/index.html",
        "voices/quiet-harbour/index.html",
    } == set(described)


def test_explainer_data_says_when_it_was_checked(small_site):
    """
    The structured data of an explainer has the day of its last check and its sources.
    """
    data = small_site.pages["explainers/seeking-safety/index.html"].data("Article")[0]

    assert "2026-10-30" == data["lastReviewed"]
    assert [("A page with <angles> & figures", "https://facts.example/page?a=1&b=2")] == [
        (source["name"], source["url"]) for source in data["citation"]
    ]


def test_breadcrumb_data_is_the_way_that_the_page_shows(small_site):
    """
    The structured way to a page has the links of the page's own way to it, and ends at the page.
    """
    for path, page in small_site.pages.items():
        shown = [(a.text_content(), ORIGIN + a.get("href")) for a in page.find("//ol[contains(@class, 'crumbs')]//a")]
        items = [item for data in page.data("BreadcrumbList") for item in data["itemListElement"]]
        assert list(range(1, len(items) + 1)) == [item["position"] for item in items]
        if shown:
            assert [*shown, page.canonical] == [*((i["name"], i["item"]) for i in items[:-1]), items[-1]["item"]], path
        else:
            assert items == [], path


def test_front_page_says_whose_site_it_is(small_site):
    """
    Each front page names the site as an organisation at its own address.
    """
    for path in ("index.html", "ar/index.html", "cy/index.html"):
        page = small_site.pages[path]
        assert [("Small Welcome", page.canonical)] == [(own["name"], own["url"]) for own in page.data("Organization")]


def test_feeds_are_read_as_they_were_meant(small_site):
    """
    A reader of feeds finds no fault in either, and the same texts, ids, addresses and days in both.
    """
    rss, atom = (feedparser.parse(small_site.files[f"feeds/all/{name}.xml"]) for name in ("rss", "atom"))
    entries = [
        [(entry.id, entry.link, entry.title, entry.published_parsed[:3]) for entry in feed.entries]
        for feed in (rss, atom)
    ]

    assert (False, False) == (rss.bozo, atom.bozo)
    assert ("rss20", "atom10") == (rss.version, atom.version)
    assert entries[0] == entries[1]
    assert [
        f"{ROOT}{path}"
        for path in (
            "cy/stories/garden-gate/",
            "stories/garden-gate/",
            "stories/long-table/",
            "stories/two-cups/",
            "ar/voices/the-lamp/",
            "voices/the-lamp/",
            "",  # what has left the feed
            "voices/first-snow/",
            "act/write-a-letter/",
            "explainers/seeking-safety/",
            "explainers/counting-cups/",
        )
    ] == [link for _, link, _, _ in entries[0]]


def test_feed_entries_are_known_by_their_opaque_ids(small_site):
    """
    Every entry has an id of its own, made of the text's opaque id and not of its words, day or address.
    """
    entries = feedparser.parse(small_site.files["feeds/all/atom.xml"]).entries
    ids = {entry.link.removeprefix(ROOT): entry.id for entry in entries}

    assert len(entries) == len(set(ids.values()))
    assert "tag:small.example,2026:gardengate" == ids["stories/garden-gate/"]
    assert "tag:small.example,2026:gardengate:cy" == ids["cy/stories/garden-gate/"]


def test_feeds_name_their_own_address_and_no_mail(small_site):
    """
    Each feed names itself and the site; neither holds an address of mail.
    """
    for name in ("rss", "atom"):
        content = small_site.files[f"feeds/all/{name}.xml"]
        links = {(link.rel, link.href) for link in feedparser.parse(content).feed.links}
        assert {("self", f"{ROOT}feeds/all/{name}.xml"), ("alternate", ROOT)} <= links
        assert b"@" not in content
