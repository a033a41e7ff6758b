"""
The page of a text shows all that its type has, in the language of the page.
"""

import pytest

from plugins.facts.book import FactBook
from plugins.pages.view_parts import ActionOwn, GroupOwn, NumberedOwn, StoryOwn
from plugins.records.record import Body
from tests.make import (
    make_action,
    make_change,
    make_consent,
    make_explainer,
    make_fact,
    make_group,
    make_library,
    make_page,
    make_pages,
    make_principle,
    make_source,
    make_story,
    make_testimony,
    make_translation,
    make_words,
)

WORDS = make_words()


def view_of(record, *others, **changes):
    library = make_library(record, *others, **changes)
    path = library.channel("site").link(library.channel("site").find(record.name, record.lang)).value.url.lstrip("/")
    return make_pages(library)[f"{path}index.html"].make_view()


def test_a_text_shows_title_summary_dates_and_body():
    view = view_of(make_story(title="Penally", summary="A camp.", updated="2026-11-09", body="<p>Words.</p>"))

    assert ("Penally", "A camp.", "<p>Words.</p>", "en-GB", "ltr") == (
        view.title,
        view.summary,
        view.body,
        view.lang,
        view.dir,
    )
    assert ("1 November 2026", "2026-11-01", "9 November 2026", "2026-11-09") == (
        view.date,
        view.date_iso,
        view.updated,
        view.updated_iso,
    )
    assert ("story", "Story") == (view.type, view.type_name)


def test_what_a_text_does_not_have_is_empty():
    view = view_of(make_page(slug="about"))

    assert ("", "", "", "", "", "") == (
        view.date,
        view.date_iso,
        view.updated,
        view.updated_iso,
        view.minutes,
        view.original_language,
    )
    assert (None, None, None, None, None) == (view.own, view.voice, view.action, view.previous, view.next)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        (0, ""),
        (149, ""),
        (150, "1 minute to read"),
        (200, "1 minute to read"),
        (420, "2 minutes to read"),
        (2000, "10 minutes to read"),
    ],
)
def test_longer_texts_say_how_long_they_take(words, minutes):
    assert minutes == view_of(make_story(body=Body(("x",), words=words))).minutes


@pytest.mark.parametrize(("made", "key"), [("told by", "made.by"), ("told with", "made.with"), ("about", "made.about")])
def test_a_story_says_how_large_it_is_and_who_tells_it(made, key):
    assert StoryOwn("macro", WORDS("scale.macro"), WORDS(key)) == view_of(make_story(scale="macro", made=made)).own


@pytest.mark.parametrize(
    ("kind", "note"), [("pseudonym", WORDS("name.pseudonym")), ("real", ""), ("first", ""), ("none", "")]
)
def test_a_testimony_shows_the_public_name_and_says_where_it_is_not_the_real_one(kind, note):
    testimony = make_testimony(content_note="A war is told of.")
    view = view_of(testimony, consents=[make_consent(testimony, name_kind=kind)])

    assert ("Amal", note, "A war is told of.") == (view.own.public_name, view.own.name_note, view.own.content_note)


def test_a_testimony_says_how_it_was_made():
    """
    When it was read back and approved, who asked the questions by role, and what the name is.
    """
    testimony = make_testimony()
    view = view_of(testimony, consents=[make_consent(testimony, name_kind="first")])

    assert (
        WORDS("making.approved", month="October 2026"), WORDS("making.checked", role="editor"),
        WORDS("making.name_first"), WORDS("making.picture"),
    ) == view.own.making  # fmt: skip


def test_a_demonstration_claims_no_approval():
    testimony = make_testimony(demonstration="yes")
    view = view_of(testimony, consents=[make_consent(testimony)])

    assert (WORDS("making.demonstration"), WORDS("making.picture")) == view.own.making


def test_a_testimony_leads_its_person_to_where_she_can_change_it():
    testimony = make_testimony()
    page = make_page(slug="your-words", title="Your words")
    consents = [make_consent(testimony)]

    assert None is view_of(testimony, consents=consents).own.owner_link
    assert "/your-words/" == view_of(testimony, page, consents=consents).own.owner_link.url
    assert "/groups/" == view_of(testimony, make_group(), consents=consents).own.support_link.url


