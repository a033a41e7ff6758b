"""
One build: every Output is made and proved, and only then is anything put in place.
"""

import signal
from functools import partial

import pytest

from plugins.build.basis import Basis
from plugins.build.bodies import StateError
from plugins.build.memo import Memo
from plugins.build.neighbours import Neighbours, write_journal
from plugins.build.progress import Progress
from plugins.build.running import FAULT, PORTION, Knowledge, collect, find_clashes, run
from plugins.offers import Offer
from plugins.outputs import Channel, Output, verbatim
from plugins.problems import ContentError
from tests.make import lines_of, make_library, make_output, read_files


def offering(*makers):
    offer = Offer({})
    for maker in makers:
        offer.outputs(maker)
    return offer


def making(*paths):
    return lambda _library: [verbatim(path, path.encode()) for path in paths]


def test_the_outputs_of_all_features_are_collected_by_path():
    library = make_library()
    outputs = collect(library, offering(making("b", "a/index.html"), making("c")))

    assert [".nojekyll", "a/index.html", "b", "c"] == [output.path for output in outputs]


def test_the_order_of_features_does_not_matter():
    library = make_library()
    one, other = making("b", "d"), making("a", "c")

    first, second = (collect(library, offering(*features)) for features in ((one, other), (other, one)))
    assert [output.key for output in first] == [output.key for output in second]


def test_every_feature_is_given_the_library():
    given = []
    library = make_library()
    collect(library, offering(lambda own: given.append(own) or []))

    assert [library] == given


RENAME = "Rename one of the two."


@pytest.mark.parametrize(
    ("paths", "lines"),
    [
        (["a", "b"], []),
        (["a/index.html", "a/b/index.html"], []),
        (["a", "a"], [f'output/a:1:1: two things are published at "/a". {RENAME}']),
        (
            ["Theme/x.css", "theme/x.css"],
            [f'output/theme/x.css:1:1: two things are published at "/Theme/x.css". {RENAME}'],
        ),
        (["STRASSE", "straße"], [f'output/straße:1:1: two things are published at "/STRASSE". {RENAME}']),
        (["a", "a/index.html"], [f"output/a:1:1: this is the path of a file and of a folder. {RENAME}"]),
        (["A", "a/b/index.html"], [f"output/A:1:1: this is the path of a file and of a folder. {RENAME}"]),
        (["../a"], ["output/../a:1:1: this is no path of a published file. Rename what it is made of."]),
        (["/a"], ["output//a:1:1: this is no path of a published file. Rename what it is made of."]),
        ([".git/config"], ["output/.git/config:1:1: this is no path of a published file. Rename what it is made of."]),
    ],
)
def test_what_cannot_stand_side_by_side_is_told(paths, lines):
    assert lines == lines_of(find_clashes([make_output(path) for path in paths]))


def test_two_features_that_want_one_path_stop_the_build():
    with pytest.raises(ContentError) as caught:
        collect(make_library(), offering(making("a", "b"), making("b", "a")))

    assert [f'output/{path}:1:1: two things are published at "/{path}". {RENAME}' for path in "ab"] == lines_of(
        caught.value.report
    )


class Looking:
    """A proof that does with each file what a function says."""

    def __init__(self, look, digest="looking"):
        self.look, self.digest = look, digest

    def __call__(self, finished):
        return self.look(finished)


never = Looking(lambda _finished: ())


def test_every_output_is_made_and_placed(tmp_path):
    placed = run([verbatim("a", b"1"), verbatim("b/c", b"2")], [never], tmp_path / "output")

    assert 2 == placed.written
    assert {"a": b"1", "b/c": b"2"} == read_files(tmp_path / "output")


def test_a_proof_sees_each_file_and_what_it_says_of_itself(tmp_path):
    seen = []
    proof = Looking(lambda finished: seen.append(finished) or ())
    run([verbatim("a", b"1"), make_output("b", channel=Channel.FEED, carries=("x",))], [proof], tmp_path / "output")

    assert [("a", "site", (), b"1"), ("b", "feed", ("x",))] == [
        (seen[0].path, seen[0].channel, seen[0].carries, seen[0].content), (seen[1].path, seen[1].channel, seen[1].carries),
    ]  # fmt: skip


def test_an_unchanged_file_is_not_looked_at_again(tmp_path):
    """
    Unless it changed, or what it says of itself, or what the proof hangs on.
    """
    seen = []

    def build(*outputs, digest="one"):
        seen.clear()
        run(list(outputs), [Looking(lambda finished: seen.append(finished.path) or (), digest)], tmp_path / "output")
        return list(seen)

    mark = verbatim(".nojekyll", b"")
    assert [".nojekyll", "a", "b"] == build(mark, verbatim("a", b"1"), verbatim("b", b"1"))
    assert [] == build(mark, verbatim("a", b"1"), verbatim("b", b"1"))
    assert ["b"] == build(mark, verbatim("a", b"1"), verbatim("b", b"2"))
    assert ["b"] == build(mark, verbatim("a", b"1"), verbatim("b", b"2", Channel.FEED))
    assert [".nojekyll", "a", "b"] == build(mark, verbatim("a", b"1"), verbatim("b", b"2", Channel.FEED), digest="two")


