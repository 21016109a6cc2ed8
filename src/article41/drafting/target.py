"""What a change aims at: the word of the text, and the measures of the day's law that it means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article41.drafting.words import MeasureWord
from article41.reader.items import Change
from article41.regime.measure import Measure
from article41.regime.regime import Regime


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A change against the law of a day: `measures` in force, and the ids of those that are `gone`."""

    change: Change
    word: MeasureWord
    regime: Regime
    measures: tuple[Measure, ...]
    gone: tuple[str, ...]

    @property
    def day(self) -> date:
        """The day whose law it is."""
        return self.regime.as_of

    @property
    def until(self) -> date | None:
        """The last day the text names, where it is one exact day."""
        try:
            return date.fromisoformat(self.change.until or "")
        except ValueError:
            return None


def aim(change: Change, word: MeasureWord, regime: Regime) -> Target:
    """The target of a change in the law of a day."""
    in_force = {measure.id: measure for measure in regime.measures}
    named = [name for name in word.measures if "*" not in name]
    return Target(
        change=change,
        word=word,
        regime=regime,
        measures=tuple(in_force[name] for name in named if name in in_force),
        gone=tuple(name for name in named if name not in in_force),
    )


def cites(target: Target) -> tuple[str, ...]:
    """The paragraphs on which the measures rest, first source only, in short form."""
    found = [measure.cites[0].ref.removeprefix("unsc/") for measure in target.measures]
    return tuple(dict.fromkeys(found))


def amount_words(ceiling: dict[str, float]) -> str:
    """3,000,000 barrel or 393,750 t."""
    return " or ".join(f"{amount:,.10g} {unit}" for unit, amount in ceiling.items())
