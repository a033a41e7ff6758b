"""
What is true of every page, whoever wrote it.
"""

from itertools import pairwise

import html5lib
import pytest
from lxml import html

from tests.small_site.site import BASE, ORIGIN

DIRECTIONS = {"en-GB": "ltr", "cy": "ltr", "ar": "rtl"}


def test_every_page_is_valid_html(small_site):
    """
    Each file of HTML parses without one error, as the standard reads it.
    """
    for path, page in small_site.html.items():
        parser = html5lib.HTMLParser(strict=True)
        try:
            parser.parse(page.content)
        except html5lib.html5parser.ParseError as error:
            pytest.fail(f"{path}: {error} {parser.errors}")


def test_every_page_has_one_main_heading(small_site):
    """
    Each page has exactly one heading of the first level, with words in it, and skips no level below it.
    """
    for path, page in small_site.pages.items():
        levels = [int(heading.tag[1]) for heading in page.find("//*[self::h1 or self::h2 or self::h3 or self::h4]")]
        assert (path, 1) == (path, levels.count(1))
        assert page.text("//h1")
        assert [] == [(path, a, b) for a, b in pairwise(levels) if b > a + 1]


def test_every_id_is_unique_and_every_name_refers_to_one(small_site):
    """
    No page has an id twice, and whatever refers to an id of its page finds it.
    """
    for path, page in small_site.html.items():
        ids = page.find("//@id")
        wanted = {name for names in page.find("//@aria-labelledby | //@aria-describedby") for name in names.split()}
        wanted |= {url[1:] for url in page.links() if url.startswith("#")}
        assert (path, len(ids)) == (path, len(set(ids)))
        assert (path, set()) == (path, wanted - set(ids))


def test_every_page_says_its_language_and_direction(small_site):
    """
    Each page bears the language and the direction of its words: that of the first part of its address.
    """
    tags = {"ar": "ar", "cy": "cy"}
    expected = {path: tags.get(path.partition("/")[0], "en-GB") for path in small_site.html}
    expected |= {path: tag for path in expected for own, tag in tags.items() if f".{own}/" in path}

    assert expected == {path: page.lang for path, page in small_site.html.items()}
    assert {path: DIRECTIONS[tag] for path, tag in expected.items()} == {
        path: page.one("/html/@dir") for path, page in small_site.html.items()
    }


def test_words_in_another_language_say_so(small_site):
    """
    Arabic words stand below an element that says Arabic and its direction; below it stand no others but names.
    """
    for path, page in small_site.pages.items():
        for element in page.find("//body//*[text() or @aria-label or @title]"):
            own = [element.text, *(child.tail for child in element), element.get("aria-label"), element.get("title")]
            words = " ".join(filter(None, own)).strip()
            said = (
                element.xpath("ancestor-or-self::*[@lang][1]/@lang")[0],
                element.xpath("ancestor-or-self::*[@dir][1]/@dir")[0],
            )
            if any("\u0600" <= letter <= "\u06ff" for letter in words):
                assert (path, words, ("ar", "rtl")) == (path, words, said)
            elif words not in NAMES and any(letter.isascii() and letter.isalpha() for letter in words):
                assert (path, words, "ltr") == (path, words, said[1])
                assert "ar" != said[0]


NAMES = ("Small Welcome",)
"""Words that are the same in every language."""


def test_texts_and_their_translations_lead_to_each_other(small_site):
    """
    A page in several languages links to each of them, and each of these links back to the same set.
    """
    alternates = {page.canonical: page.alternates for page in small_site.pages.values() if page.alternates}
    pages = {page.canonical: page for page in small_site.pages.values()}

    assert {f"{ORIGIN}{BASE}/{path}" for path in ("", "ar/", "cy/")} <= set(alternates)
    assert {f"{ORIGIN}{BASE}/{path}voices/the-lamp/" for path in ("", "ar/")} <= set(alternates)
    assert {f"{ORIGIN}{BASE}/{path}stories/garden-gate/" for path in ("", "cy/")} <= set(alternates)
    for url, own in alternates.items():
        assert url in own.values()
        for lang, other in own.items():
            assert own == alternates[other]
            assert lang == pages[other].lang
            assert other == url or other.removeprefix(ORIGIN) in pages[url].find("//header//nav//a/@href")


def test_translations_say_what_they_are(small_site):
    """
    A translation names the language of its original and who translated it; an original says nothing of the kind.
    """
    english = small_site.pages["voices/the-lamp/index.html"]
    arabic = small_site.pages["ar/voices/the-lamp/index.html"]

    assert "Translated from Arabic. Translation: the test editors." in english.text()
    assert "Before you read The text speaks of the night" in english.text()
    assert "يذكر النص الليل" in arabic.text()
    assert "مترجم" not in arabic.text()


def test_every_page_describes_itself(small_site):
    """
    Each page has a title of its own, a description, and says the same to those that share it.
    """
    titles = {}
    for path, page in small_site.pages.items():
        title, description = page.text("//title"), page.meta("description")
        titles.setdefault((page.lang, title), []).append(path)
        assert title and description, path
        if page.canonical:
            assert (path, description) == (path, page.meta("og:description"))
            assert (path, page.canonical) == (path, page.meta("og:url"))
            assert (path, "Small Welcome") == (path, page.meta("og:site_name"))
            assert (path, page.lang.replace("-", "_")) == (path, page.meta("og:locale"))
            assert (path, page.text("//h1")) == (path, page.meta("og:title"))
            assert page.meta("og:type") in ("article", "website")

    assert [] == [paths for paths in titles.values() if len(paths) > 1]


