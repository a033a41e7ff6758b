"""
Valid objects in one call; a test names only what it is about.

    make_story(title="Penally")                  a record
    make_translation(story, "cy")                the same text in Welsh
    make_library(story, testimony, consents=[make_consent(testimony)])
    make_pages(library)["stories/penally/index.html"]
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from plugins.consent.record import ConsentRecord, WithdrawnRecord
from plugins.consent.words import fingerprint_of, public_words
from plugins.facts.book import FactBook
from plugins.facts.model import Fact, Source
from plugins.feeds.settings import Feeds
from plugins.images.model import Picture
from plugins.languages.language import make_language
from plugins.languages.words import Words, flatten
from plugins.library.gathered import Gathered
from plugins.library.library import Library, join_translations
from plugins.library.settings import Build
from plugins.library.targets import Targets
from plugins.library.terms import Place, Topic
from plugins.library.texts import Texts
from plugins.offers import HeadLink
from plugins.outputs import Channel, Facet, Output, same, verbatim
from plugins.pages.maker import PageMaker
from plugins.pages.outputs import make_outputs
from plugins.pages.settings import Pages
from plugins.records.reading import Named
from plugins.records.record import Body, LinkPlace, Record
from plugins.records.settings import Urls
from plugins.records.types import TYPES
from plugins.records.validation import ID_LETTERS

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 23)
LANGUAGES = ("en", "cy", "ar")
TAGS = {"en": "en-GB"}

COMMON = {"title": "A title", "summary": "A summary.", "status": "published"}
OWN: dict[str, dict[str, Any]] = {
    "story": {"date": "2026-11-01", "scale": "micro", "made": "about"},
    "testimony": {"date": "2026-11-01", "consent": "C-000001", "content_note": "none"},
    "explainer": {"date": "2026-11-01", "answer": "An answer.", "review_by": "2027-11-01"},
    "action": {"date": "2026-11-01"},
    "group": {
        "place": "leeds", "nation": "england", "latitude": "53.80", "longitude": "-1.55", "website": "https://example.org/",
    },
    "principle": {"short_name": "A principle", "number": "1"},
    "change": {"short_name": "A change", "number": "1"},
    "technique": {},
    "term": {},
    "page": {},
}  # fmt: skip


def make_id(words: str) -> str:
    """A record id that is always the same for the same words."""
    return "".join(ID_LETTERS[byte % 32] for byte in blake2b(words.encode(), digest_size=10).digest())


def make_record(
    type_name: str, *, slug: str = "", lang: str = "en", body: Body | str = "<p>Text.</p>", **changes: Any
) -> Record:
    """A valid record of a type; `changes` are fields, as one would type them."""
    slug = slug or f"a-{type_name}"
    front = {**COMMON, **OWN[type_name], "id": make_id(f"{type_name} {slug}"), **changes}
    front = {name: value for name, value in front.items() if value is not None}
    return Record(
        type=type_name,
        slug=slug,
        lang=lang,
        path=path_of(type_name, slug, lang),
        front=TYPES[type_name].model.model_validate(front),
        body=body if isinstance(body, Body) else Body((body,), words=len(body.split())),
        marks={},
    )


def path_of(type_name: str, slug: str, lang: str) -> str:
    """The path of a text's file."""
    return f"content/{TYPES[type_name].folder}/{slug}{'' if lang == 'en' else f'.{lang}'}.md"


def make_story(**changes: Any) -> Record:
    """A valid story."""
    return make_record("story", **changes)


def make_testimony(**changes: Any) -> Record:
    """A valid testimony; its consent record is C-000001."""
    return make_record("testimony", **changes)


def make_explainer(**changes: Any) -> Record:
    """A valid explainer."""
    return make_record("explainer", **changes)


def make_action(**changes: Any) -> Record:
    """A valid action."""
    return make_record("action", **changes)


def make_group(**changes: Any) -> Record:
    """A valid group."""
    return make_record("group", **changes)


def make_principle(**changes: Any) -> Record:
    """A valid principle."""
    return make_record("principle", **changes)


def make_change(**changes: Any) -> Record:
    """A valid change."""
    return make_record("change", **changes)


def make_page(**changes: Any) -> Record:
    """A valid page."""
    return make_record("page", **changes)


def make_home(**changes: Any) -> Record:
    """A valid front page."""
    return make_record("page", **{"slug": "home", "layout": "home", **changes})


