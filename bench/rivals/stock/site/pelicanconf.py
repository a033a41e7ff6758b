"""
The plain site by Pelican alone: a section is a category, a topic a tag, a place an author.
"""

SITEURL = "https://example.org"
SITENAME = "Welcome Stories"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_DATE_FORMAT = "%-d %B %Y"
PLUGIN_PATHS = ["."]
PLUGINS = ["neighbours"]

ARTICLE_PATHS = [""]
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_DIR = ""
USE_FOLDER_AS_CATEGORY = True
SLUGIFY_SOURCE = "basename"
ARTICLE_URL = "{category}/{slug}/"
ARTICLE_SAVE_AS = "{category}/{slug}/index.html"
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = "{slug}/index.html"
TAG_URL = "topics/{slug}/"
TAG_SAVE_AS = "topics/{slug}/index.html"
TAGS_SAVE_AS = "topics/index.html"
AUTHOR_URL = "places/{slug}/"
AUTHOR_SAVE_AS = "places/{slug}/index.html"
AUTHORS_SAVE_AS = "places/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
DIRECT_TEMPLATES = ["index", "tags", "authors", "sitemap"]

PAGINATED_TEMPLATES = {"category": 24, "tag": 24, "author": 24}
PAGINATION_PATTERNS = [
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/{number}/", "{base_name}/{number}/index.html"),
]

FEED_DOMAIN = SITEURL
FEED_MAX_ITEMS = 20
RSS_FEED_SUMMARY_ONLY = False
FEED_ALL_ATOM = None
FEED_ALL_RSS = "feeds/all/rss.xml"
CATEGORY_FEED_ATOM = None
TAG_FEED_RSS = "feeds/topic/{slug}/rss.xml"
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = "feeds/place/{slug}/rss.xml"
TRANSLATION_FEED_ATOM = None
