"""Who a phrase is that was read: a person, an office without a name, a body, a country, a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from article41.reader.actor import GROUPS, Actor
from article41.reader.names import words_of

if TYPE_CHECKING:
    from article41.reader.phrase import Phrase


def actor_of(phrase: Phrase) -> Actor | None:
    """Who a phrase that was read is; None where it can speak for nobody."""
    country = whom(phrase)
    role = " ".join(phrase.title) or None
    if phrase.person is not None:
        shown = role or phrase.person.role
        return Actor(
            phrase.first, phrase.at, "person", phrase.person.name, phrase.person.represents, shown, True
        )
    if phrase.name:
        bare = " " not in phrase.name and not phrase.title
        its = phrase.its or (phrase.determined == "its" and country in (None, "United Nations"))
        return Actor(phrase.first, phrase.at, "person", phrase.name, country, role, its=its, bare=bare)
    if phrase.title:
        return _unnamed(phrase, country, role)
    if phrase.paper:
        bare = not (phrase.country or phrase.body)
        base = phrase.body.name if phrase.body else (country or "")
        if bare:
            return Actor(phrase.first, phrase.at, "paper", phrase.tokens[phrase.at - 1].low, bare=True)
        kind = "institution" if phrase.body else "country"
        return Actor(phrase.first, phrase.at, kind, base, country)
    return _body_or_country(phrase, country)


def whom(phrase: Phrase) -> str | None:
    """The country or organisation a phrase stands for."""
    if phrase.body is not None and phrase.body.represents:
        return phrase.body.represents
    return phrase.country.represents if phrase.country else None


def _unnamed(phrase: Phrase, country: str | None, role: str | None) -> Actor | None:
    plain_word = phrase.at - phrase.first == 1
    if plain_word and phrase.tokens[phrase.first].low not in GROUPS - {"allies", "sources"}:
        return None
    first = phrase.first + (1 if phrase.determined in ("the", "its", "his", "her", "their") else 0)
    name = words_of(phrase.tokens, first, phrase.at)
    nameless = (
        phrase.country is None and phrase.body is None and phrase.determined in ("the", "its", "his", "their")
    )
    bare = nameless or (phrase.determined == "the" and phrase.body is None and len(phrase.title) == 1)
    return Actor(phrase.first, phrase.at, "unnamed", name, country, role, bare=bare)


def _body_or_country(phrase: Phrase, country: str | None) -> Actor | None:
    if phrase.body is not None:
        if phrase.body.kind == "outlet":
            return Actor(phrase.first, phrase.at, "outlet", phrase.body.name)
        if country == phrase.body.name:
            return Actor(phrase.first, phrase.at, "institution", phrase.body.name, country)
        name = phrase.body.name
        if phrase.body.represents is None:
            if phrase.country is None:
                if not phrase.determined and phrase.body.name.islower():
                    return None
                return Actor(phrase.first, phrase.at, "institution", name, None, bare=True)
            name = f"{phrase.country.represents}'s {name}"
        return Actor(phrase.first, phrase.at, "institution", name, country)
    if phrase.country is None:
        return None
    end = phrase.at
    if phrase.tokens[end - 1].low in ("'s", "'", "’"):
        end -= 1
    return Actor(phrase.first, end, "country", phrase.country.name, country)
