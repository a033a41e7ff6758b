"""
`make withdraw`: one command, no reason asked, no network needed. What it did is searched for and written down.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from plugins.build.neighbours import Neighbours
from plugins.consent.reading import words_path
from plugins.consent.record import Withdrawal
from plugins.consent.traces import sequences_of, write_traces
from plugins.consent.words import plain_text
from plugins.consent.writing import replace_text, set_field, withdrawn_text
from plugins.desk.papers import LETTERS, PAPERS
from plugins.desk.sources import remove_mentions
from plugins.desk.testimony import Found, find_testimony
from plugins.images.likeness import Likeness, is_twin, likeness_of
from plugins.images.opening import PictureError, decode
from plugins.library.membership import terms_of
from plugins.problems import SettingsError, did_you_mean
from plugins.proof.leaks import Sought, is_no_picture
from plugins.records.record import Record

MODES = {
    "gone": "the text is removed everywhere; a neutral notice stands at its address",
    "vanish": "the text is removed everywhere, and nothing at all stands at its address",
    "delist": "the text keeps its address and leaves every list, search, feed, embed and card",
    "anonymise": "the text is taken down until new words of it are approved",
}


@dataclass
class Done:
    """What a withdrawal did in the project's folder, for the receipt."""

    consent_id: str
    story: str
    mode: str
    day: date
    sought: Sought
    addresses: tuple[str, ...]
    removed: list[Path] = field(default_factory=list)
    changed: list[Path] = field(default_factory=list)
    traces: int = 0
    """How many keyed hashes were kept; 0 where there is no key."""


def withdraw(settings: Mapping[str, Any], asked: str, mode: str, key: str) -> Done:
    """
    Take a testimony back in the sources; the site is built and searched afterwards.

    SettingsError where the id or the mode is not known; nothing is changed then.
    """
    if mode not in MODES:
        told = "; ".join(f"{name}: {what}" for name, what in MODES.items())
        raise SettingsError(f'"{mode}" is no way to withdraw. {did_you_mean(mode, MODES)} {told}')
    found = find_testimony(settings, asked, is_tolerant=True)
    if found.consent.withdrawn:
        raise SettingsError(f"{found.consent.id} was withdrawn on {found.consent.withdrawn.on} already")
    today = settings["BUILD"].today
    done = Done(found.consent.id, found.consent.story, mode, today, sought_of(found, mode), addresses_of(found))
    if mode == "delist":
        write(found, set_field(record_text(found), "delisted_on", str(today)), done)
        return done
    keep_traces(found, done, key)
    if mode == "anonymise":
        text = set_field(set_field(record_text(found), "approval", ""), "status", "paused")
        write(found, set_field(text, "paused_on", str(today)), done)
    else:
        write(found, withdrawn_text(found.consent, stub_of(found, mode, today)), done)
        slugs = sorted({slug_of(path) for path in text_files(found)})
        for path in files_of(found):
            remove(path, done)
        for slug in slugs:
            done.changed += remove_mentions(found.content.folder, slug)
    remove(words_path(found.content.consents, found.consent.id), done)
    clear_state(found, settings, done)
    return done


def record_text(found: Found) -> str:
    """The consent record as it stands."""
    return found.record_path.read_text("utf-8")


def write(found: Found, text: str, done: Done) -> None:
    """Write the consent record."""
    replace_text(found.record_path, text)
    done.changed.append(found.record_path)


def remove(path: Path, done: Done) -> None:
    """Remove a file, where it is there."""
    if path.is_file():
        path.unlink()
        done.removed.append(path)


def sought_of(found: Found, mode: str) -> Sought:
    """What must be nowhere afterwards; sequences that other texts say too tell nothing."""
    hers = sequences_of(text for words in found.words.values() for text in words.values())
    hers |= sequences_of(line for path in text_files(found) for line in paragraphs(path))
    for record in found.gathered.records:
        if record.id != found.consent.story:
            front = [value for value in record.front.model_dump().values() if isinstance(value, str)]
            hers -= sequences_of([*front, found.gathered.plain_body(record)])
    names = {found.consent.name_in(record.lang) or "" for record in found.records}
    for other in found.gathered.consents.values():
        if other.id != found.consent.id:
            names -= {other.name_in(record.lang) or "" for record in found.records}
    likenesses = [own for own in map(likeness_at, pictures_of(found)) if own]

    def is_same_picture(content: bytes) -> bool:
        try:
            shown = likeness_of(decode(content))
        except PictureError:
            return False
        return any(is_twin(shown, own) for own in likenesses)

    return Sought(hers, tuple(sorted(names - {""})), is_same_picture if likenesses else is_no_picture)


