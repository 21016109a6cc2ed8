"""Amounts in words and figures, with unit, period and how exact they claim to be."""

from __future__ import annotations

import re
from functools import lru_cache

from article41.reader.items import Quantity
from article41.reader.patterns import pattern, shipped

_WORDS: dict[str, float] = shipped("numbers")
_SCALE = {"thousand": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_UNITS: dict[str, str] = shipped("units")
_UNIT_WORDS = "|".join(sorted((re.escape(unit) for unit in _UNITS), key=len, reverse=True))
_NUMBER_WORDS = "|".join(sorted((w for w in _WORDS if w not in ("a", "half")), key=len, reverse=True))
_UNIT_BEHIND = re.compile(rf"\s*(?:worth |of |in |US |U[.․]S[.․] |metric )*({_UNIT_WORDS})", re.I)
_QUANTITY = pattern("quantities", "quantity")
_BEFORE = pattern("quantities", "before")
_PER = pattern("quantities", "per")
_PERIODS = {"annum": "year", "annually": "year", "yearly": "year", "monthly": "month", "daily": "day"}
_ANNUAL = re.compile(r"\b(annual|yearly|per year|a year|each year|annually|every year)\b", re.I)


_ANY = re.compile(r"\d|" + "|".join(sorted({word[:3] for word in _WORDS if len(word) > 1})))
_LONG = 6  # characters of a figure that is an amount even without a unit: "the 500,000 permitted"


@lru_cache(maxsize=512)
def quantities_in(text: str) -> tuple[tuple[int, Quantity], ...]:
    """Amounts that have a unit, a currency or a scale, with the offset at which each begins."""
    found: list[tuple[int, Quantity]] = []
    if _ANY.search(text) is None:
        return ()
    for match in _QUANTITY.finditer(text):
        money, unit = match.group("money"), (match.group("unit") or "").lower()
        figure = match.group("figure") or ""
        if not (money or unit or match.group("scale") or ("," in figure and len(figure) >= _LONG)):
            continue
        name = "USD" if money else _UNITS.get(unit, "") or _following(text, match.end())
        value = _value(match)
        per = _period(text, match.end())
        quantity = Quantity(
            value=value,
            unit=name or None,
            per=per,
            qualifier=_qualifier(text, match.start()),
            text=match.group().strip(),
        )
        found.append((match.start(), quantity))
    return tuple(found)


def _following(text: str, end: int) -> str:
    """`147.5 million in US dollars`, `4 million barrels`, `two million of crude`."""
    after = re.match(
        rf"\s*(?:worth |of |in |US |U[.․]S[.․] |metric )*({_UNIT_WORDS})", text[end : end + 40], re.I
    )
    return _UNITS.get(after.group(1).lower(), "") if after else ""


def _value(match: re.Match[str]) -> float | int:
    figure = match.group("figure")
    base = float(figure.replace(",", "")) if figure else float(_WORDS[match.group("word").lower()])
    scaled = base * _SCALE.get((match.group("scale") or "").lower(), 1)
    rounded = round(scaled, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _qualifier(text: str, start: int) -> str | None:
    left = text[max(0, start - 22) : start].rstrip()
    found = None
    for match in _BEFORE.finditer(left):
        if match.end() == len(left):
            found = match.lastgroup
    return {"atleast": "at-least", "atmost": "at-most"}.get(found or "", found)


def _period(text: str, end: int) -> str | None:
    match = _PER.match(text, end) or _PER.match(
        re.sub(r"^\s*(?:of|in|worth)?\s?[\w-]{0,14}", "", text[end : end + 40])
    )
    if match is None:
        return None
    word = next(group for group in match.groups() if group).lower()
    return _PERIODS.get(word, word)


def yearly(text: str) -> bool:
    """Whether the words speak of a year's amount."""
    return bool(_ANNUAL.search(text))
