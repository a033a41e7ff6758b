"""
What letters to embedders say of ourselves.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Embedders:
    """
    How those who show our texts can reach us.
    """

    answer_to: str = ""
    """
    Where answers to letters are read: a mailbox or a contact page of yours. Empty: by replying to the letter.
    """
