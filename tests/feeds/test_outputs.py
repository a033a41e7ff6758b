"""
The feeds hold the newest of everything public, and nothing that has no scope for feeds.
"""

import json
from datetime import date

import pytest
from lxml import etree

from plugins.feeds.outputs import make_outputs
from plugins.outputs import Channel
from plugins.syndication.whole import ROW
from tests.make import (
    make_action,
    make_consent,
    make_explainer,
    make_feeds,
    make_group,
    make_library,
    make_page,
    make_principle,
    make_story,
    make_testimony,
    make_translation,
    make_words,
)

ATOM = "{http://www.w3.org/2005/Atom}"


def make_all(*records, settings=None, **changes):
    made = make_outputs(make_library(*records, **changes), settings or make_feeds(), "A site")
    return {output.path: output for output in made}


def make_both(*records, **changes):
    made = make_all(*records, **changes)
    return [made[f"feeds/all/{name}"] for name in ("rss.xml", "atom.xml", "feed.json")]


def view_of(*records, **changes):
    return make_both(*records, **changes)[0].make_view()


def titles(*records, **changes):
    return [entry.title for entry in view_of(*records, **changes).entries if not entry.id.endswith(":welcome")]


def test_there_is_one_feed_in_each_format():
    outputs = make_both(make_story())

    assert [Channel.FEED] * 3 == [output.channel for output in outputs]
    assert len(outputs) == len({output.key for output in outputs})
    assert outputs[0].make_view() == outputs[1].make_view() == outputs[2].make_view()


def test_all_feeds_are_made_in_one_row_since_they_show_the_same_entries():
    stories = [make_story(slug=f"story-{number}") for number in range(60)]
    made = make_all(*stories)

    assert any("/archive/" in path for path in made)
    assert {ROW} == {made[path].row for path in made if path.endswith(("rss.xml", "atom.xml", "feed.json"))}


def test_the_newest_come_first_and_ties_stand_by_name():
    stories = [
        make_story(slug=slug, title=slug, date=f"2026-11-{day:02}") for slug, day in (("b", 1), ("c", 9), ("a", 1))
    ]

    assert ["c", "a", "b"] == titles(*stories) == titles(*stories[::-1])


def test_what_tells_something_is_in_the_feeds_and_nothing_else():
    records = [
        make_story(title="story"), make_explainer(title="explainer"), make_action(title="action"), make_group(title="group"),
        make_page(title="page"), make_principle(title="principle"),
    ]  # fmt: skip

    assert {"story", "explainer", "action"} == set(titles(*records))


def test_no_more_than_the_limit_are_kept():
    stories = [make_story(slug=f"s{day}", title=f"{day}", date=f"2026-11-{day:02}") for day in range(1, 6)]

    assert ["5", "4"] == titles(*stories, settings=make_feeds(limit=2))
    assert {stories[4].id, stories[3].id} == set(make_both(*stories, settings=make_feeds(limit=2))[0].carries)


@pytest.mark.parametrize(
    ("consent", "expected"),
    [
        ({}, ["t"]),
        ({"scopes": {"site": "yes"}}, []),
        ({"scopes": {"feed": "yes"}}, []),
        ({"scopes": {"site": "yes", "feed": "yes"}}, ["t"]),
        ({"status": "withdrawn"}, []),
        ({"expires_on": "2026-11-22"}, ["This piece is no longer available"]),
    ],
)
def test_a_testimony_is_in_the_feeds_only_with_a_yes_to_feeds(consent, expected):
    testimony = make_testimony(title="t")

    assert expected == titles(testimony, consents=[make_consent(testimony, **consent)])


def test_a_draft_is_in_no_feed():
    assert [] == titles(make_story(status="draft"), make_story(slug="b", date="2026-11-24"))


def test_a_feed_without_entries_was_changed_before_there_was_anything():
    """
    Its date must not be that of the build.
    """
    assert (2005, 10) == (view_of().updated.year, view_of().updated.month)


def test_a_feed_was_changed_when_its_last_entry_was():
    view = view_of(
        make_story(slug="a", date="2026-11-09"), make_story(slug="b", date="2026-11-01", updated="2026-11-15")
    )

    assert (11, 15) == (view.updated.month, view.updated.day)


def test_every_address_is_absolute_below_the_site():
    view = view_of(make_story(slug="a"), site_url="https://example.org/welcome")

    assert (
        "https://example.org/welcome/", "https://example.org/welcome/feeds/all/rss.xml", "https://example.org/welcome/feeds/all/atom.xml",
        "https://example.org/welcome/favicon.svg", "https://example.org/welcome/stories/a/",
    ) == (view.home, view.url_of("rss"), view.url_of("atom"), view.icon, view.entries[0].url)  # fmt: skip