def test_every_page_names_its_own_address(small_site):
    """
    The canonical address of each page leads to that very page; the page for unknown addresses has none.
    """
    for path, page in small_site.pages.items():
        expected = f"{ORIGIN}{BASE}/{path.removesuffix('index.html')}" if path != "404.html" else ""
        assert expected == page.canonical


def test_titles_are_escaped_once(small_site):
    """
    A title with quotation marks, an ampersand and angles is read as it was written, wherever it stands.
    """
    title = 'Tea & "two" <cups>'
    page = small_site.pages["stories/two-cups/index.html"]
    cards = small_site.pages["topics/friendship/2/index.html"].find("//article//a[contains(@href, 'two-cups')]")

    assert title == page.text("//h1") == page.meta("og:title")
    assert f"{title} · Small Welcome" == page.text("//title")
    assert title == page.data("Article")[0]["headline"]
    assert [title] == [card.text_content() for card in cards]


def test_dates_are_written_for_their_readers(small_site):
    """
    Each date is written out as its readers write it, and as ISO for machines.
    """
    found = {}
    for path in (
        "stories/garden-gate/index.html",
        "cy/stories/garden-gate/index.html",
        "ar/voices/the-lamp/index.html",
    ):
        time = small_site.pages[path].find("//main//header//time")[0]
        found[path.partition("/")[0]] = (time.get("datetime"), time.text_content())

    assert {
        "stories": ("2026-11-15", "15 November 2026"),
        "cy": ("2026-11-15", "15 Tachwedd 2026"),
        "ar": ("2026-11-10", "10 نوفمبر 2026"),
    } == found


def test_menus_lead_to_what_there_is_in_the_language(small_site):
    """
    The menu holds the lists there are in the page's language; the way to where one is is marked.
    """
    menus = {path: [] for path in ("stories/long-table/index.html", "cy/index.html", "ar/voices/index.html")}
    for path in menus:
        menus[path] = small_site.pages[path].find("(//header//nav)[1]//a/@href")
    page = small_site.pages["stories/long-table/index.html"]

    assert ["stories/", "voices/", "explainers/", "act/", "groups/", "how-change-happens/"] == [
        url.removeprefix("/base/") for url in menus["stories/long-table/index.html"]
    ]
    assert ["/base/cy/stories/", "/base/how-change-happens/"] == menus["cy/index.html"]
    assert ["/base/ar/voices/", "/base/how-change-happens/"] == menus["ar/voices/index.html"]
    assert ["/base/stories/"] == page.find("//header//a[@aria-current]/@href")


def test_lists_hold_every_text_once(small_site):
    """
    The pages of a list hold each text of it once, lead to each other, and say where they are.
    """
    urls = ["stories/index.html", "stories/2/index.html"]
    cards = [url for path in urls for url in small_site.pages[path].find("//main//article//h2//a/@href")]
    first, second = (small_site.pages[path] for path in urls)

    assert [f"/base/stories/{slug}/" for slug in ("garden-gate", "long-table", "two-cups")] == cards
    assert ["/base/stories/2/"] == first.find('//main//a[@rel="next"]/@href')
    assert ["/base/stories/"] == second.find('//main//a[@rel="prev"]/@href')
    assert "Page 2 of 2" in second.text()


def test_neighbours_lead_to_each_other(small_site):
    """
    The text after a text has that text before it, through all of a type in a language.
    """
    after = {}
    before = {}
    for page in small_site.pages.values():
        url = page.canonical.removeprefix(ORIGIN)
        for other in page.find('//nav[@class="neighbours"]//a[@rel="next"]/@href'):
            after[url] = other
        for other in page.find('//nav[@class="neighbours"]//a[@rel="prev"]/@href'):
            before[url] = other

    assert after == {there: here for here, there in before.items()}
    assert "/base/stories/long-table/" == after["/base/stories/garden-gate/"]


def test_page_for_unknown_addresses_speaks_every_language(small_site):
    """
    The page for unknown addresses leads to the front page in each language of the site.
    """
    page = small_site.pages["404.html"]

    assert ["/base/", "/base/ar/", "/base/cy/"] == page.find("//main//a/@href")
    assert ["en-GB", "ar", "cy"] == page.find("//main/div/@lang")


def test_facts_bring_their_sources(small_site):
    """
    A text that states facts names the source of each, once, and no other.
    """
    for path in ("stories/garden-gate/index.html", "explainers/seeking-safety/index.html"):
        page = small_site.pages[path]
        assert ["https://facts.example/page?a=1&b=2"] == page.find('//section[@aria-labelledby="sources"]//a/@href')
        assert "A publisher of examples: A page with <angles> & figures, 2026-02-26" in page.text()


def test_explainers_show_how_sure_they_are(small_site):
    """
    An explainer shows its answer, who checked it, when it is to be checked again and what was put right.
    """
    text = small_site.pages["explainers/seeking-safety/index.html"].text()

    assert "There were seven facts in 2025." in text
    assert "Last checked on 30 October 2026 by the test editors. Next check by 31 October 2027." in text
    assert "31 October 2026: it said: There were six. It now says: There were seven." in text


def test_pages_can_be_read_again_by_another_reader(small_site):
    """
    What lxml reads of a page, which these tests ask, is what the standard's own reader reads.
    """
    page = small_site.pages["stories/garden-gate/index.html"]
    other = html5lib.parse(page.content, treebuilder="lxml", namespaceHTMLElements=False)

    assert html.tostring(page.one("//main"), method="text", encoding="unicode").split() == (
        html.tostring(other.xpath("//main")[0], method="text", encoding="unicode").split()
    )
