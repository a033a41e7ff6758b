"""
A text is read once: what is known of it is taken from the state, and what is not known is never guessed.
"""

import os

import pytest

from plugins.build import bodies, kept, reading
from plugins.build.bodies import StateError
from plugins.build.kept import Kept, together
from plugins.build.looking import Look
from plugins.build.reading import Readings
from plugins.build.scanning import find_files
from plugins.markup.body import BodyRenderer
from plugins.problems import Problem, Report
from plugins.records.reading import read_fields, read_name
from tests.make import LANGUAGES, lines_of, make_files

TEXT = """\
---
title: {title}
summary: A summary.
date: 2026-11-01
status: published
id: 7f3k9q2m5x
scale: micro
made: about
---
{words}
"""
RENDER = BodyRenderer()


def text(words="Words of welcome.", title="A title"):
    return TEXT.format(words=words, title=title)


class Site:
    """A folder of texts, and a state beside it."""

    def __init__(self, folder, files, workers=1):
        self.folder, self.workers = folder, workers
        make_files(folder / "content", files)
        self.settle()
        self.parsed, self.looked = [], []

    def settle(self):
        """Let the files be older than any clock can doubt."""
        for path in (self.folder / "content").rglob("*.md"):
            os.utime(path, (1_700_000_000, 1_700_000_000 + len(path.read_bytes())))

    def render(self, *given):
        self.parsed.append(given[2])
        return RENDER(*given)

    def find(self, named, text):
        self.looked.append(named.path)
        if "odd" in text:
            yield Problem(named.path, 1, 1, "it is odd", "Mend it.")

    def read(self, rules="1", made_by="this software"):
        self.parsed.clear()
        self.looked.clear()
        content = self.folder / "content"
        stamps = find_files(content, "content")[0]
        named = {name: read_name(name, f"content/{name}", LANGUAGES, "en") for name in stamps}
        readings = Readings(content, Kept(self.folder / ".cache", made_by), self.workers, named)
        readings.read(stamps, [Look("odd", rules, self.find)], self.render)
        records = readings.records()
        self.problems = lines_of(Report(readings.problems(["odd"])))
        readings.save()
        self.records = records
        return [(record.slug, record.front.title, "".join(record.body.parts)) for record in records]


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path, {f"stories/{name}.md": text(f"Words of {name}.") for name in "abc"})


ALL = [(name, "A title", f"<p>Words of {name}.</p>") for name in "abc"]


def test_what_was_read_is_not_read_again(site):
    assert ALL == site.read()
    assert 3 == len(site.parsed) == len(site.looked)
    assert ALL == site.read()
    assert [] == site.parsed == site.looked


def test_only_what_was_edited_is_read_again(site):
    site.read()
    (site.folder / "content/stories/b.md").write_text(text("Other words."))

    assert [*ALL[:1], ("b", "A title", "<p>Other words.</p>"), *ALL[2:]] == site.read()
    assert ["content/stories/b.md"] == site.parsed == site.looked


def test_fields_that_stand_as_before_are_not_checked_again(site, monkeypatch):
    site.read()
    checked = []
    monkeypatch.setattr(reading, "read_fields", lambda *given: checked.append(given) or read_fields(*given))
    (site.folder / "content/stories/b.md").write_text(text("Other words."))
    site.read()

    assert [] == checked
    assert [(2, 8), (8, 7), (1, 1)] == [site.records[1].at(name) for name in ("title", "made", "picture")]

    (site.folder / "content/stories/b.md").write_text(text("Other words.", title="Another"))
    assert ("b", "Another", "<p>Other words.</p>") in site.read()
    assert 1 == len(checked)


def test_fields_that_were_wrong_are_checked_until_they_are_right(site):
    wrong = text().replace("scale: micro", "scale: tiny")
    for words in ("Words.", "Other words."):
        (site.folder / "content/stories/b.md").write_text(wrong.replace("Words of welcome.", words))
        assert ["a", "c"] == [own[0] for own in site.read()]
        assert 1 == len(site.problems) and "scale" in site.problems[0]


def test_new_times_alone_change_nothing(site):
    """
    In a fresh checkout all times are new, and all bytes are known.
    """
    site.read()
    for path in (site.folder / "content").rglob("*.md"):
        os.utime(path, (1_800_000_000, 1_800_000_000))

    assert ALL == site.read()
    assert [] == site.parsed == site.looked


