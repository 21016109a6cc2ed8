"""What a deed is done to: the measures before a passive, behind an active verb, beside a noun."""

from __future__ import annotations

import re
from dataclasses import dataclass

from article41.reader.amounts import amounts
from article41.reader.deeds import Deed, about
from article41.reader.measures import MeasureFound

_TO_WHAT = re.compile(r" (?:from|under|to|of|in|by|at) ")


_OF = re.compile(r" (?:of|on|from|for|in|to)\b")


# What follows a participle that has no object: "crude capped at ...", "seafood freed, and ..."
_NO_OBJECT = re.compile(
    r"\s*(?:[,.;)]|(?:at|to|by|and|or|from|until|for|in|under|as|over|after|entirely|altogether)\b)"
)


EXCLUDED = frozenset({"nuclear-test-ban", "ballistic-missile-ban", "cyber"})


_CARGO = re.compile(r"\b(?:cargo|ship|vessel|freight|container|shipment|flight|plane)", re.I)


_AND = re.compile(r"\band\b")


_IT = re.compile(r" (?:(?:of|on|from|for|in|to) )?(?:it|them|these|those|this)\b")


# "Sanctions should not be endless", "a limit for the sanctions": nothing is forbidden or limited.
_OF_MEASURES_ONLY = frozenset({"modal", "limit"})


_JUST_BEHIND = 36  # characters in which the amount of a passive follows


_STRETCH = 60  # characters of a clause that show who is sent home or put on a list


_GOODS = ("-export", "luxury-goods", "industrial-goods")


_COMPOUND = 12  # characters between a measure and the noun it is written before


@dataclass(frozen=True, slots=True)
class Clause:
    """A deed with how far its clause reaches to both sides, and the measures that stand there."""

    deed: Deed
    left: tuple[MeasureFound, ...]
    right: tuple[MeasureFound, ...]
    reach: int


def objects_of(text: str, clause: Clause, taken: set[int]) -> list[MeasureFound]:
    """The measures that a deed is done to: before a passive, behind an active verb."""
    deed = clause.deed
    left, right = [m for m in clause.left if m.start not in taken], list(clause.right)
    if deed.kind in _OF_MEASURES_ONLY:
        left, right = list(filter(is_special, left)), list(filter(is_special, right))
    own = about(deed.lemma)
    if own == "cargo-inspection":
        return _inspected(text, deed, (*left, *right))
    goods = [m for m in right if deed.until and m.end <= deed.until + _STRETCH and m.id.endswith(_GOODS)]
    if own == "designations" and goods:
        return goods  # "added yachts to the list of luxuries": no one is put on it
    if own == "designations" or (own and not any(map(is_special, (*left, *right)))):
        end = max(deed.end, min(clause.reach, deed.end + _STRETCH))
        return [MeasureFound(deed.start, end, own, text[deed.start : end])]
    if deed.kind == "goes":
        return [*left, *(m for m in right if _with_amount(text, deed, m, clause.reach))]
    if deed.kind in ("noun", "limit"):
        return _of_noun(text, deed, left, right)
    return _of_verb(text, deed, left, right)


def _with_amount(text: str, deed: Deed, measure: MeasureFound, reach: int) -> bool:
    """`crude would drop to 3 million barrels, and refined products to 375,000`: the verb told once."""
    return _AND.search(text, deed.end, measure.start) is not None and bool(amounts(text[measure.end : reach]))


def _of_noun(
    text: str, deed: Deed, left: list[MeasureFound], right: list[MeasureFound]
) -> list[MeasureFound]:
    """`removal of the ban on coal`, `a coal export ban`, `an exemption for it`."""
    if _IT.match(text, deed.end) and not right:
        return left
    if right and _OF.match(text, deed.end):
        return right
    return [m for m in left if deed.start - m.end <= _COMPOUND]


def _of_verb(
    text: str, deed: Deed, left: list[MeasureFound], right: list[MeasureFound]
) -> list[MeasureFound]:
    """`lifts the ban on coal`, `may no longer sell coal`, `spares aid work from the freeze`, `lift it`."""
    if deed.kind == "modal" and " be" not in deed.lemma and "exceed" not in deed.lemma:
        return right or left
    if deed.passive or deed.kind == "modal":
        return _of_passive(text, deed, left, right)
    if deed.until is not None and (between := [m for m in right if m.end <= deed.until and is_special(m)]):
        return between
    if deed.form == "part" and left and (not right or _NO_OBJECT.match(text, deed.end)):
        return left
    return left if not right and _IT.match(text, deed.end) else right


def _inspected(text: str, deed: Deed, near: tuple[MeasureFound, ...]) -> list[MeasureFound]:
    """Cargo and ships are searched; a railway that is inspected is no matter of sanctions."""
    if not _CARGO.search(text):
        return []
    named = [m for m in near if m.id == "cargo-inspection"]
    return named[:1] or [MeasureFound(deed.start, deed.end, "cargo-inspection", text[deed.start : deed.end])]


def _of_passive(
    text: str, deed: Deed, left: list[MeasureFound], right: list[MeasureFound]
) -> list[MeasureFound]:
    """`coal is banned`; but `banned from exporting coal`, and of both sides the one that names a measure."""
    if left and amounts(text[deed.end : deed.end + _JUST_BEHIND]):
        return left  # "coal would be limited to 4 million tonnes and sales of copper banned"
    special_left, special_right = any(map(is_special, left)), any(map(is_special, right))
    if special_right and (not special_left or (deed.until and not left)):
        return right
    if special_right and special_left and deed.until and _TO_WHAT.match(text, deed.end):
        return right
    return left or right


def is_special(measure: MeasureFound) -> bool:
    """Whether a measure is more than the sanctions in general."""
    return measure.id not in EXCLUDED and measure.id != "sanctions-regime"


def special(measures: list[MeasureFound]) -> list[MeasureFound]:
    """The measures named, each once, without the general word where special ones stand beside it."""
    special = [m for m in measures if m.id != "sanctions-regime"]
    kept: list[MeasureFound] = []
    for measure in special or measures:
        if measure.id not in [other.id for other in kept]:
            kept.append(measure)
    if {"crude-oil", "refined-petroleum"} & {m.id for m in kept}:
        kept = [m for m in kept if m.id != "oil-supply"]
    return kept
