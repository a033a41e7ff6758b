"""
The proofs are offered to the build, for the site where it stands.
"""

import pytest

from plugins.offers import Offer
from plugins.outputs import Channel, Finished
from plugins.proof.plugin import offer_proofs
from tests.make import make_library


@pytest.mark.parametrize(
    ("site_url", "faults"),
    [
        ("https://example.org", ['it leads to "/base/", where nothing is published']),
        ("https://example.org/base", []),
        ("https://example.org/base/", []),
    ],
)
def test_addresses_are_proved_below_the_site(site_url, faults):
    offer = Offer({})
    offer_proofs({"SITEURL": site_url}, offer)
    proof = offer.proofs[0](make_library(), frozenset({"index.html"}))

    assert faults == list(proof(Finished("index.html", Channel.SITE, (), b'<a href="/base/">x</a>')))
