"""
What Pelican itself has not: the texts before and after each one in its section, and three that share its first topic.
"""

from itertools import islice
from typing import Any

from pelican import signals


def connect_texts(generator: Any) -> None:
    """Tell every article of the others."""
    for _, articles in generator.categories:
        for after, article, before in zip([None, *articles], articles, [*articles[1:], None], strict=False):
            article.before, article.after = before, after
    for article in generator.articles:
        same = generator.tags[article.tags[0]]
        article.related = list(islice((other for other in same if other is not article), 3))


def register() -> None:
    """Called by Pelican."""
    signals.article_generator_finalized.connect(connect_texts)
