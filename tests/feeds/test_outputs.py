"""
The feeds hold the newest of everything public, and nothing that has no scope for feeds.
"""

from datetime import date

import pytest
from lxml import etree

from plugins.feeds.outputs import make_outputs
from plugins.outputs import Channel
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


def make_both(*records, settings=None, **changes):
    return list(make_outputs(make_library(*records, **changes), settings or make_feeds(), "A site"))


def view_of(*records, **changes):
    return make_both(*records, **changes)[0].make_view()


def titles(*records, **changes):
    return [entry.title for entry in view_of(*records, **changes).entries]


def test_there_is_one_feed_in_each_format():
    outputs = make_both(make_story())

    assert [("feeds/all/rss.xml", Channel.FEED), ("feeds/all/atom.xml", Channel.FEED)] == [
        (o.path, o.channel) for o in outputs
    ]
    assert len(outputs) == len({output.key for output in outputs})
    assert outputs[0].make_view() == outputs[1].make_view()


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
    ) == (view.home, view.rss_url, view.atom_url, view.icon, view.entries[0].url)  # fmt: skip


def test_each_entry_speaks_its_own_language():
    story = make_story(topics=["work"], demonstration="yes")
    arabic = make_translation(story, "ar", title="قصة")
    entries = {entry.lang: entry for entry in view_of(story, arabic).entries}

    assert {"en-GB", "ar"} == set(entries)
    assert (("type", make_words()("type.story.name")), ("topic", "work (ar)")) == entries["ar"].categories
    assert entries["ar"].summary.startswith(make_words("ar")("feed.demonstration"))
    assert entries["ar"].id == entries["en-GB"].id + ":ar"


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
    rss, atom = feed_of_departed(date(2026, 11, 23))
    entry = rss.make_view().entries[1]

    assert (
        f"tag:example.org,2026:{HER.id}", "This piece is no longer available", "", "2026-10-05", "2026-11-10", (),
    ) == (entry.id, entry.title, entry.author, f"{entry.published:%F}", f"{entry.updated:%F}", entry.categories)  # fmt: skip
    assert f"{rss.make_view().updated:%F}" == "2026-11-10"
    for output in (rss, atom):
        assert HER.id not in output.carries
        assert not {word for word in (b"Her title", b"Her summary", b"Her name") if word in output.make_bytes()}


def test_afterwards_programs_are_told_to_forget_it():
    rss, atom = feed_of_departed(date(2027, 2, 9))
    root = etree.fromstring(atom.make_bytes())
    tombstones = root.findall("{http://purl.org/atompub/tombstones/1.0}deleted-entry")

    assert [(f"tag:example.org,2026:{HER.id}", "2026-11-10T00:00:00+00:00")] == [
        (own.get("ref"), own.get("when")) for own in tombstones
    ]
    assert 2 == len(rss.make_view().entries)
    assert HER.id.encode() not in rss.make_bytes()


def test_where_nothing_has_left_nothing_is_said_of_it():
    assert b"tombstones" not in make_both(make_story())[1].make_bytes()
