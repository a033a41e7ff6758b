"""
A build in which nothing changed starts soon: what it does not use is not even loaded.
"""

import shutil
import sys

from tests.small_site.site import run

NEVER = (
    "pelican",
    "docutils",
    "pygments",
    "rich",
    "argparse",
    "watchfiles",
    "feedgenerator",
    "http",
    "asyncio",
    "unittest",
)
"""What only Pelican, the preview and tests use."""

NOT_FOR_NOTHING = (
    "babel", "dateutil", "feedgen", "lightningcss", "markdown", "nh3", "phonenumbers", "pymdownx", "tomllib",
    "plugins.charts.drawing", "plugins.feeds.writing", "plugins.markup.body", "plugins.pages.texts", "plugins.prose.checking",
    "plugins.syndication.body",
)  # fmt: skip
"""What reads and checks texts, draws and writes them; it is loaded with the first that is new."""

PIXELS = "PIL"
"""What looks at pictures, in each build that has any."""


def loaded_by(site):
    """The modules that a build of a site loads which was built at the same place before."""
    first = site.build()
    assert 0 == first.status, first.err
    command = ("-X", "importtime", "-m", "plugins.build", "content", "-s", "smallconf.py", "--fatal", "errors")
    done = run(site.folder, sys.executable, *command)
    assert 0 == done.status, done.err
    assert " 0 written, " in done.out
    lines = (line for line in done.err.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip() for line in lines}


def test_what_an_unchanged_site_does_not_need_is_not_loaded(built_site):
    loaded = loaded_by(built_site)

    assert "plugins.build.gate" in loaded
    assert set() == loaded & {*NEVER, *NOT_FOR_NOTHING}
    assert PIXELS in loaded


def test_without_pictures_nothing_looks_at_pixels(site):
    shutil.rmtree(site.content / "pictures")
    for path in site.content.rglob("*.md"):
        lines = path.read_text("utf-8").splitlines(keepends=True)
        path.write_text("".join(own for own in lines if not own.startswith("picture:")), "utf-8")

    assert set() == loaded_by(site) & {*NEVER, *NOT_FOR_NOTHING, PIXELS}
