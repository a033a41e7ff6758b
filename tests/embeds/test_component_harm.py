"""
Whatever a feed holds, the element <welcome-stories> runs nothing, asks for nothing else and never leaves an empty box.
"""

from tests.embeds.conftest import COMPONENT, FEED, SCRIPT, change, picture, settle
from tests.embeds.feeds import make_feed, make_item

RUNS = "<img src=x onerror='window.harmed = true'><script>window.harmed = true</script>"
WRONG = [
    None,
    True,
    0,
    -1,
    1e300,
    "",
    " ",
    [],
    {},
    [None],
    {"name": 1},
    RUNS,
    "javascript:window.harmed=true",
    "\u0000",
]
FIELDS = sorted(set(make_item()) - {"title"})
OWN_FIELDS = [
    "type",
    "type_name",
    "content_note",
    "dir",
    "demonstration",
    "demonstration_note",
    "text",
    "source",
    "image_alt",
    "image_width",
    "image_height",
]
ADDRESSES = [
    "javascript:window.harmed=true",
    " JavaScript:window.harmed=true",
    "java\nscript:window.harmed=true",
    "data:text/html,<script>window.harmed=true</script>",
    "vbscript:x",
    "blob:https://stories.example/1",
    "file:///etc/hosts",
    "http://stories.example/",
    "//stories.example/",
    "/stories/",
    "https://",
    "https://user:word@stories.example/",
]
"""None of these is an address to lead readers to."""

UNREADABLE = [
    b"",
    b"{",
    b"<!doctype html><p>Hello",
    b"null",
    b"true",
    b"3",
    b'"words"',
    b"[]",
    b"{}",
    b'{"items": null}',
    b'{"items": "words"}',
    b'{"items": {"0": {"title": "A title"}}}',
    b'{"items": []}',
    b'{"items": [null, 1, "words", [], {}, {"title": ""}, {"title": ["A title"]}]}',
]
"""None of these is a feed that has stories."""


def assert_links_inside(page):
    """The links inside are what is seen, and nothing else."""
    assert page.get_by_role("link", name="A link inside").is_visible()
    assert 0 == page.locator(".stories, article").count()
    assert ["A link inside"] == page.locator("welcome-stories").inner_text().split("\n")


def assert_unharmed(page):
    """Nothing of the feed ran."""
    assert page.evaluate("() => window.harmed === undefined")


def test_feed_without_stories_leaves_the_links(visit):
    """
    What is no feed, or has no stories, takes the place of stories with the links inside, as they are.
    """
    page = visit.open(make_feed())
    for body in UNREADABLE:
        visit.show(page, make_feed())
        assert 3 == page.locator("article").count()
        visit.show(page, body)
        assert_links_inside(page)


def test_feed_that_is_not_there_leaves_the_links(visit):
    """
    An answer that says no counts as none, even with a feed in it.
    """
    for status in (404, 410, 500):
        visit.serve(make_feed()).status = status
        assert_links_inside(visit.open())


def test_feed_of_a_host_that_does_not_allow_it_leaves_the_links(visit):
    """
    A host that does not let other sites read its feed is obeyed.
    """
    visit.serve(make_feed()).headers = {}

    assert_links_inside(visit.open())


def test_feed_at_no_good_address_is_not_asked_for(visit):
    """
    Feeds are read by https, and by http on the reader's own machine alone.
    """
    page = visit.open(make_feed())
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for address in (*ADDRESSES, "", "http://127.0.0.1.stories.example/feed.json", "feed.json"):
        change(page, "feed", address)
        assert_links_inside(page)

    assert [] == asked
    assert_unharmed(page)


def test_feed_is_read_by_https(visit):
    """
    Feeds of other hosts are read by https.
    """
    visit.write('feed="https://stories.example/feed.json"')
    page = visit.window()
    headers = {"Access-Control-Allow-Origin": "*"}
    page.route("https://stories.example/**", lambda route: route.fulfill(json=make_feed(), headers=headers))
    page.goto(visit.group.url + "/")
    page.locator("article").first.wait_for()

    assert 3 == page.locator("article").count()


def test_fields_of_a_wrong_kind_harm_nothing(visit):
    """
    Whatever stands in a field of an item, the item keeps its title and those beside it are shown.
    """
    visit.site.answers["/one.png"] = picture()
    image = f"{visit.site.url}/one.png"
    page = visit.open(make_feed(), 'feed="FEED" count="20"')
    wanted = [f"Title {number}" for number in range(len(WRONG))]
    for name in FIELDS:
        visit.show(page, make_feed(*(make_item(number, **{name: value}) for number, value in enumerate(WRONG))))
        assert (name, wanted) == (name, page.locator(".title").all_inner_texts())
    for name in OWN_FIELDS:
        visit.show(page, make_feed(*(make_item(n, {name: value}, image=image) for n, value in enumerate(WRONG))))
        assert (name, wanted) == (name, page.locator(".title").all_inner_texts())

    assert_unharmed(page)


