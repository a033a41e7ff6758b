"""
Every file is read and every problem told at once, before anything is written.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.build import gate
from plugins.build.gate import Content, open_library
from plugins.build.memo import Memo
from plugins.build.scanning import find_files
from plugins.identity.guard import make_list
from plugins.identity.settings import Guarding
from plugins.languages.settings import Languages
from plugins.library.checks import check_texts
from plugins.library.settings import Build
from plugins.problems import ContentError, Report, SettingsError
from plugins.records.settings import Urls
from tests.make import LANGUAGES, TODAY, approval_line, lines_of, make_files, make_words
from tests.media.written import FRAME, id3

STORY = """\
---
title: Penally
summary: A camp.
date: 2026-11-01
status: published
id: 7f3k9q2m5x
topics: [work]
scale: micro
made: about
---
Words.
"""
TESTIMONY = """\
---
title: The post
summary: A wait.
date: 2026-11-02
status: published
id: 8f3k9q2m5x
consent: C-7F3K9Q
content_note: none
---
Words of her own.
"""
CONSENT = """\
id: C-7F3K9Q
story: 8f3k9q2m5x
public_name: Amal
name_kind: pseudonym
scopes: {site: yes}
released_on: 2026-10-01
expires_on: 2028-10-01
status: live
checks_passed: {date: 2026-10-01, role: editor}
"""
APPROVED = approval_line(title="The post", summary="A wait.", body="Words of her own.")
FILES = {
    "topics.yml": "work:\n  title: {en: Work, cy: Gwaith, ar: عمل}\n  summary: {en: A., cy: B., ar: C.}\n",
    "places.yml": "leeds:\n  title: {en: Leeds, cy: Leeds, ar: ليدز}\n  nation: england\n",
    "stories/penally.md": STORY,
    "testimonies/the-post.md": TESTIMONY,
    "consents/c-7f3k9q.yml": CONSENT + APPROVED,
}


def content_of(folder, files=FILES, **changes):
    make_files(folder / "content", {name: text for name, text in files.items() if text is not None})
    values = {
        "folder": folder / "content", "shown": "content", "consents": folder / "content" / "consents",
        "languages": Languages(strings=folder, codes=LANGUAGES), "words": {lang: make_words(lang) for lang in LANGUAGES},
        "build": Build(TODAY), "urls": Urls(), "site_url": "https://example.org",
    }  # fmt: skip
    return Content(**values | changes)


def told(folder, files):
    with pytest.raises(ContentError) as caught:
        open_library(content_of(folder, FILES | files))
    return lines_of(caught.value.report), caught.value.report


def slugs(library):
    return [record.slug for record in library.channel("site").records]


def test_a_site_whose_texts_are_all_right_is_a_library(tmp_path):
    library, report = open_library(content_of(tmp_path))

    assert [] == lines_of(report)
    assert ["penally", "the-post"] == slugs(library)


def test_all_problems_of_all_files_are_told_at_once_and_sorted(tmp_path):
    lines, report = told(tmp_path, {
        "stories/penally.md": STORY.replace("2026-11-01", "soon").replace("[work]", "[wrk]"),
        "stories/Camp.md": STORY,
        "stories/b.md": STORY.replace("topics: [work]", "topics: [wrk]").replace("Words.", "[x](record:penaly)"),
        "explainers/nul.md": b"---\n\x00",
        "blog/a.md": "x",
        "places.yml": FILES["places.yml"] + "x:\n  title: {en: X}\n",
        "consents/c-7f3k9q.yml": CONSENT.replace("live", "alive"),
    })  # fmt: skip

    assert [
        "content/blog/a.md:1:1", "content/consents/c-7f3k9q.yml:8:9", "content/explainers/nul.md:2:1", "content/places.yml:4:1",
        "content/stories/Camp.md:1:1",
        "content/stories/b.md:7:10", "content/stories/b.md:11:1", "content/stories/penally.md:4:7",
        "content/testimonies/the-post.md:7:10",
    ] == [line.split(": ")[0] for line in lines]  # fmt: skip
    assert lines == lines_of(sorted(report))
    assert report.closing().endswith("Nothing was built.")


def test_one_fault_among_topics_is_not_told_of_every_text(tmp_path):
    lines, _ = told(tmp_path, {"topics.yml": FILES["topics.yml"] + "x:\n  title: {en: X, cy: X, ar: X}\n"})

    assert ["content/topics.yml:4:1"] == [line.split(": ")[0] for line in lines]


def test_a_text_that_could_not_be_read_is_not_missed_by_those_that_link_to_it(tmp_path):
    """
    One mistake is one problem, not one for each link.
    """
    linking = STORY.replace("7f3k9q2m5x", "9f3k9q2m5x").replace("Words.", "[x](record:penally)")
    lines, _ = told(tmp_path, {"stories/penally.md": STORY.replace("micro", "mikro"), "stories/b.md": linking})

    assert ["content/stories/penally.md:8:8"] == [line.split(": ")[0] for line in lines]


def test_files_are_found_in_one_order_and_nothing_else_is_read(tmp_path):
    make_files(tmp_path, {
        "stories/b.md": "", "stories/a.md": "", "explainers/z.md": "", "stories/README.md": "", "stories/.a.md.swp": "", "stories/.hidden.md": "",
        "stories/#a.md": "", "stories/a.md~": "", "stories/notes.txt": "", "topics.yml": "",
    })  # fmt: skip

    assert ["explainers/z.md", "stories/a.md", "stories/b.md"] == [*find_files(tmp_path, "content")[0]]


def test_a_link_that_leaves_the_folder_or_leads_nowhere_is_refused(tmp_path):
    """
    What is not in the repository cannot be reviewed.
    """
    make_files(tmp_path, {"content/stories/a.md": "", "secret.md": "x"})
    (tmp_path / "content/stories/b.md").symlink_to("../../secret.md")
    (tmp_path / "content/stories/c.md").symlink_to("/etc/passwd")
    (tmp_path / "content/stories/inside.md").symlink_to("a.md")
    (tmp_path / "content/stories/lost.md").symlink_to("gone.md")
    found, problems = find_files(tmp_path / "content", "content")

    assert ["stories/a.md", "stories/inside.md"] == list(found)
    assert [
        f"content/stories/{name}.md:1:1: this is a link that leaves the folder. Copy here what it leads to."
        for name in "bc"
    ] + ["content/stories/lost.md:1:1: this is a link that leads nowhere. Remove it, or put the text itself here."] == (
        lines_of(Report(problems))
    )


@pytest.mark.parametrize("name", ["stories/a.MD", "stories/a.markdown", "stories/a.Md"])
def test_a_text_with_another_ending_is_not_dropped_in_silence(tmp_path, name):
    lines, _ = told(tmp_path, {name: STORY})

    assert [f"content/{name}:1:1"] == [line.split(": ")[0] for line in lines]


def test_a_folder_that_is_a_link_is_not_dropped_in_silence(tmp_path):
    content = content_of(tmp_path)
    make_files(tmp_path, {"elsewhere/a.md": STORY})
    (content.folder / "explainers").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(ContentError) as caught:
        open_library(content)
    assert ["content/explainers:1:1"] == [line.split(": ")[0] for line in lines_of(caught.value.report)]


def test_without_the_folder_of_consents_a_site_still_builds_and_leaves_testimonies_out(tmp_path):
    library, report = open_library(content_of(tmp_path, FILES | {"consents/c-7f3k9q.yml": None}))

    assert [] == lines_of(report)
    assert ["penally"] == slugs(library)
    assert {"no_consent": ["C-7F3K9Q"]} == library.left_out


def test_consents_may_lie_outside_the_content(tmp_path):
    make_files(tmp_path / "private", {"c-7f3k9q.yml": CONSENT + APPROVED})
    files = FILES | {"consents/c-7f3k9q.yml": None}
    library, _ = open_library(content_of(tmp_path, files, consents=tmp_path / "private"))

    assert ["penally", "the-post"] == slugs(library)


def test_a_link_to_what_may_not_be_shown_is_a_warning_and_stops_nothing(tmp_path):
    withdrawn = {
        "consents/c-7f3k9q.yml": CONSENT.replace("live", "paused") + "paused_on: 2026-11-01\n",
        "stories/penally.md": STORY.replace("Words.", "[x](record:the-post)"),
    }
    library, report = open_library(content_of(tmp_path, FILES | withdrawn))

    assert ["penally"] == slugs(library)
    (line,) = lines_of(report)
    assert line.startswith('content/stories/penally.md:11:1: warning: "the-post" may not be shown now')


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_the_disk_changes_nothing(tmp_path, order, monkeypatch):
    import os

    walk = os.walk

    def other_walk(folder):
        for directory, folders, names in walk(folder):
            folders.sort(reverse=order < 0)
            yield directory, folders, sorted(names, reverse=order < 0)

    monkeypatch.setattr(os, "walk", other_walk)
    library, _ = open_library(content_of(tmp_path, FILES | {"stories/b.md": STORY.replace("7f3k9q2m5x", "9f3k9q2m5x")}))

    assert ["b", "penally", "the-post"] == slugs(library)
    assert [Path(record.path).name for record in library.channel("site").records] == [
        "b.md",
        "penally.md",
        "the-post.md",
    ]


PASSPHRASE = "four words of a test"


def told_with_guard(folder, list_text, passphrase=PASSPHRASE, is_required=True):
    files = FILES | {"guard.txt": list_text}
    return open_library(content_of(folder, files, guarding=Guarding(passphrase, is_required)))


@pytest.mark.parametrize(("has_list", "passphrase"), [(True, ""), (False, PASSPHRASE), (False, "")])
def test_where_the_guard_cannot_look_the_public_site_has_no_testimonies(tmp_path, has_list, passphrase):
    """
    The run says so, and is not stopped by it: what must go can still go.
    """
    library, report = told_with_guard(
        tmp_path, make_list("Testname Surnamex", PASSPHRASE) if has_list else None, passphrase
    )

    assert ["penally"] == slugs(library)
    assert {"unguarded": ["C-7F3K9Q"]} == library.left_out
    assert ["content/guard.txt:1:1: warning: guard not run, so no testimony of a real person is published"] == [
        line.partition(". ")[0] for line in lines_of(report)
    ]


def test_where_the_guard_has_looked_testimonies_are_published(tmp_path):
    library, report = told_with_guard(tmp_path, make_list("Testname Surnamex", PASSPHRASE))

    assert ["penally", "the-post"] == slugs(library)
    assert [] == lines_of(report)


def test_a_name_that_the_guard_knows_stops_the_build_and_is_not_repeated(tmp_path):
    with pytest.raises(ContentError) as caught:
        told_with_guard(tmp_path, make_list("Words", PASSPHRASE), is_required=False)
    (line,) = (own for own in lines_of(caught.value.report) if "testimonies" in own)

    assert line.startswith("content/testimonies/the-post.md:10:")
    assert "a name from the private list stands here" in line
    assert "Words" not in line


def test_a_wrong_passphrase_is_told(tmp_path):
    with pytest.raises(SettingsError, match="WELCOME_GUARD: "):
        told_with_guard(tmp_path, make_list("Testname Surnamex", PASSPHRASE), "another one of a test")


def test_recordings_and_their_transcripts_are_looked_at(tmp_path):
    files = {"audio/a.mp3": FRAME * 4, "audio/b.mp3": id3() + FRAME * 4, "audio/b.vtt": "WEBVTT\n\nRing 07700 900123."}

    lines, _ = told(tmp_path, files)

    assert [
        "content/audio/a.mp3:1:1",
        "content/audio/b.mp3:1:1",
        "content/audio/b.vtt:1:1",
        "content/audio/b.vtt:3:6",
    ] == [line.split(": ")[0] for line in lines[:4]]
    assert "nobody can read what is said" in lines[0] and "holds more than sound" in lines[1]


def test_a_text_is_read_anew_where_files_without_a_language_mean_another(tmp_path):
    """
    What is a translation and what is not hangs on the language that file names leave out.
    """
    welsh = {"languages": Languages(strings=tmp_path, codes=LANGUAGES, default="cy"), "cache": tmp_path / ".cache"}
    said = STORY.replace("scale: micro", "original_language: cy\nscale: micro")
    content = content_of(tmp_path, FILES | {"stories/penally.md": said}, **welsh)
    library, _ = open_library(content)

    assert ["penally"] == slugs(library)
    with pytest.raises(ContentError) as clean:
        open_library(content_of(tmp_path, {}))
    with pytest.raises(ContentError) as kept:
        open_library(content_of(tmp_path, {}, cache=tmp_path / ".cache"))
    assert lines_of(clean.value.report) == lines_of(kept.value.report)


def test_texts_are_held_against_each_other_again_only_where_more_than_words_changed(tmp_path, monkeypatch):
    """
    What is wrong is looked for anew each time, since it tells lines, and they move.
    """
    looked = []
    monkeypatch.setattr(gate, "check_texts", lambda texts: looked.append(1) or check_texts(texts))
    content = replace(content_of(tmp_path), remember=Memo(None, ""))

    def looks_for(**changed):
        looked.clear()
        for name, words in changed.items():
            (tmp_path / "content/stories" / f"{name}.md").write_text(words, "utf-8")
        open_library(content)
        return len(looked)

    assert looks_for() > 0
    assert 0 == looks_for()
    assert 0 == looks_for(penally=STORY.replace("Words.", "Other words."))
    assert looks_for(penally=STORY.replace("Words.", "See [it](record:penally).")) > 0
    for lines in ("\n\n", "\n\n", "\n\n\n"):
        with pytest.raises(ContentError) as caught:
            looks_for(penally=STORY.replace("Words.", f"Words.{lines}See [it](record:nowhere)."))
        assert lines_of(caught.value.report)[0].startswith(f"content/stories/penally.md:{11 + len(lines)}:")
