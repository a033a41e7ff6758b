"""
Whoever has saved does not wait for the proofs.
"""

from pathlib import Path

from plugins.live.inbox import Inbox

A, B = Path("a.md"), Path("b.md")


def test_changes_come_first_and_together_and_what_was_shown_waits_for_a_calm_moment():
    inbox = Inbox(calm=0)
    inbox.shown("index.html")
    inbox.changed(frozenset({A}))
    inbox.changed(frozenset({B}))
    inbox.shown("a.html")
    batches = inbox.batches()

    assert ({A, B}, set()) == next(batches)
    assert (set(), {"index.html", "a.html"}) == next(batches)

    inbox.shown("b.html")
    assert (set(), {"b.html"}) == next(batches)


def test_a_calm_moment_follows_a_change_also_where_nobody_looks():
    inbox = Inbox(calm=0)
    inbox.changed(frozenset({A}))
    batches = inbox.batches()

    assert [({A}, set()), (set(), set())] == [next(batches), next(batches)]
