"""A name as screening reads it: tokens, Korean readings, and the keys by which it is found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from article41.screening.align import Words
from article41.screening.korean import KoreanReading, korean_readings
from article41.screening.tokens import (
    FORM,
    INITIAL,
    NAME,
    NUMBER,
    PARTICLE,
    TITLE,
    WEAK,
    Token,
    company_tokens,
    craft_tokens,
    make_token,
    person_tokens,
    split_words,
)
from article41.screening.words import known_word

ORGANISATIONS = frozenset({"Organization", "Company", "PublicBody"})
_BRACKETS = re.compile(r"[(（\[]([^)）\]]*)[)）\]]")  # noqa: RUF001
CRAFT = frozenset({"Vessel", "Airplane", "Vehicle"})


NO_WORDS = Words(())
_NAMES = {NAME}
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NameForm:
    """One name, read. `korean` is empty when the name cannot be Korean."""

    text: str
    schema: str
    tokens: tuple[Token, ...]
    korean: tuple[KoreanReading, ...] = ()
    words: Words = NO_WORDS  # the tokens that can be compared
    joined: str = ""  # their text without blanks
    numbers: frozenset[str] = frozenset()
    korean_keys: frozenset[str] = frozenset()

    @property
    def names(self) -> tuple[Token, ...]:
        """The tokens that can be compared, in order: no titles, no legal forms."""
        return self.words.tokens

    @property
    def keys(self) -> frozenset[str]:
        """Blocking keys: two names that score 0.7 or more nearly always share one."""
        return _keys(self.names) | self.korean_keys

    @property
    def lone_keys(self) -> frozenset[str]:
        """Those that words by themselves do not give: Korean syllables, initials run together."""
        return self.korean_keys.union(_run_together(self.names))


def read_name(text: str, schema: str = "LegalEntity", parts: Iterable[tuple[str, str]] = ()) -> NameForm:
    """A name as read for this schema. Never raises: what cannot be read has no tokens.

    `parts` are (part, words) as a list gives them; they help to tell the family name.
    """
    if schema in ORGANISATIONS or (schema == "LegalEntity" and _looks_like_company(text)):
        tokens = _organisation(text)
    elif schema in CRAFT:
        tokens = _craft(text)
    else:
        tokens = _person(text)
    is_person = schema in ("Person", "LegalEntity")
    korean = korean_readings(text, tuple(parts)) if is_person else ()
    tokens = tuple([t for t in tokens if t.text])  # a character nobody can read has no text
    kinds = {t.kind for t in tokens}
    names = _comparable(tokens) if kinds != _NAMES else tokens
    korean_keys = frozenset([key for reading in korean for key in reading.keys]) if korean else _NOTHING
    return NameForm(
        text=text,
        schema=schema,
        tokens=tokens,
        korean=korean,
        words=Words(names),
        joined="".join([t.text for t in names if t.kind != PARTICLE]),
        korean_keys=korean_keys,
        numbers=frozenset([t.text for t in tokens if t.kind == NUMBER]) if NUMBER in kinds else _NOTHING,
    )


def _comparable(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens worth comparing: titles and legal forms only where little else is left."""
    names = tuple(t for t in tokens if t.kind in (NAME, INITIAL, WEAK, NUMBER, PARTICLE))
    if sum(t.kind in (NAME, NUMBER, WEAK) for t in names) > 1 or all(t.kind != TITLE for t in tokens):
        return names or tokens
    return tuple(make_token(t.text, NAME, t.original) if t.kind == TITLE else t for t in tokens)


def _person(text: str) -> tuple[Token, ...]:
    return tuple([t for word in split_words(text, join_abbreviations=False) for t in person_tokens(word)])


def _organisation(text: str) -> tuple[Token, ...]:
    inside = {w for run in _BRACKETS.findall(text) for w in split_words(run, join_abbreviations=True)}
    tokens = []
    for word in split_words(text, join_abbreviations=True):
        for token in company_tokens(word):
            if word in inside and token.kind == NAME:  # an abbreviation or a place in brackets
                token = replace(token, weight=0.3)
            tokens.append(token)
    if len(tokens) > 1 and tokens[-1].kind == NAME and len(tokens[-1].text) < 4:
        tokens[-1] = replace(tokens[-1], weight=0.5)  # more often a legal form we do not know than a name
    return tuple(tokens)


def _craft(text: str) -> tuple[Token, ...]:
    words = split_words(text, join_abbreviations=True)
    if len(words) > 1 and known_word(words[0].casefold(), ("ship",)):
        words = words[1:]
    tokens: list[Token] = []
    for word in words:
        found = known_word(word.casefold(), ("number",))
        tokens += [make_token(found.means, NUMBER, word)] if found else list(craft_tokens(word))
    return tuple(tokens)


def _looks_like_company(text: str) -> bool:
    return any(
        t.kind in (FORM, WEAK) and len(t.original) > 2
        for word in split_words(text, join_abbreviations=True)
        for t in company_tokens(word)
    )


def _keys(names: tuple[Token, ...]) -> frozenset[str]:
    keys: set[str] = set()
    telling = [t for t in names if t.kind == NAME] or list(names)
    for token in telling:
        keys.add("t:" + token.text)
        if len(token.sound) > 1:
            keys.add("s:" + token.sound)
        if len(token.sound) > 3:
            keys.update("d:" + token.sound[:i] + token.sound[i + 1 :] for i in range(len(token.sound)))
        if len(token.text) > 5:
            keys.update(("p:" + token.text[:4], "e:" + token.text[-4:]))
    keys.update(_run_together(names))
    joined = "".join(t.sound for t in telling)
    if len(telling) > 1 and len(joined) > 2:
        keys.add("j:" + joined)
    return frozenset(keys)


def _run_together(names: tuple[Token, ...]) -> list[str]:
    """Neighbours in a name of hardly anything but initials."""
    if len(names) < 3 or (sum(t.kind == NAME for t in names) or len(names)) > 1:
        return []
    return ["w:" + a.text + b.text for a, b in pairwise(names)]
