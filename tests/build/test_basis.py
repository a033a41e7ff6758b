"""
While the basis of a plan stays the same, a file that shows nothing of the texts whose bodies changed is what it was.

If that were wrong anywhere, a reader would be shown what is no longer true, and no later build would notice.
"""

import shutil
import sys
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import pytest
from pelican.settings import read_settings

from plugins.build.basis import UNKNOWN, Basis, basis_of, sources
from plugins.build.running import collect
from plugins.embeds import outputs as embeds
from plugins.files import files_below
from plugins.live.project import Project
from plugins.offers import Offer, offering
from plugins.outputs import Channel
from tests.build.children import make_site
from tests.make import ROOT, make_gathered, make_library

MORE = "\nOne saucer more, in plain words.\n"
"""What is added to a body: it holds a word of the glossary."""

ONE_OF_EACH = [
    "actions/write-a-letter.md", "changes/safety.md", "explainers/counting-cups.md", "glossary/saucer.md", "groups/leeds.md",
    "pages/about.md", "pages/embed.md", "pages/feeds.md", "pages/home.md", "pages/how-change-happens.md",
    "principles/friendship.md", "stories/garden-gate.md", "stories/garden-gate.cy.md", "stories/two-cups.md",
]  # fmt: skip
"""A text of each type but testimonies, whose words people have approved, an original with a translation, each layout."""


class Planned:
    """A site as its files are planned, and the basis of that."""

    def __init__(self, project):
        edition = project.read(is_anew=True)
        self.basis = basis_of(edition.library, read_settings(str(project.settings_file)), edition.outputs.values())
        self.outputs = edition.outputs
        self.ids = {record.path: record.id for record in edition.library.channel(Channel.SITE).records}

    def keys(self):
        return {path: output.key for path, output in self.outputs.items()}


