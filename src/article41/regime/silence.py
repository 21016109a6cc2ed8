"""What silence means for a fact or a predicate of the law."""

from __future__ import annotations

from enum import StrEnum


class Silence(StrEnum):
    """What it means when a fact is not stated.

    `open`: it is not known. `claimed`: a helpful circumstance, which holds only when stated. `check`: an
    adverse circumstance taken as absent, which the answer then names as a check to make.
    """

    OPEN = "open"
    CLAIMED = "claimed"
    CHECK = "check"
