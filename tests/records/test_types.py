"""
The content types: their folders, and what a translation of each carries.
"""

import re
from datetime import date

import pytest

from plugins.records.types import FOLDERS, TYPES
from tests.make import COMMON, OWN, make_id, make_record

EVERYWHERE = {"title", "summary", "updated", "status", "id", "share", "original_language", "translator"}


def test_every_type_has_a_folder_of_its_own():
    assert {
        "stories": "story", "testimonies": "testimony", "explainers": "explainer", "actions": "action", "groups": "group",
        "principles": "principle", "changes": "change", "techniques": "technique", "glossary": "term",
        "pages": "page",
    } == {folder: content_type.name for folder, content_type in FOLDERS.items()}  # fmt: skip
    assert all(name == content_type.name for name, content_type in TYPES.items())


@pytest.mark.parametrize(
    ("type_name", "own"),
    [
        ("story", set()),
        ("testimony", {"content_note"}),
        ("explainer", {"answer", "question"}),
        ("action", {"where"}),
        ("group", set()),
        ("principle", {"short_name"}),
        ("change", {"short_name"}),
        ("technique", set()),
        ("term", {"forms"}),
        ("page", {"short_name"}),
    ],
)
def test_a_translation_carries_what_is_language_and_nothing_else(type_name, own):
    assert EVERYWHERE | own == set(TYPES[type_name].language_fields)
    assert EVERYWHERE | own == set(TYPES[type_name].translation_model.model_fields)


@pytest.mark.parametrize("type_name", TYPES)
def test_the_fields_of_a_translation_are_those_of_the_original(type_name):
    """
    The same meaning, the same default, the same refusals.
    """
    content_type = TYPES[type_name]
    for name, info in content_type.translation_model.model_fields.items():
        original = content_type.model.model_fields[name]
        assert (original.description, original.default, original.annotation) == (
            info.description,
            info.default,
            info.annotation,
        )
        assert set(map(repr, original.metadata)) == set(map(repr, info.metadata))


@pytest.mark.parametrize(
    ("type_name", "required"),
    [
        ("story", {"date", "scale", "made"}),
        ("testimony", {"date", "consent", "content_note"}),
        ("explainer", {"date", "answer", "review_by"}),
        ("action", {"date"}),
        ("group", {"place", "nation", "latitude", "longitude", "website"}),
        ("principle", {"number", "short_name"}),
        ("change", {"number", "short_name"}),
        ("page", set()),
    ],
)
def test_each_type_needs_its_own_fields(type_name, required):
    fields = TYPES[type_name].model.model_fields

    assert {"title", "summary", "id"} | required == {name for name, info in fields.items() if info.is_required()}


@pytest.mark.parametrize("type_name", TYPES)
def test_a_text_that_does_not_say_its_status_is_a_draft(type_name):
    values = {**COMMON, **OWN[type_name], "id": make_id("x")}
    del values["status"]

    assert "draft" == TYPES[type_name].model.model_validate(values).status


def test_a_testimony_has_no_field_for_a_name():
    """
    The only name that is ever printed stands in the consent record.
    """
    names = set(TYPES["testimony"].model.model_fields)

    assert set() == {name for name in names if re.search(r"name|author|\bage\b|born|speaker", name)}


def test_values_are_typed():
    record = make_record(
        "explainer", topics=["work"], principles=["1", "6"], reviewed={"role": "editor", "date": "2026-11-20"}
    )

    assert (date(2026, 11, 1), ("work",), (1, 6), date(2026, 11, 20)) == (
        record.front.date, record.front.topics, record.front.principles, record.front.reviewed.date,
    )  # fmt: skip
