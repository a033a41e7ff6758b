"""
The plain site by Welcome Stories: what all generators make, and nothing that only we have.
"""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

SOFTWARE = str(Path(__file__).resolve().parents[4])
sys.path.insert(0, SOFTWARE)

from bench.rivals.welcome import feeds as plain_feeds  # noqa: E402
from pelicanconf import *  # noqa: E402, F403
from plugins.build import plugin as build  # noqa: E402
from plugins.feeds.settings import Feeds  # noqa: E402
from plugins.languages.settings import Languages  # noqa: E402
from plugins.library.settings import Build  # noqa: E402
from plugins.pages import plugin as pages  # noqa: E402
from plugins.pages.settings import Pages  # noqa: E402
from plugins.sitemap import plugin as sitemap  # noqa: E402

HERE = Path(__file__).resolve().parent
PATH, OUTPUT_PATH = str(HERE / "content"), str(HERE / "output")
SITEURL = "https://example.org"
CONSENTS = None
BUILD = Build(today=date(2026, 12, 1))
MACHINE = replace(MACHINE, tells_progress=False)  # noqa: F405
LANGUAGES = Languages(strings=Path(SOFTWARE) / "theme" / "strings", default="en", codes=("en",))
PAGES = Pages(menu=("story", "explainer"), menu_pages=(), footer=(), footer_lists=("topic", "place"), quilt=0)
FEEDS = Feeds(authority="example.org,2026", limit=20)
PLUGINS = [build, pages, plain_feeds, sitemap]
