"""Everything one sentence states about the law."""

from __future__ import annotations

from collections.abc import Iterator

from article41.reader.ceilings import ceilings
from article41.reader.items import Fact
from article41.reader.law_sentence import LawSentence
from article41.reader.patterns import fact_pattern
from article41.reader.prohibitions import acts, bans, duties
from article41.reader.standing_law import exemptions, mandates, regimes, triggers

_MAY_STATE = fact_pattern("may_state")
_THE_DUTY = fact_pattern("the_duty")


def facts_of(law: LawSentence) -> Iterator[Fact]:
    """The facts of a sentence; what is only proposed is none, but for the duty that a proposal would end."""
    if not law.measures and not law.quantities and not _MAY_STATE.search(law.text):
        return  # most sentences name nothing that law is about
    yield from ceilings(law)
    yield from triggers(law)
    if not law.proposed:
        yield from bans(law)
        yield from acts(law)
    if not law.proposed or _THE_DUTY.search(law.text):
        yield from duties(law)
    yield from exemptions(law)
    yield from regimes(law)
    yield from mandates(law)
