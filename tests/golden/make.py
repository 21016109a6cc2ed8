"""Writes the consolidated regime of landmark days, one file a day, for a lawyer to read as a diff.

Run it as `make golden` after the law changed on purpose, and read the diff before you commit it.
Not in the files: reasons, notes, confidence and names; those have tests of their own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from article41.regime.describe import acts_words, clause_words, condition_words, duty_words, limit_words
from article41.regime.fold import fold
from article41.regime.law import Law, load_law
from article41.regime.limit import Limit
from article41.regime.measure import Cite, ExceptionRule, Measure
from article41.regime.regime import Regime, RegimeDuty

HERE = Path(__file__).parent
RESOLUTIONS = (1695, 1718, 1874, 2087, 2094, 2270, 2321, 2356, 2371, 2375, 2397, 2664)
OTHER_DAYS = {
    date(2024, 5, 1): "the day after the Panel of Experts ended",
    date(2026, 11, 22): "the law as it stands",
}
SHARED = 8
"""An exception that at least so many measures have in the same words is written out once."""


def golden_days(law: Law) -> dict[date, str]:
    """Each day with why it has a file."""
    days: dict[date, str] = {}
    for number in RESOLUTIONS:
        text = law.text(str(number))
        assert text.adopted is not None
        days[text.adopted] = f"the day {text.symbol} was adopted"
    return days | OTHER_DAYS


def render(law: Law, day: date, why: str) -> str:
    """The file of a day."""
    head = f"# The regime in force on {day}, {why}. Written by `make golden`; do not edit.\n"
    return head + yaml.dump(
        compact(fold(law.resolutions, as_of=day)),
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=112,
    )


def compact(regime: Regime) -> dict[str, Any]:
    """What a lawyer would check: every measure in force in a few lines, and the rest of the regime."""
    shared = _shared(regime)
    in_force = [term for term in regime.mandates if regime.mandate(term.body) is term]
    return {
        "measures": {measure.id: _measure(measure, regime.as_of, shared) for measure in regime.measures},
        "exceptions_of_many_measures": {
            key: _exception(rule, regime.as_of) for key, rule in sorted(shared.items())
        },
        "mandates": {term.body: f"{term.last_day or 'open'} [{_ref(term.cite)}]" for term in in_force},
        "duties_of_the_regime": [
            f"{row.id} {_due(row.due(regime.as_of))} [{_ref(row.duty.cite)}]: {duty_words(row.duty)}"
            for row in sorted(regime.duties, key=lambda row: (row.since, row.id, str(row.duty)))
            if _ahead(row, regime.as_of)
        ],
        "designated": dict(sorted(Counter(f"{kind} under {m}" for kind, m in _designated(regime)).items())),
    }


def _ahead(row: RegimeDuty, day: date) -> bool:
    """Whether a duty is still to be done, or has no day at all."""
    no_day = row.duty.by is None or row.duty.by.is_word
    return no_day or (row.due(day) or date.min) >= day


def _measure(measure: Measure, day: date, shared: dict[str, ExceptionRule]) -> dict[str, Any]:
    alike = {rule: key for key, rule in shared.items()}
    own = [rule for rule in measure.exceptions if _bare(rule) not in alike]
    what = f"{measure.kind}, {measure.flow}" + ("" if measure.binds else ", a call that does not bind")
    row: dict[str, Any] = {
        "is": f"{what}, since {measure.since}",
        "acts": acts_words(measure.acts),
        "attends": acts_words(measure.attends),
        "goods": [_with_source(clause_words(c), c.cite, measure) for c in measure.goods],
        "when": condition_words(measure.when),
        "limit": _limit(measure.limit),
        "suspended": _ref(measure.suspended) if measure.suspended else "",
        "rests_on": [_ref(cite) for cite in measure.cites],
        "acts_added_by": [f"{part.removeprefix('act:')} [{_ref(cite)}]" for part, cite in measure.part_cites],
        "except": {rule.id: _exception(rule, day) for rule in own},
        "except_as_many": [alike[_bare(rule)] for rule in measure.exceptions if rule not in own],
        "provided": {p.id: f"{condition_words(p.when)} [{_ref(p.cite)}]" for p in measure.provisos},
        "duties": [_with_source(duty_words(duty), duty.cite, measure) for duty in measure.duties],
    }
    return {key: value for key, value in row.items() if value}


def _limit(limit: Limit | None) -> str:
    if limit is None:
        return ""
    shares = ", ".join(f"{share:.0%}" for share in limit.alerts)
    parts = [limit_words(limit), f"counted {limit.counts}"]
    parts += [f"notices at {shares}"] if shares else []
    parts += [f"all stop at {limit.stop_at:.0%}"] if limit.stop_at else []
    return "; ".join(parts)


def _exception(rule: ExceptionRule, day: date) -> str:
    last = f" until {rule.until}" if rule.until and rule.until.year < 9999 else ""
    if rule.until and rule.until < day:
        last += " (over)"
    acts = f", only to {acts_words(rule.acts)}" if rule.acts else ""
    duties = "".join(f"; then {duty_words(duty)}" for duty in rule.duties)
    when = condition_words(rule.when) or "always"
    return f"{rule.kind}{last}{acts}, when {when}{duties} [{', '.join(_ref(c) for c in rule.cites)}]"


def _shared(regime: Regime) -> dict[str, ExceptionRule]:
    """Exceptions worded alike in many measures, by id, or by id and paragraph where ids collide."""
    count = Counter(_bare(rule) for measure in regime.measures for rule in measure.exceptions)
    many = [rule for rule, times in count.items() if times >= SHARED]
    ids = Counter(rule.id for rule in many)
    return {rule.id if ids[rule.id] == 1 else f"{rule.id} of {_ref(rule.cites[0])}": rule for rule in many}


def _bare(rule: ExceptionRule) -> ExceptionRule:
    """The rule without what this file does not show, so that equal words are equal rules."""
    return replace(rule, since=date.min, priority=0, note="")


def _with_source(words: str, cite: Cite, measure: Measure) -> str:
    return words if cite in measure.cites else f"{words} [{_ref(cite)}]"


def _designated(regime: Regime) -> list[tuple[str, str]]:
    return [(held.kind, measure) for held in regime.designations for measure in held.measures]


def _due(due: date | None) -> str:
    return f"due {due}" if due else "without a day"


def _ref(cite: Cite) -> str:
    return f"{cite.resolution.removeprefix('unsc/')}#{cite.para}"


class _Dumper(yaml.SafeDumper):
    """Short lists on one line, everything else in blocks."""

    def represent_sequence(self, tag: str, sequence: Any, flow_style: bool | None = None) -> Any:
        short = sum(len(str(item)) + 4 for item in sequence) < 90
        return super().represent_sequence(tag, sequence, flow_style=short)


def main() -> None:
    """Writes every file, and removes files of days that are no longer golden."""
    law = load_law()
    wanted = {f"{day}.yaml": render(law, day, why) for day, why in golden_days(law).items()}
    for path in HERE.glob("*.yaml"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (HERE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
