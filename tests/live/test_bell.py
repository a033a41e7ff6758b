"""
Open pages hear of every change, and are counted.
"""

import socket

from plugins.live.bell import Bell


def test_who_listens_is_woken_and_counted():
    bell = Bell()
    here, there = socket.socketpair()
    with here, there:
        with bell.listening(here) as ear:
            assert 1 == len(bell)
            bell.ring()
            bell.ring()
            assert ear.wait()
        assert 0 == len(bell)
        bell.ring()


def test_a_page_that_was_left_is_noticed_at_once():
    bell = Bell()
    here, there = socket.socketpair()
    with here, bell.listening(here) as ear:
        there.close()

        assert not ear.wait()
