"""
A record knows its place and can say what is wrong with it.
"""

from dataclasses import FrozenInstanceError, replace

import pytest

from plugins.problems import Severity
from plugins.records.record import Body, LinkPlace
from tests.make import make_story


def test_a_body_has_one_piece_more_than_open_places():
    place = LinkPlace("penally", "words", 3)

    assert Body(("a", "b"), (place,)).places == (place,)
    with pytest.raises(AssertionError):
        Body(("a",), (place,))
    with pytest.raises(AssertionError):
        Body(())


def test_a_problem_with_a_field_stands_where_the_field_stands():
    record = replace(make_story(), marks={("topics", 1): (7, 16)})

    assert 'content/stories/a-story.md:7:16: topics: "x" is unknown. Write another.' == str(
        record.problem(("topics", 1), '"x" is unknown', "Write another.")
    )


def test_a_problem_with_what_is_missing_stands_in_the_first_line():
    assert "content/stories/a-story.md:1:1: voice: it is missing. Add it." == str(
        make_story().problem(("voice",), "it is missing", "Add it.")
    )


def test_a_problem_with_the_whole_text_names_no_field():
    assert "content/stories/a-story.md:1:1: warning: it is alone. Add another." == str(
        make_story().problem((), "it is alone", "Add another.", Severity.WARNING)
    )


def test_translations_share_a_name_and_no_two_texts_do():
    assert make_story(slug="a").name == make_story(slug="a", lang="cy").name
    assert make_story(slug="a").name != make_story(slug="b").name


def test_a_record_never_changes():
    with pytest.raises(FrozenInstanceError):
        make_story().slug = "other"


def test_other_front_matter_makes_another_record():
    story, other = make_story(), make_story(title="Another")

    assert "Another" == story.with_front(lambda _: other.front).front.title
    assert "A title" == story.front.title
