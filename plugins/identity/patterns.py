"""
How each kind of personal data is written in Britain.

These are patterns, not proofs: the forms of Home Office and court references
are not all published, and a number may look like one and be none. They are
narrow on purpose, so that a hit is worth a look. Each begins with what is rare
in prose, and none can be made slow by what it reads.

Of the cues of a pattern one stands in all that it finds. Each begins with one
letter: that is searched for several times as fast as a choice of letters.

Capital letters matter in the patterns for the text as it is typed; those in
small letters are for the same text made small.
"""

from __future__ import annotations

import re

from plugins.once import regex

WHOLE = r"(?![A-Za-z0-9])"
"""No letter or digit follows."""

AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|"
    "HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|"
    "RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
).lower()
"""The letters with which British postcodes begin."""

POSTCODE = regex(
    rf"\d(?:[0-9]|[a-hjkmnp-y])?[ \t\n]{{0,2}}\d[abd-hjlnp-uw-z]{{2}}{WHOLE}", re.ASCII
)  # From its first digit on: letters are plentiful.
AREA = regex(rf"(?:\A|[^a-z0-9#&])({AREAS})\Z", re.ASCII)
SMALL_AND_SHORT = regex(r"\w{1,5}\Z|[0-9a-f]+\Z")
"""Small letters and digits without a space that may be anything, such as the short name of a commit."""

ORDINAL = regex(r"\d(?:st|nd|rd|th)\Z")

EMAIL_AT = regex(r"@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}")
SPELLED_AT = regex(
    r"[\[(][ \t]?(?:at|@)[ \t]?[\])][ \t]?"
    r"(?:[\w-]{1,63}(?:\.|[ \t]?[\[(][ \t]?(?:dot|\.)[ \t]?[\])][ \t]?| dot )){1,8}[^\W\d_]{2,24}"
)
SPELLED_CUES = (regex(r"\[[ \t]?(?:at|@)"), regex(r"\([ \t]?(?:at|@)"))

BEFORE_AT = regex(r"[\w.%+'-]{1,64}[ \t]?\Z")

INSURANCE = regex(rf"[0-9]\d ?\d\d ?\d\d ?[A-Da-d]{WHOLE}", re.ASCII)
BEFORE_INSURANCE = regex(r"(?:\A|[^A-Za-z0-9])([A-Za-z]{2} ?)\Z", re.ASCII)
NO_INSURANCE = regex(r"[dfiuv]|.[dfiouv]|bg|gb|kn|nk|nt|tn|zz")
"""Letters with which no National Insurance number begins."""

GROUPED_TEN = regex(r"[0-9]\d\d(?<![A-Za-z0-9.,-]\d{3})([ -])\d{3}\1\d{4}(?![\w-]|[.,]\d)", re.ASCII)
NHS_CUE = regex("nhs")
TEN_NEAR_NHS = regex(r"\bnhs\b[^\d\n]{0,40}((?:\d[ -]?){9}\d)(?!\d)", re.ASCII)

CASES = regex(
    r"[A-Z](?<![A-Za-z0-9/_.-][A-Z])(?:"
    r"\d{7}(?:/\d{1,3})?|"  # a Home Office reference
    r"[A-Z]{2}/\d{5,8}(?:/\d{1,3})?|"  # a port reference
    r"[A-Z]{2}(?!(?:19|20)\d\d[01]\d[0-3]\d)\d{8}|"  # an Application Registration Card
    r"(?<=A)RC ?/ ?(?:[A-Z]{0,3}\d{3,10}/?){1,3}|"
    r"(?<=Z)[A-Z][0-9X]\d{6}|"  # a residence permit
    r"(?<=G)WF ?\d{8,9}|"  # an application for a visa
    r"[A-Z]/\d{5}/(?:19|20)\d\d|"  # an appeal
    r"(?<=U)I-20\d\d-\d{6}"
    rf"){WHOLE}",
    re.ASCII,
)
APPLICATION = regex(r"[0-9]\d{3}(?<![A-Za-z0-9-]\d{4})([ -])\d{4}\1\d{4}\1\d{4}(?![\w-])", re.ASCII)
PASSPORT = regex(rf"passport(?: number| no)?[:. ]{{1,3}}(?:is )?([a-z]{{0,2}}\d{{6,9}}){WHOLE}", re.ASCII)

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    r"ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|"
    r"يناير|فبراير|مارس|أبريل|إبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول)"
)
DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ \n]{MONTH}\b(?:,?[ \n]\d{{4}})?|"
    rf"{MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?|"
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d)(?!\d)"
)
BIRTH_CUE = regex(r"born|birth|d\.?o\.?b|geni|ganwyd|ميلاد|ولد|ولادة|مواليد")
BIRTH = regex(
    r"(?:\bborn|\bd\.?o\.?b\b|\bdate of birth|\bbirth ?da(?:y|te)|\bdyddiad geni|\bganwyd|"
    r"ميلاد\w{0,3}|ولادة|ولد\w{0,2}|مواليد)"
    rf"[ \t\n:,.*_()-]{{1,4}}(?:(?:is|was|on|ar|the|في|يوم)[ \n:]){{0,3}}{DAY}"
)
ARRIVAL = regex(rf"\b(?:arriv(?:ed|al)|came|landed|reached)\b[^.!?\d]{{0,40}}{DAY}")

