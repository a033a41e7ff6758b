"""
What the benchmark does to a site between two builds is what it says.
"""

from pathlib import Path

import pytest

from bench.product import FIGURE, make_site
from plugins.build.gate import open_library
from plugins.build.project import content_of
from plugins.desk.site import read_settings
from plugins.facts.figures import values_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def site(tmp_path):
    return make_site(ROOT, tmp_path / "site", 20, with_pictures=False)


def opened(site):
    library, report = open_library(content_of(read_settings(site.settings)))
    assert [] == [*report.errors, *report.warnings]
    return library


def files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def changed(before, after):
    return sorted(str(path) for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def test_each_edit_changes_what_it_names_and_leaves_a_site_that_can_be_built(site):
    first = min(path.name for path in (site.content / "stories").glob("*.md"))
    for edit, expected in (
        (site.edit_text, [f"stories/{first}"]),
        (site.edit_fact, ["facts/history.yml", "facts/numbers.yml"]),
        (site.edit_template, []),
        (site.check_out, []),
    ):
        for _ in range(2):
            before, theme = files(site.content), files(site.home / "theme")
            edit()

            assert expected == changed(before, files(site.content))
            assert (edit == site.edit_template) == (theme != files(site.home / "theme"))
            opened(site)


def test_a_fact_has_another_value_each_time(site):
    seen = [values_of(opened(site).facts.facts[FIGURE].claim)]
    for _ in range(3):
        site.edit_fact()
        seen.append(values_of(opened(site).facts.facts[FIGURE].claim))

    assert 4 == len(set(seen))


def test_nothing_is_kept_for_a_clean_build(site):
    for path in (site.output / "index.html", site.home / ".cache" / "bodies.json", site.home / ".output.staging" / "a"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", "utf-8")
    (site.home / ".output.manifest").write_text("", "utf-8")
    site.forget()

    assert ["benchconf.py", "content", "theme"] == sorted(
        path.name for path in site.home.iterdir() if path.name != "__pycache__"
    )
