"""
Taking words back: one command, and afterwards no byte of them is left where anybody can look.
"""

import re

import pytest

LAMP = ("A lamp in", "Samar", "سمر", "مصباح", "thesamp001 en", "thesamp001 ar")
KEY = "a key of the tests, long enough"
QUOTE = "/// quote | the-lamp\nTest words about a small lamp\n///\n"


def withdraw(site, mode, **environment):
    return site.desk("withdraw", "--id", "C-AAMP01", "--mode", mode, **environment)


def words_in(files, words=LAMP):
    return [(path, word) for path, content in files.items() for word in words if word.encode() in content]


def receipt(site):
    (path,) = (site.folder / "papers").glob("receipt-thesamp001-*.txt")
    return path.read_text("utf-8")


@pytest.mark.parametrize("mode", ["gone", "vanish"])
def test_after_a_withdrawal_no_byte_is_left(built_site, mode):
    """
    Not the words, the name, the card, nor the entry in feeds; neither in the site nor in the project's folder.
    """
    run = withdraw(built_site, mode)
    files = built_site.files()
    pages = {path for path in files if "the-lamp" in path}

    assert 0 == run.status, run.err
    assert [] == words_in(files)
    assert ({"voices/the-lamp/index.html", "ar/voices/the-lamp/index.html"} if mode == "gone" else set()) <= pages
    assert mode == "gone" or not pages
    assert [] == list(built_site.content.rglob("*lamp*"))
    assert [] == [
        path
        for path in built_site.content.rglob("*")
        if path.is_file() and "Samar" in path.read_text("utf-8", "replace")
    ]
    assert "Nothing was found in the built site." in receipt(built_site)
    assert "Nothing was found in the project's folder." in receipt(built_site)
    assert [] == words_in({"receipt": receipt(built_site).encode()})
    assert 0 == built_site.desk("check").status


def test_feeds_tell_of_it_by_its_id_alone(built_site):
    withdraw(built_site, "vanish")
    atom = built_site.files()["feeds/all/atom.xml"].decode()

    assert "thesamp001</id>" in atom
    assert 2 <= atom.count("<title>This piece is no longer available</title>")
    assert "the-lamp" not in atom


def test_every_feed_that_held_it_tells_of_it_and_no_other(built_site):
    """
    Topic and place too: readers' programs keep a copy for each feed; and the list for other sites names it.
    """
    before = built_site.files()
    held = {path for path, own in before.items() if path.endswith("/rss.xml") and b"thesamp001" in own}
    withdraw(built_site, "vanish")
    after = built_site.files()

    assert {"feeds/all/rss.xml", "feeds/topic/friendship/rss.xml", "feeds/place/leeds/rss.xml"} <= held
    assert held == {path for path, own in after.items() if path.endswith("/rss.xml") and b"thesamp001" in own}
    assert all(b"no longer available" in after[path] or "ar/" in path for path in held - {"feeds/language/ar/rss.xml"})
    assert b"thesamp001" in after["feeds/withdrawals.json"]


def test_quotes_links_and_the_named_voice_go_with_it(built_site):
    """
    Withdrawn but quoted elsewhere: the other text stays, and nothing of hers in it.
    """
    path = built_site.content / "stories/long-table.md"
    before = re.sub("(?m)^voice: .*", "voice: the-lamp", path.read_text("utf-8"))
    path.write_text(f"{before}\nA [lamp](record:the-lamp) shone.\n\n{QUOTE}\nThe end.\n", "utf-8")
    words = (
        (built_site.content / "testimonies/the-lamp.md").read_text("utf-8").split("---\n")[2].strip().split("\n\n")[0]
    )
    path.write_text(path.read_text("utf-8").replace("Test words about a small lamp", words), "utf-8")
    assert 0 == built_site.build().status
    assert 'data-words="thesamp001 en quote"' in built_site.files()["stories/long-table/index.html"].decode()

    run = withdraw(built_site, "gone")
    assert 0 == run.status, run.err
    assert [] == words_in(built_site.files())
    text = path.read_text("utf-8")
    assert "A lamp shone.\n\nThe end.\n" in text
    assert "the-lamp" not in text


def test_what_a_first_build_that_was_cut_off_had_ready_goes_with_it(built_site):
    """
    Also its folders, which are named as pages are, and also where no site can be built afterwards.
    """
    page = built_site.folder / ".output.staging" / "voices" / "the-lamp" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<p>A lamp in the window.</p>", "utf-8")
    built_site.configure('THEME = str(_HERE / "none")')
    withdraw(built_site, "vanish")

    assert not (built_site.folder / ".output.staging").exists()


def test_it_goes_also_when_another_text_is_broken(built_site):
    built_site.edit("content/stories/two-cups.md", "scale: micro", "scale: mikro")
    run = withdraw(built_site, "gone")

    assert 0 == run.status, run.err
    assert [] == words_in(built_site.files())


def test_it_goes_also_when_its_own_file_is_broken(built_site):
    built_site.edit("content/testimonies/the-lamp.ar.md", "date: ", "dat: ")
    run = withdraw(built_site, "gone")

    assert 0 == run.status, run.err
    assert [] == words_in(built_site.files())
    assert [] == list(built_site.content.rglob("the-lamp*"))