def test_an_edit_that_keeps_size_and_time_is_seen_when_it_follows_at_once(site):
    """
    File systems count time coarsely, so that a file which was young when it was read is not trusted by its time.
    """
    path = site.folder / "content/stories/a.md"
    path.write_text(text("Words of x."))
    before = path.stat()
    site.read()
    path.write_text(text("Words of y."))
    os.utime(path, ns=(before.st_mtime_ns, before.st_mtime_ns))

    assert "<p>Words of y.</p>" == site.read()[0][2]


def test_what_is_gone_is_forgotten_and_what_is_new_is_read(site):
    site.read()
    (site.folder / "content/stories/a.md").unlink()
    make_files(site.folder / "content", {"stories/d.md": text("Words of d.")})

    assert [*ALL[1:], ("d", "A title", "<p>Words of d.</p>")] == site.read()
    assert ["content/stories/d.md"] == site.parsed


def test_no_word_that_is_gone_stays_in_the_state(site):
    """
    The words are somebody's, and she may have taken them back.
    """
    site.read()
    (site.folder / "content/stories/a.md").write_text(text("Nothing."))
    (site.folder / "content/stories/b.md").unlink()
    site.read()
    left = b"".join(path.read_bytes() for path in (site.folder / ".cache").rglob("*") if path.is_file())

    assert (0, 0, 1) == tuple(left.count(f"Words of {name}".encode()) for name in "abc")


def test_a_problem_is_told_again_although_nothing_is_read(site):
    (site.folder / "content/stories/a.md").write_text(text("An odd word."))
    (site.folder / "content/stories/b.md").write_text(text("# No"))
    site.settle()
    site.read()
    first = site.problems
    site.read()

    assert 2 == len(first) and "it is odd" in first[0]
    assert [] == site.parsed
    assert first == site.problems
    assert ["a", "c"] == [record.slug for record in site.records]


def test_other_rules_look_again_at_everything_and_read_nothing(site):
    site.read()
    (site.folder / "content/stories/a.md").write_text(text("An odd word."))
    site.settle()
    site.read()

    site.read(rules="2")
    assert ([], 3, 1) == (site.parsed, len(site.looked), len(site.problems))


def test_other_software_reads_everything_again(site):
    site.read()

    assert ALL == site.read(made_by="other software")
    assert 3 == len(site.parsed)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: b"",
        lambda raw: raw[:-1],
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw + b"x",
        lambda raw: raw.replace(b"odd", b"add"),
        lambda raw: b"\xff" * len(raw),
        lambda raw: raw.replace(kept.MARK, b"Welcome Stories, state 0\n"),
    ],
)
def test_a_state_that_is_not_what_was_written_counts_for_nothing(site, spoil):
    site.read()
    state = site.folder / ".cache/texts"
    state.write_bytes(spoil(state.read_bytes()))

    assert ALL == site.read()
    assert 3 == len(site.parsed)


def test_bodies_that_are_not_what_was_written_are_never_shown(site):
    """
    The state goes at once: a command that could not be done, such as a withdrawal, can be done the second time.
    """
    site.read()
    for path in (site.folder / ".cache/bodies").iterdir():
        path.write_bytes(path.read_bytes()[::-1])

    with pytest.raises(StateError):
        site.read()
    assert ALL == site.read()
    assert 3 == len(site.parsed)


def test_where_bodies_are_missing_everything_is_read_again(site):
    site.read()
    for path in (site.folder / ".cache/bodies").iterdir():
        path.unlink()

    assert ALL == site.read()
    assert 3 == len(site.parsed)


@pytest.mark.parametrize("readings", [1, 2])
def test_a_reading_goes_on_showing_what_it_read_while_another_keeps_something_else(site, readings):
    for _ in range(readings):
        site.read()
    before = site.records
    (site.folder / "content/stories/a.md").write_text(text("Other words."))
    site.read()

    assert ["<p>Words of a.</p>", "<p>Words of b.</p>"] == ["".join(record.body.parts) for record in before[:2]]


def test_where_nothing_can_be_kept_everything_is_read(site):
    (site.folder / ".cache").write_text("a file in the way")

    assert ALL == site.read()
    assert ALL == site.read()
    assert 3 == len(site.parsed)


def test_many_processes_read_what_one_reads(tmp_path):
    files = {f"stories/{number}.md": text(f"Words of {number}.") for number in range(100)} | {"stories/x.md": "odd"}
    one, many = Site(tmp_path / "one", files), Site(tmp_path / "many", files, workers=2)

    assert one.read() == many.read()
    assert one.problems == many.problems
    assert one.read() == many.read()


