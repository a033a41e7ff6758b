"""
Each field reads what a person would type, or says what to type instead.
"""

from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from plugins.records import fields
from plugins.records.fields import (
    Address,
    ConsentId,
    Coordinate,
    FactId,
    IsoDate,
    Line,
    Listed,
    RecordId,
    SiteAddress,
    Slug,
    SourceId,
    Text,
    Yes,
    choice,
    whole_number,
)

Status = Annotated[str, choice("draft", "ready", "published")]
OneToSix = Annotated[int, whole_number(1, 6)]
Slugs = Annotated[tuple[Slug, ...], Listed]


def read(kind, typed):
    return TypeAdapter(kind).validate_python(typed)


def refusal_of(kind, typed):
    with pytest.raises(ValidationError) as caught:
        read(kind, typed)
    (detail,) = caught.value.errors()
    assert "refused" == detail["type"]
    return f"{detail['ctx']['what']}. {detail['ctx']['todo']}"


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Text, "  two\n words ", "two\n words"),
        (Line, "  two\n  words\t here ", "two words here"),
        (Line, "no", "no"),
        (Line, "قصص الترحيب", "قصص الترحيب"),
        (Line, "Tŷ <b>& co</b>", "Tŷ <b>& co</b>"),
        (IsoDate, "2026-11-23", date(2026, 11, 23)),
        (IsoDate, " 2024-02-29 ", date(2024, 2, 29)),
        (IsoDate, date(2026, 1, 2), date(2026, 1, 2)),
        (Slug, "penally", "penally"),
        (Slug, "hay-brecon-talgarth", "hay-brecon-talgarth"),
        (Slug, "2020", "2020"),
        (RecordId, "7f3k9q2m5x", "7f3k9q2m5x"),
        (ConsentId, "C-7F3K9Q", "C-7F3K9Q"),
        (FactId, "F-movement-022", "F-movement-022"),
        (SourceId, "S-unhcr-gt24", "S-unhcr-gt24"),
        (Address, "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (SiteAddress, "/stories/old-name/", "/stories/old-name/"),
        (Yes, "yes", True),
        (Yes, "No", False),
        (Yes, "true", True),
        (Yes, "false", False),
        (Yes, False, False),
        (Coordinate, "51.68", 51.68),
        (Coordinate, "-4.69", -4.69),
        (Coordinate, "54", 54.0),
        (Coordinate, 53.8, 53.8),
        (OneToSix, "1", 1),
        (OneToSix, "6", 6),
        (OneToSix, 3, 3),
        (Status, "draft", "draft"),
        (Slugs, [], ()),
        (Slugs, ["work", "family"], ("work", "family")),
        (Slugs, ("work",), ("work",)),
    ],
)
def test_what_a_person_types_is_read(kind, typed, value):
    assert value == read(kind, typed)


EMPTY = "this field is empty. Fill it in, or remove the line."
A_LIST = "this is a list where one value is wanted. Write the value on the same line, in quotes."
ISO = "Write year, month and day as 2026-11-23."
NO_SLUG = "Use lower-case letters, digits and hyphens only."
AN_ID = "Write it like 7f3k9q2m5x (ten small letters and digits)."


