"""
The site in memory: what was read well stays, what is wrong is told, and nothing is made that nobody looks at.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from plugins.live.project import Allowances, Edition
from plugins.live.site import LiveSite, Unmade
from plugins.offers import Offer
from plugins.outputs import Channel, Facet, Output
from plugins.problems import ContentError, Problem, Report, SettingsError
from tests.make import TODAY, make_consent, make_library, make_story, make_testimony

WRONG = Problem("content/a.md", 5, 8, "scale: it is unknown", "Mend it.")


@dataclass
class Drawn:
    """A renderer that remembers what it has drawn."""

    digest: str = "drawn"
    views: list = field(default_factory=list)

    def __call__(self, view):
        self.views.append(view)
        if view == "broken":
            raise ValueError("no such thing")
        return view.encode()


def view_of(words):
    return words


@dataclass
class Words:
    """A proof that finds a word, and remembers how often it has looked."""

    word: str
    looks: int = 0

    @property
    def digest(self):
        return f"words {self.word}"

    def __call__(self, finished):
        self.looks += 1
        return [f'it says "{self.word}"'] if self.word.encode() in finished.content else []


@dataclass
class Project:
    """What a site is read from, as a test wants it; an error is raised in its place."""

    settings_file: Path = Path("/site/pelicanconf.py")
    root: Path = Path("/site")
    next: object = None
    allowed: Allowances = field(default_factory=Allowances)

    def read(self, is_anew=False):
        if isinstance(self.next, BaseException):
            raise self.next
        return self.next

    def allowances(self):
        return self.allowed


@pytest.fixture
def project():
    return Project()


@pytest.fixture
def site(project):
    return LiveSite(project)


@pytest.fixture
def drawn():
    return Drawn()


@pytest.fixture
def edition(drawn):
    """Makes what a good reading gives: pages with some words, and what looks at them."""

    def make(words, library=None, proofs=(), carries=(), renderer=None):
        outputs = {
            path: Output(path, Channel.SITE, (Facet.of(own),), view_of, renderer or drawn, carries)
            for path, own in words.items()
        }
        offer = Offer({}, proofs=[lambda library, paths, own=own: own for own in proofs])
        return Edition(library or make_library(make_story()), outputs, offer, Report())

    return make


def read(site, project, given):
    """Let a site read what a project gives."""
    project.next = given
    return site.refresh()


def find(site, path):
    """What the site shows at a path."""
    return site.find(site.standing, path)


def test_a_page_is_made_when_somebody_looks_and_once_while_it_stays_the_same(site, project, edition, drawn):
    read(site, project, edition({"a.html": "A", "b.html": "B"}))
    assert [] == drawn.views

    assert (b"A", b"A") == (find(site, "a.html"), find(site, "a.html"))
    read(site, project, edition({"a.html": "A", "b.html": "B"}))
    assert b"A" == find(site, "a.html")
    assert ["A"] == drawn.views

    read(site, project, edition({"a.html": "Z"}))
    assert b"Z" == find(site, "a.html")


def test_what_left_the_site_is_there_no_more(site, project, edition):
    read(site, project, edition({"a.html": "A", "b.html": "B"}))
    find(site, "b.html")
    read(site, project, edition({"a.html": "A"}))

    assert find(site, "b.html") is None


def test_an_answer_to_an_earlier_moment_leaves_nothing_old_behind(site, project, edition):
    """
    Whoever asked before a save is answered after it, and the next one gets what is there now.
    """
    earlier = read(site, project, edition({"a.html": "A"}))
    read(site, project, edition({"a.html": "Z"}))

    assert (b"A", b"Z") == (site.find(earlier, "a.html"), find(site, "a.html"))


def test_a_broken_text_leaves_everything_as_it_was_and_is_told(site, project, edition):
    read(site, project, edition({"a.html": "A"}))
    stamp = site.standing.stamp("a.html")
    read(site, project, ContentError(Report([WRONG])))

    assert b"A" == find(site, "a.html")
    assert {
        "number": 2,
        "hasChanged": False,
        "problems": [{"place": "content/a.md:5:8", "what": "scale: it is unknown.", "todo": "Mend it."}],
        "more": 0,
        "state": "",
    } == site.news("a.html", stamp)

    read(site, project, edition({"a.html": "A"}))
    assert [] == site.news("a.html", stamp)["problems"]


def test_only_a_page_that_shows_something_else_is_loaded_again(site, project, edition):
    read(site, project, edition({"a.html": "A", "b.html": "B", "404.html": "C"}))
    stamps = {path: site.standing.stamp(path) for path in ("a.html", "b.html", "new.html")}
    read(site, project, edition({"a.html": "Z", "b.html": "B", "404.html": "C", "new.html": "N"}))

    assert {"a.html": True, "b.html": False, "new.html": True} == {
        path: site.news(path, stamp)["hasChanged"] for path, stamp in stamps.items()
    }


def test_a_page_that_other_software_made_is_loaded_again(site, project, edition):
    """
    Its key says what it was made of, and not by which lines of ours.
    """
    read(site, project, replace(edition({"a.html": "A"}), software="before"))
    stamp = site.standing.stamp("a.html")
    read(site, project, replace(edition({"a.html": "A"}), software="after"))

    assert site.news("a.html", stamp)["hasChanged"]


def test_where_nothing_could_be_read_yet_the_problems_are_shown(site, project, edition):
    read(site, project, ContentError(Report([WRONG])))
    with pytest.raises(Unmade) as error:
        find(site, "a.html")
    stamp = site.standing.stamp("a.html")

    assert (WRONG,) == error.value.problems
    assert not site.news("a.html", stamp)["hasChanged"]
    assert not site.news("a.html", "the key of an earlier run")["hasChanged"]

    read(site, project, edition({"a.html": "A"}))
    assert site.news("a.html", stamp)["hasChanged"]


@pytest.mark.parametrize(
    ("error", "place", "what"),
    [
        (
            SettingsError("PAGES.per_page: it must be a number"),
            "pelicanconf.py:1:1",
            "PAGES.per_page: it must be a number.",
        ),
        (SettingsError("there is no folder x."), "pelicanconf.py:1:1", "there is no folder x."),
        (ZeroDivisionError("division by zero"), None, "ZeroDivisionError: division by zero."),
    ],
)
def test_whatever_goes_wrong_is_told_and_nothing_falls_over(site, project, edition, error, place, what):
    read(site, project, edition({"a.html": "A"}))
    read(site, project, error)
    (problem,) = site.news("a.html", "")["problems"]

    assert what == problem["what"]
    assert place in (None, problem["place"])
    assert b"A" == find(site, "a.html")


def test_a_page_that_cannot_be_drawn_tells_where_it_broke(site, project, edition):
    read(site, project, edition({"a.html": "broken", "b.html": "B"}))
    with pytest.raises(Unmade) as error:
        find(site, "a.html")
    (problem,) = error.value.problems

    assert "ValueError: no such thing" == problem.what
    assert problem.path.endswith("tests/live/test_site.py")
    assert b"B" == find(site, "b.html")


def test_a_proof_looks_at_what_is_shown_and_is_heard_over_that_page(site, project, edition):
    read(site, project, edition({"a.html": "a myth", "b.html": "B"}, proofs=[Words("myth")]))
    find(site, "a.html")

    assert ['it says "myth"'] == [problem.what for problem in site.prove("a.html")]
    assert ["output/a.html:1:1"] == [own["place"] for own in site.news("a.html", "")["problems"]]
    assert [] == site.news("b.html", "")["problems"]


def test_a_proof_looks_again_only_when_it_might_find_something_else(site, project, edition):
    words, myth = {"a.html": "a myth"}, Words("myth")
    for _ in range(2):
        read(site, project, edition(words, proofs=[myth]))
        site.prove("a.html")
    assert 1 == myth.looks

    read(site, project, edition(words, proofs=[Words("truth")]))
    assert () == site.prove("a.html")
    assert [] == site.news("a.html", "")["problems"]


def test_words_that_were_taken_back_are_shown_no_more_even_while_a_text_is_broken(site, project, edition):
    """
    What stays is what may stay.
    """
    testimony = make_testimony(slug="the-lamp")
    consent = make_consent(testimony)
    library = make_library(testimony, consents=[consent])
    read(site, project, edition({"a.html": "A", "b.html": "B"}, library, carries=(testimony.id,)))
    assert b"A" == find(site, "a.html")
    stamp = site.standing.stamp("a.html")

    project.allowed = Allowances((make_consent(testimony, status="paused"),), TODAY)
    read(site, project, ContentError(Report([WRONG])))

    with pytest.raises(Unmade):
        find(site, "a.html")
    assert site.news("a.html", stamp)["hasChanged"]


def test_a_draft_testimony_stays_while_a_text_is_broken(site, project, edition):
    """
    It is shown to its editor before its consent allows anything.
    """
    testimony = make_testimony(slug="the-lamp", status="draft")
    library = make_library(testimony, consents=[make_consent(testimony, status="paused")], drafts=True)
    read(site, project, edition({"a.html": "A"}, library, carries=(testimony.id,)))
    project.allowed = Allowances((make_consent(testimony, status="paused"),), TODAY)
    read(site, project, ContentError(Report([WRONG])))

    assert b"A" == find(site, "a.html")


def test_software_that_cannot_be_loaded_is_told_until_the_process_ends(site, project, edition):
    read(site, project, edition({"a.html": "A"}))
    slip = Problem("plugins/a.py", 3, 1, "SyntaxError: invalid syntax", "Mend it.")
    site.refuse_software(slip)
    read(site, project, ContentError(Report([WRONG])))
    assert (slip, WRONG) == site.standing.problems

    site.refuse_software(slip)
    assert (slip, WRONG) == site.standing.problems
    read(site, project, edition({"a.html": "A"}))
    assert (slip,) == site.standing.problems


def test_a_page_says_why_nobody_else_sees_it(site, project, edition):
    draft = make_story(slug="draft", status="draft")
    later = make_story(slug="later", date="2026-12-24")
    library = make_library(make_story(), draft, later, drafts=True)
    read(site, project, edition({}, library))

    assert {"draft": "draft", "later": "waits for 2026-12-24", "a-story": ""} == {
        slug: site.news(f"stories/{slug}/index.html", "")["state"] for slug in ("draft", "later", "a-story")
    }


def test_more_problems_than_one_can_read_are_counted(site, project):
    problems = [Problem("content/a.md", line, 1, "it is wrong", "Mend it.") for line in range(1, 61)]
    read(site, project, ContentError(Report(problems)))
    news = site.news("a.html", "")

    assert (50, 10) == (len(news["problems"]), news["more"])
