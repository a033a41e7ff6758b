"""
The icons are offered as files at the root of the site, and every page links to them.
"""

from plugins.offers import Offer
from plugins.quilt.plugin import offer_icons


def test_each_icon_that_is_linked_is_published():
    offer = Offer({})
    offer_icons({}, offer)
    (make,) = offer.makers

    assert {"favicon.svg", "apple-touch-icon.png"} == {link.href for link in offer.head_links}
    assert {link.href for link in offer.head_links} == {output.path for output in make(None)}
