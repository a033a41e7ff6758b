"""
What people change in texts and consents, each as a function that makes one change at random.

One that changes nothing, or leaves a site that is refused, is as good as any other.
"""

from __future__ import annotations

import os
import re

from tests.build.edited import Edit, Edited

OURS = ("[!t.]*/*.md", "techniques/*.md")
"""Texts that are no testimonies."""


def add_words(own: Edited) -> None:
    """The body of a text grows."""
    own.append(own.pick(*OURS), f"A {own.word()} more.")


def change_title(own: Edited) -> None:
    """A text has another title, or another short name."""
    path = own.pick(*OURS)
    own.set(path, "title", f"The {own.word()}")
    own.change(path, r"^short_name: .*$", f"short_name: {own.one('A principle', own.word())}")


def change_summary(own: Edited) -> None:
    """A text has another summary."""
    own.set(own.pick(*OURS), "summary", f"Of a {own.word()}.")


def change_date(own: Edited) -> None:
    """A text has another day, which may not have come yet."""
    own.change(own.pick("stories/*.md"), r"^date: .*$", f"date: {own.day(60, 3)}")


def change_status(own: Edited) -> None:
    """A text is taken back to its writer, or published."""
    own.set(own.pick(*OURS), "status", own.one("draft", "ready", "published", "published"))


def change_tags(own: Edited) -> None:
    """A text belongs to other topics, places, groups, principles or changes."""
    key, *values = own.random.choice(
        [
            ("topics", "", "[law]", "[friendship]", "[law, friendship]", "[unused]"),
            ("places", "", "[leeds]", "[uk, swansea]"),
            ("groups", "", "[leeds]", "[leeds, swansea]"),
            ("principles", "", "[1]"),
            ("changes", "", "[1]"),
            ("voice", "", "first-snow", "quiet-harbour"),
            ("picture", "", "two-squares"),
            ("updated", "", str(own.day(10, 0))),
            ("former", "", f"[/{own.word()}/]"),
        ]
    )
    own.set(own.pick(own.one("stories/*.md", "explainers/*.md", "testimonies/first-snow.md")), key, own.one(*values))


def link(own: Edited) -> None:
    """A text links to another, quotes one, shows a chart, or says a fact."""
    path = own.pick("stories/*.md")
    name = own.pick(own.one("stories/*.md", "explainers/*.md", "testimonies/*.md")).name.partition(".")[0]
    more = own.one(
        f"[{own.word()}](record:{name})", "/// chart | cups\n///", "Full are {fact:F-tests-004}.",
        "/// quote | the-lamp\nThere is a lamp in them, and a window.\n///", "A saucer stands here.",
    )  # fmt: skip
    own.append(path, more)


def rename(own: Edited) -> None:
    """A text has another address."""
    path = own.pick("stories/*.md")
    if path.name.count(".") == 1:
        path.rename(path.with_name(f"{own.word()}.md"))


def remove(own: Edited) -> str | None:
    """A text is gone, or one that was gone comes back; a translation as well."""
    if own.removed and own.random.random() < 0.5:
        path, content = own.removed.popitem()
        path.write_bytes(content)
        return "bring_back"
    path = own.pick(own.one("[!tcfp.]*/*.md", "*/*.*.md"))
    if path.is_file():
        own.removed[path] = path.read_bytes()
        path.unlink()
    return None


def add_text(own: Edited) -> None:
    """A new text, or a translation of one that is there."""
    if own.random.random() < 0.5:
        path = own.content / f"stories/{own.word()}.md"
        letters = "".join(own.random.choice("bdfgkmprtvz0123456789") for _ in range(10))
        fields = f"title: A {own.word()}\nsummary: New.\ndate: {own.day(30, 0)}\nstatus: published\nid: {letters}\n"
        path.write_text(f"---\n{fields}scale: micro\nmade: about\n---\n\nA {own.word()}.\n", "utf-8")
        return
    original = own.pick("stories/*.md")
    path = original.with_name(f"{original.name.partition('.')[0]}.{own.one('cy', 'ar')}.md")
    found = re.search(r"^id: .*$", original.read_text("utf-8"), re.MULTILINE) if original.is_file() else None
    if found and not path.exists():
        fields = f"title: {own.word()}\nsummary: {own.word()}.\nstatus: published\n{found[0]}\noriginal_language: en\n"
        path.write_text(f"---\n{fields}translator: {own.word()}\n---\n\n{own.word()}.\n", "utf-8")