def test_what_only_has_to_be_looked_at_again_is_not_made_again(tmp_path):
    """
    A proof that might find something else looks at the file as it stands; one that was touched is made again.
    """
    made, seen = [], []

    def view(value):
        made.append(value)
        return value

    def build(digest):
        made.clear()
        seen.clear()
        looking = Looking(lambda finished: seen.append((finished.path, finished.content)) or (), digest)
        run(
            [verbatim(".nojekyll", b""), *(make_output(path, path.encode(), view=view) for path in "ab")],
            [looking],
            folder,
        )
        return made, [path for path, _ in seen]

    folder = tmp_path / "output"
    assert (2, [".nojekyll", "a", "b"]) == (len(build("one")[0]), build("two")[1])
    before = dict(seen)
    assert ([], [".nojekyll", "a", "b"]) == build("three")
    assert before == dict(seen)
    (folder / "b").write_bytes(b"other words")
    assert (1, [".nojekyll", "a", "b"]) == (len(build("four")[0]), [path for path, _ in seen])
    assert before == dict(seen)
    build("four")
    assert [] == made == seen


def test_where_a_proof_fails_nothing_is_published_and_every_fault_is_told(tmp_path):
    """
    Nothing half-checked is published, and nothing is left beside the folder.
    """
    folder = tmp_path / "output"
    run([verbatim(".nojekyll", b""), verbatim("a", b"old")], [never], folder)
    before = sorted(tmp_path.rglob("*"))

    faulty = Looking(lambda finished: ["it is wrong", "it is bad"] if finished.content == b"bad" else [])

    with pytest.raises(ContentError) as caught:
        run([verbatim("a", b"bad"), verbatim("b", b"good"), verbatim("c", b"bad")], [never, faulty], folder)
    assert [
        f"output/{path}:1:1: {what}. This is a fault of the software or the theme: tell its developers."
        for path in "ac"
        for what in ("it is bad", "it is wrong")
    ] == lines_of(caught.value.report)
    assert {".nojekyll": b"", "a": b"old"} == read_files(folder)
    assert before == sorted(tmp_path.rglob("*"))


@pytest.mark.parametrize("workers", [1, 2])
def test_where_a_page_cannot_be_made_nothing_is_published(tmp_path, workers):
    """
    Whichever process was to make it, the line that failed is told.
    """
    folder = tmp_path / "output"
    run([verbatim(".nojekyll", b""), verbatim("a", b"old")], [never], folder)
    before = sorted(tmp_path.rglob("*"))

    def broken(_view):
        raise ZeroDivisionError("no page")

    with pytest.raises(ContentError) as caught:
        run([verbatim("a", b"new"), make_output("b", view=broken)], [never], folder, workers)
    (line,) = lines_of(caught.value.report)
    assert line.startswith(
        "output/b:1:1: it could not be made: ZeroDivisionError: no page (tests/build/test_running.py, line "
    )
    assert {".nojekyll": b"", "a": b"old"} == read_files(folder)
    assert before == sorted(tmp_path.rglob("*"))


@pytest.mark.parametrize("workers", [2, 3])
def test_many_processes_make_what_one_makes(tmp_path, workers):
    outputs = [verbatim(f"{number}/a", str(number).encode()) for number in range(200)]
    looking = Looking(lambda finished: ["it is odd"] if finished.path == "wrong" else [])
    one, many = tmp_path / "one", tmp_path / "many"

    assert run(outputs, [looking], one) == run(outputs, [looking], many, workers)
    assert read_files(one) == read_files(many)
    with pytest.raises(ContentError) as caught:
        run([*outputs, verbatim("wrong", b"")], [looking], many, workers)
    assert ["output/wrong:1:1: it is odd. " + FAULT] == lines_of(caught.value.report)
    assert read_files(one) == read_files(many)


@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_while_files_are_made_leaves_the_site_as_it_was(tmp_path, workers):
    """
    Nothing is published, and nothing is left beside the folder.
    """
    folder = tmp_path / "output"
    run([verbatim(".nojekyll", b""), verbatim("a", b"old")], [never], folder)
    before = sorted(tmp_path.rglob("*"))

    def stopped(_view):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run([verbatim("a", b"new"), make_output("b", view=stopped)], [never], folder, workers)
    assert {".nojekyll": b"", "a": b"old"} == read_files(folder)
    assert before == sorted(tmp_path.rglob("*"))


class Impatient(Progress):
    """Presses Ctrl-C for as long as files are put in place."""

    words = ""

    def stage(self, words):
        self.words = words

    def reached(self, done, total=0):
        if self.words == "Putting files in place":
            signal.raise_signal(signal.SIGINT)


