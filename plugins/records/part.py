"""
Part: the checked values of a file, or of an entry in one. Its class declares its fields, and pydantic checks them.

Most builds use what earlier ones have checked, and pydantic takes as long to load as half an edit takes to build. So
the values are plain ones, and pydantic's model of a class is made when something is to be checked for the first time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, Self, TypeVar, cast, get_type_hints

if TYPE_CHECKING:
    from pydantic import BaseModel, TypeAdapter


class Declared(NamedTuple):
    """A field as its class declares it: its default, and what else pydantic is told of it."""

    default: Any
    told: dict[str, Any]


def Field(default: Any = ..., **told: Any) -> Any:
    """A field of a Part, in pydantic's terms; one without a default must be given."""
    return Declared(default, told)


class BeforeValidator(NamedTuple):
    """In an annotation: `check` is given what was typed, before it has its type; it may give another value."""

    check: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(self.check, handler(source))


class AfterValidator(NamedTuple):
    """In an annotation: `check` is given a value that has its type; it may give another one."""

    check: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(self.check, handler(source))


class _Fields:
    """The fields of a class as pydantic tells them, with types and descriptions."""

    def __get__(self, _part: object, own: type[Part]) -> dict[str, Any]:
        return schema_of(own).model_fields


class Part:
    """
    Values that were checked and never change. A field that is not declared is refused.
    """

    model_fields = _Fields()

    @classmethod
    def of(cls, values: dict[str, Any]) -> Self:
        """A part of values that were checked before; it keeps the mapping."""
        part = cls.__new__(cls)
        object.__setattr__(part, "__dict__", values)
        return part

    @classmethod
    def model_validate(cls, values: Any) -> Self:
        """A part of values as they were typed; pydantic's ValidationError where any is wrong."""
        made: Self = adapter_of(cls).validate_python(values)
        return made

    def check_together(self) -> None:
        """Raise a `refusal` where fields that are right by themselves do not go together."""

    def model_copy(self, update: Mapping[str, Any]) -> Self:
        """The same with other values, which are not checked."""
        return self.of({**self.__dict__, **update})

    def model_dump(self) -> dict[str, Any]:
        """The values by name, and so of the parts in them."""
        return {name: plain(value) for name, value in self.__dict__.items()}

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        def make(value: Any, check: Callable[[Any], BaseModel]) -> Part:
            if isinstance(value, cls):
                return value
            part = cls.of(dict(check(value).__dict__))
            part.check_together()
            return part

        return core_schema.no_info_wrap_validator_function(make, handler.generate_schema(schema_of(cls)))

    def __setattr__(self, name: str, _value: Any = None) -> NoReturn:
        raise FrozenInstanceError(f"{name}: what was checked never changes")

    __delattr__ = __setattr__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Part) and type(self) is type(other) and self.__dict__ == other.__dict__

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"


def plain(value: Any) -> Any:
    """A value with mappings in place of parts."""
    if isinstance(value, Part):
        return value.model_dump()
    return tuple(map(plain, value)) if type(value) is tuple else value


Make = TypeVar("Make", bound=Callable[..., Any])


def once_for_each(make: Make) -> Make:
    """`functools.cache` for what is made of a class, which type checkers think has no hash."""
    return cast(Make, cache(make))


@once_for_each
def declared_in(own: type[Part]) -> dict[str, Declared]:
    """The fields of a class by name: those of the class it is made from come first."""
    found: dict[str, Declared] = {}
    for base in reversed(own.__mro__):
        found |= {name: field for name, field in vars(base).items() if isinstance(field, Declared)}
    return found


@once_for_each
def schema_of(own: type[Part]) -> type[BaseModel]:
    """The model by which pydantic checks the fields of a class."""
    from pydantic import ConfigDict, create_model
    from pydantic import Field as field

    types = get_type_hints(own, include_extras=True)
    fields: dict[str, Any] = {
        name: (types[name], field(declared.default, **declared.told)) for name, declared in declared_in(own).items()
    }
    return create_model(own.__name__, __config__=ConfigDict(extra="forbid", defer_build=True), **fields)


@once_for_each
def adapter_of(own: type[Part]) -> TypeAdapter[Any]:
    """What checks values for a class."""
    from pydantic import TypeAdapter

    return TypeAdapter(own)
