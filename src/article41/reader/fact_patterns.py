"""The words by which a sentence states law: caps, bans, duties, exemptions, triggers, mandates."""

from __future__ import annotations

import re

from article41.reader.gazetteer import words
from article41.reader.patterns import pattern

CAP = pattern("facts", "cap")
BAN = pattern("facts", "ban")
ANSWERED = re.compile(
    r"\b(?:for|after|over|following|since|answers?|answering)"
    r" (?:the|its|a|an|their|[\w'’]+s) (?:[\w-]+ ){0,3}$"
)
DUTY = pattern("facts", "duty")
DUTIES = frozenset(
    {"overseas-workers", "cargo-inspection", "joint-ventures", "asset-freeze", "maritime-measures"}
)
EXEMPT = pattern("facts", "exempt")
TRIGGER = pattern("facts", "trigger")
TRIGGERED = pattern("facts", "triggered")
REGIME = pattern("facts", "regime")
COUNT = pattern("facts", "count")
COUNT_OF_ALL = pattern("facts", "count_of_all")
MANDATE = pattern("facts", "mandate")
PROPOSED = pattern("facts", "proposed")
SAYS_LAW = re.compile(r"\b(?:[Rr]esolutions?|Council|UN|U․N․|United Nations|sanctions)")
EXPORTS = words("sentence_facts_exports")
NOT_BANNED = words("sentence_facts_not_banned")
IN_FORCE = pattern("facts", "in_force")
NUMBERS = {
    w: n
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
}
