"""
All facts as files for others to use: CSV after RFC 4180, and JSON.
"""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

from plugins.facts.book import FactBook
from plugins.facts.figures import Figure

COLUMNS = (
    "id", "claim", "number", "value", "amount", "unit", "period", "geography", "status", "source", "publisher", "title",
    "address", "published", "last_checked", "review_by",
)  # fmt: skip

FORMULA = ("=", "+", "-", "@", "\t")
"""How a cell begins that a spreadsheet would take for a formula."""


def facts_csv(book: FactBook) -> bytes:
    """One line for each figure, and one for each fact without any; safe to open in a spreadsheet."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for name in sorted(book.facts):
        entry = fact_entry(book, name)
        source = entry["source"]
        shared = (entry["geography"], entry["status"], source["id"], source["publisher"], source["title"])
        ends = (*shared, source["address"], source["date"], entry["last_checked"] or "", entry["review_by"])
        figures = entry["figures"] or [{"value": "", "amount": "", "unit": "", "period": entry["period"]}]
        for number, figure in enumerate(figures, start=1):
            own = (figure["value"], figure["amount"], figure["unit"], figure["period"])
            writer.writerow(map(cell, (name, entry["claim"], number if entry["figures"] else "", *own, *ends)))
    return file.getvalue().encode("utf-8-sig")


def cell(value: Any) -> str:
    """A value as a cell that no spreadsheet runs."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def facts_json(book: FactBook, about: dict[str, str]) -> bytes:
    """All facts with their figures, sources and histories; `about` says whose they are and how to cite them."""
    data = about | {"facts": [fact_entry(book, name) for name in sorted(book.facts)]}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def fact_entry(book: FactBook, name: str) -> dict[str, Any]:
    """One fact as plain data."""
    fact = book.facts[name]
    source = book.sources[fact.source]
    return {
        "id": name,
        "claim": fact.plain,
        "figures": [
            {"value": own.text, "amount": amount(own), "unit": own.unit, "period": own.period}
            for own in book.figures(name)
        ],
        "period": fact.period or "",
        "geography": fact.geography,
        "status": fact.status,
        "source": {
            "id": fact.source, "publisher": source.publisher, "title": source.title, "address": source.address,
            "date": source.date, "licence": source.licence,
        },
        "last_checked": day(book.checked_on(name)),
        "review_by": day(fact.review_by),
        "history": [
            {"date": day(version.date), "value": version.value, "reason": version.reason or ""}
            for version in book.history.get(name, ())
        ],
    }  # fmt: skip


def amount(figure: Figure) -> str | None:
    """The bare number of a figure."""
    return None if figure.amount is None else str(figure.amount)


def day(value: date | None) -> str | None:
    """A day as ISO 8601 writes it."""
    return value.isoformat() if value else None
