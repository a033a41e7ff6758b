"""
The software is an ingredient of every page: whatever is changed in it, every page is made anew.
"""

from plugins.build import software
from plugins.build.software import software_digest


def test_it_is_the_same_from_build_to_build():
    assert software_digest.__wrapped__() == software_digest.__wrapped__()


def test_it_changes_with_any_library_that_shapes_the_bytes(monkeypatch):
    before = software_digest.__wrapped__()
    for name in software.LIBRARIES:
        with monkeypatch.context() as patched:
            patched.setattr(software, "version", lambda own, name=name: "99" if own == name else software_version(own))
            assert before != software_digest.__wrapped__()


software_version = software.version


def test_it_changes_with_any_line_of_ours(monkeypatch, tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder / "build").mkdir(parents=True)
        (tmp_path / folder / "feeds.py").write_text(folder)
    digests = []
    for folder in ("one", "two", "one"):
        monkeypatch.setattr(software, "__file__", str(tmp_path / folder / "build" / "software.py"))
        digests.append(software_digest.__wrapped__())

    assert digests[0] == digests[2] != digests[1]
