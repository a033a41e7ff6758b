"""
A reader that stores what it fetches forgets only what is overwritten.
"""

from plugins.feeds.readers.miniflux import Store, update


def rss(*items, address="https://e.org/rss.xml"):
    names = 'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    head = f'<link>https://e.org/</link><atom:link rel="self" href="{address}"/>'
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0" {names}><channel>{head}{inner}</channel></rss>'.encode()


STORY = (
    '<guid isPermaLink="false">tag:1</guid><title>Amal tells</title><link>https://e.org/amal/</link>'
    "<dc:creator>Amal</dc:creator><description>Words of Amal</description><category>Work</category>"
    '<pubDate>Thu, 19 Nov 2026 00:00:00 +0000</pubDate><enclosure url="https://e.org/amal.jpg" type="image/jpeg"/>'
)
OTHER = '<guid isPermaLink="false">tag:2</guid><title>Other</title>'
NOTICE = (
    '<guid isPermaLink="false">tag:1</guid><title>No longer here</title><link>https://e.org/</link>'
    "<description>This text is no longer published.</description>"
    "<pubDate>Fri, 20 Nov 2026 00:00:00 +0000</pubDate>"
)
NEUTRAL = '<enclosure url="https://e.org/icon.png" type="image/png" length="1"/>'
BEFORE = update(Store(), rss(STORY, OTHER))


def test_new_ids_are_added():
    assert ["tag:1", "tag:2"] == [entry.id for entry in BEFORE.entries]
    assert "Amal tells" == BEFORE.get("tag:1").title
    assert BEFORE.get("tag:3") is None


def test_what_vanishes_from_the_feed_stays():
    """
    Dropping an entry leaves every word of it behind.
    """
    after = update(BEFORE, rss(OTHER))

    assert BEFORE == after
    assert "Words of Amal" in after.words


def test_a_notice_with_the_same_id_overwrites_the_words():
    after = update(BEFORE, rss(NOTICE + NEUTRAL, OTHER))

    assert "This text is no longer published." == after.get("tag:1").content
    assert "amal" not in after.words.lower() and "Work" not in after.words


def test_a_notice_without_files_leaves_the_old_files_behind():
    """
    So a notice brings a neutral one wherever the text had any.
    """
    assert ("https://e.org/amal.jpg",) == update(BEFORE, rss(NOTICE)).get("tag:1").files
    assert ("https://e.org/icon.png",) == update(BEFORE, rss(NOTICE + NEUTRAL)).get("tag:1").files


def test_the_date_of_an_entry_never_changes():
    assert 19 == update(BEFORE, rss(NOTICE)).get("tag:1").date.day


def test_a_notice_with_another_id_overwrites_nothing():
    after = update(BEFORE, rss(NOTICE.replace("tag:1", "tag:9")))

    assert "Words of Amal" in after.words
    assert 3 == len(after.entries)


def test_each_feed_has_entries_of_its_own():
    """
    So a notice must go out in every feed that ever held the text.
    """
    both = update(BEFORE, rss(STORY, address="https://e.org/work.xml"))
    after = update(both, rss(NOTICE + NEUTRAL))

    assert 3 == len(both.entries)
    assert "Words of Amal" in after.words
    assert "Words of Amal" not in update(after, rss(NOTICE + NEUTRAL), "https://e.org/work.xml").words


def test_a_tombstone_of_atom_is_not_read():
    names = 'xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"'
    own = '<link rel="self" href="https://e.org/atom.xml"/>'
    entry = "<entry><id>tag:1</id><title>Amal tells</title></entry>"
    before = update(Store(), f"<feed {names}>{own}{entry}</feed>".encode())
    after = update(
        before, f'<feed {names}>{own}<at:deleted-entry ref="tag:1" when="2026-11-20T00:00:00Z"/></feed>'.encode()
    )

    assert 1 == len(before.entries)
    assert before == after