def test_each_entry_speaks_its_own_language():
    story = make_story(topics=["work"], demonstration="yes")
    arabic = make_translation(story, "ar", title="قصة")
    entries = {entry.lang: entry for entry in view_of(story, arabic).entries}

    assert {"en-GB", "ar"} == set(entries)
    assert (("type", make_words()("type.story.name")), ("topic", "work (ar)")) == entries["ar"].categories
    assert entries["ar"].summary.startswith(make_words("ar")("feed.demonstration"))
    assert entries["ar"].id == entries["en-GB"].id + ":ar"


def test_an_unchanged_feed_keeps_its_bytes():
    """
    Neither a day that passes nor an edit of a text that it does not hold changes a feed.
    """
    other = {"slug": "other", "id": "7f3k9q2m5x", "topics": ["law"], "date": "2026-11-02"}
    topics = {"topics": ["work", "law"]}
    story = make_story(topics=["work"])
    before, later, edited = (
        {
            path: output.make_bytes()
            for path, output in make_all(story, make_story(**other, title=title), **changes).items()
        }
        for title, changes in (("A", topics), ("A", {**topics, "today": date(2027, 3, 1)}), ("B", topics))
    )

    assert before == later
    assert {path for path in before if "/topic/law/" in path} <= {
        path for path in before if before[path] != edited[path]
    }
    assert [] == [path for path in before if "/topic/work/" in path and before[path] != edited[path]]


def test_categories_are_type_topics_and_places():
    (entry,) = view_of(make_story(topics=["work"], places=["leeds"])).entries

    assert [("type", "Story"), ("topic", "work (en)"), ("place", "leeds (en)")] == list(entry.categories)


def test_a_new_text_changes_the_key_and_a_draft_does_not():
    def keys(*records):
        return [output.key for output in make_both(*records)]

    assert keys(make_story()) != keys(make_story(), make_story(slug="b"))
    assert keys(make_story()) == keys(make_story(), make_story(slug="b", status="draft"))


HER = make_testimony(slug="her", title="Her title", summary="Her summary.", date="2026-10-05")


def feed_of_departed(today, **consent):
    consents = [make_consent(HER, status="paused", paused_on="2026-11-10", public_name="Her name", **consent)]
    return make_both(
        HER, make_story(date="2026-10-07"), make_story(slug="b", date="2026-10-03"), consents=consents, today=today
    )


def test_for_ninety_days_a_notice_overwrites_what_has_left():
    """
    The same id and day of publication, a new update, and neither name nor word of hers (FED003).
    """
    rss, atom, as_json = feed_of_departed(date(2026, 11, 23))
    entry = rss.make_view().entries[1]

    assert (
        f"tag:example.org,2026:{HER.id}", "This piece is no longer available", "", "2026-10-05", "2026-11-10", (),
    ) == (entry.id, entry.title, entry.author, f"{entry.published:%F}", f"{entry.updated:%F}", entry.categories)  # fmt: skip
    assert f"{rss.make_view().updated:%F}" == "2026-11-10"
    assert "https://example.org/" == entry.url
    assert entry.content.startswith(f'<div lang="{entry.lang}" dir="{entry.dir}">')
    for output in (rss, atom, as_json):
        assert HER.id not in output.carries
        assert not {word for word in (b"Her title", b"Her summary", b"Her name") if word in output.make_bytes()}


def test_afterwards_programs_are_told_to_forget_it():
    rss, atom, as_json = feed_of_departed(date(2027, 2, 9))
    root = etree.fromstring(atom.make_bytes())
    tombstones = root.findall("{http://purl.org/atompub/tombstones/1.0}deleted-entry")

    assert [(f"tag:example.org,2026:{HER.id}", "2026-11-10T00:00:00+00:00")] == [
        (own.get("ref"), own.get("when")) for own in tombstones
    ]
    assert 2 == len(rss.make_view().entries)
    assert HER.id.encode() not in rss.make_bytes()
    assert [{"id": f"tag:example.org,2026:{HER.id}", "date": "2026-11-10T00:00:00+00:00"}] == (
        json.loads(as_json.make_bytes())["_welcome"]["forget"]
    )


def test_where_nothing_has_left_nothing_is_said_of_it():
    assert b"tombstones" not in make_both(make_story())[1].make_bytes()


