"""
The same input gives the same bytes, on any machine.
"""

import os
import shutil
import sys

import pytest

from tests.small_site.site import HERE, ROOT, Site, run

LONG_AGO = 1_000_000_000


def copy_backwards(small_site, folder):
    """The texts of the small site, written in another order and long ago."""
    source = small_site.site.content
    for path in sorted(source.rglob("*"), reverse=True):
        target = folder / "content" / path.relative_to(source)
        if path.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
            os.utime(target, (LONG_AGO, LONG_AGO))
    shutil.copy(HERE / "smallconf.py", folder)
    return Site(folder)


@pytest.fixture(scope="session")
def other_machine(build_once, small_site):
    """The small site built where everything that must not matter is different."""

    def build(folder):
        site = copy_backwards(small_site, folder)
        site.configure("PLUGINS = PLUGINS[::-1]")
        return site.build(
            PYTHONPATH=f"{HERE / 'disorder'}{os.pathsep}{ROOT}",
            PYTHONHASHSEED="4242",
            TZ="Pacific/Auckland",
            LC_ALL="C",
            PYTHONCOERCECLOCALE="0",
            PYTHONUTF8="0",
            HOME="/nowhere",
            COLUMNS="20",
        )

    folder = build_once("other-machine", build)
    return Site(folder)


def test_same_input_gives_the_same_bytes(small_site, other_machine):
    """
    With other hash seeds, file order, file times, clock, time zone, locale and order of plugins, every byte is the same.
    """
    assert small_site.files == other_machine.files()


def test_same_input_gives_the_same_manifest(small_site, other_machine):
    """
    The manifest is the same too, but for the times of the files.
    """
    expected = {path: {**entry, "mtime": 0} for path, entry in small_site.manifest.items()}
    found = {path: {**entry, "mtime": 0} for path, entry in other_machine.manifest().items()}

    assert expected == found
    assert list(expected) == list(found)


def test_other_machine_is_another(tmp_path):
    """
    The other machine of these tests does read folders backwards, does have another clock and does not read UTF-8 unasked.
    """
    for name in "abc":
        (tmp_path / name).mkdir()
    asked = (
        "import os, pathlib, time, datetime, locale;"
        "print([e.name for e in os.scandir('.')], next(os.walk('.'))[1], os.listdir(),"
        " [p.name for p in pathlib.Path('.').iterdir()], [p.name for p in pathlib.Path('.').glob('*')],"
        " datetime.datetime.now().timestamp() - time.clock_gettime(time.CLOCK_REALTIME) > 10**7,"
        " time.time() - time.clock_gettime(time.CLOCK_REALTIME) > 10**7, locale.getpreferredencoding())"
    )
    said = run(
        tmp_path,
        sys.executable,
        "-c",
        asked,
        PYTHONPATH=str(HERE / "disorder"),
        LC_ALL="C",
        PYTHONCOERCECLOCALE="0",
        PYTHONUTF8="0",
    )

    assert f"{['c', 'b', 'a']} " * 5 + "True True ANSI_X3.4-1968\n" == said.out


def test_no_byte_tells_of_the_machine(small_site):
    """
    No file names a folder of this machine, its user, or the software's version of the day.
    """
    words = [str(small_site.site.folder), str(ROOT), os.path.expanduser("~") + "/", sys.version.split()[0]]
    found = [(path, word) for path, own in small_site.files.items() for word in words if word.encode() in own]

    assert [] == found
