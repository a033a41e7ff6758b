"""
The quarantine of myths, proved on the finished bytes: each stands in its block, once, after the warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import html

from plugins.consent.traces import fold
from plugins.outputs import Finished, fingerprint
from plugins.proof.claims import clear_piece, clear_texts, without_myths
from plugins.proof.feeds import parsed_feed, stands_as_read
from plugins.proof.pieces import Search, Searched
from plugins.proof.words import BINARY

CLAIM_REVIEWED = re.compile(rb'"claimReviewed":"(?:[^"\\]|\\.)*"')
"""Where machines are told which claim a page answers."""

BLOCK, WARNING = "claim__myth", "claim__warning"


class MythProof:
    """
    Searches every file for the myths that the texts answer: `sequences` are four folded words in a row of each.
    """

    def __init__(self, sequences: Mapping[str, str], search: Search | None = None) -> None:
        self._search = search or Search()
        self._sequences = {tuple(sequence.split(" ")): myth for sequence, myth in sequences.items()}
        for run, myth in self._sequences.items():
            self._search.runs.add_short(myth, run)
        self.digest = fingerprint("myths", *sorted(f" {sequence} " for sequence in sequences))

    def __call__(self, finished: Finished) -> Iterator[str]:
        """Each myth that stands where none may stand."""
        if finished.path.endswith(BINARY) or not self._sequences or not self._find(finished):
            return
        content = finished.content
        if finished.path.endswith(".html"):
            try:
                page = html.fromstring(content)
            except ValueError:
                yield "it cannot be read as a page"
                return
            yield from block_faults(page)
            for element in page.xpath(f'//*[contains(@class, "{BLOCK}")] | //*[@data-words]'):
                element.drop_tree()
            clear_texts(page)
            content = CLAIM_REVIEWED.sub(b"", html.tostring(page, encoding="utf-8"))
        else:
            if finished.path.endswith((".xml", ".json")) and self._is_right_in_pieces(finished):
                return
            content = without_myths(finished)
        for words, myth in sorted(self._find(finished._replace(content=content)).items()):
            yield f'"{words}" stands outside the block that answers the myth "{myth}"'

    def _find(self, finished: Finished) -> dict[str, str]:
        """The words of myths in a file, and which myth they are of."""
        return self._told(self._search.of(finished))

    def _told(self, searched: Searched) -> dict[str, str]:
        found = frozenset().union(*searched.found.values())
        return {" ".join(run): self._sequences[run] for run in found & self._sequences.keys()}

    def _is_right_in_pieces(self, finished: Finished) -> bool:
        """Whether nothing is left once myths are taken out of each entry of a feed; other files are never right."""
        is_json = finished.path.endswith(".json")
        parsed_feed(finished.content, is_json)
        if not stands_as_read(finished.content, is_json):
            return False
        searched = self._search.of_changed(finished, clear_piece)
        return searched is not None and not self._told(searched)


def block_faults(page: html.HtmlElement) -> Iterator[str]:
    """What is wrong with the places at which myths do stand."""
    seen: set[str] = set()
    for block in page.xpath(f'//*[contains(@class, "{BLOCK}")]'):
        text = " ".join(fold(block.text_content()))
        if text in seen:
            yield f'a myth stands here twice: "{text}"'
        seen.add(text)
        if not block.xpath(f'ancestor::aside[@class="claim"] and preceding-sibling::*[@class="{WARNING}"]'):
            yield f'a myth stands here without a warning before it: "{text}"'
