"""
What people change besides texts: facts, lists, charts, pictures, recordings, the theme, its words, settings and the day.
"""

from __future__ import annotations

import os
import re

from plugins.facts.writing import add_version, quoted, set_fields, version_entry
from tests.build.edited import Edit, Edited

FEATURES = ("feeds", "embeds", "republish", "audio", "sitemap", "quilt", "images", "charts")

DRAWN = re.compile(r"\{% (?:block|macro) [^%]*%\}")
"""Where something in a template begins that is drawn."""


def change_figure(own: Edited) -> None:
    """A figure has another value, with its history."""
    facts = own.content / "facts"
    values = (f"{own.random.randint(10, 90)}%", f"{own.random.randint(10, 90)}%")
    claim = f'"Of all the cups {{{values[0]}}} are full, and {{{values[1]}|2024}} are warm."'
    text = set_fields((facts / "tests.yml").read_text("utf-8"), "F-tests-004", {"claim": claim})
    (facts / "tests.yml").write_text(text, "utf-8")
    path = facts / "history.yml"
    entry = version_entry(own.day(0, 3), "; ".join(values), reason=f"A {own.word()}.")
    path.write_text(add_version(path.read_text("utf-8"), "F-tests-004", entry), "utf-8")


def change_fact(own: Edited) -> None:
    """A fact is to be checked on another day, or says something else of where it holds."""
    path = own.content / "facts/tests.yml"
    name = own.one("F-tests-001", "F-tests-004")
    key, value = own.random.choice(
        [
            ("review_by", str(own.day(5, 300))),
            ("geography", quoted(own.word())),
            ("period", quoted(own.one("2024", "2025"))),
        ]
    )
    path.write_text(set_fields(path.read_text("utf-8"), name, {key: value}), "utf-8")


def change_source(own: Edited) -> None:
    """A source has another publisher, title, address or day."""
    key, value = own.random.choice(
        [
            ("publisher", own.word()), ("title", own.word()), ("address", f"https://facts.example/{own.word()}"),
            ("accessed", str(own.day(30, 0))), ("date", "2026"), ("licence", own.word()),
        ]
    )  # fmt: skip
    own.change(
        "content/facts/sources.yml", rf"^  {key}: .*$", f"  {key}: {value if key == 'accessed' else quoted(value)}"
    )


def change_lists(own: Edited) -> None:
    """A topic or a place has another name, or the list of words another word."""
    what = own.random.randint(0, 3)
    if what == 0:
        own.change("content/topics.yml", r"title: \{en: [^,}]*", f"title: {{en: The {own.word()}")
    elif what == 1:
        own.change("content/topics.yml", r"summary: \{en: [^,}]*", f"summary: {{en: Of a {own.word()}.")
    elif what == 2:
        own.change("content/places.yml", r"title: \{en: Leeds[^,}]*", f"title: {{en: Leeds {own.word()}")
    else:
        entry = f"a-{own.word()}:\n  term:\n    - {own.one(own.word(), 'kettle', 'saucer')}\n  level: {own.one('block', 'warn')}\n"
        (own.content / "terms.yml").write_text(f"{entry}  why: A test.\n  better:\n    - cup\n", "utf-8")


def change_chart(own: Edited) -> None:
    """A chart says something else; the first time it is drawn, and shown in a story."""
    path = own.content / "charts/cups.yml"
    if not path.is_file():
        path.parent.mkdir(exist_ok=True)
        rows = "".join(
            f"  - {{label: {{en: {name}}}, fact: F-tests-004/{at}}}\n" for at, name in ((1, "Full"), (2, "Warm"))
        )
        head = 'kind: bar\ntitle: {en: Cups}\ndescription: {en: Most cups are full.}\nunit: {en: "% of cups"}\n'
        path.write_text(f"{head}period: {{en: 2025}}\nsource: S-example-a\nrows:\n{rows}", "utf-8")
        own.append(own.pick("stories/*.md"), "/// chart | cups\n///")
    key = own.one("title", "description", "unit", "period")
    sign = "% of " if key == "unit" else ""
    shown, translated = quoted(f"{sign}the {own.word()}"), own.one("", f", cy: {quoted(sign + own.word())}")
    own.change(path, rf"^{key}: .*$", f"{key}: {{en: {shown}{translated}}}")