def make_translation(original: Record, lang: str, *, body: Body | str = "<p>Testun.</p>", **changes: Any) -> Record:
    """A text in another language, as it is read: with the fields of a translation only."""
    content_type = TYPES[original.type]
    front = {name: getattr(original.front, name) for name in content_type.language_fields}
    front |= {"original_language": original.lang, **changes}
    front = {name: value for name, value in front.items() if value is not None}
    return Record(
        type=original.type,
        slug=original.slug,
        lang=lang,
        path=path_of(original.type, original.slug, lang),
        front=content_type.translation_model.model_validate(front),
        body=body if isinstance(body, Body) else Body((body,), words=len(body.split())),
        marks={},
        is_translation=True,
    )


def make_body(*pieces: str | LinkPlace) -> Body:
    """A body of HTML and open places, in any order."""
    parts, places = [""], []
    for piece in pieces:
        if isinstance(piece, str):
            parts[-1] += piece
        else:
            places.append(piece)
            parts.append("")
    return Body(tuple(parts), tuple(places))


def make_consent(testimony: Record | None = None, *others: Record, **changes: Any) -> ConsentRecord:
    """
    A live consent for a testimony, with a yes to every channel (`scopes` replaces them all) and to the words
    of the testimony and of its translations in `others`.
    """
    texts = (testimony, *others) if testimony else ()
    fingerprints = {text.lang: fingerprint_of(public_words(text)) for text in texts}
    values: dict[str, Any] = {
        "id": testimony.front.consent if testimony else "C-000001",
        "story": testimony.id if testimony else make_id("testimony a-testimony"),
        "public_name": "Amal",
        "name_kind": "pseudonym",
        "scopes": dict.fromkeys(Channel, "yes") | {"translate": ["en", "cy", "ar"]},
        "released_on": "2026-10-01",
        "expires_on": "2028-10-01",
        "status": "live",
        "checks_passed": {"date": "2026-10-01", "role": "editor"},
        "approval": {"date": "2026-10-01", "fingerprint": dict.fromkeys(LANGUAGES, "0") | fingerprints},
    }
    if changes.get("status") == "paused":
        values["paused_on"] = "2026-10-02"
    if changes.get("status") == "withdrawn":
        values["withdrawn"] = {"on": "2026-10-02", "mode": "gone"}
        return WithdrawnRecord.model_validate(values | {"name_kind": "none"} | changes)
    return ConsentRecord.model_validate(values | changes)


def approval_line(day: str = "2026-10-01", lang: str = "en", **parts: str) -> str:
    """The line of a consent record that says yes to these public words."""
    return f"approval: {{date: {day}, fingerprint: {{{lang}: {fingerprint_of(parts)}}}}}\n"


def make_fact(**changes: Any) -> Fact:
    """A valid fact."""
    values = {
        "claim": "A claim.", "geography": "UK", "source": "S-one", "read_in": ["S-one"], "status": "verified",
        "kind": "official", "stale": "yearly", "review_by": "2027-10-31",
    }  # fmt: skip
    return Fact.model_validate(values | changes)


def make_source(**changes: Any) -> Source:
    """A valid source."""
    values = {
        "publisher": "A publisher", "title": "A page", "address": "https://example.org/source", "date": "2026",
        "licence": "OGL v3.0", "status": "cite",
    }  # fmt: skip
    return Source.model_validate(values | changes)


@cache
def read_own_strings() -> dict[str, str]:
    """The site's own English words."""
    return flatten(tomllib.loads((ROOT / "theme" / "strings" / "en.toml").read_text("utf-8")))


def make_words(lang: str = "en", **changes: str) -> Words:
    """The words of a language: its own dates, numbers and plurals, in English words."""
    return Words(make_language(lang, TAGS.get(lang)), read_own_strings() | changes)


def make_topic(slug: str) -> Topic:
    """A valid topic."""
    names = {lang: f"{slug} ({lang})" for lang in LANGUAGES}
    return Topic.model_validate({"title": names, "summary": dict.fromkeys(LANGUAGES, f"About {slug}.")})


def make_place(slug: str, nation: str = "england") -> Place:
    """A valid place."""
    return Place.model_validate({"title": {lang: f"{slug} ({lang})" for lang in LANGUAGES}, "nation": nation})


