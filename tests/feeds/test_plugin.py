"""
The feeds are offered, and every page links to them.
"""

from plugins.feeds.plugin import offer_feeds
from plugins.offers import Offer
from plugins.pages.settings import Pages
from tests.make import make_feeds, make_library, make_story, make_words


def test_each_feed_that_is_linked_is_published():
    offer = Offer({})
    offer_feeds({"FEEDS": make_feeds(), "PAGES": Pages(site_name="A site")}, offer)
    (make,) = offer.makers

    published = {output.path for output in make(make_library(make_story()))}

    assert 3 == len({link.href for link in offer.head_links} & published)
    assert all(make_words()(link.title) for link in offer.head_links)