@pytest.fixture(scope="module", autouse=True)
def _settings_are_read_as_they_stand():
    """Python takes a file of the same size and second for the one that it compiled before."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "dont_write_bytecode", True)
        yield


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("basis") / "site"
    folder.mkdir()
    make_site(folder)
    return Project(folder / "smallconf.py", "https://small.example/base")


@pytest.fixture(scope="module")
def before(project):
    planned = Planned(project)
    planned.keys()
    return planned


@contextmanager
def edited(path, edit):
    words = path.read_text("utf-8")
    changed = edit(words)
    assert changed != words, path
    path.write_text(changed, "utf-8")
    try:
        yield
    finally:
        path.write_text(words, "utf-8")


@pytest.mark.parametrize("text", ONE_OF_EACH)
def test_where_only_a_body_changed_only_files_that_carry_its_text_have(project, before, text):
    """
    Everything is planned anew here and compared: a file may hang on the body of no text that it does not carry.
    """
    path = project.root / "content" / text
    with edited(path, lambda words: words + MORE):
        after = Planned(project)
        own = next(record_id for shown, record_id in after.ids.items() if shown.endswith(f"content/{text}"))
        keys = after.keys()

    assert frozenset({own}) == after.basis.changed_since(before.basis)
    assert before.outputs.keys() == after.outputs.keys()
    changed = {path for path, key in before.keys().items() if key != keys[path]}
    assert changed
    assert [] == [path for path in changed if own not in before.outputs[path].carries]
    assert [] == [path for path in changed if not before.outputs[path].shows_bodies]


ELSEWHERE = {
    "title of a text": ("content/stories/two-cups.md", lambda words: words.replace("title: ", "title: Another ", 1)),
    "link in a body": ("content/stories/two-cups.md", lambda words: f"{words}\nSee [this](record:garden-gate).\n"),
    "end of a consent": (
        "content/consents/c-aamp01.yml", lambda words: words.replace("expires_on: 20", "expires_on: 21"),
    ),
    "title of a topic": ("content/topics.yml", lambda words: words.replace("title: {en: ", "title: {en: Another ", 1)),
    "value of a fact": ("content/facts/tests.yml", lambda words: words.replace("No text states", "No other text states")),
    "side file of a picture": ("content/pictures/two-squares.yml", lambda words: words.replace("credit: ", "credit: A ")),
    "word of the interface": ("theme/strings/en.toml", lambda words: words.replace(' = "', ' = "Other ', 1)),
    "template": ("theme/templates/story.html", lambda words: f"{words}<p>more</p>\n"),
    "style sheet": ("theme/css/site.css", lambda words: f"{words}\nbody {{ color: red }}\n"),
    "setting": ("smallconf.py", lambda words: words.replace("per_page=2", "per_page=3")),
    "feature": ("smallconf.py", lambda words: words.replace("LEFT_OUT = []", "LEFT_OUT = [sitemap]")),
    "day": ("smallconf.py", lambda words: words.replace("2026, 11, 23", "2026, 11, 24")),
}  # fmt: skip


@pytest.mark.parametrize("what", ELSEWHERE)
def test_whatever_else_changes_nothing_is_known_without_planning_anew(project, before, what):
    name, edit = ELSEWHERE[what]
    with edited(project.root / name, edit):
        after = Planned(project).basis

    assert after.digest
    assert after.changed_since(before.basis) is None


def test_what_stands_in_no_folder_of_the_site_is_told_by_the_files_that_are_at_hand(
    project, before, tmp_path, monkeypatch
):
    """
    As the plugin for WordPress, which is no Python, and style sheets that others import from elsewhere.
    """
    shutil.copytree(embeds.WORDPRESS, tmp_path / "wordpress")
    monkeypatch.setattr(embeds, "WORDPRESS", tmp_path / "wordpress")
    assert frozenset() == Planned(project).basis.changed_since(before.basis)

    with edited(next(tmp_path.rglob("*.php")), lambda words: f"{words}// more\n"):
        assert None is Planned(project).basis.changed_since(before.basis)


def test_folders_to_which_links_lead_are_of_the_theme(tmp_path):
    """
    Templates are found through links, so that what an edit of them changes must be known.
    """
    for name in ("theme/templates", "shared/card"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "theme" / "templates" / "story.html").touch()
    (tmp_path / "shared" / "card" / "card.html").touch()
    (tmp_path / "theme" / "components").symlink_to("../shared")
    (tmp_path / "theme" / "gone").symlink_to("nowhere")
    (tmp_path / "shared" / "circle").symlink_to("../theme")

    found = [f"theme/{name}" for name, _ in files_below(tmp_path / "theme")]

    assert ["theme/components/card/card.html", "theme/templates/story.html"] == found


def test_a_feature_from_elsewhere_is_told_of_with_all_of_its_package(tmp_path, monkeypatch):
    """
    Whether the build was begun by our command, which knows the module, or by Pelican, which leaves its name.
    """
    (tmp_path / "feature_of_tests").mkdir()
    for name in ("__init__.py", "plugin.py", "outputs.py"):
        (tmp_path / "feature_of_tests" / name).write_text(f"# {name}")
    (tmp_path / "lonely_feature.py").write_text("# lonely")
    (tmp_path / "other.py").write_text("# not a part of it")
    (tmp_path / "theme").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    features = [import_module(name) for name in ("feature_of_tests.plugin", "lonely_feature")]
    for plugins in (features, [feature.__name__ for feature in features]):
        told = list(sources({"THEME": tmp_path / "theme", "PLUGINS": plugins}))
        assert [b"# __init__.py", b"# outputs.py", b"# plugin.py", b"# lonely"] == told
    for feature in features:
        monkeypatch.delitem(sys.modules, feature.__name__)


def test_how_many_processes_work_and_a_secret_shape_nothing(project, before):
    """
    Else the state that a workflow keeps would be worth nothing on a machine with more processors.
    """
    more = "\nMACHINE = replace(MACHINE, workers=7)\nGUARD = replace(GUARD, passphrase='another')\n"
    with edited(project.settings_file, lambda words: words + more):
        settings = read_settings(str(project.settings_file))
        edition = project.read()

    assert frozenset() == basis_of(edition.library, settings, edition.outputs.values()).changed_since(before.basis)


def test_where_it_is_not_known_what_texts_hold_nothing_is_known(project):
    """
    As where faulty texts were set aside.
    """
    assert UNKNOWN == basis_of(make_library(), {})
    assert "" == make_gathered().basis
    assert Basis().changed_since(Basis()) is None


OPENED: list[str] = []
"""What is opened while somebody listens."""

LISTENING = []


def listen(event, arguments):
    if LISTENING and event == "open" and isinstance(arguments[0], str):
        OPENED.append(arguments[0])


def test_files_are_made_of_nothing_that_the_basis_does_not_tell_of(project):
    """
    Whatever is opened to plan and to make all files is of the theme, of the software, or was told of when it was read.
    """
    edition = project.read(is_anew=True)
    offer = Offer(read_settings(str(project.settings_file)))
    offering.send(offer.settings, offer=offer)
    sys.addaudithook(listen)
    OPENED.clear()
    LISTENING.append(True)
    try:
        for output in collect(edition.library, offer):
            output.make_bytes()
    finally:
        LISTENING.clear()
    own = [project.root / name for name in ("theme", "content/pictures", "content/audio")]
    known = [*own, ROOT / "plugins", Path(sys.prefix), Path(sys.base_prefix)]

    assert all(any(Path(path).is_relative_to(folder) for path in OPENED) for folder in own)
    assert [] == [path for path in OPENED if not any(Path(path).is_relative_to(folder) for folder in known)]
