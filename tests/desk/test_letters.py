"""
Letters to those who show our texts, what they answer, and what the person is told of it.
"""

import csv
from types import SimpleNamespace

import pytest

from plugins.build.project import content_of
from plugins.consent.writing import set_field
from plugins.desk.__main__ import main
from plugins.desk.notices import corrected_fact
from plugins.desk.reached import tell_of_others
from plugins.desk.site import read_settings
from plugins.desk.testimony import find_testimony
from plugins.embedders.model import METHODS
from plugins.facts.book import FactBook
from plugins.facts.history import Version
from plugins.records.settings import Urls
from tests.make import make_fact, make_files, make_gathered, make_source, make_story

REGISTER = """\
# Ours.
a-block:
  name: "A Block & Co"
  method: block
  shows: [feeds/all/]
  page: https://a.example/
  contact: info@a.example
  since: 2026-11-01

b-print:
  name: "B Print"
  method: print
  shows: [wnterc0at4, thesamp001, F-tests-001]
  contact: https://b.example/contact
  since: 2026-11-01

c-import:
  name: "C Import"
  method: import
  shows: [feeds/topic/friendship/]
  page: https://c.example/
  contact: info@c.example
  since: 2026-11-01
"""
CORRECTED = '  - {date: 2026-11-20, value: "Eight", reason: "One was <missed> & found", is_correction: yes}\n'


def open_desk(site, monkeypatch):
    make_files(site.content, {"embedders.yml": REGISTER})
    monkeypatch.chdir(site.folder)
    for name in ("ID", "FROM", "ANSWER"):
        monkeypatch.delenv(f"WELCOME_{name}", raising=False)
    return site


@pytest.fixture
def desk(site, monkeypatch):
    """A small site with a register, in the folder one is in."""
    return open_desk(site, monkeypatch)


@pytest.fixture
def built_desk(built_site, monkeypatch):
    """The same, built."""
    return open_desk(built_site, monkeypatch)


def run(command, **options):
    given = (part for name, value in options.items() for part in (f"--{name.rstrip('_')}", value))
    return main([command, *given, "--settings", "smallconf.py"])


def answer(sender, said, subject="C-DCAT01"):
    return run("answer", id=subject, from_=sender, answer=said)


def papers(site, subject):
    return {path.name: path.read_text("utf-8") for path in (site.folder / "papers/letters" / subject).glob("*")}


def change_consent(site, name, **fields):
    path = site.content / f"consents/{name}.yml"
    text = path.read_text("utf-8")
    for field, value in fields.items():
        text = set_field(text, field, value)
    path.write_text(text, "utf-8")


def told_in(site, consent):
    """What a person is told, in every language, English first."""
    settings = read_settings(site.folder / "smallconf.py")
    found = find_testimony(settings, consent)
    return [
        tell_of_others(found.content, found.consent, list(found.records), words).lines
        for words in content_of(settings).words.values()
    ]


def correct(site):
    path = site.content / "facts/history.yml"
    path.write_text(path.read_text("utf-8").replace('"Seven"}\n', f'"Seven"}}\n{CORRECTED}'), "utf-8")
    site.edit("content/facts/tests.yml", "{Seven}", "{Eight}")


def test_each_who_may_show_it_gets_a_letter(desk, capsys):
    """
    Paused: with the id that feeds know, the address, what to do, and seven days.
    """
    assert 0 == run("letters", id="C-DCAT01")
    found = papers(desk, "wnterc0at4")

    assert {"a-block.txt", "b-print.txt", "all.csv"} <= set(found)
    for name in ("a-block.txt", "b-print.txt"):
        assert found[name].startswith("Subject: Please take down one of our texts by 30 November 2026\n\n")
        assert "\n  tag:small.example,2026:wnterc0at4\n" in found[name]
        assert "\n  https://small.example/base/voices/winter-coat/\n" in found[name]
        assert "\n\n\n" not in found[name]
    assert "Dear people of A Block & Co,\n" in found["a-block.txt"]
    assert "\n\nWhat you show, as far as we know:\n  wnterc0at4\n\nWhat to do\n" in found["b-print.txt"]
    assert "empty its cache" in found["a-block.txt"]
    assert "do not hand out further copies" in found["b-print.txt"]
    assert "into papers/letters/wnterc0at4/, with all.csv." in capsys.readouterr().out


