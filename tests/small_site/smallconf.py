"""
The settings of the small site that tests build: those of the repository, with other texts, another address and a fixed day.

The tests copy this folder, so everything is found from this file; `pelicanconf` is found through PYTHONPATH.
No progress is told: what a build says must not hang on how busy a machine is.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from pelicanconf import *  # noqa: F403
from plugins.feeds.settings import Feeds
from plugins.library.settings import Build
from plugins.pages.settings import Pages

_HERE = Path(__file__).resolve().parent

PATH = str(_HERE / "content")
OUTPUT_PATH = str(_HERE / "output")
SITEURL = "https://small.example/base"
SITENAME = "Small Welcome"
PAGES = Pages(site_name=SITENAME, per_page=2)
FEEDS = Feeds(authority="small.example,2026")
BUILD = Build(today=date(2026, 11, 23))
MACHINE = replace(MACHINE, tells_progress=False)  # noqa: F405
