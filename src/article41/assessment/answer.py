"""An answer to one of the law's questions."""

from __future__ import annotations

from typing import NamedTuple

from article41.assessment.transaction import Stated
from article41.regime.silence import Silence
from article41.types import Truth


class Answer(NamedTuple):
    """Its truth, the value it rests on, and the field that holds it.

    `assumed`: silence was read as "no", the fact being one to check or one to claim.
    """

    truth: Truth
    value: str
    field: str
    assumed: bool = False


def said(value: Stated, silence: Silence, field: str) -> Answer:
    """A stated yes, no or unknown; silence read as the predicate declares."""
    if value == "unknown":
        return Answer(None, "stated as unknown", field)
    if value is None:
        if silence is Silence.OPEN:
            return Answer(None, "not stated", field)
        return Answer(False, "not stated", field, assumed=True)
    return Answer(bool(value), "yes" if value else "no", field)
