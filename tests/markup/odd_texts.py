"""
Odd Markdown for comparing converters: every construct that a body may use, nested, broken and run together.
"""

import re
from random import Random

WORDS = (
    "a", "word", "UK", "don't", "O'Neil", "'80s", "3.", "7", "x_y_z", "snake_case_", "café", "قصة", "اللجوء", "שלום", "ñ", "ß", "\u200f", "\u00a0",
    "e.g.", "http://example.org", "me@example.org", "1986.", "-", "--", "---", "----", "...", "....", "–", "—", "“so”", "\u2028", "\x0b", "\x0c", "\x1c",
    "\u0085", "\x02", "\x03", "\x02klzzwxh:0000\x03", "\x02wzxhzdk:0\x03", "\x0242\x03", "amp", "٣.", "!", "?", "|", "=", "#", "/", ":", ";", ">", "+",
)  # fmt: skip

MARKS = (
    "*", "**", "***", "_", "__", "___", "`", "``", "\\", "\\\\", "[", "]", "(", ")", "![", "](", "][", "]:", "<", ">", "&", "'", '"', "\"'", "'\"", "|",
    "{fact:", "}", "  \n", "\n", "\n\n", "\t", "    ", "   ", " ", "#", ":", ": ", "///", "> ", "- ", "1. ", "*[", "://", "@", "<!--", "-->", "<b>",
    "</b>", "<div>", "</div>", "&amp;", "&#60;", "\r", "\r\n", "\x02", "\x03", "\x00", "~", "+ ", "= ", "---", "===", "***", "...", "--",
)  # fmt: skip

INLINE = (
    "*{}*", "**{}**", "***{}***", "_{}_", "__{}__", "*{}**", "**{}*", "*{} _{}*_", "**{} *{}* {}**", "*{}*{}", "{}*{}*", "`{}`", "``{} ` {}``", "\\*{}\\*",
    "\\_{}", "\\`{}`", "\\[{}](x)", "\\\\{}", "\\{}", "[{}](record:a)", "[{}](https://example.org/?a=1&b='2')", "[{}](<a b> 'title')",
    '[{}](a "ti*t*le")', "[{}](a(b)c)", "[{}](", "[{}]", "[{}][ref]", "[{}] [ref]", "[ref]", "[Ref][]", "[{}][none]", "![{}](a.png)", "![{}][ref]",
    "![ref]", "[![{}](a)](b)", "<https://example.org/{}>", "<me@example.org>", "<mailto:{}@example.org>", "<b>{}</b>", "<span lang='ar'>{}</span>",
    "<br>", "<br/>", "<!-- {} -->", "<?php {} ?>", "<{}>", "< {}", "&amp;{}", "&nbsp;", "&#8212;", "&#x2014;", "&{};", "& {}", "'{}'", '"{}"', "\"'{}'\"",
    "'\"{}\"'", "('{}')", "{}'s", "{}--{}", "{} -- {}", "{} --- {}", "{}...", "--'{}'", '&nbsp;"{}"', "{fact:F-a-001}", "{fact:F-a-001/2}", "{{fact:{}}}",
    "{fact:", "{}  \n{}", "{}\n{}", "{} {}", "{} {} {}", "{}. {}, {}", "HTML", "W*C", "UK's", "'{}", '"{}', "{}'", '{}"', "[*{}*](a)", "*[{}](a)*", "`*{}*`", "*`{}`*",
)  # fmt: skip