def test_a_text_that_leaves_the_lists_keeps_its_address_alone(built_site):
    run = withdraw(built_site, "delist")
    holding = {path for path, _ in words_in(built_site.files())}

    assert 0 == run.status, run.err
    assert {"voices/the-lamp/index.html", "ar/voices/the-lamp/index.html"} == holding
    assert "noindex" in built_site.files()["voices/the-lamp/index.html"].decode()


def test_new_words_need_a_new_yes(built_site):
    """
    Until then the text is off the site; its file stays, so that it can be rewritten.
    """
    run = withdraw(built_site, "anonymise")
    record = (built_site.content / "consents/c-aamp01.yml").read_text("utf-8")

    assert 0 == run.status, run.err
    assert [] == words_in(built_site.files())
    assert (built_site.content / "testimonies/the-lamp.md").is_file()
    assert "approval" not in record and "status: paused" in record
    assert not (built_site.content / "consents/c-aamp01.words.json").exists()


def test_what_was_withdrawn_cannot_come_back(built_site):
    """
    Neither under its own consent nor under another one.
    """
    text = (built_site.content / "testimonies/the-lamp.ar.md").read_text("utf-8")
    withdraw(built_site, "gone")
    (built_site.content / "testimonies/again.ar.md").write_text(text, "utf-8")
    run = built_site.desk("check")

    assert 1 == run.status
    assert "the text with this id was withdrawn, and nothing is ever published under it again" in run.err


def test_traces_prove_the_absence_later_and_hold_no_word(built_site):
    """
    Three six-word sequences in a row are a find; one that was said by chance is none.
    """
    text = (built_site.content / "testimonies/the-lamp.md").read_text("utf-8")
    withdraw(built_site, "gone", WELCOME_TRACE_KEY=KEY)
    traces = (built_site.content / "consents/c-aamp01.traces").read_text("utf-8")
    clean = built_site.desk("scan", WELCOME_TRACE_KEY=KEY)
    without = built_site.desk("scan", WELCOME_TRACE_KEY="")
    wrong = built_site.desk("scan", WELCOME_TRACE_KEY="another key of the tests")
    (built_site.output / "left.html").write_text(text, "utf-8")
    found = built_site.desk("scan", WELCOME_TRACE_KEY=KEY)

    assert "lamp" not in traces and len(traces.split()) > 10
    assert (0, "Nothing of 1 withdrawn text was found in output/ and content/.\n") == (clean.status, clean.out)
    assert (2, True) == (without.status, "NOT RUN" in without.err)
    assert (2, True) == (wrong.status, "was made with another WELCOME_TRACE_KEY" in wrong.err)
    assert (1, True) == (found.status, "output/left.html: words of C-AAMP01 stand here again." in found.err)


def test_words_that_are_left_anywhere_are_told(built_site):
    """
    In a file that no text is: the command ends with status 1, and the receipt says where.
    """
    words = (built_site.content / "testimonies/the-lamp.md").read_text("utf-8").split("---\n")[2]
    (built_site.folder / "notes.txt").write_text(words.upper(), "utf-8")
    run = withdraw(built_site, "gone")

    assert 1 == run.status
    assert "WORDS WERE FOUND in the project's folder: notes.txt." in receipt(built_site)
    assert "NOT ALL IS GONE" in receipt(built_site)


def test_a_receipt_says_what_no_search_can_see(built_site):
    withdraw(built_site, "gone")
    text = receipt(built_site)

    for words in (
        "history of git",
        "caches of search engines",
        "web archives",
        "readers who copied",
        "git filter-repo --invert-paths",
        "Ask the host",
    ):
        assert words in text


def test_a_receipt_names_what_git_may_still_hold_and_nothing_else(built_site):
    """
    Texts, approved words, pictures and recordings that were removed; never what git does not know, such as a cache.
    """
    before = {
        path.relative_to(built_site.folder).as_posix() for path in built_site.content.rglob("*") if path.is_file()
    }
    withdraw(built_site, "gone")
    (line,) = (line for line in receipt(built_site).splitlines() if "git filter-repo --invert-paths" in line)
    gone = {path for path in before if not (built_site.folder / path).exists()}

    assert {"content/testimonies/the-lamp.md", "content/testimonies/the-lamp.ar.md"} < gone
    assert gone == set(line.partition(" --path ")[2].split(" --path "))


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--id", "C-AAMP01"), '"" is no way to withdraw.'),
        (("--id", "C-AAMP01", "--mode", "gon"), 'Did you mean "gone"?'),
        (("--id", "C-000000", "--mode", "gone"), 'there is no consent record "C-000000"'),
    ],
)
def test_a_mistyped_withdrawal_changes_nothing(built_site, options, sentence):
    before = built_site.state()
    run = built_site.desk("withdraw", *options)

    assert (2, True) == (run.status, sentence in run.err)
    assert before == built_site.state()


def test_a_packet_names_every_place_where_her_words_are(built_site):
    """
    All files that carry them by the manifest, her language first in it, and nothing on another person.
    """
    assert 0 == built_site.desk("packet", "--id", "C-AAMP01").status
    text = (built_site.folder / "papers/packet-c-aamp01.html").read_text("utf-8")
    carrying = [path for path, entry in built_site.manifest().items() if "thesamp001" in entry["carries"]]

    assert 'lang="ar" dir="rtl"' in text
    assert [] == [
        path for path in carrying if f"https://small.example/base/{path.removesuffix('index.html')}<" not in text
    ]
    assert len(carrying) == text.count("https://small.example/base/")
