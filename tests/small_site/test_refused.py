"""
What an editor is told of texts that are wrong: every file in refused/ says at its end what is expected of it.
"""

import re
import shutil
from pathlib import Path

import pytest

from tests.small_site.site import HERE, Site, copy_site, load_run

REFUSED = HERE / "refused"
FILES = sorted(path.relative_to(REFUSED).as_posix() for path in REFUSED.rglob("*") if path.is_file())
LINE = re.compile(r"content/(?P<path>[^:]+):(?P<line>[0-9]+):(?P<column>[0-9]+): (?P<message>.+\..*)")
FRESH_ID = re.compile(r"(?<=Add the line: id: )[0-9a-hjkmnp-tv-z]{10}$")


def expected_of(name):
    """The lines in the closing comment of a file: line, column and message."""
    text = (REFUSED / name).read_bytes().decode("utf-8", "replace")
    comment = re.search(r"<!-- expect:\n(.*?)^-->\n\Z", text, re.DOTALL | re.MULTILINE)
    if not comment:
        comment = re.search(r"# expect:\n((?:# .*\n)*)\Z", text)
    assert comment, f"{name} does not end with what is expected of it"
    return [line.removeprefix("# ") for line in comment[1].splitlines() if line]


@pytest.fixture(scope="session")
def refused(build_once):
    """The run that is stopped by all these files together, on a terminal of forty columns."""

    def build(folder: Path):
        site: Site = copy_site(folder)
        shutil.copytree(REFUSED, site.content, dirs_exist_ok=True)
        return site.build(COLUMNS="40", FORCE_COLOR="1")

    folder = build_once("refused-site", build)
    return Site(folder), load_run(folder)


@pytest.fixture(scope="session")
def told(refused):
    """The lines of that run without the closing one; ids that are new in each run are left out."""
    _, run = refused
    return [FRESH_ID.sub("?" * 10, line) for line in run.err.splitlines()[:-1] if ": warning: " not in line]


@pytest.mark.parametrize("name", FILES)
def test_each_mistake_is_told_at_its_place(told, name):
    """
    A text that is wrong is refused with the messages it expects, each at its line and column.
    """
    expected = expected_of(name)

    assert expected == [line.removeprefix(f"content/{name}:") for line in told if line.startswith(f"content/{name}:")]


def test_nothing_else_is_told(told):
    """
    No line is without a place, none is wrapped, and none is about a text that is right.
    """
    found = [LINE.fullmatch(line) for line in told]

    assert [] == [line for line, match in zip(told, found, strict=True) if not match]
    assert [] == [match["path"] for match in found if match["path"] not in FILES]
    assert sum(len(expected_of(name)) for name in FILES) == len(told)


def test_mistakes_are_told_in_order(told):
    """
    All mistakes of all texts are told at once, sorted by file, line and column.
    """
    places = [(match["path"], int(match["line"]), int(match["column"])) for match in map(LINE.fullmatch, told)]

    assert sorted(places) == places


def test_run_ends_with_the_count_and_builds_nothing(refused):
    """
    The last line counts the mistakes and the files, and says that nothing was built; and nothing was.
    """
    site, run = refused
    wrong = [name for name in FILES if expected_of(name)]
    count = sum(len(expected_of(name)) for name in FILES)

    assert f"{count} problems in {len(wrong)} files. Nothing was built." == run.err.splitlines()[-1]
    assert {".cache", "content", "smallconf.py", "run.json"} == {path.name for path in site.folder.iterdir()}


def test_run_fails_in_plain_words(refused):
    """
    The exit status is 1, and nobody sees a traceback, the name of a class or a colour code.
    """
    _, run = refused

    assert 1 == run.status
    assert "" == run.out
    assert [] == [word for word in ("Traceback", "Error:", "CRITICAL", "pydantic", "\x1b", "None") if word in run.err]


def test_fresh_ids_are_offered(refused):
    """
    Where an id is missing, one is offered that can be pasted, another for each text.
    """
    _, run = refused
    offered = re.findall(r"Add the line: id: ([0-9a-hjkmnp-tv-z]{10})$", run.err, re.MULTILINE)

    assert 2 == len(set(offered))


def test_every_kind_of_text_is_refused_somewhere():
    """
    The bad texts cover every folder of texts, consents and facts.
    """
    folders = {name.rpartition("/")[0] for name in FILES if expected_of(name)}
    wanted = {path.name for path in (HERE / "content").iterdir() if path.is_dir()} - {"changes", "audio"}

    assert wanted <= folders


def test_text_outside_the_folder_is_refused(site, tmp_path):
    """
    A link to a file outside the content folder is refused: what is published must have been in the repository.
    """
    (tmp_path / "secret.md").write_text((site.content / "stories/two-cups.md").read_text("utf-8"))
    (site.content / "stories/secret.md").symlink_to(tmp_path / "secret.md")
    run = site.build()

    assert 1 == run.status
    assert "\ncontent/stories/secret.md:1:1: this is a link that leaves the folder. " in run.err
    assert not site.output.exists()


@pytest.mark.parametrize("name", ["topics.yml", "places.yml"])
def test_missing_list_of_terms_is_told(site, name):
    """
    Without the file of topics or places nothing is built, and the first line says which file is missing.
    """
    (site.content / name).unlink()
    run = site.build()

    assert 1 == run.status
    assert f"content/{name}:1:1: this file is missing. Bring it back from an earlier version." in run.err
    assert run.err.endswith("Nothing was built.\n")
