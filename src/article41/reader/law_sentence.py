"""One sentence that may state law, with what went before it."""

from __future__ import annotations

import re
from datetime import date

from article41.reader.dates import DateFound, dates_in
from article41.reader.document import Document
from article41.reader.gazetteer import words
from article41.reader.items import Fact, Quantity
from article41.reader.measures import MeasureFound, measures_in
from article41.reader.patterns import fact_pattern
from article41.reader.quantities import quantities_in
from article41.reader.segment import Sentence

NOT_BANNED = words("facts_not_banned")
_PROPOSED = fact_pattern("proposed")
_NUMBER = re.compile(r"[Rr]esolution(?:s)? (?:No\. )?(\d{4})\b")
_DUE = fact_pattern("due")


class LawSentence:
    """A sentence with its measures, amounts and dates; `before` is the measure spoken of before it."""

    def __init__(
        self,
        document: Document,
        sentence: Sentence,
        anchor: date | None,
        before: str | None,
        last_cap: Fact | None,
    ) -> None:
        self.sentence = sentence
        self.text = sentence.flat
        self.evidence = (document.evidence(sentence.start, sentence.end),)
        self.measures = measures_in(self.text)
        self.quantities = quantities_in(self.text)
        self.dates = dates_in(self.text, anchor)
        self.last_cap, self.before = last_cap, before
        self.subject = next((m.id for m in self.measures if m.id not in NOT_BANNED | {"oil-supply"}), None)
        number = _NUMBER.search(self.text)
        self.resolution = number.group(1) if number else None
        self.proposed = _PROPOSED.search(self.text) is not None

    def fact(
        self,
        kind: str,
        measure: str,
        when: DateFound | None = None,
        quantity: Quantity | None = None,
        trigger: str | None = None,
    ) -> Fact:
        """One fact of this sentence."""
        return Fact(
            type=kind,
            measure=measure,
            evidence=self.evidence,
            rule=f"fact:{kind}",
            value=quantity.value if quantity else None,
            unit=quantity.unit if quantity else None,
            per=quantity.per if quantity else None,
            qualifier=quantity.qualifier if quantity else None,
            resolution=self.resolution,
            date=when.iso if when else None,
            trigger=trigger,
        )

    def special(self) -> list[MeasureFound]:
        """The measures named, each once, without those that no resolution bans as such."""
        kept: dict[str, MeasureFound] = {}
        for measure in self.measures:
            if measure.id not in NOT_BANNED:
                kept.setdefault(measure.id, measure)
        return list(kept.values())

    def day(self) -> DateFound | None:
        """The first date of the sentence."""
        return next((d for d in self.dates if d.iso), None)

    def deadline(self) -> DateFound | None:
        """The day by which a duty is due, else the first date."""
        due = (
            d for d in self.dates if d.iso and _DUE.search(self.text[max(0, d.start - 12) : d.start] + d.text)
        )
        return next(due, self.day())
