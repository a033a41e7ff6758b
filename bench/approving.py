"""
Approves every testimony of a corpus, so that all of them are published and watched by the proofs.
"""

from __future__ import annotations

from datetime import date

from plugins.build.gate import Content
from plugins.consent.words import fingerprint_of, public_words
from plugins.consent.writing import approval_value, set_field
from plugins.images.reading import read_pictures
from plugins.markup.body import BodyRenderer
from plugins.problems import Problem
from plugins.records.reading import parse_record, read_name

DAY = date(2005, 1, 1)


def approve_all(content: Content) -> None:
    """
    Store the fingerprint of the words of each testimony in its consent record; no other text is read.

    ValueError where a testimony cannot be read.
    """
    pictures, _ = read_pictures(content.folder / "pictures", "pictures")
    render = BodyRenderer()
    for path in sorted((content.folder / "testimonies").glob("*.md")):
        relative = path.relative_to(content.folder).as_posix()
        named = read_name(relative, relative, content.languages.codes, content.languages.default)
        record, problems = (None, [named]) if isinstance(named, Problem) else parse_record(
            path.read_bytes(), named, render
        )  # fmt: skip
        if record is None:
            raise ValueError("\n".join(map(str, problems)))
        picture = pictures.get(record.front.picture or "")
        words = public_words(record, (picture.alt_in(record.lang) or "") if picture else "")
        consent = content.consents / f"{record.front.consent.lower()}.yml"
        value = approval_value(DAY, {record.lang: fingerprint_of(words)})
        consent.write_text(set_field(consent.read_text("utf-8"), "approval", value), "utf-8")
