"""
A newsletter has all words of an item as plain text, in the order in which they should be read.
"""

from plugins.feeds.readers.email import read_letters


def rss(*items):
    names = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0" {names}><channel><link>https://e.org/</link>{inner}</channel></rss>'.encode()


def test_a_note_is_read_before_the_summary_and_the_address_last():
    (letter,) = read_letters(
        rss(
            "<title>A &amp;amp; B</title><link>https://e.org/a/</link><dc:creator>Amal</dc:creator>"
            "<description>&lt;p class='note'&gt;Speaks of war.&lt;/p&gt;&lt;p&gt;A village &lt;b&gt;helps&lt;/b&gt;.&lt;/p&gt;</description>"
        )
    )

    assert "A & B\nAmal\nSpeaks of war.\nA village helps.\nhttps://e.org/a/" == letter.text


def test_the_full_text_has_a_line_for_each_paragraph_heading_and_item():
    content = "<h2>One</h2><p>Two<br>three</p><ul><li>four</li><li>five</li></ul><script>six</script>"
    (letter,) = read_letters(
        rss(
            f"<title>A</title><description>Short.</description><content:encoded><![CDATA[{content}]]></content:encoded>"
        )
    )

    assert ("One", "Two", "three", "four", "five") == letter.full
    assert ("Short.",) == letter.summary
    assert "A\nOne\nTwo\nthree\nfour\nfive" == letter.full_text


def test_the_picture_is_any_file_that_is_one():
    (letter,) = read_letters(
        rss('<enclosure url="/1.mp3" type="audio/mpeg"/><enclosure url="/2.jpg" type="image/jpeg"/>')
    )

    assert "https://e.org/2.jpg" == letter.picture


def test_items_keep_the_order_of_the_feed_and_only_the_first_are_sent():
    items = [f"<title>{number}</title><pubDate>{number} Nov 2026 00:00:00 GMT</pubDate>" for number in range(10, 22)]

    assert [str(number) for number in range(10, 20)] == [letter.title for letter in read_letters(rss(*items))]
