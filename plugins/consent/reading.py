"""
Reads the folder of consent records.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from plugins.consent.record import Approval, ChecksPassed, ConsentRecord, Scopes, Withdrawal, WithdrawnRecord
from plugins.consent.words import PublicWords
from plugins.once import Remember, make_anew
from plugins.outputs import fingerprint
from plugins.problems import Problem, Severity
from plugins.records.document import read_document
from plugins.records.freezing import remembered
from plugins.records.reading import decode
from plugins.records.validation import validate

TYPES = (ConsentRecord, WithdrawnRecord, Scopes, Approval, ChecksPassed, Withdrawal)
"""What a record is made of."""

WARNED = (7, 30, 60)
"""Days before the end of a consent on which editors are told, ever more urgently (CON003)."""


def read_consents(
    folder: Path, shown: str, remember: Remember = make_anew
) -> tuple[dict[str, ConsentRecord], list[Problem]]:
    """
    All consent records by id, with what is wrong in any; none where the folder is missing.

    `shown` is the folder as an editor types it.
    """
    consents: dict[str, ConsentRecord] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yml")) if folder.is_dir() else ():
        name = f"{shown}/{path.name}"
        raw = path.read_bytes()
        read = partial(read_consent, raw, name)
        consent, found = remembered(remember, fingerprint("consent", raw), TYPES, read)
        problems += found
        if consent is None:
            continue
        if path.stem != consent.id.lower():
            problems.append(
                Problem(
                    name,
                    1,
                    1,
                    f'this record has the id "{consent.id}"',
                    f"Rename the file to {consent.id.lower()}.yml.",
                )
            )
        if consent.id in consents:
            problems.append(
                Problem(name, 1, 1, f'"{consent.id}" is the id of another record', "Correct one of the two.")
            )
        consents[consent.id] = consent
    return consents, problems


def read_consent(raw: bytes, path: str) -> tuple[ConsentRecord | None, list[Problem]]:
    """One consent record, with what is wrong in it."""
    text = decode(raw, path)
    if isinstance(text, Problem):
        return None, [text]
    document = read_document(text, path)
    model = WithdrawnRecord if "withdrawn" in document.values else ConsentRecord
    return validate(model, document, path)


def warn_of_ends(consents: dict[str, ConsentRecord], shown: str, today: date) -> Iterator[Problem]:
    """Which consents end within 60, 30 or 7 days, so that somebody asks; and withdrawals half done."""
    for consent in consents.values():
        path = f"{shown}/{consent.id.lower()}.yml"
        days = (consent.ends_on - today).days
        within = next((limit for limit in WARNED if 0 <= days <= limit), None)
        if within and consent.is_live(today):
            what = f"{consent.id} ends on {consent.ends_on}, within {within} days"
            todo = "Ask the person whether it may stay, and write the new day into expires_on."
            yield Problem(path, 1, 1, what, todo, Severity.WARNING)
        if consent.status == "withdrawn" and not consent.withdrawn:
            what = f"{consent.id} is withdrawn, but its words still lie in this folder and feeds are not told"
            yield Problem(path, 1, 1, what, f"Run: make withdraw ID={consent.id} MODE=gone.", Severity.WARNING)


def words_path(folder: Path, consent_id: str) -> Path:
    """Where the approved words of a consent stand, beside its record."""
    return folder / f"{consent_id.lower()}.words.json"


def read_approved(folder: Path, consents: dict[str, ConsentRecord]) -> dict[str, dict[str, PublicWords]]:
    """
    The approved words by consent and language.

    They only serve to show what differs: a file that is missing or broken changes nothing of what may be published.
    """
    found: dict[str, dict[str, PublicWords]] = {}
    for consent_id in consents:
        try:
            data = json.loads(words_path(folder, consent_id).read_bytes())
            found[consent_id] = {
                str(lang): {str(part): str(text) for part, text in parts.items()} for lang, parts in data.items()
            }
        except (OSError, ValueError, AttributeError):
            continue
    return found


def write_approved(folder: Path, consent_id: str, words: dict[str, PublicWords]) -> None:
    """Keep the approved words beside the record."""
    content = json.dumps(words, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    words_path(folder, consent_id).write_text(content, "utf-8")
