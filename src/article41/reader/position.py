"""The position of somebody's words: what the rules say of them, weighed with every small sign they hold.

Rules know the plain cases and the reasons; positions on the border between two labels hang on many words
at once. A linear model takes the rules' word as its strongest sign and adds the others. Its weights are
learned by `tests/reader/train.py` from sentences labelled by hand and stand in
`data/reader/stance_weights.json`. Reading is a sum: the same words always give the same stance, and the
words that told most for it are named in the rule of the item.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache

from article41.reader.cues import Act, Ground, Read
from article41.reader.gazetteer import DATA
from article41.reader.relief import condition_in
from article41.reader.signs import signs_of
from article41.reader.stance import stance
from article41.reader.tokens import lowered

SURE = 0.5
"""The share of its weight that a stance must hold to overrule the rules."""
_HIDDEN = ("ruled:", "by:", "kind:", "draft:", "bias")


@dataclass(frozen=True, slots=True)
class Weights:
    """For each sign, its weight towards each stance, in the order of `labels`."""

    labels: tuple[str, ...]
    of: dict[str, tuple[float, ...]]

    def totals(self, signs: list[str]) -> list[float]:
        """The sum of weights per stance."""
        rows = [row for sign in signs if (row := self.of.get(sign)) is not None]
        return [sum(column) for column in zip(*rows, strict=True)] if rows else [0.0] * len(self.labels)

    def told(self, signs: list[str], place: int) -> tuple[str, ...]:
        """The signs in words that weighed most towards a stance."""
        held = [(self.of[sign][place], sign) for sign in signs if sign in self.of]
        words = [sign for weight, sign in sorted(held, reverse=True) if weight > 0]
        return tuple(sign for sign in words if not sign.startswith(_HIDDEN))[:3]


def position(
    text: str, kind: str, represents: str | None, ground: Ground, acts: tuple[Act, ...] = ()
) -> Read:
    """The stance of words under a verb of this class, by one who represents a State, with its reason."""
    ruled = stance(text, kind, represents, ground, acts)
    weights = stance_weights()
    signs = ["bias", *signs_of(text, kind, represents, ground, acts, ruled)]
    totals = weights.totals(signs)
    best = max(range(len(totals)), key=totals.__getitem__)
    share = 1 / sum(math.exp(total - totals[best]) for total in totals)
    if weights.labels[best] == ruled.stance or share < SURE:
        return ruled
    told = ", ".join(weights.told(signs, best)) or "no single word"
    conditional = weights.labels[best] == "conditional-relief"
    condition = ruled.condition or (condition_in(lowered(text)) if conditional else None)
    return Read(weights.labels[best], f"stance:weighed ({told})", condition)


@cache
def stance_weights() -> Weights:
    """The weights that ship with the reader."""
    held = json.loads((DATA / "stance_weights.json").read_text(encoding="utf-8"))
    return Weights(tuple(held["labels"]), {sign: tuple(row) for sign, row in held["weights"].items()})
