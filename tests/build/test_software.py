"""
The software is an ingredient of every page: whatever is changed in it, every page is made anew.
"""

import re
import tomllib

from plugins.build import software
from plugins.build.software import software_digest
from tests.make import ROOT


def test_it_is_the_same_from_build_to_build():
    assert software_digest.__wrapped__() == software_digest.__wrapped__()


def test_it_changes_with_any_library_that_shapes_the_bytes(monkeypatch):
    before = software_digest.__wrapped__()
    for name in software.LIBRARIES:
        with monkeypatch.context() as patched:
            patched.setattr(software, "version", lambda own, name=name: "99" if own == name else software_version(own))
            assert before != software_digest.__wrapped__()


software_version = software.version


NOT_IN_BYTES = {"pelican", "watchfiles"}
"""What runs a build, or watches files for the preview, and shapes no byte."""


def test_every_library_of_the_build_is_one_of_them():
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.match(r"[\w-]+", line)[0] for line in wanted}

    assert set() == names - set(software.LIBRARIES) - NOT_IN_BYTES


def test_it_changes_with_any_line_of_ours(monkeypatch, tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder / "build").mkdir(parents=True)
        (tmp_path / folder / "feeds.py").write_text(folder)
    digests = []
    for folder in ("one", "two", "one"):
        monkeypatch.setattr(software, "__file__", str(tmp_path / folder / "build" / "software.py"))
        digests.append(software_digest.__wrapped__())

    assert digests[0] == digests[2] != digests[1]
