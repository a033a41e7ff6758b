"""
Reads the folder of consent records.
"""

from __future__ import annotations

from pathlib import Path

from plugins.consent.record import ConsentRecord
from plugins.problems import Problem
from plugins.records.document import read_document
from plugins.records.reading import decode
from plugins.records.validation import validate


def read_consents(folder: Path, shown: str) -> tuple[dict[str, ConsentRecord], list[Problem]]:
    """
    All consent records by id, with what is wrong in any; none where the folder is missing.

    `shown` is the folder as an editor types it.
    """
    consents: dict[str, ConsentRecord] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yml")) if folder.is_dir() else ():
        name = f"{shown}/{path.name}"
        consent, found = read_consent(path.read_bytes(), name)
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
    return validate(ConsentRecord, read_document(text, path), path)
