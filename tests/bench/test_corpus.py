"""
The corpus of the benchmark is a real one: it passes the gate without a word, and it is the same each time.
"""

from datetime import date
from pathlib import Path

import pytest

from bench.approving import approve_all
from bench.corpus import Corpus
from bench.vocabulary import Vocabulary
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
        Corpus(ROOT / "content", folder, 60, with_pictures=True).write()
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


@pytest.fixture(scope="module")
def opened(corpora):
    return open_library(content_of(corpora[0]))


def test_it_passes_the_gate_without_a_warning(opened):
    library, report = opened

    assert [] == [*report.errors, *report.warnings]
    assert 60 <= len(library.channel("site").records) <= 130


def test_it_holds_what_the_site_is_about(opened):
    """
    Every type, several languages, consents, pictures, figures, claims, charts and quotes: what costs time elsewhere.
    """
    library, _ = opened
    records = library.channel("site").records

    assert {
        "story",
        "testimony",
        "explainer",
        "action",
        "group",
        "principle",
        "change",
        "technique",
        "term",
        "page",
    } == {record.type for record in records}
    assert {"en", "cy", "ar"} == {record.lang for record in records}
    assert any(record.front.picture for record in records if record.type == "testimony")
    for marks in ("links", "facts", "charts", "claims"):
        assert any(getattr(record.body, marks) for record in records), marks


def test_it_is_the_same_each_time(corpora):
    first, second = (
        {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
        for folder in corpora
    )

    assert first == second


@pytest.mark.parametrize("word", ["aged", "old", "children", "seven", "hotel", "street", "data", "migrant"])
def test_its_words_are_none_that_checks_look_for(word):
    """
    Else one text in some thousands would be refused, or warned of, for words that stand together by chance.
    """
    vocabulary = Vocabulary(ROOT / "content")

    assert word not in vocabulary.common
    assert len(vocabulary.common) > 800


def test_the_words_of_myths_are_kept_for_them():
    vocabulary = Vocabulary(ROOT / "content")

    assert set() == set(vocabulary.common) & set(vocabulary.kept_back)
    assert len(vocabulary.kept_back) > 80