def likeness_at(path: Path) -> Likeness | None:
    """What a stored picture looks like; None where it cannot be read."""
    try:
        return likeness_of(decode(path.read_bytes()))
    except (OSError, PictureError):
        return None


def pictures_of(found: Found) -> list[Path]:
    """The pictures that belong to this testimony and to no other text."""
    own = {record.front.picture for record in found.records if record.front.picture}
    others = {record.front.picture for record in found.gathered.records if record.id != found.consent.story}
    named = {name for name, picture in found.gathered.pictures.items() if picture.front.consents == (found.consent.id,)}
    return [
        found.gathered.pictures[name].path for name in sorted((own | named) - others) if name in found.gathered.pictures
    ]


def files_of(found: Found) -> list[Path]:
    """Everything that holds the words, the voice or the picture of a testimony."""
    folder = found.content.folder
    files = text_files(found)
    for picture in pictures_of(found):
        files += [picture, picture.with_suffix(".yml")]
    for record in found.records:
        if record.front.audio:
            files += sorted((folder / "audio").glob(f"{record.front.audio}.*"))
    return sorted(set(files))


def text_files(found: Found) -> list[Path]:
    """The files of the testimony, also those that cannot be read as texts."""
    slugs = {record.slug for record in found.records}
    files = sorted((found.content.folder / "testimonies").glob("*.md"))
    slugs |= {slug_of(path) for path in files if found.consent.story.encode() in path.read_bytes()}
    return [path for path in files if slug_of(path) in slugs]


def slug_of(path: Path) -> str:
    """The name of a text, from that of its file."""
    return path.name.partition(".")[0]


def paragraphs(path: Path) -> list[str]:
    """What is written in the file of a text, a line or a paragraph at a time, without the fields that are no words."""
    _, _, rest = path.read_text("utf-8", "replace").partition("---\n")
    front, _, body = rest.partition("\n---\n")
    worded = [line for line in front.split("\n") if line.startswith(("title:", "summary:", "share:"))]
    return [plain_text(part.replace("*", "").replace("_", "")) for part in (*worded, *body.split("\n\n"))]


def addresses_of(found: Found) -> tuple[str, ...]:
    """Where a testimony stands and stood, below the root of the site."""
    default, urls = found.content.languages.default, found.content.urls
    addresses = []
    for record in found.records:
        prefix = "/" if record.lang == default else f"/{record.lang}/"
        addresses.append(prefix + urls.of(record.type, record.slug))
        addresses += [prefix.rstrip("/") + former for former in record.front.former]
    return tuple(addresses)


def was_allowed(record: Record, found: Found) -> bool:
    """Whether a version could ever be seen: a translation that nobody allowed leaves no notice behind."""
    lang, consent = record.lang, found.consent
    return not record.is_translation or consent.allows_language(lang) or consent.language_left_on(lang) is not None


def stub_of(found: Found, mode: str, today: date) -> Withdrawal:
    """What is left of the text in its record."""
    return Withdrawal.model_validate({
        "on": today,
        "mode": mode,
        "published": found.records[0].front.date if found.records else None,
        "languages": [record.lang for record in found.records if was_allowed(record, found)],
        "addresses": list(addresses_of(found)) if mode == "gone" else [],
        "series": list(terms_of(found.records[0])) if found.records else [],
    })  # fmt: skip


def keep_traces(found: Found, done: Done, key: str) -> None:
    """Keep keyed hashes of the words, and no word, so that their absence can be proved later."""
    if not key:
        return
    path = found.content.consents / f"{found.consent.id.lower()}.traces"
    replace_text(path, write_traces(done.sought.sequences, key.encode()))
    done.traces = len(done.sought.sequences)


def clear_state(found: Found, settings: Mapping[str, Any], done: Done) -> None:
    """Remove papers about this testimony, and everything that remembers earlier builds."""
    root = found.content.folder.parent
    for path in sorted((root / PAPERS).glob(f"*-{found.consent.id.lower()}*")):
        remove(path, done)
    for path in sorted((root / PAPERS / LETTERS / found.consent.story).glob("*")):
        remove(path, done)
    for path in sorted((root / ".cache").rglob("*")) if (root / ".cache").is_dir() else ():
        remove(path, done)
    staging = Neighbours(Path(settings["OUTPUT_PATH"])).staging
    for path in sorted(staging.rglob("*")) if staging.is_dir() else ():
        remove(path, done)
    # Its folders are named as pages are.
    shutil.rmtree(staging, ignore_errors=True)
