"""
What a model refuses is told in an editor's words, at its place, all of it.
"""

from dataclasses import FrozenInstanceError

import pytest

from plugins.records.document import read_document
from plugins.records.fields import RECORD_ID
from plugins.records.front import Explainer, Group, Page, Story
from plugins.records.types import TYPES
from plugins.records.validation import new_id, validate
from tests.make import COMMON, OWN, lines_of, make_id

EXPLAINER = """\
title: An explainer
summary: A summary.
date: 2026-11-01
id: 7f3k9q2m5x
answer: Yes.
review_by: 2027-11-01
"""
GROUP = """\
title: A group
summary: A summary.
id: 7f3k9q2m5x
place: leeds
nation: england
latitude: 53.80
longitude: -1.55
website: https://example.org/
"""


def refusals_of(model, text, **changes):
    made, problems = validate(model, read_document(text, "a.md"), "a.md", **changes)
    assert made is None
    return lines_of(problems)


def test_valid_fields_make_a_model():
    made, problems = validate(Explainer, read_document(EXPLAINER, "a.md"), "a.md")

    assert [] == problems
    assert ("An explainer", "draft", "Yes.") == (made.title, made.status, made.answer)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("reviewed: {role: editor}", ["a.md:7:11: reviewed.date: this is missing. Write it so: Who last checked it: {role: …, date: …}."]),
        ("reviewed: {}", [
            "a.md:7:11: reviewed.role: this is missing. Write it so: Who last checked it: {role: …, date: …}.",
            "a.md:7:11: reviewed.date: this is missing. Write it so: Who last checked it: {role: …, date: …}.",
        ]),
        ("reviewed: yes", ["a.md:7:11: reviewed: this value has the wrong form. Write here: Who last checked it: {role: …, date: …}."]),
        ("reviewed: {role: editor, date: 2026-11-20, name: A}",
         ['a.md:7:44: reviewed.name: this is not known here. Look for a misspelling, or remove it.']),
        ("reviewed:\n  role: editor\n  date: 20 November", [
            'a.md:9:9: reviewed.date: "20 November" is no date. Write year, month and day as 2026-11-23.',
        ]),
        ("corrections:\n- date: 2026-11-20\n  was: a", [
            'a.md:8:3: corrections.now: this is missing. Write it so: What was put right: a list of {date: …, was: …, now: …}.',
        ]),
        ("corrections: {date: 2026-11-20}", [
            "a.md:7:14: corrections: this value has the wrong form. Write here: What was put right: a list of {date: …, was: …, now: …}.",
        ]),
        ("corrections: [a]", [
            "a.md:7:15: corrections: this value has the wrong form. Write here: What was put right: a list of {date: …, was: …, now: …}.",
        ]),
        ("topics: [a, B, c, D]", [
            'a.md:7:13: topics: "B" is no name of a text. Use lower-case letters, digits and hyphens only.',
            'a.md:7:19: topics: "D" is no name of a text. Use lower-case letters, digits and hyphens only.',
        ]),
        ("topics: {a: b}", [
            "a.md:7:9: topics: this value has the wrong form. Write here: What it is about: names from content/topics.yml.",
        ]),
        ("voice: [a]", ["a.md:7:8: voice: this is a list where one value is wanted. Write the value on the same line, in quotes."]),
        ("share: " + "x" * 121, ["a.md:7:8: share: these are 121 characters. Use at most 120."]),
        ("sumary: again", ['a.md:7:1: sumary: there is no such field. Did you mean "summary"?']),
        ("reveiwed: {role: editor}", ['a.md:7:1: reveiwed: there is no such field. Did you mean "reviewed"?']),
        ("review_bye: 2026-01-01", ['a.md:7:1: review_bye: there is no such field. Did you mean "review_by"?']),
    ],
)  # fmt: skip
def test_each_complaint_is_a_sentence_at_its_place(line, expected):
    assert expected == refusals_of(Explainer, f"{EXPLAINER}{line}\n")


def test_fields_of_a_model_of_its_own_are_told_too():
    text = (
        GROUP.replace("53.80", "53,80").replace("england", "England").replace("leeds", "Leeds").replace("https://", "")
    )

    assert [
        'a.md:4:8: place: "Leeds" is no name of a text. Use lower-case letters, digits and hyphens only.',
        'a.md:5:9: nation: "England" is unknown here. Did you mean "england"?',
        'a.md:6:11: latitude: "53,80" is no coordinate. Write degrees with a point, such as 51.68.',
        'a.md:8:10: website: "example.org/" is no web address. Write it like https://example.org/.',
    ] == refusals_of(Group, text)


def test_a_field_that_stands_twice_is_told_beside_what_else_is_wrong():
    text = EXPLAINER + "answer: No.\nstatus: live\n"

    assert [
        "a.md:7:9: answer: this field stands here twice, first in line 5. Keep one of the two.",
        'a.md:8:9: status: "live" is unknown here. Known here: draft, published, ready.',
    ] == refusals_of(Explainer, text)


def test_a_document_that_broke_off_is_not_blamed_for_what_was_not_read():
    """
    One anchor in line 2 would else make nine missing fields.
    """
    assert ['a.md:1:8: "&a" names a value for repeating. Write the value, or put it in quotes.'] == refusals_of(
        Explainer, "title: &a b\n"
    )


def test_a_field_of_the_original_is_not_wanted_in_a_translation():
    assert [
        "a.md:1:1: date: in a translation this field is not wanted. Remove it: it stands in the original only."
    ] == [
        line
        for line in refusals_of(
            TYPES["story"].translation_model, "date: 2026-11-01\ntitle: A\n", only_in_original=set(Story.model_fields)
        )
        if "date" in line
    ]


def test_every_model_says_what_each_missing_field_is_for():
    """
    No field, required or not, is without the words that a message needs.
    """
    for content_type in TYPES.values():
        lines = refusals_of(content_type.model, "")
        required = [name for name, info in content_type.model.model_fields.items() if info.is_required()]

        assert required == [line.split(": ")[1] for line in lines]
        assert all("Add it: " in line and line.endswith(".") for line in lines if ": id: " not in line)
        assert not any("None" in line for line in lines)


def test_a_new_id_is_an_id_and_never_the_same():
    ids = {new_id() for _ in range(200)}

    assert 200 == len(ids)
    assert all(RECORD_ID.match(record_id) for record_id in ids)


def test_values_of_a_model_never_change():
    made = Page.model_validate({**COMMON, **OWN["page"], "id": make_id("x")})

    with pytest.raises(FrozenInstanceError, match="title: what was checked never changes"):
        made.title = "Another"
    with pytest.raises(FrozenInstanceError, match="title: what was checked never changes"):
        del made.title
