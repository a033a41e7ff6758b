"""
Whatever breaks is told with its place, in a line.
"""

import pytest

from plugins.live.faults import problem_in, problems_of
from plugins.problems import ContentError, Problem, Report, SettingsError, Severity
from tests.make import make_files

WRONG = Problem("content/a.md", 5, 8, "it is wrong", "Mend it.")


@pytest.fixture
def root(tmp_path):
    return make_files(tmp_path / "site", {"pelicanconf.py": "", "theme/templates/a.html": "x", "plugins/a.py": "x"})


def test_what_is_only_told_does_not_lie_over_the_page(root):
    warning = Problem("content/a.md", 1, 1, "it is long", "Make it short.", Severity.WARNING)

    assert (WRONG,) == problems_of(ContentError(Report([warning, WRONG])), root, root / "pelicanconf.py")


@pytest.mark.parametrize(
    ("said", "path", "what"),
    [
        ("theme/templates: it cannot be read.", "theme/templates", "it cannot be read"),
        ("SITEURL is missing: give it", "pelicanconf.py", "SITEURL is missing: give it"),
        ("it is missing.", "pelicanconf.py", "it is missing"),
    ],
)
def test_a_setting_is_told_at_the_path_it_is_about(root, said, path, what):
    (problem,) = problems_of(SettingsError(said), root, root / "pelicanconf.py")

    assert (path, what) == (problem.path, problem.what)


def test_a_slip_in_a_template_is_told_at_its_line(root):
    from jinja2 import TemplateSyntaxError

    error = TemplateSyntaxError("unexpected end", 12, "a.html", str(root / "theme/templates/a.html"))
    (problem,) = problems_of(error, root, root / "pelicanconf.py")

    assert ("theme/templates/a.html", 12) == (problem.path, problem.line)
    assert problem.what.startswith("TemplateSyntaxError: unexpected end")


def test_a_slip_in_a_plugin_is_told_at_the_line_of_ours_where_it_broke(root):
    said = (
        "Traceback (most recent call last):\n"
        f'  File "{root / "pelicanconf.py"}", line 3, in <module>\n    import a\n'
        f'  File "{root / "plugins/a.py"}", line 7, in <module>\n    b()\n'
        '  File "/usr/lib/python3/json.py", line 9, in loads\n    c()\n'
        "NameError: name 'b' is not defined\n"
    )
    problem = problem_in(said, root, root / "pelicanconf.py")

    assert ("plugins/a.py", 7, "NameError: name 'b' is not defined") == (problem.path, problem.line, problem.what)


def test_a_sentence_that_ends_a_process_is_told_as_it_is(root):
    problem = problem_in("LANGUAGES.default is unknown.\n", root, root / "pelicanconf.py")

    assert ("pelicanconf.py", "LANGUAGES.default is unknown") == (problem.path, problem.what)


def test_a_process_that_ended_without_a_word_is_told_too(root):
    assert "it ended without a word" == problem_in("", root, root / "pelicanconf.py").what
