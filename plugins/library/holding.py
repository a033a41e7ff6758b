"""
Holding: texts in their order, and what they share.

Channels that may carry the same texts have one holding. It knows nothing of what is shown of a text.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from typing import Any

from plugins.library.groups import Groups
from plugins.library.kin import Kin, order_by_date
from plugins.library.membership import series_of
from plugins.library.sharing import places_of
from plugins.once import Remember, Settle, make_anew
from plugins.records.record import Record

RELATED_TYPES = ("story", "testimony", "explainer")
TERM_TYPES = ("story", "testimony", "explainer", "action", "group")

Name = tuple[str, str]


def order(record: Record) -> tuple[object, ...]:
    """Where a text stands among those of its type: by number, by name, or newest first."""
    front = record.front
    if record.type in ("principle", "change"):
        return (front.number, record.slug)
    if record.type == "group":
        return (front.nation, front.title, record.slug)
    return (-(front.date.toordinal() if front.date else 0), record.slug)


class Holding:
    """
    Texts in their order. `unlisted` are those that keep their address and nothing else.
    """

    def __init__(
        self,
        records: Iterable[Record],
        default_language: str,
        unlisted: Iterable[Record] = (),
        remember: Remember = make_anew,
        settle: Settle[Any] = make_anew,
    ) -> None:
        self._remember = remember
        self._settle = settle
        self.unlisted = tuple(sorted(unlisted, key=lambda record: (record.name, record.lang)))
        """Texts that keep their address and nothing else: no list, no link, no feed leads to them."""
        self._unlisted = frozenset((record.name, record.lang) for record in self.unlisted)
        self.records = tuple(
            self._sorted("order", tuple(records), lambda record: (record.type, order(record), record.lang))
        )
        self.default_language = default_language
        self._by_name: dict[Name, dict[str, Record]] = {}
        self._by_type: dict[tuple[str, str], list[Record]] = {}
        for record in self.records:
            self._by_name.setdefault(record.name, {})[record.lang] = record
            self._by_type.setdefault((record.type, record.lang), []).append(record)

    def _sorted(self, name: str, records: Sequence[Record], key: Callable[[Record], Any]) -> list[Record]:
        """Texts in an order that is known by a name among those of this holding."""
        positions = self._settle(
            name, lambda: tuple(sorted(range(len(records)), key=lambda position: key(records[position])))
        )
        return [records[position] for position in positions]

    def of_type(self, type_name: str, lang: str) -> list[Record]:
        """The texts of a type in a language, in their order."""
        return self._by_type.get((type_name, lang), [])

    @property
    def types(self) -> list[tuple[str, str]]:
        """Each type and language of which there is a text, sorted."""
        return sorted(self._by_type)

    def languages(self) -> list[str]:
        """The languages in which there is any text, sorted."""
        return sorted({lang for _, lang in self._by_type})

    def translations(self, record: Record) -> list[Record]:
        """The same text in other languages."""
        return [other for lang, other in sorted(self._by_name.get(record.name, {}).items()) if lang != record.lang]

    def holds(self, record: Record) -> bool:
        """Whether the channel may carry a text in its language, on a list or by its address alone."""
        return self.lists(record) or self.is_unlisted(record)

    def is_unlisted(self, record: Record) -> bool:
        """Whether a text keeps its address and nothing else."""
        return bool(self._unlisted) and (record.name, record.lang) in self._unlisted

    def lists(self, record: Record) -> bool:
        """Whether lists, links and quotes may lead to a text in its language."""
        return record.lang in self._by_name.get(record.name, {})

    def find(self, name: Name, lang: str) -> Record | None:
        """A text in a language; where it has none in it, in the default language or the first it has."""
        versions = self._by_name.get(name)
        if not versions:
            return None
        return versions.get(lang) or versions.get(self.default_language) or versions[min(versions)]

    def neighbours(self, record: Record) -> tuple[Record | None, Record | None]:
        """The texts of the same type and language before and after this one in its order."""
        if self.is_unlisted(record):
            return None, None
        own = self.of_type(record.type, record.lang)
        position = self._positions[id(record)]
        before = own[position - 1] if position else None
        after = own[position + 1] if position + 1 < len(own) else None
        return before, after

    @cached_property
    def _positions(self) -> dict[int, int]:
        """Where each text, which this holding keeps, stands among those of its type and language."""
        found: dict[int, int] = {}
        for own in self._by_type.values():
            found.update(zip(map(id, own), range(len(own)), strict=True))
        return found

    def related(self, record: Record, count: int = 3) -> list[Record]:
        """The texts in the same language that share most with this one."""
        return [] if self.is_unlisted(record) else self._kin(record.lang).best(record, RELATED_TYPES, count)

    def fitting(self, record: Record, type_name: str, named: str | None) -> Record | None:
        """
        The text of a type that fits this one: the named one where it may be shown, else the one
        that shares most, else the first of its type; None where there is none in the language.
        """
        if named and (found := self.find((type_name, named), record.lang)):
            return found
        best = [] if self.is_unlisted(record) else self._kin(record.lang).best(record, (type_name,), 1)
        own = [other for other in self.of_type(type_name, record.lang)[:2] if other is not record]
        return best[0] if best else (own[0] if own else None)

    def _kin(self, lang: str) -> Kin:
        if lang not in self._kins:
            own = [record for record in self._by_date if record.lang == lang]
            self._kins[lang] = Kin(own, self._remember, partial(self._settle, f"kin {lang}"))
        return self._kins[lang]

    @cached_property
    def _kins(self) -> dict[str, Kin]:
        return {}

    @cached_property
    def by_topic(self) -> Groups[tuple[str, str]]:
        """Texts by topic and language, newest first."""
        return self._by_term("topics", lambda record: record.front.topics)

    @cached_property
    def by_place(self) -> Groups[tuple[str, str]]:
        """Texts by place and language, newest first; a group stands at its own place too."""
        return self._by_term("places", places_of)

    def _by_term(self, name: str, terms_of: Callable[[Record], Iterable[str]]) -> Groups[tuple[str, str]]:
        return self._grouped(name, self._by_date, lambda record: ((term, record.lang) for term in terms_of(record)))

    def _grouped(
        self, name: str, records: Sequence[Record], keys_of: Callable[[Record], Iterable[Hashable]]
    ) -> Groups[Any]:
        """The texts that belong to terms, by keys of which one may have several, known by a name."""

        def find() -> tuple[Any, ...]:
            gathered: dict[Hashable, list[int]] = {}
            for position, record in enumerate(records):
                for key in dict.fromkeys(keys_of(record)) if record.type in TERM_TYPES else ():
                    gathered.setdefault(key, []).append(position)
            return tuple((key, tuple(own)) for key, own in gathered.items())

        return Groups(dict(self._settle(name, find)), records)

    @cached_property
    def _by_date(self) -> list[Record]:
        return self._sorted("dates", self.records, lambda record: (order_by_date(record), record.name, record.lang))

    @cached_property
    def serving(self) -> Groups[tuple[str, int, str, str]]:
        """Texts by (principle or change, its number, their type, language), in their order."""

        def served(record: Record) -> Iterator[tuple[str, int, str, str]]:
            for kind, numbers in (("principle", record.front.principles), ("change", record.front.changes)):
                yield from ((kind, number, record.type, record.lang) for number in numbers)

        return self._grouped("serving", self.records, served)

    @cached_property
    def by_series(self) -> Groups[str]:
        """The dated texts of each series in all their languages, newest first."""
        return self._grouped("series", self._newest, series_of)

    @cached_property
    def moved(self) -> list[Record]:
        """The texts that had other addresses before."""
        return self._chosen("moved", lambda record: bool(record.front.former))

    @cached_property
    def corrected(self) -> list[Record]:
        """The texts in which something was put right."""
        return self._chosen("corrected", lambda record: bool(record.own("corrections")))

    @cached_property
    def pictured(self) -> list[Record]:
        """The texts that name a picture."""
        return self._chosen("pictured", lambda record: bool(record.front.picture))

    def _chosen(self, name: str, is_chosen: Callable[[Record], bool]) -> list[Record]:
        """The texts of which something is true that is known by a name."""
        everyone = (*self.records, *self.unlisted)
        positions = self._settle(name, lambda: tuple(at for at, own in enumerate(everyone) if is_chosen(own)))
        return [everyone[position] for position in positions]

    def newest(self, lang: str | None = None) -> list[Record]:
        """All dated texts that tell something, newest first; of one language where it is given."""
        return [record for record in self._newest if lang in (None, record.lang)]

    @cached_property
    def _newest(self) -> list[Record]:
        return [record for record in self._by_date if record.type in (*RELATED_TYPES, "action")]
