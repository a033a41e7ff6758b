"""
`make clean` removes all that builds leave, by the names under which they leave it, and nothing else.
"""

import subprocess

import pytest

from plugins.build.neighbours import Neighbours, write_journal
from plugins.build.running import run
from tests.make import ROOT, make_output


def clean(folder, output):
    command = [
        "make",
        "--no-print-directory",
        "-f",
        ROOT / "Makefile",
        "clean",
        f"BASEDIR={folder}",
        f"OUTPUTDIR={output}",
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


@pytest.mark.parametrize("name", ["output", "out-x"])
def test_nothing_is_left_of_a_site_that_was_built_here(tmp_path, name):
    output = tmp_path / name
    run([make_output("index.html")], (), output)
    beside = Neighbours(output)
    write_journal(beside.journal, ["index.html"])
    beside.staging.mkdir()
    (tmp_path / ".cache").mkdir()
    (tmp_path / "own.txt").touch()
    done = clean(tmp_path, output)

    assert 0 == done.returncode, done.stdout
    assert ["own.txt"] == [path.name for path in tmp_path.iterdir()]


def test_a_folder_that_no_build_has_filled_is_left_alone(tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/one.txt").touch()
    done = clean(tmp_path, tmp_path / "letters")

    assert 0 != done.returncode
    assert (tmp_path / "letters/one.txt").exists()
