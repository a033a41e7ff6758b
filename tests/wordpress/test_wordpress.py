"""
What local groups do with our stories in WordPress: the RSS block, the pasted address, the frame, and what a withdrawal does to them.
"""

from __future__ import annotations

import json

import pytest
from lxml import html

from tests.wordpress.site import FEED, LAMP, STORY

NOTICE = "This piece is no longer available"
LAMP_WORDS = ("A lamp in the window", "Test words about a small lamp", "Samar", "سمر", "مصباح")


def rss_block(url, **changes):
    """The RSS block as the editor of WordPress writes it."""
    shown = {"feedURL": url, "displayExcerpt": True, "displayAuthor": True, "displayDate": True, **changes}
    return f"<!-- wp:rss {json.dumps(shown)} /-->"


def embed_block(url):
    """The block that the editor makes of a pasted address."""
    shown = json.dumps({"url": url, "type": "rich"})
    figure = f'<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n{url}\n</div></figure>'
    return f"<!-- wp:embed {shown} -->\n{figure}\n<!-- /wp:embed -->"


def html_block(content):
    """The block for HTML of one's own."""
    return f"<!-- wp:html -->\n{content}\n<!-- /wp:html -->"


def show(wordpress, content):
    """A post as its readers get it."""
    return html.document_fromstring(wordpress.read(wordpress.publish(content)))


def items(page):
    """What an RSS block shows, by title: date, author and excerpt."""
    names = ("title", "publish-date", "author", "excerpt")
    found = [
        [" ".join(item.xpath(f"string(.//*[@class='wp-block-rss__item-{name}'])").split()) for name in names]
        for item in page.xpath("//li[@class='wp-block-rss__item']")
    ]
    return {title: rest for title, *rest in found}


def offering_cards(site):
    """A site with cards for pasted addresses."""
    if not (site.site.output / "oembed").is_dir():
        pytest.skip("the site offers no cards for pasted addresses (oEmbed) yet")
    return site


@pytest.fixture
def cards(served):
    """The small site, with cards for pasted addresses."""
    return offering_cards(served)


def test_the_rss_block_shows_title_date_byline_and_excerpt(wordpress, served):
    """
    A story and a testimony: what a local group's readers see of them, with nothing of the feed's own markup.
    """
    shown = items(show(wordpress, rss_block(served.address(FEED), itemsToShow=8)))
    source = f"From Small Welcome: {served.address(LAMP)}"
    words = f"The text speaks of the night. Test words about a small lamp that lights the window of a house. {source}"

    assert 8 == len(shown)
    assert ["November 10, 2026", "by Samar", words] == shown["A lamp in the window"]
    assert ["November 13, 2026", ""] == shown['Tea & "two" <cups>'][:2]


def test_the_rss_block_leads_to_our_pages(wordpress, served):
    page = show(wordpress, rss_block(served.address(FEED), itemsToShow=8))
    links = page.xpath("//div[@class='wp-block-rss__item-title']/a/@href")

    assert served.address(LAMP) in links
    assert [] == [link for link in links if not served.has(f"{link.removeprefix(served.address(''))}index.html")]


def test_a_feed_fetched_anew_shows_the_notice_and_no_word(wordpress, own_site):
    """
    Withdrawn while another site shows it: once that site asks again, the entry is overwritten where it stood.
    """
    path = wordpress.publish(rss_block(own_site.address(FEED), itemsToShow=20))
    before = wordpress.read(path)
    own_site.withdraw()
    wordpress.let_feeds_grow_old()
    after = wordpress.read(path)
    told = items(html.document_fromstring(before)), items(html.document_fromstring(after))

    assert {word for word in LAMP_WORDS if word in before} == set(LAMP_WORDS)
    assert [] == [word for word in LAMP_WORDS if word in after]
    assert NOTICE in told[1]
    assert after.count(NOTICE) > before.count(NOTICE)


@pytest.mark.parametrize("path", [STORY, LAMP])
def test_a_pasted_address_becomes_a_card(wordpress, cards, path):
    """
    The card is our page in a frame, which WordPress lets run and keeps from the page around it; without scripts a link stays.
    """
    page = show(wordpress, embed_block(cards.address(path)))
    (frame,) = page.xpath("//iframe")
    (link,) = page.xpath("//blockquote//a")
    address, _, secret = frame.get("src").partition("#")

    assert address.startswith(cards.address("embed/"))
    assert link.get("href").startswith(cards.address(""))
    assert link.text_content().strip()
    assert cards.has(f"{address.removeprefix(cards.address(''))}index.html")
    assert frame.get("title")
    assert "allow-scripts" == frame.get("sandbox")
    assert secret == f"?secret={frame.get('data-secret')}"


def test_the_card_that_is_kept_holds_no_word_of_a_testimony(wordpress, cards):
    """
    WordPress keeps a card for good and never asks again, so all that can be withdrawn must come from our page in the frame.
    """
    path = wordpress.publish(embed_block(cards.address(LAMP)))
    wordpress.read(path)
    kept = wordpress.php(
        "foreach ( get_post_meta( (int) $argv[1] ) as $name => $values ) {"
        " if ( str_starts_with( $name, '_oembed_' ) ) { echo implode( ' ', $values ); } }",
        path.partition("=")[2],
    )

    assert "<iframe" in kept
    assert [] == [word for word in LAMP_WORDS if word in kept]


def test_a_card_shows_no_word_once_the_testimony_was_withdrawn(wordpress, own_site):
    """
    Neither where it was pasted before, nor where it is pasted or saved afterwards.
    """
    url = offering_cards(own_site).address(LAMP)
    before = wordpress.publish(embed_block(url))
    (frame,) = html.document_fromstring(wordpress.read(before)).xpath("//iframe")
    path = frame.get("src").partition("#")[0].removeprefix(own_site.address(""))
    own_site.withdraw()
    wordpress.php("$GLOBALS['wp_embed']->cache_oembed( (int) $argv[1] );", before.partition("=")[2])
    framed = own_site.site.files().get(f"{path}index.html", b"").decode()
    shown = wordpress.read(before) + wordpress.read(wordpress.publish(embed_block(url))) + framed

    assert [] == [word for word in LAMP_WORDS if word in shown]


def test_an_administrators_html_block_keeps_frames_and_our_element(wordpress, served):
    """
    What we give groups to paste reaches their readers as it was pasted.
    """
    frame = f'<iframe src="{served.address("embed/all/")}" title="Stories" width="500" height="300"></iframe>'
    element = f'<welcome-stories feed="{served.address(FEED)}" lang="cy"><a href="{served.url}/">Stories</a></welcome-stories>'
    script = f'<script type="module" src="{served.address("embed.js")}"></script>'
    page = wordpress.read(wordpress.publish(html_block(f"{element}\n{script}\n{frame}")))
    (shown,) = html.document_fromstring(page).xpath("//iframe")

    assert element in page
    assert script in page
    assert dict(html.fromstring(frame).attrib).items() <= dict(shown.attrib).items()
    assert "sandbox" not in shown.attrib
