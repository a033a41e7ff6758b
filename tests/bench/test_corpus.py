"""
The corpus of the benchmark is a real one: it passes the gate, and it is the same each time.
"""

from datetime import date
from pathlib import Path

import pytest

from bench.approving import approve_all
from bench.corpus import Corpus
from plugins.build.gate import Content, open_library
from plugins.languages.settings import Languages
from plugins.languages.words import read_words
from plugins.library.settings import Build
from plugins.records.settings import Urls

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def corpora(tmp_path_factory):
    folders = [tmp_path_factory.mktemp("corpus") for _ in range(2)]
    for folder in folders:
        Corpus(ROOT / "content", folder, 60).write()
        approve_all(content_of(folder))
    return folders


def content_of(folder):
    languages = Languages(strings=ROOT / "theme" / "strings")
    return Content(
        folder=folder,
        shown="content",
        consents=folder / "consents",
        languages=languages,
        words=read_words(languages),
        build=Build(today=date(2026, 12, 1)),
        urls=Urls(),
        site_url="https://example.org",
    )


def test_it_passes_the_gate(corpora):
    library, report = open_library(content_of(corpora[0]))

    assert [] == report.errors
    assert 60 <= len(library.channel("site").records) <= 100


def test_it_is_the_same_each_time(corpora):
    first, second = (
        {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
        for folder in corpora
    )

    assert first == second
