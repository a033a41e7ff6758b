"""
A preview reads one text again where that is enough, and shows what it would show if it had read all.
"""

import sys
from contextlib import contextmanager

import pytest

from plugins.live.project import Project
from plugins.live.rereading import is_passing
from plugins.live.site import LiveSite
from tests.build.children import make_site
from tests.build.test_basis import MORE, ONE_OF_EACH

ADDRESS = "https://small.example/base"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rereading") / "site"
    folder.mkdir()
    make_site(folder)
    return folder


@pytest.fixture(scope="module", autouse=True)
def _settings_are_read_as_they_stand():
    """Python takes a file of the same size and second for the one that it compiled before."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "dont_write_bytecode", True)
        yield


@contextmanager
def edited(*paths, edit):
    before = {path: path.read_bytes() for path in paths}
    for path, raw in before.items():
        path.write_bytes(edit(raw.decode()).encode())
    try:
        yield
    finally:
        for path, raw in before.items():
            path.write_bytes(raw)


def project_of(folder):
    return Project(folder / "smallconf.py", ADDRESS)


def more(words):
    return words + MORE


@pytest.fixture
def read(folder):
    """A project that was read, and its edition."""
    project = project_of(folder)
    return project, project.read()


def test_texts_of_every_type_are_read_again_as_if_all_were(folder, read):
    """
    One after the other, so that nothing of an earlier one may be left; every file is compared.
    """
    project, edition = read
    warned = {problem.path.partition("content/")[2] for problem in edition.report}
    assert warned & set(ONE_OF_EACH)
    for text in (own for own in ONE_OF_EACH if own not in warned):
        path = folder / "content" / text
        with edited(path, edit=more):
            edition = project.reread(edition, {path})
            assert 1 == edition.texts, text
            wanted = project_of(folder).read().outputs
            assert {name: output.key for name, output in wanted.items()} == {
                name: output.key for name, output in edition.outputs.items()
            }
            own = [name for name, output in wanted.items() if "saucer" in name or "cups" in name]
            assert own
            assert [] == [name for name in own if wanted[name].make_bytes() != edition.outputs[name].make_bytes()]
        edition = project.reread(edition, {path})
        assert edition


def test_several_texts_are_read_again_together_and_passing_files_are_left_alone(folder, read):
    project, edition = read
    paths = [folder / "content" / name for name in ("stories/two-cups.md", "explainers/counting-cups.md")]
    with edited(*paths, edit=more):
        found = project.reread(edition, {*paths, folder / "content/stories/.two-cups.md.swp", folder / "content/4913"})
        wanted = project_of(folder).read().outputs

    assert {name: output.key for name, output in wanted.items()} == {
        name: output.key for name, output in found.outputs.items()
    }


ALL_AGAIN = {
    "title": ("stories/two-cups.md", lambda words: words.replace("title: ", "title: Another ", 1)),
    "link": ("stories/two-cups.md", lambda words: f"{words}\nSee [this](record:garden-gate).\n"),
    "mistake in the front matter": ("stories/two-cups.md", lambda words: words.replace("date: ", "date: x", 1)),
    "mistake in the body": ("stories/two-cups.md", lambda words: f"{words}\n{{fact:F-none-001}}\n"),
    "personal data": ("stories/two-cups.md", lambda words: f"{words}\nWrite to someone@example.com today.\n"),
    "words of a testimony": ("testimonies/the-lamp.md", more),
    "list of topics": ("topics.yml", lambda words: words.replace("title: {en: ", "title: {en: Another ", 1)),
}


def test_for_a_text_with_a_warning_all_is_read_again(folder, read):
    """
    It may be gone, or stand on another line.
    """
    project, edition = read
    path = folder / edition.report.warnings[0].path.partition("/site/")[2]
    with edited(path, edit=more):
        assert project.reread(edition, {path}) is None


@pytest.mark.parametrize("what", ALL_AGAIN)
def test_where_more_has_changed_or_anything_is_wrong_all_is_read_again(folder, read, what):
    """
    Only then is it told with all that follows from it; the words that stood there are shown until it is.
    """
    project, edition = read
    name, edit = ALL_AGAIN[what]
    path, other = folder / "content" / name, folder / "content/pages/about.md"
    before = edition.outputs["about/index.html"].key
    with edited(path, edit=edit), edited(other, edit=more):
        assert project.reread(edition, {path, other}) is None
    assert before == edition.outputs["about/index.html"].key


def test_a_text_that_is_new_or_gone_has_all_read_again(folder, read):
    project, edition = read
    path, new = folder / "content/stories/two-cups.md", folder / "content/stories/new.md"
    kept = path.read_bytes()
    try:
        new.write_bytes(kept)
        assert project.reread(edition, {new}) is None
        new.unlink()
        path.unlink()
        assert project.reread(edition, {path}) is None
    finally:
        new.unlink(missing_ok=True)
        path.write_bytes(kept)


@pytest.mark.parametrize("name", ["stories", "consents"])
def test_a_folder_that_is_moved_away_has_all_read_again(folder, read, name):
    """
    Nothing else is told then: with the texts, or with the consents to them, words leave the preview.
    """
    project, edition = read
    path = folder / "content" / name
    path.rename(folder / "elsewhere")
    try:
        assert project.reread(edition, {path}) is None
    finally:
        (folder / "elsewhere").rename(path)


def test_on_another_day_all_is_read_again(folder, read):
    """
    A consent may have ended at midnight.
    """
    project, edition = read
    path = folder / "content/pages/about.md"
    with edited(path, edit=more), edited(project.settings_file, edit=lambda own: own.replace("11, 23", "11, 24")):
        assert project.reread(edition, {path}) is None


def test_while_anything_is_wrong_all_is_read_again(folder):
    """
    Else a problem would be shown for ever, or be gone before it was mended.
    """
    project = project_of(folder)
    site = LiveSite(project)
    path, other = folder / "content/pages/about.md", folder / "content/stories/two-cups.md"
    site.refresh()
    with edited(other, edit=lambda words: words.replace("date: ", "date: x", 1)):
        assert site.refresh(changed={other}).problems
        with edited(path, edit=more):
            assert site.refresh(changed={path}).problems
    assert not site.refresh(changed={path, other}).problems


def test_what_goes_wrong_while_a_text_is_read_again_is_told_and_ends_nothing(folder):
    """
    As where the settings cannot be read at this moment.
    """
    project = project_of(folder)
    site = LiveSite(project)
    path = folder / "content/pages/about.md"
    site.refresh()
    with edited(project.settings_file, edit=lambda words: words + "\n1 / 0\n"), edited(path, edit=more):
        assert site.refresh(changed={path}).problems
    assert not site.refresh(changed={path}).problems


def test_while_the_theme_cannot_be_read_no_text_is_read_alone(folder):
    """
    Its problem would be gone from the page before it was mended.
    """
    site = LiveSite(project_of(folder))
    path, template = folder / "content/pages/about.md", folder / "theme/templates/page.html"
    site.refresh()
    with edited(template, edit=lambda words: words + "{% if %}"):
        assert site.refresh(is_anew=True, changed={template}).problems
        with edited(path, edit=more):
            assert site.refresh(changed={path}).problems
    assert not site.refresh(is_anew=True, changed={template}).problems


def test_what_was_read_again_is_shown(folder):
    site = LiveSite(project_of(folder))
    path = folder / "content/pages/about.md"
    site.refresh()
    stamp = site.standing.stamp("about/index.html")
    with edited(path, edit=more):
        edition = site.standing.edition
        site.project.read = None  # it would be called if one text were not enough
        assert site.refresh(changed={path}).edition is not edition
        assert b"in plain words" in site.find(site.standing, "about/index.html")
        assert site.standing.has_changed("about/index.html", stamp)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("a.md", False), ("a.md~", True), (".a.md.swp", True), ("#a.md#", True), ("4913", True), ("a.jpg", False),
        ("a.tmp", True),
    ],
)  # fmt: skip
def test_files_that_programs_write_beside_the_one_they_save_are_known(tmp_path, name, is_one):
    assert is_one is is_passing(tmp_path / name)
