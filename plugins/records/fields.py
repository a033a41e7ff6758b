"""
The types of front matter's fields: each reads what a person typed, or says what to type.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

from plugins.problems import did_you_mean
from plugins.records.part import AfterValidator, BeforeValidator

if TYPE_CHECKING:
    from pydantic_core import PydanticCustomError

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
RECORD_ID = re.compile(r"[0-9a-hjkmnp-tv-z]{10}\Z")
CONSENT_ID = re.compile(r"C-[0-9A-HJKMNP-TV-Z]{6}\Z")
FACT_ID = re.compile(r"F-[a-z]+-[0-9]{3}\Z")
SOURCE_ID = re.compile(r"S-[a-z0-9]+(-[a-z0-9]+)*\Z")
ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
ADDRESS = re.compile(r"https?://[^\s<>\"]+\Z")


INVISIBLE = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufffe\\uffff]")
"""Characters that no page, feed or message can hold."""

EMPTY = "this field is empty"
"""What is wrong with a field that was left blank."""


def refusal(what: str, todo: str) -> PydanticCustomError:
    """What a field's type raises: what is wrong, and what to do about it."""
    from pydantic_core import PydanticCustomError

    return PydanticCustomError("refused", "{what}", {"what": what, "todo": todo})


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise refusal("this is a list where one value is wanted", "Write the value on the same line, in quotes.")
    text = value.strip()
    if not text:
        raise refusal(EMPTY, "Fill it in, or remove the line.")
    return text


def _line(value: Any) -> str:
    text = " ".join(_text(value).split())
    # No control character is printable, and to ask for that takes a fraction of the time.
    control = None if text.isprintable() else next((char for char in text if is_control(char)), None)
    if control:
        raise refusal(f"this holds the invisible character U+{ord(control):04X}", "Type the words again.")
    return text


def is_control(char: str) -> bool:
    """Whether a character is one of those that only steer a device."""
    return ord(char) < 32 or 0x7F <= ord(char) < 0xA0


def _matching(pattern: re.Pattern[str], kind: str, example: str) -> BeforeValidator:
    def check(value: Any) -> str:
        text = _text(value)
        if not pattern.match(text):
            raise refusal(f'"{text}" is no {kind}', f"Write it like {example}.")
        return text

    return BeforeValidator(check)


def _date(value: Any) -> date:
    if isinstance(value, date):
        return value
    text = _text(value)
    if ISO_DATE.match(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise refusal(f"there is no day {text}", "Look at the month and the day again.") from None
    raise refusal(f'"{text}" is no date', "Write year, month and day as 2026-11-23.")


def _slug(value: Any) -> str:
    text = _text(value)
    if not SLUG.match(text):
        raise refusal(f'"{text}" is no name of a text', "Use lower-case letters, digits and hyphens only.")
    return text


def _yes(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = _text(value).lower()
    if text not in ("yes", "no", "true", "false"):
        raise refusal(f'"{text}" is neither yes nor no', "Write yes or no.")
    return text in ("yes", "true")


def _number(value: Any) -> float:
    text = _text(str(value) if isinstance(value, int | float) else value)
    try:
        number = float(text)
    except ValueError:
        number = float("nan")
    if not -180 <= number <= 180:
        raise refusal(f'"{text}" is no coordinate', "Write degrees with a point, such as 51.68.")
    return number


def _tuple(value: Any) -> Any:
    if isinstance(value, str):
        raise refusal(f'"{value}" is one value where a list is wanted', f"Write it in brackets: [{value}].")
    return tuple(value) if isinstance(value, list) else value


def is_address(text: str) -> bool:
    """Whether a web address can be taken apart: only brackets and letters beyond ASCII keep it from that."""
    if text.isascii() and "[" not in text and "]" not in text:
        return True
    try:
        urlsplit(text)
    except ValueError:
        return False
    return True


def _address(text: str) -> str:
    if not is_address(text):
        raise refusal(f'"{text}" is no web address', "Write it like https://example.org/.")
    return text


def whole_number(least: int, most: int) -> BeforeValidator:
    """A whole number between two others."""

    def check(value: Any) -> int:
        text = _text(str(value) if isinstance(value, int) else value)
        if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
            raise refusal(f'"{text}" is not one of them', f"Write a whole number from {least} to {most}.")
        return int(text)

    return BeforeValidator(check)


Text = Annotated[str, BeforeValidator(_text)]
Line = Annotated[str, BeforeValidator(_line)]
IsoDate = Annotated[date, BeforeValidator(_date)]
Slug = Annotated[str, BeforeValidator(_slug)]
RecordId = Annotated[str, _matching(RECORD_ID, "id", "7f3k9q2m5x (ten small letters and digits)")]
ConsentId = Annotated[str, _matching(CONSENT_ID, "consent id", "C-7F3K9Q")]
FactId = Annotated[str, _matching(FACT_ID, "fact id", "F-movement-022")]
SourceId = Annotated[str, _matching(SOURCE_ID, "source id", "S-unhcr-gt24")]
Address = Annotated[str, _matching(ADDRESS, "web address", "https://example.org/"), AfterValidator(_address)]
SiteAddress = Annotated[str, _matching(re.compile(r"/[a-z0-9/._-]*\Z"), "address of this site", "/stories/old-name/")]
Series = Annotated[str, _matching(re.compile(r"[a-z]+(/[a-z0-9-]+)?\Z"), "series", "topic/work")]
Yes = Annotated[bool, BeforeValidator(_yes)]
Coordinate = Annotated[float, BeforeValidator(_number)]
Listed = BeforeValidator(_tuple)


def choice(*known: str) -> BeforeValidator:
    """One of a few known words."""

    def check(value: Any) -> str:
        text = _text(value)
        if text not in known:
            raise refusal(f'"{text}" is unknown here', did_you_mean(text, known))
        return text

    return BeforeValidator(check)
