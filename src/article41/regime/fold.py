"""The fold: from texts to the regime of a day. Pure, and blind to the order of files.

There is no second mechanism: a draft is one more text with an adoption day put in.
"""

from __future__ import annotations

import fnmatch
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from article41.errors import LawError, UnknownNameError
from article41.regime.builder import MeasureBuilder
from article41.regime.instrument import (
    Amend,
    Delist,
    Designate,
    Except,
    Impose,
    Mandate,
    Operation,
    Require,
    Resolution,
    Suspend,
    Terminate,
)
from article41.regime.measure import Designation
from article41.regime.regime import MandateTerm, Regime, RegimeDuty

FAR = date(9999, 12, 31)
WHOLE_REGIME = "dprk"


def fold(
    resolutions: Iterable[Resolution],
    *,
    as_of: date,
    known_on: date | None = None,
    drafts: Iterable[Resolution] = (),
) -> Regime:
    """The regime in force on `as_of`, from the texts that existed on `known_on` (default: all).

    Drafts count only when given here, with an adoption day (see `suppose`). Raises LawError where
    an operation points at a measure that is not there.
    """
    texts = [text for text in resolutions if text.status == "adopted"] + list(drafts)
    known = [text for text in texts if text.adopted and (known_on is None or text.adopted <= known_on)]
    known.sort(key=lambda text: (str(text.adopted), text.id))
    state = _State(as_of)
    for _, operation, adopted in _in_order(known, as_of):
        state.apply(operation, adopted)
    return state.regime(known_on, tuple(sorted(text.id for text in known)), _to_come(known, as_of))


def suppose(draft: Resolution, adopted: date) -> Resolution:
    """The draft as if the Council had adopted it that day."""
    return replace(draft, adopted=adopted, status="hypothetical")


def change_days(resolutions: Iterable[Resolution]) -> tuple[date, ...]:
    """Every day on which the fold can give something new: starts, and the days after an end."""
    days: set[date] = set()
    for text in resolutions:
        for operation in text.bound:
            if (start := operation.start.resolve({})) is not None:
                days.add(start)
            last = operation.until.resolve({}) if operation.until else None
            if last is not None and last < FAR:
                days.add(date.fromordinal(last.toordinal() + 1))
    return tuple(sorted(days))


def _in_order(
    texts: list[Resolution], as_of: date
) -> list[tuple[tuple[date, date, str, int], Operation, date]]:
    """Operations in effect on the day, by start, adoption, text and place in the text."""
    rows: list[tuple[tuple[date, date, str, int], Operation, date]] = []
    for text in texts:
        assert text.adopted is not None
        for index, operation in enumerate(text.bound):
            start = operation.start.resolve({})
            if start is None:
                raise LawError("'from' must be a day", where=operation.where)
            if start <= as_of:
                rows.append(((start, text.adopted, text.id, index), operation, text.adopted))
    rows.sort(key=lambda row: row[0])
    return rows


def _to_come(texts: list[Resolution], as_of: date) -> tuple[Designation, ...]:
    """Names that known texts list only after the day: of these we know they were not listed yet."""
    found = _State(FAR)
    for text in texts:
        for operation in text.bound:
            start = operation.start.resolve({})
            if start is not None and start > as_of and isinstance(operation.body, Designate):
                found.designate(operation, operation.body, start, None)
    return tuple(found.designations[key] for key in sorted(found.designations))