@pytest.mark.parametrize("subject", ["C-DCAT01", "F-tests-001"])
def test_each_way_of_showing_has_its_own_words(desk, subject):
    """
    Of what to do, after a withdrawal and after a correction.
    """
    correct(desk)
    entry = REGISTER.partition("\n")[2].partition("\n\n")[0].replace("feeds/all/", "wnterc0at4, F-tests-001")
    entries = [entry.replace("a-block", name).replace("method: block", f"method: {name}") for name in METHODS]
    make_files(desk.content, {"embedders.yml": "\n\n".join([*entries, ""])})
    run("letters", id=subject)
    found = papers(desk, {"C-DCAT01": "wnterc0at4"}.get(subject, subject))
    del found["all.csv"]
    todo = [text.partition("\nWhat to do\n\n")[2].partition("\nPlease answer by ")[0] for text in found.values()]

    assert set(METHODS) == {name.removesuffix(".txt") for name in found}
    assert [] == [words for words in todo if not words[:1].isupper() or len(words.strip()) < 30]
    assert len(METHODS) - 1 <= len(set(todo))
    assert [] == [name for name, text in found.items() if "\n\n\n" in text or not text.endswith("/\n")]


def test_a_table_says_whom_to_write_to_and_by_when(desk):
    run("letters", id="wnterc0at4")
    rows = list(csv.DictReader(papers(desk, "wnterc0at4")["all.csv"].splitlines()))

    assert {
        "embedder": "b-print", "method": "print", "contact": "https://b.example/contact", "deadline": "2026-11-30",
    } in rows  # fmt: skip


def test_those_who_show_other_topics_get_none(desk):
    """
    While the text is there; once it is gone, nobody knows its topics, and everybody is asked.
    """
    desk.edit("content/embedders.yml", "feeds/topic/friendship/", "feeds/topic/nothing/")
    run("letters", id="C-DCAT01")
    before = set(papers(desk, "wnterc0at4"))
    withdrawn = "{on: 2026-11-02, mode: vanish, languages: [en]}"
    change_consent(desk, "c-dcat01", status="withdrawn", paused_on="", withdrawn=withdrawn, name_kind="none")
    (desk.content / "testimonies/winter-coat.md").unlink()
    run("letters", id="C-DCAT01")

    assert {"a-block.txt", "b-print.txt", "all.csv"} == before
    assert before | {"c-import.txt"} == set(papers(desk, "wnterc0at4"))


@pytest.mark.parametrize("mode", ["gone", "vanish"])
def test_no_letter_tells_of_the_person(built_desk, mode):
    """
    Not a word, not the name, and no address where that would tell.
    """
    texts = [path.read_text("utf-8") for path in (built_desk.content / "testimonies").glob("the-lamp*")]
    titles = [line.partition(": ")[2] for text in texts for line in text.splitlines() if line.startswith("title:")]
    assert 0 == built_desk.desk("withdraw", "--id", "C-AAMP01", "--mode", mode).status
    assert 0 == run("letters", id="C-AAMP01")
    found = papers(built_desk, "thesamp001")
    every = "".join(found.values())

    assert {"a-block.txt", "b-print.txt", "c-import.txt", "all.csv"} == set(found)
    assert {"", ":en"} == {
        line.partition("thesamp001")[2]
        for line in found["a-block.txt"].splitlines()
        if "tag:small.example,2026:" in line
    }
    assert len(titles) > 1
    assert [] == [word for word in ("Samar", "سمر", "مصباح", "C-AAMP01", *titles) if word in every]
    assert (mode == "gone") == ("/voices/the-lamp/" in every)
    assert (mode == "gone") == ("the-lamp" in every)


def test_letters_of_before_go_with_the_text(built_desk):
    """
    They hold an address that may tell.
    """
    change_consent(built_desk, "c-aamp01", status="paused", paused_on="2026-11-20")
    run("letters", id="C-AAMP01")
    before = papers(built_desk, "thesamp001")
    assert 0 == built_desk.desk("withdraw", "--id", "C-AAMP01", "--mode", "vanish").status

    assert "/voices/the-lamp/" in before["a-block.txt"]
    assert {} == papers(built_desk, "thesamp001")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"expires_on": "2026-11-22"}, {"a-block", "b-print", "c-import"}),
        (
            {"scopes": "{site: yes, feed: no, print: yes}", "taken_back": "{feed: 2026-11-20}"},
            {"a-block", "c-import"},
        ),
        ({"scopes": "{site: yes, feed: yes, print: no}", "taken_back": "{print: 2026-11-20}"}, {"b-print"}),
        ({"delisted_on": "2026-11-20"}, {"a-block", "c-import"}),
    ],
)
def test_whatever_was_taken_back_reaches_those_it_concerns(desk, fields, expected):
    change_consent(desk, "c-aamp01", **fields)

    assert 0 == run("letters", id="C-AAMP01")
    assert expected == {name.removesuffix(".txt") for name in papers(desk, "thesamp001")} - {"all.csv"}


