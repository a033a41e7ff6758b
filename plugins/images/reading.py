"""
Reads the folder of pictures: each a file of pixels and a side file that says what they show.

No pixel is decoded here, so that checking hundreds of pictures takes a moment.
"""

from __future__ import annotations

from pathlib import Path

from plugins.images.boxes import Size
from plugins.images.model import Picture, PictureFront
from plugins.images.opening import TOO_LARGE, Look, PictureError, look_at
from plugins.media.kinds import PICTURES, kind_of
from plugins.media.metadata import find_metadata
from plugins.media.parts import Broken
from plugins.outputs import fingerprint
from plugins.problems import Problem
from plugins.records.document import Document, read_document
from plugins.records.fields import SLUG
from plugins.records.reading import decode
from plugins.records.validation import validate

EXTENSIONS = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png", "webp": "webp", "avif": "avif"}
"""The endings of names, with the kinds that such files are."""

NOT_TAKEN = frozenset({"gif", "heic", "heif", "tif", "tiff", "bmp", "svg", "jfif", "psd"})

LONGEST_SIDE = 2400
"""Pixels; no reader is sent more, and what is stored here is stored for ever."""

BRING_IN = "Bring it in with: make photo FILE=… ALT=…"
CONVERT = "Convert it with: make photo FILE=… ALT=…"

IGNORED = "README.md"


def read_pictures(folder: Path, shown: str) -> tuple[dict[str, Picture], list[Problem]]:
    """
    All pictures by name, with what is wrong with any; none where the folder is missing.

    `shown` is the folder as an editor types it.
    """
    pictures: dict[str, Picture] = {}
    problems: list[Problem] = []
    paths, sides = _list_files(folder, shown, problems)
    for name in sorted({*paths, *sides}):
        found = paths.get(name, [])
        if not found:
            problems.append(_at(f"{shown}/{sides[name].name}", f'there is no picture "{name}" to it', BRING_IN))
        elif len(found) > 1:
            names = " and ".join(path.name for path in found)
            problems.append(_at(f"{shown}/{found[1].name}", f"{names} have the same name", "Rename one of them."))
        else:
            picture, wrong = _read_picture(found[0], sides.get(name), shown)
            problems += wrong
            if picture:
                pictures[name] = picture
    return pictures, problems


def _at(path: str, what: str, todo: str) -> Problem:
    return Problem(path, 1, 1, what, todo)


def _list_files(folder: Path, shown: str, problems: list[Problem]) -> tuple[dict[str, list[Path]], dict[str, Path]]:
    """The pictures by name, and the side files; what is neither becomes a problem."""
    paths: dict[str, list[Path]] = {}
    sides: dict[str, Path] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        ending, name = path.suffix[1:].lower(), f"{shown}/{path.name}"
        if path.name == IGNORED or path.name.startswith("."):
            continue
        if path.is_symlink() or not path.is_file():
            problems.append(_at(name, "this is no file", "Put the files themselves here, without folders or links."))
        elif ending in NOT_TAKEN:
            problems.append(_at(name, f"{ending.upper()} pictures are not taken", CONVERT))
        elif path.suffix[1:] not in (*EXTENSIONS, "yml"):
            problems.append(
                _at(name, "this is no picture", "Remove it, or name it with .jpg, .png, .webp, .avif or .yml.")
            )
        elif not SLUG.match(path.stem):
            problems.append(
                _at(name, f'"{path.stem}" is no name of a picture', "Use lower-case letters, digits and hyphens only.")
            )
        elif ending == "yml":
            sides[path.stem] = path
        else:
            paths.setdefault(path.stem, []).append(path)
    return paths, sides


def _read_picture(path: Path, side: Path | None, shown: str) -> tuple[Picture | None, list[Problem]]:
    name = f"{shown}/{path.name}"
    raw = path.read_bytes()
    problems, look = check_bytes(raw, name)
    if side is None:
        return None, [*problems, _at(name, f"there is no {path.stem}.yml that says what it shows", BRING_IN)]
    front, wrong = read_side(side.read_bytes(), f"{shown}/{side.name}", look.size if look else None)
    problems += wrong
    kind = kind_of(raw)
    if front is None or look is None or kind is None or problems:
        return None, problems
    return Picture(path.stem, path, front, kind, *look.size, look.is_see_through, fingerprint(raw)), problems


def check_bytes(raw: bytes, path: str) -> tuple[list[Problem], Look | None]:
    """What is wrong with the bytes of a picture at a path, and what it looks like where it can be opened."""
    kind, ending = kind_of(raw), path.rpartition(".")[2]
    try:
        if raw and kind not in PICTURES:
            return [_at(path, "this is no picture", CONVERT)], None
        metadata = find_metadata(raw)
        if kind not in EXTENSIONS.values():
            return [_at(path, f"{str(kind).upper()} pictures are not taken, whatever their name", CONVERT)], None
        look = look_at(raw)
    except (Broken, PictureError) as error:
        first = "Make it smaller" if str(error) == TOO_LARGE else "Copy it again"
        return [_at(path, str(error), f"{first}, then bring it in with: make photo FILE=… ALT=…")], None
    problems = []
    if kind != EXTENSIONS[ending]:
        problems.append(_at(path, f"this is a {kind} picture", "Give its name the right ending."))
    if metadata:
        what = f"the picture holds {listed(metadata)}"
        problems.append(_at(path, what, f"Take it out of this folder. {BRING_IN}"))
    if max(look.size) > LONGEST_SIDE:
        what = f"the picture is {look.size[0]} by {look.size[1]} pixels, more than {LONGEST_SIDE} on its longer side"
        problems.append(_at(path, what, "Make it smaller with: make photo FILE=… ALT=…"))
    return problems, look


def read_side(raw: bytes, path: str, size: Size | None) -> tuple[PictureFront | None, list[Problem]]:
    """One side file, with what is wrong in it; its boxes must lie in a picture of that size, if it is known."""
    text = decode(raw, path)
    if isinstance(text, Problem):
        return None, [text]
    document = read_document(text, path)
    front, problems = validate(PictureFront, document, path)
    if front and size:
        problems += _outside(front, document, path, size)
    return (None if problems else front), problems


def _outside(front: PictureFront, document: Document, path: str, size: Size) -> list[Problem]:
    return [
        Problem(
            path,
            *document.marks.get(("redacted", number), (1, 1)),
            f"redacted: the box {box} is not within the picture",
            f"The picture is {size[0]} pixels wide and {size[1]} high, and a box holds at least one.",
        )
        for number, box in enumerate(front.redacted)
        if not box.fits(size)
    ]


def listed(words: list[str]) -> str:
    """Several things in a sentence: 'EXIF data, a comment and text'."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