class _State:
    """The regime while it is being folded."""

    def __init__(self, as_of: date) -> None:
        self.as_of = as_of
        self.builders: dict[str, MeasureBuilder] = {}
        self.ended: set[str] = set()
        self.designations: dict[tuple[str, str], Designation] = {}
        self.mandates: list[MandateTerm] = []
        self.duties: list[RegimeDuty] = []

    def apply(self, operation: Operation, adopted: date) -> None:
        """Apply one operation that has begun by the day."""
        start = operation.start.resolve({}) or adopted
        last = operation.until.resolve({}) if operation.until else None
        over = last is not None and last < self.as_of
        if over and not isinstance(operation.body, Except | Mandate):
            return  # exceptions that lapsed stay, so that an answer can say since when
        _APPLY[type(operation.body)](self, operation, operation.body, start, last)

    def impose(self, operation: Operation, body: Impose, start: date, last: date | None) -> None:
        """A new measure, or one imposed afresh: what stood before under its id goes."""
        for target in operation.targets:
            self.builders[target] = MeasureBuilder.imposed(target, body, operation, start)

    def amend(self, operation: Operation, body: Amend, start: date, last: date | None) -> None:
        """Fields of measures are set, or added to."""
        for builder in self._found(operation):
            builder.amend(body, operation, start)

    def suspend(self, operation: Operation, body: Suspend, start: date, last: date | None) -> None:
        """Measures stay on the books and do not bite."""
        for builder in self._found(operation):
            builder.suspend(operation, start)

    def mandate(self, operation: Operation, body: Mandate, start: date, last: date | None) -> None:
        """A term of a body, such as the Panel of Experts; the lapse is found when the regime is asked."""
        term = MandateTerm(
            body=operation.targets[0],
            since=start,
            last_day=body.last_day.resolve({}) if body.last_day else None,
            size=body.size,
            cite=operation.cite,
        )
        self.mandates.append(term)

    def regime(
        self, known_on: date | None, texts: tuple[str, ...], to_come: tuple[Designation, ...]
    ) -> Regime:
        """The regime as it stands once every operation was applied."""
        measures = [builder.build() for _, builder in sorted(self.builders.items())]
        return Regime(
            as_of=self.as_of,
            known_on=known_on,
            texts=texts,
            measures=tuple(measures),
            designations=tuple(self.designations[key] for key in sorted(self.designations)),
            to_come=to_come,
            mandates=tuple(self.mandates),
            duties=tuple(self.duties),
        )

    def _found(self, operation: Operation) -> list[MeasureBuilder]:
        found: list[MeasureBuilder] = []
        skipped = getattr(operation.body, "but_not", ())
        for target in operation.targets:
            names = fnmatch.filter(sorted(self.builders), target) if "*" in target else [target]
            for name in names:
                if any(fnmatch.fnmatch(name, pattern) for pattern in skipped):
                    continue
                if name in self.builders:
                    found.append(self.builders[name])
                elif name not in self.ended:
                    raise UnknownNameError(
                        f"there is no measure '{name}' on {self.as_of} for {operation.id}",
                        where=operation.where,
                        hint="check the id, and that an earlier paragraph imposes it",
                    )
        return found

    def except_(self, operation: Operation, body: Except, start: date, last: date | None) -> None:
        """A named way out of measures."""
        for builder in self._found(operation):
            builder.except_(body, operation, start, last)

    def require(self, operation: Operation, body: Require, start: date, last: date | None) -> None:
        """A proviso on measures, or a duty under the regime as a whole."""
        if operation.targets == (WHOLE_REGIME,):
            self.duties += [
                RegimeDuty(
                    id=body.id,
                    since=start,
                    duty=duty,
                )
                for duty in body.duties
            ]
            return
        for builder in self._found(operation):
            builder.require(body, operation, start)

    def terminate(self, operation: Operation, body: Terminate, start: date, last: date | None) -> None:
        """A measure ends, or one of its exceptions or provisos does."""
        for builder in self._found(operation):
            if body.part:
                builder.end_part(body.part, operation, start)
            else:
                del self.builders[builder.id]
                self.ended.add(builder.id)

    def designate(self, operation: Operation, body: Designate, start: date, last: date | None) -> None:
        """Names come under measures; the first listing gives day and cite, later ones add measures."""
        for name in body.names:
            key = (name.ref or name.name, name.kind)
            held = self.designations.get(key)
            measures = (*held.measures, *operation.targets) if held else operation.targets
            self.designations[key] = Designation(
                ref=name.ref,
                name=name.name,
                kind=name.kind,
                aliases=name.aliases,
                imo=name.imo,
                measures=tuple(dict.fromkeys(measures)),
                day=held.day if held else start,
                cite=held.cite if held else operation.cite,
            )

    def delist(self, operation: Operation, body: Delist, start: date, last: date | None) -> None:
        """Names leave measures; who is under none is listed no more."""
        for name in body.names:
            key = (name.ref or name.name, name.kind)
            held = self.designations.get(key)
            if held is None:
                continue
            left = tuple(item for item in held.measures if item not in operation.targets)
            if left:
                self.designations[key] = replace(held, measures=left)
            else:
                del self.designations[key]


_APPLY: dict[type, Callable[..., None]] = {
    Impose: _State.impose,
    Amend: _State.amend,
    Except: _State.except_,
    Require: _State.require,
    Suspend: _State.suspend,
    Terminate: _State.terminate,
    Designate: _State.designate,
    Delist: _State.delist,
    Mandate: _State.mandate,
}
