"""
What pictures ask of texts, and texts of pictures: that each is there, said in every language, agreed to and used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins.images.model import Picture
from plugins.images.opening import PictureError
from plugins.images.renditions import Original
from plugins.images.twins import Candidate, find_twins
from plugins.library.texts import Texts
from plugins.problems import Problem, Severity, did_you_mean
from plugins.records.record import Record

FOLDER = "content/pictures"


def side_of(picture: Picture) -> str:
    """The side file of a picture, as one would type it."""
    return f"{FOLDER}/{picture.name}.yml"


def check_pictures(texts: Texts) -> Iterator[Problem]:
    """A text names a picture that is there; the front page has the quilt in its place."""
    known = texts.gathered.pictures
    for record in texts.originals:
        name = record.front.picture
        if name and name not in known:
            what = f'there is no picture "{name}" in {FOLDER}'
            yield record.problem(("picture",), what, did_you_mean(name, known))
        elif name and record.own("layout", "") == "home":
            yield record.problem(("picture",), "the front page shows the quilt, and no picture", "Remove the line.")


def check_alternatives(texts: Texts) -> Iterator[Problem]:
    """What a picture shows is said in each language of the texts that show it."""
    originals = {record.name: record for record in texts.originals}
    for record in texts.records:
        original = originals.get(record.name, record)
        picture = texts.gathered.pictures.get(getattr(original.front, "picture", None) or "")
        if picture and picture.alt_in(record.lang) is None:
            at = original if original.lang == record.lang else record
            what = f'nobody has said in "{record.lang}" what the picture "{picture.name}" shows'
            yield at.problem(_field(at), what, f"Add to {side_of(picture)}: alt: {{{record.lang}: …}}")


def _field(record: Record) -> tuple[str, ...]:
    return () if record.is_translation else ("picture",)


def check_people(texts: Texts) -> Iterator[Problem]:
    """Everybody who is said to have agreed to a picture has a consent record."""
    if not texts.has_consents:
        return
    consents = texts.gathered.consents
    for picture in texts.gathered.pictures.values():
        for consent in picture.front.consents:
            if consent not in consents:
                what = f'consents: there is no consent record "{consent}"'
                yield Problem(side_of(picture), 1, 1, what, did_you_mean(consent, consents))


def check_use(texts: Texts) -> Iterator[Problem]:
    """A picture stands in the folder because a text shows it; one that none shows is only told of."""
    if len(texts.records) < len(texts.names):
        return  # the text that shows it may be one that could not be read
    used = {record.front.picture for record in texts.originals}
    for picture in texts.gathered.pictures.values():
        if picture.name not in used:
            what, todo = "no text shows this picture", f"Add to a text: picture: {picture.name}. Or remove both files."
            yield Problem(f"{FOLDER}/{picture.path.name}", 1, 1, what, todo, Severity.WARNING)


def check_twins(texts: Texts) -> Iterator[Problem]:
    """No picture shows what another one hides. Nothing is read where nothing is hidden."""
    pictures = texts.gathered.pictures.values()
    stored = [Candidate(f"{FOLDER}/{own.path.name}", Original(own.path, own.digest).read) for own in pictures]
    try:
        for path, what in find_twins(pictures, stored):
            todo = "Take it out of the folder and out of the repository; cover people with: make photo … REDACT=…"
            yield Problem(path, 1, 1, what, todo)
    except PictureError as error:
        yield Problem(FOLDER, 1, 1, str(error), "Bring it in again with: make photo FILE=… ALT=…")


PICTURE_RULES: tuple[Callable[[Texts], Iterator[Problem]], ...] = (
    check_pictures,
    check_alternatives,
    check_people,
    check_use,
    check_twins,
)
