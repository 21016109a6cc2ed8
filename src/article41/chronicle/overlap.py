"""Which claims of revenue cover the same ground, and why they are never added up."""

from __future__ import annotations

from collections.abc import Iterable

from article41.chronicle.rows import Claim

WHY_NOT_SUMMED = (
    "Nothing here is added up: claims of one method cover the same months and often the same thefts or "
    "cargoes, a report repeats what another counted, some sums are most, some least, and income is not "
    "profit."
)


def overlapping(claim: Claim, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Other claims of the same method whose period shares at least a day with this one."""
    return tuple(
        other
        for other in claims
        if other is not claim
        and other.method == claim.method
        and other.period.gap(claim.period) == 0
        and other.period.first <= claim.period.last
        and claim.period.first <= other.period.last
    )
