"""Names of companies: acronyms, and what tells two of a kind apart."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from article41.screening.form import NameForm
from article41.screening.letters import fold
from article41.screening.tokens import FORM, NAME, NUMBER, PARTICLE, Token

_LONGEST_PREFIX = 4


def acronym_likeness(a: tuple[Token, ...], b: tuple[Token, ...]) -> float:
    """How well one name is the acronym of the other: KOMID of Korea Mining Development Trading Corporation.

    Every telling word must lend its first letters; legal forms, particles and common words may be passed
    over. Longer acronyms say more: 0.72 for three letters, 0.78 for four, 0.84 for five. 0.0 if it is none.
    """
    best = 0.0
    for short, long in ((a, b), (b, a)):
        words = [t for t in short if t.kind not in (FORM, PARTICLE)]
        if len(words) == 1 and words[0].kind == NAME and 3 <= len(words[0].text) <= 8:
            found = _spelled_by(words[0].text, [t for t in long if t.kind != NUMBER])
            best = max(best, (0.72, 0.78, 0.84)[min(len(words[0].text), 5) - 3] if found else 0.0)
    return best


def _spelled_by(short: str, words: list[Token]) -> bool:
    if not 3 <= len(words) <= 12 or not short.isascii():
        return False
    texts = [fold(word.original) for word in words]
    reached: set[tuple[int, int]] = {(0, 0)}  # letters used, words that lent some
    for text, word in zip(texts, words, strict=True):
        following = set(reached) if word.kind != NAME else set()
        for used, lent in reached:
            for size in range(1, _LONGEST_PREFIX):
                if short[used : used + size] == text[:size] and len(text) >= size:
                    following.add((used + size, lent + 1))
        reached = following
    return any(used == len(short) and lent >= 3 for used, lent in reached)


def slip_likeness(a: NameForm, b: NameForm) -> float:
    """One wrong letter in the whole of two long names, or in what is left without the common words."""
    if a.numbers != b.numbers:
        return 0.0
    telling = [telling_of(form) for form in (a, b)]
    in_names = _one_slip(telling[0], telling[1], least=7)
    return max(in_names, _one_slip(a.text.casefold(), b.text.casefold(), least=12))


def telling_of(form: NameForm) -> str:
    """The letters of the telling words."""
    return "".join(token.text for token in form.names if token.kind == NAME)


def _one_slip(one: str, other: str, least: int) -> float:
    longest = max(len(one), len(other))
    if longest < least or OSA.distance(one, other, score_cutoff=1) > 1:
        return 0.0
    return 1.0 - 1.1 / longest
