"""
The guard over real names: a list of keyed hashes that tells no name, and finds them in texts.

Whoever keeps the private register writes one name, nickname, relative,
employer or old address on each line. A line of one word is guarded as it is. Of
a line of several words each two neighbours are guarded, and of a name also the
first word with the last: a common first name alone would hit everywhere. With a
! at the end of the line each of its words is guarded alone as well.

The key is made of a passphrase, slowly. Without it the list can neither be
checked nor tried out. Random hashes fill the list up, so that it does not tell
how many names there are.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from plugins.identity.spelling import Speller, Spelling, Word, is_latin
from plugins.outputs import fingerprint
from plugins.problems import Problem

LIST_NAME = "guard.txt"
SALT = b"Welcome Stories: the guard over real names, 1"
"""Public, and never changed: other salt, other hashes."""

CHECK_WORD = "the guard was opened with the right passphrase"
HASH = re.compile(r"[0-9a-f]{16}\Z")
FULL = 64
"""The list is filled up to a multiple of this."""

SHORTEST_WORD = 3
SHORTEST_PASSPHRASE = 16

HEADING = """\
# Real names that must not be published, each as a hash. Nobody can read a name from this list,
# and some of its lines stand for no name at all. Change it only with: make guard NAMES=/path/to/the/private/list
"""

PLAIN, TO_LATIN, FROM_LATIN = "=", "<", ">"
"""What a hash is made of: the spelling, or the sound by which a Latin or another spelling is recognised."""

EVERYDAY = (
    "and are at but by can for from had has have her him his how in its not now of off old on our out per she the "
    "they this was way to who why with you road street avenue lane close drive court place terrace gardens crescent "
    "house flat city town school limited ltd"
)
COMMON = frozenset(EVERYDAY.split())
"""Words that are never guarded alone."""

WHAT = "a name from the private list stands here"
TODO = "Take it out, or ask the person who keeps the private list."


class GuardError(Exception):
    """
    The list cannot be opened, or no list can be made; the message is for an editor.
    """


class NotRun(Enum):
    """
    Why there is no guard.
    """

    NO_LIST = "there is no list"
    NO_PASSPHRASE = "guard not run: the passphrase is not in WELCOME_GUARD"


class Guard:
    """
    An open list: it finds the names in texts and tells none.
    """

    def __init__(self, key: bytes, hashes: Iterable[str]) -> None:
        self._key = key
        self._hashes = frozenset(hashes)
        self._known: dict[str, bool] = {}
        self._speller = Speller()

    @classmethod
    def open(cls, list_text: str, passphrase: str) -> Guard:
        """The guard of a list. GuardError where the passphrase is another one, or the list is damaged."""
        _, hashes = read_list(list_text)
        key = make_key(passphrase)
        if not opens(list_text, key):
            raise GuardError(f"the passphrase is not the one with which {LIST_NAME} was made")
        return cls(key, hashes)

    @cached_property
    def digest(self) -> str:
        """Changes whenever other names may be found; it tells no more than the list does."""
        return fingerprint(_hash(self._key, CHECK_WORD), *sorted(self._hashes))

    def find(self, text: str) -> list[tuple[int, int]]:
        """Where names stand in a text: words, and neighbours across lines and punctuation."""
        words = self._speller.words_in(text)
        found = [(word.start, word.end) for word in words if self._knows_any(_forms(word))]
        for first, second in pairwise(words):
            if self._knows_any(_pair_forms(first, second)):
                found.append((first.start, second.end))
        return sorted(found)

    def problems(self, path: str, text: str) -> list[Problem]:
        """What an editor is told of the names in a text and in the name of its file; the names are not repeated."""
        from plugins.identity.checking import BETWEEN_WORDS, lines_and_columns

        name = BETWEEN_WORDS.sub(" ", path.rpartition("/")[2].rpartition(".")[0])
        found = [Problem(path, 1, 1, "the name of this file holds a name from the private list", "Rename the file.")]
        found = found if self.find(name) else []
        places = lines_and_columns(text, (start for start, _ in self.find(text)))
        return found + [Problem(path, line, column, WHAT, TODO) for line, column in places]

    def _knows_any(self, forms: Iterable[str]) -> bool:
        return any(map(self._knows, forms))

    def _knows(self, form: str) -> bool:
        known = self._known.get(form)
        if known is None:
            known = self._known[form] = _hash(self._key, form) in self._hashes
        return known


def guard_status(content: Path, passphrase: str) -> Guard | NotRun:
    """
    The guard of a content folder, or why there is none.

    GuardError where there is a list and the passphrase is wrong.
    """
    path = content / LIST_NAME
    if not path.is_file():
        return NotRun.NO_LIST
    if not passphrase:
        return NotRun.NO_PASSPHRASE
    return Guard.open(path.read_text("utf-8", "replace"), passphrase)


def make_list(names: str, passphrase: str) -> str:
    """
    The list of hashes for names, one on each line.

    GuardError where there is nothing to guard, or too little to guard it.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise GuardError(
            f"the passphrase has fewer than {SHORTEST_PASSPHRASE} letters, and could be guessed: take four words"
        )
    forms = {form for number, line in enumerate(names.splitlines(), 1) for form in _forms_of_line(line, number)}
    if not forms:
        raise GuardError("the list of names is empty")
    key = make_key(passphrase)
    hashes = {_hash(key, form) for form in forms}
    while len(hashes) % FULL:
        hashes.add(os.urandom(8).hex())
    return f"{HEADING}check {_hash(key, CHECK_WORD)}\n" + "".join(f"{own}\n" for own in sorted(hashes))


