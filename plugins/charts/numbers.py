"""
Numbers of charts: read from tables, printed for the readers of a language, and rounded for an axis.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from plugins.charts.model import DEFAULT
from plugins.languages.language import locale_of
from plugins.once import regex

PLAIN = regex(r"-?[0-9]{1,12}(\.[0-9]{1,4})?\Z")
WITH_COMMAS = regex(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?\Z")
DECIMALS = regex(r"\.([0-9]+)")
ROUND = (1, 2, 5, 10)
"""How the steps of an axis begin."""


def number_fault(text: str) -> tuple[str, str] | None:
    """What is wrong with a number in a table, and what to do; None where nothing is."""
    if PLAIN.match(text):
        return None
    if WITH_COMMAS.match(text):
        return f'"{text}" holds a comma', f"Write the number without it: {text.replace(',', '')}"
    bare = text.strip("£$€%~<> ")
    if bare != text and PLAIN.match(bare):
        return f'"{text}" is more than a number', f"Write {bare} alone, and what it counts into the field unit."
    if text.startswith(("−", "–")) and PLAIN.match(text[1:]):
        return f'"{text}" begins with a long dash', f"Write a plain minus: -{text[1:]}"
    return f'"{text}" is no number', "Write digits, with a point before the decimals, as in 1843 or 4.5."


def print_amount(amount: Decimal, like: str, lang: str = DEFAULT) -> str:
    """An amount as readers of a language write it, in the form of another figure: £4.76 billion, 41%."""
    from babel.numbers import format_compact_decimal, format_decimal

    locale = locale_of(lang)
    found = DECIMALS.search(like)
    places = len(found[1]) if found else 0
    is_short = like.endswith((" million", " billion"))
    if is_short and abs(amount) >= 1_000_000:
        text = format_compact_decimal(amount, format_type="long", locale=locale, fraction_digits=places)
    else:
        pattern = "#,##0" + ("." + "0" * places if places and not is_short else "")
        text = format_decimal(amount, format=pattern, locale=locale)
    sign, bare = ("\u2212", text[1:]) if text.startswith("-") else ("", text)
    return f"{sign}{'£' if like.startswith('£') else ''}{bare}{'%' if like.endswith('%') else ''}"


def print_figure(text: str, amount: Decimal, lang: str) -> str:
    """A printed English figure for the readers of a language."""
    return text if lang == DEFAULT else print_amount(amount, text, lang)


def print_percent(part: Decimal, whole: Decimal, lang: str) -> str:
    """A part in whole percent; a part that is there is never 0%, and one that is not all of it never 100%."""
    share = (100 * part / whole).quantize(Decimal(1), ROUND_HALF_UP)
    if part and not share:
        return f"<{print_amount(Decimal(1), '1%', lang)}"
    if part < whole and share == 100:
        return f">{print_amount(Decimal(99), '99%', lang)}"
    return print_amount(share, "1%", lang)


def find_ticks(low: Decimal, high: Decimal, most: int = 4) -> tuple[Decimal, ...]:
    """A few round numbers from at most `low` to at least `high`, with 0 among them; the two lie around 0."""
    span = high - low
    if not span:
        return (Decimal(0), Decimal(1))
    step = next(step for step in _steps(span) if span <= step * most)
    first, last = _down(low, step), -_down(-high, step)
    return tuple(step * count for count in range(first, last + 1))


def _steps(span: Decimal) -> Iterator[Decimal]:
    power = Decimal(10) ** (span.adjusted() - 1)
    while True:
        yield from (power * begin for begin in ROUND[:-1])
        power *= 10


def _down(number: Decimal, step: Decimal) -> int:
    whole, left = divmod(number, step)
    return int(whole) - (1 if left < 0 else 0)
