"""
The same texts with all that the product does: feeds in every form, frames, kits, cards, podcast, hosting and proofs.

Only what the plain site has none of is missing: pictures, recordings, testimonies and facts.
"""

from plainconf import *  # type: ignore[import-not-found]  # noqa: F403

import pelicanconf

PAGES, FEEDS, PLUGINS = pelicanconf.PAGES, pelicanconf.FEEDS, pelicanconf.PLUGINS
