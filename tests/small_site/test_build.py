"""
Which texts a build publishes, and which not one byte of.
"""

import pytest

from tests.small_site.site import Site, copy_site

PAGES = [
    "index.html",
    "404.html",
    "about/index.html",
    "act/index.html",
    "act/write-a-letter/index.html",
    "ar/index.html",
    "ar/places/index.html",
    "ar/places/leeds/index.html",
    "ar/topics/friendship/index.html",
    "ar/topics/index.html",
    "ar/voices/index.html",
    "ar/voices/the-lamp/index.html",
    "changes/index.html",
    "changes/safety/index.html",
    "cy/index.html",
    "cy/places/index.html",
    "cy/places/leeds/index.html",
    "cy/stories/garden-gate/index.html",
    "cy/stories/index.html",
    "cy/topics/friendship/index.html",
    "cy/topics/index.html",
    "embed/index.html",
    "explainers/index.html",
    "explainers/counting-cups/index.html",
    "explainers/seeking-safety/index.html",
    "facts/corrections/index.html",
    "facts/f-tests-001/index.html",
    "facts/f-tests-002/index.html",
    "facts/f-tests-004/index.html",
    "facts/index.html",
    "facts/sources/index.html",
    "feeds/index.html",
    "glossary/index.html",
    "glossary/saucer/index.html",
    "groups/index.html",
    "groups/leeds/index.html",
    "groups/swansea/index.html",
    "how-change-happens/index.html",
    "places/index.html",
    "places/leeds/2/index.html",
    "places/leeds/index.html",
    "places/swansea/2/index.html",
    "places/swansea/index.html",
    "places/uk/2/index.html",
    "places/uk/index.html",
    "principles/friendship/index.html",
    "principles/index.html",
    "stories/2/index.html",
    "stories/garden-gate/index.html",
    "stories/index.html",
    "stories/long-table/index.html",
    "stories/two-cups/index.html",
    "techniques/index.html",
    "techniques/part-for-whole/index.html",
    "topics/friendship/2/index.html",
    "topics/friendship/3/index.html",
    "topics/friendship/4/index.html",
    "topics/friendship/index.html",
    "topics/index.html",
    "topics/law/2/index.html",
    "topics/law/index.html",
    "voices/2/index.html",
    "voices/first-snow/index.html",
    "voices/index.html",
    "voices/quiet-harbour/index.html",
    "voices/the-lamp/index.html",
]

HIDDEN = {
    "a draft": ["marmalade", "unfinished-quilt", "marma1ade7"],
    "a text marked ready": ["kestrel", "kettle-on", "kestre1008"],
    "a text of tomorrow": ["snowdrop", "spring-fair", "sn0wdr0p09"],
    "an action that ended yesterday": ["lemonade", "past-picnic", "dem0nade12"],
    "a testimony whose consent has ended": ["tamarind", "Zebediah", "C-CRAD01"],
    "a testimony whose consent is paused": ["cinnamon", "winter-coat", "wnterc0at4", "Ottoline", "C-DCAT01"],
    "a translation without a consent to it": ["gwenynen", "wenynen"],
    "the records of consents": ["C-AAMP01", "C-BHARB1", "C-ESN0W1"],
}
"""Words that stand in what may not be shown, and nowhere else."""


def test_each_text_and_each_list_has_its_page(small_site):
    """
    The site has exactly the pages that its texts, lists, topics and places call for.
    """
    assert sorted(PAGES) == sorted(small_site.pages)


def test_former_addresses_lead_to_the_new_one(small_site):
    """
    Where a text stood before, a page leads to it at once, in each of its languages.
    """
    gate, giat = "/base/stories/garden-gate/", "/base/cy/stories/garden-gate/"
    found = {path: page.redirect for path, page in small_site.html.items() if page.redirect}

    assert {
        "stories/old-gate/index.html": gate,
        "news/2025/gate/index.html": gate,
        "cy/stories/old-gate/index.html": giat,
        "cy/news/2025/gate/index.html": giat,
    } == found


def test_former_addresses_are_told_to_nobody_new(small_site):
    """
    The page at a former address names the new one as its own, keeps out of searches, and can be followed by hand.
    """
    page = small_site.html["stories/old-gate/index.html"]

    assert "https://small.example/base/stories/garden-gate/" == page.canonical
    assert "noindex" == page.meta("robots")
    assert ["/base/stories/garden-gate/"] == page.links()


@pytest.mark.parametrize("what", HIDDEN)
def test_what_may_not_be_shown_is_in_no_byte(small_site, what):
    """
    Not one word, address, id or name of a text that may not be shown stands in any file.
    """
    words = [word.lower().encode() for word in HIDDEN[what]]
    found = [
        (path, word)
        for path, content in small_site.files.items()
        for word in words
        if word in content.lower() or word in path.lower().encode()
    ]

    assert [] == found


