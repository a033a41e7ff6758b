"""
A part holds values that were checked; what checks them is loaded with the first check.
"""

import subprocess
import sys

import pytest
from pydantic import ValidationError

from plugins.records.front import Explainer, Review
from plugins.records.part import Field, Part
from plugins.records.types import TYPES
from tests.make import COMMON, OWN, ROOT, make_id


class Odd(Part):
    """A part whose fields must not be alike."""

    one: str = Field(description="One")
    other: str = Field("other", description="Another")

    def check_together(self):
        if self.one == self.other:
            raise ValueError("they are alike")


class Whole(Part):
    """A part of parts."""

    odd: Odd = Field(description="A part")
    more: tuple[Odd, ...] = Field((), description="More of them")


def test_a_part_has_the_values_it_was_given_and_defaults():
    whole = Whole.model_validate({"odd": {"one": "a"}, "more": [{"one": "b", "other": "c"}]})

    assert ("a", "other", "c") == (whole.odd.one, whole.odd.other, whole.more[0].other)
    assert {"odd": {"one": "a", "other": "other"}, "more": ({"one": "b", "other": "c"},)} == whole.model_dump()
    assert "Odd(one='a', other='other')" == repr(whole.odd)


@pytest.mark.parametrize(
    ("values", "where"),
    [
        ({}, ("odd",)),
        ({"odd": {"one": "a", "two": "b"}}, ("odd", "two")),
        ({"odd": {"one": "a"}, "more": [{"one": "b"}, {"other": "b"}]}, ("more", 1, "one")),
        ({"odd": {"one": "a", "other": "a"}}, ("odd",)),
    ],
)
def test_what_is_wrong_is_told_at_its_place(values, where):
    with pytest.raises(ValidationError) as caught:
        Whole.model_validate(values)
    assert [where] == [own["loc"] for own in caught.value.errors()]


def test_parts_are_alike_where_their_values_are():
    one, same, other = (Odd.model_validate({"one": own}) for own in "aab")

    assert one == same != other
    assert other == one.model_copy({"one": "b"})
    assert one != Whole.model_validate({"odd": one})


def test_a_part_that_was_checked_is_taken_as_it_is():
    odd = Odd.model_validate({"one": "a"})

    assert odd is Whole.model_validate({"odd": odd}).odd


@pytest.mark.parametrize("name", sorted(TYPES))
def test_fields_are_declared_in_the_order_in_which_they_are_kept(name):
    values = TYPES[name].model.model_validate({**COMMON, **OWN[name], "id": make_id(name)}).__dict__

    assert list(TYPES[name].model.model_fields) == list(values)


def test_parts_within_front_matter_are_parts():
    values = {**COMMON, **OWN["explainer"], "id": make_id("x"), "reviewed": {"role": "an editor", "date": "2026-01-02"}}

    assert Review is type(Explainer.model_validate(values).reviewed)


def test_nothing_is_loaded_before_something_is_checked():
    code = (
        "import sys, plugins.build.plugin, plugins.pages.plugin, plugins.feeds.plugin; print('pydantic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert "False\n" == done.stdout