def test_a_language_that_was_taken_back_is_named_by_its_own_id(desk):
    change_consent(
        desk, "c-aamp01", scopes="{site: yes, feed: yes, print: yes}", taken_back="{translate-en: 2026-11-20}"
    )
    run("letters", id="C-AAMP01")
    letter = papers(desk, "thesamp001")["a-block.txt"]

    assert "\n  tag:small.example,2026:thesamp001:en\n" in letter
    assert 1 == letter.count("tag:")
    assert "\n  https://small.example/base/voices/the-lamp/\n" in letter
    assert "/ar/" not in letter


def test_a_correction_says_what_was_wrong_and_what_is_right(desk):
    """
    In fourteen days.
    """
    correct(desk)
    assert 0 == run("letters", id="f-tests-001")
    letter = papers(desk, "F-tests-001")["b-print.txt"]

    assert letter.startswith("Subject: Please correct something from us by 7 December 2026\n")
    assert "\nIt said: Seven\nRight is: Eight\nWhy it changed: One was <missed> & found\n" in letter
    assert "\nWhere we tell it: https://small.example/base/facts/f-tests-001/\n" in letter
    assert "harm" not in letter
    assert "a-block.txt" in papers(desk, "F-tests-001")


def test_a_figure_that_was_only_older_needs_no_letter(desk, capsys):
    correct(desk)
    desk.edit("content/facts/history.yml", ", is_correction: yes", "")

    assert 2 == run("letters", id="F-tests-001")
    assert "its figures became newer, but were never wrong." in capsys.readouterr().err


def test_only_texts_that_were_published_have_said_it():
    """
    So a draft brings nobody a letter.
    """
    versions = tuple(
        Version.model_validate({"date": f"2026-11-0{number}", "value": str(number), "is_correction": "yes"})
        for number in (1, 2)
    )
    book = FactBook({"F-tests-001": make_fact()}, {"S-one": make_source()}, {"F-tests-001": versions})
    stories = [
        make_story(slug=status, status=status, topics=[status], facts=["F-tests-001"])
        for status in ("published", "ready")
    ]
    place = SimpleNamespace(site_url="https://example.org", urls=Urls())
    subject = corrected_fact("F-tests-001", make_gathered(*stories, facts=book), place).subject

    assert frozenset({"published"}) == subject.lists
    assert frozenset({"F-tests-001", stories[0].id}) == subject.ids


def test_who_confirmed_that_it_left_a_feed_is_asked_again_when_it_goes_for_good(desk):
    change_consent(desk, "c-aamp01", scopes="{site: yes}", taken_back="{feed: 2026-11-10}")
    register = REGISTER.replace(
        "01\n\nb-", "01\n  answers: [{for: thesamp001, on: 2026-11-12, answer: confirmed}]\n\nb-"
    )
    make_files(desk.content, {"embedders.yml": register})
    run("letters", id="C-AAMP01")
    before = set(papers(desk, "thesamp001"))
    change_consent(desk, "c-aamp01", expires_on="2026-11-20")
    run("letters", id="C-AAMP01")

    assert {"c-import.txt", "all.csv"} == before
    assert {"a-block.txt", "b-print.txt", "c-import.txt", "all.csv"} == set(papers(desk, "thesamp001"))


@pytest.mark.parametrize(
    ("taken_back", "still"),
    [("feed", ["Still shown, as agreed, by: B Print."]), ("translate-en", [])],
)
def test_who_may_go_on_is_told_apart(desk, taken_back, still):
    scopes = "{site: yes, print: yes}" if taken_back == "feed" else "{site: yes, feed: yes, print: yes}"
    change_consent(desk, "c-aamp01", scopes=scopes, taken_back=f"{{{taken_back}: 2026-11-20}}")
    lines = told_in(desk, "C-AAMP01")[0]

    assert "No answer yet from: A Block & Co" in " ".join(lines)
    assert still == [line for line in lines if line.startswith("Still")]


def test_who_has_confirmed_is_not_written_to_again(desk, capsys):
    run("letters", id="C-DCAT01")
    assert 0 == answer("a-block", "confirmed")
    assert 0 == answer("b-print", "kept")
    capsys.readouterr()
    assert 0 == run("letters", id="C-DCAT01")

    assert "a-block.txt" not in papers(desk, "wnterc0at4")
    assert "b-print.txt" in papers(desk, "wnterc0at4")
    assert "confirmed already: 1 of 3." in capsys.readouterr().out


