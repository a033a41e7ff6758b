"""
The private register is compared with the public records, and nothing of it is ever repeated.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.consent.register import PrivateConsent, compare, read_register
from plugins.outputs import Channel
from tests.make import lines_of, make_consent

PUBLIC = make_consent()
PRIVATE = {
    "id": "C-000001", "story": PUBLIC.story, "name_kind": "pseudonym", "public_name": "Amal", "language": "Arabic",
    "explained_by": "interpreter", "no_pressure": "yes", "copy_given": "yes", "took_part_on": "2026-09-01",
    "released_on": "2026-10-01", "expires_on": "2028-10-01", "status": "live",
    "scopes": dict.fromkeys(Channel, "yes") | {"translate": ["en", "cy", "ar"], "ai": "no", "press": "ask"},
}  # fmt: skip


def told(public=PUBLIC, **changes):
    private = PrivateConsent.model_validate(PRIVATE | changes)
    return lines_of(compare({private.id: ("private.yml", private)}, {public.id: public} if public else {}))


def test_records_that_agree_are_all_right():
    assert [] == told()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"story": "0000000000"}, "story"),
        ({"status": "paused"}, "status"),
        ({"released_on": "2026-10-02"}, "released_on"),
        ({"expires_on": "2028-09-30"}, "expires_on"),
        ({"name_kind": "first"}, "name_kind"),
        ({"public_name": "Another"}, "public_name"),
        ({"scopes": PRIVATE["scopes"] | {"feed": "no"}}, "scopes.feed"),
        ({"scopes": PRIVATE["scopes"] | {"ai": "yes"}}, "scopes.ai"),
        ({"scopes": PRIVATE["scopes"] | {"translate": ["en"]}}, "scopes.translate"),
        ({"approved_hash": {"en": "1"}}, "approved_hash"),
    ],
)
def test_each_disagreement_is_told_by_the_name_of_its_field(changes, field):
    assert [
        f"private.yml:1:1: C-000001: {field} is not what the public record says. "
        "Find out which of the two is right, and correct the other."
    ] == told(**changes)


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"no_pressure": "no"}, "no_pressure is not yes"),
        ({"copy_given": "no"}, "copy_given is not yes"),
        ({"took_part_on": "2026-09-30"}, "there were fewer than 2 days to think"),
        ({"minor": "yes", "guardian": "social worker"}, "what is asked for somebody young is not complete"),
        ({"claim": "pending"}, "legal_check is missing"),
        ({"claim": "appeal"}, "legal_check is missing"),
    ],
)
def test_what_is_lacking_for_publication_is_told(changes, what):
    assert any(what in line for line in told(**changes))


def test_a_child_is_asked_again_after_a_year():
    young = {"minor": "yes", "guardian": "social worker", "child_agreed": "yes"}

    assert any("it lasts longer than it may" in line for line in told(**young))
    assert [] == told(make_consent(expires_on="2027-10-01"), **young, expires_on="2027-10-01")


def test_a_record_that_only_one_side_has_is_told():
    assert ["c-000001.yml:1:1: C-000001 is not in the private register"] == [
        line.partition(". ")[0] for line in lines_of(compare({}, {PUBLIC.id: PUBLIC}))
    ]
    assert ["private.yml:1:1: C-000001 has no public record"] == [line.partition(". ")[0] for line in told(None)]


SECRET = "zq7xsecretvx9"
LINES = st.sampled_from([
    "id: C-000001", "story: 0123456789", "claim: {0}", "real_name: {0}", "contact: {0}", "minor: {0}", "name_kind: {0}", "released_on: {0}",
    "{0}: yes", "scopes: {{site: yes, {0}: yes}}", "&{0} x", "*{0}", "notes: [{0}", "{0}", "facets: {{nationality: {0}}}", "status: {0}", "--- {0}",
])  # fmt: skip


@settings(deadline=None)
@given(st.lists(LINES, max_size=8))
def test_no_private_value_is_ever_repeated(tmp_path_factory, lines):
    """
    Whatever stands in the register, and however broken it is.
    """
    path = tmp_path_factory.getbasetemp() / "private.yml"
    path.write_text("\n".join(line.format(SECRET) for line in lines), "utf-8")
    register, problems = read_register([path])

    assert SECRET not in "\n".join(lines_of([*problems, *compare(register, {PUBLIC.id: PUBLIC})]))
