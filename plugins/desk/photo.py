"""
`make photo`: brings a photograph in, made anew of its pixels alone, with a side file that says what it shows.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.build.project import content_of
from plugins.desk.blanks import quoted
from plugins.desk.new import slug_of
from plugins.desk.site import read_settings
from plugins.images.boxes import Box
from plugins.images.bringing import Brought, bring_in
from plugins.images.model import PEOPLE, PLACES, PictureFront
from plugins.images.opening import PictureError
from plugins.images.reading import EXTENSIONS, listed
from plugins.problems import SettingsError, counted, did_you_mean, sentence
from plugins.records.fields import CONSENT_ID, INVISIBLE, SLUG

FOLDER = "pictures"
"""Below the content folder."""

LARGEST_FILE = 200_000_000
"""Bytes; no photograph of fifty million pixels is larger."""

BOX = re.compile(r"\s*(\d{1,6})\s*,\s*(\d{1,6})\s*,\s*(\d{1,6})\s*,\s*(\d{1,6})\s*\Z", re.ASCII)
FORM_OF_REDACT = (
    "write each box as x,y,width,height in pixels of the upright photograph, and a semicolon between two, "
    'as in REDACT="120,80,60,60;400,90,50,50"'
)
HOW = 'make photo FILE=~/Pictures/sewing.jpg ALT="Two women sewing a quilt" PEOPLE=consented CONSENTS=C-7F3K9Q'


class PhotoWish(NamedTuple):
    """What an editor typed: a file, what it shows, and what is to be done with it."""

    file: str
    alt: str
    credit: str = ""
    people: str = ""
    place: str = ""
    consents: str = ""
    redact: str = ""
    name: str = ""


class Plan(NamedTuple):
    """A wish that can be fulfilled: where the original is, and what the side file will say."""

    original: Path
    name: str
    alt: str
    credit: str
    people: str
    place: str
    consents: tuple[str, ...]
    boxes: tuple[Box, ...]


def photo(settings: Path, wish: PhotoWish) -> int:
    """Write the picture and its side file and say what was done; 1 where the wish cannot be fulfilled."""
    content = content_of(read_settings(settings))
    folder, shown = content.folder / FOLDER, f"{content.shown}/{FOLDER}"
    try:
        plan = make_plan(wish, content.folder)
        refuse_taken(folder, shown, plan.name)
        brought = bring_in(plan.original.read_bytes(), plan.boxes)
        name = f"{plan.name}.{'png' if brought.kind == 'png' else 'jpg'}"
        text = side_text(plan, brought, content.languages.default)
        write_both(folder / name, brought.content, folder / f"{plan.name}.yml", text.encode())
    except (SettingsError, PictureError) as error:
        print(as_told(sentence(error)), file=sys.stderr)
        return 1
    except OSError as error:
        print(f"That did not work: {error.strerror or error}. Nothing was written.", file=sys.stderr)
        return 1
    for line in tell(plan, brought, f"{shown}/{name}", f"{shown}/{plan.name}.yml"):
        print(line)
    return 0


def as_told(text: str) -> str:
    """A sentence with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def make_plan(wish: PhotoWish, content: Path) -> Plan:
    """The wish, looked through. SettingsError with one sentence at the first thing that is missing or wrong."""
    original = find_original(wish.file, content)
    alt, credit = one_line(wish.alt, "ALT"), one_line(wish.credit, "CREDIT")
    if not alt:
        raise SettingsError('ALT is missing. Say in a sentence what it shows, as in ALT="Two women sewing a quilt"')
    people = chosen(wish.people, PEOPLE, "PEOPLE", "who can be seen")
    place = chosen(wish.place or "none", PLACES, "PLACE", "what it tells of where it was taken")
    consents, boxes = read_consents(wish.consents), read_boxes(wish.redact)
    if people == "consented" and not consents:
        raise SettingsError("people who agreed can be seen: give the ids of their consents, as in CONSENTS=C-7F3K9Q")
    if people == "redacted" and not boxes:
        raise SettingsError(f"REDACT is missing: {FORM_OF_REDACT}")
    name = wish.name.strip() or slug_of(original.stem)
    if not SLUG.match(name):
        raise SettingsError(
            f'"{name or original.stem}" is no name for a picture: '
            "give one of lower-case letters, digits and hyphens with NAME=…"
        )
    return Plan(original, name, alt, credit, people, place, consents, boxes)


def find_original(asked: str, content: Path) -> Path:
    """The file that is meant. SettingsError where there is none, or it lies where everybody will see it."""
    if not asked.strip():
        raise SettingsError(f"say which photograph, as in: {HOW}")
    try:
        path = Path(asked.strip()).expanduser()
        is_there = path.is_file()
    except (OSError, RuntimeError, ValueError):
        is_there = False
    if not is_there:
        raise SettingsError(f"there is no file {asked.strip()}")
    if path.resolve().is_relative_to(content.resolve()):
        raise SettingsError(
            "the original lies in the folder of the site, where everybody can see what it holds: "
            "move it out of the repository, and run the command again with its new place"
        )
    if path.stat().st_size > LARGEST_FILE:
        raise SettingsError(f"the file is larger than {LARGEST_FILE // 1_000_000} megabytes")
    return path