def test_heads_of_a_wrong_kind_harm_nothing(visit):
    """
    Whatever stands in the head of a feed, its stories are shown.
    """
    page = visit.open(make_feed())
    for name in ("title", "home_page_url", "language", "_welcome", "version"):
        for value in WRONG:
            visit.show(page, make_feed(make_item(5), **{name: value}))
            assert (name, ["Title 5"]) == (name, page.locator(".title").all_inner_texts())

    assert_unharmed(page)


def test_markup_is_shown_as_it_is_written(visit):
    """
    Signs of markup are words like others, wherever they stand.
    """
    own = {"type_name": RUNS, "content_note": RUNS, "demonstration": True, "demonstration_note": RUNS, "text": RUNS}
    item = make_item(1, own, title=RUNS, authors=[{"name": RUNS}])
    page = visit.open(make_feed(item, title=RUNS, _welcome={"more": RUNS}))

    for part in (".kind", ".title", ".demonstration", ".note >> nth=1", ".summary", ".end a"):
        assert RUNS == page.locator(part).inner_text()
    assert 0 == page.locator("article script, article img, .end script, .end img").count()
    assert_unharmed(page)


def test_no_link_leads_to_harm(visit):
    """
    A title whose address is no good one stands there without a link, and so does the name of the site.
    """
    page = visit.open(make_feed())
    for address in ADDRESSES:
        visit.show(page, make_feed(make_item(url=address), home_page_url=address))
        assert "Title 1" == page.locator(".title").inner_text()
        assert "Stories of a test" == page.locator(".end").inner_text()
        assert 0 == page.locator(".stories a").count()


def test_pictures_come_from_where_the_feed_lies(visit, open_host):
    """
    Nothing is asked for but the feed and the pictures of its own host; neither hears on which page, and no cookie goes with the feed.
    """
    other = open_host()
    other.answers["/one.png"] = visit.site.answers["/one.png"] = picture()
    images = [f"{visit.site.url}/one.png", f"{other.url}/one.png", "https://stories.example/one.png", "/one.png"]
    page = visit.window()
    page.context.add_cookies([{"name": "kept", "value": "1", "url": visit.site.url}])
    visit.serve(make_feed(*(make_item(number, image=image) for number, image in enumerate(images))))
    visit.write('feed="FEED" count="4"')
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(visit.group.url + "/")
    settle(page)

    assert 4 == page.locator("article").count()
    assert 1 == page.locator("article img").count()
    assert {visit.group.url + "/", visit.site.url + SCRIPT, visit.feed_url, images[0]} == set(asked)
    assert [] == other.asked
    heard = dict(visit.site.asked)
    assert "cookie" not in heard[FEED] and "referer" not in heard[FEED]
    assert "referer" not in heard["/one.png"]
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0


def test_picture_waits_and_has_its_measure_and_its_words(visit):
    """
    A picture comes when it is needed, with its measures and what it shows.
    """
    visit.site.answers["/one.png"] = picture()
    own = {"image_alt": "A blue patch", "image_width": 96, "image_height": 60}
    page = visit.open(make_feed(make_item(1, own, image=f"{visit.site.url}/one.png")))
    image = page.get_by_role("img", name="A blue patch")

    assert ["lazy", "96", "60", "no-referrer"] == [
        image.get_attribute(name) for name in ("loading", "width", "height", "referrerpolicy")
    ]
    own = {"image_width": -96, "image_height": "tall"}
    visit.show(page, make_feed(make_item(1, own, image=f"{visit.site.url}/one.png")))
    image = page.locator("article img")
    assert [None, None, ""] == [image.get_attribute(name) for name in ("width", "height", "alt")]


def test_picture_that_cannot_be_shown_leaves_no_trace(visit):
    """
    No frame of a broken picture stands between the words.
    """
    page = visit.open(make_feed(make_item(image=f"{visit.site.url}/missing.png")))
    page.wait_for_function("() => !document.querySelector('welcome-stories').shadowRoot.querySelector('img')")

    assert "/missing.png" in visit.site.paths()
    assert "Title 1" == page.locator(".title").inner_text()


def test_page_may_forbid_everything_else(visit):
    """
    A page that allows nothing but the site's script, feeds and pictures shows the stories with their look.
    """
    site = visit.site.url
    policy = (
        f"default-src 'none'; script-src {site}; connect-src {site}; img-src {site}; require-trusted-types-for 'script'"
    )
    page = visit.open(make_feed(), headers={"Content-Security-Policy": policy})

    assert 3 == page.locator("article").count()
    assert "grid" == page.locator("article").first.evaluate("own => getComputedStyle(own).display")


def test_script_holds_nothing_that_could_run_keep_or_repeat():
    """
    The script has no means to write markup, to run words, to keep anything, to wait or to move.
    """
    means = (
        "innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function(", "import(", "cookie", "Storage",
        "indexedDB", "setTimeout", "setInterval", "requestAnimationFrame", "sendBeacon", "XMLHttpRequest", "WebSocket",
        "animation", "transition:", "import ",
    )  # fmt: skip
    script = COMPONENT.read_text("utf-8")

    assert [] == [own for own in means if own in script]
