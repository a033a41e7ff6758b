"""
Checked values as plain ones, and back: what was read of a file is remembered by its bytes.

Plain values are strings, numbers, None and tuples of these, each of which begins with what it stands for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from plugins.once import Remember
from plugins.problems import Problem
from plugins.records.part import Part, declared_in

TUPLE, MAPPING, DATE, DECIMAL = -1, -2, -3, -4
"""What a tuple can stand for besides a value of one of the given types, which is told by the number of its type."""

Read = TypeVar("Read")


def freeze(value: Any, types: Sequence[type[Any]]) -> Any:
    """A value as plain ones; `types` are the parts and named tuples that may be in it."""

    def frozen(own: Any) -> Any:
        kind = type(own)
        if own is None or kind in (str, int, float, bool):
            return own
        if kind is tuple:
            return (TUPLE, *map(frozen, own))
        if isinstance(own, Mapping):
            return (MAPPING, *((frozen(name), frozen(value)) for name, value in own.items()))
        if kind is date:
            return (DATE, own.toordinal())
        if kind is Decimal:
            return (DECIMAL, str(own))
        values = [own.__dict__[name] for name in declared_in(kind)] if isinstance(own, Part) else own
        return (types.index(kind), *map(frozen, values))

    return frozen(value)


def thaw(plain: Any, types: Sequence[type[Any]]) -> Any:
    """The value of plain ones, given the same types."""
    names = [tuple(declared_in(own)) if issubclass(own, Part) else None for own in types]

    def thawed(own: Any) -> Any:
        if type(own) is not tuple:
            return own
        kind, *values = own
        if kind == TUPLE:
            return tuple(map(thawed, values))
        if kind == MAPPING:
            return {thawed(name): thawed(value) for name, value in values}
        if kind == DATE:
            return date.fromordinal(values[0])
        if kind == DECIMAL:
            return Decimal(values[0])
        fields = names[kind]
        found = map(thawed, values)
        return types[kind](*found) if fields is None else types[kind].of(dict(zip(fields, found, strict=True)))

    return thawed(plain)


def remembered(
    remember: Remember, digest: str, types: Sequence[type[Any]], read: Callable[[], tuple[Read, list[Problem]]]
) -> tuple[Read, list[Problem]]:
    """
    What `read` gives, or once gave of what has this digest: values in which are parts and named tuples of these types.

    What anything was wrong with is not remembered, so that it is told each time.
    """
    found: list[tuple[Read, list[Problem]]] = []

    def make() -> Any:
        found.append(read())
        value, problems = found[0]
        return None if problems else freeze(value, types)

    known = remember(digest, make)
    if not found and known is not None:
        value: Read = thaw(known, types)
        return value, []
    return found[0] if found else read()
