"""
A picture is shown on a channel if, and only if, everybody whose consent it names allows that channel.
"""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.outputs import Channel
from plugins.problems import ContentError
from tests.images.drawn import jpeg, photograph, side_of, store
from tests.make import TODAY, make_consent, make_id, make_library, make_story, make_testimony, make_translation

IDS = ("C-AAAAA1", "C-AAAAA2", "C-AAAAA3")
STORY = make_story(picture="sewing")
CHANNELS = list(Channel)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("pictures")


@pytest.fixture(scope="module")
def pictures(folder):
    """The same picture, with the consents of nobody, one, two and three people."""
    consents = [f"[{', '.join(IDS[:count])}]" for count in range(4)]
    return [
        store(folder / str(count), "sewing", jpeg(photograph()), side_of(consents=own))
        for count, own in enumerate(consents)
    ]


def consent_of(number, **changes):
    return make_consent(id=IDS[number], story=make_id(f"person {number}"), **changes)


scopes = st.fixed_dictionaries({str(channel): st.booleans() for channel in CHANNELS})
people = st.fixed_dictionaries(
    {
        "scopes": scopes,
        "released_on": st.sampled_from([TODAY - timedelta(9), TODAY, TODAY + timedelta(1)]).map(str),
        "expires_on": st.sampled_from([TODAY + timedelta(1), TODAY + timedelta(99)]).map(str),
        "status": st.sampled_from(["live", "live", "live", "paused", "withdrawn"]),
        "delisted_on": st.sampled_from([None, None, str(TODAY)]),
    }
)


def made(number, values):
    said = {name: "yes" if value else "no" for name, value in values["scopes"].items()}
    return consent_of(number, **{name: own for name, own in values.items() if own is not None} | {"scopes": said})


@given(st.lists(people, max_size=3), st.sampled_from(CHANNELS), st.booleans())
def test_a_picture_is_shown_where_everybody_allows_it_and_nowhere_else(pictures, values, channel, is_one_missing):
    """
    Also where a consent has no record, and whatever the others say.
    """
    consents = [made(number, own) for number, own in enumerate(values)]
    here = consents[1:] if is_one_missing else consents
    library = make_library(STORY, pictures=[pictures[len(values)]], consents=here)
    shown = library.channel(channel).picture(STORY).value
    allowed = here == consents and all(consent.allows(channel, TODAY) for consent in consents)

    assert allowed == (shown is not None)
    assert allowed == bool(library.pictures(channel))
    assert (shown is None) == (library.channel(channel).card(STORY).value.picture is None)
    assert (shown is None) == (library.channel(channel).full(STORY).value.card.picture is None)


def test_what_a_picture_shows_tells_no_path_and_all_that_counts(folder, pictures):
    shown = make_library(STORY, pictures=pictures[:1]).channel("site").picture(STORY).value

    assert str(folder) not in repr(shown)
    assert ("Two women sewing", "en-GB", "Amal", (360, 240)) == (shown.alt, shown.tag, shown.credit, shown.size)
    assert hash(shown) == hash(make_library(STORY, pictures=pictures[:1]).channel("site").picture(STORY).value)


def test_each_language_has_its_own_words_for_a_picture_and_none_borrows(pictures):
    welsh, arabic = make_translation(STORY, "cy"), make_translation(STORY, "ar")
    shelf = make_library(STORY, welsh, arabic, pictures=pictures[:1]).channel("site")
    records = [shelf.find(STORY.name, lang) for lang in ("en", "cy", "ar")]

    assert ["Two women sewing", "Dwy fenyw yn gwnïo", None] == [
        getattr(shelf.picture(record).value, "alt", None) for record in records
    ]


def test_the_picture_of_a_testimony_goes_where_its_words_go(pictures):
    testimony = make_testimony(picture="sewing")
    scopes = dict.fromkeys(CHANNELS, "no") | {"site": "yes"}
    library = make_library(testimony, pictures=pictures[:1], consents=[make_consent(testimony, scopes=scopes)])

    assert ["site"] == [channel for channel in CHANNELS if library.channel(channel).picture(testimony).value]
    assert ["site"] == [channel for channel in CHANNELS if library.pictures(channel)]


def test_a_picture_carries_the_texts_that_show_it_and_everybody_in_it(pictures):
    other = make_story(slug="b", picture="sewing")
    library = make_library(STORY, other, make_story(slug="c"), pictures=pictures[1:2], consents=[consent_of(0)])

    assert [(pictures[1], tuple(sorted((STORY.id, other.id, make_id("person 0")))))] == library.pictures("site")


def test_a_shelf_without_pictures_reads_none(tmp_path):
    picture = store(tmp_path, "sewing", jpeg(photograph()))
    picture.path.unlink()
    library = make_library(STORY, pictures=[picture])

    assert None is library.channel("site", with_pictures=False).card(STORY).value.picture
    with pytest.raises(ContentError) as caught:
        assert library.channel("site").card(STORY).value
    assert [
        "content/pictures/sewing.jpg:1:1: sewing.jpg was removed while the site was built: build it again. "
        "Put the whole picture back, or bring it in again with: make photo FILE=… ALT=…"
    ] == [str(problem) for problem in caught.value.report]


def test_the_colour_of_a_picture_is_looked_up_once(tmp_path):
    picture = store(tmp_path, "sewing", jpeg(photograph()))
    library = make_library(STORY, pictures=[picture])
    colour = library.channel("site").picture(STORY).value.colour
    picture.path.unlink()

    assert colour == library.channel("card").picture(STORY).value.colour


def test_the_words_of_a_picture_are_among_those_of_the_text_that_shows_it(tmp_path):
    words = "one two three four five six"
    side = side_of().replace("Two women sewing", words)
    picture = store(tmp_path, "sewing", jpeg(photograph()), side)

    assert words in make_library(STORY, pictures=[picture]).sequences_of(STORY.id)
