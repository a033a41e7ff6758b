"""
The command of the build takes what has a plain meaning, and leaves everything else to Pelican.
"""

import gc
import os
import sys

import pytest

from plugins.build.__main__ import leave, main, plain_options, prepare
from plugins.build.building import Building
from tests.make import ROOT


@pytest.fixture(autouse=True)
def collector():
    """The command turns the search for circles of objects off, which ends with its process; tests go on."""
    yield
    gc.enable()


PLAIN = ("content", "-o", "output", "-s", "conf.py")

CONF = """
from plugins.build import plugin as build
PATH = THEME = OUTPUT_PATH = "content"
SITEURL = "https://example.org"
PLUGINS = [build]
PELICAN_CLASS = build.WelcomePelican
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (PLAIN, {"path": "content", "output": "output", "settings": "conf.py"}),
        (("-s", "conf.py", "--fatal", "errors"), {"settings": "conf.py"}),
        ((*PLAIN, "--fatal", "warnings"), {}),
        ((*PLAIN, "-D"), {}),
        ((*PLAIN, "--relative-urls"), {}),
        ((*PLAIN, "--output=elsewhere"), {}),
        ((*PLAIN, "more"), {}),
        ((*PLAIN, "-o", "again"), {}),
        (("-s",), {}),
        (("-s", "-o", "output"), {}),
        (("content", "-o", "", "-s", "conf.py"), {}),
        (("", "-o", "output", "-s", "conf.py"), {}),
        ((), {}),
    ],
)
def test_only_words_of_a_plain_meaning_are_taken(words, expected):
    assert expected == plain_options(words)


def prepared(folder, monkeypatch, more="", path="content"):
    """What is prepared by settings with more lines, where Pelican was not loaded before."""
    (folder / "content").mkdir(exist_ok=True)
    (folder / "conf.py").write_text(CONF + more)
    monkeypatch.delitem(sys.modules, "pelican", raising=False)
    monkeypatch.chdir(folder)
    return prepare({"settings": "conf.py", "path": path})


def test_paths_count_from_the_settings_and_those_of_the_command_from_where_one_is(tmp_path, monkeypatch):
    (tmp_path / "words").mkdir()
    settings = prepared(tmp_path, monkeypatch, path="words").settings

    assert str(tmp_path / "words") == settings["PATH"]
    assert [str(tmp_path / "content")] * 2 == [settings["THEME"], settings["OUTPUT_PATH"]]


@pytest.mark.parametrize(
    "line",
    [
        "PLUGINS = []",
        "PLUGINS = [build, 'sitemap']",
        "PELICAN_CLASS = 'pelican.Pelican'",
        "SITEURL = 'https://example.org/'",
        "THEME = 'simple'",
        "PATH_OF_NOTHING = PATH / 1",
        "raise SystemError",
        "import pelican",
        "class late:\n    @staticmethod\n    def register():\n        import pelican\nPLUGINS = [build, late]",
    ],
)
def test_whatever_is_unusual_is_left_to_pelican(tmp_path, monkeypatch, line):
    """
    What only Pelican does is done by it, and what is wrong is told by it.
    """
    assert isinstance(prepared(tmp_path, monkeypatch), Building)
    assert None is prepared(tmp_path, monkeypatch, line)


def test_ctrl_c_is_told_also_while_settings_are_read(tmp_path, capsys):
    (tmp_path / "conf.py").write_text("raise KeyboardInterrupt")
    with pytest.raises(SystemExit) as caught:
        main(["-s", str(tmp_path / "conf.py")])

    assert 130 == caught.value.code
    assert "Stopped before anything was put in place.\n" == capsys.readouterr().err


@pytest.mark.parametrize("closed", ["stdout", "stderr"])
def test_a_stream_that_is_not_there_changes_no_exit_status(monkeypatch, closed):
    """
    There is none where a shell has closed it.
    """
    ended = []
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr(sys, closed, None)
    leave(0)
    leave(3)

    assert [0, 3] == ended


def test_without_settings_pelican_looks_for_them():
    assert None is prepare({"path": "content"})


def test_settings_are_the_same_in_every_process(monkeypatch):
    """
    What was planned by them is taken for planned by others if their repr tells where something lies in memory.
    """
    monkeypatch.delitem(sys.modules, "pelican", raising=False)
    building = prepare({"settings": str(ROOT / "pelicanconf.py")})

    assert building
    assert [] == [name for name, value in building.settings.items() if " at 0x" in repr(value)]
