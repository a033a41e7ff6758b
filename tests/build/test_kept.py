"""
What is kept of a text is believed by its file's stamp only where no later writing could have left the same stamp.
"""

import os

import pytest

from plugins.build.kept import NOWHERE, Kept
from plugins.build.reading import Readings
from plugins.build.scanning import find_files
from plugins.markup.body import BodyRenderer
from plugins.records.reading import read_name
from tests.build.test_reading import text
from tests.make import LANGUAGES, make_files

NOW = 1_764_000_000_000_000_000


def read(folder):
    """Read all texts, and keep what was found; the stamps that the files had."""
    content = folder / "content"
    stamps = find_files(content, "content")[0]
    named = {name: read_name(name, f"content/{name}", LANGUAGES, "en") for name in stamps}
    readings = Readings(content, Kept(folder / ".cache", "this software"), 1, named)
    readings.read(stamps, [], BodyRenderer())
    readings.save()
    return stamps


@pytest.mark.parametrize(("seconds", "is_believed"), [(-1, False), (0, False), (1, False), (2, False), (3, True)])
def test_a_file_that_was_young_when_it_was_read_is_not_believed_by_its_stamp(
    tmp_path, monkeypatch, seconds, is_believed
):
    """
    It may be written once more within the same tick of its clock, which is two seconds on some disks, with as many
    letters.
    """
    moment = Kept._moment
    monkeypatch.setattr(Kept, "_moment", lambda own: moment(own) and NOW)
    make_files(tmp_path / "content", {"stories/a.md": text()})
    written = NOW - seconds * 1_000_000_000
    os.utime(tmp_path / "content/stories/a.md", ns=(written, written))
    stamps = read(tmp_path)

    kept = Kept(tmp_path / ".cache", "this software").rows["stories/a.md"].stamp
    assert (stamps["stories/a.md"] if is_believed else NOWHERE) == kept