@pytest.mark.parametrize("workers", [1, 2])
def test_texts_come_in_one_order_whichever_of_them_were_known(tmp_path, workers):
    """
    Else what is made of several texts, such as the basis of a plan, would change where nothing did.
    """
    files = {f"stories/{number}.md": text(f"Words of {number}.") for number in range(1000, 1100)}
    site = Site(tmp_path, files, workers)
    first = site.read()
    for known in ("stories/1000.md", "stories/1050.md"):
        (site.folder / "content" / known).rename(site.folder / "aside.md")
        site.read()
        (site.folder / "aside.md").rename(site.folder / "content" / known)

        assert first == site.read() == sorted(first)


@pytest.mark.parametrize("workers", [1, 2])
def test_what_a_process_reads_first_it_keeps_itself(tmp_path, monkeypatch, workers):
    """
    Bodies are most of what is read: they need not go from one process to another, and nobody writes them again.
    """
    written, found = [], []
    write, save = kept.write_new, Kept.save

    def save_and_see(own, rows, changed):
        found.extend(type(row.blob) for row in rows.values())
        written.clear()
        save(own, rows, changed)

    for module in (bodies, kept):
        monkeypatch.setattr(module, "write_new", lambda path, raw: (written.append(path.parent.name), write(path, raw)))
    monkeypatch.setattr(Kept, "save", save_and_see)
    site = Site(tmp_path, {f"stories/{number}.md": text(f"Words of {number}.") for number in range(200)}, workers)

    assert 200 == len(site.read())
    assert [tuple] * 200 == found
    # Besides the state, only the group of which some were read before there were other processes.
    assert ["bodies"] * (workers - 1) + [".cache"] == written


def test_bodies_that_cannot_be_kept_while_they_are_read_are_shown_all_the_same(site, monkeypatch):
    def refuse(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(bodies, "write_new", refuse)

    assert ALL == site.read() == site.read()
    assert 3 == len(site.parsed)


def test_a_file_that_comes_in_pieces_is_read_to_its_end(site, monkeypatch):
    """
    Some file systems give less at once than there is.
    """
    read = os.read
    monkeypatch.setattr(reading.os, "read", lambda file, size: read(file, min(size, 7)))

    assert ALL == site.read()


@pytest.mark.parametrize("workers", [1, 2])
def test_where_some_bodies_cannot_be_kept_all_are_shown(tmp_path, monkeypatch, workers):
    """
    As on a disk that is nearly full: what lies there already goes with the rest, and can be read to the end.
    """
    write = bodies.write_new

    refused = set()

    def write_some(path, raw):
        if int(path.name[0], 16) % 2:
            refused.add(path.name)
            raise OSError(28, "No space left on device")
        write(path, raw)

    monkeypatch.setattr(bodies, "write_new", write_some)
    files = {f"stories/{number}.md": text("Words. " * (number % 40)) for number in range(200)}
    site = Site(tmp_path, {**files, "stories/0.md": text()}, workers)

    for _ in range(2):
        assert 196 == len(site.read())
        assert all("Words" in "".join(record.body.parts) for record in site.records)
    assert refused


def test_bodies_that_are_removed_while_texts_are_read_are_never_taken_for_empty(site, monkeypatch):
    """
    As by another build at the same time; whoever wants them is told to begin again.
    """
    lay = Kept.lay

    def lay_and_lose(own, rows):
        laid = lay(own, rows)
        for path in (site.folder / ".cache/bodies").iterdir():
            path.unlink()
        return laid

    with monkeypatch.context() as patched, pytest.raises(StateError):
        patched.setattr(Kept, "lay", lay_and_lose)
        site.read()
    assert ALL == site.read()


def test_bodies_lie_where_they_lay_while_a_site_grows():
    """
    So that one edit writes one small file.
    """
    names = [f"stories/{number}.md" for number in range(1000)]
    before, after = together(names), together([*names, "stories/new.md"])

    assert 1 == sum(before[number] != after[number] for number in after)
    assert max(map(len, after.values())) < 256


def test_an_edit_that_keeps_size_and_time_is_seen_long_after(site):
    """
    Some programs put the time of a file back; that it changed is told by the time which only the system sets.
    """
    site.read()
    path = site.folder / "content/stories/a.md"
    before = path.stat()
    path.write_text(text("Words of x."))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert "<p>Words of x.</p>" == site.read()[0][2]
    assert ["content/stories/a.md"] == site.parsed


def test_what_a_reading_left_that_was_cut_off_goes_with_the_next(site):
    """
    It may hold words that were taken back, and the next reading may find nothing changed.
    """
    site.read()
    left = [site.folder / ".cache" / name for name in (".texts.new", "bodies/other", "bodies/.other.new")]
    for path in left:
        path.write_text("Words of hers.")

    assert ALL == site.read()
    assert [] == site.parsed == [path for path in left if path.exists()]
