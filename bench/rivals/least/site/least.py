"""
The plain site by as little Python as makes it: read, convert, sort, put strings together, write. Two processes.
"""

import gc
import os
import pickle
import tempfile
from collections import defaultdict
from datetime import UTC, date, datetime
from email.utils import format_datetime
from html import escape
from typing import Any, NamedTuple

from plugins.markup.body import make_converter

ORIGIN, NAME = "https://example.org", "Welcome Stories"
IN_LIST, IN_FEED = 24, 20


class Text(NamedTuple):
    """All that is known of one text."""

    url: str
    section: str
    title: str
    summary: str
    date: str
    topics: tuple[str, ...]
    place: str
    html: str


def read_all() -> list[Text]:
    """Every text, by two processes."""
    names = [f"{section}/{name}" for section in ("stories", "explainers") for name in os.listdir(f"content/{section}")]
    return [text for part in both(read_some, names) for text in part]


def read_some(names: list[str]) -> list[Text]:
    """Some texts."""
    converter = make_converter(is_curly=False)
    found = []
    for name in names:
        with open(f"content/{name}", encoding="utf-8") as file:
            _, head, body = file.read().split("---\n", 2)
        front = dict(line.split(": ", 1) for line in head.splitlines())
        section, slug = name.removesuffix(".md").split("/")
        found.append(Text(
            f"/{section}/{slug}/", section, front["title"], front["summary"], front["date"],
            tuple(front["topics"].split(", ")), front["place"], converter.convert(body),
        ))  # fmt: skip
    return found


def both(work: Any, jobs: list[Any]) -> list[Any]:
    """What two processes make of half of the jobs each."""
    half = len(jobs) // 2
    with tempfile.TemporaryFile() as file:
        other = os.fork()
        if other == 0:
            pickle.dump(work(jobs[half:]), file, pickle.HIGHEST_PROTOCOL)
            file.flush()
            os._exit(0)
        own = work(jobs[:half])
        os.waitpid(other, 0)
        file.seek(0)
        return [own, pickle.load(file)]


def time_of(text: Text) -> str:
    """The day of a text."""
    return f'<time datetime="{text.date}">{date.fromisoformat(text.date):%-d %B %Y}</time>'


def card(text: Text) -> str:
    """A text in a list."""
    return f"""<article class="card">
<h3 class="card__title"><a href="{text.url}">{text.title}</a></h3>
<p class="card__meta">{time_of(text)}</p>
<p class="card__summary">{text.summary}</p>
</article>
"""


def page(title: str, description: str, url: str, main: str) -> str:
    """A whole page."""
    return f"""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · {NAME}</title>
<meta name="description" content="{description}">
<link rel="stylesheet" href="/site.css">
<link rel="alternate" type="application/rss+xml" href="/feeds/all/rss.xml" title="All stories">
<link rel="canonical" href="{ORIGIN}{url}">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{description}">
<meta property="og:url" content="{ORIGIN}{url}">
<meta property="og:site_name" content="{NAME}">
</head>
<body>
<a class="skip-link" href="#main">Skip to the text</a>
<header class="site-header">
<a href="/">{NAME}</a>
<nav aria-label="Menu"><ul>
<li><a href="/stories/">Stories</a></li>
<li><a href="/explainers/">Explainers</a></li>
<li><a href="/topics/">Topics</a></li>
<li><a href="/places/">Places</a></li>
</ul></nav>
</header>
<main id="main" class="wrapper">
{main}
</main>
<footer class="site-footer"><p>{NAME}</p></footer>
</body>
</html>
"""


def text_page(text: Text, before: Text | None, after: Text | None, related: list[Text]) -> str:
    """The page of a text."""
    terms = [f'<a href="/topics/{term}/">{term}</a>' for term in text.topics]
    return page(
        text.title,
        text.summary,
        text.url,
        f"""<article>
<header class="article-head">
<p class="type">{text.section}</p>
<h1>{text.title}</h1>
<p class="summary">{text.summary}</p>
<p class="soft">Published {time_of(text)}</p>
</header>
<div class="prose">
{text.html}
</div>
<div class="tags">
{" ".join(terms)} <a href="/places/{text.place}/">{text.place}</a>
</div>
</article>
<section aria-labelledby="related">
<h2 id="related">Related</h2>
<div class="grid">{"".join(map(card, related))}</div>
</section>
<nav class="neighbours" aria-label="Neighbours">
{f'<a rel="prev" href="{before.url}">{before.title}</a>' if before else ""}
{f'<a rel="next" href="{after.url}">{after.title}</a>' if after else ""}
</nav>""",
    )


