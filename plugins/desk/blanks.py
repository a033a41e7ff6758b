"""
Blank forms of texts and consent records, made from the schema, each field explained.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from typing import Any

from plugins.consent.record import ChecksPassed, ConsentRecord, Scopes
from plugins.records.part import Part
from plugins.records.validation import ID_LETTERS

SIMPLE = re.compile(r"[a-z0-9]+\Z|C-[0-9A-Z]+\Z")
"""Values that need no quotes: ids and the names of states and languages."""

PARTS: dict[str, type[Part]] = {"scopes": Scopes, "checks_passed": ChecksPassed}
"""The fields of a consent record that have fields of their own."""


def new_consent_id() -> str:
    """A fresh id for a consent record."""
    return "C-" + "".join(secrets.choice(ID_LETTERS).upper() for _ in range(6))


def consent_text(consent_id: str, record_id: str) -> str:
    """A blank consent record, with every channel closed until the person opens it."""
    lines = [
        "# What one person agreed to, as far as it may be public. Nothing else belongs here:",
        "# no real name, age, contact, claim or place to live.",
    ]
    known = {"id": consent_id, "story": record_id, "status": "live"}
    for name, info in ConsentRecord.model_fields.items():
        if not (info.is_required() or name == "expires_on"):
            continue
        lines.append(f"# {info.description}")
        lines.append(f"{name}: {known.get(name, '')}".rstrip())
        if name in PARTS:
            for part, part_info in PARTS[name].model_fields.items():
                blank = "" if part_info.is_required() else ("[]" if part == "translate" else "no")
                lines.append(f"  {part}: {blank}".rstrip() + f"  # {part_info.description}")
    return "\n".join([*lines, ""])


def fill(fields: dict[str, Any], values: dict[str, str]) -> str:
    """The front matter, each field with its explanation above it; those that may be left out are comments."""
    return "\n".join(["---", *lines_of(fields, values), "---", "", "Write the text here. Begin headings with ##.", ""])


def lines_of(fields: dict[str, Any], values: dict[str, str]) -> Iterator[str]:
    """The lines of the front matter, what must be filled in first."""
    for needed in (True, False):
        if not needed:
            yield "# What follows may stay away. To use a field, remove the # before its name."
        for name, info in fields.items():
            if (info.is_required() or name in values) is not needed:
                continue
            yield f"# {info.description}"
            if name in values:
                yield f"{name}: {values[name] if SIMPLE.match(values[name]) else quoted(values[name])}"
            else:
                yield f"{name}: " if needed else f"#{name}: "


def quoted(value: str) -> str:
    """A value in double quotes, as YAML reads it back."""
    escaped = " ".join(value.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
