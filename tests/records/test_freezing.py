"""
What was read of files is remembered whole, or not at all.
"""

import marshal
import shutil
from datetime import date

import pytest

from plugins.build.memo import Memo
from plugins.charts.reading import read_charts
from plugins.consent.reading import TYPES, read_consents
from plugins.facts.reading import read_book
from plugins.prose.terms import read_prose_terms
from plugins.records.freezing import freeze, remembered, thaw
from tests.make import ROOT, make_consent

SMALL = ROOT / "tests/small_site/content"
TODAY = date(2026, 11, 23)


def charts(folder, remember):
    return read_charts(
        folder / "charts", "content/charts", read_book(folder / "facts", "f")[0], ("en", "cy", "ar"), remember
    )


READERS = {
    "facts": lambda folder, remember: read_book(folder / "facts", "content/facts", TODAY, remember),
    "consents": lambda folder, remember: read_consents(folder / "consents", "content/consents", remember),
    "terms.yml": lambda folder, remember: read_prose_terms(folder / "terms.yml", "content/terms.yml", remember),
    "charts": charts,
}


@pytest.fixture(params=sorted(READERS))
def what(request):
    return request.param


@pytest.fixture
def folder(tmp_path):
    for name in ("facts", "charts"):
        shutil.copytree(ROOT / "content" / name, tmp_path / name)
    shutil.copy(ROOT / "content/terms.yml", tmp_path)
    shutil.copytree(SMALL / "consents", tmp_path / "consents")
    return tmp_path


def first_file(folder, what):
    path = folder / what
    return path if path.is_file() else sorted(path.glob("*.yml"))[0]


def test_what_was_read_comes_back_as_it_was(folder, what):
    memo = Memo(None, "")
    read, problems = READERS[what](folder, memo)
    assert [] == problems
    news = marshal.loads(marshal.dumps(memo.news()))
    again = Memo(None, "")
    again.take(news)

    assert news
    assert (repr(read), []) == (repr(READERS[what](folder, again)[0]), READERS[what](folder, again)[1])
    assert {} == again.news()


def test_other_bytes_are_read_anew(folder, what):
    memo = Memo(None, "")
    READERS[what](folder, memo)
    memo.news()
    path = first_file(folder, what)
    path.write_text(path.read_text("utf-8") + "# A remark.\n", "utf-8")
    READERS[what](folder, memo)

    assert 1 == len(memo.news())


def test_what_is_wrong_is_told_each_time(folder, what):
    memo = Memo(None, "")
    path = first_file(folder, what)
    path.write_text(path.read_text("utf-8") + "\nodd: odd: odd\n", "utf-8")
    told = [READERS[what](folder, memo)[1] for _ in range(3)]

    assert told[0]
    assert told[0] == told[1] == told[2]


def test_a_file_that_is_no_chart_is_told_though_all_charts_are_known(folder):
    memo = Memo(None, "")
    assert [] == charts(folder, memo)[1]
    (folder / "charts" / "odd.txt").write_text("odd")

    assert 1 == len(charts(folder, memo)[1])


def test_a_fact_that_is_past_its_day_is_told_on_each_day_after_it(folder):
    memo = Memo(None, "")

    def told_on(day):
        return len(read_book(folder / "facts", "content/facts", day, memo)[1])

    late = date(2099, 1, 1)
    assert [0, 0] == [told_on(TODAY), told_on(TODAY)]
    assert told_on(late) == told_on(late) > 0
    assert 0 == told_on(TODAY)


def test_a_record_of_parts_dates_and_mappings_comes_back_as_it_was():
    consent = make_consent(
        taken_back={"translate-fr": "2026-11-01"}, public_name={"en": "Amal", "ar": "أمل"},
        approval={"fingerprint": {"en": "a"}, "date": "2026-10-02"},
    )  # fmt: skip
    plain = marshal.loads(marshal.dumps(freeze(consent, TYPES)))

    assert consent == thaw(plain, TYPES)
    assert consent.ends_on == thaw(plain, TYPES).ends_on


def test_what_nothing_was_wrong_with_is_read_once():
    memo, reads = Memo(None, ""), []

    def read():
        reads.append(1)
        return {"a": (1, 2.5, None, True)}, []

    assert [({"a": (1, 2.5, None, True)}, [])] * 3 == [remembered(memo, "a digest", (), read) for _ in range(3)]
    assert [1] == reads
