"""
How much of the machine a build takes is said in one place, and a wrong word is refused.
"""

import pytest

from plugins.build.settings import Machine, machine_of
from plugins.build.workers import processors
from plugins.problems import SettingsError


@pytest.mark.parametrize(
    ("said", "processes"), [(None, processors()), ("", processors()), ("0", processors()), ("1", 1), ("5", 5)]
)
def test_as_many_processes_as_wanted_or_as_there_are_processors(said, processes):
    assert processes == machine_of(said).processes


@pytest.mark.parametrize("said", ["two", "1.5", "-1"])
def test_what_is_no_number_of_processes_is_refused(said):
    with pytest.raises(SettingsError, match=r"workers|WELCOME_WORKERS"):
        machine_of(said)


def test_a_number_below_nothing_is_refused():
    with pytest.raises(SettingsError, match="MACHINE: workers is -2"):
        Machine(workers=-2)
