"""
The sitemap is offered to the build.
"""

from plugins.offers import Offer
from plugins.sitemap.plugin import offer_sitemap
from tests.make import make_library, make_story


def test_the_sitemap_and_the_file_for_robots_are_offered():
    offer = Offer({})
    offer_sitemap({}, offer)
    (make,) = offer.makers

    assert {"sitemap.xml", "robots.txt"} == {output.path for output in make(make_library(make_story()))}
