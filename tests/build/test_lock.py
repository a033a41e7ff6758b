"""
Two builds never write one folder at once, and a build that was killed locks nobody out.
"""

import os
import signal
import subprocess
import sys

import pytest

from plugins.build.lock import has_ended, only_build
from plugins.build.running import run
from plugins.outputs import verbatim
from plugins.problems import SettingsError
from tests.make import ROOT

HOLDER = """
import sys
from pathlib import Path
from plugins.build.lock import only_build
with only_build(Path(sys.argv[1]), Path(sys.argv[2])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the lock of output/."""
    command = [sys.executable, "-c", HOLDER, str(tmp_path / ".output.lock"), str(tmp_path / "output")]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert b"held\n" == process.stdout.readline()
    yield process
    process.kill()
    process.communicate()


def build(folder):
    return run([verbatim("a.txt", b"words")], (), folder / "output")


def test_a_second_build_is_told_who_is_at_work(tmp_path, holder):
    with pytest.raises(
        SettingsError, match=rf"another build is writing output/ at this moment \(process {holder.pid}\)"
    ):
        build(tmp_path)

    assert not (tmp_path / "output").exists()


def test_when_the_first_is_done_the_second_may_write(tmp_path, holder):
    holder.communicate()

    assert 1 == build(tmp_path).written
    assert [".output.manifest", "output"] == sorted(path.name for path in tmp_path.iterdir())


def test_a_build_that_was_killed_locks_nobody_out(tmp_path, holder):
    holder.send_signal(signal.SIGKILL)
    holder.wait()

    assert (tmp_path / ".output.lock").exists()
    assert 1 == build(tmp_path).written


def test_a_build_that_fails_lets_go(tmp_path):
    with pytest.raises(ValueError), only_build(tmp_path / "lock", tmp_path):
        raise ValueError

    with only_build(tmp_path / "lock", tmp_path):
        assert f"{os.getpid()}\n" == (tmp_path / "lock").read_text()


def test_only_the_processes_of_a_build_that_has_ended_are_waited_for(holder):
    assert not has_ended(str(holder.pid))
    holder.communicate()

    assert has_ended(str(holder.pid))
    assert [] == [told for told in ("unknown", "", str(os.getpid()), "9" * 30) if has_ended(told)]
