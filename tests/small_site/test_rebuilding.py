"""
What a second build does to the site of the first.
"""

import json
import os

import pytest

from tests.make import make_files

MANIFEST = ".output.manifest"


def test_second_build_writes_nothing(built_site):
    """
    A build of unchanged texts touches no file, not even its time.
    """
    before, manifest = built_site.state(), built_site.manifest()
    run = built_site.build()
    after = built_site.state()

    assert 0 == run.status, run.err
    assert f": 0 written, {len(manifest)} unchanged, 0 removed in output/" in run.out
    assert [MANIFEST] == [path for path in after if after[path] != before[path]] or before == after
    assert manifest == built_site.manifest()


def test_removed_text_leaves_nothing_behind(built_site):
    """
    When a text's file is removed, its page, its former addresses and every word of it are gone after the next build.
    """
    for lang in ("", ".cy"):
        (built_site.content / f"stories/garden-gate{lang}.md").unlink()
    for path in ("actions/write-a-letter.md", "pages/home.md", "pages/home.cy.md"):
        text = (built_site.content / path).read_text("utf-8")
        (built_site.content / path).write_text(text.replace("](record:garden-gate)", "]"), "utf-8")
    run = built_site.build()
    files = built_site.files()

    assert 0 == run.status, run.err
    assert [] == [path for path in files if "gate" in path]
    assert [] == [path for path, content in files.items() if b"garden-gate" in content or b"left open" in content]
    assert [] == [path for path, entry in built_site.manifest().items() if "gardengate" in entry["carries"]]
    assert set(files) == set(built_site.manifest())


def test_withdrawn_consent_takes_effect_with_the_next_build(built_site):
    """
    When a consent is withdrawn, no byte of the testimony is left after the next build, and no other text is missed.
    """
    built_site.edit("content/consents/c-aamp01.yml", "status: live", "status: withdrawn")
    before = set(built_site.files())
    run = built_site.build()
    after = built_site.files()
    words = [word.encode() for word in ("the-lamp", "A lamp in", "Samar", "سمر", "مصباح")]

    assert 0 == run.status, run.err
    assert [] == [(path, word) for path, content in after.items() for word in words if word in content]
    assert {"voices/the-lamp/index.html", "ar/voices/the-lamp/index.html", "ar/voices/index.html"} <= before - set(
        after
    )
    assert "voices/quiet-harbour/index.html" in after


def test_edited_text_changes_what_shows_it_and_nothing_else(built_site):
    """
    After one edit, the files that show the edited part have new bytes, and no other file is touched.
    """
    before = built_site.state()
    built_site.edit("content/groups/swansea.md", "The second group meets in a test too.", "It meets in a boathouse.")
    run = built_site.build()
    after = built_site.state()
    changed = {path for path in after if after[path] != before.get(path)}

    assert 0 == run.status, run.err
    assert {"output/groups/swansea/index.html", MANIFEST} == changed


def test_build_after_an_edit_is_the_clean_build(built_site, site):
    """
    What a build makes of an edited site is, byte for byte, what a clean build of the edited texts makes.
    """
    for own in (built_site, site):
        own.edit("content/stories/garden-gate.md", "title: A gate that was left open", "title: A gate that was shut")
        own.edit("content/pages/about.md", "title: Who tests this", "title: Who reads this")
        (own.content / "explainers/seeking-safety.md").rename(own.content / "explainers/seven-facts.md")
        for path in ("stories/garden-gate.md", "stories/garden-gate.cy.md", "testimonies/the-lamp.ar.md"):
            text = (own.content / path).read_text("utf-8")
            (own.content / path).write_text(text.replace("record:seeking-safety", "record:seven-facts"), "utf-8")
    after, clean = built_site.build(), site.build()

    assert (0, 0) == (after.status, clean.status), after.err + clean.err
    assert site.files() == built_site.files()


def test_what_is_not_wanted_in_the_output_goes(built_site):
    """
    A file, a folder or a link that somebody put into the output is gone after the next build; a .git folder stays.
    """
    outside = make_files(built_site.folder / "elsewhere", {"kept.txt": "kept"})
    make_files(built_site.output, {"stray.html": "", "stories/stray/index.html": "", ".git/config": "git"})
    (built_site.output / "link").symlink_to(outside)
    run = built_site.build()

    assert 0 == run.status, run.err
    assert {".git/config"} == set(built_site.files()) - set(built_site.manifest())
    assert not (built_site.output / "stories/stray").exists()
    assert {"kept.txt": b"kept"} == {path.name: path.read_bytes() for path in outside.iterdir()}


def test_site_whose_manifest_is_lost_is_known_by_its_mark(built_site, small_site):
    """
    A site whose manifest is gone or broken is still known as ours, made wholly anew and cleared of strays.
    """
    for broken in (None, b"{"):
        manifest = built_site.folder / MANIFEST
        manifest.unlink() if broken is None else manifest.write_bytes(broken)
        make_files(built_site.output, {"stray.txt": "stray"})
        run = built_site.build()

        assert 0 == run.status, run.err
        assert f": {len(small_site.files)} written, 0 unchanged, 1 removed" in run.out
        assert small_site.files == built_site.files()


