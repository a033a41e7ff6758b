"""
The words of the interface in one language, with its dates, numbers and lists.

There is no fallback: a word that is missing in a language is an error, since
half a page in the wrong language helps nobody.
"""

from __future__ import annotations

from datetime import date as Day
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from plugins.languages.habits import NOT_KNOWN, Habits, make_habits
from plugins.languages.language import Language, locale_of, make_language
from plugins.languages.settings import Languages
from plugins.once import Remember, make_anew
from plugins.outputs import fingerprint
from plugins.problems import SettingsError

KEPT = 16384
"""How many written dates and numbers are kept."""

PLURAL_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})


class Words(NamedTuple):
    """
    The interface's words in one language: `words("skip.main")`.

    Where a string has plural forms the number is given as `n`, and the form is
    the one its language asks for. Names in braces are filled from the arguments.
    """

    language: Language
    strings: dict[str, str]
    habits: Habits = NOT_KNOWN

    def __hash__(self) -> int:
        """Of the language alone: there is one set of words for each."""
        return hash(self.language.code)

    def __call__(self, key: str, /, *, n: int | None = None, **values: object) -> str:
        """The string of a key; KeyError where the language lacks it."""
        if n is not None:
            form = self.habits.form_of(n) or locale_of(self.language.tag).plural_form(n)
            text = self.strings.get(f"{key}.{form}") or self.strings[f"{key}.other"]
            return text.format(n=self.number(n), **values)
        text = self.strings[key]
        return text.format(**values) if values else text

    def date(self, day: Day) -> str:
        """A date written out as its readers write it."""
        return self.habits.write_date(day) or write_date(day, "long", self.language.tag)

    def month(self, day: Day) -> str:
        """The month and year of a date."""
        return self.habits.write_month(day) or write_date(day, "MMMM y", self.language.tag)

    def number(self, number: int | float) -> str:
        """A number with the separators its readers use."""
        return self.habits.write_number(number) or write_number(number, self.language.tag)

    def name_of(self, code: str) -> str:
        """The name of another language in this one."""
        return locale_of(code).get_display_name(locale_of(self.language.tag)) or code

    def list(self, items: list[str] | tuple[str, ...]) -> str:
        """Several things as one phrase: 'a, b and c'."""
        from babel.lists import format_list

        return format_list(list(items), locale=locale_of(self.language.tag)) if items else ""


@lru_cache(maxsize=KEPT)
def write_date(day: Day, pattern: str, tag: str) -> str:
    """A date as Babel writes it; pages name the same days over and over."""
    from babel.dates import format_date

    return format_date(day, format=pattern, locale=locale_of(tag))


@lru_cache(maxsize=KEPT, typed=True)
def write_number(number: int | float, tag: str) -> str:
    """A number as Babel writes it."""
    from babel.numbers import format_decimal

    return format_decimal(number, locale=locale_of(tag))


def flatten(table: dict[str, object], prefix: str = "") -> dict[str, str]:
    """Nested TOML tables as one mapping with dotted keys, in sorted order."""
    flat: dict[str, str] = {}
    for key, value in sorted(table.items()):
        if isinstance(value, dict):
            flat.update(flatten(value, f"{prefix}{key}."))
        elif isinstance(value, str):
            flat[prefix + key] = value
        else:
            raise SettingsError(f"strings: {prefix}{key} must be text in quotes, not {value!r}")
    return flat


def read_strings(path: Path) -> dict[str, str]:
    """The interface strings of one file."""
    return parse_strings(path.name, read_file(path))


def read_file(path: Path) -> bytes:
    """The bytes of a file of interface strings."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SettingsError(
            f"{path.name}: the interface words of this language are missing in {path.parent.name}/"
        ) from None


def parse_strings(name: str, raw: bytes) -> dict[str, str]:
    """The interface strings in the bytes of a file."""
    import tomllib

    try:
        return flatten(tomllib.loads(raw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{name}: these interface words cannot be read: {error}") from None


def string_keys(strings: dict[str, str]) -> set[str]:
    """The keys a language must have; plural forms, which differ by language, count as one."""
    return {key.rpartition(".")[0] if key.rpartition(".")[2] in PLURAL_FORMS else key for key in strings}


def read_words(settings: Languages, remember: Remember = make_anew) -> dict[str, Words]:
    """
    The words of every language; SettingsError where a language lacks one that another has.

    The same bytes need not be taken apart and checked again.
    """
    raws = {code: read_file(settings.strings / f"{code}.toml") for code in settings.codes}
    of_files = (part for code, raw in raws.items() for part in (code, settings.tags.get(code, code), raw))
    kept = remember(
        fingerprint("words", settings.default, *of_files),
        lambda: tuple(
            (own.language.values, tuple(own.strings.items()), tuple(own.habits)) for own in make_words(settings, raws)
        ),
    )
    return {
        language[0]: Words(Language(*language), dict(strings), Habits(*habits)) for language, strings, habits in kept
    }


def make_words(settings: Languages, raws: dict[str, bytes]) -> list[Words]:
    """The words in the bytes of files; SettingsError where a language lacks one that another has."""
    strings = {code: parse_strings(f"{code}.toml", raw) for code, raw in raws.items()}
    default = strings[settings.default]
    for code, own in strings.items():
        check_keys(code, own, default, settings.default)
        for key, text in own.items():
            given = places(
                default.get(key) or default[f"{key.rpartition('.')[0]}.other"], f"{settings.default}.toml: {key}"
            )
            if places(text, f"{code}.toml: {key}") - given:
                names = ", ".join(sorted(given)) or "none"
                raise SettingsError(f"{code}.toml: {key}: only these may stand in braces: {names}")
    languages = [make_language(code, settings.tags.get(code)) for code in settings.codes]
    return [Words(own, strings[own.code], make_habits(own.tag)) for own in languages]


def check_keys(code: str, own: dict[str, str], default: dict[str, str], default_code: str) -> None:
    """SettingsError where a language has other strings than the default one."""
    wanted = wanted_keys(default, code)
    if wanted != own.keys():
        missing = ", ".join(sorted(wanted - own.keys())) or "none"
        surplus = ", ".join(sorted(own.keys() - wanted)) or "none"
        raise SettingsError(f"{code}.toml: missing strings: {missing}; not in {default_code}.toml: {surplus}")


def wanted_keys(default: dict[str, str], code: str) -> set[str]:
    """The keys a language must have: those of the default language, with the plural forms of its own."""
    forms = {*locale_of(code).plural_form.tags, "other"}
    wanted: set[str] = set()
    for key in string_keys(default):
        wanted |= {key} if key in default else {f"{key}.{form}" for form in forms}
    return wanted


def places(text: str, shown: str) -> set[str]:
    """The names in braces in a string."""
    from string import Formatter

    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        raise SettingsError(f"{shown}: a brace is not closed") from None
