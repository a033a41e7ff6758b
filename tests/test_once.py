"""
What is made once is made when it is first asked for, and then given again.
"""

from plugins.once import once


def test_it_is_made_when_it_is_first_asked_for_and_never_again():
    made = []
    give = once(lambda: made.append(1) or object())

    assert [] == made
    assert give() is give()
    assert [1] == made
