"""Stated positions as the Council's outlook takes them."""

from __future__ import annotations

from article41.council.stance import Stance


def stances() -> tuple[Stance, ...]:
    """Every stated position in the record."""
    return ()
