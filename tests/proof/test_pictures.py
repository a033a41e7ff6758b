"""
What a finished picture must not hold is found in its bytes, and nothing is published of a build that holds it.
"""

import pytest
from PIL import Image

from plugins.build.running import run
from plugins.images.boxes import Box
from plugins.images.opening import decode
from plugins.images.plugin import make_renditions
from plugins.images.renditions import make_rendition
from plugins.offers import Offer
from plugins.outputs import Channel, Finished, verbatim
from plugins.problems import ContentError
from plugins.proof.pictures import PictureProof
from plugins.proof.plugin import offer_proofs
from plugins.quilt.icon import draw_png
from tests.images.drawn import jpeg, photograph, side_of, store, store_redacted
from tests.make import make_consent, make_library, make_story
from tests.media.written import save

FACE = Box(101, 61, 70, 55)
STORY = make_story(picture="hidden")


@pytest.fixture
def picture(tmp_path):
    return store_redacted(tmp_path / "pictures", "hidden", photograph(), FACE)


def proof_of(library):
    """The proof as the build is offered it."""
    offer = Offer({})
    offer_proofs({"SITEURL": "https://example.org"}, offer)
    (proof,) = [own for make in offer.proofs if isinstance(own := make(library, frozenset()), PictureProof)]
    return proof


def faults(content, path="recording.mp3", *pictures):
    return list(PictureProof(pictures)(Finished(path, Channel.SITE, (), content)))


def with_place(content):
    """The same picture with the place where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 28.0, 40.0), 3: "W", 4: (0.0, 0.0, 5.0)})
    return jpeg(decode(content), exif=exif)


def with_comment(content):
    return jpeg(decode(content), comment=b"taken in her kitchen")


def without_box(_content):
    return make_rendition(jpeg(photograph()), 320, "jpeg")


LEAKS = {
    with_place: "EXIF data",
    with_comment: "a comment",
    without_box: "can be seen through",
}


@pytest.mark.parametrize("leak", LEAKS, ids=lambda leak: leak.__name__)
def test_a_picture_that_tells_too_much_fails_the_build(tmp_path, picture, leak):
    """
    … and the folder of the site stays as it is.
    """
    library = make_library(STORY, pictures=[picture])
    outputs = sorted(make_renditions(library), key=lambda output: output.path)
    at = next(at for at, output in enumerate(outputs) if output.path.endswith("-320.jpg"))
    bad = [*outputs[:at], verbatim(outputs[at].path, leak(outputs[at].make_bytes())), *outputs[at + 1 :]]

    with pytest.raises(ContentError) as caught:
        run(bad, [proof_of(library)], tmp_path / "output")
    assert LEAKS[leak] in "\n".join(problem.what for problem in caught.value.report)
    assert {f"output/{outputs[at].path}"} == {problem.path for problem in caught.value.report}
    assert not (tmp_path / "output").exists()
    assert 3 == run(outputs, [proof_of(library)], tmp_path / "output").written


def test_a_picture_that_somebody_in_it_does_not_allow_is_made_of_none(tmp_path):
    picture = store(tmp_path, "hidden", jpeg(photograph()), side_of(consents="[C-000001]"))
    allowed = make_library(STORY, pictures=[picture], consents=[make_consent()])
    outputs = list(make_renditions(allowed))
    proof = proof_of(make_library(STORY, pictures=[picture]))

    assert ["this picture is made of none in the folder of pictures"] * 3 == [
        fault for own in outputs for fault in proof(Finished(own.path, own.channel, own.carries, own.make_bytes()))
    ]


def test_a_published_picture_that_shows_what_another_hides_is_found(tmp_path, picture):
    twin = store(tmp_path / "pictures", "twin", jpeg(photograph()))
    library = make_library(STORY, make_story(slug="b", picture="twin"), pictures=[picture, twin])
    proof = proof_of(library)
    found = {
        own.path: list(proof(Finished(own.path, own.channel, own.carries, own.make_bytes())))
        for own in make_renditions(library)
    }

    assert [['this shows what is redacted in "hidden"']] == [own for own in found.values() if own]


def test_nothing_is_read_where_nothing_is_redacted(tmp_path):
    picture = store(tmp_path, "hidden", jpeg(photograph()))
    contents = {own.path: own.make_bytes() for own in make_renditions(make_library(STORY, pictures=[picture]))}
    picture.path.unlink()

    assert [] == [fault for path, content in contents.items() for fault in faults(content, path, picture)]


@pytest.mark.parametrize(
    ("path", "content", "expected"),
    [
        ("apple-touch-icon.png", draw_png(180), []),
        ("a.png", draw_png(180) + b"more", ["the file holds bytes after the end of the picture"]),
        ("a.jpg", with_comment(jpeg(photograph())), ["the file holds a comment"]),
        ("a.bin", with_comment(jpeg(photograph())), ["the file holds a comment"]),
        ("a.webp", save(photograph(), "WEBP")[:-99], ["the file ends in the middle of the picture"]),
        ("a.mp3", b"Hello", ["this is no kind of file that is known here"]),
        ("a.mp3", b"", ["the file is empty"]),
        ("index.html", b"<!doctype html>", []),
        ("favicon.svg", b"<svg/>", []),
    ],
)
def test_every_other_picture_or_recording_holds_nothing_else(path, content, expected):
    assert expected == faults(content, path)


def test_the_proof_looks_again_when_a_picture_changes(tmp_path, picture):
    other = store(tmp_path, "other", jpeg(photograph(2)))
    digests = {PictureProof(own).digest for own in ((), (picture,), (other,), (picture, other))}

    assert 4 == len(digests)
    assert PictureProof((other, picture)).digest == PictureProof((picture, other)).digest
