"""The parts of an operation from their YAML: conditions, acts, goods, duties, names."""

from __future__ import annotations

from dataclasses import dataclass

from article41.errors import LawError
from article41.regime import reading
from article41.regime.acts import expand_acts
from article41.regime.conditions import Condition, parse_condition
from article41.regime.instrument import Name
from article41.regime.measure import Cite, Duty, GoodsClause
from article41.regime.moments import parse_moment
from article41.source import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Place:
    """The paragraph an operation stands in."""

    cite: Cite
    binds: bool


def parse_flag(fields: Mapping, name: str, place: Place) -> bool:
    """A field that takes true or false. Raises LawError."""
    if not isinstance(fields[name], bool):
        raise LawError(f"'{name}' takes true or false", where=fields.where(name))
    return bool(fields[name])


def parse_when(data: Mapping) -> Condition | None:
    """The condition of an operation; None where it has none."""
    return parse_condition(data["when"], where=data.where("when")) if "when" in data else None


def parse_acts(data: Mapping, key: str) -> frozenset[str]:
    """Acts, with groups written out. Raises LawError for an unknown one."""
    try:
        return expand_acts(list(reading.texts(data, key)))
    except KeyError as error:
        raise LawError(
            f"{error} is no act",
            where=data.where(key),
            hint="the acts are listed in docs/law-format.md",
        ) from None


def parse_goods(data: Mapping, key: str, place: Place) -> tuple[GoodsClause, ...]:
    """Goods sets, above a value per item where `worth` says so, cited to the paragraph."""
    clauses: list[GoodsClause] = []
    for item in reading.items(data, key):
        if isinstance(item, str):
            clauses.append(GoodsClause(set=item, cite=place.cite))
            continue
        entry = reading.mapping(item, data.where(key))
        reading.expect_keys(entry, ("set", "worth"), ("set", "worth"))
        worth = reading.mapping(entry["worth"], entry.where("worth"))
        reading.expect_keys(worth, ("above", "currency"), ("above", "currency"))
        clauses.append(
            GoodsClause(
                set=reading.text(entry, "set"),
                above=float(worth["above"]),
                currency=reading.text(worth, "currency"),
                cite=place.cite,
            )
        )
    return tuple(clauses)


def parse_duties(data: Mapping, key: str, place: Place) -> tuple[Duty, ...]:
    """Duties: who must notify, report, ask or do what, and by when."""
    duties: list[Duty] = []
    for item in reading.items(data, key):
        entry = reading.mapping(item, data.where(key))
        reading.expect_keys(entry, ("who", "notify", "report", "ask", "do", "of", "by", "every"), ("who",))
        verb = next((verb for verb in ("notify", "report", "ask", "do") if verb in entry), None)
        if verb is None:
            raise LawError("a duty needs notify, report, ask or do", where=entry.where())
        by = None
        if "by" in entry:
            by = parse_moment(entry["by"], where=entry.where("by"))
        elif "every" in entry:
            by = parse_moment(f"conduct+{entry['every']}", where=entry.where("every"))
        done = verb == "do"
        duties.append(
            Duty(
                who=reading.text(entry, "who"),
                verb=verb,
                to="" if done else reading.text(entry, verb),
                what=reading.text(entry, "do" if done else "of"),
                by=by,
                cite=place.cite,
                binds=place.binds,
            )
        )
    return tuple(duties)


def parse_names(data: Mapping) -> tuple[Name, ...]:
    """Persons, entities and vessels that an annex or decision names."""
    names: list[Name] = []
    for key, kind in (("persons", "person"), ("entities", "entity"), ("vessels", "vessel")):
        value = data.get(key)
        if value is not None and not isinstance(value, Sequence):
            raise LawError(f"'{key}' must be a list", where=data.where(key))
        for item in value or ():
            entry = reading.mapping(item, data.where(key))
            reading.expect_keys(entry, ("ref", "name", "aliases", "imo", "confidence", "note"), ("name",))
            names.append(
                Name(
                    ref=reading.text(entry, "ref"),
                    name=reading.text(entry, "name"),
                    kind=kind,
                    aliases=reading.texts(entry, "aliases"),
                    imo=str(entry.get("imo") or ""),
                )
            )
    return tuple(names)
