"""
Approves every testimony of a corpus, so that all of them are published and watched by the proofs.
"""

from __future__ import annotations

from datetime import date

from plugins.build.gate import Content, read_texts
from plugins.consent.words import fingerprint_of
from plugins.consent.writing import approval_value, set_field
from plugins.problems import Report


def approve_all(content: Content) -> None:
    """Store the fingerprint of the words of each testimony in its consent record."""
    gathered = read_texts(content, Report()).gathered
    for record in gathered.records:
        if record.type == "testimony":
            path = content.consents / f"{record.front.consent.lower()}.yml"
            value = approval_value(date(2005, 1, 1), {record.lang: fingerprint_of(gathered.public_words(record))})
            path.write_text(set_field(path.read_text("utf-8"), "approval", value), "utf-8")