def change_her_words(own: Edited) -> None:
    """Somebody changes the words of a person: always refused."""
    path = own.pick("testimonies/*.md")
    if path.is_file():
        path.write_text(f"{path.read_text('utf-8').rstrip()} {own.word()}\n", "utf-8")


def change_scope(own: Edited) -> None:
    """A person allows a channel, or takes it back."""
    path = own.pick("consents/*.yml")
    channel = own.one("site", "feed", "card", "embed", "republish", "audio")
    if own.random.random() < 0.5:
        own.change(path, rf"{channel}: (yes|no)", f"{channel}: {own.one('yes', 'no')}")
    else:
        own.change(path, rf"{channel}: (yes|no),? ?", "")
        own.change(path, r"scopes: \{", f"scopes: {{{channel}: yes, ")


def change_consent(own: Edited) -> None:
    """A consent ends, is paused, withdrawn or taken off all lists, or has another name in it."""
    path = own.pick("consents/*.yml")
    what, old, new = own.random.choice(
        [
            ("end", r"^expires_on: .*$", f"expires_on: {own.day(5, 300)}"),
            ("pause", r"^status: live$", f"status: paused\npaused_on: {own.day(5, 0)}"),
            ("go on", r"^status: paused\npaused_on: .*$|^status: withdrawn$", "status: live"),
            ("withdraw", r"^status: live$", "status: withdrawn"),
            ("delist", r"^(released_on: .*)$", rf"\1\ndelisted_on: {own.day(3, 3)}"),
            ("list", r"^delisted_on: .*\n", ""),
            ("name", r"^public_name: .*$", f"public_name: {own.word().capitalize()}"),
            ("kind", r"^name_kind: .*$", f"name_kind: {own.one('first', 'pseudonym')}"),
            ("role", r"role: \w+", f"role: {own.word()}"),
            ("day", r"^approval: \{date: [\d-]+", f"approval: {{date: 2026-10-{own.random.randint(10, 28)}"),
        ]
    )
    own.change(path, old, new)
    if what == "pause" and own.random.random() < 0.3:
        own.removed.clear()


def change_review(own: Edited) -> None:
    """An explainer is to be read again on another day, was checked by somebody else, or was put right."""
    path = own.pick("explainers/*.md")
    what = own.random.randint(0, 2)
    if what == 0:
        own.change(path, r"^review_by: .*$", f"review_by: {own.day(5, 300)}")
    elif what == 1:
        own.change(path, r"^reviewed: .*$", f'reviewed: {{role: "{own.word()}", date: {own.day(20, 0)}}}')
    else:
        correction = f"  - {{date: {own.day(10, 0)}, was: A {own.word()}., now: A {own.word()}.}}"
        own.change(path, r"^corrections:$", f"corrections:\n{correction}")


def change_glossary(own: Edited) -> None:
    """A word of the glossary has another meaning, or other forms."""
    path = own.content / "glossary/saucer.md"
    if own.random.random() < 0.5:
        own.set(path, "summary", f"A {own.word()} for a cup.")
    else:
        own.set(path, "forms", own.one("[saucer, saucers]", "[saucer, cup]", "[table]"))


def change_nothing_seen(own: Edited) -> None:
    """A text is written over with as many letters, and its time is put back."""
    path = own.pick(*OURS)
    if path.is_file():
        before, text = path.stat(), path.read_text("utf-8")
        path.write_text(re.sub(r"\bw[bdfgkmprtvz]{8}\b", lambda _: own.word(), text), "utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


TEXT_EDITS: tuple[Edit, ...] = (
    add_words, add_words, change_title, change_title, change_summary, change_date, change_status, change_tags, change_tags,
    link, link, rename, remove, add_text, change_her_words, change_scope, change_scope, change_consent, change_consent,
    change_review, change_glossary, change_nothing_seen,
)  # fmt: skip
