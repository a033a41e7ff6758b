"""
Offers the proofs of finished bytes to the build.
"""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlsplit

from plugins.outputs import Offer, offering
from plugins.proof.addresses import find_faults


def offer_proofs(settings: dict[str, Any], offer: Offer) -> None:
    """Answer the build's call."""
    offer.proof(partial(find_faults, base=urlsplit(settings["SITEURL"]).path.rstrip("/")))


def register() -> None:
    """Called by Pelican."""
    offering.connect(offer_proofs)