def test_what_is_missing_or_changed_in_the_output_is_made_again(built_site, small_site):
    """
    A file that somebody removed or changed in the output has its bytes again after the next build.
    """
    (built_site.output / "index.html").unlink()
    (built_site.output / "about/index.html").write_text("changed by hand")
    run = built_site.build()

    assert 0 == run.status, run.err
    assert " 2 written" in run.out
    assert small_site.files == built_site.files()


def test_build_that_was_cut_off_is_mended(built_site, small_site):
    """
    A build that finds the journal of one that was cut off makes every file named in it again.
    """
    journal = built_site.folder / ".output.journal.json"
    journal.write_text(json.dumps(["about/index.html", "index.html"]))
    for path in ("about/index.html", "index.html"):
        own = built_site.output / path
        time = own.stat().st_mtime_ns
        own.write_bytes(b"x" * own.stat().st_size)
        os.utime(own, ns=(time, time))
    run = built_site.build()

    assert 0 == run.status, run.err
    assert small_site.files == built_site.files()
    assert not journal.exists()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/stories/two-cups.md", "status: published", "statsu: published"),
        ("content/consents/c-bharb1.yml", "status: live", "status: alive"),
        ("content/facts/tests.yml", "review_by: 2027-02-28", "review_by: 2027-02-31"),
        ("content/topics.yml", "cy: Cyfeillgarwch, ", ""),
        ("smallconf.py", 'SITEURL = "https://small.example/base"', 'SITEURL = "ftp://small.example"'),
        ("smallconf.py", "per_page=2", "per_page=0"),
        ("smallconf.py", "per_page=2", "per_pgae=2"),
    ],
)
def test_failed_build_touches_nothing(built_site, path, old, new):
    """
    A build that finds anything wrong, in a text or in the settings, leaves every byte and every time as it was.
    """
    built_site.edit(path, old, new)
    before = built_site.state()
    run = built_site.build()

    assert 0 != run.status
    assert before == built_site.state()
    assert (run.err or run.out).strip()


def test_failed_proof_touches_nothing(built_site):
    """
    A page that would load something from another host stops the build, and the site stays as it was.
    """
    built_site.configure(
        "from plugins.offers import HeadLink, offering",
        "def offer_tracker(_settings, offer): offer.head_link(HeadLink('stylesheet', '/../../../tracker.example/x.css'))",
        "offering.connect(offer_tracker)",
    )
    before = built_site.state()
    run = built_site.build()

    assert 1 == run.status
    assert before == built_site.state()
    assert 'output/index.html:1:1: it leads to "/base//../../../tracker.example/x.css", where nothing' in run.err
    assert run.err.endswith("Nothing was built.\n")


@pytest.mark.parametrize("name", ["thesis.odt", "index.html", ".hidden"])
def test_folder_with_foreign_files_is_refused(site, name):
    """
    A build never clears a folder that no build has filled: it says what it found there and touches nothing.
    """
    make_files(site.output, {name: "years of work", "deeper/notes.txt": "more of it"})
    before = site.files()
    run = site.build()

    assert 1 == run.status
    assert before == site.files()
    assert f"output holds '{min(name, 'deeper')}', which no build has put there" in run.err
    assert "Traceback" not in run.err
    assert not (site.folder / ".output.manifest").exists()


BROKEN = ("content/stories/two-cups.md", "scale: micro", "scale: mikro")


def test_what_must_go_goes_even_when_another_text_is_broken(built_site):
    """
    The broken text is set aside, loudly; the rest is built, and of what was withdrawn no byte is left.
    """
    built_site.edit("content/consents/c-aamp01.yml", "status: live", "status: paused\npaused_on: 2026-11-20")
    built_site.edit(*BROKEN)
    run = built_site.build()
    files = built_site.files()

    assert 0 == run.status, run.err
    assert 'two-cups.md:10:8: warning: SET ASIDE: scale: "mikro" is unknown here.' in run.err
    assert "ATTENTION: something has to leave this site" in run.err
    assert "stories/two-cups/index.html" not in files
    assert "stories/long-table/index.html" in files
    words = ("A lamp in", "Samar", "سمر", "مصباح")
    assert [] == [(path, word) for path, content in files.items() for word in words if word.encode() in content]


def test_a_broken_text_alone_stops_everything(built_site):
    """
    Nothing half-checked is published where nothing has to go.
    """
    before = built_site.files()
    built_site.edit(*BROKEN)

    assert 1 == built_site.build().status
    assert before == built_site.files()


def test_where_no_site_can_be_built_what_must_go_is_at_least_removed(built_site):
    """
    The last resort, here where every page is at fault: each file that carried her is taken away.
    """
    built_site.edit("content/consents/c-aamp01.yml", "status: live", "status: paused\npaused_on: 2026-11-20")
    built_site.configure(
        "from plugins.offers import HeadLink, offering",
        "def offer_tracker(_settings, offer): offer.head_link(HeadLink('stylesheet', '/../../../tracker.example/x.css'))",
        "offering.connect(offer_tracker)",
    )
    run = built_site.build()
    words = ("A lamp in", "Samar", "سمر", "مصباح")

    assert 1 == run.status
    assert "files that may stand no more were removed." in run.err
    assert [] == [(path, word) for path, own in built_site.files().items() for word in words if word.encode() in own]
    assert "404.html" in built_site.files()
