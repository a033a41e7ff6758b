"""
For every file and every testimony: it is there if and only if consent allows it there.
"""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.consent.traces import fold, sequences_of
from plugins.consent.words import plain_text
from plugins.feeds.outputs import make_outputs as make_feeds_outputs
from plugins.outputs import Channel, Finished
from plugins.proof.words import WordProof
from plugins.records.record import QuotePlace
from tests.make import (
    make_body,
    make_consent,
    make_feeds,
    make_library,
    make_pages,
    make_story,
    make_testimony,
    make_translation,
)

DAY = date(2026, 11, 23)
BODIES = {
    "en": "She came on a Tuesday with one bag and a bicycle pump.",
    "ar": "وصلت يوم الثلاثاء ومعها حقيبة واحدة ومضخة دراجة صغيرة.",
}
HER = make_testimony(
    slug="her", title="One bag and a pump", summary="A bicycle pump went along on a long way north.", topics=["work"],
    body=make_body(f"<p>{BODIES['en']}</p>"),
)  # fmt: skip
ARABIC = make_translation(HER, "ar", summary="ملخص.", body=make_body(f"<p>{BODIES['ar']}</p>"))
OTHER = make_testimony(
    slug="other", consent="C-000002", body=make_body("<p>Another person said these other words of theirs here.</p>")
)
STORY = make_story(
    slug="s", topics=["work"], voice="her",
    body=make_body("<p>Before.</p>", QuotePlace("testimony/her", f"<p>{BODIES['en']}</p>", 9), "<p>After.</p>"),
)  # fmt: skip

CONSENTS = st.fixed_dictionaries(
    {
        "scopes": st.fixed_dictionaries({channel: st.sampled_from(["yes", "yes", "no"]) for channel in Channel}),
        "status": st.sampled_from(["live", "live", "live", "paused", "withdrawn"]),
        "delisted_on": st.sampled_from([None, "2026-11-22", "2026-11-23", "2026-11-24"]),
        "released_on": st.sampled_from(["2026-10-01", "2026-11-23", "2026-11-24"]),
        "expires_on": st.sampled_from(["2028-10-01", "2026-11-23", "2026-11-24"]),
        "approval": st.sampled_from(["yes", "yes", "yes", None]),
    }
)


def agreed_to(consent, channel):
    """The same question as the software answers, asked of the record line by line."""
    unlisted = consent.delisted_on is not None and consent.delisted_on <= DAY
    wide = channel in ("feed", "embed", "republish", "card", "search")
    return (
        consent.status == "live"
        and consent.approval is not None
        and consent.released_on <= DAY <= consent.expires_on
        and getattr(consent.scopes, channel)
        and not (wide and (unlisted or not consent.scopes.site))
    )


def consent_of(changes, languages):
    changes = dict(changes)
    if changes.pop("approval"):
        changes.pop("approval", None)
    else:
        changes["approval"] = None
    changes["scopes"] = {**changes["scopes"], "translate": languages}
    if changes["released_on"] > changes["expires_on"]:
        changes["expires_on"] = changes["released_on"]
    if changes["status"] != "live":
        changes["released_on"] = "2026-10-01"
    return make_consent(HER, ARABIC, **changes)


@settings(deadline=None, max_examples=40)
@given(CONSENTS, st.lists(st.sampled_from(["ar", "en"]), unique=True), CONSENTS)
def test_words_are_there_if_and_only_if_they_may_be(changes, languages, other_changes):
    """
    Whatever three people agreed to, on pages, in lists, in quotes and in feeds; and the proof agrees.
    """
    consent = consent_of(changes, languages)
    other = make_consent(OTHER, scopes=other_changes["scopes"])
    library = make_library(HER, ARABIC, OTHER, STORY, consents=[consent, other])
    outputs = [*make_pages(library).values(), *make_feeds_outputs(library, make_feeds(), "A site")]
    files = {output.path: (output, output.make_bytes()) for output in outputs}
    may = {channel: agreed_to(consent, channel) for channel in Channel}
    hers = sequences_of([BODIES["en"], HER.front.summary])
    proof = WordProof(library.watched, library.sequences_of)

    assert may["site"] == any("voices/her/" in path and hers_in(content, hers) for path, (_, content) in files.items())
    listed = may["site"] and consent.is_listed(DAY)
    assert listed == hers_in(files["voices/index.html"][1] if "voices/index.html" in files else b"", hers)
    assert listed == hers_in(files["stories/s/index.html"][1], hers)
    assert may["feed"] == hers_in(files["feeds/all/rss.xml"][1], hers) == hers_in(files["feeds/all/atom.xml"][1], hers)
    arabic = sequences_of([BODIES["ar"]])
    assert (may["site"] and "ar" in languages) == any(hers_in(content, arabic) for _, content in files.values())
    for output, content in files.values():
        assert may[output.channel] or not hers_in(content, hers), output.path
        assert [] == list(proof(Finished(output.path, output.channel, output.carries, content)))


def hers_in(content, hers):
    text = content.decode()
    words = " ".join(fold(plain_text(text)) + fold(text))
    return any(sequence in words for sequence in hers)
