"""
An edit of plain words loads nothing that they do not need, neither software nor texts.
"""

import os
import subprocess
import sys

import pytest

from bench.plain import make_texts
from bench.rivals.welcome.rival import Welcome
from tests.make import ROOT

TEXTS = 150
NOTED = """
import sys
from plugins.records.record import Record
load = Record.__getattr__
Record.__getattr__ = lambda own, name: (print(own.path, file=sys.stderr), load(own, name))[1]
from plugins.build import __main__ as command
command.main(sys.argv[1:])
"""
"""A build that says which texts it looks at."""

NOT_NEEDED = {"pydantic", "yaml", "markdown", "pymdownx", "babel", "lightningcss", "pelican", "phonenumbers", "PIL"}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    rival, home = Welcome(), tmp_path_factory.mktemp("plain") / "site"
    rival.settle(home, list(make_texts(ROOT / "content", TEXTS)))
    rival.run(home).measure()
    return rival.site_at(home)


def test_an_edit_of_plain_words_loads_what_draws_a_page_and_a_feed(site):
    site.edit_text()
    command = [sys.executable, "-X", "importtime", *site.run.command[1:]]
    done = subprocess.run(
        command, cwd=site.home, env={**os.environ, **site.run.environment}, capture_output=True, text=True, check=True
    )
    lines = (line for line in done.stderr.splitlines() if line.startswith("import time:"))
    loaded = {line.rpartition("|")[2].strip() for line in lines}

    assert " 0 written," not in done.stdout
    assert {"jinja2", "plugins.markup.body", "plugins.pages.texts"} <= loaded
    assert set() == NOT_NEEDED & loaded


def test_an_edit_of_plain_words_looks_at_the_texts_that_its_files_show(site):
    site.run.measure()
    site.edit_text()
    words = site.run.command[3:]
    done = subprocess.run(
        [sys.executable, "-c", NOTED, *words], cwd=site.home, env={**os.environ, **site.run.environment},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found = done.stderr.split()

    assert " 0 written," not in done.stdout
    assert "content/stories/text-1.md" in found
    assert len(set(found)) < TEXTS / 2
