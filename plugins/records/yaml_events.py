"""
Any YAML mapping as a Document, by the events of libyaml.

They are walked with our own stack, so that no depth of brackets can exhaust Python's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from plugins.problems import Problem
from plugins.records.fields import INVISIBLE

if TYPE_CHECKING:
    from plugins.records.document import Document, Mark, Path

DEEPEST = 12


class _Frame:
    """A list or mapping that is being read."""

    __slots__ = ("is_mapping", "key", "path", "value")

    def __init__(self, is_mapping: bool, path: Path) -> None:
        self.is_mapping = is_mapping
        self.value: Any = {} if is_mapping else []
        self.path = path
        self.key: str | None = None


class _Refused(Exception):
    """Reading cannot go on after this problem."""


def read_events(text: str, path: str, first_line: int, document: Document) -> None:
    """Read one YAML mapping into a document; its first line is line `first_line` of the file at `path`."""
    builder = _Builder(document, path, first_line, text.count("\n"))
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except _Refused:
        document.is_whole = False
    except yaml.MarkedYAMLError as error:
        document.is_whole = False
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        builder.refuse(
            line,
            column,
            f"this line cannot be read ({error.problem or error.context})",
            'Put a value that holds ": ", "#" or a quotation mark into quotes, and begin each field at the edge.',
        )
    except yaml.YAMLError as error:
        document.is_whole = False
        builder.refuse(0, 0, f"this cannot be read ({str(error).splitlines()[0]})", "Remove the unusual characters.")


class _Builder:
    """Builds a Document from events, one at a time."""

    def __init__(self, document: Document, path: str, first_line: int, last: int) -> None:
        self.document = document
        self.path = path
        self.first_line = first_line
        self.last = last
        self.stack: list[_Frame] = []

    def refuse(self, line: int, column: int, what: str, todo: str) -> None:
        """Note a problem at a mark that counts from 0."""
        self.document.problems.append(
            Problem(self.path, self.first_line + min(line, self.last), column + 1, what, todo)
        )

    def take(self, event: Any) -> None:
        """Take in one event."""
        if isinstance(event, yaml.ScalarEvent):
            self._check_plain(event)
            self._add_scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._check_plain(event)
            self._open(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.DocumentStartEvent) and self.document.values:
            self._stop(event, "a second list of fields begins here", "Remove this line: one file holds one list.")
        elif isinstance(event, yaml.AliasEvent):
            self._stop(event, f'"*{event.anchor}" repeats another value', "Write the value out, or put it in quotes.")

    def _stop(self, event: Any, what: str, todo: str) -> None:
        self.refuse(event.start_mark.line, event.start_mark.column, what, todo)
        raise _Refused

    def _check_plain(self, event: Any) -> None:
        if event.anchor:
            self._stop(event, f'"&{event.anchor}" names a value for repeating', "Write the value, or put it in quotes.")
        if event.tag is not None:
            self._stop(event, f'"{event.tag}" is a YAML tag', "Write the value alone, or put it in quotes.")
        if len(self.stack) >= DEEPEST:
            self._stop(event, "these lists are nested too deeply", "Write one plain list.")

    def _mark(self, event: Any) -> Mark:
        return (self.first_line + min(event.start_mark.line, self.last), event.start_mark.column + 1)

    def _place(self, event: Any, value: Any) -> Path | None:
        """Put a value where it belongs and say its path; None where it has no place."""
        frame = self.stack[-1]
        if frame.is_mapping:
            key, frame.key = frame.key, None
            path = (*frame.path, str(key))
            if key in frame.value:
                first = self.document.marks[path][0]
                self.refuse(
                    event.start_mark.line,
                    event.start_mark.column,
                    f"{key}: this field stands here twice, first in line {first}",
                    "Keep one of the two.",
                )
                return path
            frame.value[key] = value
        else:
            path = (*frame.path, len(frame.value))
            frame.value.append(value)
        self.document.marks[path] = self._mark(event)
        return path

    def _add_scalar(self, event: Any) -> None:
        if not self.stack:
            self._stop(event, "this is no list of fields", 'Write each field as "name: value" on a line of its own.')
        frame = self.stack[-1]
        bad = INVISIBLE.search(event.value)
        if bad:
            self._stop(event, f"the invisible character U+{ord(bad[0]):04X} stands here", "Write the value without it.")
        if frame.is_mapping and frame.key is None:
            if not event.value.isprintable():
                self._stop(event, "the name of this field goes over several lines", 'Write it as "name: value".')
            frame.key = event.value
            self.document.marks.setdefault((*frame.path, "\0key", event.value), self._mark(event))
            return
        self._place(event, event.value)

    def _open(self, event: Any) -> None:
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        if not self.stack:
            if not is_mapping:
                self._stop(event, "this is a list, not fields", 'Write each field as "name: value" on its own line.')
            frame = _Frame(True, ())
            self.document.values = frame.value
            self.stack.append(frame)
            return
        parent = self.stack[-1]
        if parent.is_mapping and parent.key is None:
            self._stop(event, "a list cannot be the name of a field", "Put the value in quotes.")
        frame = _Frame(is_mapping, ())
        frame.path = self._place(event, frame.value) or ()
        self.stack.append(frame)
