"""
Words are folded the quick way to what they are by definition.
"""

import re
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from plugins.consent.traces import JOINERS, WORD, accents, fold, folded


def folded_by_definition(text):
    plain = accents().sub("", unicodedata.normalize("NFKD", JOINERS.sub("", text))).casefold().lower()
    return re.findall(r"[^\W_]+", plain)


@given(
    st.text()
    | st.text(
        alphabet="aE'\u2019\u201c\u20ac\u00a0\u200e_-1 \u00e9\u0301\u00ad\u200d\u0130\u03a3\u03c2\u00df\ufb01\u00b7\u2026\u0627\u064e\uac00\n<"
    )
)
@example("e\u0301\u0323 \u1ebf \u039f\u0394\u039f\u03a3 \u0130stanbul \u00bd \uff21\u13a0")
def test_letter_by_letter_gives_the_same_words_as_all_at_once(text):
    assert folded_by_definition(text) == fold(text)


@given(
    st.text()
    | st.text(alphabet="aE'\u2019\uff07\uff3f\u02bc\u0149 \u00e9\u0301\u00ad\u0130\u03a3\u00bd\ufb01\u0640\ufe71\n")
)
@example("it\uff07is")
def test_a_folded_text_has_the_same_words(text):
    assert WORD.findall(folded(text)) == fold(text)
