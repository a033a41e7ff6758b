"""
Reading back and approving: the paper shows every public word, and the yes holds for those words alone.
"""

import re
from html import unescape

import pytest

from plugins.consent.words import plain_text
from plugins.desk.__main__ import main
from tests.build.test_gate import CONSENT, FILES, TESTIMONY
from tests.desk.test_commands import SETTINGS, TOPICS
from tests.make import ROOT, make_files

SHARED = TESTIMONY.replace("content_note: none", "content_note: Loss.\nshare: A line to share.").replace(
    "Words of her own.", "The *first* of her words.\n\n- One\n- Two [elsewhere](record:penally)"
)


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A site with one testimony that nobody has approved."""
    make_files(
        tmp_path / "content", FILES | TOPICS | {"testimonies/the-post.md": SHARED, "consents/c-7f3k9q.yml": CONSENT}
    )
    make_files(tmp_path, {"pelicanconf.py": f"{SETTINGS}\nTHEME = {str(ROOT / 'theme')!r}\n"})
    monkeypatch.chdir(tmp_path)
    for name in ("ID", "CODE"):
        monkeypatch.delenv(f"WELCOME_{name}", raising=False)
    return tmp_path


def run(command, *options):
    return main([command, *options, "--settings", "pelicanconf.py"])


def code_of_paper(site):
    return re.search(r'class="code"[^>]*>([^<]+)<', (site / "papers/readback-c-7f3k9q.html").read_text("utf-8"))[1]


def edit(site, old, new):
    path = site / "content/testimonies/the-post.md"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_a_testimony_nobody_approved_is_left_out(site, capsys):
    assert 0 == run("check")
    assert "left out: 1 testimony not yet approved (C-7F3K9Q)." in capsys.readouterr().out


def test_the_paper_shows_every_public_word_and_the_code(site, capsys):
    assert 0 == run("readback", "--id", "C-7F3K9Q")
    paper = plain_text((site / "papers/readback-c-7f3k9q.html").read_text("utf-8").partition("<body>")[2])

    for words in (
        "The post",
        "A wait.",
        "Loss.",
        "A line to share.",
        "The first of her words.",
        "One",
        "Two elsewhere",
        "Amal",
    ):
        assert words in paper.split("\n") or words in paper
    assert re.fullmatch("[0-9A-Z]{4}-[0-9A-Z]{4}", code_of_paper(site))
    assert "make approve ID=C-7F3K9Q CODE=…" in capsys.readouterr().out


@pytest.mark.parametrize("asked", ["C-7F3K9Q", "c-7f3k9q", "8f3k9q2m5x"])
def test_after_the_yes_it_may_be_published(site, asked, capsys):
    """
    The testimony may be named by the id of its consent or by its own.
    """
    run("readback", "--id", asked)
    code = code_of_paper(site)

    assert 0 == run("approve", "--id", asked, "--code", f" {code.lower().replace('-', ' ')} ")
    assert 0 == run("check")
    assert "All is well: 2 texts would be published.\n" in capsys.readouterr().out
    assert "approval: {date: 2026-11-23, fingerprint: {en: " in (site / "content/consents/c-7f3k9q.yml").read_text(
        "utf-8"
    )


def test_a_second_yes_takes_the_place_of_the_first(site):
    for words in ("A wait.", "A longer wait.", "The longest wait."):
        edit(site, re.search("summary: (.*)", (site / "content/testimonies/the-post.md").read_text("utf-8"))[1], words)
        run("readback", "--id", "C-7F3K9Q")
        assert 0 == run("approve", "--id", "C-7F3K9Q", "--code", code_of_paper(site))
        assert 0 == run("check")
    assert 1 == (site / "content/consents/c-7f3k9q.yml").read_text("utf-8").count("approval")


def test_one_letter_changed_after_the_yes_stops_everything_and_is_shown(site, capsys):
    run("readback", "--id", "C-7F3K9Q")
    run("approve", "--id", "C-7F3K9Q", "--code", code_of_paper(site))
    edit(site, "her words", "her wards")
    capsys.readouterr()

    assert 1 == run("check")
    assert "body: … first of her [-words.-] {+wards.+} One Two elsewhere …" in unescape(capsys.readouterr().err)


def test_a_code_counts_for_the_words_of_its_paper_alone(site, capsys):
    """
    What was changed between the reading and the yes was never heard.
    """
    run("readback", "--id", "C-7F3K9Q")
    edit(site, "One", "None")

    assert 2 == run("approve", "--id", "C-7F3K9Q", "--code", code_of_paper(site))
    assert "is not the code of the words as they stand now" in capsys.readouterr().err
    assert "approval" not in (site / "content/consents/c-7f3k9q.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("readback",), "say which testimony, by the id of its consent: ID=C-7F3K9Q."),
        (("readback", "--id", "C-000000"), 'there is no consent record "C-000000": its id looks like C-7F3K9Q.'),
        (("readback", "--id", "../../etc"), 'there is no consent record "../../etc": its id looks like C-7F3K9Q.'),
        (("approve", "--id", "C-7F3K9Q"), "type the code that stands at the end of the paper: make approve ID=C-7F3K9Q CODE=7F3K-9Q2M."),
    ],
)  # fmt: skip
def test_a_mistyped_command_says_what_to_type(site, options, sentence, capsys):
    assert 2 == run(*options)
    assert f"{sentence}\n" == capsys.readouterr().err


def test_words_that_cannot_be_read_are_not_read_back(site, capsys):
    edit(site, "date: 2026-11-02", "date: soon")

    assert 2 == run("readback", "--id", "C-7F3K9Q")
    assert 'content/testimonies/the-post.md:4:7: date: "soon" is no date.' in capsys.readouterr().err
    assert not (site / "papers").exists()
