"""
Words of a testimony in another text follow its consent, and go when it goes.
"""

import pytest

from plugins.outputs import Finished
from plugins.proof.words import WordProof
from plugins.records.record import QuotePlace
from tests.make import make_body, make_consent, make_library, make_pages, make_story, make_testimony

WORDS = "I came in by the small gate."
HER = make_testimony(slug="her", title="The gate", body=make_body(f"<p>{WORDS}</p>"))
STORY = make_story(
    slug="s", body=make_body("<p>Before.</p>", QuotePlace("testimony/her", f"<p>{WORDS}</p>", 9), "<p>After.</p>")
)


def page_of(**consent):
    library = make_library(HER, STORY, consents=[make_consent(HER, **consent)])
    return make_pages(library)["stories/s/index.html"], library


def test_a_quote_says_who_said_it_and_leads_to_the_whole():
    output, _ = page_of()
    body = output.make_view().body

    assert f'data-words="{HER.id} en quote"' in body
    assert f'<p>{WORDS}</p></blockquote><figcaption>Amal, <cite><a href="/voices/her/"' in body
    assert HER.id in output.carries


@pytest.mark.parametrize(
    "consent",
    [
        {"status": "paused"},
        {"status": "withdrawn"},
        {"expires_on": "2026-11-22"},
        {"scopes": {"feed": "yes"}},
        {"approval": None},
    ],
)
def test_where_she_may_not_be_heard_nothing_of_the_quote_is_left(consent):
    output, _ = page_of(public_name="Her name", **consent)

    assert "<p>Before.</p><p>After.</p>" == output.make_view().body
    assert HER.id not in output.carries
    assert "Her name" not in repr(output.make_view())


def test_the_proof_knows_quotes_for_hers():
    output, library = page_of()
    proof = WordProof(library.watched, library.sequences_of)
    page = f"<body>{output.make_view().body}</body>"

    assert [] == list(proof(Finished(output.path, output.channel, output.carries, page.encode())))
    changed = page.replace("small", "smell")
    assert ["it shows other words"] == [
        what[:20] for what in proof(Finished(output.path, output.channel, output.carries, changed.encode()))
    ]
