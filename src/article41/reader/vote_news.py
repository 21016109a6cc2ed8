"""Whether a sentence tells a vote of the Council as the news of the day, and on which day it was."""

from __future__ import annotations

from datetime import date, timedelta

from article41.reader.dates import DateFound
from article41.reader.patterns import pattern
from article41.reader.votes import ADOPTED, VETOED, tally

_VOTING = pattern("proposals", "adopted")
_COUNCIL = pattern("proposals", "council")
_ELSEWHERE = pattern("vote_news", "elsewhere")
_OF_LAW = pattern("vote_news", "of_law")
_BACKGROUND = pattern("vote_news", "background")
_LONG_AFTER = pattern("vote_news", "long_after")
_YET_TO_COME = pattern("vote_news", "yet_to_come")
_DECIDED = pattern("vote_news", "decided")
_CUE = pattern("vote_news", "cue")
_TERM = pattern("vote_news", "term")
_OF_CAUSE = pattern("vote_news", "of_cause")
_DAYS_OF_NEWS = timedelta(days=12)
_NEEDED = 9  # votes of the fifteen by which the Council decides
_EARLY = 1  # paragraphs in which an undated vote is still the news


def vote_news(text: str, dates: tuple[DateFound, ...], anchor: date | None, place: int) -> str:
    """`adopted` or `vetoed` where a vote on the regime is the news of the text; empty for background."""
    if not _VOTING.search(text) or not _COUNCIL.search(text) or _ELSEWHERE.search(text):
        return ""
    if not _DECIDED.search(text):
        return ""  # "Japan extended its embargo": no decision of the Council
    vetoed = VETOED.search(text) is not None
    if not vetoed and not ((ADOPTED.search(text) or _carried(text)) and _OF_LAW.search(text)):
        return ""
    if _LONG_AFTER.search(text):
        return ""  # "half a year after Russia shut down the panel with its veto"
    if not vetoed and (_BACKGROUND.search(text) or _YET_TO_COME.search(text)):
        return ""
    when = vote_day(text, dates) or first_day(tuple(d for d in dates if _may_be_of_the_vote(text, d)))
    if when is not None and when.iso and anchor is not None:
        if not recent(when, anchor):
            return ""
    elif place > _EARLY:
        return ""
    return "vetoed" if vetoed else "adopted"


def _carried(text: str) -> bool:
    """Whether a tally says that a text had the nine votes it needs."""
    count = tally(text)
    return count is not None and (count.in_favour or 0) >= _NEEDED


def recent(when: DateFound | None, anchor: date | None) -> bool:
    """Whether a day is close enough before the day of the text to be its news."""
    last = (when.iso or "").rsplit("/", 1)[-1] if when else ""
    if len(last) != 10 or anchor is None:
        return False
    return timedelta(days=-1) <= anchor - date.fromisoformat(last) <= _DAYS_OF_NEWS


def is_term(text: str, found: DateFound) -> bool:
    """Whether a date is the end or the beginning of a term: `until April 24`, `from January`."""
    return _TERM.search(text[max(0, found.start - 16) : found.start] + found.text[:6]) is not None


def first_day(dates: tuple[DateFound, ...]) -> DateFound | None:
    """The first date that is no term ("until", "since")."""
    terms = ("by ", "until ", "since ", "from ")
    return next(
        (d for d in dates if d.iso and not d.of_what_follows and not d.text.lower().startswith(terms)), None
    )


def _may_be_of_the_vote(text: str, found: DateFound) -> bool:
    """A day that is no term, and not that of the test or launch which the vote answers."""
    if found.of_what_follows or is_term(text, found):
        return False
    return _OF_CAUSE.search(text[max(0, found.start - 70) : found.start]) is None


def vote_day(text: str, dates: tuple[DateFound, ...]) -> DateFound | None:
    """The date nearest to the words of voting."""
    cue = _CUE.search(text)
    usable = [d for d in dates if d.iso and len(d.iso) >= 7 and _may_be_of_the_vote(text, d)]
    if cue is None or not usable:
        return usable[0] if usable else None
    return min(usable, key=lambda d: abs(d.start - cue.start()))
