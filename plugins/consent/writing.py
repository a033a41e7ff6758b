"""
Writes single fields of a consent record, and leaves every other line as somebody wrote it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plugins.consent.record import ConsentRecord, Withdrawal


def set_field(text: str, name: str, value: str) -> str:
    """A record's text in which a field has a value, on one line; an empty value takes the field out."""
    kept: list[str] = []
    inside = False
    for line in text.splitlines():
        inside = line.startswith(f"{name}:") or (inside and (not line or line[0].isspace()))
        if not inside:
            kept.append(line)
    return "\n".join([*kept, *([f"{name}: {value}"] if value else []), ""])


def approval_value(day: date, fingerprints: dict[str, str]) -> str:
    """The value of the field `approval`."""
    inner = ", ".join(f"{lang}: {own}" for lang, own in sorted(fingerprints.items()))
    return f"{{date: {day}, fingerprint: {{{inner}}}}}"


def withdrawn_text(consent: ConsentRecord, withdrawal: Withdrawal) -> str:
    """The whole record after a withdrawal: ids, dates and channels, and nothing that tells of the person."""
    said = consent.scopes.model_dump().items()
    scopes = [f"{name}: {'yes' if value else 'no'}" for name, value in said if isinstance(value, bool)]
    parts = [f"on: {withdrawal.on}", f"mode: {withdrawal.mode}"]
    if withdrawal.published:
        parts.append(f"published: {withdrawal.published}")
    parts.append(f"languages: [{', '.join(withdrawal.languages)}]")
    parts.append(f"addresses: [{', '.join(withdrawal.addresses)}]")
    parts.append(f"series: [{', '.join(withdrawal.series)}]")
    taken_back = ", ".join(f"{name}: {day}" for name, day in sorted(consent.taken_back.items()))
    lines = [
        "# This text was withdrawn. Keep this file: it tells feeds and readers' programs to forget the text,",
        "# and it keeps the id from ever being used again.",
        f"id: {consent.id}",
        f"story: {consent.story}",
        f"scopes: {{{', '.join(scopes)}}}",
        f"released_on: {consent.released_on}",
        f"expires_on: {consent.ends_on}",
        "status: withdrawn",
        *([f"taken_back: {{{taken_back}}}"] if taken_back else []),
        f"withdrawn: {{{', '.join(parts)}}}",
    ]
    return "\n".join([*lines, ""])


def replace_text(path: Path, text: str) -> None:
    """Write a file wholly or not at all."""
    waiting = path.with_name(f".{path.name}.new")
    waiting.write_text(text, "utf-8")
    waiting.replace(path)
