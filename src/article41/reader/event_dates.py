"""The day of an event: the nearest date of its sentence, or one counted from what was told before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from article41.reader.date_words import small_number
from article41.reader.dates import DateFound
from article41.reader.event_shots import Hit
from article41.reader.items import Event
from article41.reader.patterns import pattern

# In characters; a date ahead of the words counts as further off.
_FAR_AHEAD, _FAR_BEHIND, _FAR_VOTE, _BEHIND = 100, 160, 200, 35
_NOUN_REACH = 60  # characters from a month to the end of the noun it belongs to
_MONTH = len("2017-12")
_HURDLE = 60  # what a word between date and event adds, in characters
_HURDLES = pattern("events", "hurdles")
_SAME_DAY = pattern("events", "same_day")
_PERFECT = re.compile(r"\b(?:has|have|had) (?:\w+ )?(?:fired|launched|tested|conducted|carried|lobbed)\b")
_SINCE = re.compile(r"\bsince\b[^,\d]*$")
_SOME_DAYS_AFTER = re.compile(r"\s*(\w+) days? after [^,]{3,80},", re.I)
_DAYS_AFTER = re.compile(r"(\w+) (day|week)s? after$", re.I)
# "by May", "since the end of 2017", and no more words between: "blocked by veto that March" is none of these.
_OPEN_ENDED = re.compile(r"\b(?:since|until|till|by)(?: the| early| late| mid)?(?: end of)?\s*$", re.I)
_OPENS = re.compile(r"(?:since|until|till|by)\b", re.I)
_MONTHS_APART = re.compile(r"\b(?:months?|years?)\b")
_OWN = re.compile(
    r" (?:(?:run|string|series|spate|flurry) of )?"
    r"(?:(?!(?:on|of|over|after|and|to|for|in|at|that|which)\b)[\w$.-]+(?:,\d+)* ){0,5}"
)
_SPOKEN = re.compile(
    r"\b(?:said|says?|told|reported|announced|confirmed|wrote|stated|published|estimated?|noted|added|warned"
    r"|suspects?|condemned|declared|claimed|concluded)\b[^,;.]{0,30}$"
)
_TERM = re.compile(r"\b(?:to|through|expires?|ends?)(?: on)?\s*$")
_APPOSED = 10  # characters from an event to the day added to it: "the test, on Sept. 3,"
_HOURS = re.compile(r"\bhours (?:after|before|earlier|later)\b")
_THAT = re.compile(r"\bthat\b")
_AFTERWARDS = re.compile(r"\b(?:after|following|over)\b")
_CLOSE_BY = re.compile(r"\s*(?:after|following)\b[^,;]{0,30}")


def same_day(text: str, last: Event | None) -> DateFound | None:
    """`Hours later`: the day of the event told before."""
    match = _SAME_DAY.search(text)
    if match is None or last is None or last.date is None or len(last.date) != 10:
        return None
    return DateFound(match.start(), match.end(), last.date, match.group())


def since(text: str, dates: tuple[DateFound, ...], anchor: date | None) -> DateFound | None:
    """`has fired missiles 13 times since May`: from then to the day of the text."""
    if anchor is None or _PERFECT.search(text) is None:
        return None
    for found in dates:
        opens = found.text.lower().startswith("since") or _SINCE.search(
            text[max(0, found.start - 45) : found.start]
        )
        if opens and found.iso and "/" not in found.iso:
            return replace(found, iso=f"{found.iso}/{anchor.isoformat()[: len(found.iso)]}")
    return None


def after_a_day_told(text: str, hit: Hit, dates: tuple[DateFound, ...]) -> DateFound | None:
    """`A day after the test of Sept. 3, the council met`: the day told and one."""
    opening = _SOME_DAYS_AFTER.match(text)
    if opening is None or hit.start < opening.end():
        return None
    number = small_number(opening.group(1))
    for found in dates:
        if number is not None and found.end <= opening.end() and found.iso and len(found.iso) == 10:
            day = date.fromisoformat(found.iso) + timedelta(days=number)
            return replace(found, iso=day.isoformat())
    return None


def counted(found: DateFound, last: Event | None) -> DateFound:
    """`a day after the launch`: so long before the event told last."""
    match = _DAYS_AFTER.match(found.text)
    number = small_number(match.group(1)) if match else None
    if match is None or number is None or found.iso is not None:
        return found
    if last is None or last.date is None or len(last.date) != 10:
        return found
    base = date.fromisoformat(last.date)
    days = number * (7 if match.group(2).lower() == "week" else 1)
    return replace(found, iso=(base - timedelta(days=days)).isoformat())


def when(text: str, hit: Hit, dates: tuple[DateFound, ...]) -> DateFound | None:
    """The date nearest to the words of the event, one behind them before one ahead of them."""
    best: tuple[int, DateFound] | None = None
    full = [found for found in dates if found.iso and len(found.iso) == len("2017-12-01")]
    lost = _lost(text, hit, dates)
    for found in dates:
        if not _usable(text, hit, found) or (lost and "," in text[hit.end : found.start - _APPOSED]):
            continue
        distance = _distance(text, hit, found)
        far = _FAR_BEHIND if found.start >= hit.end else _FAR_AHEAD
        far = _FAR_VOTE if hit.type == "vote" else far
        if distance < far and (best is None or distance < best[0]):
            best = (distance, found)
    if best is None and hit.type == "cyber-theft":
        spans = [found for found in dates if found.iso and len(found.iso) != 10 and not found.of_what_follows]
        return spans[0] if len(spans) == 1 else None
    if best is None and len(full) == 1 and hit.type not in ("vote", "cyber-theft") and _HOURS.search(text):
        return full[0]
    return best[1] if best else None


def _lost(text: str, hit: Hit, dates: tuple[DateFound, ...]) -> bool:
    """`Just over a week after the test, the Council on Monday`: the test has no day, least of all Monday."""
    return any(
        found.iso is None
        and found.of_what_follows
        and found.end <= hit.start
        and "," not in text[found.end : hit.start]
        for found in dates
    )


def _usable(text: str, hit: Hit, found: DateFound) -> bool:
    if _of_a_noun(found) and not 0 <= hit.end - found.start <= _NOUN_REACH:
        return False
    owned = _owned(text, hit, found)
    if owned is not None:
        return owned and found.iso is not None
    if found.of_what_follows and not _MONTHS_APART.search(found.text) and "," in text[found.end : hit.start]:
        return False
    if found.iso is None or (found.of_what_follows and found.end > hit.start):
        return False
    if hit.type == "vote" and (
        found.iso[4:5] == "/" or _TERM.search(text[max(0, found.start - 20) : found.start])
    ):
        return False
    left = text[max(0, found.start - 45) : found.start]
    opened = _SINCE.search(left)
    if opened and not (found.start - len(left) + opened.start() < hit.start < found.start):
        return False
    if _OPEN_ENDED.search(left[-20:]) or _OPENS.match(found.text):
        return False
    first, last = sorted(((hit.start, hit.end), (found.start, found.end)))
    return not (hit.type == "vote" and _AFTERWARDS.search(text, first[1], last[0]))


def _owned(text: str, hit: Hit, found: DateFound) -> bool | None:
    """`Friday's launch` dates that launch, and `Friday's meeting` no launch; None where it owns nothing."""
    if not text.startswith(("'s ", "’s "), found.end):
        return None
    if hit.start <= found.end:
        return hit.end >= found.end
    return _OWN.fullmatch(text[found.end + 2 : hit.start]) is not None


def _of_a_noun(found: DateFound) -> bool:
    """`December's launch`, `the December rocket launch`: the month belongs to the noun behind it."""
    return found.text.isalpha() and len(found.iso or "") == _MONTH


def _distance(text: str, hit: Hit, found: DateFound) -> int:
    """Characters between a date and an event, and more for each word that leads elsewhere."""
    if found.start >= hit.end:
        distance = found.start - hit.end
    elif found.end <= hit.start:
        distance = hit.start - found.end + (0 if found.of_what_follows else _BEHIND)
    else:
        distance = 0
    between = text[min(found.end, hit.end) : max(found.start, hit.start)]
    if _of_a_noun(found) or _owned(text, hit, found):
        return 0
    if found.of_what_follows or (len(found.iso or "") <= 7 and _CLOSE_BY.fullmatch(between)):
        return distance
    spoken = _THAT.search(between) or _SPOKEN.search(text[max(0, found.start - 60) : found.start])
    told = found.end <= hit.start and spoken is not None  # "said on Friday that the launch"
    return distance + _HURDLE * (len(_HURDLES.findall(between)) + told)