def list_page(title: str, url: str, texts: list[Text], number: int, total: int) -> str:
    """One page of a list."""
    first = url if number == 1 else f"{url}{number}/"
    before = f'<a rel="prev" href="{url if number == 2 else f"{url}{number - 1}/"}">Previous</a>' if number > 1 else ""
    after = f'<a rel="next" href="{url}{number + 1}/">Next</a>' if number < total else ""
    around = f'<nav class="pagination">{before}<span>Page {number} of {total}</span>{after}</nav>' if total > 1 else ""
    return page(title, "", first, f'<h1>{title}</h1>\n<div class="grid">{"".join(map(card, texts))}</div>\n{around}')


def terms_page(title: str, url: str, terms: dict[str, list[Text]]) -> str:
    """All topics, or all places."""
    rows = "\n".join(f'<li><a href="{url}{term}/">{term}</a> ({len(own)})</li>' for term, own in sorted(terms.items()))
    return page(title, "", url, f"<h1>{title}</h1>\n<ul>{rows}</ul>")


def item(text: Text) -> str:
    """A text in a feed."""
    day = format_datetime(datetime.fromisoformat(text.date).replace(tzinfo=UTC))
    return f"""<item>
<title>{text.title}</title>
<link>{ORIGIN}{text.url}</link>
<guid>{ORIGIN}{text.url}</guid>
<pubDate>{day}</pubDate>
{"".join(f"<category>{topic}</category>" for topic in text.topics)}
<description>{text.summary}</description>
<content:encoded>{escape(text.html)}</content:encoded>
</item>
"""


def feed(title: str, url: str, texts: list[Text]) -> str:
    """A feed of whole texts."""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>{title}</title>
<link>{ORIGIN}/</link>
<description>Stories of welcome</description>
<language>en-GB</language>
<atom:link href="{ORIGIN}{url}" rel="self" type="application/rss+xml"/>
{"".join(map(item, texts[:IN_FEED]))}
</channel>
</rss>
"""


def plan(texts: list[Text]) -> list[tuple[Any, ...]]:
    """Every file: its path, what makes it, and of what."""
    lists: dict[str, dict[str, list[Text]]] = {
        "": defaultdict(list),
        "topics": defaultdict(list),
        "places": defaultdict(list),
    }
    for text in texts:
        lists[""][text.section].append(text)
        lists["places"][text.place].append(text)
        for topic in text.topics:
            lists["topics"][topic].append(text)
    files: list[tuple[Any, ...]] = []
    for own in lists[""].values():
        for after, text, before in zip([None, *own], own, [*own[1:], None], strict=False):
            same = [other for other in lists["topics"][text.topics[0]][:4] if other is not text][:3]
            files.append((f"{text.url}index.html", text_page, text, before, after, same))
    for kind, terms in lists.items():
        for term, own in terms.items():
            url = f"/{kind}/{term}/" if kind else f"/{term}/"
            parts = [own[start : start + IN_LIST] for start in range(0, len(own), IN_LIST)]
            for number, part in enumerate(parts, 1):
                path = f"{url}index.html" if number == 1 else f"{url}{number}/index.html"
                files.append((path, list_page, term, url, part, number, len(parts)))
            if kind:
                files.append((f"/feeds/{kind[:-1]}/{term}/rss.xml", feed, f"{NAME}: {term}", url, own))
        if kind:
            files.append((f"/{kind}/index.html", terms_page, kind.capitalize(), f"/{kind}/", terms))
    home = f'<h1>{NAME}</h1>\n<div class="grid">{"".join(map(card, texts[:IN_LIST]))}</div>'
    rows = "".join(f"<url><loc>{ORIGIN}{text.url}</loc><lastmod>{text.date}</lastmod></url>\n" for text in texts)
    urls = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    files.append(("/feeds/all/rss.xml", feed, NAME, "/feeds/all/rss.xml", texts))
    files.append(("/index.html", page, NAME, "", "/", home))
    files.append(("/sitemap.xml", "".join, [urls]))
    files.append(("/site.css", str, "body{max-width:60rem;margin:auto}\n"))
    return files


def write_some(files: list[tuple[Any, ...]]) -> None:
    """Make some files."""
    for path, make, *arguments in files:
        whole = f"output{path}"
        content = make(*arguments).encode()
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, "wb") as file:
            file.write(content)


if __name__ == "__main__":
    gc.disable()
    both(write_some, plan(sorted(read_all(), key=lambda text: (text.date, text.url), reverse=True)))
    os._exit(0)
