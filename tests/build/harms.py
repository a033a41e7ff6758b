"""
What happens to what builds leave behind: files of the site, the manifest and the state are lost, spoilt, or older ones.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from plugins.build import kept, memo
from plugins.build.manifest import MARK
from plugins.build.neighbours import Neighbours
from tests.build.edited import Edit, Edited

OTHER = bytes.maketrans(b"123456789", b"000000000")
"""Makes another version of any."""

MOST_KEPT = 3
"""How many earlier moments are kept, to be brought back."""

WHAT = ("output", ".output.manifest", ".cache")
"""What a build leaves."""


def harm_files(own: Edited) -> None:
    """Files of the site are lost, spoilt, or have other times."""
    files = sorted(path for path in (own.folder / "output").rglob("*") if path.is_file())
    for path in own.random.sample(files, min(3, len(files))):
        what = own.random.randint(0, 2)
        if what == 0:
            path.unlink()
        elif what == 1:
            path.write_bytes(path.read_bytes()[:-1] + b"?")
        else:
            os.utime(path, (1_700_000_000, 1_700_000_000))


def add_foreign(own: Edited) -> None:
    """Files and folders that are not ours stand in the site."""
    folder = own.folder / "output"
    if folder.is_dir():
        (folder / own.word()).mkdir()
        (folder / f"{own.word()}.html").write_text("foreign", "utf-8")
        (folder / own.word()).symlink_to("/etc/hostname")


def stand_in_the_way(own: Edited) -> None:
    """Where a file of the site was there is a folder, or a file where a folder was."""
    found = sorted((own.folder / "output").rglob("*"))
    if found:
        path = own.random.choice(found)
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
            path.write_text("foreign", "utf-8")
        else:
            path.unlink()
            path.mkdir()
            if own.random.random() < 0.5:
                (path / "more").write_text("foreign", "utf-8")


def lose_site(own: Edited) -> None:
    """The whole site is gone, or a folder of it."""
    shutil.rmtree(own.folder / "output" / own.one("", "stories", "feeds", "pictures"), ignore_errors=True)


def spoil_state(own: Edited) -> str:
    """What builds remember is gone, cut off, or has other bytes in it."""
    found = [path for path in (own.folder / ".cache").rglob("*") if path.is_file()]
    path = own.random.choice(sorted([Neighbours(own.folder / "output").manifest, *found]))
    what = own.one("lose", "cut", "turn")
    if path.is_file():
        raw = path.read_bytes()
        at = own.random.randint(0, len(raw))
        if what == "lose":
            path.unlink()
        elif what == "cut":
            path.write_bytes(raw[:at])
        elif "software" not in path.parts:
            path.write_bytes(raw[:at] + b"\0" + raw[at + 1 :])
    return f"spoil_state {what} {path.parent.name}/{path.suffix or path.name[:5]}"


def age_state(own: Edited) -> None:
    """What builds remember is of another version of the software."""
    marks = {".output.manifest": MARK, ".cache/texts": kept.MARK, ".cache/memo": memo.MARK}
    for name, mark in marks.items():
        path = own.folder / name
        if path.is_file() and own.random.random() < 0.5:
            path.write_bytes(path.read_bytes().replace(mark, mark.translate(OTHER)))


def leave_journal(own: Edited) -> None:
    """An earlier build was cut off while it put files in place."""
    output = own.folder / "output"
    paths = sorted(path.relative_to(output).as_posix() for path in output.rglob("*.html"))
    told = str(own.random.sample(paths, min(5, len(paths)))).replace("'", '"')
    Neighbours(output).journal.write_text(own.one(told, told[:-3], "", "{}"), "utf-8")


def keep_moment(own: Edited) -> None:
    """Keep all that builds left, as another branch or another machine may."""
    place = own.folder / "kept" / str(own.random.randrange(MOST_KEPT))
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    copy_all(own.folder, place, WHAT)


def bring_back(own: Edited) -> str:
    """Something of an earlier moment is there again, with its times: of another branch, from a backup."""
    places = sorted((own.folder / "kept").glob("*"))
    what = own.random.sample(WHAT, own.random.randint(1, 3))
    if places:
        copy_all(own.random.choice(places), own.folder, what)
    return f"bring_back {' '.join(sorted(what))}"


def copy_all(source: Path, target: Path, names: tuple[str, ...] | list[str]) -> None:
    """Copy files and folders with their times in place of those that are there."""
    for name in names:
        if (source / name).is_dir():
            shutil.rmtree(target / name, ignore_errors=True)
            shutil.copytree(source / name, target / name, symlinks=True)
        elif (source / name).is_file():
            shutil.copy2(source / name, target / name)


HARMS: tuple[Edit, ...] = (
    harm_files, harm_files, add_foreign, stand_in_the_way, lose_site, spoil_state, spoil_state, spoil_state, age_state, leave_journal,
    keep_moment, keep_moment, bring_back, bring_back, bring_back,
)  # fmt: skip
