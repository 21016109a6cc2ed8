"""Which word of one name stands for which word of the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from article41.screening.likeness import FLOOR, bare_likeness, likeness, word_likeness
from article41.screening.tokens import NAME, PARTICLE, WEAK, Token

Span = tuple[int, ...]
Pair = tuple[Span, Span, float]
_WHOLE = frozenset({NAME, WEAK, PARTICLE})
# First letters that romanisations exchange: pinyin z, d, j and Wade-Giles ts, t, ch.
_HEADS = dict(zip("zdcjqxhgby", "tttttsskpi", strict=True))
JOINED, JOINED_SHORT = 0.76, 0.86
"""How like a word others must be, run together, to stand for it; a short word asks for more."""

Joins = dict[str, list[tuple[str, Span, bool]]]  # first letter -> text, which words, whether one is bare


class Words:
    """The comparable words of a name, and what neighbours make when run together."""

    __slots__ = ("_heads", "_joins", "tokens")

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self._joins: Joins | None = None
        self._heads: frozenset[str] | None = None

    @property
    def joins(self) -> Joins:
        """Neighbours run together, by first letter; reckoned when first asked for, as most never are."""
        if self._joins is None:
            self._joins = joins_of(self.tokens)
        return self._joins

    @property
    def heads(self) -> frozenset[str]:
        """What the words begin with, as in `joins`."""
        if self._heads is None:
            self._heads = frozenset(head_of(token.text) for token in self.tokens)
        return self._heads


@dataclass(slots=True)
class Pairing:
    """Words that stand for one another, and those without a partner.

    Each pair is (words of the query, words of the listed name, likeness): more than one word where
    a name was run together or taken apart.
    """

    pairs: list[Pair]
    query_left: list[int]
    listed_left: list[int]


def align(query_words: Words, listed_words: Words) -> Pairing:
    """The best pairing, greedily: equal words first, then the most alike, joined words before bad pairs."""
    query, listed = query_words.tokens, listed_words.tokens
    pairs: list[Pair] = []
    ours = list(range(len(query)))
    theirs = list(range(len(listed)))
    texts = [token.text for token in listed]
    for i in range(len(query) - 1, -1, -1):  # from the end: of two `al`, the last belongs to the family name
        text = query[i].text
        if text in texts:
            j = len(texts) - 1 - texts[::-1].index(text)
            pairs.append(((i,), (j,), 1.0))
            ours.remove(i)
            theirs.remove(j)
            texts[j] = ""
    if ours and theirs:
        _pair_alike(query, listed, pairs, ours, theirs)
    pairing = Pairing(pairs, ours, theirs)
    if ours and len(query) > 1:
        _join(query_words, listed_words, pairing, of_query=True)
    if pairing.listed_left and len(listed) > 1:
        _join(listed_words, query_words, pairing, of_query=False)
    return pairing


def _pair_alike(
    query: tuple[Token, ...], listed: tuple[Token, ...], pairs: list[Pair], ours: list[int], theirs: list[int]
) -> None:
    cells = []
    for i in ours:
        a = query[i]
        for j in theirs:
            found = likeness(a, listed[j])
            if found > FLOOR:
                cells.append((found, -abs(i - j), i, j))
    if len(cells) > 1:
        cells.sort(reverse=True)
    for found, _, i, j in cells:
        if i in ours and j in theirs:
            ours.remove(i)
            theirs.remove(j)
            pairs.append(((i,), (j,), found))


def head_of(text: str) -> str:
    """What a word begins with, as far as romanisations tell it apart."""
    return _HEADS.get(text[0], text[0])


def joins_of(tokens: tuple[Token, ...]) -> Joins:
    """Neighbouring words run together, by first letter."""
    out: Joins = {}
    for size in (2, 3):
        for at in range(len(tokens) - size + 1):
            words = tokens[at : at + size]
            if all(t.kind in _WHOLE or len(t.text) < 3 for t in words):
                text = "".join(t.text for t in words)
                bare = any(t.bare for t in words)
                out.setdefault(head_of(text), []).append((text, tuple(range(at, at + size)), bare))
    return out


def _join(many: Words, one: Words, pairing: Pairing, *, of_query: bool) -> None:
    """Pair neighbouring words of `many` with a single word of `one` where together they are like it."""
    if one.heads.isdisjoint(many.joins):
        return
    left = pairing.query_left if of_query else pairing.listed_left
    for j, token in enumerate(one.tokens):
        text = token.text
        for joined, span, bare in many.joins.get(head_of(text), ()):
            if -3 < len(joined) - len(text) < 3 and token.kind in _WHOLE and any(i in left for i in span):
                found = together(joined, text, bare=bare or token.bare)
                if found and _take(pairing, span, j, found, of_query=of_query):
                    _recount(pairing, *_counts(many, one, of_query))
                    return


@lru_cache(maxsize=1 << 16)
def together(joined: str, text: str, *, bare: bool) -> float:
    """How like a single word others are when run together; 0 where too little to stand for it."""
    found = (bare_likeness if bare else word_likeness)(joined, text)
    return found if found >= (JOINED if len(text) > 7 else JOINED_SHORT) else 0.0


def _counts(many: Words, one: Words, of_query: bool) -> tuple[int, int]:
    counts = len(many.tokens), len(one.tokens)
    return counts if of_query else counts[::-1]


def _take(pairing: Pairing, span: Span, j: int, found: float, *, of_query: bool) -> bool:
    """Put the joined words in place of worse pairs; False where a good pair stands in the way."""
    side, other = (0, 1) if of_query else (1, 0)
    before = [
        pair
        for pair in pairing.pairs
        if (ours := pair[:2])[other] == (j,) or any(i in ours[side] for i in span)
    ]
    if any(p[2] >= 0.93 or len(p[0]) + len(p[1]) > 2 for p in before):
        return False
    for pair in before:
        pairing.pairs.remove(pair)
    pairing.pairs.append((span, (j,), found) if of_query else ((j,), span, found))
    return True


def _recount(pairing: Pairing, query: int, listed: int) -> None:
    taken_query = {i for pair in pairing.pairs for i in pair[0]}
    taken_listed = {j for pair in pairing.pairs for j in pair[1]}
    pairing.query_left[:] = [i for i in range(query) if i not in taken_query]
    pairing.listed_left[:] = [j for j in range(listed) if j not in taken_listed]