@pytest.mark.parametrize(
    ("kind", "typed", "sentence"),
    [
        (Text, "", EMPTY),
        (Text, " \n ", EMPTY),
        (Text, ["a"], A_LIST),
        (Text, {"a": "b"}, A_LIST),
        (Line, "", EMPTY),
        (Line, [], A_LIST),
        (IsoDate, "", EMPTY),
        (IsoDate, ["2026-11-23"], A_LIST),
        (IsoDate, "23/11/2026", f'"23/11/2026" is no date. {ISO}'),
        (IsoDate, "23.11.2026", f'"23.11.2026" is no date. {ISO}'),
        (IsoDate, "11-23-2026", f'"11-23-2026" is no date. {ISO}'),
        (IsoDate, "2026-11-3", f'"2026-11-3" is no date. {ISO}'),
        (IsoDate, "2026/11/23", f'"2026/11/23" is no date. {ISO}'),
        (IsoDate, "20261123", f'"20261123" is no date. {ISO}'),
        (IsoDate, "2026-11-23T10:00", f'"2026-11-23T10:00" is no date. {ISO}'),
        (IsoDate, "2026-11", f'"2026-11" is no date. {ISO}'),
        (IsoDate, "2026-W47-1", f'"2026-W47-1" is no date. {ISO}'),
        (IsoDate, "٢٠٢٦-١١-٢٣", f'"٢٠٢٦-١١-٢٣" is no date. {ISO}'),
        (IsoDate, "today", f'"today" is no date. {ISO}'),
        (IsoDate, "2026-02-30", "there is no day 2026-02-30. Look at the month and the day again."),
        (IsoDate, "2026-13-01", "there is no day 2026-13-01. Look at the month and the day again."),
        (IsoDate, "0000-01-01", "there is no day 0000-01-01. Look at the month and the day again."),
        (Slug, "Penally", f'"Penally" is no name of a text. {NO_SLUG}'),
        (Slug, "penally.md", f'"penally.md" is no name of a text. {NO_SLUG}'),
        (Slug, "stories/penally", f'"stories/penally" is no name of a text. {NO_SLUG}'),
        (Slug, "../secret", f'"../secret" is no name of a text. {NO_SLUG}'),
        (Slug, "two words", f'"two words" is no name of a text. {NO_SLUG}'),
        (Slug, "tŷ", f'"tŷ" is no name of a text. {NO_SLUG}'),
        (Slug, "-a", f'"-a" is no name of a text. {NO_SLUG}'),
        (Slug, "a--b", f'"a--b" is no name of a text. {NO_SLUG}'),
        (Slug, "a_b", f'"a_b" is no name of a text. {NO_SLUG}'),
        (RecordId, "7F3K9Q2M5X", f'"7F3K9Q2M5X" is no id. {AN_ID}'),
        (RecordId, "7f3k9q2m5", f'"7f3k9q2m5" is no id. {AN_ID}'),
        (RecordId, "7f3k9q2m5xx", f'"7f3k9q2m5xx" is no id. {AN_ID}'),
        (RecordId, "7f3k9q2m5i", f'"7f3k9q2m5i" is no id. {AN_ID}'),
        (RecordId, "7f3k9q2m5l", f'"7f3k9q2m5l" is no id. {AN_ID}'),
        (RecordId, "7f3k9q2m5o", f'"7f3k9q2m5o" is no id. {AN_ID}'),
        (RecordId, "7f3k9q2m5u", f'"7f3k9q2m5u" is no id. {AN_ID}'),
        (RecordId, "", EMPTY),
        (ConsentId, "c-7f3k9q", '"c-7f3k9q" is no consent id. Write it like C-7F3K9Q.'),
        (ConsentId, "C-7F3K9", '"C-7F3K9" is no consent id. Write it like C-7F3K9Q.'),
        (FactId, "movement-022", '"movement-022" is no fact id. Write it like F-movement-022.'),
        (FactId, "F-movement-22", '"F-movement-22" is no fact id. Write it like F-movement-022.'),
        (SourceId, "unhcr", '"unhcr" is no source id. Write it like S-unhcr-gt24.'),
        (Address, "example.org", '"example.org" is no web address. Write it like https://example.org/.'),
        (
            Address,
            "javascript:alert(1)",
            '"javascript:alert(1)" is no web address. Write it like https://example.org/.',
        ),
        (Address, 'https://a"b', '"https://a"b" is no web address. Write it like https://example.org/.'),
        (Address, "https://a b", '"https://a b" is no web address. Write it like https://example.org/.'),
        (Address, "http://[", '"http://[" is no web address. Write it like https://example.org/.'),
        (Address, "https://a]b/", '"https://a]b/" is no web address. Write it like https://example.org/.'),
        (Address, "https://", '"https://" is no web address. Write it like https://example.org/.'),
        (Address, "mailto:a@b.org", '"mailto:a@b.org" is no web address. Write it like https://example.org/.'),
        (SiteAddress, "stories/x/", '"stories/x/" is no address of this site. Write it like /stories/old-name/.'),
        (
            SiteAddress,
            "https://a.org/",
            '"https://a.org/" is no address of this site. Write it like /stories/old-name/.',
        ),
        (SiteAddress, "/Old/", '"/Old/" is no address of this site. Write it like /stories/old-name/.'),
        (Yes, "maybe", '"maybe" is neither yes nor no. Write yes or no.'),
        (Yes, "1", '"1" is neither yes nor no. Write yes or no.'),
        (Yes, "", EMPTY),
        (Coordinate, "51,68", '"51,68" is no coordinate. Write degrees with a point, such as 51.68.'),
        (Coordinate, "north", '"north" is no coordinate. Write degrees with a point, such as 51.68.'),
        (Coordinate, "nan", '"nan" is no coordinate. Write degrees with a point, such as 51.68.'),
        (Coordinate, "inf", '"inf" is no coordinate. Write degrees with a point, such as 51.68.'),
        (Coordinate, "181", '"181" is no coordinate. Write degrees with a point, such as 51.68.'),
        (Coordinate, "51°40'", '"51°40\'" is no coordinate. Write degrees with a point, such as 51.68.'),
        (OneToSix, "0", '"0" is not one of them. Write a whole number from 1 to 6.'),
        (OneToSix, "7", '"7" is not one of them. Write a whole number from 1 to 6.'),
        (OneToSix, "1.5", '"1.5" is not one of them. Write a whole number from 1 to 6.'),
        (OneToSix, "-1", '"-1" is not one of them. Write a whole number from 1 to 6.'),
        (OneToSix, "three", '"three" is not one of them. Write a whole number from 1 to 6.'),
        (OneToSix, "٣", '"٣" is not one of them. Write a whole number from 1 to 6.'),
        (OneToSix, "²", '"²" is not one of them. Write a whole number from 1 to 6.'),
        (Status, "live", '"live" is unknown here. Known here: draft, published, ready.'),
        (Status, "Draft", '"Draft" is unknown here. Did you mean "draft"?'),
        (Status, "publised", '"publised" is unknown here. Did you mean "published"?'),
        (Slugs, "work", '"work" is one value where a list is wanted. Write it in brackets: [work].'),
        (Slugs, [["work"]], A_LIST),
        (Slugs, ["Work"], f'"Work" is no name of a text. {NO_SLUG}'),
    ],
)
def test_what_is_wrong_is_quoted_and_what_to_type_is_said(kind, typed, sentence):
    assert sentence == refusal_of(kind, typed)


