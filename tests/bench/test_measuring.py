"""
What is measured is the whole of a run: its child processes too, and nothing that failed.
"""

import subprocess
import sys
from dataclasses import replace

import pytest

from bench.measuring import Cost, Run, files_below, middle

BUSY = "sum(range(6_000_000))"
HELD = "held = b'x' * 40_000_000; import time; time.sleep(0.5)"


def run_of(code, folder):
    return Run((sys.executable, "-c", code), folder)


def test_the_time_of_child_processes_counts(tmp_path):
    own = run_of("pass", tmp_path).measure()
    with_child = run_of(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BUSY!r}])", tmp_path).measure()

    assert own.cpu < with_child.cpu


@pytest.mark.parametrize("code", ["raise SystemExit(3)", "import sys; print('a warning', file=sys.stderr)"])
def test_a_run_that_fails_or_complains_is_no_measure(code, tmp_path):
    with pytest.raises(subprocess.CalledProcessError):
        run_of(code, tmp_path).measure()


def test_another_generator_may_complain_but_not_fail(tmp_path):
    code = "import sys; print('a warning', file=sys.stderr)"

    assert replace(run_of(code, tmp_path), may_complain=True).measure().wall > 0
    with pytest.raises(subprocess.CalledProcessError):
        replace(run_of("raise SystemExit(3)", tmp_path), may_complain=True).measure()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what processes hold together")
def test_the_memory_of_all_processes_counts(tmp_path):
    code = f"import subprocess, sys; {HELD.partition(';')[0]}; subprocess.run([sys.executable, '-c', {HELD!r}])"

    assert run_of(code, tmp_path).measure_memory() > 80


def test_the_middle_is_that_of_each_measure():
    costs = [Cost(1, 9, 5), Cost(2, 7, 4), Cost(9, 8, 3)]

    assert Cost(2, 8, 4) == middle(costs)


def test_files_are_counted_with_their_bytes(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").write_bytes(b"12")
    (tmp_path / "d").write_bytes(b"345")

    assert (2, 5) == files_below(tmp_path)
