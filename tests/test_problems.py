"""
What can be wrong is told in one plain line each, all of it, in an order of its own.
"""

from itertools import permutations

import pytest

from plugins.problems import (
    ContentError,
    Problem,
    Report,
    Severity,
    counted,
    did_you_mean,
    nearest,
)


def make_problem(
    path="content/stories/a.md", line=1, column=1, what="the date is wrong", todo="Write another.", **changes
):
    return Problem(path, line, column, what, todo, **changes)


def test_a_problem_reads_as_path_line_column_what_and_what_to_do():
    assert "content/stories/a.md:3:7: date: there is no day. Look again." == str(
        Problem("content/stories/a.md", 3, 7, "date: there is no day", "Look again.")
    )


def test_a_warning_says_that_it_is_one():
    assert "content/stories/a.md:1:1: warning: the date is wrong. Write another." == str(
        make_problem(severity=Severity.WARNING)
    )


def test_a_report_is_sorted_by_path_then_line_then_column_as_numbers():
    """
    Line 10 comes after line 9, whatever order the problems were found in.
    """
    wanted = [
        make_problem("a.md", 9, 2),
        make_problem("a.md", 10, 1),
        make_problem("a.md", 10, 11),
        make_problem("b.md", 1, 1),
    ]

    for order in permutations(wanted):
        assert wanted == list(Report(order))


def test_the_same_problem_found_twice_is_told_once():
    report = Report([make_problem()])
    report.add(make_problem())
    report.extend([make_problem(), make_problem()])

    assert 1 == len(report)
    assert [make_problem()] == list(report)


def test_two_problems_at_one_place_are_two():
    assert 2 == len(Report([make_problem(what="one"), make_problem(what="other")]))


def test_errors_and_warnings_are_told_apart():
    error, warning = make_problem(), make_problem(severity=Severity.WARNING)
    report = Report([warning, error])

    assert [error] == report.errors
    assert [warning] == report.warnings


@pytest.mark.parametrize(
    ("paths", "closing"),
    [
        (["a.md"], "1 problem in 1 file. Nothing was built."),
        (["a.md", "a.md"], "2 problems in 1 file. Nothing was built."),
        (["a.md", "b.md", "b.md"], "3 problems in 2 files. Nothing was built."),
    ],
)
def test_the_closing_line_counts_problems_and_files(paths, closing):
    report = Report(make_problem(path, line) for line, path in enumerate(paths, start=1))

    assert closing == report.closing()


def test_the_closing_line_does_not_count_warnings():
    report = Report([make_problem("a.md"), make_problem("b.md", severity=Severity.WARNING)])

    assert "1 problem in 1 file. Nothing was built." == report.closing()


def test_a_content_error_holds_the_whole_report_and_says_its_closing_line():
    report = Report([make_problem("a.md"), make_problem("b.md")])
    error = ContentError(report)

    assert report is error.report
    assert "2 problems in 2 files. Nothing was built." == str(error)


@pytest.mark.parametrize(
    ("number", "words", "phrase"),
    [
        (0, ("file",), "0 files"),
        (1, ("file",), "1 file"),
        (2, ("file",), "2 files"),
        (12345, ("file",), "12,345 files"),
        (1, ("testimony", "testimonies"), "1 testimony"),
        (2, ("testimony", "testimonies"), "2 testimonies"),
    ],
)
def test_a_number_stands_with_its_noun(number, words, phrase):
    assert phrase == counted(number, *words)


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("titel", "title"),
        ("sumary", "summary"),
        ("tittle", "title"),
        ("Status", "status"),
        ("published_on", None),
        ("", None),
        ("عنوان", None),
    ],
)
def test_the_nearest_known_word_is_found_for_a_misspelt_one(typed, known):
    assert known == nearest(typed, ["title", "summary", "status", "date"])


def test_the_nearest_word_does_not_depend_on_the_order_of_the_known_ones():
    for known in permutations(["abc", "abd", "abe"]):
        assert nearest("ab", ["abc", "abd", "abe"]) == nearest("ab", known)


@pytest.mark.parametrize(
    ("word", "known", "sentence"),
    [
        ("drafft", ["draft", "published"], 'Did you mean "draft"?'),
        ("live", ["published", "draft"], "Known here: draft, published."),
        ("x", [], "None is known here yet."),
        (
            "x",
            [f"word-{number:02}" for number in range(20)],
            f"Known here: {', '.join(f'word-{n:02}' for n in range(20))}.",
        ),
        ("x", [f"word-{number:02}" for number in range(21)], "21 are known here, and none is like it."),
    ],
)
def test_a_sentence_proposes_the_nearest_word_or_lists_a_few(word, known, sentence):
    assert sentence == did_you_mean(word, known)


def test_a_problem_is_one_line_whatever_was_typed():
    """
    A second line could pass for a command of the machine that builds the site.
    """
    typed = 'status: "x\n::error::\r\x1b[31my\u2028z" is unknown here'

    assert 1 == len(str(make_problem(what=typed, todo="Write\nanother.")).splitlines())
