"""
A process begins anew with the options it had.
"""

import pytest

from plugins.live.process import without


@pytest.mark.parametrize(
    ("options", "left"),
    [
        (["-m", "plugins.desk", "devserver", "--port", "1"], ["-m", "plugins.desk", "devserver", "--port", "1"]),
        (["devserver", "--socket", "5", "--port", "1"], ["devserver", "--port", "1"]),
        (["devserver", "--socket", "5"], ["devserver"]),
    ],
)
def test_the_socket_of_the_process_before_is_not_handed_on_twice(options, left):
    assert left == without(options, "--socket")
