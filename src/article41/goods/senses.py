"""What a phrase of the lexicon may mean, and the goods found in a text."""

from __future__ import annotations

from dataclasses import dataclass

from article41.types import Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One reading of a phrase: the codes it may have, and what it is certain or unsure to be.

    Without codes it is no good at all (a right, a licence), unless it is `anything`: a word such
    as "luxury goods" that leaves the code open. `listed_in` names the entry of a control list that
    speaks of such goods, `find_out` what decides whether it means these: a frequency, a purity.
    """

    phrase: str
    codes: tuple[str, ...]
    anything: bool = False
    asserted: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    listed_in: str = ""
    find_out: str = ""
    confidence: Confidence = Confidence.HIGH
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Good:
    """One good found in a text. Without senses it is a good the lexicon does not know.

    `doubts`: sets that other words put in question; `strange`: the unknown words that do so.
    """

    text: str
    senses: tuple[Sense, ...] = ()
    exact: bool = False
    doubts: frozenset[str] = frozenset()
    strange: str = ""
