"""
The commands of editors, from end to end, on a small folder of their own.
"""

import re

import pytest

from plugins.desk.__main__ import main
from plugins.markup.body import BodyRenderer
from plugins.records.reading import parse_record, read_name
from tests.build.test_gate import FILES, STORY
from tests.make import ROOT, make_files, read_files

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
TOPICS = {"topics.yml": "work:\n  title: {en: Work}\n  summary: {en: A.}\n", "places.yml": ""}


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A site in the folder one is in."""
    make_files(tmp_path / "content", FILES | TOPICS)
    make_files(tmp_path, {"pelicanconf.py": SETTINGS})
    monkeypatch.chdir(tmp_path)
    for name in ("TYPE", "TITLE", "SLUG", "OF", "IN"):
        monkeypatch.delenv(f"WELCOME_{name}", raising=False)
    return tmp_path


def run(command, *options):
    return main([command, *options, "--settings", "pelicanconf.py"])


def test_check_says_that_all_is_well_and_builds_nothing(site, capsys):
    before = read_files(site)

    assert 0 == run("check")
    assert ("All is well: 2 texts would be published.\n", "") == capsys.readouterr()
    assert before == {path: content for path, content in read_files(site).items() if not path.startswith(".cache/")}


def test_check_says_what_would_be_left_out(site, capsys):
    make_files(
        site / "content", {"stories/b.md": STORY.replace("7f3k9q2m5x", "9f3k9q2m5x").replace("published", "draft")}
    )

    assert 0 == run("check")
    assert "All is well: 2 texts would be published; left out: 1 draft.\n" == capsys.readouterr().out


def test_check_tells_everything_that_is_wrong_and_fails(site, capsys):
    make_files(site / "content", {"stories/penally.md": STORY.replace("micro", "mikro").replace("[work]", "work")})

    assert 1 == run("check")
    assert [
        'content/stories/penally.md:7:9: topics: "work" is one value where a list is wanted. Write it in brackets: [work].',
        'content/stories/penally.md:8:8: scale: "mikro" is unknown here. Did you mean "micro"?',
        "2 problems in 1 file. Nothing was built.",
    ] == capsys.readouterr().err.splitlines()


def test_a_strict_check_fails_for_a_warning(site, capsys):
    assert 0 == run("check", "--strict")
    linking = STORY + "\n[Soon](record:b).\n"
    draft = STORY.replace("7f3k9q2m5x", "9f3k9q2m5x").replace("published", "draft")
    make_files(site / "content", {"stories/penally.md": linking, "stories/b.md": draft})
    capsys.readouterr()

    assert (0, 1) == (run("check"), run("check", "--strict"))
    assert "1 warning, and this check is strict." == capsys.readouterr().err.splitlines()[-1]


def test_check_speaks_to_workflows_in_their_own_words(site, capsys):
    make_files(site / "content", {"stories/penally.md": STORY.replace("micro", "mikro")})

    assert 1 == run("check", "--format", "github")
    told = capsys.readouterr()
    assert [
        '::error file=content/stories/penally.md,line=8,col=8::scale: "mikro" is unknown here. Did you mean "micro"?'
    ] == told.out.splitlines()
    assert ["1 problem in 1 file. Nothing was built."] == told.err.splitlines()


def test_new_writes_a_text_to_fill_in_and_says_where(site, capsys):
    assert 0 == run("new", "--type", "story", "--title", "Tea: a story")
    assert "Wrote content/stories/tea-a-story.md. " in capsys.readouterr().out
    assert 'title: "Tea: a story"' in (site / "content/stories/tea-a-story.md").read_text("utf-8")


def test_new_never_writes_over_a_text(site, capsys):
    assert 1 == run("new", "--type", "story", "--title", "Penally")
    assert "content/stories/penally.md is there already. Choose another name with SLUG=….\n" == capsys.readouterr().err
    assert STORY == (site / "content/stories/penally.md").read_text("utf-8")


def test_new_writes_a_testimony_with_a_closed_consent_beside_it(site):
    before = set(read_files(site))
    assert 0 == run("new", "--type", "testimony", "--title", "Tea")
    added = set(read_files(site)) - before

    assert "content/testimonies/tea.md" in added
    (consent,) = added - {"content/testimonies/tea.md"}
    words = (site / consent).read_text("utf-8")
    assert re.fullmatch(r"content/consents/c-[0-9a-z]{6}\.yml", consent)
    assert re.search(r"^id: (C-\w+)$", words, re.MULTILINE)[1].lower() in consent
    assert re.search(r"^story: (\w+)$", words, re.MULTILINE)[1] in (site / "content/testimonies/tea.md").read_text(
        "utf-8"
    )


def test_new_tells_what_is_missing_in_one_line(site, capsys):
    before = read_files(site)

    assert 1 == run("new", "--type", "storey", "--title", "Tea")
    assert ['"storey" is no type of text. Did you mean "story"?'] == capsys.readouterr().err.splitlines()
    assert before == read_files(site)


def test_new_writes_a_translation_beside_its_original(site):
    make_files(site, {"pelicanconf.py": SETTINGS.replace('codes=("en",)', 'codes=("en", "cy")')})

    assert 0 == run("new", "--of", "content/stories/penally.md", "--in", "cy", "--title", "Penalun")
    raw = (site / "content/stories/penally.cy.md").read_bytes()
    named = read_name("stories/penally.cy.md", "content/stories/penally.cy.md", ("en", "cy"), "en")
    record, problems = parse_record(raw.replace(b"\nsummary: \n", b"\nsummary: Gwersyll.\n"), named, BodyRenderer())
    assert [] == problems
    assert ("7f3k9q2m5x", "Penalun", True, "en") == (
        record.id, record.front.title, record.is_translation, record.front.original_language,
    )  # fmt: skip
