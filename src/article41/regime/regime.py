"""The regime of a day: an immutable view with the indexes that answers need."""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from article41.errors import UnknownNameError
from article41.regime.measure import Cite, Designation, Duty, Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateTerm:
    """One term of a body; `last_day` None means open-ended."""

    body: str
    since: date
    last_day: date | None
    size: int | None
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class RegimeDuty:
    """A duty of States, the Committee or others under the regime as a whole, with its due day."""

    id: str
    since: date
    due: date | None
    duty: Duty


@dataclass(frozen=True, kw_only=True)
class Regime:
    """Everything in force on `as_of`, from texts known on `known_on` (None: all known today)."""

    as_of: date
    known_on: date | None
    texts: tuple[str, ...]
    measures: tuple[Measure, ...]
    designations: tuple[Designation, ...]
    mandates: tuple[MandateTerm, ...]
    duties: tuple[RegimeDuty, ...]

    def measure(self, measure_id: str) -> Measure:
        """The measure of that id. Raises UnknownNameError with a close name."""
        found = self._by_id.get(measure_id)
        if found is None:
            close = difflib.get_close_matches(measure_id, self._by_id, n=3)
            raise UnknownNameError(
                f"there is no measure '{measure_id}' on {self.as_of}",
                hint=f"did you mean {', '.join(close)}?" if close else "see: regime show",
            )
        return found

    def by_act(self, act: str) -> tuple[Measure, ...]:
        """Measures that reach an act."""
        return self._by_act.get(act, ())

    def attending(self, act: str) -> tuple[Measure, ...]:
        """Duties that come with an act, such as inspecting what is imported."""
        return self._attending.get(act, ())

    def designated(self, name: str, ref: str = "", imo: str = "") -> Designation | None:
        """The designation of a reference, an IMO number, or an exact name or alias.

        Exact up to case, accents and punctuation. Fuzzy and transliterated names are the work of
        screening, whose matches reach an assessment as stated facts.
        """
        for key in (ref, f"imo:{imo}" if imo else "", plain_name(name)):
            if key and key in self._by_name:
                return self._by_name[key]
        return None

    def mandate(self, body: str) -> MandateTerm | None:
        """The body's term on `as_of`; None when it has none or the last one has lapsed."""
        terms = [term for term in self.mandates if term.body == body]
        latest = max(terms, key=lambda term: (term.since, term.last_day or date.max), default=None)
        if latest is None or (latest.last_day is not None and latest.last_day < self.as_of):
            return None
        return latest

    @cached_property
    def remembered(self) -> dict[object, tuple[Measure, ...]]:
        """Room for lists of measures that depend on this regime alone; its user bounds it."""
        return {}

    @cached_property
    def _by_id(self) -> dict[str, Measure]:
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def _by_act(self) -> dict[str, tuple[Measure, ...]]:
        return _index((act, measure) for measure in self.measures for act in measure.acts)

    @cached_property
    def _attending(self) -> dict[str, tuple[Measure, ...]]:
        return _index((act, measure) for measure in self.measures for act in measure.attends)

    @cached_property
    def _by_name(self) -> dict[str, Designation]:
        names: dict[str, Designation] = {}
        for designation in self.designations:
            keys = [plain_name(name) for name in (designation.name, *designation.aliases)]
            keys += [designation.ref, f"imo:{designation.imo}" if designation.imo else ""]
            for key in keys:
                if key:
                    names.setdefault(key, designation)
        return names


def plain_name(name: str) -> str:
    """A name without accents, case, punctuation and spaces, for exact comparison only."""
    text = unicodedata.normalize("NFKD", name)
    return re.sub(r"[^\w]|_", "", "".join(c for c in text if not unicodedata.combining(c))).lower()


def _index(pairs: object) -> dict[str, tuple[Measure, ...]]:
    found: dict[str, list[Measure]] = {}
    for key, measure in pairs:  # type: ignore[attr-defined]
        found.setdefault(key, []).append(measure)
    return {key: tuple(measures) for key, measures in found.items()}