def change_picture(own: Edited) -> None:
    """A picture is described in other words or languages, made by somebody else, hidden, or is another one."""
    path = own.content / "pictures/two-squares.yml"
    if own.random.random() < 0.3:
        picture = path.with_suffix(".jpg")
        raw = picture.read_bytes()
        # The tables by which a JPEG counts light: with another number in them it is darker or lighter.
        at = raw.index(b"\xff\xdb") + 10
        picture.write_bytes(raw[:at] + bytes([own.random.randint(1, 40)]) + raw[at + 1 :])
        return
    old, new = own.random.choice(
        [
            (r"^alt: .*$", f"alt: {{en: {quoted(f'A {own.word()}.')}}}"),
            (r"^alt: .*$", f"alt: {{en: A quilt, cy: Cwilt, ar: {own.word()}}}"),
            (r"^credit: .*$", f"credit: {own.word()}"),
            (r"^people: .*$", f"people: redacted\nredacted: [[{own.random.randint(1, 20)}, 2, 30, 30]]"),
            (r"^people: .*$", "people: consented\nconsents: [C-ESN0W1]"),
            (r"^people: .*\n(?:consents|redacted): .*$", "people: none"),
            (r"^illustration: .*$", f"illustration: {own.one('yes', 'no')}"),
        ]
    )
    own.change(path, old, new)


def change_recording(own: Edited) -> None:
    """A recording takes longer, or its words are said at another moment."""
    path = own.content / "audio/first-snow.mp3"
    if own.random.random() < 0.3:
        path.write_bytes(path.read_bytes() + path.read_bytes()[-417:])
    else:
        own.change("content/audio/first-snow.vtt", r"--> 00:01\.\d+", f"--> 00:01.{own.random.randint(100, 200)}")


def change_theme(own: Edited) -> None:
    """A template, a component, a style sheet, a script or a file that is copied is another."""
    kind, ending, more = own.random.choice(
        [
            ("templates", ".html", "<!-- %s -->"), ("templates", ".html", "<!-- %s -->"), ("components", ".html", "<!-- %s -->"),
            ("css", ".css", ".%s{color:red}"), ("components", ".css", ".%s{color:red}"), ("embeds", ".js", "// %s"),
            ("static", ".txt", "%s"),
        ]
    )  # fmt: skip
    found = sorted((own.folder / "theme" / kind).rglob(f"*{ending}"))
    path = own.random.choice(found) if found else own.folder / "theme" / kind / f"new{ending}"
    text = path.read_text("utf-8").rstrip() if path.is_file() else ""
    # What stands in no block and no macro is not drawn.
    at = own.random.choice([match.end() for match in DRAWN.finditer(text)] or [len(text)])
    path.write_text(f"{text[:at]}\n{more % own.word()}\n{text[at:]}", "utf-8")


def change_string(own: Edited) -> None:
    """A word of the interface is another."""
    path = own.folder / "theme/strings" / own.one("en.toml", "cy.toml", "ar.toml")
    lines = path.read_text("utf-8").split("\n")
    at = own.random.choice([number for number, line in enumerate(lines) if re.fullmatch(r'[\w.]+ = "[^{}"\\]*"', line)])
    lines[at] = f'{lines[at].rstrip(chr(34))} {own.word()}"'
    path.write_text("\n".join(lines), "utf-8")


def change_settings(own: Edited) -> None:
    """The site is called or cut otherwise, or a feature is left out, or it moves to another address."""
    word = own.word()
    old, new = own.random.choice(
        [
            (r"^SITENAME = .*$", f'SITENAME = "Small {word}"'),
            (r"per_page=\d+", f"per_page={own.random.randint(2, 4)}"),
            (r"per_page=\d+.*$", f"per_page=2, quilt={own.random.randint(0, 30)})"),
            (
                r"per_page=\d+.*$",
                f"per_page=2, claim_reviews={own.one('True', 'False')}, menu=({own.one('', chr(34) + 'story' + chr(34) + ',')}))",
            ),
            (r'2026"[^)]*\)', f'2026", limit={own.random.randint(1, 5)})'),
            (r"^LEFT_OUT = .*$", f"LEFT_OUT = [{own.one('', *FEATURES)}]"),
            (r"^SITEURL = .*$", f'SITEURL = "https://{own.one(word, "small")}.example{own.one("", "/base")}"'),
            (r"^HOSTING = .*$", f'HOSTING = Hosting(rules="{own.one("none", "netlify", "apache")}")'),
            (
                r"tags=\{[^}]*\}",
                f"tags={{{own.one(repr('en') + ': ' + repr('en-GB'), repr('cy') + ': ' + repr('cy-GB'))}}}",
            ),
        ]
    )
    own.change("smallconf.py", old, new)


def change_day(own: Edited) -> None:
    """Time passes, or somebody sets the clock back."""
    day = own.day(20, own.random.choice([3, 30, 400]))
    own.change("smallconf.py", r"today=date\([^)]*\)", f"today=date({day.year}, {day.month}, {day.day})")


def change_times(own: Edited) -> None:
    """All files have new times, as in a fresh checkout."""
    moment = own.random.randint(1_600_000_000, 1_700_000_000)
    for number, path in enumerate(sorted(own.content.rglob("*"))):
        os.utime(path, (moment + number, moment + number))


SITE_EDITS: tuple[Edit, ...] = (
    change_figure, change_fact, change_source, change_lists, change_chart, change_picture, change_recording, change_theme,
    change_theme, change_string, change_settings, change_settings, change_day, change_times,
)  # fmt: skip
