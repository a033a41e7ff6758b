"""
What can only be seen when all texts are together. One rule, one function, one sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from plugins.library.consent_checks import CONSENT_RULES
from plugins.library.fact_checks import FACT_RULES
from plugins.library.picture_checks import PICTURE_RULES
from plugins.library.sound_checks import SOUND_RULES
from plugins.library.texts import Texts
from plugins.problems import Problem, did_you_mean
from plugins.records.record import Record
from plugins.records.settings import Urls

RESERVED = frozenset({"theme", "feeds", "embed", "oembed", "republish", "audio", "pictures", "charts", "404", "410"})
"""First parts of addresses that belong to the site itself."""

OWN_PLACES = frozenset({"feeds", "embed"})
"""Layouts of pages that stand at the address of this name."""


def check_file_names(texts: Texts) -> Iterator[Problem]:
    """No two files may have names that some computers cannot tell apart."""
    seen: dict[str, str] = {}
    for named in sorted(texts.names, key=lambda named: named.path):
        folded = named.path.casefold()
        if folded in seen:
            yield Problem(
                named.path,
                1,
                1,
                f'this name differs from "{seen[folded]}" only by capital letters',
                "Rename one of the two.",
            )
        seen[folded] = named.path


def check_languages(texts: Texts) -> Iterator[Problem]:
    """A text has one original, and no language twice."""
    seen: dict[tuple[tuple[str, str], str], str] = {}
    for named in sorted(texts.names, key=lambda named: named.path):
        key = ((named.type.name, named.slug), named.lang)
        if key in seen and seen[key].casefold() != named.path.casefold():
            yield Problem(
                named.path, 1, 1, f'"{seen[key]}" is the same text in the same language', "Keep one of the two files."
            )
        seen[key] = named.path


def check_translations(texts: Texts) -> Iterator[Problem]:
    """A translation names the language of an original that is there, and bears its id."""
    every = {(named.type.name, named.slug, named.lang) for named in texts.names}
    every -= {(*record.name, record.lang) for record in texts.records if record.is_translation}
    originals: dict[tuple[str, str], Record] = {}
    for record in sorted(texts.originals, key=lambda record: record.path):
        first = originals.setdefault(record.name, record)
        if first.lang != record.lang:
            yield record.problem(
                (), f'"{first.path}" is an original of the same text',
                f"If this is its translation, add the line: original_language: {first.lang}",
            )  # fmt: skip
    for record in texts.records:
        if not record.is_translation:
            continue
        language = record.front.original_language
        if (*record.name, language) not in every:
            yield record.problem(
                ("original_language",), f'there is no original in "{language}" beside this translation',
                "Name the language of the original, or remove the line if this is the original.",
            )  # fmt: skip
        original = originals.get(record.name)
        if original and original.id != record.id:
            yield record.problem(
                ("id",), f'the original has the id "{original.id}"', f"Write here too: id: {original.id}"
            )


def check_ids(texts: Texts) -> Iterator[Problem]:
    """No two texts share an id."""
    seen: dict[str, Record] = {}
    for record in sorted(texts.records, key=lambda record: record.path):
        first = seen.setdefault(record.id, record)
        if first.name != record.name:
            yield record.problem(
                ("id",), f'"{record.id}" is the id of {first.path} already',
                "Give this text an id of its own: make new prints a fresh one.",
            )  # fmt: skip


def check_addresses(texts: Texts) -> Iterator[Problem]:
    """No two texts are published at one address, nor at one the site needs itself."""
    taken: dict[str, Record] = {}
    for record in sorted(texts.records, key=lambda record: record.path):
        layout = record.own("layout", "")
        if layout == "home":
            continue
        address = texts.urls.of(record.type, record.slug)
        if record.slug.isdigit() and record.type != "page":
            what = f'the address "/{address}" is needed for page {record.slug} of a list'
            yield Problem(record.path, 1, 1, what, "Give the file a name with a letter in it.")
        if layout in OWN_PLACES and record.slug != layout:
            what = f'the page with the layout "{layout}" stands at "/{layout}/"'
            yield record.problem(("layout",), what, f"Rename the file: {layout}.md.")
        elif record.type == "page" and layout not in OWN_PLACES and is_reserved(address, texts):
            what = f'the address "/{address}" is needed by the site itself'
            yield Problem(record.path, 1, 1, what, "Rename the file.")
        first = taken.setdefault(f"/{record.lang}/{address}", record)
        if first.name != record.name:
            what = f'"{first.path}" is published at the same address'
            yield Problem(record.path, 1, 1, what, "Rename one of the two files.")
    for record in texts.originals:
        for index, former in enumerate(record.front.former):
            yield from check_former(record, index, former, taken)


def is_reserved(address: str, texts: Texts) -> bool:
    """Whether an address belongs to a language, a list or the site's own files."""
    first = address.partition("/")[0]
    lists = {texts.urls.of_list(kind) for kind in Urls.__dataclass_fields__}
    return first in texts.gathered.words or first in RESERVED or address in lists


