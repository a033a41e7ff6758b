"""
`make photo` brings a photograph in without what it told before, or says in a sentence why it does not.
"""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.desk import photo as desk
from plugins.desk.photo import PhotoWish, one_line, photo, read_boxes, side_text, write_both
from plugins.images.boxes import Box
from plugins.images.bringing import Brought
from plugins.images.reading import read_pictures, read_side
from plugins.media.metadata import find_metadata
from plugins.problems import SettingsError
from tests.images.drawn import jpeg, photograph
from tests.make import ROOT, lines_of, read_files
from tests.media.written import draw, gps_exif, save

ALT = "Two women sewing a quilt"


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Runs the command in a site of its own; its status, what it said, and what is in the folder of pictures."""
    content = tmp_path / "content"
    content.mkdir()
    (tmp_path / "pelicanconf.py").write_text((ROOT / "pelicanconf.py").read_text("utf-8"), "utf-8")
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(ROOT))
    (tmp_path / "Sewing day.JPG").write_bytes(jpeg(photograph(), exif=gps_exif()))

    def run_it(file="Sewing day.JPG", alt=ALT, people="none", **options):
        status = photo(tmp_path / "pelicanconf.py", PhotoWish(str(file), alt, people=people, **options))
        said = capsys.readouterr()
        folder = content / "pictures"
        return status, said.out, said.err, sorted(path.name for path in folder.iterdir()) if folder.exists() else []

    return run_it


def test_a_photograph_is_brought_in(run, tmp_path):
    before = (tmp_path / "Sewing day.JPG").read_bytes()
    status, out, err, files = run(credit="Amal", place="region", name="sewing")

    assert (0, "", ["sewing.jpg", "sewing.yml"]) == (status, err, files)
    assert [
        "Wrote content/pictures/sewing.jpg, 360 by 240 pixels, and content/pictures/sewing.yml.",
        "The file held EXIF data and a GPS position: nothing of that was taken along.",
        "Your original was not touched and does not belong in this folder.",
        "Then run: make check.",
    ] == out.splitlines()
    assert before == (tmp_path / "Sewing day.JPG").read_bytes()
    assert [] == find_metadata((tmp_path / "content/pictures/sewing.jpg").read_bytes())


def test_what_was_brought_in_is_read_without_a_fault(run, tmp_path):
    run(credit="Amal", place="region", people="redacted", redact="10,20,30,40; 100,100,9,9", name="sewing")
    pictures, problems = read_pictures(tmp_path / "content/pictures", "content/pictures")
    front = pictures["sewing"].front

    assert [] == lines_of(problems)
    assert ({"en": ALT}, "Amal", "redacted", "region", (Box(10, 20, 30, 40), Box(100, 100, 9, 9))) == (
        front.alt, front.credit, front.people, front.place_reveals, front.redacted,
    )  # fmt: skip


def test_the_name_is_made_of_that_of_the_file(run):
    assert ["sewing-day.jpg", "sewing-day.yml"] == run()[3]


def test_a_credit_that_is_missing_is_asked_for_and_found_by_the_check(run, tmp_path):
    _, out, _, _ = run(name="sewing")

    assert "Fill in the credit in content/pictures/sewing.yml: who made the picture." in out
    assert ["credit: this field is empty"] == [
        problem.what for problem in read_pictures(tmp_path / "content/pictures", "p")[1]
    ]


def test_consents_are_written_down(run, tmp_path):
    run(people="consented", consents="C-7F3K9Q, c-7f3k9r", credit="Amal", name="sewing")

    assert ("C-7F3K9Q", "C-7F3K9R") == read_pictures(tmp_path / "content/pictures", "p")[0]["sewing"].front.consents


def test_what_shines_through_becomes_a_png(run, tmp_path):
    (tmp_path / "patch.png").write_bytes(save(draw(mode="RGBA").rotate(30), "PNG"))

    assert ["patch.png", "patch.yml"] == run("patch.png")[3]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"file": ""}, "Say which photograph, as in: make photo FILE="),
        ({"file": "none.jpg"}, "There is no file none.jpg."),
        ({"file": "~nobody-of-this-name/a.jpg"}, "There is no file ~nobody-of-this-name/a.jpg."),
        ({"file": "a" * 5000}, "There is no file aaa"),
        ({"file": "."}, "There is no file ."),
        ({"file": "pelicanconf.py"}, "This is no kind of file that is known here."),
        ({"alt": ""}, "ALT is missing. Say in a sentence what it shows"),
        ({"alt": " \n"}, "ALT is missing. Say in a sentence what it shows"),
        ({"alt": "a\x00b"}, "ALT holds an invisible character: type it again."),
        ({"credit": "a\udcffb"}, "CREDIT holds an invisible character: type it again."),
        (
            {"people": ""},
            "PEOPLE is missing. Say who can be seen: PEOPLE=none where nobody can be seen; PEOPLE=consented where",
        ),
        (
            {"people": "crowds"},
            'PEOPLE: "crowds" is unknown here. Did you mean "crowd"? Say who can be seen',
        ),
        (
            {"people": "consented"},
            "People who agreed can be seen: give the ids of their consents, as in CONSENTS=C-7F3K9Q.",
        ),
        ({"people": "consented", "consents": "Amal"}, 'CONSENTS: "AMAL" is no consent id: write it like C-7F3K9Q.'),
        ({"people": "redacted"}, "REDACT is missing: write each box as x,y,width,height"),
        ({"redact": "1,2,3"}, 'REDACT: "1,2,3" cannot be read: write each box as x,y,width,height'),
        ({"redact": "1,2,3,4;x"}, 'REDACT: "1,2,3,4;x" cannot be read'),
        ({"redact": ";"}, 'REDACT: ";" cannot be read'),
        (
            {"redact": "350,2,30,4"},
            "The box 350,2,30,4 is not within the picture, which is 360 pixels wide and 240 high.",
        ),
        ({"place": "here"}, 'PLACE: "here" is unknown here. Known here: exact, none, region. Say what it tells'),
        ({"name": "Two words"}, '"Two words" is no name for a picture: give one of lower-case letters'),
        ({"name": "../a"}, '"../a" is no name for a picture: give one of lower-case letters'),
    ],
)
def test_a_wish_that_cannot_be_fulfilled_is_answered_in_a_sentence(run, options, expected):
    status, out, err, files = run(**options)

    assert (1, "", []) == (status, out, files)
    assert err.startswith(expected)
    assert 1 == len(err.splitlines())


def test_an_original_in_the_content_folder_is_sent_away(run, tmp_path):
    (tmp_path / "content/own.jpg").write_bytes(jpeg(draw()))
    (tmp_path / "link.jpg").symlink_to(tmp_path / "content/own.jpg")
    for file in ("content/own.jpg", tmp_path / "content/own.jpg", "link.jpg"):
        status, _, err, files = run(file)
        assert (1, []) == (status, files)
        assert "move it out of the repository" in err


@pytest.mark.parametrize("taken", ["sewing.jpg", "sewing.png", "sewing.webp", "sewing.yml"])
def test_a_name_is_taken_once(run, tmp_path, taken):
    (tmp_path / "content/pictures").mkdir()
    (tmp_path / "content/pictures" / taken).write_bytes(b"mine")
    status, _, err, files = run(name="sewing")

    assert (1, [taken]) == (status, files)
    assert (
        f"There is a file content/pictures/{taken} already: choose another name with NAME=….\n".replace(
            "C", "c", 1
        ).casefold()
        == err.casefold()
    )
    assert b"mine" == (tmp_path / "content/pictures" / taken).read_bytes()


@pytest.mark.parametrize(
    "content", [b"", b"Hello", jpeg(draw())[:-30], jpeg(draw())[:40] + b"\xff" * 90, save(draw(), "PNG")[:-20]]
)
def test_a_hostile_file_is_refused_in_a_sentence(run, tmp_path, content):
    (tmp_path / "a.jpg").write_bytes(content)
    status, out, err, files = run("a.jpg")

    assert (1, "", [], 1) == (status, out, files, len(err.splitlines()))
    assert err.endswith(".\n")


@pytest.mark.parametrize("fails", [1, 2])
def test_never_is_half_of_it_written(tmp_path, monkeypatch, fails):
    calls = []
    own = desk.os.replace

    def replace(*paths):
        calls.append(paths)
        if len(calls) == fails:
            raise OSError("no space")
        own(*paths)

    monkeypatch.setattr(desk.os, "replace", replace)
    with pytest.raises(OSError):
        write_both(tmp_path / "a.jpg", b"picture", tmp_path / "a.yml", b"side")

    assert {} == read_files(tmp_path)


def test_a_full_disk_is_told_without_a_traceback(run, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail)

    assert (1, "", "That did not work: No space left on device. Nothing was written.\n", []) == run()


ANY_LINE = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\ufffe\uffff"),
    min_size=1,
).filter(str.strip)


@settings(max_examples=60)
@given(ANY_LINE, ANY_LINE)
def test_whatever_is_typed_is_read_back(alt, credit):
    try:
        alt, credit = one_line(alt, "ALT"), one_line(credit, "CREDIT")
    except SettingsError:
        return
    plan = desk.Plan(Path("a"), "a", alt, credit, "none", "none", (), ())
    front, problems = read_side(side_text(plan, Brought(b"", "jpeg", 60, 40, (), ()), "en").encode(), "a.yml", (60, 40))

    assert [] == lines_of(problems)
    assert ({"en": alt}, credit) == (front.alt, front.credit)


def test_every_field_of_a_side_file_is_explained():
    plan = desk.Plan(Path("a"), "a", ALT, "", "none", "none", (), ())
    text = side_text(plan, Brought(b"", "jpeg", 60, 40, (), ()), "en")

    for name, info in desk.PictureFront.model_fields.items():
        assert f"# {info.description}\n{'' if info.is_required() else '#'}{name}:" in text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("", ()), ("1,2,3,4", (Box(1, 2, 3, 4),)), (" 1, 2,3 ,4 ; 5,6,7,8;", (Box(1, 2, 3, 4), Box(5, 6, 7, 8)))],
)
def test_boxes_are_read_as_they_are_typed(typed, expected):
    assert expected == read_boxes(typed)
