"""The events of a text put together: one for each type and date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from article41.reader.items import Event


def keep(found: list[Event], new: Event) -> None:
    """Adds an event, or what it tells to the same event told before."""
    for n, event in enumerate(found):
        if event.type == new.type and (event.date == new.date or _within(event, new)):
            if new.type == "cyber-theft" and event.amounts != new.amounts and not _within(event, new):
                continue
            best = event if _precision(event) >= _precision(new) else new
            found[n] = replace(
                best,
                evidence=(*event.evidence, *(e for e in new.evidence if e not in event.evidence)),
                amounts=event.amounts or new.amounts,
                tally=event.tally or new.tally,
                outcome=event.outcome or new.outcome,
                resolution=event.resolution or new.resolution,
            )
            return
    found.append(new)


def _precision(event: Event) -> int:
    return 0 if "/" in (event.date or "") else len(event.date or "")


def _within(event: Event, new: Event) -> bool:
    """Whether one date is the other told less exactly (2017-12 and 2017-12-22)."""
    if event.type == "cyber-theft" or not event.date or not new.date:
        return False
    if "/" in event.date + new.date:
        return _week_of(event.date, new.date) or _week_of(new.date, event.date)
    short, long = sorted((event.date, new.date), key=len)
    return len(short) >= 7 and long.startswith(short) and event.type != "missile-launch"


def _week_of(stretch: str, day: str) -> bool:
    """Whether a stretch of a week or less (`last week's launch`) holds the day told elsewhere."""
    first, _, last = stretch.partition("/")
    if not (len(first) == len(last) == len(day) == len("2017-12-01")):
        return False
    return first <= day <= last and date.fromisoformat(last) - date.fromisoformat(first) < timedelta(days=7)


def without_undated(found: list[Event]) -> list[Event]:
    """An undated mention of what is dated elsewhere in the text is not another event."""
    found = [event for event in found if not _rocket_told_twice(event, found)]
    dated = {event.type for event in found if event.date}
    return [
        event
        for event in found
        if event.date or event.type not in dated or event.type == "cyber-theft" or _older_veto(event, found)
    ]


def _rocket_told_twice(event: Event, found: list[Event]) -> bool:
    """`December's rocket launch` beside the satellite that the text says it carried."""
    if event.type != "missile-launch" or not event.date or "rocket" not in event.evidence[0].quote:
        return False
    orbits = [other.date for other in found if other.type == "satellite-launch" and other.date]
    return any(day[:7] == event.date[:7] for day in orbits)


def _older_veto(event: Event, found: list[Event]) -> bool:
    """A veto without a day beside votes that adopted is another vote, unless it is the news itself."""
    votes = [other for other in found if other.type == "vote" and other.date]
    first = min(other.evidence[0].start for other in found)
    if event.outcome != "vetoed" or event.evidence[0].start == first:
        return False
    return all(other.outcome == "adopted" for other in votes)
