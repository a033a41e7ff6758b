"""
What is wrong is told in plain lines, or as annotations that a workflow puts beside them.
"""

import pytest

from plugins.desk.check import annotation, tell
from plugins.problems import Problem, Report, Severity


def make_problem(**changes):
    return Problem(
        **{"path": "content/a.md", "line": 3, "column": 7, "what": "it is wrong", "todo": "Mend it."} | changes
    )


def test_a_problem_is_an_annotation_at_its_place():
    assert "::error file=content/a.md,line=3,col=7::it is wrong. Mend it." == annotation(make_problem())


def test_a_warning_is_one():
    assert annotation(make_problem(severity=Severity.WARNING)).startswith("::warning file=content/a.md,")


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"what": "100% wrong"}, "::error file=content/a.md,line=3,col=7::100%25 wrong. Mend it."),
        ({"what": "a\nb\rc"}, "::error file=content/a.md,line=3,col=7::a%0Ab%0Dc. Mend it."),
        (
            {"what": "x\n::set-env name=A::b"},
            "::error file=content/a.md,line=3,col=7::x%0A::set-env name=A::b. Mend it.",
        ),
        ({"path": "a,line=1::x%.md"}, "::error file=a%2Cline=1%3A%3Ax%25.md,line=3,col=7::it is wrong. Mend it."),
        ({"path": "a\nb.md"}, "::error file=a%0Ab.md,line=3,col=7::it is wrong. Mend it."),
        ({"todo": "Write %0A."}, "::error file=content/a.md,line=3,col=7::it is wrong. Write %250A."),
    ],
)
def test_nothing_that_was_typed_can_give_the_workflow_a_command(changes, line):
    assert line == annotation(make_problem(**changes))


def test_people_are_told_beside_the_output_and_workflows_in_it(capsys):
    report = Report([make_problem(), make_problem(line=1)])
    tell(report, "text")
    assert (
        "",
        "content/a.md:1:7: it is wrong. Mend it.\ncontent/a.md:3:7: it is wrong. Mend it.\n",
    ) == capsys.readouterr()[:2]
    tell(report, "github")
    told = capsys.readouterr()
    assert ["::error file=content/a.md,line=1", "::error file=content/a.md,line=3"] == [
        line.split(",col")[0] for line in told.out.splitlines()
    ]
    assert "" == told.err
