"""
The series of a site, whether they have texts yet or not: the addresses of their feeds and embeds never go away.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plugins.library.library import Library
from plugins.library.membership import ALL
from plugins.outputs import Channel
from plugins.records.record import Record

TYPES = ("story", "testimony", "explainer", "action")
"""The types whose texts tell something and have a day."""


class Series(NamedTuple):
    """What belongs together: `name` is `all`, `topic/work` and so on, `title` is in the language `lang`."""

    name: str
    title: str
    lang: str
    carries: tuple[str, ...] = ()
    """The id of the text that it is named after."""

    @property
    def kind(self) -> str:
        """all, type, topic, place, group, principle, change or language."""
        return self.name.partition("/")[0]

    @property
    def slug(self) -> str:
        """What tells it from the others of its kind; empty for that of everything."""
        return self.name.partition("/")[2]


def all_series(library: Library, site_name: str) -> tuple[Series, ...]:
    """Every series of the site, by kind and then by title."""
    default = library.default_language
    words = library.words[default]
    found = [Series(f"type/{name}", words(f"type.{name}.list"), default) for name in TYPES]
    found += sorted(
        (Series(f"topic/{slug}", own.title[default], default) for slug, own in library.topics.items()), key=by_title
    )
    found += sorted(
        (Series(f"place/{slug}", own.title[default], default) for slug, own in library.places.items()), key=by_title
    )
    found += [Series(f"group/{own.slug}", own.front.title, own.lang, (own.id,)) for own in once(library, "group")]
    for kind in ("principle", "change"):
        found += [Series(f"{kind}/{own.front.number}", named(own), own.lang, (own.id,)) for own in once(library, kind)]
    found += [Series(f"language/{code}", own.language.own_name, code) for code, own in sorted(library.words.items())]
    return (Series(ALL, site_name, default), *found)


def by_title(own: Series) -> tuple[str, str]:
    """The order of topics and places."""
    return (own.title.casefold(), own.name)


def named(record: Record) -> str:
    """What a principle or a change is called in short."""
    return str(record.own("short_name") or record.front.title)


def once(library: Library, type_name: str) -> Iterator[Record]:
    """The texts of a type that the site shows, each in one language."""
    shelf = library.channel(Channel.SITE)
    seen = set()
    for record in shelf.records:
        if record.type == type_name and record.name not in seen:
            seen.add(record.name)
            found = shelf.find(record.name, library.default_language)
            if found:
                yield found
