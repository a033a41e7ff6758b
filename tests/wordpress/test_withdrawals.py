"""
The plugin for groups that import our stories as posts: what was taken back leaves their site too.
"""

from __future__ import annotations

import json
import threading
from hashlib import md5
from urllib.error import HTTPError

import pytest
from lxml import html

from plugins.live.folder import Folder
from plugins.live.server import SiteHandler, open_server
from tests.small_site.site import ROOT
from tests.wordpress.site import FEED

PLUGIN = ROOT / "plugins/embeds/wordpress/welcome-stories-withdrawals"
LAMP_ID = "tag:small.example,2026:thesamp001"
OTHER_ID = "tag:small.example,2026:thesamp002"
PAGE = "/wp-admin/options-general.php?page=welcome_stories_withdrawals"
RUN = "do_action( 'welcome_stories_withdrawals' );"

SET_GUID = "$GLOBALS['wpdb']->update( $GLOBALS['wpdb']->posts, array( 'guid' => %s ), array( 'ID' => $argv[1] ) );"
IMPORTERS = {
    "a field (WP RSS Aggregator)": "update_post_meta( $argv[1], '_wpra_guid', $argv[2] );",
    "the guid": SET_GUID % "$argv[2]",
    "an address made of the id (FeedWordPress)": SET_GUID % "home_url( '/?guid=', 'http' ) . md5( $argv[2] )",
}


class Host:
    """A host with a list of withdrawals, which takes down what it is asked and told."""

    def __init__(self, folder):
        self.folder = folder
        self.heard = []
        self.url = ""

    def withdraw(self, *ids):
        """Publish a list of these ids."""
        listed = [{"id": own, "date": "2026-11-23"} for own in ids]
        self.publish({"version": 1, "title": "Withdrawals", "home_page_url": f"{self.url}/", "withdrawn": listed})

    def publish(self, content):
        """Publish a list as it is."""
        (self.folder / "feeds").mkdir(exist_ok=True)
        (self.folder / "feeds/withdrawals.json").write_text(json.dumps(content))


@pytest.fixture
def host(tmp_path):
    """A host of the test's own."""
    host = Host(tmp_path)
    server = open_server(Folder(tmp_path), "127.0.0.1", 0)

    class Listening(SiteHandler):
        def __init__(self, *arguments):
            super().__init__(*arguments, source=Folder(tmp_path))

        def do_GET(self):
            host.heard.append(f"{self.requestline}\n{self.headers}")
            super().do_GET()

    server.RequestHandlerClass = Listening
    host.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield host
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def group(wordpress, host):
    """A WordPress with the plugin and no posts, whose volunteer has filled in where the stories come from."""
    wordpress.activate(PLUGIN)
    wordpress.php(
        "foreach ( get_posts( 'numberposts=-1&post_status=any&fields=ids' ) as $post ) { wp_delete_post( $post, true ); }"
        "delete_option( 'welcome_stories_withdrawals_told' ); update_option( 'welcome_stories_site', $argv[1] );",
        host.url,
    )
    return wordpress


def imported(wordpress, own_id, importer="the guid"):
    """A post as an importer makes it."""
    path = wordpress.publish(f"Words of {own_id}.")
    wordpress.php(IMPORTERS[importer], path.partition("=")[2], own_id)
    assert own_id in wordpress.read(path)
    return path


def is_public(wordpress, path):
    """Whether a post can be read by everybody."""
    try:
        return "Words of" in wordpress.read(path)
    except HTTPError as error:
        error.close()
        return False


def with_picture(wordpress, path, own_parent=True):
    """Give a post a picture, which came with it or was there before; the path of its file."""
    return wordpress.php(
        "$file = wp_upload_bits( 'lamp.jpg', null, 'a picture' )['file'];"
        "$picture = wp_insert_attachment( array( 'post_mime_type' => 'image/jpeg' ), $file, (int) $argv[2] );"
        "update_post_meta( $argv[1], '_thumbnail_id', $picture ); echo $file;",
        path.partition("=")[2],
        path.partition("=")[2] if own_parent else "0",
    )


def notices(page):
    """What the plugin tells an administrator."""
    told = html.document_fromstring(page).xpath("//*[contains(@class, 'notice-info')]/p")
    return [
        text for text in (" ".join(own.text_content().split()) for own in told) if text.startswith("Stories taken back")
    ]


def press(administrator, **changes):
    """Press the button on the plugin's page."""
    *_, form = html.document_fromstring(administrator.read(PAGE)).forms
    path = form.action.removeprefix(administrator.url)
    return administrator.read(path, **{**dict(form.form_values()), **changes})


@pytest.mark.parametrize("importer", IMPORTERS)
def test_what_was_taken_back_leaves_the_group_s_site(group, host, importer):
    """
    However the importer keeps the id; other imported stories stay.
    """
    lamp, other = imported(group, LAMP_ID, importer), imported(group, OTHER_ID, importer)
    host.withdraw(LAMP_ID, f"{LAMP_ID}:cy")
    group.php(RUN)

    assert [False, True] == [is_public(group, path) for path in (lamp, other)]
    assert f"Words of {LAMP_ID}" not in group.read("/")


def test_our_own_list_is_understood(group, own_site):
    """
    From our feed to a group's post, and from our withdrawal to the bin.
    """
    feed = own_site.site.files()[FEED].decode()
    lamp = imported(group, LAMP_ID)
    own_site.withdraw()
    if not own_site.has("feeds/withdrawals.json"):
        pytest.skip("the site has no list of withdrawals (feeds/withdrawals.json) yet")
    group.php(f"update_option( 'welcome_stories_site', $argv[1] ); {RUN}", own_site.url)

    assert f">{LAMP_ID}</guid>" in feed
    assert not is_public(group, lamp)


