"""An answer to one of the law's questions."""

from __future__ import annotations

from typing import NamedTuple

from article41.types import Truth


class Answer(NamedTuple):
    """Its truth, the value it rests on, and the field that holds it.

    `assumed`: silence was read as "no", the fact being one to check or one to claim.
    """

    truth: Truth
    value: str
    field: str
    assumed: bool = False