def test_what_has_left_the_site_leaves_the_same_few_words_at_its_address(small_site):
    """
    No title, no name, no cause; the page keeps out of searches, and no other page leads to it.
    """
    apart = {path for path, page in small_site.html.items() if not page.is_for_searches and not page.redirect}
    notices = {path for path in apart if not path.startswith("republish/")}
    page = small_site.html["voices/old-road/index.html"]

    assert {"410.html", "voices/old-road/index.html"} == notices
    assert ("This page is no longer here", "") == (page.text("//h1"), page.canonical)
    assert [] == [path for path, content in small_site.files.items() if b"old-road" in content]


def test_no_machinery_is_seen(small_site):
    """
    No file of words shows what only the software should see: templates, names of files, links by name.
    """
    words = (b"traceback", b"undefined", b"{{", b"{%", b"linkplace", b"record:", b".md", b"none,")
    files = {
        path: own.lower().replace(b"/text.md", b"")
        for path, own in small_site.files.items()
        if path.endswith((".html", ".xml", ".txt"))
    }

    assert [] == [(path, word) for path, content in files.items() for word in words if word in content]


def test_words_that_may_be_shown_are_there(small_site):
    """
    The search for hidden words does find words that are there.
    """
    shown = [word.encode() for word in ("pelican", "turnip", "مصباح", "ŷd")]

    assert [True] * 4 == [any(word in content for content in small_site.files.values()) for word in shown]


def test_testimony_without_a_yes_to_feeds_is_on_the_site_alone(small_site):
    """
    A testimony whose consent says no to feeds has its page, and no feed has a word of it.
    """
    feeds = [content for path, content in small_site.files.items() if path.startswith("feeds/")]

    assert "pelican stands in no feed" in small_site.pages["voices/quiet-harbour/index.html"].text()
    assert 100 < len(feeds)
    assert [] == [
        word for word in (b"pelican", b"harbour", b"qharbrsc02", b"Person K.") for own in feeds if word in own
    ]


def test_testimony_with_a_yes_to_feeds_is_in_each_format(small_site):
    """
    A testimony whose consent says yes to feeds is in the feed of everything, whatever its format, in each language it may have.
    """
    feeds = [small_site.files[f"feeds/all/{name}"].decode() for name in ("rss.xml", "atom.xml", "feed.json")]

    assert [True] * 6 == [word in own for own in feeds for word in ("A lamp in the window", "مصباح على النافذة")]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("voices/the-lamp/index.html", "Samar (not their real name)"),
        ("ar/voices/the-lamp/index.html", "سمر ("),
        ("voices/quiet-harbour/index.html", "Person K."),
        ("voices/first-snow/index.html", "A demonstration voice"),
    ],
)
def test_public_name_comes_from_the_consent(small_site, path, name):
    """
    A testimony shows the name that stands in its consent record, in the page's language; a pseudonym is called one.
    """
    assert name in small_site.pages[path].text()


def test_links_to_hidden_texts_are_plain_words(small_site):
    """
    Where a link's text may not be shown, its words stay and the link goes.
    """
    page = small_site.pages["stories/garden-gate/index.html"]
    paragraph = page.find("//main//p[contains(., 'a draft beside it')]")[0]

    assert "It once had a draft beside it, a road that has ended and a picnic that is over." == paragraph.text_content()
    assert [] == paragraph.xpath(".//a")


def test_hidden_links_are_told(small_site):
    """
    The run says which links became plain words, sorted, each with its line, and nothing else.
    """
    hidden = "may not be shown now, so the link became plain words. Nothing need be done; "
    hidden += "it becomes a link again when that text is shown."
    english, welsh = "content/stories/garden-gate.md:24:1", "content/stories/garden-gate.cy.md:13:1"

    assert [
        "content/consents/c-bharb1.yml:1:1: warning: C-BHARB1 ends on 2026-11-23, within 7 days. "
        "Ask the person whether it may stay, and write the new day into expires_on.",
        f'{welsh}: warning: "unfinished-quilt" {hidden}',
        f'{english}: warning: "../actions/past-picnic.md" {hidden}',
        f'{english}: warning: "testimony/old-road" {hidden}',
        f'{english}: warning: "unfinished-quilt" {hidden}',
    ] == small_site.run.err.splitlines()