STORY = make_story(
    slug="walk", title="A walk", topics=["work"], places=["leeds"], groups=["leeds"], principles=[2], changes=[3],
    date="2026-10-01", body="<p>Body of the walk.</p>",
)  # fmt: skip
WELSH = make_translation(STORY, "cy", title="Tro")
RICH = (STORY, WELSH, make_group(slug="leeds", title="Leeds"), make_principle(slug="vision", number=2))


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        ("all", ["Tro", "A walk"]),
        ("type/story", ["A walk"]),
        ("type/explainer", []),
        ("topic/work", ["A walk"]),
        ("topic/law", []),
        ("place/leeds", ["A walk"]),
        ("group/leeds", ["A walk"]),
        ("principle/2", ["A walk"]),
        ("language/en", ["A walk"]),
        ("language/cy", ["Tro"]),
    ],
)
@pytest.mark.parametrize("form", ["", "full/"])
def test_each_series_has_feeds_that_hold_its_texts(series, expected, form):
    """
    The feeds of everything and of a language hold every language; the others hold each text once.
    """
    made = make_all(*RICH, topics=["work", "law"], places=["leeds"])
    view = made[f"feeds/{series}/{form}rss.xml"].make_view()

    assert expected == [entry.title for entry in view.entries if not entry.id.endswith(":welcome")]
    assert 1 <= len(view.entries)


def test_no_two_feeds_have_one_id():
    made = [output.make_view() for path, output in make_all(*RICH, topics=["work"]).items() if path.endswith("rss.xml")]

    assert len(made) == len({view.id for view in made}) == len({view.folder for view in made})


def test_whole_texts_go_only_where_they_may_be_republished():
    testimony = make_testimony(title="Hers", body="<p>Her very own words.</p>", date="2026-10-05")
    made = make_all(STORY, testimony, consents=[make_consent(testimony, scopes={"site": "yes", "feed": "yes"})])
    short, full = (made[f"feeds/all/{form}feed.json"].make_bytes() for form in ("", "full/"))

    assert (True, False) == (b"Hers" in short, b"Hers" in full)
    assert (False, True) == (b"Body of the walk." in short, b"Body of the walk." in full)
    assert Channel.REPUBLISH == made["feeds/all/full/feed.json"].channel
    assert b"Her very own words" not in short


def test_what_has_left_is_told_in_the_feeds_that_held_it_and_in_no_other():
    hers = make_testimony(slug="hers", title="Hers", topics=["work"], places=["leeds"], date="2026-10-05")
    consent = make_consent(hers, status="paused", paused_on="2026-11-10")
    made = make_all(hers, make_story(date="2026-10-07"), consents=[consent], topics=["work", "law"], places=["leeds"])
    telling = {
        path.split("/rss")[0]
        for path, output in made.items()
        if "/rss" in path and hers.id.encode() in output.make_bytes()
    }

    names = ("all", "type/testimony", "topic/work", "place/leeds", "language/en", "principle/1")
    assert {f"feeds/{name}{form}" for name in names for form in ("", "/full")} >= telling
    assert {
        "feeds/all",
        "feeds/type/testimony",
        "feeds/topic/work",
        "feeds/place/leeds",
        "feeds/language/en",
    } <= telling


def test_what_was_withdrawn_is_listed_by_its_opaque_id_alone():
    hers = make_testimony(slug="hers", title="Hers", date="2026-10-05")
    made = make_all(hers, consents=[make_consent(hers, status="paused", paused_on="2026-11-10")])
    told = json.loads(made["feeds/withdrawals.json"].make_bytes())

    assert [{"id": f"tag:example.org,2026:{hers.id}", "date": "2026-11-10"}] == told["withdrawn"]
    assert [] == json.loads(make_all(STORY)["feeds/withdrawals.json"].make_bytes())["withdrawn"]


def archives_of(count):
    stories = [
        make_story(slug=f"s{number}", title=f"T{number}", date=f"2026-0{number // 28 + 1}-{number % 28 + 1:02}")
        for number in range(count)
    ]
    return make_all(*stories, settings=make_feeds(limit=10))


def test_archives_are_counted_from_the_oldest_and_stay_as_they_are():
    """
    RFC 5005: a full archive keeps its bytes when texts are added, and the feed leads to the newest archive.
    """
    before, after = archives_of(61), archives_of(95)
    paths = [f"feeds/all/archive/{number}/{file}" for number in (1, 2) for file in ("rss.xml", "atom.xml")]
    links = [
        (own.get("rel"), own.get("href"))
        for own in etree.fromstring(before["feeds/all/atom.xml"].make_bytes()).findall(f"{ATOM}link")
    ]

    assert paths == sorted((path for path in before if "/archive/" in path), key=paths.index)
    assert [before[path].key for path in paths] == [after[path].key for path in paths]
    assert ("prev-archive", "https://example.org/feeds/all/archive/2/atom.xml") in links
    oldest = etree.fromstring(before["feeds/all/archive/1/atom.xml"].make_bytes())
    assert {"self", "alternate", "current"} == {own.get("rel") for own in oldest.findall(f"{ATOM}link")}
    assert oldest.find("{http://purl.org/syndication/history/1.0}archive") is not None
    assert 30 == len(oldest.findall(f"{ATOM}entry"))


