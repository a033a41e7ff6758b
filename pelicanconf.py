"""
The settings of the site. Each group of options is explained where it is declared.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from plugins.audio import plugin as audio  # noqa: E402
from plugins.build import plugin as build  # noqa: E402
from plugins.build.settings import machine_of  # noqa: E402
from plugins.charts import plugin as charts  # noqa: E402
from plugins.embedders.settings import Embedders  # noqa: E402
from plugins.embeds import plugin as embeds  # noqa: E402
from plugins.feeds import plugin as feeds  # noqa: E402
from plugins.feeds.settings import Feeds  # noqa: E402
from plugins.hosting import plugin as hosting  # noqa: E402
from plugins.hosting.settings import Hosting  # noqa: E402
from plugins.identity.settings import Guarding  # noqa: E402
from plugins.images import plugin as images  # noqa: E402
from plugins.languages.settings import Languages  # noqa: E402
from plugins.library.settings import Build, day_of_build  # noqa: E402
from plugins.pages import plugin as pages  # noqa: E402
from plugins.pages.settings import Pages  # noqa: E402
from plugins.proof import plugin as proof  # noqa: E402
from plugins.quilt import plugin as quilt  # noqa: E402
from plugins.records.settings import Urls  # noqa: E402
from plugins.republish import plugin as republish  # noqa: E402
from plugins.sitemap import plugin as sitemap  # noqa: E402

# Where things are.
PATH = str(ROOT / "content")
THEME = str(ROOT / "theme")
OUTPUT_PATH = str(ROOT / "output")
CONSENTS = os.environ.get("WELCOME_CONSENTS") or None  # the folder of consent records; None: content/consents
SITEURL = os.environ.get("SITEURL") or "http://localhost:8000"
SITENAME = "Welcome Stories"

# The day of the build. Nothing below this line reads a clock.
BUILD = Build(today=day_of_build(os.environ.get("SOURCE_DATE_EPOCH"), datetime.now(UTC)))

# How many processes build side by side: one for each processor, unless the environment says otherwise.
MACHINE = machine_of(os.environ.get("WELCOME_WORKERS"))

# What the site is.
LANGUAGES = Languages(strings=ROOT / "theme" / "strings", default="en", codes=("en", "cy", "ar"))
URLS = Urls()
PAGES = Pages(site_name=SITENAME)
FEEDS = Feeds(authority="welcome-stories.example,2026")
HOSTING = Hosting()
EMBEDDERS = Embedders()
GUARD = Guarding(passphrase=os.environ.get("WELCOME_GUARD", ""))

# Each feature is one line here; without its line the site is built without it.
# The modules are imported above, so that a missing one stops the run.
PLUGINS = [build, pages, images, charts, feeds, embeds, republish, audio, sitemap, hosting, quilt, proof]

# Pelican's own generators, feeds and copying are replaced by ours.
PELICAN_CLASS = build.WelcomePelican
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
IGNORE_FILES = [".*", "*~", "#*#"]
DELETE_OUTPUT_DIRECTORY = False
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