def test_an_explainer_shows_its_answer_its_check_and_what_was_put_right():
    view = view_of(
        make_explainer(
            reviewed={"role": "editor", "date": "2026-11-20"},
            corrections=[{"date": "2026-11-21", "was": "Ten.", "now": "Eleven."}],
        )
    )
    own = view.own

    assert ("An answer.", "20 November 2026", "editor", "1 November 2027") == (
        own.answer,
        own.checked_on,
        own.checked_by,
        own.review_by,
    )
    assert [("21 November 2026", "2026-11-21", "Ten.", "Eleven.")] == [
        (c.date, c.date_iso, c.was, c.now) for c in view.corrections
    ]


def test_an_explainer_that_nobody_has_checked_does_not_say_so_of_itself():
    view = view_of(make_explainer())

    assert ("", "", ()) == (view.own.checked_on, view.own.checked_by, view.corrections)


def test_an_action_says_until_when_and_where():
    assert ActionOwn("1 June 2027", "At home") == view_of(make_action(until="2027-06-01", where="At home")).own
    assert ActionOwn("", "") == view_of(make_action()).own


def test_a_group_shows_its_town_its_nation_and_its_site():
    own = view_of(make_group(place="leeds", website="https://www.leeds.example.org/about")).own

    assert isinstance(own, GroupOwn)
    assert ("/places/leeds/", "England", "https://www.leeds.example.org/about", "leeds.example.org") == (
        own.place.url, own.nation, own.website, own.website_name,
    )  # fmt: skip


def test_a_principle_shows_what_serves_it_by_type_six_of_each():
    stories = [make_story(slug=f"s{day}", date=f"2026-11-{day:02}", principles=[2]) for day in range(1, 9)]
    own = view_of(
        make_principle(number=2), *stories, make_action(principles=[2]), make_action(slug="other", principles=[1])
    ).own

    assert isinstance(own, NumberedOwn)
    assert ("2", "A principle") == (own.number, own.short_name)
    assert [("Stories", 6, "/stories/"), ("Act", 1, "")] == [
        (part.heading, len(part.cards), part.more_url) for part in own.serves
    ]


def test_a_change_is_served_by_what_names_it():
    own = view_of(make_change(number=3), make_explainer(changes=[3]), make_explainer(slug="b", principles=[3])).own

    assert [["/explainers/a-explainer/"]] == [[card.url for card in part.cards] for part in own.serves]


def test_sources_stand_below_a_text():
    book = FactBook({"F-work-001": make_fact()}, {"S-one": make_source()})
    (source,) = view_of(make_explainer(facts=["F-work-001"]), facts=book).sources

    assert ("A publisher", "A page", "https://example.org/source", "2026") == (
        source.publisher,
        source.title,
        source.url,
        source.date,
    )


def test_a_translation_says_from_which_language_and_by_whom():
    story = make_story(lang="ar", original_language="ar")
    english = make_translation(story, "en", translator="Siân")
    library = make_library(story, english)
    pages = make_pages(library)
    translated, original = (
        pages["stories/a-story/index.html"].make_view(),
        pages["ar/stories/a-story/index.html"].make_view(),
    )

    assert ("Arabic", "Siân") == (translated.original_language, translated.translator)
    assert ("", "") == (original.original_language, original.translator)


def test_a_story_goes_on_to_a_voice_and_an_action_and_to_related_texts():
    story = make_story(slug="asked", voice="amal", action="join", topics=["work"])
    amal = make_testimony(slug="amal", topics=["work"])
    view = view_of(
        story, amal, make_action(slug="join"), make_explainer(slug="pay", topics=["work"]), make_story(slug="older", date="2026-01-01"),
        make_story(slug="newer", date="2026-11-20"), consents=[make_consent(amal)],
    )  # fmt: skip

    assert ("/voices/amal/", "/act/join/") == (view.voice.url, view.action.url)
    assert ("/stories/newer/", "/stories/older/") == (view.previous.url, view.next.url)
    assert "/explainers/pay/" in [card.url for card in view.related]


def test_no_card_stands_twice_on_a_page():
    """
    What stands as the next voice is not related once more.
    """
    amal = make_testimony(slug="amal", topics=["work"])
    view = view_of(make_story(slug="asked", voice="amal", topics=["work"]), amal, consents=[make_consent(amal)])

    assert "/voices/amal/" == view.voice.url
    assert [] == [card.url for card in view.related]


def test_every_page_of_a_text_says_whether_it_is_a_demonstration():
    assert view_of(make_story(demonstration="yes")).is_demonstration
    assert not view_of(make_story()).is_demonstration
