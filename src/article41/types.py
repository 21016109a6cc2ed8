"""The few types every room shares."""

from __future__ import annotations

from enum import StrEnum

Truth = bool | None
"""Kleene's three values: True, False, and None for "not known"."""


class Confidence(StrEnum):
    """How sure a record is: `high` corroborated, `medium` one doubt left, `low` verify first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 for low, 2 for high, so that `min` over ranks gives the weakest link."""
        return ("low", "medium", "high").index(self.value)


class Basis(StrEnum):
    """Where an interpretation comes from."""

    TEXT = "text"  # the resolution itself says so
    GUIDANCE = "guidance"  # Committee, Panel or a State's published implementation
    EDITORIAL = "editorial"  # our own reading


def all_of(truths: list[Truth]) -> Truth:
    """Kleene AND: one False settles it; otherwise one unknown leaves it open."""
    if any(truth is False for truth in truths):
        return False
    return None if any(truth is None for truth in truths) else True


def any_of(truths: list[Truth]) -> Truth:
    """Kleene OR: one True settles it; otherwise one unknown leaves it open."""
    if any(truth is True for truth in truths):
        return True
    return None if any(truth is None for truth in truths) else False


def negate(truth: Truth) -> Truth:
    """Kleene NOT."""
    return None if truth is None else not truth


def weakest(*grades: Confidence) -> Confidence:
    """The lowest of several confidences; high when none is given."""
    for grade in (Confidence.LOW, Confidence.MEDIUM):
        if grade in grades:
            return grade
    return Confidence.HIGH
