"""The words around goods: how a text becomes tokens, and which tokens name no goods."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\W_]+|,")
_POSSESSIVE = re.compile(r"['\u2019]s?\b")
_BREAKS = re.compile(r"[;+()\[\]|]|(?<!\d)/|/(?!\d)|\s[\u2013\u2014]\s|\btogether with\b|\balong with\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """The words around goods: what may be passed over, and where a text divides."""

    articles: frozenset[str]
    lists: frozenset[str]
    relations: frozenset[str]
    measures: frozenset[str]
    forms: frozenset[str]
    acts: frozenset[str]
    qualifiers: frozenset[str]
    places: frozenset[str]
    cancels: frozenset[str]
    parts: frozenset[str]
    materials: frozenset[str]
    sizes: frozenset[str]
    openers: frozenset[str]
    wide: frozenset[str]
    weapons: frozenset[str]
    makers: frozenset[str]
    doubts: Mapping[str, frozenset[str]]
    plurals: Mapping[str, str]

    @property
    def breaks(self) -> frozenset[str]:
        """Words that end one good or its head."""
        return self.lists | self.relations

    def tokens(self, text: str) -> list[str]:
        """Lower-case words without accents, plurals and articles; "," where a list may divide."""
        plain = text.casefold()
        if not plain.isascii():
            spelt = unicodedata.normalize("NFKD", plain)
            plain = "".join(char for char in spelt if not unicodedata.combining(char))
        plain = _POSSESSIVE.sub(" ", plain.replace("&", " and "))
        words = _TOKEN.findall(_BREAKS.sub(" , ", plain))
        return [self._singular(word) for word in words if word not in self.articles]

    def idle(self, token: str) -> bool:
        """A token that neither names a good nor changes which good is named."""
        return self.trails(token) or token in self.measures

    def trails(self, token: str) -> bool:
        """An idle token that may follow the good it belongs to: "coal exports", "squid dried"."""
        known = any(token in words for words in (self.qualifiers, self.acts, self.forms, self.makers))
        return known or token[0].isdigit() or (token.endswith("ed") and len(token) > 4)

    def hands_on(self, token: str) -> bool:
        """A measure, form or act: in "boxes of squid" the good comes after the "of"."""
        return token in self.measures or token in self.forms or token in self.acts

    def _singular(self, word: str) -> str:
        if word in self.plurals:
            return self.plurals[word]
        if not word.endswith(("s", "ie")):  # most words, so decided first
            return word
        if word.endswith("ies") and len(word) > 4:
            return word[:-3] + "y"
        if word.endswith(("sses", "xes", "ches", "shes", "zes")):
            return word[:-2]
        if word.endswith("oes") and len(word) > 6:
            return word[:-2]
        if word.endswith("ie") and len(word) > 4:
            return word[:-2] + "y"
        plural = word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3
        return word[:-1] if plural else word
