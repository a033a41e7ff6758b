"""
Whole files: which personal data may stand where, and how much it weighs.

In a text the public contact of a group, an action or a page may be said again,
exactly as the field public_contact gives it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from plugins.identity.kinds import HARD, NARROWING, PUBLIC, Kind
from plugins.identity.numbers import same_number
from plugins.identity.patterns import BIRTH_CUE
from plugins.identity.personal import Finding, find_personal
from plugins.problems import Problem, Severity
from plugins.records.document import read_document
from plugins.records.reading import FENCE

WITH_CONTACTS = frozenset({"group", "action", "page"})
"""The types whose texts may name the public contact of a group."""

OWN_RULES = ("website", "feed", "id", "consent", "former")
"""Fields whose values are addresses and ids, and are read by rules of their own."""

VALUE = r"(?:[^\n#]|(?<![ \t])#)"
"""A character of a value: a comment after it is read."""

SKIPPED = re.compile(
    rf"^([\"']?(?:{'|'.join(OWN_RULES)})[\"']?[ \t]*:){VALUE}*(?:\n(?:[ \t]+|- ?){VALUE}+)*", re.MULTILINE
)
CONTACT = re.compile(r"^([\"']?public_contact[\"']?[ \t]*:)([^\n]*(?:\n[ \t]+[^\n]+)*)", re.MULTILINE)
NOT_NEWLINE = re.compile(r"[^\n]")
BETWEEN_WORDS = re.compile(r"[-_.]")
QUIET = re.compile(r"(?:[a-z]+ )*(?:[a-z]+|[0-9]{1,5})(?: [a-z]+)*")
TRAILER = re.compile(r"^[A-Z][A-Za-z-]+-by: .*$", re.MULTILINE)
"""Who wrote or read a change: their address stands in the history of changes anyway."""

LEFT_OUT = re.compile(r"^#(?:\t.*| (?:Author|Committer|Date|On branch|Your branch)\b.*)$", re.MULTILINE)
"""What git itself writes beneath a message: files, also those that are taken out, and who makes the change."""

SCISSORS = re.compile(r"^\S -+ >8 -+$", re.MULTILINE)


def check_text(path: str, text: str, type_name: str, contact: str = "") -> list[Problem]:
    """The personal data in one text and in the name of its file; `contact` may be said in it."""
    is_testimony = type_name == "testimony"
    contact = "\n".join((contact, contact_of(text, type_name)))
    found = find_personal(contact, narrowing=False) if contact.strip() else []
    allowed = {_same(finding, contact) for finding in found}
    end = _end_of_fields(text)
    fields = SKIPPED.sub(_blank, text[:end])
    if type_name in WITH_CONTACTS:
        fields = CONTACT.sub(_blank, fields)
    searched = fields + text[end:]
    found = [
        finding
        for finding in find_personal(searched, narrowing=is_testimony)
        if not allowed or _same(finding, searched) not in allowed
    ]
    return [*check_name(path, is_testimony), *_problems(path, text, found, is_testimony)]


def check_side_file(path: str, text: str, *, is_testimony: bool = False) -> list[Problem]:
    """The personal data in captions, transcripts and other files that go with texts, and in the file's name."""
    found = find_personal(text, narrowing=is_testimony)
    return [*check_name(path, is_testimony), *_problems(path, text, found, is_testimony)]


def check_name(path: str, is_testimony: bool = False) -> list[Problem]:
    """The personal data in the name of a file, which becomes the address of a page."""
    name = BETWEEN_WORDS.sub(" ", path.rpartition("/")[2].rpartition(".")[0])
    if not is_testimony and is_quiet(name):
        return []
    return [
        Problem(path, 1, 1, f"the name of this file: {finding.what}", "Rename the file.")
        for finding in find_personal(name, narrowing=is_testimony)
        if finding.kind in HARD or is_testimony
    ]


def is_quiet(name: str) -> bool:
    """
    Whether a name is so plain that there is nothing to find: words in small letters, with one short number at most
    that is of no birth.

    All that has fewer digits than six and is no birthday has a letter beside one of them, a capital or a sign.
    """
    return QUIET.fullmatch(name) is not None and BIRTH_CUE.search(name) is None


def check_message(text: str) -> list[Problem]:
    """The personal data in the message of a commit, apart from who signed it."""
    path, text = "the message", message_of(text)
    found = find_personal(TRAILER.sub(_blank, text), narrowing=False)
    return _problems(path, text, found, False)


def message_of(text: str) -> str:
    """What a person wrote of the message of a commit; lines keep their numbers."""
    return LEFT_OUT.sub("", SCISSORS.split(text, maxsplit=1)[0])


def contact_of(text: str, type_name: str) -> str:
    """The public contact that a text gives in its fields; only some types can have one."""
    if type_name not in WITH_CONTACTS or "public_contact" not in text:
        return ""
    match = CONTACT.search(text, 0, _end_of_fields(text))
    value = read_document(match[0], "").values.get("public_contact") if match else None
    return value if isinstance(value, str) else ""


def lines_and_columns(text: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Lines and columns of places in a text, counted from 1."""
    begins = [0, *(match.end() for match in re.finditer("\n", text))]
    for place in places:
        line = bisect_right(begins, place)
        yield line, place - begins[line - 1] + 1


def _problems(path: str, text: str, found: list[Finding], is_testimony: bool) -> list[Problem]:
    marks = lines_and_columns(text, (finding.start for finding in found)) if found else ()
    return [
        Problem(path, line, column, finding.what, _todo(finding, is_testimony), _weight(finding.kind, is_testimony))
        for finding, (line, column) in zip(found, marks, strict=True)
    ]


def _todo(finding: Finding, is_testimony: bool) -> str:
    """What to do; whose own words these are has no public contact."""
    return finding.todo.removesuffix(f" {PUBLIC}") if is_testimony else finding.todo


def _weight(kind: Kind, is_testimony: bool) -> Severity:
    if kind in HARD or (is_testimony and kind not in NARROWING):
        return Severity.ERROR
    return Severity.WARNING


def _end_of_fields(text: str) -> int:
    """Where the fields above a text end; 0 where it has none."""
    if not text.startswith("---"):
        return 0
    fences = FENCE.finditer(text)
    next(fences, None)
    second = next(fences, None)
    return second.start() if second else 0


def _same(finding: Finding, text: str) -> str:
    """A finding in one form, to be compared with another."""
    typed = text[finding.start : finding.end].casefold()
    return same_number(typed) if finding.kind is Kind.PHONE else "".join(filter(str.isalnum, typed))


def _blank(match: re.Match[str]) -> str:
    """Spaces in place of what was matched; a first group is kept."""
    kept = match[1] if match.re.groups else ""
    return kept + NOT_NEWLINE.sub(" ", match[0][len(kept) :])
