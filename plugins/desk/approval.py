"""
`make readback` and `make approve`: the words are heard whole, and a yes holds for these words alone.
"""

from __future__ import annotations

from pathlib import Path

from plugins.consent.reading import write_approved
from plugins.consent.words import same_code
from plugins.consent.writing import approval_value, replace_text, set_field
from plugins.desk.papers import PAPERS, scope_lines, write_paper
from plugins.desk.site import read_settings
from plugins.desk.testimony import Found, find_testimony
from plugins.problems import SettingsError


def readback(settings_file: Path, asked: str) -> int:
    """Write the paper with all public words of a testimony and their code."""
    settings = read_settings(settings_file)
    found = find_testimony(settings, asked)
    refuse_withdrawn(found)
    words = found.gathered.words[found.records[0].lang]
    path = write_paper(
        Path(settings["THEME"]),
        found.content.folder.parent / PAPERS,
        "readback.html",
        f"readback-{found.consent.id.lower()}.html",
        words=words,
        name=found.consent.name_in(found.records[0].lang) or "",
        scopes=scope_lines(found.consent, words),
        texts=[(found.gathered.words[lang], parts) for lang, parts in found.words.items()],
        code=found.code,
    )
    print(f"Wrote {PAPERS}/{path.name}. Open it, print it or read it aloud: the code stands at its end.")
    print(f"After a yes: make approve ID={found.consent.id} CODE=…")
    return 0


def approve(settings_file: Path, asked: str, code: str) -> int:
    """Store the yes, if the words are still those of the paper with that code."""
    settings = read_settings(settings_file)
    found = find_testimony(settings, asked)
    refuse_withdrawn(found)
    if not code.strip():
        raise SettingsError(
            f"type the code that stands at the end of the paper: make approve ID={asked} CODE=7F3K-9Q2M"
        )
    if not same_code(code, found.code):
        raise SettingsError(
            f'"{code.strip()}" is not the code of the words as they stand now. Look at it again; '
            f"if the words changed since, read the new ones back: make readback ID={asked}"
        )
    today = settings["BUILD"].today
    write_approved(found.content.consents, found.consent.id, dict(found.words))
    text = found.record_path.read_text("utf-8")
    replace_text(found.record_path, set_field(text, "approval", approval_value(today, found.fingerprints)))
    languages = ", ".join(found.words)
    print(f"Approved on {today}: the words of {found.consent.id} in {languages}. Commit the folder of consents now.")
    if found.consent.status == "paused":
        print("The record is still paused. To publish, write status: live and take paused_on out.")
    return 0


def refuse_withdrawn(found: Found) -> None:
    """SettingsError where there is nothing left to read."""
    if found.consent.withdrawn or not found.records:
        raise SettingsError(f"{found.consent.id} has no text: it was withdrawn, or its file is missing")