def make_gathered(
    *records: Record,
    consents: Iterable[ConsentRecord] = (),
    topics: Iterable[str] | None = None,
    places: Iterable[str] | None = None,
    facts: FactBook | None = None,
    names: Iterable[Named] | None = None,
    approved: Any = (),
    pictures: Iterable[Picture] = (),
    sounds: Any = (),
) -> Gathered:
    """All that was read; topics and places are declared as the records want them, unless they are given."""
    joined = join_translations(records)
    if topics is None:
        topics = {slug for record in joined for slug in record.front.topics}
    if places is None:
        places = {slug for record in joined for slug in (*record.front.places, getattr(record.front, "place", "leeds"))}
    return Gathered(
        records=tuple(joined),
        targets=Targets(make_names(records) if names is None else names),
        consents={consent.id: consent for consent in consents},
        topics={slug: make_topic(slug) for slug in sorted(topics)},
        places={slug: make_place(slug) for slug in sorted(places)},
        facts=facts or FactBook(),
        words={lang: make_words(lang) for lang in LANGUAGES},
        default_language="en",
        approved=dict(approved),
        pictures={picture.name: picture for picture in pictures},
        sounds=dict(sounds),
    )


def make_names(records: Iterable[Record]) -> tuple[Named, ...]:
    """What the paths of the records' files say."""
    return tuple(Named(record.path, TYPES[record.type], record.slug, record.lang) for record in records)


def make_texts(*records: Record, urls: Urls | None = None, has_consents: bool = True, **changes: Any) -> Texts:
    """Texts as they are checked."""
    names = changes.pop("names", None) or make_names(records)
    return Texts(records, names, make_gathered(*records, names=names, **changes), urls or Urls(), has_consents)


def make_library(
    *records: Record,
    today: date = TODAY,
    drafts: bool = False,
    demonstrations: bool = True,
    site_url: str = "https://example.org",
    **changes: Any,
) -> Library:
    """A library of some records."""
    return Library(make_gathered(*records, **changes), Build(today, drafts, demonstrations), Urls(), site_url)


@dataclass(frozen=True)
class ReprRenderer:
    """Renders a view as what its repr tells, so that bytes differ wherever views do."""

    digest: str

    def __call__(self, view: Any) -> bytes:
        """The repr."""
        return repr(view).encode()


class PlainTheme:
    """Stands for a theme: one style sheet, and templates that tell all of a view."""

    stylesheet = verbatim("theme/site.css", b"")
    tools = verbatim("theme/tools.css", b"")

    def static(self) -> Iterator[Output]:
        """No files."""
        return iter(())

    def renderer(self, template: str) -> ReprRenderer:
        """The renderer of a template."""
        return ReprRenderer(template)


def make_pages(library: Library, *head_links: HeadLink, **settings: Any) -> dict[str, Output]:
    """The Outputs of all pages of a library, by path."""
    maker = PageMaker(library, Pages(**settings), PlainTheme(), head_links)  # type: ignore[arg-type]
    outputs = list(make_outputs(maker))
    by_path = {output.path: output for output in outputs}
    assert len(outputs) == len(by_path), "two pages stand at one address"
    return by_path


def make_feeds(**changes: Any) -> Feeds:
    """Valid settings of feeds."""
    return Feeds(**{"authority": "example.org,2026", **changes})


def make_output(path: str = "a/index.html", content: bytes = b"content", **changes: Any) -> Output:
    """An Output of a few bytes."""
    values: dict[str, Any] = {
        "path": path,
        "channel": Channel.SITE,
        "facets": (Facet.of(content),),
        "view": same,
        "renderer": ReprRenderer("renderer"),
    }
    return Output(**values | changes)


def shown_lines(written: str) -> list[str]:
    """What a terminal shows after it was written to: a carriage return goes back to where a line begins."""
    lines = []
    for line in written.split("\n"):
        cells: list[str] = []
        for part in line.split("\r"):
            cells[: len(part)] = part
        lines.append("".join(cells).rstrip())
    return lines


def make_files(folder: Path, files: dict[str, bytes | str]) -> Path:
    """A folder with some files, by path."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def read_files(folder: Path) -> dict[str, bytes]:
    """All files of a folder, by path, but for what Python keeps for itself; a link is what it leads to, in brackets."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if "__pycache__" in path.parts:
            continue
        if path.is_symlink():
            found[name] = f"<{path.readlink()}>".encode()
        elif path.is_file():
            found[name] = path.read_bytes()
    return found


def lines_of(problems: Iterable[object]) -> list[str]:
    """Problems as an editor reads them."""
    return [str(problem) for problem in problems]
