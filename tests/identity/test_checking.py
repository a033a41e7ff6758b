"""
Whole files: each place is told by line and column, and weighs as much as the text it stands in.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.embedders.reading import REGISTER, find_private
from plugins.identity.checking import (
    check_message,
    check_name,
    check_side_file,
    check_text,
    is_quiet,
)
from plugins.identity.personal import find_personal
from plugins.problems import Problem, Severity
from plugins.records.reading import decode, read_name
from tests.make import ROOT, TYPES

GROUP = """\
---
title: A group
website: https://example.org/07700900123
public_contact: "office@example.org or 0113 496 0123"
former:
- /07700900123/
---

Write to office@example.org or ring +44 113 496 0123.
"""


def places(problems):
    return [(problem.line, problem.column, problem.severity) for problem in problems]


def named(relative):
    return read_name(relative, f"content/{relative}", ("en", "cy"), "en")


def test_a_problem_says_where_it_is_and_what_to_do():
    (problem,) = check_text("content/stories/a.md", "---\ntitle: A\n---\nCome to\nus at SW1A 1AA.", "story")

    assert Problem(
        "content/stories/a.md", 5, 7, '"SW…" looks like a postcode: it leads to a handful of front doors',
        'Name a wider area, such as "a town in the north-west", or leave it out.',
    ) == problem  # fmt: skip


@pytest.mark.parametrize("type_name", TYPES)
@pytest.mark.parametrize(
    "text", ["a@example.org", "07700 900123", "SW1A 1AA", "QQ123456C", "999 000 0018", "M1234567", "DOB 3/5/1990"]
)
def test_what_leads_to_a_person_is_an_error_everywhere(type_name, text):
    assert [(1, 1, Severity.ERROR)] == places(check_text("a.md", text, type_name))


@pytest.mark.parametrize("text", ["12 Testname Road", "Testname Hotel", "AB12 CDE"])
def test_what_leads_to_a_house_weighs_more_in_a_testimony(text):
    assert [Severity.ERROR] == [problem.severity for problem in check_text("a.md", text, "testimony")]
    assert [Severity.WARNING] == [problem.severity for problem in check_text("a.md", text, "story")]


@pytest.mark.parametrize("text", ["aged 34", "my three children", "I came on 3 May 2021", "Testname Church"])
def test_what_narrows_down_is_a_warning_in_a_testimony_only(text):
    assert [Severity.WARNING] == [problem.severity for problem in check_text("a.md", text, "testimony")]
    assert [] == check_text("a.md", text, "story")


def test_a_testimony_is_not_told_of_public_contacts():
    (problem,) = check_text("a.md", "07700 900123", "testimony")
    (other,) = check_text("a.md", "07700 900123", "story")

    assert "Leave it out." == problem.todo
    assert "public_contact" in other.todo


def test_a_groups_own_contact_may_be_said_again():
    assert [] == check_text("content/groups/a.md", GROUP, "group")


def test_no_other_contact_may():
    assert [(9, 10, Severity.ERROR)] == places(check_text("a.md", GROUP.replace("to office", "to other"), "group"))


def test_in_other_types_the_field_is_read_like_any_other():
    found = check_text("a.md", GROUP, "testimony")

    assert [(4, 18), (4, 40), (9, 10), (9, 37)] == [(problem.line, problem.column) for problem in found]


def test_lines_are_counted_as_an_editor_sees_them():
    raw = "\ufeff---\r\ntitle: A\r\n---\r\n07700 900123".encode()

    assert [(4, 1, Severity.ERROR)] == places(check_text("stories/a.md", decode(raw, "stories/a.md"), "story"))


@pytest.mark.parametrize("field", ["title", "summary", "share", "translator", "# a comment"])
def test_every_field_that_people_write_is_read(field):
    text = f"---\n{field}: 07700 900123\n---\n"

    assert [2] == [problem.line for problem in check_text("a.md", text, "story")]


def test_a_comment_after_an_id_is_read():
    assert [(2, 13)] == [
        (problem.line, problem.column)
        for problem in check_text("a.md", "---\nid: 12345 # 07700 900123\n---\n", "story")
    ]


@pytest.mark.parametrize("name", ["ring-07700-900123.md", "sw1a-1aa.cy.md", "07700900123.md"])
def test_the_name_of_a_file_is_read_too(name):
    (problem,) = check_name(f"content/stories/{name}")

    assert (1, 1, "Rename the file.") == (problem.line, problem.column, problem.todo)
    assert [problem] == check_side_file(f"content/stories/{name}", "")


def test_a_transcript_is_read_as_the_words_of_the_person():
    text = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nWe lived in the Testname Hotel.\n"

    assert [(4, 17, Severity.ERROR)] == places(check_side_file("a.vtt", text, is_testimony=True))
    assert [(4, 17, Severity.WARNING)] == places(check_side_file("a.vtt", text))


def test_the_message_of_a_commit_is_read_apart_from_what_git_writes():
    text = (
        "Ring 07700 900123\n\nCo-authored-by: Testname <a@example.org>\n# Author: Testname <a@example.org>\n#\tdeleted: 07700900123.md\n"
        "# ------------------------ >8 ------------------------\n-07700 900123\n"
    )  # fmt: skip

    assert [(1, 6, Severity.ERROR)] == places(check_message(text))


def test_the_sites_own_content_gives_no_alarm():
    content = ROOT / "content"
    paths = [path for path in sorted(content.rglob("*")) if path.suffix in (".md", ".yml")]
    files = [(named(path.relative_to(content).as_posix()), path.read_bytes()) for path in paths if path.suffix == ".md"]

    assert 90 < len(paths)
    assert [] == [
        problem
        for name, raw in files
        if not isinstance(name, Problem)
        for problem in check_text(name.path, raw.decode(), name.type.name)
    ]
    for path in paths:
        find = find_private if path.name == REGISTER else check_side_file
        assert [] == find(path.name, path.read_text("utf-8"))


@given(
    st.lists(
        st.sampled_from(["the", "allotment", "12", "3", "90210", "1990", "123456", "b1", "1aa", "born", "birthday", "may", "sw", "aged", "years", "old", "flat", "hotel", "road", "qq", "nhs", "tel", "passport", "Inn", "@"]),
        max_size=6,
    )
)  # fmt: skip
def test_in_a_quiet_name_there_is_nothing_to_find(words):
    name = " ".join(words)

    assert not is_quiet(name) or not find_personal(name, narrowing=False)


@pytest.mark.parametrize(
    ("name", "quiet"), [("the allotment", True), ("text 12", True), ("born 3 may", False), ("passport 123456", False), ("a 12 3", False), ("b1 1aa", False), ("Inn", False)]
)  # fmt: skip
def test_most_names_are_quiet(name, quiet):
    assert quiet is is_quiet(name)