def test_a_translation_goes_when_it_was_taken_back_itself(group, host):
    original, translation = imported(group, LAMP_ID), imported(group, f"{LAMP_ID}:cy")
    host.withdraw(f"{LAMP_ID}:cy")
    group.php(RUN)

    assert [True, False] == [is_public(group, path) for path in (original, translation)]


def test_the_picture_goes_that_came_with_it(group, host):
    """
    Also its file, which could still be asked for; a picture that the group had before stays.
    """
    lamp, again = imported(group, LAMP_ID), imported(group, LAMP_ID)
    came, was_there = with_picture(group, lamp), with_picture(group, again, own_parent=False)
    host.withdraw(LAMP_ID)
    group.php(RUN)

    assert ["", "1"] == [group.php("echo file_exists( $argv[1] );", file) for file in (came, was_there)]


def test_feeds_are_asked_anew(group, host):
    """
    A block that shows the feed would otherwise show the words for twelve hours more.
    """
    name = f"feed_{md5(b'a feed').hexdigest()}"
    group.php("set_transient( $argv[1], 'words', 1000 ); set_transient( 'other', 'words', 1000 );", name)
    host.withdraw()
    group.php(RUN)

    assert "words" == group.php("echo get_transient( $argv[1] ), get_transient( 'other' );", name)


def test_an_administrator_fills_in_the_site_presses_the_button_and_is_told_once(group, host):
    administrator = group.sign_in()
    group.php("delete_option( 'welcome_stories_site' );")
    lamp = imported(group, LAMP_ID)
    host.withdraw(LAMP_ID)
    form, *_ = html.document_fromstring(administrator.read(PAGE)).forms
    administrator.read("/wp-admin/options.php", **{**dict(form.form_values()), "welcome_stories_site": host.url})
    told = notices(press(administrator))

    assert not is_public(group, lamp)
    assert ["Stories taken back and put in the bin here: 1."] == told
    assert [] == notices(administrator.read(PAGE))
    assert ["Stories taken back and put in the bin here: 0."] == notices(press(administrator))


def test_the_button_works_for_nobody_who_was_led_to_it(group, host):
    """
    Neither by a page elsewhere that an administrator opened, nor without the right to.
    """
    lamp = imported(group, LAMP_ID)
    host.withdraw(LAMP_ID)
    for reader in (group, group.sign_in()):
        with pytest.raises(HTTPError) as refused:
            reader.read("/wp-admin/admin-post.php?action=welcome_stories_withdrawals_now", _wpnonce="0123456789")
        refused.value.close()

    assert is_public(group, lamp)


def test_the_button_is_an_administrators(group, host):
    """
    Whoever has an account to read with may not press it, even with a form that is right.
    """
    lamp = imported(group, LAMP_ID)
    host.withdraw(LAMP_ID)
    said = group.php(
        "wp_set_current_user( wp_insert_user( array( 'user_login' => 'reader', 'user_pass' => 'x', 'role' => 'subscriber' ) ) );"
        "$_REQUEST['_wpnonce'] = wp_create_nonce( $argv[1] ); do_action( 'admin_post_' . $argv[1] );",
        "welcome_stories_withdrawals_now",
    )

    assert "Only an administrator may do this." in said
    assert is_public(group, lamp)


def test_what_was_removed_on_several_days_is_told_together(group, host):
    administrator = group.sign_in()
    for own_id in (LAMP_ID, OTHER_ID):
        imported(group, own_id)
        host.withdraw(own_id)
        group.php(RUN)

    assert ["Stories taken back and put in the bin here: 2."] == notices(administrator.read(PAGE))


@pytest.mark.parametrize(
    "content", [None, {}, {"version": 2, "withdrawn": [{"id": LAMP_ID}]}, {"version": 1, "withdrawn": "x"}]
)
def test_where_there_is_no_list_nothing_goes_and_the_administrator_is_told(group, host, content):
    lamp = imported(group, LAMP_ID)
    if content is not None:
        host.publish(content)
    administrator = group.sign_in()
    group.php(RUN)
    (told,) = notices(administrator.read(PAGE))

    assert is_public(group, lamp)
    assert f"There is no list of withdrawals at {host.url}/feeds/withdrawals.json" in told


@pytest.mark.parametrize("own_id", ["1", "", "a field", 1, None, "tag:small.example,2026:%"])
def test_what_is_no_id_removes_nothing(group, host, own_id):
    """
    Fields of posts hold all sorts of values: a list gone wrong must not empty a group's site.
    """
    path = imported(group, LAMP_ID)
    group.php("update_post_meta( $argv[1], 'a_field', $argv[2] );", path.partition("=")[2], str(own_id or ""))
    host.withdraw(own_id)
    group.php(RUN)

    assert is_public(group, path)


def test_nothing_is_told_to_anybody(group, host):
    """
    One file is asked for, and nothing in the request says who asks.
    """
    host.withdraw()
    group.php(RUN)
    (heard,) = host.heard

    assert heard.startswith("GET /feeds/withdrawals.json HTTP/1")
    assert group.url.removeprefix("http://") not in heard
    assert "cookie" not in heard.lower()


def test_it_looks_once_a_day_until_it_is_switched_off(group):
    group.php(
        "require_once ABSPATH . 'wp-admin/includes/plugin.php'; deactivate_plugins( $argv[1] );",
        f"{PLUGIN.name}/{PLUGIN.name}.php",
    )
    scheduled = "echo wp_get_schedule( 'welcome_stories_withdrawals' );"
    off = group.php(scheduled)
    group.activate(PLUGIN)

    assert ("", "daily") == (off, group.php(scheduled))
