"""
A build says what it did in one line, and what is wrong in as many as it needs.
"""

import pytest

from plugins.build.placing import Placed
from plugins.build.telling import closing_line, left_out_phrase, tell_problems, tell_warnings
from plugins.problems import Problem, Report, Severity
from tests.make import make_library, make_story

ERROR = Problem("b.md", 2, 1, "it is wrong", "Mend it.")
WARNING = Problem("a.md", 1, 1, "it is odd", "Look at it.", Severity.WARNING)


def test_every_problem_is_told_and_then_how_many(capsys):
    tell_problems(Report([ERROR, WARNING]))

    assert (
        "",
        "a.md:1:1: warning: it is odd. Look at it.\nb.md:2:1: it is wrong. Mend it.\n1 problem in 1 file. Nothing was built.\n",
    ) == (capsys.readouterr()[::1])


def test_warnings_are_told_beside_a_build_that_goes_on(capsys):
    tell_warnings(Report([ERROR, WARNING]))

    assert "a.md:1:1: warning: it is odd. Look at it.\n" == capsys.readouterr().err


def test_a_long_problem_is_not_wrapped(capsys):
    tell_problems(Report([Problem("a.md", 1, 1, "x " * 300, "Mend it.")]))

    assert 2 == len(capsys.readouterr().err.splitlines())


@pytest.mark.parametrize(
    ("left_out", "phrase"),
    [
        ({}, ""),
        ({"drafts": ["a"]}, "1 draft"),
        ({"drafts": ["a", "b"], "demonstrations": ["c"]}, "2 drafts, 1 demonstration text"),
        ({"later": ["a"], "ended": ["b", "c"]}, "1 text of a later day, 2 actions that have ended"),
        ({"paused": ["C-000002"]}, "1 testimony that is paused (C-000002)"),
        (
            {"expired": ["C-000002", "C-000001"], "withdrawn": ["C-000003"]},
            "2 testimonies whose consent has ended (C-000001, C-000002), 1 testimony that was withdrawn (C-000003)",
        ),
    ],
)
def test_what_was_left_out_is_said_with_the_reason(left_out, phrase):
    assert phrase == left_out_phrase(left_out)


@pytest.mark.parametrize("folder", ["output", "/somewhere/output", "/somewhere/output/"])
def test_the_closing_line_says_what_was_built_how_long_it_took_and_how_to_look_at_it(folder):
    library = make_library(make_story(), make_story(slug="b", status="draft"))

    assert (
        "Built 1 text into 1,234 files in 1.2 s: 3 written, 1,230 unchanged, 1 removed in output/; left out: 1 draft. To look at it: make serve"
    ) == closing_line(library, 1234, Placed(3, 1230, 1), 1.24, folder)


def test_the_closing_line_says_that_nothing_was_left_out():
    assert (
        "Built 1 text into 1 file in 0.1 s: 0 written, 0 unchanged, 0 removed in output/; nothing left out. To look at it: make serve"
    ) == closing_line(make_library(make_story()), 1, Placed(), 0.1, "output")