def test_ctrl_c_never_leaves_half_a_site(tmp_path):
    """
    Once files are put in place, all of them are. Afterwards Ctrl-C is heard again.
    """
    folder = tmp_path / "output"
    run([verbatim(".nojekyll", b""), verbatim("a", b"old")], [never], folder)
    try:
        placed = run([verbatim("a", b"new"), verbatim("b", b"new")], [never], folder, progress=Impatient())
    except KeyboardInterrupt:
        pytest.fail("it was stopped half way")

    assert 2 == placed.written
    assert {"a": b"new", "b": b"new"} == read_files(folder)
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


class Heard(Progress):
    """Remembers what it was told last of each stage."""

    def __init__(self):
        self.told = {}

    def stage(self, words):
        self.words = words
        self.told[words] = None

    def reached(self, done, total=0):
        self.told[self.words] = (done, total)


def test_progress_is_told_of_every_stage(tmp_path):
    heard = Heard()
    outputs = collect(make_library(), offering(making("a", "b")), heard)
    run(outputs, [never], tmp_path / "output", progress=heard)
    run([*outputs, verbatim("c", b"")], [never], tmp_path / "output", progress=(second := Heard()))

    assert {
        "Planning files": (2, 0),
        "Looking for changes": (3, 3),
        "Making files": (3, 3),
        "Putting files in place": (3, 3),
    } == heard.told
    assert {"Looking for changes": (4, 4), "Making files": (1, 1), "Putting files in place": (1, 1)} == second.told


@pytest.mark.parametrize("workers", [1, 2])
def test_a_state_that_is_not_what_was_written_is_no_fault_of_a_page(tmp_path, workers):
    """
    Whoever builds forgets it and begins again; told as a fault of the theme, it would stop every build to come.
    """

    def spoilt(_view):
        raise StateError("bodies are not what was written")

    with pytest.raises(StateError):
        run([make_output(f"{number:03}", view=spoilt) for number in range(100)], [never], tmp_path / "output", workers)
    assert [] == list(tmp_path.iterdir())


def test_where_files_cannot_be_put_in_place_none_is_left_waiting(tmp_path, monkeypatch):
    """
    They would fill a full disk, and hold words that somebody may take back before the next build.
    """

    def fail(_path, _touched):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("plugins.build.placing.write_journal", fail)
    with pytest.raises(OSError):
        run([verbatim("a", b"1")], [never], tmp_path / "output")
    assert [] == list(tmp_path.iterdir())


def test_on_the_same_basis_only_what_can_have_changed_is_gathered(tmp_path):
    """
    A file that carries no text whose body changed is what it was; one that was touched, or was about to be written
    when a build was cut off, is made again all the same.
    """
    folder, gathered = tmp_path / "output", []

    def later(path, *ids):
        ready = make_output(path, path.encode(), carries=ids)
        return Output.later(path, lambda: gathered.append(path) or ready)

    def build(digest="x", **bodies):
        gathered.clear()
        outputs = [verbatim(".nojekyll", b""), later("a", "1"), later("b", "1", "2"), later("c")]
        run(outputs, [], folder, knowledge=Knowledge(Basis(digest, bodies)))
        return gathered

    assert ["a", "b", "c"] == build(**{"1": "p", "2": "q"})
    assert [] == build(**{"1": "p", "2": "q"})
    assert ["b"] == build(**{"1": "p", "2": "other"})
    assert ["a", "b"] == build(**{"1": "other", "2": "other"})
    assert ["a", "b", "c"] == build("y", **{"1": "other", "2": "other"})
    assert ["a", "b", "c"] == build("y", **{"1": "other"})
    assert ["a", "b", "c"] == build("", **{"1": "other"})
    assert ["a", "b", "c"] == build("", **{"1": "other"})
    build("y", **{"1": "other"})
    before = read_files(folder)
    (folder / "c").write_bytes(b"other")
    assert ["c"] == build("y", **{"1": "other"})
    write_journal(Neighbours(folder).journal, {"a"})
    assert ["a"] == build("y", **{"1": "other"})
    assert before == read_files(folder)


def test_what_another_process_finds_out_is_remembered(tmp_path):
    memo = Memo(None, "")
    outputs = [Output.later(f"{n}", partial(finding_out, memo, f"{n}")) for n in range(3 * PORTION)]
    prepared = []
    run(outputs, [], tmp_path / "output", 2, knowledge=Knowledge(memo=memo, prepare=lambda: prepared.append(1)))

    assert [1] == prepared
    assert [f"{n} found" for n in range(3 * PORTION)] == [memo(f"{n}", unasked) for n in range(3 * PORTION)]


def finding_out(memo, path):
    memo(path, lambda: f"{path} found")
    return make_output(path)


def unasked():
    raise AssertionError("it was known")
