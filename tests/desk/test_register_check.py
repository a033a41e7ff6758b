"""
The command that compares the private register: it refuses one that lies in a repository, and ends in plain words.
"""

import pytest

from plugins.desk.__main__ import main
from tests.build.test_gate import APPROVED, CONSENT, FILES
from tests.desk.test_commands import SETTINGS, TOPICS
from tests.make import make_files

PRIVATE = """\
id: C-7F3K9Q
story: 8f3k9q2m5x
public_name: Amal
name_kind: pseudonym
language: Arabic
explained_by: interpreter
no_pressure: yes
copy_given: yes
took_part_on: 2026-09-01
released_on: 2026-10-01
expires_on: 2028-10-01
scopes: {site: yes}
status: live
"""


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A site with a register beside it."""
    make_files(tmp_path / "site/content", FILES | TOPICS | {"consents/c-7f3k9q.yml": CONSENT + APPROVED})
    make_files(tmp_path / "site", {"pelicanconf.py": SETTINGS})
    make_files(tmp_path / "private", {"c.yml": PRIVATE})
    monkeypatch.chdir(tmp_path / "site")
    return tmp_path


def run(file):
    return main(["register-check", "--file", str(file), "--settings", "pelicanconf.py"])


@pytest.mark.parametrize("place", ["private", "private/c.yml"])
def test_a_register_that_agrees(site, place, capsys):
    assert 0 == run(site / place)
    assert "All is well: 1 record agrees.\n" == capsys.readouterr().out


def test_a_register_that_disagrees(site, capsys):
    (site / "private/c.yml").write_text(PRIVATE.replace("Amal", "Somebody else"), "utf-8")

    assert 1 == run(site / "private")
    told = capsys.readouterr().err
    assert "c.yml:1:1: C-7F3K9Q: public_name is not what the public record says." in told
    assert "1 difference between the register and the public records." in told
    assert "Somebody" not in told and str(site) not in told


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("", "say where the register lies"),
        ("private/nowhere", "there is no such file or folder."),
        ("site/content", "the register lies in a repository: move it out at once"),
        ("empty", "this folder holds no file that ends in .yml."),
    ],
)
def test_a_wrong_place_is_told(site, place, sentence, capsys):
    (site / "empty").mkdir()

    assert 2 == run(site / place if place else "")
    assert sentence in capsys.readouterr().err
