"""
`make guard` reads the private list, writes hashes only, and says where a name stands without saying it.
"""

import pytest

from plugins.desk.guard import guard
from plugins.problems import SettingsError
from tests.make import ROOT, make_files, read_files

PASSPHRASE = "four plain little words"
SETTINGS = f"""\
from datetime import date
from pathlib import Path
from plugins.languages.settings import Languages
from plugins.library.settings import Build
from plugins.records.settings import Urls
PATH = "content"
CONSENTS = None
SITEURL = "https://example.org"
BUILD = Build(today=date(2026, 11, 23))
LANGUAGES = Languages(strings=Path({str(ROOT / "theme" / "strings")!r}), codes=("en",))
URLS = Urls()
"""


@pytest.fixture
def settings(tmp_path, monkeypatch):
    """The settings of a site in the folder one is in."""
    project = tmp_path / "project"
    make_files(project / "content", {"stories/a.md": "One line\r\nand Testname\nSurnamex"})
    make_files(project, {"pelicanconf.py": SETTINGS})
    make_files(tmp_path, {"names.txt": "Testname Surnamex\n"})
    (project / "content" / "b.jpg").write_bytes(b"\xff\xd8\xff\x00")
    monkeypatch.chdir(project)
    return project / "pelicanconf.py"


def never_ask(question):
    raise AssertionError(question)


def test_the_list_is_made_and_a_name_told_by_its_place(settings, tmp_path, capsys):
    assert 1 == guard(settings, str(tmp_path / "names.txt"), PASSPHRASE, never_ask)
    told = capsys.readouterr()
    assert "Wrote content/guard.txt. It holds no name, and may be committed.\n" == told.out
    assert [
        "content/stories/a.md:2:5: a name from the private list stands here. Take it out, or ask the person who keeps the private list.",
        "The guard found 1 place.",
    ] == told.err.splitlines()


def test_no_file_holds_the_names_afterwards(settings, tmp_path):
    (settings.parent / "content/stories/a.md").unlink()
    guard(settings, str(tmp_path / "names.txt"), PASSPHRASE, never_ask)

    assert not [path for path, content in read_files(settings.parent).items() if b"Surnamex" in bytes(content)]


def test_without_names_it_only_checks(settings, tmp_path, capsys):
    guard(settings, str(tmp_path / "names.txt"), PASSPHRASE, never_ask)
    make_files(settings.parent / "content", {"stories/a.md": "Nobody"})
    before = (settings.parent / "content/guard.txt").read_bytes()
    capsys.readouterr()

    assert 0 == guard(settings, "", "", lambda question: PASSPHRASE)
    assert "The guard found no name in 2 files.\n" == capsys.readouterr().out
    assert before == (settings.parent / "content/guard.txt").read_bytes()


def test_where_there_is_no_list_it_says_how_to_make_one(settings, capsys):
    assert 0 == guard(settings, "", "", never_ask)
    assert "make guard NAMES=/path/to/the/private/list" in capsys.readouterr().out


def test_without_a_passphrase_it_says_so(settings, tmp_path, capsys):
    guard(settings, str(tmp_path / "names.txt"), PASSPHRASE, never_ask)
    capsys.readouterr()

    assert 2 == guard(settings, "", "", lambda question: "")
    assert "guard not run: the passphrase is not in WELCOME_GUARD.\n" == capsys.readouterr().err
    assert 2 == guard(settings, str(tmp_path / "names.txt"), "", lambda question: "")
    assert "the passphrase is missing" in capsys.readouterr().err


def test_a_wrong_passphrase_is_told(settings, tmp_path, capsys):
    guard(settings, str(tmp_path / "names.txt"), PASSPHRASE, never_ask)
    capsys.readouterr()

    assert 2 == guard(settings, "", "another passphrase", never_ask)
    assert "the passphrase is not the one with which guard.txt was made.\n" == capsys.readouterr().err


def test_a_new_passphrase_is_typed_twice_and_announced(settings, tmp_path, capsys):
    guard(settings, str(tmp_path / "names.txt"), PASSPHRASE, never_ask)
    answers = iter(
        ["five other plain words", "five other plain wards", "five other plain words", "five other plain words"]
    )

    assert 2 == guard(settings, str(tmp_path / "names.txt"), "", lambda question: next(answers))
    assert "the two passphrases differ, and nothing was written.\n" in capsys.readouterr().err
    assert 1 == guard(settings, str(tmp_path / "names.txt"), "", lambda question: next(answers))
    assert "The passphrase is another one than before: tell everyone who runs the guard.\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    "where", ["project/names.txt", "project/content/names.txt", "other/deep/names.txt", "link.txt"]
)
def test_a_list_that_git_could_keep_is_refused(settings, tmp_path, where, capsys):
    make_files(
        tmp_path,
        {"project/names.txt": "Testname Surnamex", "other/.git/HEAD": "", "other/deep/names.txt": "Testname Surnamex"},
    )
    make_files(tmp_path, {"project/content/names.txt": "Testname Surnamex"})
    (tmp_path / "link.txt").symlink_to(tmp_path / "project/names.txt")

    with pytest.raises(SettingsError, match="in a folder that git keeps"):
        guard(settings, str(tmp_path / where), PASSPHRASE, never_ask)
    assert not (settings.parent / "content/guard.txt").exists()


def test_a_list_that_cannot_be_read_is_told(settings, tmp_path):
    (tmp_path / "names.txt").write_bytes(b"\xff\xfeT\x00")
    with pytest.raises(SettingsError, match="save it as plain text"):
        guard(settings, str(tmp_path / "names.txt"), PASSPHRASE, never_ask)
    with pytest.raises(SettingsError, match="there is no file"):
        guard(settings, str(tmp_path / "none.txt"), PASSPHRASE, never_ask)
