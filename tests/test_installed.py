"""
The versions of libraries are told without loading one of them.
"""

from importlib import metadata

from plugins import installed
from plugins.build.software import LIBRARIES


def test_versions_are_those_that_are_installed(monkeypatch):
    """
    By the names of folders where an installer left them so, and else as Python itself tells.
    """
    told = {name: metadata.version(name) for name in LIBRARIES}

    assert told == {name: installed.version(name) for name in LIBRARIES}
    assert set(told) <= set(installed.installed())
    monkeypatch.setattr(installed, "installed", dict)
    assert told == {name: installed.version(name) for name in LIBRARIES}


def test_of_a_library_that_is_there_twice_the_one_counts_that_is_imported(monkeypatch, tmp_path):
    for folder in (
        "One_two-1.0.dist-info",
        "three-3.0-py3.11.egg-info",
        "first/One_two-2.0.dist-info",
        "four.egg-info",
    ):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr(installed.sys, "path", ["", str(tmp_path / "first"), str(tmp_path), str(tmp_path / "gone")])

    assert {"one-two": "2.0", "three": "3.0"} == installed.installed.__wrapped__()
