"""
The software is an ingredient of every page: whatever is changed in it, every page is made anew.
"""

import re
import tomllib
from importlib import metadata

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


def test_versions_are_those_that_are_installed(monkeypatch):
    """
    By the names of folders where an installer left them so, and else as Python itself tells.
    """
    told = {name: metadata.version(name) for name in software.LIBRARIES}

    assert told == {name: software.version(name) for name in software.LIBRARIES}
    assert set(told) <= set(software.installed())
    monkeypatch.setattr(software, "installed", dict)
    assert told == {name: software.version(name) for name in software.LIBRARIES}


def test_of_a_library_that_is_there_twice_the_one_counts_that_is_imported(monkeypatch, tmp_path):
    for folder in (
        "One_two-1.0.dist-info",
        "three-3.0-py3.11.egg-info",
        "first/One_two-2.0.dist-info",
        "four.egg-info",
    ):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr(software.sys, "path", ["", str(tmp_path / "first"), str(tmp_path), str(tmp_path / "gone")])

    assert {"one-two": "2.0", "three": "3.0"} == software.installed.__wrapped__()


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