def check_former(record: Record, index: int, former: str, taken: dict[str, Record]) -> Iterator[Problem]:
    """A former address is that of a page, and of no text that is there."""
    if not former.endswith("/") or ".." in former or "//" in former:
        yield record.problem(
            ("former", index), f'"{former}" is no address of a page', "Write it like /stories/old-name/."
        )
    elif f"/{record.lang}{former}" in taken:
        other = taken[f"/{record.lang}{former}"]
        yield record.problem(("former", index), f'"{former}" is the address of {other.path}', "Remove the line.")


def check_terms(texts: Texts) -> Iterator[Problem]:
    """Topics and places are declared, facts stand in the book of facts."""
    gathered = texts.gathered
    known: dict[str, Iterable[str]] = {
        "topics": gathered.topics,
        "places": gathered.places,
        "facts": gathered.facts.facts,
    }
    files = {"topics": "content/topics.yml", "places": "content/places.yml", "facts": "content/facts"}
    for record in texts.originals:
        for field, names in known.items():
            if field in texts.doubtful:
                continue
            for index, name in enumerate(getattr(record.front, field)):
                if name not in names:
                    yield record.problem(
                        (field, index), f'"{name}" does not stand in {files[field]}', did_you_mean(name, names)
                    )
        wants_place = record.type == "group" and "places" not in texts.doubtful
        if wants_place and record.front.place not in gathered.places:
            yield record.problem(
                ("place",), f'"{record.front.place}" does not stand in content/places.yml',
                did_you_mean(record.front.place, gathered.places),
            )  # fmt: skip


def check_relations(texts: Texts) -> Iterator[Problem]:
    """Texts that are named in fields exist."""
    targets = texts.gathered.targets
    for record in texts.originals:
        for field, type_name in (("voice", "testimony"), ("action", "action")):
            slug = getattr(record.front, field)
            if slug and not targets.has(type_name, slug):
                yield record.problem(
                    (field,), f'there is no {type_name} "{slug}"', did_you_mean(slug, targets.slugs(type_name))
                )
        for index, slug in enumerate(record.front.groups):
            if not targets.has("group", slug):
                yield record.problem(
                    ("groups", index), f'there is no group "{slug}"', did_you_mean(slug, targets.slugs("group"))
                )


def check_links(texts: Texts) -> Iterator[Problem]:
    """Links between texts lead somewhere."""
    for record in texts.records:
        folder = record.path.rpartition("/")[0].rpartition("/")[2]
        for place in record.body.links:
            found = texts.gathered.targets.find(place.target, folder)
            if isinstance(found, str):
                yield Problem(record.path, place.line, 1, f'there is no one text "{place.target}"', found)


def check_numbers(texts: Texts) -> Iterator[Problem]:
    """Each principle and each change stands here once."""
    seen: dict[tuple[str, int], Record] = {}
    for record in sorted(texts.originals, key=lambda record: record.path):
        if record.type in ("principle", "change"):
            first = seen.setdefault((record.type, record.front.number), record)
            if first is not record:
                yield record.problem(
                    ("number",),
                    f"{first.path} is {record.type} {record.front.number} already",
                    "Give it its own number.",
                )


RULES: tuple[Callable[[Texts], Iterator[Problem]], ...] = (
    check_file_names,
    check_languages,
    check_translations,
    check_ids,
    check_addresses,
    check_terms,
    check_relations,
    check_links,
    check_numbers,
    *CONSENT_RULES,
    *PICTURE_RULES,
    *SOUND_RULES,
    *FACT_RULES,
)


def check_texts(texts: Texts) -> Iterator[Problem]:
    """All that is wrong among texts."""
    for rule in RULES:
        yield from rule(texts)
