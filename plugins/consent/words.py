"""
The public words of a testimony: what the person hears read back, says yes to, and finds published.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from html import unescape
from typing import TypeAlias

from plugins.media.sounds import Sound
from plugins.outputs import fingerprint
from plugins.records.record import Record

PublicWords: TypeAlias = Mapping[str, str]
"""The words of one text in one language, by part: title, summary, note, share, body, alt, transcript and recording."""

INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u)\b[^>]*>"
)
TAG = re.compile(r"<[^>]*>")
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Of codes that are read aloud: none that can be taken for another."""


def plain_text(html: str) -> str:
    """The words of safe HTML: a line for each paragraph, heading, cell or item."""
    text = unescape(TAG.sub("\n", INLINE.sub("", html.replace("\n", " "))))
    return "\n".join(line for line in map(one_line, text.split("\n")) if line)


def one_line(text: str) -> str:
    """Words with single spaces between them, composed as Unicode wants them (NFC)."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def public_words(record: Record, alt: str = "", sound: Sound | None = None) -> PublicWords:
    """
    All words of a testimony that anybody but its editors can ever see; `alt` is that of its picture.

    Of its recording: what is said in it, and a mark that changes with every other take.
    """
    front = record.front
    body = "".join(
        part + getattr(place, "words", "")
        for part, place in zip(record.body.parts, [*record.body.places, None], strict=True)
    )
    parts = {
        "title": front.title,
        "summary": front.summary,
        "note": "" if front.content_note.lower() == "none" else front.content_note,
        "share": front.share or "",
        "alt": alt,
        "transcript": sound.words if sound else "",
        "recording": f"{sound.seconds} s · {sound.digest[:8].upper()}" if sound else "",
    }
    return {name: one_line(text) for name, text in parts.items() if text} | {"body": plain_text(body)}


def says(body: str, words: str) -> bool:
    """Whether some words stand in a body as they are, from the beginning of one word to the end of another."""
    return bool(words) and f" {' '.join(words.split())} " in f" {' '.join(body.split())} "


def fingerprint_of(words: PublicWords) -> str:
    """Changes with every letter, and with nothing else."""
    return fingerprint(*(piece for part in sorted(words) for piece in (part, words[part])))


def code_of(fingerprints: Mapping[str, str]) -> str:
    """
    A short code for the words in all their languages, to be read aloud and typed: '7F3K-9Q2M'.

    It has 40 bits: enough to tell one version from the next, and not meant to keep anybody out.
    """
    number = int(fingerprint(*(piece for lang in sorted(fingerprints) for piece in (lang, fingerprints[lang]))), 16)
    letters = []
    for _ in range(8):
        number, drawn = divmod(number, len(LETTERS))
        letters.append(LETTERS[drawn])
    return f"{''.join(letters[:4])}-{''.join(letters[4:])}"


def same_code(typed: str, code: str) -> bool:
    """Whether somebody typed a code, however they wrote it."""
    plain = re.sub(r"[\s-]+", "", typed).upper().replace("O", "0").replace("I", "1").replace("L", "1")
    return plain == code.replace("-", "")


def difference(before: PublicWords, after: PublicWords) -> str:
    """The words that differ, as one line for each place: 'body: … came [-in-] {+into+} the …'."""
    lines = []
    for part in sorted({*before, *after}):
        old, new = before.get(part, "").split(), after.get(part, "").split()
        if old != new:
            lines.append(f"{part}: {word_difference(old, new)}")
    return "; ".join(lines)


def word_difference(old: list[str], new: list[str]) -> str:
    """What was taken out and put in, with a few words around it."""
    from difflib import SequenceMatcher

    shown = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        removed = f"[-{' '.join(old[i:j])}-]" if j > i else ""
        added = f"{{+{' '.join(new[k:m])}+}}" if m > k else ""
        shown.append(" ".join(filter(None, ["…", *old[max(0, i - 3) : i], removed, added, *old[j : j + 3], "…"])))
    return " ".join(shown)
