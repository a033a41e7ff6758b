"""
Topics and places are declared in two small files, in every language of the site.
"""

import pytest

from plugins.build.memo import Memo
from plugins.library.terms import Place, Topic, read_terms
from tests.make import lines_of, make_files

TOPICS = """\
# A comment.
work:
  title: {en: Work, cy: Gwaith}
  summary: {en: Rules decide., cy: Rheolau.}
safe-routes:
  title: {en: Safe routes, cy: Llwybrau diogel}
  summary: {en: Routes., cy: Llwybrau.}
"""
PLACES = """\
leeds:
  title: {en: Leeds, cy: Leeds}
  nation: england
  latitude: 53.80
  longitude: -1.55
wales:
  title: {en: Wales, cy: Cymru}
  nation: wales
"""


def read(folder, text, model, languages=("en", "cy"), **more):
    make_files(folder, {"terms.yml": text})
    return read_terms(folder / "terms.yml", "content/terms.yml", model, languages, **more)


def test_topics_are_read_by_slug(tmp_path):
    topics, problems = read(tmp_path, TOPICS, Topic)

    assert [] == problems
    assert {"work": "Gwaith", "safe-routes": "Llwybrau diogel"} == {
        slug: topic.title["cy"] for slug, topic in topics.items()
    }


def test_terms_of_the_same_bytes_are_not_read_again(tmp_path):
    memo = Memo(None, "")
    before = read(tmp_path, PLACES, Place, remember=memo)
    memo.news()
    again = read(tmp_path, PLACES, Place, remember=memo)
    other = read(tmp_path, PLACES.replace("53.80", "53.90"), Place, remember=memo)

    assert before == again
    assert 1 == len(memo.news())
    assert (53.8, 53.9) == (again[0]["leeds"].latitude, other[0]["leeds"].latitude)


def test_what_is_wrong_in_terms_is_told_each_time(tmp_path):
    memo = Memo(None, "")
    told = [read(tmp_path, PLACES.replace("england", "mars"), Place, remember=memo)[1] for _ in range(2)]

    assert 1 == len(told[0])
    assert told[0] == told[1]


def test_places_are_read_by_slug(tmp_path):
    places, problems = read(tmp_path, PLACES, Place)

    assert [] == problems
    assert ("england", 53.8, None) == (places["leeds"].nation, places["leeds"].latitude, places["wales"].latitude)


@pytest.mark.parametrize(
    ("text", "model", "line", "new", "expected"),
    [
        (TOPICS, Topic, ", cy: Gwaith", "", ['3:3: work: the title in "cy" is missing. Add it: title: {cy: …}.']),
        (TOPICS, Topic, "title: {en: Safe", "titel: {en: Safe", [
            "5:1: safe-routes: title: this field is missing. Add it: Its name in each language: {en: …, cy: …, ar: …}.",
            '6:3: safe-routes: titel: there is no such field. Did you mean "title"?',
        ]),
        (TOPICS, Topic, "cy: Gwaith", "cy: [Gwaith]", [
            "3:25: work: title.cy: this is a list where one value is wanted. Write the value on the same line, in quotes.",
        ]),
        (PLACES, Place, "nation: wales", "nation: wales\nleeds-again:",
         ["9:1: leeds-again: this is no entry. Write below it, each on a line of its own: title and nation."]),
        (TOPICS, Topic, "safe-routes:", "work:", ["6:3: work: this field stands here twice, first in line 3. Keep one of the two."]),
        (PLACES, Place, "nation: wales", "nation: cymru",
         ['8:11: wales: nation: "cymru" is unknown here. Known here: england, northern-ireland, scotland, uk, wales.']),
        (PLACES, Place, "latitude: 53.80", "latitude: 53°",
         ['4:13: leeds: latitude: "53°" is no coordinate. Write degrees with a point, such as 51.68.']),
        (PLACES, Place, "nation: wales", "nation: wales\n  street: High Street",
         ["9:3: wales: street: there is no such field. Known here: latitude, longitude, nation, title."]),
    ],
)  # fmt: skip
def test_each_fault_has_its_place(tmp_path, text, model, line, new, expected):
    assert line in text
    _, problems = read(tmp_path, text.replace(line, new), model)

    assert expected == [own.removeprefix("content/terms.yml:") for own in lines_of(problems)]


@pytest.mark.parametrize("name", ["Safe_Routes", "Safe routes", "قصة", "a/b", "../x", ""])
def test_a_term_whose_name_can_be_no_address_is_refused(tmp_path, name):
    _, problems = read(tmp_path, TOPICS.replace("safe-routes:", f'"{name}":'), Topic)

    assert problems
    assert "content/terms.yml:5:1" == str(problems[0]).partition(": ")[0]


def test_a_topic_needs_its_summary_in_every_language(tmp_path):
    """
    The list of topics shows it, and no language stands in for another.
    """
    _, problems = read(tmp_path, TOPICS.replace(", cy: Rheolau.", ""), Topic)

    assert ['content/terms.yml:3:3: work: the summary in "cy" is missing. Add it: summary: {cy: …}.'] == lines_of(
        problems
    )


def test_a_file_that_is_missing_is_a_problem(tmp_path):
    terms, problems = read_terms(tmp_path / "none.yml", "content/none.yml", Topic, ("en",))

    assert {} == terms
    assert ["content/none.yml:1:1: this file is missing. Bring it back from an earlier version."] == lines_of(problems)


def test_of_a_file_that_is_cut_off_only_that_is_told(tmp_path):
    """
    What was read until there may be half an entry: nobody is told to complete it.
    """
    terms, problems = read(
        tmp_path, TOPICS.replace("  summary: {en: Routes., cy: Llwybrau.}\n", "  summary: {en: Ro"), Topic
    )

    assert {} == terms
    assert 1 == len(problems)


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_a_file_without_terms_declares_none(tmp_path, text):
    assert ({}, []) == read(tmp_path, text, Topic)


@pytest.mark.parametrize(
    "text",
    [b"\xff", b"- a", b"a", b"a: b", b"a: [b]", b"a: &x {}", b"a: {title: x}", b"'__class__': {}", b"model_config: {}"],
)
def test_what_is_no_list_of_terms_is_refused_and_never_crashes(tmp_path, text):
    terms, problems = read(tmp_path, text, Topic)

    assert {} == terms
    assert problems
