"""Everything one sentence states about the law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from article41.reader.ceilings import ceilings
from article41.reader.items import Fact
from article41.reader.law_sentence import LawSentence
from article41.reader.patterns import fact_pattern
from article41.reader.prohibitions import acts, bans, duties
from article41.reader.standing_law import exemptions, mandates, own_sanctions, regimes, triggers
from article41.reader.told_bans import PRESUPPOSED, presupposed, told_bans

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
    yield from told_bans(law)
    yield from presupposed(law)
    if _THE_DUTY.search(law.text):
        yield from (replace(duty, rule=PRESUPPOSED) for duty in duties(law))
    elif not law.proposed:
        yield from duties(law)
    yield from exemptions(law)
    yield from regimes(law)
    yield from own_sanctions(law)
    yield from mandates(law)
