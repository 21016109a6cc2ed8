"""Named goods sets of the law, and how far an HS code falls within one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from article41.errors import LawError
from article41.goods.hs import Nomenclature, pretty
from article41.types import Basis, Confidence, Truth, weakest


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRange:
    """HS codes from `first` to `last` (same length, both included), and who reads them so.

    `partial` is the "ex" of customs law: only some of the goods under the code belong.
    """

    first: str
    last: str
    partial: bool = False
    basis: Basis = Basis.EDITORIAL
    confidence: Confidence = Confidence.LOW
    source: str = ""

    def __str__(self) -> str:
        span = pretty(self.first)
        if self.last != self.first:
            span += f"-{pretty(self.last)}"
        return f"ex {span}" if self.partial else span

    def covers(self, code: str) -> bool:
        """Every good under `code` has a code of this range."""
        return len(code) >= len(self.first) and self.first <= code[: len(self.first)] <= self.last

    def touches(self, code: str) -> bool:
        """Some good under `code` may have a code of this range."""
        size = min(len(code), len(self.first))
        return self.first[:size] <= code[:size] <= self.last[:size]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the codes of a set say about one code, and the range that says it."""

    truth: Truth
    how: str
    ranges: tuple[CodeRange, ...] = ()
    confidence: Confidence = Confidence.LOW


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsSet:
    """A set of goods that the law names.

    `open_ended` sets are control lists or notions without a customs code: a code alone can
    never rule a good out of them with certainty, so their "no" has low confidence. `includes`
    names sets that lie wholly within this one, `apart` those that share nothing with it. Basis,
    confidence and source are those of membership found by words. `by_specification`: a control
    list whose entries go by what a thing can do, so that sharing a heading with one says nothing.
    """

    id: str
    title: str
    gist: str
    ranges: tuple[CodeRange, ...] = ()
    includes: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    open_ended: bool = False
    by_specification: bool = False
    basis: Basis = Basis.EDITORIAL
    confidence: Confidence = Confidence.MEDIUM
    source: str = ""
    note: str = ""
    where: str = ""

    @property
    def written(self) -> bool:
        """The resolution itself wrote the codes, so that they and not the words decide."""
        return bool(self.ranges) and all(item.basis is Basis.TEXT for item in self.ranges)

    def verdict(self, code: str, nomenclature: Nomenclature) -> Verdict:
        """Whether a code of 2, 4 or 6 digits belongs to this set, by its codes alone."""
        full = [item for item in self.ranges if not item.partial and item.covers(code)]
        best = max(full, key=lambda item: item.confidence.rank, default=None)
        if best is not None and not self._taken_back(best, code):
            how = f"HS {pretty(code)} is within {best}"
            return Verdict(truth=True, how=how, ranges=(best,), confidence=best.confidence)
        touched = tuple(item for item in self.ranges if item.touches(code))
        if self.by_specification:  # sharing a heading says nothing; a 6-digit code may name the item
            touched = tuple(item for item in touched if len(item.first) == 6 and item.covers(code))
        if not touched:
            return self._outside(code)
        whole = self._whole_chapter(code, nomenclature)
        return whole or _open(code, touched)

    def _taken_back(self, full: CodeRange, code: str) -> bool:
        """A narrower range says that of these goods only some belong: of 8703, ex 8703.10."""
        return any(
            item.partial and item.covers(code) and len(item.first) > len(full.first) for item in self.ranges
        )

    def _outside(self, code: str) -> Verdict:
        """No range of the set, narrow or wide, has this code."""
        if self.open_ended or not self.ranges:
            how = f"{self.id} is not defined by customs codes, and nothing stated names it"
            return Verdict(truth=False, how=how)
        best = max(self.ranges, key=lambda item: item.confidence.rank)
        how = f"HS {pretty(code)} is outside {_spans(self.ranges)}"
        return Verdict(truth=False, how=how, ranges=(best,), confidence=best.confidence)

    def _whole_chapter(self, code: str, nomenclature: Nomenclature) -> Verdict | None:
        """A chapter all of whose headings are in the set is in the set."""
        if len(code) != 2:
            return None
        found: list[CodeRange] = []
        for heading in nomenclature.chapters[code].headings:
            full = [item for item in self.ranges if not item.partial and item.covers(heading)]
            if not full:
                return None
            found.append(max(full, key=lambda item: item.confidence.rank))
        ranges = tuple(dict.fromkeys(found))
        confidence = weakest(*(item.confidence for item in ranges))
        how = f"every heading of chapter {code} is within {', '.join(map(str, ranges))}"
        return Verdict(truth=True, how=how, ranges=ranges, confidence=confidence)


def _spans(ranges: Sequence[CodeRange]) -> str:
    """The first few ranges in words, enough to see where the border runs."""
    shown = ", ".join(str(item) for item in ranges[:6])
    return f"{shown} and {len(ranges) - 6} more" if len(ranges) > 6 else shown


def _open(code: str, touched: tuple[CodeRange, ...]) -> Verdict:
    """The code may or may not be in the set: too short, or covered only in part."""
    in_part = [item for item in touched if item.covers(code)]
    spans = _spans(in_part or touched)
    if in_part:
        how = f"HS {pretty(code)} covers such goods only in part ({spans}); say what they are"
    else:
        how = f"HS {pretty(code)} is too short: more digits would settle {spans}"
    ranges = tuple(in_part) or touched
    return Verdict(truth=None, how=how, ranges=ranges, confidence=ranges[0].confidence)


def spans_of(text: str, *, where: str = "") -> tuple[str, str]:
    """The first and last code of "50-63", "7201-7217", "2616.90" or "03"; LawError otherwise."""
    first, dash, last = text.replace(".", "").replace(" ", "").partition("-")
    last = last if dash else first
    good = first.isascii() and first.isdigit() and last.isascii() and last.isdigit()
    if not good or len(first) != len(last) or len(first) not in (2, 4, 6) or first > last:
        raise LawError(f"{text!r} is not an HS code or range", where=where, hint="write '50-63' or '2616.90'")
    return first, last
