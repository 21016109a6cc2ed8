"""Codes of the Harmonized System: what a stated code is, and whether it exists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from article41.errors import GoodsError

REVISIONS = (1988, 1992, 1996, 2002, 2007, 2012, 2017, 2022)
"""Years in which an edition of the Harmonized System came into use."""

_PREFIX = re.compile(r"^(?:h\.?s\.?|chapter|ch\.?|heading|code|:|\s)+", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s.]+")
_CHAPTER_NOTES = {
    "00": "there is no chapter 00; chapters run from 01 to 97",
    "77": "chapter 77 is kept empty by the Harmonized System",
    "98": "chapter 98 is for national use and means something else in each country",
    "99": "chapter 99 is for national use and means something else in each country",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HsCode:
    """A code as understood: its 2, 4 or 6 international digits and the national rest."""

    digits: str
    tail: str = ""
    note: str = ""

    def __str__(self) -> str:
        return pretty(self.digits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One chapter: its number, a short title in our words, and its headings of all editions."""

    number: str
    title: str
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """The editions in which a heading exists: first and last year, both included."""

    first: int
    last: int
    note: str

    def __str__(self) -> str:
        if self.first <= REVISIONS[0]:
            return f"until {self.last}"
        return f"from {self.first}" + (f" until {self.last}" if self.last < 9999 else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nomenclature:
    """The headings of the Harmonized System, and the editions that have them."""

    chapters: Mapping[str, Chapter]
    lives: Mapping[str, tuple[Life, ...]]

    def exists(self, heading: str, edition: int | None = None) -> bool:
        """Whether a 4-digit heading is in that edition, or in any edition when none is given."""
        chapter = self.chapters.get(heading[:2])
        if chapter is None or heading not in chapter.headings:
            return False
        lives = self.lives.get(heading, ())
        return edition is None or not lives or any(x.first <= edition <= x.last for x in lives)

    def parse(self, text: str, revision: int | None = None) -> HsCode:
        """Read a code such as "0307", "03.07" or "HS 2710.19.43"; GoodsError says what is wrong.

        `revision` is the year the code was used in; without it any edition will do. Only the
        chapter and the heading are checked: the package has no list of subheadings.
        """
        digits = _digits(text)
        code, tail = digits[:6], digits[6:]
        chapter = self._chapter(code[:2], text)
        if len(code) == 2:
            return HsCode(digits=code)
        note = self._check_heading(code[:4], chapter, text, revision)
        return HsCode(digits=code, tail=tail, note=note)

    def _chapter(self, number: str, text: str) -> Chapter:
        chapter = self.chapters.get(number)
        if chapter is None:
            hint = _CHAPTER_NOTES.get(number, "chapters run from 01 to 97")
            raise GoodsError(f"{text!r} is not an HS code: no chapter {number}", hint=hint)
        return chapter

    def _check_heading(self, heading: str, chapter: Chapter, text: str, year: int | None) -> str:
        if heading not in chapter.headings:
            span = f"{chapter.headings[0]}-{chapter.headings[-1]}"
            rest = f"for the whole chapter write {chapter.number!r}"
            raise GoodsError(
                f"{heading} is not a heading of chapter {chapter.number}; "
                f"chapter {chapter.number} runs {span}",
                hint=f"{chapter.number} is {chapter.title.lower()}; {rest}",
            )
        edition, note = edition_of(year)
        lives = self.lives.get(heading, ())
        if not lives:
            return note
        spans = " and ".join(f"{life} ({life.note})" for life in lives)
        if edition is not None and not self.exists(heading, edition):
            raise GoodsError(
                f"heading {heading} is not in the {edition} edition of the HS, only {spans}",
                hint=f"give the code of the {edition} edition, or the year {text!r} was used in",
            )
        return note or (f"heading {heading} exists only {spans}" if edition is None else "")


def edition_of(year: int | None) -> tuple[int | None, str]:
    """The HS edition in use in a year, and a note when our table may not reach that year."""
    if year is None:
        return None, ""
    if year < REVISIONS[0]:
        raise GoodsError(
            f"no edition of the HS was in use in {year}",
            hint=f"the first came into use in {REVISIONS[0]}",
        )
    edition = max(revision for revision in REVISIONS if revision <= year)
    late = year >= 2028
    note = f"checked against the 2022 edition; a later one may be in use in {year}" if late else ""
    return edition, note


def pretty(digits: str) -> str:
    """The usual spelling of a code: "27", "2710", "2710.19"."""
    return digits if len(digits) <= 4 else f"{digits[:4]}.{digits[4:]}"


def _digits(text: str) -> str:
    """The bare digits of a stated code, of an even and possible length."""
    bare = _SEPARATORS.sub("", _PREFIX.sub("", text.strip()))
    if not bare or not bare.isascii() or not bare.isdigit():
        raise GoodsError(
            f"{text!r} is not an HS code: it must be 2, 4 or 6 digits",
            hint="write one code such as '0307' or '2710.19'; ranges belong in the law",
        )
    if len(bare) % 2:
        raise GoodsError(
            f"{text!r} is not an HS code: {len(bare)} digit(s) is an odd length",
            hint=f"quote the code, and if YAML ate a leading zero write '0{bare}'; "
            "of a national code the first six digits are enough",
        )
    if len(bare) > 12:
        raise GoodsError(
            f"{text!r} is not an HS code: {len(bare)} digits is too long",
            hint="the first six digits are enough",
        )
    return bare