def read_list(text: str) -> tuple[str, list[str]]:
    """The check hash and the hashes of a list."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    check = lines[0].removeprefix("check ") if lines else ""
    if not HASH.match(check) or not all(map(HASH.match, lines[1:])):
        raise GuardError(f"{LIST_NAME} is damaged: fetch it again, or make it anew with make guard NAMES=…")
    return check, lines[1:]


def make_key(passphrase: str) -> bytes:
    """The key that belongs to a passphrase; slow on purpose, so that nobody tries out many."""
    plain = " ".join(passphrase.split()).encode()
    return hashlib.scrypt(plain, salt=SALT, n=2**15, r=8, p=1, maxmem=2**26, dklen=32)


def opens(list_text: str, key: bytes) -> bool:
    """Whether a key is the one with which a list was made."""
    try:
        check, _ = read_list(list_text)
    except GuardError:
        return False
    return hmac.compare_digest(check, _hash(key, CHECK_WORD))


def _hash(key: bytes, form: str) -> str:
    return hashlib.blake2b(form.encode("utf-8", "surrogatepass"), key=key, digest_size=8).hexdigest()


def _forms_of_line(line: str, number: int) -> Iterator[str]:
    """What is guarded of one line of the private list."""
    line = line.partition("#")[0].strip()
    if not line:
        return
    words = Speller().words_in(line.removesuffix("!"))
    alone = words if len(words) == 1 else [word for word in words if line.endswith("!") and _is_rare(word)]
    if not words or (len(words) == 1 and len(words[0].first.plain) < SHORTEST_WORD):
        raise GuardError(f"line {number} of the names is too short to guard: write the whole name")
    for word in alone:
        yield from _own_forms(word.first)
    for first, second in _pairs(words):
        yield from _own_forms(first.first, second.first)


def _pairs(words: list[Word]) -> list[tuple[Word, Word]]:
    """Which two words of a line are guarded together: of an address never the number with its last word."""
    if len(words) == 2:
        return [(words[0], words[1])]
    pairs = [pair for pair in pairwise(words) if any(map(_is_rare, pair))]
    has_number = any(word.first.plain.isdigit() for word in words)
    return pairs if len(words) < 2 or has_number else [*pairs, (words[0], words[-1])]


def _is_rare(word: Word) -> bool:
    return len(word.first.plain) >= SHORTEST_WORD and word.first.plain not in COMMON


def _own_forms(*spellings: Spelling) -> tuple[str, str]:
    """The forms of a guarded word or pair: as it is spelt, and as those who write another script would meet it."""
    return _both(FROM_LATIN if _are_latin(spellings) else TO_LATIN, spellings)


def _forms(word: Word) -> Iterator[str]:
    for spelling in word.spellings:
        if len(spelling.plain) >= SHORTEST_WORD:
            yield from _met_forms(spelling)


def _pair_forms(first: Word, second: Word) -> Iterator[str]:
    for spelling in first.spellings:
        yield from _met_forms(spelling, second.first)


def _met_forms(*spellings: Spelling) -> tuple[str, str]:
    """The forms by which a word or pair of a text is looked for."""
    return _both(TO_LATIN if _are_latin(spellings) else FROM_LATIN, spellings)


def _both(script: str, spellings: tuple[Spelling, ...]) -> tuple[str, str]:
    plain = " ".join(spelling.plain for spelling in spellings)
    return PLAIN + plain, script + " ".join(spelling.sound for spelling in spellings)


def _are_latin(spellings: tuple[Spelling, ...]) -> bool:
    return all(is_latin(spelling.plain) for spelling in spellings)