@pytest.mark.parametrize("name", ["Line", "IsoDate", "Slug", "RecordId", "ConsentId", "FactId", "SourceId", "Address",
                                  "SiteAddress", "Yes", "Coordinate", "Text"])  # fmt: skip
@given(typed=st.text() | st.lists(st.text(), max_size=2) | st.dictionaries(st.text(), st.text(), max_size=2))
def test_any_value_is_read_or_refused_in_words(name, typed):
    """
    Whatever is typed, an editor never meets an error of the software.
    """
    try:
        read(getattr(fields, name), typed)
    except ValidationError as error:
        assert ["refused"] == [detail["type"] for detail in error.errors()]


@given(st.text(st.characters(codec="utf-8")))
def test_a_line_holds_no_character_that_a_page_or_a_feed_cannot(typed):
    try:
        line = read(Line, typed)
    except ValidationError:
        return
    assert line == " ".join(line.split())
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in line)


@given(st.text("abz09-_.A é", max_size=8))
def test_a_slug_can_stand_in_any_address_and_any_file_name(typed):
    try:
        slug = read(Slug, typed)
    except ValidationError:
        return
    assert slug and set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not slug.startswith("-") and not slug.endswith("-")


@given(
    st.text(st.sampled_from("ahtps:/[]@#?.é\u2100\uff0f\t\n\x00 1"), max_size=12).map("http://".__add__)
    | st.text(max_size=12)
)
def test_an_address_is_what_can_be_taken_apart(text):
    try:
        urlsplit(text)
    except ValueError:
        assert not fields.is_address(text)
    else:
        assert fields.is_address(text)
