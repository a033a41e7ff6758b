"""
A day that passes is an ingredient of what it changes, and of nothing else.
"""

import pytest

from plugins.build.manifest import read_manifest
from plugins.build.neighbours import Neighbours
from tests.build.children import build, make_site
from tests.build.edited import Edited
from tests.make import read_files

HERS = "qharbrsc02"
"""The testimony whose consent ends with the first day."""

COUNTS = {"topics/index.html", "places/index.html"}
"""What says how many texts there are, and names none."""


class Days:
    """The small site on the last day of a consent, and on the day after; nothing else comes or goes in that night."""

    def __init__(self, folder):
        make_site(folder)
        (folder / "content/stories/spring-fair.md").unlink()
        edited = Edited(folder, None)
        edited.change("content/actions/write-a-letter.md", r"^until: .*$", "until: 2027-11-23")
        # With longer lists no text moves from one page of a list to another.
        edited.change("smallconf.py", r"per_page=2", "per_page=24")
        self.before, self.files = self.build(folder)
        edited.change("smallconf.py", r"date\(2026, 11, 23\)", "date(2026, 11, 24)")
        self.after, self.files_after = self.build(folder)

    def build(self, folder):
        ended = build(folder)
        assert 0 == ended.status, ended.told
        return read_manifest(Neighbours(folder / "output").manifest).entries, read_files(folder / "output")


@pytest.fixture(scope="module")
def days(tmp_path_factory):
    return Days(tmp_path_factory.mktemp("days"))


def carried(days):
    return {path for path, entry in days.before.items() if HERS in entry.carries}


def test_a_consent_that_ends_at_midnight_changes_exactly_what_carried_it(days):
    """
    Every file that carried the words is another or gone, and the key of every other is what it was.
    """
    paths = days.before.keys() | days.after.keys()
    keys = [{path: entry.key for path, entry in own.items()} for own in (days.before, days.after)]
    changed = {path for path in paths if keys[0].get(path) != keys[1].get(path)}

    assert 5 < len(carried(days)) < len(paths) / 2
    assert carried(days) == changed - COUNTS


def test_what_carried_nothing_of_it_was_not_even_touched(days):
    untouched = days.before.keys() - carried(days) - COUNTS

    assert [] == [path for path in untouched if days.before[path].mtime != days.after[path].mtime]
    assert [] == [path for path, entry in days.after.items() if HERS in entry.carries]
    assert [] == [path for path, content in days.files_after.items() if b"Person K." in content]
    assert [] != [path for path, content in days.files.items() if b"Person K." in content]