LINES = (
    "# {}", "## {}", "## {} ##", "##{}", "### *{}* `{}`", "#", "####### {}", "{}\n===", "{}\n---", "{}\n=", "{}\n- ", "{}\n# {}", "---", "***", "* * *", "_ _ _",
    "{}\n---\n{}", "- - -", "--", "- {}", "* {}", "+ {}", "1. {}", "3. {}", "10) {}", "-{}", "- {}\n- {}", "- {}\n    - {}\n        - {}", "1. {}\n2. {}\n5. {}",
    "1. {}\n    - {}", "- {}\n1. {}", "- {}\n\n    {}", "- {}\n\n- {}", "- # {}\n{}", "- {}\n{}", "* * {}\n    * {}", "-   {}\n\n        {}", "> {}", ">{}\n{}",
    "> {}\n> {}", "> > {}", "> - {}\n> - {}", "> # {}", "{}\n> {}", ">", "    {}", "\t{}", "    {}\n{}", "    {}\n\n    {}", "   {}", " {}", "{}\n    {}", "{}\n  {}",
    "| {} | {} |\n|---|:-:|\n| {} | {} |", "{} | {}\n--- | ---\n{} | {}", "| {} |\n|---|\n| `a|b` |", "|{}\n|-", "{}|{}\n{}", "{}\n: {}", "{}\n{}\n:   {}\n:   {}", ": {}",
    "{}\n\n:   {}\n\n    {}", "{}\n: {}\n\n    - {}", "*[UK]: United {}", "*[HTML]: {}\n{}", "*[W*C]:\n  {}", '*[UK]: ""', "*[]: {}", "[ref]: https://example.org/{}",
    "[Ref]: <a> '{}'", "[ref]: a\n    'title'", "[{}]: b", "{}\n[ref]: c\n{}", " [ref]: a(b) ({})", "<div>{}</div>", "<div>\n\n{}\n\n</div>", "<p>{}", "<hr>", "<hr>\n{}",
    "<table><tr><td>{}</td></tr></table>\n{}", "<script>{}</script>", "<!-- {} -->", "<!-- {}\n\n{} -->", "<div", "</div>", "<pre>{}\n\n{}</pre>", "<del>{}</del>", "<ins>\n{}",
    "/// quote | a\n{}\n///", "/// quote | a\n{}\n\n{}\n///", "/// quote\n{}\n///", "/// quote | a\n- {}\n\n{}\n///", "/// chart | b\n///", "/// chart | b", "///", "////", "/// {}",
    "/// claim | c\n    said: {}\n    reach: \"x\\x0265\"\n\nFact: {}\n\nWarning: {}\n\nMyth: {}\n\nWhy: {}\n\nFact again: {}\n///", "/// claim | c\nFact: {}\n\n///",
    "//// quote | a\n/// chart | b\n///\n{}\n////", "- /// quote | a\n    {}\n    ///", "- {}\n\n    /// quote | a\n    {}\n    ///", "- /// quote | a\n    {}\n\n    {}\n\n    ///", "> /// quote | a\n> {}\n> ///", "/// claim | c\n    said: [\n\n{}\n///",
    "```\n{}\n```", "~~~\n{}", "{}", "{}", "{}", "{}\n{}", "{}\n{}\n{}", "", " ", "  {}  ", "\x0c{}", "{}\x0b{}", "\ufeff{}",
)  # fmt: skip

ENDS = (
    "\n\n",
    "\n\n",
    "\n\n",
    "\n\n",
    "\n",
    "\n",
    "\n\n\n",
    "\r\n\r\n",
    "\r",
    "\n \n",
    "\n    \n",
    "\n\t\n",
    "  \n",
    "\n\x0c\n",
    "",
)


OPENING = re.compile(r"/{3,} *\w")
"""The beginning of a block of ours; with two of them some texts keep the stock converter busy for ever."""


class OddTexts:
    """
    Makes texts without end, the same for the same seed.
    """

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def __call__(self) -> str:
        """The next text that begins no more than one block of ours."""
        text = self._text()
        while len(OPENING.findall(text)) > 1:
            text = self._text()
        return text

    def _text(self) -> str:
        """Lines of the grammar, or a heap of marks, or the one cut up by the other."""
        kind = self.random.random()
        if kind < 0.15:
            return "".join(
                self.random.choice(self.random.choice((MARKS, WORDS))) for _ in range(self.random.randint(1, 30))
            )
        text = "".join(self._line() + self.random.choice(ENDS) for _ in range(self.random.randint(1, 8)))
        for _ in range(self.random.randint(1, 4) if kind > 0.6 else 0):
            at = self.random.randint(0, len(text))
            text = text[:at] + self.random.choice(MARKS) + text[at + self.random.randint(0, 3) :]
        return text

    def _line(self) -> str:
        return self._fill(self.random.choice(LINES), 3)

    def _fill(self, form: str, depth: int) -> str:
        while "{}" in form:
            form = form.replace("{}", self._words(depth), 1)
        return form

    def _words(self, depth: int) -> str:
        if depth and self.random.random() < 0.6:
            parts = [self._fill(self.random.choice(INLINE), depth - 1) for _ in range(self.random.randint(1, 2))]
            return self.random.choice((" ", " ", "", "\n")).join(parts).replace("{}", "")
        return " ".join(self.random.choices(WORDS, k=self.random.randint(1, 5)))
