"""
What consent asks of texts: a record of their own, the approved words, and that what was withdrawn stays away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins.consent.record import ConsentRecord
from plugins.consent.words import difference
from plugins.library.texts import Texts
from plugins.problems import Problem, did_you_mean
from plugins.records.record import QuotePlace, Record


def check_consents(texts: Texts) -> Iterator[Problem]:
    """A testimony has a consent record of its own, with a name to print in each of its languages."""
    if not texts.has_consents:
        return
    consents = texts.gathered.consents
    originals = {record.name: record for record in texts.originals}
    for record in texts.records:
        original = originals.get(record.name)
        if record.type != "testimony" or original is None:
            continue
        consent = consents.get(original.front.consent)
        if consent is None:
            if record is original:
                yield record.problem(
                    ("consent",), f'there is no consent record "{original.front.consent}"',
                    did_you_mean(original.front.consent, consents),
                )  # fmt: skip
        else:
            yield from check_consent(record, consent)


def check_consent(record: Record, consent: ConsentRecord) -> Iterator[Problem]:
    """A consent record is for this text and can name its speaker in this language."""
    if consent.story != record.id:
        yield record.problem(
            ("id",),
            f'its consent record {consent.id} is for the text "{consent.story}"',
            "Correct the id or the consent.",
        )
    if consent.name_in(record.lang) is None and not consent.withdrawn:
        yield record.problem(
            ("consent",),
            f'{consent.id} has no public_name in "{record.lang}"',
            "Ask how the name is written in that language.",
        )


def check_withdrawn(texts: Texts) -> Iterator[Problem]:
    """What was withdrawn is never published again, under its id or in the name of its consent (CON008)."""
    gathered = texts.gathered
    for record in texts.records:
        if record.id in gathered.withdrawn:
            yield record.problem(
                ("id",), "the text with this id was withdrawn, and nothing is ever published under it again",
                "Delete this file.",
            )  # fmt: skip


def check_approved(texts: Texts) -> Iterator[Problem]:
    """Not one word differs from those the person said yes to (CON004)."""
    originals = {record.name: record for record in texts.originals}
    for record in texts.records:
        original = originals.get(record.name)
        consent = texts.gathered.consents.get(original.front.consent) if original and is_testimony(record) else None
        if consent is None or consent.story != record.id or not consent.approval:
            continue
        if record.lang not in consent.approval.fingerprint:
            continue
        if texts.gathered.words_fingerprint(record, original) != consent.approval.fingerprint[record.lang]:
            words = texts.gathered.public_words(record, original)
            approved = texts.gathered.approved.get(consent.id, {}).get(record.lang)
            shown = f": {difference(approved, words)}" if approved else ""
            yield record.problem(
                ("title",), f"these are not the words approved on {consent.approval.date}{shown}",
                f"Put the approved words back, or have the new ones approved: make readback ID={consent.id}",
            )  # fmt: skip


def check_quotes(texts: Texts) -> Iterator[Problem]:
    """A quote is verbatim, and a testimony's own words hold none: they are hers alone."""
    for record in texts.records:
        for place in record.body.links:
            if not isinstance(place, QuotePlace):
                continue
            name = texts.gathered.targets.find(place.target, "")
            if is_testimony(record):
                what, todo = "a testimony quotes another", "Link to it instead: its words are its own."
            elif isinstance(name, tuple) and texts.gathered.quoted(place, name, record.lang) is None:
                what = f"these are not the words of {place.target.partition('/')[2]}"
                todo = "Copy them from it exactly, from the beginning of a word to the end of one."
            else:
                continue
            yield Problem(record.path, place.line, 1, what, todo)


def is_testimony(record: Record) -> bool:
    """Whether a text is somebody's own words."""
    return record.type == "testimony"


CONSENT_RULES: tuple[Callable[[Texts], Iterator[Problem]], ...] = (
    check_consents,
    check_withdrawn,
    check_approved,
    check_quotes,
)