def test_an_answer_is_written_down_with_its_day(desk, capsys):
    """
    In capital letters or small, by the id of the consent or of the text; the rest of the file stays as it was.
    """
    assert 0 == answer("A-Block", "Confirmed")
    lines = "  answers:\n    - {for: wnterc0at4, on: 2026-11-23, answer: confirmed}\n"

    assert REGISTER.replace("01\n\nb-", f"01\n{lines}\nb-") == (desk.content / "embedders.yml").read_text("utf-8")
    assert "Wrote down: a-block, confirmed. Confirmed: 1 of 3.\n" == capsys.readouterr().out
    assert 0 == run("check")


@pytest.mark.parametrize("register", ["# Nobody yet.\n", None, REGISTER.replace("feeds/all/", "8f3k9q2m5x")])
def test_where_nobody_shows_it_there_is_nothing_to_write(desk, capsys, register):
    (desk.content / "embedders.yml").unlink()
    make_files(desk.content, {} if register is None else {"embedders.yml": register})
    change_consent(desk, "c-crad01", scopes="{site: yes}")

    assert 0 == run("letters", id="C-CRAD01")
    assert "There is no letter to write: by content/embedders.yml nobody shows eard0r0ad3.\n" == capsys.readouterr().out
    assert not (desk.folder / "papers").exists()


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("", "say what was taken back or put right: ID=C-7F3K9Q"),
        ("C-AAMP02", 'there is no consent, no text and no fact "C-AAMP02". Did you mean "C-AAMP01"?'),
        ("F-tests-01", 'no fact "F-tests-01". Did you mean "F-tests-001"?'),
        ("nothing", 'no fact "nothing". An id looks like C-7F3K9Q or F-numbers-001.'),
        ("C-AAMP01", "nothing of C-AAMP01 was taken back"),
        ("F-tests-001", "there is nothing to write of F-tests-001: its figures never changed."),
        ("0ngtabde11", "(content/stories/long-table.md): nothing in it was put right."),
    ],
)
def test_a_letter_about_nothing_is_refused_in_one_line(desk, capsys, subject, said):
    assert 2 == run("letters", id=subject)
    told = capsys.readouterr().err

    assert said in told
    assert 1 == told.count("\n")
    assert not (desk.folder / "papers").exists()


@pytest.mark.parametrize(
    ("sender", "said", "line"),
    [
        ("", "kept", "say whose answer it is, by the id in content/embedders.yml: FROM=a-group."),
        ("a-blok", "kept", 'nobody in content/embedders.yml has the id "a-blok". Did you mean "a-block"?'),
        ("a-block", "confrimed", '"confrimed" is no answer. Did you mean "confirmed"?'),
        ("a-block", "", '"" is no answer. Say ANSWER=confirmed, ANSWER=kept, ANSWER=no-reply.'),
        ("d-other", "kept", "d-other got no letter: by content/embedders.yml it does not show wnterc0at4."),
    ],
)
def test_a_mistyped_answer_changes_nothing(desk, capsys, sender, said, line):
    other = REGISTER.partition("\n")[2].partition("\n\n")[0].replace("a-block", "d-other")
    register = REGISTER + other.replace("feeds/all/", "embeds/all/") + "\n"
    make_files(desk.content, {"embedders.yml": register})

    assert 2 == answer(sender, said)
    told = capsys.readouterr().err
    assert line in told
    assert 1 == told.count("\n")
    assert register == (desk.content / "embedders.yml").read_text("utf-8")


def test_a_faulty_register_is_mended_before_letters_are_written(desk, capsys):
    """
    Else somebody would get none.
    """
    desk.edit("content/embedders.yml", "method: import", "method: imprt")

    assert 2 == run("letters", id="C-DCAT01")
    assert 'c-import: method: "imprt" is unknown here. Did you mean "import"?' in capsys.readouterr().err
    assert not (desk.folder / "papers").exists()


def test_check_tells_what_is_wrong_in_the_register(desk, capsys):
    desk.edit("content/embedders.yml", "wnterc0at4", "wntercat40")
    assert 0 == run("check")
    assert 'embedders.yml:13:11: warning: b-print: shows: there is no text and no fact "wntercat40".' in (
        capsys.readouterr().err
    )
    desk.edit("content/embedders.yml", "method: import", "methd: import")
    assert 1 == run("check")
    assert 'content/embedders.yml:19:3: c-import: methd: there is no such field. Did you mean "method"?' in (
        capsys.readouterr().err
    )


