"""
Work that is shared among processes is the same work: all of it is done once, in order, and what goes wrong is told.
"""

import os
import pickle
import resource
import signal

import pytest

from plugins.build.progress import Progress
from plugins.build.workers import FEW, MOST_PORTIONS, beside, portions_of, processors, share, spread
from plugins.problems import ContentError, Problem, Report, SettingsError
from tests.make import lines_of

JOBS = list(range(100))


def doubled(jobs):
    return [2 * job for job in jobs]


@pytest.mark.parametrize("workers", [1, 2, 5])
@pytest.mark.parametrize("portion", [1, 7, 1000])
def test_every_job_is_done_once_and_in_order(workers, portion):
    results = [result for done in spread(portions_of(JOBS, portion), doubled, workers) for result in done]

    assert doubled(JOBS) == results


def kind_of(jobs):
    return "odd" if jobs[0] % 2 else "even"


IN_ROWS = [portion for row in (JOBS[::2], JOBS[1::2]) for portion in portions_of(row, 5)]


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_every_job_of_every_row_is_done_once_and_in_order(workers):
    results = [result for done in spread(IN_ROWS, doubled, workers, row_of=kind_of) for result in done]

    assert doubled(JOBS[::2]) + doubled(JOBS[1::2]) == results


def test_each_process_begins_in_a_row_of_its_own():
    """
    What the jobs of a row share is made by one process, which helps with the other row when its own is done.
    """
    here, done = os.getpid(), []

    def work(jobs):
        if os.getpid() == here and 0 not in jobs:
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
        done.extend(jobs)
        return [(os.getpid() == here, len(done), job) for job in jobs]

    results = [own for made in spread(IN_ROWS, work, 2, row_of=kind_of) for own in made]
    in_turn = [job for is_here, _, job in sorted(results) if not is_here]

    assert JOBS[1::2] == in_turn[: len(JOBS) // 2]
    assert {"even"} == {kind_of([job]) for job in in_turn[len(JOBS) // 2 :]}


class Heard(Progress):
    """Remembers what it was told."""

    def __init__(self):
        self.told = []

    def reached(self, done, total=0):
        self.told.append((done, total))


def test_one_process_tells_of_each_portion_as_it_is_done():
    heard = Heard()
    seen = [list(heard.told) for _ in spread(portions_of(JOBS[:10], 4), doubled, 1, heard)]

    assert [[(4, 10)], [(4, 10), (8, 10)], [(4, 10), (8, 10), (10, 10)]] == seen


@pytest.mark.parametrize("workers", [2, 5])
@pytest.mark.parametrize("row_of", [kind_of, lambda _: ""])
def test_many_processes_tell_how_far_they_are_together(workers, row_of):
    """
    It never goes back, and at the end it is all.
    """
    heard = Heard()
    list(spread(IN_ROWS, doubled, workers, heard, row_of))

    assert sorted(heard.told) == heard.told
    assert (100, 100) == heard.told[-1]


def test_what_the_first_jobs_load_is_there_for_all_processes():
    """
    A module that is imported when it is first needed is imported once, and not once in each process.
    """
    loaded = []

    def work(jobs):
        was_there = bool(loaded)
        loaded.append(jobs)
        return [(os.getpid(), was_there)] * len(jobs)

    results = [result for done in spread(portions_of(JOBS, 7), work, 3) for result in done]

    assert len(JOBS) == len(results)
    assert [(os.getpid(), False)] * FEW == results[:FEW]
    assert {True} == {was_there for _, was_there in results[FEW:]}


def test_without_work_nobody_is_asked():
    assert [] == list(spread(portions_of([], 7), doubled, 2))


def test_portions_fit_into_the_pipe_from_which_they_are_drawn():
    portions = portions_of(range(3 * MOST_PORTIONS), 1)

    assert len(portions) <= MOST_PORTIONS
    assert list(range(3 * MOST_PORTIONS)) == [job for portion in portions for job in portion]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device", "a"), ValueError("no")])
def test_what_a_process_raises_is_raised_here(error):
    def fail(jobs):
        raise error

    with pytest.raises(type(error)) as caught:
        list(spread(portions_of(JOBS, 1), fail, 3))
    assert str(error) == str(caught.value)


def test_the_problems_of_a_process_are_told_here():
    def fail(jobs):
        raise ContentError(Report([Problem("a.md", 3, 4, "it is wrong", "Mend it.")]))

    with pytest.raises(ContentError) as caught:
        list(spread(portions_of(JOBS, 1), fail, 2))
    assert ["a.md:3:4: it is wrong. Mend it."] == lines_of(caught.value.report)


def test_what_a_process_cannot_tell_is_an_error_that_it_tells():
    """
    What it had told before is whole, and nothing is made of a half.
    """
    here = os.getpid()

    def work(jobs):
        if os.getpid() == here and JOBS[0] not in jobs:
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
        return jobs if os.getpid() == here or jobs[0] < 60 else lambda: None

    told = []
    with pytest.raises((AttributeError, pickle.PicklingError), match="pickle"):
        told.extend(share(portions_of(JOBS, 10), work, 2, [range(10)]))
    assert list(enumerate(portions_of(JOBS, 10)[:6])) == sorted(told)[:6]


def test_a_process_that_was_ended_from_outside_stops_the_work():
    """
    Nobody knows what it had done.
    """
    here = os.getpid()

    def work(jobs):
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        if JOBS[0] not in jobs:
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
        return jobs

    with pytest.raises(SettingsError, match="ended from outside"):
        list(spread(portions_of(JOBS, 1), work, 2))


def test_no_process_is_left_over(monkeypatch):
    begun = []
    fork = os.fork
    monkeypatch.setattr(os, "fork", lambda: begun.append(fork()) or begun[-1])
    list(spread(portions_of(JOBS, 1), doubled, 3))

    assert 2 == len(begun)
    for process in begun:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


def test_there_is_a_processor():
    assert 1 <= processors()


def test_a_process_that_cannot_write_down_what_it_did_says_why():
    """
    As where the disk is full: it was not ended from outside.
    """
    here = os.getpid()

    def work(jobs):
        if os.getpid() != here:
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
        elif JOBS[0] not in jobs:
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
        return jobs

    with pytest.raises(OSError, match="File too large"):
        list(spread(portions_of(JOBS, 1), work, 2))


@pytest.mark.parametrize("workers", [1, 2])
def test_work_that_is_begun_beside_is_done_once_and_gives_its_result(workers):
    here, done = os.getpid(), []
    ask = beside(lambda: done.append(1) or (os.getpid() == here, len(done)), workers)

    assert (workers == 1, 1) == ask() == ask()
    assert done == ([1] if workers == 1 else [])


@pytest.mark.parametrize("workers", [1, 2])
def test_what_goes_wrong_beside_is_told_to_whoever_asks(workers):
    def fail():
        raise OSError(28, "No space left on device")

    ask = beside(fail, workers)

    with pytest.raises(OSError, match="No space left"):
        ask()