def archived(today, **consent):
    """The archives of 95 texts, of which hers is the fifth oldest."""
    hers = make_testimony(slug="hers", title="Hers", date="2026-01-05")
    stories = [
        make_story(slug=f"s{number}", title=f"T{number}", date=f"2026-0{number // 28 + 1}-{number % 28 + 1:02}")
        for number in range(94)
    ]
    made = make_all(hers, *stories, consents=[make_consent(hers, **consent)], today=today)
    return hers, {path: output for path, output in made.items() if "/archive/" in path}


@pytest.mark.parametrize(("today", "entries", "tombstones"), [((2026, 11, 23), 30, 0), ((2027, 2, 9), 29, 1)])
def test_what_leaves_an_archive_keeps_its_place_and_changes_no_other(today, entries, tombstones):
    """
    A notice for ninety days, then a tombstone; the archives after it keep their bytes.
    """
    hers, before = archived(date(*today))
    _, after = archived(date(*today), status="paused", paused_on="2026-11-10")
    changed = [path for path in before if before[path].key != after[path].key]
    root = etree.fromstring(after["feeds/all/archive/1/atom.xml"].make_bytes())

    assert sorted(before) == sorted(after) and 6 == len(after)
    assert ["feeds/all/archive/1/rss.xml", "feeds/all/archive/1/atom.xml"] == changed
    assert (entries, tombstones) == (
        len(root.findall(f"{ATOM}entry")), len(root.findall("{http://purl.org/atompub/tombstones/1.0}deleted-entry")),
    )  # fmt: skip
    assert b"Hers" in before["feeds/all/archive/1/atom.xml"].make_bytes()
    assert b"Hers" not in after["feeds/all/archive/1/atom.xml"].make_bytes()
    assert hers.id not in after["feeds/all/archive/1/atom.xml"].carries


def test_a_new_title_or_address_moves_nothing_between_archives():
    """
    Also where many texts have one day.
    """

    def archives(first):
        slugs = [first, *(f"s{number}" for number in range(1, 61))]
        stories = [
            make_story(slug=slug, id=f"st0ry{number:05}", title=slug, date="2026-10-01")
            for number, slug in enumerate(slugs)
        ]
        return {path: output.carries for path, output in make_all(*stories).items() if "/archive/" in path}

    assert archives("a") == archives("z")
    assert [30] * 4 == [len(carries) for carries in archives("a").values()]


def test_renaming_redating_or_moving_a_text_makes_no_new_entry():
    """
    In no feed of any kind, in no format.
    """

    def ids(slug, **changes):
        story = make_story(slug=slug, id="7f3k9q2m5x", topics=["work"], **changes)
        made = make_all(story, make_translation(story, "cy", title=changes["title"]), topics=["work"])
        return {
            path: [entry.id for entry in output.make_view().entries]
            for path, output in made.items()
            if path.endswith(("rss.xml", "atom.xml", "feed.json"))
        }

    before = ids("walk", title="A walk", date="2026-10-01")

    assert ["tag:example.org,2026:7f3k9q2m5x:cy", "tag:example.org,2026:7f3k9q2m5x"] == before["feeds/all/rss.xml"]
    assert before == ids("march", title="A march", date="2026-11-11")


def test_a_feed_that_holds_everything_needs_no_archive():
    assert [] == [path for path in archives_of(9) if "/archive/" in path]


def test_all_feeds_stand_in_one_list_nested_by_kind():
    made = make_all(*RICH, topics=["work"], places=["leeds"])
    root = etree.fromstring(made["feeds/feeds.opml"].make_bytes())
    kinds = [own.get("text") for own in root.findall("body/outline")]
    listed = {own.get("xmlUrl").removeprefix("https://example.org/") for own in root.findall("body/outline/outline")}

    assert ["Everything", "By kind", "By topic", "By place", "By group", "By principle", "By language"] == kinds
    assert listed <= set(made)
    assert {
        "feeds/all/rss.xml",
        "feeds/topic/work/rss.xml",
        "feeds/group/leeds/rss.xml",
        "feeds/language/cy/rss.xml",
    } <= listed