def test_links_between_texts_lead_to_their_pages(small_site):
    """
    A link by name, by type and name, by file and to a part of a text leads there, in the reader's language if it can.
    """
    english = small_site.pages["stories/garden-gate/index.html"].find("//main//p[contains(., 'The gate has')]//a/@href")
    welsh = small_site.pages["cy/stories/garden-gate/index.html"].find("//main//p[contains(., 'Mae gan')]//a")

    assert [
        "/base/explainers/seeking-safety/",
        "/base/act/write-a-letter/",
        "/base/groups/leeds/",
        "/base/explainers/seeking-safety/#part-the-second-part",
    ] == english
    assert [("/base/explainers/seeking-safety/", "en-GB")] == [(a.get("href"), a.get("hreflang")) for a in welsh]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("stories/garden-gate/index.html", ["/base/voices/the-lamp/", "/base/act/write-a-letter/"]),
        ("explainers/seeking-safety/index.html", ["/base/voices/quiet-harbour/", "/base/act/write-a-letter/"]),
    ],
)
def test_named_voice_and_action_stand_beside_a_text(small_site, path, expected):
    """
    A story or explainer leads to the voice and the action that it names.
    """
    assert expected == small_site.pages[path].find('//section[@aria-labelledby="next-steps"]//a/@href')


def test_others_stand_in_for_a_voice_and_an_action_that_may_not_be_shown(small_site):
    """
    Where the named voice or action may not be shown, another that fits stands there.
    """
    page = small_site.pages["stories/long-table/index.html"]
    voice, action = page.find('//section[@aria-labelledby="next-steps"]//a/@href')

    assert voice in {f"/base/voices/{slug}/" for slug in ("quiet-harbour", "the-lamp", "first-snow")}
    assert "/base/act/write-a-letter/" == action


def test_nothing_in_a_text_can_run(small_site):
    """
    Scripts, styles and handlers that someone wrote into a text are gone; its words stay.
    """
    page = small_site.pages["stories/two-cups/index.html"]

    assert "Two cups, one pot." in page.text()
    assert "Raw words." in page.text()
    assert [] == [word for word in (b"alert", b"onclick", b"color: red") if word in page.content]


def test_demonstrations_say_that_they_are(small_site):
    """
    A demonstration says that it is one on its page, on each card and in each feed.
    """
    page, voices = small_site.pages["voices/first-snow/index.html"], small_site.pages["voices/2/index.html"]
    feeds = [small_site.files[f"feeds/all/{name}"].decode() for name in ("rss.xml", "atom.xml", "feed.json")]

    assert "These are no real person's words." in page.text()
    assert "demonstration" in voices.text("//article[.//a[contains(@href, 'first-snow')]]")
    assert [True] * 3 == ["Written to show the software; no real person's words." in feed for feed in feeds]


def test_closing_line_says_what_was_built(small_site):
    """
    The run ends with one line: how many texts and files, what was done with them, what was left out and why, and how
    to look at it.
    """
    begin, _, end = small_site.run.out.partition(" in ")

    assert f"Built 24 texts into {len(small_site.files)} files" == begin
    assert end.endswith(
        f" s: {len(small_site.files)} written, 0 unchanged, 0 removed in output/; left out: 2 drafts, "
        "1 text of a later day, 1 action that has ended, 1 testimony not for this site (C-AAMP01), "
        "1 testimony whose consent has ended (C-CRAD01), 1 testimony that is paused (C-DCAT01). To look at it: make serve\n"
    )


def test_consents_may_stand_elsewhere(tmp_path, site):
    """
    A site whose folder of consents is not there is built without its testimonies, and says how many they are.
    """
    elsewhere = tmp_path / "elsewhere"
    run = site.build(WELCOME_CONSENTS=str(elsewhere))

    assert (0, True) == (run.status, "7 testimonies without a consent record" in run.out)
    assert [] == [path for path in site.files() if "voices" in path]
    assert [] == [path for path, content in site.files().items() if b"pelican" in content.lower()]

    (site.content / "consents").rename(elsewhere)
    assert "1 testimony that is paused (C-DCAT01)" in site.build(WELCOME_CONSENTS=str(elsewhere)).out
    assert "voices/quiet-harbour/index.html" in site.files()


def test_another_day_shows_other_texts(tmp_path):
    """
    The day of the build alone decides what is later, what has ended and which consent still counts.
    """
    site: Site = copy_site(tmp_path / "site")
    site.configure("BUILD = Build(today=date(2026, 11, 24))")
    run = site.build()

    assert 0 == run.status, run.err
    assert {"stories/spring-fair/index.html"} == set(site.files()) & {
        "stories/spring-fair/index.html",  # its day has come
        "act/write-a-letter/index.html",  # its last day was yesterday
    }
    assert (
        b"This page is no longer here" in site.files()["voices/quiet-harbour/index.html"]
    )  # its consent ended yesterday
