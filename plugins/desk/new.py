"""
`make new`: a text to fill in, made from the schema, each field explained.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

from plugins.build.gate import shown_path
from plugins.build.project import content_of
from plugins.desk.blanks import consent_text, fill, new_consent_id
from plugins.desk.site import read_settings
from plugins.problems import Problem, SettingsError, did_you_mean, sentence
from plugins.records.document import read_document
from plugins.records.fields import SLUG
from plugins.records.reading import FENCE, decode, read_name
from plugins.records.types import TYPES, ContentType
from plugins.records.validation import new_id

OF_TRANSLATIONS = frozenset({"original_language", "translator"})
"""Fields that only translations have."""


class Wish(NamedTuple):
    """What an editor asked for: a text of a type with a title, or a translation `of` a file into a language."""

    type: str
    title: str
    slug: str = ""
    of: str = ""
    into: str = ""


class Original(NamedTuple):
    """The text that is to be translated."""

    type: ContentType
    slug: str
    lang: str
    id: str


def new(settings: Path, wish: Wish) -> int:
    """Write the file and say where it is; 1 where the wish cannot be fulfilled."""
    content = content_of(read_settings(settings))
    try:
        if wish.of:
            original = find_original(content.folder, content.shown, wish.of, content.languages)
            path, text = translation(original, wish, content.languages)
            return write(content.folder / path, f"{content.shown}/{path}", text)
        path, text, consent = fresh(wish)
    except SettingsError as error:
        print(sentence(error), file=sys.stderr)
        return 1
    status = write(content.folder / path, f"{content.shown}/{path}", text)
    if consent and status == 0:
        name = f"{consent.lower()}.yml"
        record_id = read_document(FENCE.split(text, maxsplit=2)[1], path).values["id"]
        status = write(
            content.consents / name, f"{shown_path(content.consents, content)}/{name}", consent_text(consent, record_id)
        )
    return status


def write(path: Path, shown: str, text: str) -> int:
    """Write a new file and say so; 1 where there is one of the name already."""
    if path.exists():
        print(f"{shown} is there already. Choose another name with SLUG=….", file=sys.stderr)
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    print(f"Wrote {shown}. Fill it in, then run: make check. To see it: make devserver.")
    return 0


def fresh(wish: Wish) -> tuple[str, str, str]:
    """Path and text of a new original, and for a testimony the id of its new consent record."""
    if wish.type not in TYPES:
        asked = (
            f'"{wish.type}" is no type of text'
            if wish.type
            else 'say what to write, as in make new TYPE=story TITLE="A title"'
        )
        raise SettingsError(f"{asked}. {did_you_mean(wish.type, TYPES)}")
    if not wish.title.strip():
        raise SettingsError('the title is missing: make new TYPE=story TITLE="A title"')
    content_type = TYPES[wish.type]
    slug = wish.slug or slug_of(wish.title)
    if not SLUG.match(slug):
        raise SettingsError(
            f'no address can be made of "{wish.slug or wish.title}": '
            "give a name of lower-case letters, digits and hyphens with SLUG=…"
        )
    values = {"title": wish.title.strip(), "id": new_id(), "status": "draft"}
    consent = new_consent_id() if content_type.name == "testimony" else ""
    if consent:
        values["consent"] = consent
    fields = {name: info for name, info in content_type.model.model_fields.items() if name not in OF_TRANSLATIONS}
    return f"{content_type.folder}/{slug}.md", fill(fields, values), consent


def translation(original: Original, wish: Wish, languages: Any) -> tuple[str, str]:
    """Path and text of a translation."""
    if wish.into not in languages.codes or wish.into == original.lang:
        others = [code for code in languages.codes if code != original.lang]
        raise SettingsError(
            f'"{wish.into}" is no language to translate into. {did_you_mean(wish.into, others)}'.rstrip(".")
        )
    suffix = "" if wish.into == languages.default else f".{wish.into}"
    values = {"id": original.id, "status": "draft", "original_language": original.lang}
    if wish.title.strip():
        values["title"] = wish.title.strip()
    fields = original.type.translation_model.model_fields
    return f"{original.type.folder}/{original.slug}{suffix}.md", fill(fields, values)


def find_original(folder: Path, shown: str, asked: str, languages: Any) -> Original:
    """The text an editor means by a path."""
    relative = asked.removeprefix("./").removeprefix(f"{shown}/")
    path = folder / relative
    if not path.is_file():
        raise SettingsError(f"there is no file {shown}/{relative}: give its path, as in OF={shown}/stories/penally.md")
    named = read_name(relative, asked, languages.codes, languages.default)
    text = decode(path.read_bytes(), asked)
    if isinstance(named, Problem) or isinstance(text, Problem):
        raise SettingsError(str(named if isinstance(named, Problem) else text))
    header = FENCE.split(text, maxsplit=2)[1] if len(FENCE.findall(text)) > 1 else ""
    values = read_document(header, asked).values
    if not isinstance(values.get("id"), str):
        raise SettingsError(f"{asked} has no id yet: run make check and give it one first")
    return Original(named.type, named.slug, named.lang, values["id"])


def slug_of(title: str) -> str:
    """A name for an address, from a title in Latin letters; empty where there is none in it."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")[:60].rstrip("-")
