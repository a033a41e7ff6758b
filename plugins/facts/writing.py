"""
Writes single fields of a fact and its history, and leaves every other line as somebody wrote it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date


def set_fields(text: str, name: str, values: Mapping[str, str]) -> str:
    """
    A file of facts in which fields of one fact have new values; new fields stand at its end.

    KeyError where the file has no such fact.
    """
    lines = text.splitlines()
    start = next((at for at, line in enumerate(lines) if re.match(rf"{re.escape(name)}:", line)), None)
    if start is None:
        raise KeyError(name)
    end = next((at for at in range(start + 1, len(lines)) if re.match(r"\S", lines[at])), len(lines))
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    left = dict(values)
    entry: list[str] = []
    inside = False
    for line in lines[start:end]:
        match = re.match(r"  ([a-z_]+):", line)
        inside = match[1] in values if match else inside and line.startswith("   ")
        if match and match[1] in left:
            entry.append(f"  {match[1]}: {left.pop(match[1])}")
        elif not inside:
            entry.append(line)
    entry += [f"  {field}: {value}" for field, value in left.items()]
    return "\n".join([*lines[:start], *entry, *lines[end:], ""])


def add_version(text: str, name: str, entry: Mapping[str, str]) -> str:
    """A history with one more version of a fact, after those it has."""
    line = f"  - {{{', '.join(f'{field}: {value}' for field, value in entry.items())}}}"
    lines = text.rstrip("\n").splitlines()
    start = next((at for at, own in enumerate(lines) if own == f"{name}:"), None)
    if start is None:
        return "\n".join([*lines, f"{name}:", line, ""])
    end = next((at for at in range(start + 1, len(lines)) if re.match(r"\S", lines[at])), len(lines))
    return "\n".join([*lines[:end], line, *lines[end:], ""])


def quoted(text: str) -> str:
    """A value in double quotes, as YAML reads it."""
    return json.dumps(text, ensure_ascii=False)


def version_entry(day: date, value: str, **more: str) -> dict[str, str]:
    """What the history keeps of a new version; empty fields are left out."""
    entry = {"date": day.isoformat(), "value": quoted(value)}
    return entry | {field: own if own == "yes" else quoted(own) for field, own in more.items() if own}
