"""
A volunteer chooses what to show, sees it, and copies a snippet that works; a pasted card tells its height.
"""

import pytest


def choose(page, **wishes):
    for name, value in wishes.items():
        page.select_option(f"#{name}", value)


def test_the_snippet_follows_what_is_chosen_and_shows_it(small):
    page = small.open("embed/")
    choose(page, choice="topic/friendship", number="2", look="dark")
    frame = page.frame_locator(".builder__stage iframe")
    snippet = page.input_value("#snippet")

    assert (
        '/embed/topic/friendship/#dark-2" title="Small Welcome: Friendship"' in snippet
        and "https://small.example/base/" in snippet
    )
    frame.locator(".card").first.wait_for()
    assert [True, True, False] == [frame.locator(".embed__item").nth(at).is_visible() for at in range(3)]
    assert "dark" == frame.locator("html").evaluate("element => getComputedStyle(element).colorScheme")


def test_the_element_is_shown_with_the_same_feed(small):
    page = small.open("embed/")
    choose(page, choice="type/story", number="2", way="element")
    page.locator("welcome-stories article").first.wait_for()

    assert 2 == page.locator("welcome-stories article").count()
    assert 'feed="https://small.example/base/feeds/type/story/feed.json" count="2"' in page.input_value("#snippet")
    assert 'integrity="sha384-' in page.input_value("#snippet")


def test_who_comes_from_a_text_finds_it_chosen(small):
    page = small.open("embed/#text/gardengate")

    assert "/embed/text/gardengate/#auto-1" in page.input_value("#snippet")
    assert page.locator("#number").is_disabled()
    page.frame_locator(".builder__stage iframe").get_by_text("A gate that was left open").wait_for()


def test_the_snippet_without_script_is_the_one_with_it(small):
    without = small.open("embed/", java_script_enabled=False).text_content("#snippet")

    assert without == small.open("embed/").input_value("#snippet")


def test_a_snippet_can_be_copied_by_hand_where_nothing_else_works(small):
    page = small.open("embed/")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.click("#copy")
    page.get_by_text("copy it by hand").wait_for()

    assert page.evaluate("() => getSelection().toString().length") > 50


def test_a_pasted_card_tells_wordpress_its_height_and_where_its_link_leads(small):
    page = small.open("embed/")
    page.evaluate(
        """address => {
            window.told = [];
            addEventListener("message", (event) => told.push(event.data));
            const frame = document.createElement("iframe");
            frame.sandbox = "allow-scripts";
            frame.style.cssText = "inline-size: 500px; min-inline-size: 500px";
            frame.src = `${address}#?secret=abc123`;
            document.body.append(frame);
        }""",
        page.url.partition("embed/")[0] + "embed/pasted/gardengate/",
    )
    told = page.evaluate(
        "() => new Promise((resolve, reject) => { setTimeout(reject, 9000);"
        " const look = () => (told.length ? resolve(told[0]) : setTimeout(look, 50)); look(); })"
    )

    assert ("height", "abc123") == (told["message"], told["secret"])
    assert 100 < told["value"] < 600


@pytest.mark.parametrize("width", [320, 430, 768, 1280])
def test_a_frame_has_room_for_all_it_shows(own, width):
    """
    Also on a phone, where lines are short; its panel fills whatever room there is, and themes keep the frame in line.
    """
    page = own.open("embed/", viewport={"width": width, "height": 700})
    choose(page, number="3", look="dark")
    frame = page.frame_locator(".builder__stage iframe")
    frame.locator(".card").first.wait_for()
    snippet = page.input_value("#snippet")

    # Each choice puts another frame in the place of the one before, which may still be known to the browser.
    assert [0, 0] == frame.locator("html").evaluate(
        "() => [document.documentElement.scrollHeight, document.querySelector('.embed').offsetHeight]"
        ".map((height) => height - innerHeight)"
    )
    height = page.locator(".builder__preview").evaluate("frame => frame.style.height")
    assert f'style="display:block;border:0;height:{height.replace(", ", ",")}"' in snippet


def test_a_pasted_card_is_light_as_the_cards_of_others_are(small):
    """
    WordPress's own cards, and nearly all pages around them, are light on every machine; a frame is as its snippet says.
    """
    schemes = [
        small.open(f"embed/{path}", color_scheme="dark").evaluate(
            "() => [getComputedStyle(document.documentElement).colorScheme,"
            " getComputedStyle(document.querySelector('.embed')).backgroundColor]"
        )
        for path in ("pasted/gardengate/", "text/gardengate/#light-1", "text/gardengate/")
    ]

    assert schemes[0] == schemes[1] and schemes[1][1] != schemes[2][1]
