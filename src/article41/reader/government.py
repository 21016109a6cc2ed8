"""Which words of change govern a clause, and which only describe what another one is done to."""

from __future__ import annotations

import re
from functools import lru_cache

from article41.reader.deeds import Deed
from article41.reader.measures import MeasureFound
from article41.reader.patterns import pattern

_STOP = pattern("changes", "stop")
_FREEING = frozenset({"lift", "end", "ease", "exempt", "extend", "raise", "lower"})
_FORBIDDING = frozenset({"forbid", "ban", "bar", "prohibit", "prevent", "disallow"})
_NEAR = 100  # characters between a verb and the deed it leads to
_OF_TEXT = pattern("changes", "of_text")
_DUTY = pattern("changes", "duty")
_INDEFINITE = pattern("changes", "indefinite")
_JOINED = re.compile(r"(?:\band|\bor|,|\bto|\bwould|\balso)\s*$")


@lru_cache(maxsize=64)
def stops(text: str) -> tuple[tuple[int, int], ...]:
    """Where the clauses of a sentence end."""
    return tuple(match.span() for match in _STOP.finditer(text))


def stop_after(text: str, place: int) -> int:
    """Where the clause that holds a place ends."""
    return next((start for start, _ in stops(text) if start >= place), len(text))


def clause_start(text: str, place: int) -> int:
    """Where the clause that holds a place begins."""
    return max((end for _, end in stops(text) if end <= place), default=0)


def governing(text: str, found: list[Deed], named: list[MeasureFound]) -> list[Deed]:
    """The deeds of a sentence without those that stand inside the object of another."""
    kept: list[Deed] = []
    found = [
        deed for deed in found if deed.kind != "verb" or deed.passive or not _OF_TEXT.match(text, deed.end)
    ]
    for n, deed in enumerate(found):
        follows = found[n + 1] if n + 1 < len(found) else None
        before = kept[-1] if kept else None
        if deed.kind == "limit" and _limit_is_object(text, deed, before, follows, named):
            continue
        if deed.weak and follows is not None and _leads_to(text, deed, follows, named):
            continue
        if before is not None and (_describes(text, before, deed, named) or _of_whom(text, deed)):
            continue
        if (
            before is not None
            and before.lemma in _FORBIDDING
            and deed.kind == "verb"
            and deed.form in ("base", "ing")
            and _open(text, before, deed, named)
        ):
            continue  # "forbids states to increase ...": what is forbidden is no deed of its own
        kept.append(deed)
    return kept


def _of_whom(text: str, deed: Deed) -> bool:
    """`the list of those whose assets are frozen`: a clause about the object."""
    return (
        deed.passive
        and re.search(r"\bwhose\b[^,.;]*$", text[max(0, deed.start - 50) : deed.start]) is not None
    )


def _open(text: str, left: Deed, right: Deed, named: list[MeasureFound]) -> bool:
    """Whether nothing but the words of one clause stand between two deeds, and no measure of its own."""
    if right.start - left.end > _NEAR or stop_after(text, left.end) < right.start:
        return False
    return not any(left.end <= m.start < right.start and m.id != "sanctions-regime" for m in named)


def _limit_is_object(
    text: str, deed: Deed, before: Deed | None, follows: Deed | None, named: list[MeasureFound]
) -> bool:
    """`lift the ban on coal`, `the cap would be raised`: the noun is what something is done to."""
    if not _INDEFINITE.search(text[max(0, deed.start - 40) : deed.start]):
        return True
    if before is not None and _open(text, before, deed, named):
        return True
    return (
        follows is not None
        and (follows.passive or follows.kind == "goes")
        and (stop_after(text, deed.end) >= follows.start)
    )


def _leads_to(text: str, deed: Deed, follows: Deed, named: list[MeasureFound]) -> bool:
    return follows.kind != "limit" and _open(text, deed, follows, named)


def _describes(text: str, before: Deed, deed: Deed, named: list[MeasureFound]) -> bool:
    """`waive the rule that obliges states to send workers home`: the obliging belongs to the rule."""
    freed = before.until is not None or before.lemma.endswith("from")
    if (
        before.action not in _FREEING
        or (before.passive and not freed)
        or deed.action not in ("impose", "tighten")
    ):
        return False
    if _DUTY.search(text[max(0, deed.start - 70) : deed.start]) and stop_after(text, before.end) > deed.start:
        return True  # "an end to the bans on coal and to the duty of States to send workers home"
    if not _open(text, before, deed, named):
        return False
    return not _JOINED.search(text[: deed.start]) or (
        deed.start - before.end > 12 and not re.search(r"(?:\band|\bor|,)\s*(?:\w+ )?$", text[: deed.start])
    )
