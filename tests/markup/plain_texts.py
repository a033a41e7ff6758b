"""
Plain prose for comparing converters, and prose with one thing in it that is not plain.
"""

from random import Random

from tests.markup.odd_texts import ENDS, MARKS

WORDS = (
    "word", "word", "word", "word", "more", "more", "words", "words",
    "a", "Word", "UK", "don't", "O'Neil's", "3.", "7", "1986", "10,000", "café", "قصة", "ñ", "e.g.", "(so)", "well-known", "why?", "No!", "so:", "and;", "5%",
    "£7", "#1", "/", "+", "=", "a@b.c", "–", "“so”", "’", "http://example.org/a", "{fact:F-a-001}", "{fact:F-numbers-004/2}", "*one*", "**two words**",
    "*it's*", "[so](record:story/a-b)", "[two words](https://example.org/a/?b=c#d)", "[it's](a.md)", "*a*b", "2*3", "[]", "{}", "~", "^", "$",
)  # fmt: skip

BLOCKS = (
    "{}", "{}", "{}", "{}", "{}\n{}", "{}\n{}\n{}", "## {}", "### {}", "## {}", "###### {}", "- {}\n- {}\n- {}", "- {}", "-  {}\n- {}", "# {}", "##{}", "## {} ##",
    "+ {}", "1. {}", "> {}", ": {}", "- {}\n{}", "{}\n- {}", "{}\n## {}", "{}\n===", "{}\n{}\n---", "{}\n: {}", "[ref]: {}", "*[UK]: {}", "/// quote | a\n{}\n///",
)  # fmt: skip

PLAIN_BLOCKS = 13
"""How many of them are nearly always plain."""


class PlainTexts:
    """
    Makes texts without end, the same for the same seed: one in three has marks in it that stand somewhere by chance.
    """

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def __call__(self) -> str:
        """The next text."""
        own = self.random
        blocks = BLOCKS if own.random() < 0.2 else BLOCKS[:PLAIN_BLOCKS]
        ends = ENDS if own.random() < 0.2 else ("\n\n", "\n\n", "\n\n\n")
        text = "".join(self._fill(own.choice(blocks)) + own.choice(ends) for _ in range(own.randint(1, 8)))
        for _ in range(own.randint(1, 2) if own.random() < 0.3 else 0):
            at = own.randint(0, len(text))
            text = text[:at] + own.choice(MARKS) + text[at:]
        return text

    def _fill(self, form: str) -> str:
        words = WORDS if self.random.random() < 0.05 else WORDS[: -len("{}*~^$")]
        while "{}" in form:
            form = form.replace("{}", "\0".join(self.random.choices(words, k=self.random.randint(1, 6))), 1)
        return form.replace("\0", " ")
