"""Which word of one name stands for which word of the other."""

from __future__ import annotations

from dataclasses import dataclass

from article41.screening.likeness import FLOOR, bare_likeness, likeness, word_likeness
from article41.screening.tokens import NAME, Token


@dataclass(slots=True)
class Pairing:
    """Words that stand for one another, and those without a partner.

    Each pair is (words of the query, words of the listed name, likeness): more than one word where
    a name was run together or taken apart.
    """

    pairs: list[tuple[tuple[int, ...], tuple[int, ...], float]]
    query_left: list[int]
    listed_left: list[int]


def align(query: tuple[Token, ...], listed: tuple[Token, ...]) -> Pairing:
    """The best pairing, greedily: the most alike first, joined words before bad pairs."""
    cells = []
    for i, a in enumerate(query):
        for j, b in enumerate(listed):
            found = likeness(a, b)
            if found > FLOOR:
                cells.append((found, -abs(i - j), i, j))
    cells.sort(reverse=True)
    of_query: dict[int, tuple[int, float]] = {}
    of_listed: dict[int, int] = {}
    for found, _, i, j in cells:
        if i not in of_query and j not in of_listed:
            of_query[i], of_listed[j] = (j, found), i
    pairs = [((i,), (j,), found) for i, (j, found) in of_query.items()]
    pairing = Pairing(
        pairs,
        [i for i in range(len(query)) if i not in of_query],
        [j for j in range(len(listed)) if j not in of_listed],
    )
    if pairs or len(query) != len(listed):
        if pairing.query_left and len(query) > 1:
            _join(query, listed, pairing, of_query=True)
        if pairing.listed_left and len(listed) > 1:
            _join(listed, query, pairing, of_query=False)
    elif len(query) > 1 or len(listed) > 1:
        _join(query, listed, pairing, of_query=True)
        _join(listed, query, pairing, of_query=False)
    return pairing


def _join(many: tuple[Token, ...], one: tuple[Token, ...], pairing: Pairing, *, of_query: bool) -> None:
    """Pair neighbouring words of `many` with a single word of `one` where together they are like it."""
    left = pairing.query_left if of_query else pairing.listed_left
    for size in (2, 3):
        for at in range(len(many) - size + 1):
            span = tuple(range(at, at + size))
            if not any(i in left for i in span) or any(
                many[i].kind != NAME and len(many[i].text) > 2 for i in span
            ):
                continue
            if _join_span(many, one, pairing, span, of_query=of_query):
                return


def _join_span(
    many: tuple[Token, ...],
    one: tuple[Token, ...],
    pairing: Pairing,
    span: tuple[int, ...],
    *,
    of_query: bool,
) -> bool:
    joined = "".join(many[i].text for i in span)
    side, other = (0, 1) if of_query else (1, 0)
    for j, token in enumerate(one):
        if token.kind != NAME or abs(len(token.text) - len(joined)) > 2:
            continue
        bare = token.bare or any(many[i].bare for i in span)
        found = (bare_likeness if bare else word_likeness)(joined, token.text)
        before = [p for p in pairing.pairs if p[other] == (j,) or any(i in p[side] for i in span)]
        if (
            found < 0.76
            or any(p[2] >= 0.93 for p in before)
            or any(len(p[0]) + len(p[1]) > 2 for p in before)
        ):
            continue
        for pair in before:
            pairing.pairs.remove(pair)
        new = (span, (j,), found) if of_query else ((j,), span, found)
        pairing.pairs.append(new)
        _recount(pairing, len(many) if of_query else len(one), len(one) if of_query else len(many))
        return True
    return False


def _recount(pairing: Pairing, query: int, listed: int) -> None:
    taken_query = {i for pair in pairing.pairs for i in pair[0]}
    taken_listed = {j for pair in pairing.pairs for j in pair[1]}
    pairing.query_left[:] = [i for i in range(query) if i not in taken_query]
    pairing.listed_left[:] = [j for j in range(listed) if j not in taken_listed]
