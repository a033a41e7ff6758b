"""
What a check must know of other texts is told to it: the public contact of a translation, and all myths.
"""

import os

import pytest

from plugins.build.kept import Kept
from plugins.build.looking import Look
from plugins.build.reading import Readings
from plugins.build.rules import later_looks, personal_look
from plugins.build.scanning import find_files
from plugins.markup.body import BodyRenderer
from plugins.problems import Report
from plugins.records.reading import read_name
from tests.make import LANGUAGES, lines_of, make_files

GROUP = "---\ntitle: A group\npublic_contact: office@example.org, 0113 496 0123\n---\nRing 0113 496 0123.\n"
WELSH = "---\ntitle: Grŵp\n---\nRing 0113 496 0123.\n"
RENDER = BodyRenderer()


@pytest.fixture
def told(tmp_path):
    """Reads some files, with what was kept of those read before, and gives where personal data was found."""

    def read(files):
        make_files(tmp_path / "content", files)
        for path in (tmp_path / "content").rglob("*.md"):
            os.utime(path, (1_700_000_000, 1_700_000_000 + len(path.read_bytes())))
        stamps = find_files(tmp_path / "content", "content")[0]
        named = {name: read_name(name, f"content/{name}", LANGUAGES, "en") for name in stamps}
        readings = Readings(tmp_path / "content", Kept(tmp_path / ".cache", ""), 1, named)
        readings.read(stamps, [personal_look("")], RENDER)
        for looks in later_looks(readings.rows, named, []):
            readings.look(looks)
        lines = lines_of(Report(readings.problems(["personal"])))
        readings.save()
        return [line.partition(": ")[0] for line in lines if "looks like" in line]

    return read


def test_a_translation_may_say_the_contact_of_its_original(told):
    assert ["content/groups/a.cy.md:4:6"] == told({"groups/a.cy.md": WELSH})
    assert [] == told({"groups/a.md": GROUP})
    assert [] == told({})


def test_it_may_say_no_other_and_no_longer_than_its_original_gives_it(told):
    told({"groups/a.md": GROUP, "groups/a.cy.md": WELSH, "groups/b.cy.md": WELSH})

    assert ["content/groups/b.cy.md:4:6"] == told({})
    other = GROUP.replace("0123", "0999")
    assert ["content/groups/a.cy.md:4:6", "content/groups/b.cy.md:4:6"] == told({"groups/a.md": other})
    told({"groups/a.md": GROUP})
    none = "---\ntitle: A group\n---\nWords.\n"
    assert ["content/groups/a.cy.md:4:6", "content/groups/b.cy.md:4:6"] == told({"groups/a.md": none})


def test_what_cannot_be_decoded_is_not_looked_at(tmp_path):
    make_files(tmp_path, {"stories/a.md": b"\xff07700 900123"})
    stamps = find_files(tmp_path, "content")[0]
    named = {name: read_name(name, f"content/{name}", LANGUAGES, "en") for name in stamps}
    readings = Readings(tmp_path, Kept(None, ""), 1, named)

    def never(*_):
        raise AssertionError("it was looked at")

    readings.read(stamps, [Look("any", "1", never)], RENDER)
    assert ["not UTF-8"] == [
        line[line.index("not UTF-8") :][:9] for line in lines_of(Report(readings.problems(["any"])))
    ]