def test_the_register_never_names_a_testimony(desk, capsys):
    """
    The name in its address may tell of the person, and would stay here when the text is gone.
    """
    desk.edit("content/embedders.yml", "wnterc0at4", "embed/the-lamp/")
    desk.edit("content/embedders.yml", "https://c.example/\n", "https://c.example/voices/the-lamp/\n")

    assert 1 == run("check")
    told = capsys.readouterr().err
    assert (
        'content/embedders.yml:13:11: b-print: shows: "embed/the-lamp/" names a testimony. '
        "Write its id, which tells nothing: thesamp001."
    ) in told
    assert "content/embedders.yml:21:9: c-import: page: this address names a testimony." in told


def test_the_receipt_says_who_shows_it_and_that_nobody_has_answered_yet(built_desk):
    assert 0 == built_desk.desk("withdraw", "--id", "C-AAMP01", "--mode", "gone").status
    receipt = next((built_desk.folder / "papers").glob("receipt-*.txt")).read_text("utf-8")
    page = next((built_desk.folder / "papers").glob("receipt-*.html")).read_text("utf-8")

    for line in (
        "3 organisations have told us that they show this text",
        "By a feed: 2. Drawn from our site: 0. In a newsletter, on paper or as a copy: 1.",
        "0 of 3 confirmed that it is gone.",
        "Copies that others made without telling us cannot be seen from here.",
        "Write to those who show it: make letters ID=C-AAMP01.",
    ):
        assert line in receipt and line in page
    assert "No answer yet from: A Block & Co, B Print and C Import." in receipt


def test_the_packet_after_a_withdrawal_tells_how_it_is_now(built_desk):
    """
    In the language of the text.
    """
    built_desk.desk("withdraw", "--id", "C-AAMP01", "--mode", "vanish")
    answer("a-block", "confirmed", "C-AAMP01")
    answer("b-print", "no-reply", "C-AAMP01")
    answer("c-import", "kept", "C-AAMP01")
    assert 0 == run("packet", id="C-AAMP01")
    page = (built_desk.folder / "papers/packet-c-aamp01.html").read_text("utf-8")

    assert 'lang="ar" dir="rtl"' in page
    assert "كلماتك ليست في أي مكان الآن." in page
    assert "أخبرتنا 3 منظمات" in page
    assert "أكّد 1 من 3 أنه لم يعد معروضًا." in page
    assert "لم يصل جواب بعد من: \u2068B Print\u2069." in page
    assert "قالوا إنهم يبقونه: \u2068C Import\u2069." in page
    assert "A Block" not in page


def test_the_packet_of_a_live_text_names_those_who_show_it(built_desk):
    assert 0 == run("packet", id="C-AAMP01")
    page = (built_desk.folder / "papers/packet-c-aamp01.html").read_text("utf-8")

    assert "وهي: \u2068A Block &amp; Co\u2069" in page
    assert "أكّد" not in page


def test_with_an_empty_register_the_papers_say_that_nobody_told_us(built_desk):
    make_files(built_desk.content, {"embedders.yml": "# Nobody yet.\n"})
    assert 0 == run("packet", id="C-AAMP01")
    packet = (built_desk.folder / "papers/packet-c-aamp01.html").read_text("utf-8")
    assert 0 == built_desk.desk("withdraw", "--id", "C-AAMP01", "--mode", "gone").status
    receipt = next((built_desk.folder / "papers").glob("receipt-*.txt")).read_text("utf-8")

    assert "لم يخبرنا أحد بأنه يعرض هذا النص." in packet
    assert "Nobody has told us that they show this text." in receipt
    assert "make letters" not in receipt


def test_a_faulty_register_holds_no_withdrawal_up(built_desk):
    """
    The receipt says that more may show it.
    """
    built_desk.edit("content/embedders.yml", "method: import", "method: imprt")
    run_ = built_desk.desk("withdraw", "--id", "C-AAMP01", "--mode", "gone")
    receipt = next((built_desk.folder / "papers").glob("receipt-*.txt")).read_text("utf-8")

    assert 0 == run_.status, run_.err
    assert "cannot be read in full, so there may be more." in receipt
    assert "0 of 2 confirmed" in receipt


def test_answers_are_read_in_welsh_and_arabic_too(desk):
    told = told_in(desk, "C-DCAT01")

    assert 3 == len(told)
    assert 1 == len({len(lines) for lines in told})
    assert len(told[0]) * 3 == len({line for lines in told for line in lines})
