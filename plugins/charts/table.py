"""
Tables of charts: CSV with a first line `label,value` or `label,value,series`, one figure in each line below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from plugins.charts.entries import Entry, Place
from plugins.charts.model import DEFAULT, MOST_LETTERS
from plugins.charts.numbers import number_fault, print_amount
from plugins.problems import Problem
from plugins.records.reading import decode

HEADERS = (("label", "value"), ("label", "value", "series"))
LARGEST = 50_000
"""Bytes; a chart is a few figures."""

CELL = re.compile(r'[ \t]*(?:"((?:[^"]|"")*)"[ \t]*|([^",]*))(,|\Z)')
FORM = "The first line must be label,value or label,value,series."
BROKEN = "Begin a line for each figure: a label, a comma, a number. Put a label with a comma into quotes."


class Cell(NamedTuple):
    """What stands between two commas, with its place."""

    text: str
    place: Place


def read_table(raw: bytes, path: str, unit: str) -> tuple[list[Entry], list[Problem]]:
    """The entries of a table, with what is wrong in it; `unit` says what its numbers count."""
    problems: list[Problem] = []
    if len(raw) > LARGEST:
        return [], [Problem(path, 1, 1, f"this table is larger than {LARGEST:,} bytes", "Keep the few figures of it.")]
    text = decode(raw, path)
    if isinstance(text, Problem):
        return [], [text]
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if not lines:
        return [], [Problem(path, 1, 1, "this table is empty", FORM)]
    header = _header(*lines[0], path)
    if isinstance(header, Problem):
        return [], [header]
    entries: list[Entry] = []
    for number, line in lines[1:]:
        cells = split_line(line, number, path)
        if isinstance(cells, Problem):
            problems.append(cells)
            continue
        wrong = list(check_line(cells, header))
        problems += wrong
        if not wrong:
            entries.append(_entry(cells, unit))
    return entries, problems


def _header(number: int, line: str, path: str) -> tuple[str, ...] | Problem:
    cells = split_line(line, number, path)
    if isinstance(cells, Problem):
        return cells
    names = tuple(cell.text for cell in cells)
    if names in HEADERS:
        return names
    for mark, name in ((";", "semicolons"), ("\t", "tabs")):
        if tuple(part.strip() for part in line.split(mark)) in HEADERS:
            return Problem(path, number, 1, f"the columns stand between {name}", "Save it as CSV with commas.")
    return Problem(path, number, 1, "the names of the columns are missing or others", FORM)


def split_line(line: str, number: int, path: str) -> list[Cell] | Problem:
    """The cells of one line, or what is wrong with its quotation marks."""
    cells: list[Cell] = []
    position = 0
    while True:
        found = CELL.match(line, position)
        if not found:
            what = "a quotation mark is not closed, or stands within the words"
            return Problem(path, number, position + 1, what, BROKEN)
        quoted, bare, end = found.groups()
        text = (bare if quoted is None else quoted.replace('""', '"')).strip()
        lead = len(found[0]) - len(found[0].lstrip(" \t"))
        cells.append(Cell(" ".join(text.split()), Place(path, (number, position + lead + 1))))
        position = found.end()
        if not end:
            return cells


def check_line(cells: list[Cell], header: tuple[str, ...]) -> Iterator[Problem]:
    """What is wrong in one line of figures."""
    if len(cells) > len(header):
        text = ",".join(cell.text for cell in cells[1:])
        fault = number_fault(text)
        what, todo = f"there are {len(cells)} columns where {len(header)} are wanted", BROKEN
        if fault and "comma" in fault[0]:
            what, todo = fault
            yield cells[1].place.problem(what, todo)
        else:
            yield cells[len(header)].place.problem(what, todo)
        return
    if len(cells) < len(header):
        what = f"there is {len(cells)} column where {len(header)} are wanted"
        yield cells[-1].place.problem(what.replace("is 2 column", "are 2 columns"), BROKEN)
        return
    for cell, name in zip(cells, header, strict=True):
        fault = number_fault(cell.text) if name == "value" else None
        if not cell.text:
            yield cell.place.problem(f"the {name} is empty", "Fill it in, or remove the line.")
        elif fault:
            yield cell.place.problem(*fault)
        elif len(cell.text) > MOST_LETTERS:
            yield cell.place.problem(f"the {name} is {len(cell.text)} characters", f"Use at most {MOST_LETTERS}.")


def _entry(cells: list[Cell], unit: str) -> Entry:
    label, value, *series = cells
    amount = Decimal(value.text) + 0
    sign = "£" if unit.startswith("£") else ""
    _, point, decimals = value.text.partition(".")
    like = f"{sign}0{point}{decimals}{'%' if unit.startswith('%') else ''}"
    return Entry(
        labels={DEFAULT: label.text},
        names={DEFAULT: series[0].text} if series else None,
        amount=amount,
        text=print_amount(amount, like),
        at_label=label.place,
        at_value=value.place,
        at_series=series[0].place if series else label.place,
    )