PLATE = regex(
    rf"[A-HJ-PR-Y](?<![A-Za-z0-9][A-Z])(?:[A-HJ-PR-Y](?:0[2-9]|[1-7]\d)|\d{{3}}) ?[A-HJ-PR-Z]{{3}}{WHOLE}", re.ASCII
)

STREET = regex(
    r"(\d(?<![\w.,/-]\d)\d{0,3})[A-Za-z]?,?[ \n]((?:[A-Z][\w'-]{1,20}[ \n]){1,3}?)"
    r"(Road|Rd|Street|St|Avenue|Ave|Lane|Close|Drive|Court|Place|Terrace|Gardens|Crescent|Way|Grove|Square|Mews)\b"
)
FLAT_CUES = (regex("Flat "), regex(r"Ap(?:artment|t\.?) "))
FLAT = regex(r"(?:Flat|Apartment|Apt\.?) (?:\d{1,4}[A-Za-z]?|[A-Z]\d{0,3})\b")

HOTEL_CUES = (regex("Ho(?:tel|stel)"), regex("Inn"), regex("G(?:uest|westy)"))
HOTEL = regex(r"(?:Hotel|Hostel|Inn|Guest ?[Hh]ouse)\b")
HOTEL_OF = regex(r"(?:Hotel|Hostel|Gwesty)(?:'r)? [A-Z][\w'&-]{1,20}(?: [A-Z][\w'&-]{1,20})?")
NAMED = regex(r"(?:School|Academy|College|Hospital|Church|Chapel|Mosque|Surgery|Solicitors)\b")
NAME_BEFORE = regex(r"(?:\b[A-Z][\w'&.-]{1,20} (?:and |of )?){1,4}\Z")
LONGEST_NAME = 90

FEW = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen"
)
YEARS = rf"(?:\d{{1,3}}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:{FEW}))?|{FEW})"
AGED = (regex(rf"aged? {YEARS}\b"), regex("mlwydd oed"))
YEARS_OLD = regex(r"years?[ -]olds?\b")
BEFORE_OLD = regex(rf"(?:\A|\W){YEARS}[ -]\Z")
CHILDREN_CUES = tuple(map(regex, ("children", "kids", "sons", "daughters")))
CHILDREN = regex(r"(?:grandchildren|grandkids|grandsons|granddaughters|children|kids|sons|daughters)\b")
BEFORE_CHILDREN = regex(rf"(?:\A|\W)(?:\d{{1,2}}|{FEW}) (?:small |young |little )?\Z")

LINKS = (regex(r"https?://[^\s<>\"')\]]+"), regex(r"www\.[^\s<>\"')\]]+"))
"""Web addresses, by their two beginnings: one within another ends where that one ends."""

ID_CUE = regex("-(?<=[FSC]-)")
ID = regex(r"[FSC]-(?<!\w[FSC]-)(?:(?<=F-)[a-z]+-\d{3}|(?<=S-)[a-z0-9]+(?:-[a-z0-9]+)+|(?<=C-)[0-9A-Z]{6})\b")
"""The ids of facts, sources and consent records."""
