"""The regime of a day: an immutable view with the indexes that answers need."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

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
    """A duty of States, the Committee or others under the regime as a whole."""

    id: str
    since: date
    duty: Duty

    def due(self, day: date) -> date | None:
        """When it falls due, seen from a day: one that returns gives its next turn."""
        return self.duty.by.resolve({"conduct": day}) if self.duty.by else None


@dataclass(frozen=True, kw_only=True)
class Regime:
    """Everything in force on `as_of`, from texts known on `known_on` (None: all known today).

    `to_come` holds names that known texts list only later.
    """

    as_of: date
    known_on: date | None
    texts: tuple[str, ...]
    measures: tuple[Measure, ...]
    designations: tuple[Designation, ...]
    to_come: tuple[Designation, ...]
    mandates: tuple[MandateTerm, ...]
    duties: tuple[RegimeDuty, ...]

    def measure(self, measure_id: str) -> Measure:
        """The measure of that id. Raises UnknownNameError with a close name."""
        found = self.find(measure_id)
        if found is None:
            close = difflib.get_close_matches(measure_id, self._by_id, n=3)
            raise UnknownNameError(
                f"there is no measure '{measure_id}' on {self.as_of}",
                hint=f"did you mean {', '.join(close)}?" if close else "see: regime show",
            )
        return found

    def find(self, measure_id: str) -> Measure | None:
        """The measure of that id, where it is in force."""
        return self._by_id.get(measure_id)

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
        found = self.designations_of(name, ref, imo)
        return found[0] if found else None

    def designations_of(self, name: str, ref: str = "", imo: str = "") -> tuple[Designation, ...]:
        """Every designation of a reference, IMO number or exact name: a renamed ship may have two."""
        return _named(self._by_name, name, ref, imo)

    def listed_later(self, name: str, ref: str = "") -> Designation | None:
        """The later designation of a name that was not listed yet on the day."""
        found = _named(self._by_later_name, name, ref, "")
        return found[0] if found else None

    @cached_property
    def anybody_listed(self) -> frozenset[str]:
        """Kinds of names (person, entity, vessel) of which at least one is designated."""
        return frozenset(designation.kind for designation in self.designations)

    def mandate(self, body: str) -> MandateTerm | None:
        """The body's term on `as_of`; None when it has none or the last one has lapsed."""
        terms = [term for term in self.mandates if term.body == body]
        latest = max(terms, key=lambda term: (term.since, term.last_day or date.max), default=None)
        if latest is None or (latest.last_day is not None and latest.last_day < self.as_of):
            return None
        return latest

    @cached_property
    def remembered(self) -> dict[object, object]:
        """Room for what depends on this regime alone; its user bounds it."""
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
    def _by_name(self) -> dict[str, tuple[Designation, ...]]:
        return _name_index(self.designations)

    @cached_property
    def _by_later_name(self) -> dict[str, tuple[Designation, ...]]:
        return _name_index(self.to_come)


def _name_index(designations: tuple[Designation, ...]) -> dict[str, tuple[Designation, ...]]:
    names: dict[str, tuple[Designation, ...]] = {}
    for designation in designations:
        spelt = (designation.name, *designation.aliases)
        keys = [key for name in spelt for key in name_keys(name)]
        keys += [designation.ref, f"imo:{designation.imo}" if designation.imo else ""]
        for key in filter(None, keys):
            held = names.get(key, ())
            if designation not in held:
                names[key] = (*held, designation)
    return names


def _named(
    index: dict[str, tuple[Designation, ...]], name: str, ref: str, imo: str
) -> tuple[Designation, ...]:
    found = [index.get(key, ()) for key in (ref, f"imo:{imo}" if imo else "", *name_keys(name)) if key]
    return tuple(dict.fromkeys(designation for held in found for designation in held))


_ACRONYM = re.compile(r"\s*\(([A-Z]{3,8})\)\s*")
_OF = r"(group )?of companies|of the democratic people.?s republic of korea|of the dprk|dprk"
_FORMS = re.compile(rf"[\s,.]+(company|corporation|limited|ltd|co|corp|inc|{_OF})\.?$", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def name_keys(name: str) -> tuple[str, ...]:
    """A name's exact keys: as written, without "(FTB)", that acronym alone, without its company form."""
    bare = _ACRONYM.sub(" ", name).strip()
    keys = [plain_name(name), plain_name(bare), *(plain_name(found) for found in _ACRONYM.findall(name))]
    while (shorter := _FORMS.sub("", bare)) != bare:
        bare = shorter
        keys.append(plain_name(bare))
    return tuple(key for key in dict.fromkeys(keys) if len(key) > 2)


def plain_name(name: str) -> str:
    """A name without accents, case, punctuation and spaces, for exact comparison only."""
    text = unicodedata.normalize("NFKD", name)
    return re.sub(r"[^\w]|_", "", "".join(c for c in text if not unicodedata.combining(c))).lower()


def _index(pairs: Iterable[tuple[str, Measure]]) -> dict[str, tuple[Measure, ...]]:
    found: dict[str, list[Measure]] = {}
    for key, measure in pairs:
        found.setdefault(key, []).append(measure)
    return {key: tuple(measures) for key, measures in found.items()}
