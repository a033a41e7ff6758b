"""
The register of those who show our texts: what editors type into it, and what they are told.
"""

import pytest

from plugins.embedders.model import is_role
from plugins.embedders.reading import check_embedders, read_embedders
from tests.make import ROOT, lines_of

ENTRY = """\
a-group:
  name: "A Group of Leeds"
  method: block
  shows: [feeds/all/, 7f3k9q2m5x]
  page: https://example.org/news/
  contact: info@example.org
  since: 2026-11-01
"""


def read(tmp_path, text):
    path = tmp_path / "embedders.yml"
    path.write_text(text, "utf-8")
    embedders, problems = read_embedders(path, "content/embedders.yml")
    return embedders, lines_of(problems)


def test_an_entry_says_who_shows_what_and_how(tmp_path):
    embedders, problems = read(tmp_path, f"# Ours.\n{ENTRY}")

    assert [] == problems
    assert ("A Group of Leeds", "block", ("feeds/all/", "7f3k9q2m5x"), ()) == (
        embedders["a-group"].name, embedders["a-group"].method, embedders["a-group"].shows, embedders["a-group"].answers,
    )  # fmt: skip


def test_nobody_is_registered_in_the_repository():
    """
    We invent no organisation; the file explains itself.
    """
    path = ROOT / "content" / "embedders.yml"

    assert ({}, []) == read_embedders(path, "content/embedders.yml")
    assert [] == list(check_embedders(path, "content/embedders.yml", set()))
    assert all(line.startswith("#") for line in path.read_text("utf-8").splitlines())


def test_the_example_in_the_file_is_right(tmp_path):
    """
    Whoever takes the # away from its lines has an entry.
    """
    lines = (ROOT / "content" / "embedders.yml").read_text("utf-8").splitlines()
    start = lines.index("# an-example-group:")
    example = "\n".join(line.removeprefix("# ") for line in lines[start : start + 7])

    embedders, problems = read(tmp_path, example)
    assert (["an-example-group"], []) == (list(embedders), problems)


def test_a_missing_file_is_an_empty_register(tmp_path):
    assert ({}, []) == read_embedders(tmp_path / "none.yml", "content/none.yml")


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("method: block", "methud: block", '3:3: a-group: methud: there is no such field. Did you mean "method"?'),
        ("method: block", "method: blok", '3:11: a-group: method: "blok" is unknown here. Did you mean "block"?'),
        ("feeds/all/", "stories/penally/", '4:11: a-group: shows: "stories/penally/" is neither a feed'),
        ("[feeds/all/, 7f3k9q2m5x]", "[]", "4:10: a-group: shows: this list is empty."),
        ("[feeds/all/, 7f3k9q2m5x]", "feeds/all/", '4:10: a-group: shows: "feeds/all/" is one value where a list'),
        (
            "https://example.org/news/",
            "http://example.org/",
            '5:9: a-group: page: "http://example.org/" does not begin',
        ),
        ("  page: https://example.org/news/\n", "", "1:1: a-group: page: this field is missing."),
        (
            "info@example.org",
            "amal.k@example.org",
            '1:1: a-group: contact: "amal.k@example.org" may be the address of a',
        ),
        ("info@example.org", "0113 000", '6:12: a-group: contact: "0113 000" is no public address of an organisation.'),
        ("2026-11-01", "1 November", '7:10: a-group: since: "1 November" is no date.'),
        ("a-group:", "A Group:", '1:1: "A Group" is no id of an entry.'),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path, old, new, line):
    embedders, problems = read(tmp_path, ENTRY.replace(old, new))

    assert {} == embedders
    assert [True] == [
        own.startswith(f"content/embedders.yml:{line}") for own in problems if "missing" not in own or "page" in own
    ], problems


def test_two_entries_with_one_id_are_refused(tmp_path):
    _, problems = read(tmp_path, ENTRY + ENTRY)

    assert [
        "content/embedders.yml:9:3: a-group: this field stands here twice, first in line 2. Keep one of the two."
    ] == problems


@pytest.mark.parametrize("method", ["newsletter", "print"])
def test_a_newsletter_and_paper_need_no_page(tmp_path, method):
    text = ENTRY.replace("  page: https://example.org/news/\n", "").replace("block", method)

    assert [] == read(tmp_path, text)[1]


@pytest.mark.parametrize(
    ("mailbox", "expected"),
    [
        ("info", True),
        ("press.office", True),
        ("leeds", True),
        ("agroupofleeds", True),
        ("agol", True),
        ("amal", False),
        ("info.amal", False),
        ("eds", False),
    ],
)
def test_a_mailbox_belongs_to_a_role_or_to_the_organisation(mailbox, expected):
    """
    Never to a private person.
    """
    assert expected == is_role(mailbox, "A Group of Leeds")


def test_a_text_that_is_not_there_is_told_as_a_warning(tmp_path):
    """
    A misspelt id would never bring a letter to anybody.
    """
    path = tmp_path / "embedders.yml"
    path.write_text(ENTRY, "utf-8")

    assert [] == list(check_embedders(path, "e.yml", {"7f3k9q2m5x"}))
    assert [
        'e.yml:4:23: warning: a-group: shows: there is no text and no fact "7f3k9q2m5x". Look at its id again.'
    ] == lines_of(check_embedders(path, "e.yml", set()))


def test_no_address_and_no_number_stands_anywhere_but_in_contact(tmp_path):
    path = tmp_path / "embedders.yml"
    path.write_text(f"# Ring 07700 900123\n{ENTRY}b: {{contact: info@example.net}} # amal@example.net\n", "utf-8")
    lines = [line for line in lines_of(check_embedders(path, "e.yml", {"7f3k9q2m5x"})) if "looks like" in line]

    assert ["e.yml:1:8:", "e.yml:9:34:"] == [line.split(" ")[0] for line in lines]
