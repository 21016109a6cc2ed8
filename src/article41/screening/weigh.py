"""From paired words to one score: what agrees against what does not."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from article41.screening.align import Pairing
from article41.screening.tokens import NAME, Token

CURVE = ((0.45, 0.0), (0.6, 0.2), (0.7, 0.5), (0.8, 0.74), (0.9, 0.9), (1.0, 1.0))


@dataclass(frozen=True, slots=True)
class Prices:
    """What a word without partner costs, in parts of its weight."""

    clash: float  # words left on both sides: two different names
    extra: float  # words left on one side only, two or more names agree
    alone: float  # words left on one side only, one name agrees


def same(likeness: float) -> float:
    """How probable it is that two words this alike are one name."""
    if likeness >= 1.0:
        return 1.0
    for (x0, y0), (x1, y1) in pairwise(CURVE):
        if likeness < x1:
            return max(0.0, y0 + (y1 - y0) * (likeness - x0) / (x1 - x0))
    return 1.0


def left_weight(token: Token) -> float:
    """What a word without partner weighs: one or two letters may be a remnant of the other's particle."""
    return min(token.weight, 0.6) if len(token.text) < 3 else token.weight


def weigh(query: tuple[Token, ...], listed: tuple[Token, ...], pairing: Pairing, prices: Prices) -> float:
    """The score of a pairing: agreeing weight over all weight, with prices on what is left over."""
    agree = total = 0.0
    strong = 0
    last, turned = -1, False
    for ours, theirs, found in sorted(pairing.pairs):
        weight = min(query[ours[0]].weight, listed[theirs[0]].weight)
        if len(ours) + len(theirs) > 2:
            weight = 1.2 * max(t.weight for t in (*(query[i] for i in ours), *(listed[j] for j in theirs)))
        agree += weight * same(found)
        total += weight
        strong += found > 0.7 and query[ours[0]].kind == NAME and listed[theirs[0]].kind == NAME
        turned |= theirs[0] < last
        last = theirs[0]
    if not total:
        return 0.0
    left = sorted((left_weight(query[i]) for i in pairing.query_left), reverse=True)
    right = sorted((left_weight(listed[j]) for j in pairing.listed_left), reverse=True)
    if len(left) < len(right):
        left, right = right, left
    both = len(right)
    total += sum(0.6 * a + 0.4 * b for a, b in zip(left, right, strict=False)) * prices.clash
    total += sum(left[both:]) * (prices.extra if strong > 1 else prices.alone)
    return agree / total - (0.01 if turned else 0.0)