def one_line(typed: str, option: str) -> str:
    """What was typed, on one line. SettingsError where it holds characters that no page can hold."""
    text = " ".join(typed.split())
    if INVISIBLE.search(text) or any("\ud800" <= char <= "\udfff" for char in text):
        raise SettingsError(f"{option} holds an invisible character: type it again")
    return text


def chosen(typed: str, known: dict[str, str], option: str, question: str) -> str:
    """One of a few words. SettingsError that explains all of them where another or none was typed."""
    word = typed.strip().lower()
    if word in known:
        return word
    if word:
        wrong = f'{option}: "{typed.strip()}" is unknown here. {did_you_mean(word, known)}'
    else:
        wrong = f"{option} is missing."
    choices = "; ".join(f"{option}={name} where {what}" for name, what in known.items())
    raise SettingsError(f"{wrong} Say {question}: {choices}")


def read_consents(typed: str) -> tuple[str, ...]:
    """The ids of consents, with commas or spaces between them."""
    ids = tuple(part.upper() for part in re.split(r"[\s,;]+", typed) if part)
    wrong = next((part for part in ids if not CONSENT_ID.match(part)), None)
    if wrong:
        raise SettingsError(f'CONSENTS: "{wrong}" is no consent id: write it like C-7F3K9Q')
    return tuple(dict.fromkeys(ids))


def read_boxes(typed: str) -> tuple[Box, ...]:
    """The boxes to make solid."""
    found = [BOX.match(part) for part in typed.split(";") if part.strip()]
    boxes = [Box(*map(int, match.groups())) for match in found if match]
    if len(boxes) < len(found) or (typed.strip() and not found):
        raise SettingsError(f'REDACT: "{typed.strip()}" cannot be read: {FORM_OF_REDACT}')
    return tuple(boxes)


def refuse_taken(folder: Path, shown: str, name: str) -> None:
    """SettingsError where there is a picture or a side file of the name."""
    for ending in (*EXTENSIONS, "yml"):
        if (folder / f"{name}.{ending}").exists():
            raise SettingsError(f"there is a file {shown}/{name}.{ending} already: choose another name with NAME=…")


def side_text(plan: Plan, brought: Brought, lang: str) -> str:
    """The side file, each field explained above it."""
    boxes = ", ".join(f"[{', '.join(map(str, box))}]" for box in brought.boxes)
    values = {
        "alt": f"\n  {lang}: {quoted(plan.alt)}",
        "credit": quoted(plan.credit) if plan.credit else "",
        "people": plan.people,
        "place_reveals": plan.place,
        "consents": f"[{', '.join(plan.consents)}]" if plan.consents else "",
        "redacted": f"[{boxes}]" if boxes else "",
    }
    return "\n".join([*_lines_of(values), ""])


def _lines_of(values: dict[str, str]) -> Iterator[str]:
    for name, info in PictureFront.model_fields.items():
        value = values.get(name, "")
        yield f"# {info.description}"
        if value or info.is_required():
            yield f"{name}: {value}".rstrip().replace(": \n", ":\n")
        else:
            yield f"#{name}: "


def write_both(picture: Path, content: bytes, side: Path, text: bytes) -> None:
    """Write both files or none: each beside its place first, and then under its name."""
    picture.parent.mkdir(parents=True, exist_ok=True)
    waiting = [(path.with_name(f".{path.name}.part"), path, raw) for path, raw in ((side, text), (picture, content))]
    done: list[Path] = []
    try:
        for part, _, raw in waiting:
            part.write_bytes(raw)
        for part, path, _ in waiting:
            os.replace(part, path)
            done.append(path)
    except BaseException:
        for path in done:
            path.unlink(missing_ok=True)
        raise
    finally:
        for part, _, _ in waiting:
            part.unlink(missing_ok=True)


def tell(plan: Plan, brought: Brought, picture: str, side: str) -> Iterator[str]:
    """What was done, and what is to be done next."""
    yield f"Wrote {picture}, {brought.width} by {brought.height} pixels, and {side}."
    if brought.left_behind:
        yield f"The file held {listed(list(brought.left_behind))}: nothing of that was taken along."
    if brought.boxes:
        yield f"Made solid: {counted(len(brought.boxes), 'box', 'boxes')}. What was there cannot be brought back."
    yield "Your original was not touched and does not belong in this folder."
    if not plan.credit:
        yield f"Fill in the credit in {side}: who made the picture."
    yield "Then run: make check."
