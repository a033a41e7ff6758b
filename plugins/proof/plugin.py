"""
Offers the proofs of finished bytes to the build.
"""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import urlsplit

from plugins.offers import Offer, Proof, offering
from plugins.outputs import Channel


def offer_proofs(settings: dict[str, Any], offer: Offer) -> None:
    """Answer the build's call."""
    base = urlsplit(settings["SITEURL"]).path.rstrip("/")

    @cache
    def search() -> Any:
        from plugins.proof.pieces import Search

        return Search()

    def make_address_proof(_library: Any, paths: frozenset[str]) -> Proof:
        from plugins.proof.addresses import AddressProof

        return AddressProof(paths, base)

    def make_word_proof(library: Any, _paths: frozenset[str]) -> Proof:
        from plugins.proof.words import WordProof

        return WordProof(library.watched, library.sequences_of, search())

    def make_picture_proof(library: Any, _paths: frozenset[str]) -> Proof:
        from plugins.proof.pictures import PictureProof

        return PictureProof(picture for picture, _ in library.pictures(Channel.SITE))

    def make_myth_proof(library: Any, _paths: frozenset[str]) -> Proof:
        from plugins.proof.myths import MythProof

        return MythProof(library.myths, search())

    offer.proof(make_address_proof)
    offer.proof(make_word_proof)
    offer.proof(make_picture_proof)
    offer.proof(make_myth_proof)


def register() -> None:
    """Called by Pelican."""
    offering.connect(offer_proofs)
