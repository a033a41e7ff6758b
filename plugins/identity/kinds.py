"""
The kinds of personal data, and what is said of each to the person who typed it.
"""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """
    What was found.
    """

    EMAIL = "e-mail address"
    PHONE = "phone number"
    POSTCODE = "postcode"
    INSURANCE = "National Insurance number"
    HEALTH = "NHS number"
    CASE = "Home Office or court reference"
    BIRTH = "date of birth"
    PLATE = "number plate"
    STREET = "street address"
    HOTEL = "name of a hotel or hostel"
    AGE = "exact age"
    CHILDREN = "number of children"
    ARRIVAL = "day of arrival"
    NAMED = "name of a school, church or practice"


PUBLIC = "The public contact of a group belongs in the field public_contact of its entry."

WORDS: dict[Kind, tuple[str, str]] = {
    Kind.EMAIL: ("with it a stranger can write to the person or find their accounts", f"Leave it out. {PUBLIC}"),
    Kind.PHONE: ("with it a stranger can ring or trace the person", f"Leave it out. {PUBLIC}"),
    Kind.POSTCODE: (
        "it leads to a handful of front doors",
        'Name a wider area, such as "a town in the north-west", or leave it out.',
    ),
    Kind.INSURANCE: ("it opens the person's records with the state", "Leave it out."),
    Kind.HEALTH: ("it opens the person's medical records", "Leave it out."),
    Kind.CASE: (
        "an official, or someone who seeks the person, can find the case by it",
        'Leave it out, or write "their case".',
    ),
    Kind.BIRTH: ("with a name or a town it points to one person", 'Write "in her thirties", or leave it out.'),
    Kind.PLATE: ("it leads to the keeper of the car", 'Write "a car", or leave it out.'),
    Kind.STREET: (
        "it leads to one front door",
        'Write "a shared house" or "a town in the north-west", or leave it out.',
    ),
    Kind.HOTEL: (
        "those who threaten people there can find it by its name",
        'Write "a hotel" or "a hostel in a town in the north-west".',
    ),
    Kind.AGE: ("with a town or a country it narrows down who speaks", 'Write "in her thirties" or "a young man".'),
    Kind.CHILDREN: ("it tells families apart", 'Write "her children" or "his family".'),
    Kind.ARRIVAL: (
        "lists of arrivals and news of that day lead to the person",
        'Write "some years ago" or "one autumn".',
    ),
    Kind.NAMED: (
        "people who know it know who goes there",
        'Write "a school", "a church" or "her solicitor", without the name.',
    ),
}
"""Of each kind: why it endangers, and what to write in its place."""

HARD = frozenset({Kind.EMAIL, Kind.PHONE, Kind.POSTCODE, Kind.INSURANCE, Kind.HEALTH, Kind.CASE, Kind.BIRTH})
"""What is an error wherever it stands."""

NARROWING = frozenset({Kind.AGE, Kind.CHILDREN, Kind.ARRIVAL, Kind.NAMED})
"""What only helps to find a person whose own words these are: told for testimonies, and never an error."""

WITH_AN = frozenset({Kind.EMAIL, Kind.HEALTH, Kind.AGE})
WITH_THE = frozenset({Kind.HOTEL, Kind.CHILDREN, Kind.ARRIVAL, Kind.NAMED})


def words_of(kind: Kind, shown: str) -> tuple[str, str]:
    """What is wrong, with no more of the data than `shown`, and what to do."""
    danger, todo = WORDS[kind]
    article = "the" if kind in WITH_THE else "an" if kind in WITH_AN else "a"
    return f'"{shown}" looks like {article} {kind}: {danger}', todo


def shorten(kind: Kind, text: str) -> str:
    """As much of the data as one needs to find it in its line."""
    seen = 1 if kind is Kind.EMAIL else min(4, max(1, len(text) // 4))
    return text[:seen].strip() + "…"
