"""Reads one phrase that can speak: determiner, country, body, office, name, apposition."""

from __future__ import annotations

from article41.reader.actor import Actor
from article41.reader.address import HONORIFICS, mister_at, pronoun_at
from article41.reader.gazetteer import Entry, gazetteer, words
from article41.reader.names import is_name_word, name_end, past_owner, two_names, words_of
from article41.reader.sense import actor_of
from article41.reader.tokens import Token

_PREPOSITIONS = frozenset(["to", "for", "of", "at", "on", "in", "with", "from"])


class Phrase:
    """Reads one phrase from a place on: determiner, country, body, modifiers, title, name, apposition."""

    def __init__(self, tokens: list[Token], first: int, inner: bool = False) -> None:
        self.tokens, self.first, self.at, self.inner = tokens, first, first, inner
        self.represents: str | None = None
        self.country: Entry | None = None
        self.body: Entry | None = None
        self.title: list[str] = []
        self.person: Entry | None = None
        self.name = ""
        self.paper = False
        self.headed = False  # a head noun of office was read: "minister", not only "foreign"
        self.adjective = False
        self.determined = ""
        self.its = False  # an apposition said "its envoy"

    def low(self, ahead: int = 0) -> str:
        """The word at the place, or some words ahead; empty behind the end."""
        place = self.at + ahead
        return self.tokens[place].low if place < len(self.tokens) else ""

    def read(self) -> Actor | None:
        """The phrase here, or None."""
        if (alone := pronoun_at(self.tokens, self.first)) is not None:
            return alone
        if self.low() in HONORIFICS:
            return mister_at(self.tokens, self.first)
        if self.low() in words("determiners"):
            self.determined = self.low()
            if gazetteer().at(self.tokens, self.at) is None:
                self.at += 1
        self._front()
        if not (self.country or self.body or self.title or self.person or self.name or self.paper):
            return self._unknown_name() if not self.determined else None
        if self.title and not self.headed and not self.person:
            self.title = []
        if self.headed and not self.person and not self.name:
            self._of_whom()
        self._whose_name()
        if self.name or self.person:
            self._apposition()
        return actor_of(self)

    def _front(self) -> None:
        """Country, body, modifiers and title in any order, up to the head."""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            known = gazetteer().at(self.tokens, self.at)
            if known is not None and self._known(known):
                if self.person or known[1].kind == "outlet":
                    return
                continue
            if known is not None:
                return
            if token.low in ("'s", "'", "’") and (self.country or self.body or self.title):
                self.adjective = bool(self.country or self.body)
                self.at += 1
            elif token.low in words("titles"):
                self.title.append(token.text)
                self.headed = True
                self.at += 1
            elif token.low in words("bodies") and self.country and not self.body and not self.title:
                self.paper = token.low == "statement"
                self.at += 1
                self.adjective = False
                return
            elif token.low in words("papers") and (self.country or self.body or self.determined == "the"):
                self.paper = True
                self.at += 1
                return
            elif token.low in words("modifiers") and self._leads_to_head():
                self.title.append(token.text)
                self.at += 1
            else:
                return

    def _leads_to_head(self) -> bool:
        """Whether modifiers lead to a title within a few words."""
        for ahead in range(1, 6):
            low = self.low(ahead)
            if low in words("titles"):
                return True
            place = self.at + ahead
            known = gazetteer().at(self.tokens, place) if place < len(self.tokens) else None
            if known is not None:
                if known[1].kind == "body" and ahead == 1 and self.country is not None:
                    return True
                continue
            if low not in words("modifiers") and low not in ("'s", "of", "and", "secretary"):
                return False
        return False

    def _known(self, found: tuple[int, Entry]) -> bool:
        """Takes a known name into the phrase; False where it does not belong to it."""
        end, entry = found
        if entry.kind == "none":
            return False
        if entry.kind == "person":
            self.person = entry
        elif entry.kind == "body":
            if self.body and not self.title and not self.adjective:
                return False
            self.body = entry
            self.adjective = False
        elif entry.kind == "outlet":
            if self.country or self.body or self.title:
                return False
            self.body = entry
        else:
            if (self.country or self.body) and not self.adjective and entry.represents != "United Nations":
                return False
            if self.country is None or entry.represents != "United Nations":
                self.country = entry
            self.adjective = entry.kind == "adjective"
        self.at = end
        return True

    def _of_whom(self) -> None:
        """`for the ministry`, `to the United Nations`, `of State for Arms Control`."""
        for _ in range(3):
            if self.low() not in _PREPOSITIONS or not self._phrase_follows():
                return
            start = self.at
            self.at += 1
            while self.at < len(self.tokens) and self._takes_phrase_word():
                pass
            self.title.extend(token.text for token in self.tokens[start : self.at])

    def _phrase_follows(self) -> bool:
        ahead = 2 if self.low(1) == "the" else 1
        place = self.at + ahead
        if place >= len(self.tokens):
            return False
        if self.low() in ("on", "in", "at", "with", "from", "to"):
            found = gazetteer().at(self.tokens, place) or gazetteer().at(self.tokens, self.at + 1)
            if found is None or (self.low() in ("in", "on", "with", "to") and found[1].kind == "person"):
                return False
            return found[1].kind in ("country", "body", "place", "adjective")
        token = self.tokens[place]
        found = gazetteer().at(self.tokens, place)
        return found is not None or token.low in words("phrase") or is_name_word(token)

    def _takes_phrase_word(self) -> bool:
        found = gazetteer().at(self.tokens, self.at)
        if found is not None:
            if found[1].kind == "person":
                return False
            if found[1].kind == "body" and self.body is None:
                self.body = found[1]
            elif found[1].kind in ("country", "place", "adjective") and self.country is None:
                self.country = found[1]
            self.at = found[0]
            return True
        token = self.tokens[self.at]
        if (
            token.low in words("phrase")
            or token.low == "'s"
            or (is_name_word(token) and not two_names(self.tokens, self.at))
        ):
            if token.low in ("and", "for", "of", "the") and not self._phrase_goes_on():
                return False
            self.at += 1
            return True
        return False

    def _phrase_goes_on(self) -> bool:
        place = self.at + 1
        if place >= len(self.tokens):
            return False
        token = self.tokens[place]
        known = gazetteer().at(self.tokens, place)
        if self.low() == "and" and known is not None:
            return False
        return known is not None or token.low in words("phrase") or is_name_word(token)

    def _whose_name(self) -> None:
        """The name after a title or a country's genitive, also between commas."""
        if self.person or self.paper or not (self.title or self.adjective):
            return
        if (self.adjective and not self.title) and self.tokens[self.at - 1].low not in ("'s", "'"):
            return
        start = self.at
        if self.low() == "," and self.title:
            self.at += 1
        known = gazetteer().at(self.tokens, self.at) if self.at < len(self.tokens) else None
        if known is not None and known[1].kind == "person":
            self.person, self.at = known[1], known[0]
            return
        end = name_end(self.tokens, self.at)
        long_enough = end - self.at >= (2 if start != self.at or not self.title else 1)
        if end > self.at and long_enough and known is None:
            self.name = words_of(self.tokens, self.at, end)
            self.at = end
        else:
            self.at = start

    def _apposition(self) -> None:
        """`, the U.S. ambassador,` after a name."""
        if self.inner or self.low() != ",":
            return
        after = Phrase(self.tokens, self.at + 1, inner=True)
        start = after.at < len(self.tokens) and gazetteer().at(self.tokens, after.at)
        if after.low() in words("determiners") and not start:
            self.its = after.low() == "its"
            after.at += 1
        after.at = past_owner(after.tokens, after.at)
        after._front()
        if after.title and not after.person and not after.name:
            after._of_whom()
        if not after.headed or after.person or after.paper:
            return
        if after.low() in (",", ".", "", ")", "who", ";", ":", "¤", "”", '"') or after.at >= len(self.tokens):
            self.title = self.title or after.title
            self.country = self.country or (None if self.its else after.country)
            self.body = self.body or after.body
            self.at = after.at

    def _unknown_name(self) -> Actor | None:
        """A name of two words and more that no list holds."""
        end = name_end(self.tokens, self.first)
        if end - self.first < 2:
            if end > self.first:  # a family name alone; whether anybody bears it, the text must tell
                return Actor(self.first, end, "person", self.tokens[self.first].text, bare=True)
            return None
        if self.tokens[end - 1].low in words("organisations") or self.tokens[self.first].low == "mount":
            return Actor(self.first, end, "outlet", words_of(self.tokens, self.first, end))
        if self.tokens[end - 1].low in words("organisations_that_speak"):
            return Actor(self.first, end, "institution", words_of(self.tokens, self.first, end))
        self.name, self.at = words_of(self.tokens, self.first, end), end
        self._apposition()
        return actor_of(self)
