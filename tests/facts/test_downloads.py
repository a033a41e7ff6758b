"""
Others are given all facts with all that makes them usable, and nothing that a spreadsheet would run.
"""

import csv
import io
import json
from pathlib import Path

import pytest

from plugins.facts.downloads import COLUMNS, cell, facts_csv, facts_json
from plugins.facts.reading import read_book

BOOK, _ = read_book(Path(__file__).parents[2] / "content" / "facts", "content/facts")


def test_every_figure_of_every_fact_is_a_line():
    rows = list(csv.DictReader(io.StringIO(facts_csv(BOOK).decode("utf-8-sig"), newline="")))
    first = next(row for row in rows if row["id"] == "F-numbers-005")

    assert list(COLUMNS) == list(rows[0])
    assert sum(len(BOOK.figures(name)) or 1 for name in BOOK.facts) == len(rows)
    assert ("41,472", "41472", "people", "2025", "2026-11-22") == (
        first["value"], first["amount"], first["unit"], first["period"], first["last_checked"],
    )  # fmt: skip


def test_every_fact_says_its_source_its_check_and_its_past():
    data = json.loads(facts_json(BOOK, {"licence": "https://creativecommons.org/licenses/by/4.0/"}))
    fact = next(fact for fact in data["facts"] if fact["id"] == "F-numbers-001")

    assert set(BOOK.facts) == {fact["id"] for fact in data["facts"]}
    assert "https://creativecommons.org/licenses/by/4.0/" == data["licence"]
    assert ("Home Office", "2027-02-28", "2026-11-22") == (
        fact["source"]["publisher"], fact["review_by"], fact["last_checked"],
    )  # fmt: skip
    assert [{"date": "2026-11-22", "value": "100,625; 4%", "reason": ""}] == fact["history"]


@pytest.mark.parametrize(
    ("value", "written"), [("=1+1", "'=1+1"), ("-4%", "'-4%"), ("@a", "'@a"), ("a", "a"), (None, "")]
)
def test_no_cell_is_run(value, written):
    assert written == cell(value)
