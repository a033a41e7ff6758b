"""
A record knows its place and can say what is wrong with it.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, replace
from threading import Barrier, Event, Thread, Timer

import pytest

from plugins.problems import Severity
from plugins.records.record import Body, Known, LinkPlace, Record
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


def test_a_text_is_loaded_once_whoever_asks_first():
    """
    The preview shows pages in several threads, and reads a text again while it does.
    """
    story, loads, start = make_story(), [], Barrier(4)

    def load():
        loads.append(1)
        return story.front, Body(("<p>Words.</p>",)), {}

    record = Record.later("story", "a", "en", "a.md", False, Known(), load)

    def look(_number):
        start.wait()
        return record.body

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(look, range(4)))

    assert [1] == loads
    assert all(own is record.body for own in found)


def test_a_process_made_by_fork_loads_though_a_thread_was_loading():
    inside, go_on = Event(), Event()

    def load():
        inside.set()
        go_on.wait(10)
        return make_story().front, Body(("<p>Words.</p>",)), {}

    slow = Record.later("story", "a", "en", "a.md", False, Known(), load)
    other = Record.later("story", "b", "en", "b.md", False, Known(), lambda: (None, Body(("",)), {}))
    thread = Thread(target=lambda: slow.body)
    thread.start()
    assert inside.wait(10)
    Timer(0.05, go_on.set).start()
    process = os.fork()
    if process == 0:
        os._exit(0 if other.body.parts else 1)
    thread.join()

    assert 0 == os.waitpid(process, 0)[1]


def test_other_front_matter_makes_another_record():
    story, other = make_story(), make_story(title="Another")

    assert "Another" == story.with_front(lambda _: other.front).front.title
    assert "A title" == story.front.title
