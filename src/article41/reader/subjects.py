"""Whose verb it is: finds the subject of a reporting verb across titles, asides and times."""

from __future__ import annotations

from dataclasses import dataclass

from article41.reader.actor import Actor
from article41.reader.gaps import PREPOSITIONS, coordinated, gap
from article41.reader.gazetteer import words
from article41.reader.tokens import Token
from article41.reader.verbs import Verb

MARKS = frozenset({",", "”", '"', "“", "’", "'"})


_TAKES_PERSON = words("subjects_takes_person")


_OBJECT_LEADS = PREPOSITIONS - {"as"} | {
    "since",
    "despite",
    "until",
    "representing",
    "between",
    "toward",
    "towards",
    "than",
    "including",
    "like",
    "and",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """One act of reporting: speakers, verb, and the stretch of the text in which the words stand."""

    subjects: tuple[Actor, ...]
    verb: Verb
    start: int  # offsets of the segment in the text
    end: int
    rule: str
    after: int = 0  # offset behind the verb
    inside: int = -1  # number of the frame in whose words this one stands
    before: bool = False  # the words stand before the verb


def subjects_of(
    tokens: list[Token], verb: Verb, found: list[Actor], raw: list[Frame]
) -> tuple[list[Actor], str]:
    """The subjects of a reporting phrase and the rule that found them; none where it has none."""
    if verb.form == "noun":
        return _of_noun(tokens, verb, found)
    if verb.form == "participle":
        owner = _subject_left(tokens, verb, found) if _with_subject(tokens, verb, found) else []
        if owner:
            return owner, "report:with"
        if raw:
            return list(raw[-1].subjects), "report:participle"
        lead = tokens[verb.first - 1].low if verb.first else ""
        loose = lead in (",", "while") or (
            lead == "and" and any(t.low == "while" for t in tokens[: verb.first])
        )
        return (_sentence_subject(tokens, verb, found), "report:participle-alone") if loose else ([], "")
    if verb.kind != "say" and verb.last < len(tokens) and tokens[verb.last].low == "by":
        agent = [a for a in found if a.first == verb.last + 1 and not tokens[a.first].quoted]
        if agent and _of_meeting(tokens, verb):
            return [], ""
        if agent:
            outlet = agent[0].kind == "outlet"
            return (
                ([], "") if outlet else (coordinated(tokens, agent[0], found, ahead=True), "report:passive")
            )
    if after := _inverted(tokens, verb, found):
        return after, "report:inverted"
    left = _through_whom(tokens, verb, _subject_left(tokens, verb, found), found)
    return (left, "report:verb") if left else _elsewhere(tokens, verb, found, raw)


def _of_noun(tokens: list[Token], verb: Verb, found: list[Actor]) -> tuple[list[Actor], str]:
    if not verb.words.endswith(" by"):
        return _owner(tokens, verb, found), "report:noun"
    agent = [a for a in found if a.first == verb.last and not tokens[a.first].quoted and a.kind != "outlet"]
    return (coordinated(tokens, agent[0], found, ahead=True), "report:noun-by") if agent else ([], "")


def _inverted(tokens: list[Token], verb: Verb, found: list[Actor]) -> list[Actor]:
    """Who stands behind the verb: `..., said Price`."""
    before = tokens[verb.first - 1] if verb.first else None
    if verb.kind != "say" or verb.bare or verb.form != "finite":
        return []
    first = verb.last + (1 if verb.last < len(tokens) and tokens[verb.last].low in _POSSESSIVES else 0)
    right = [
        a
        for a in found
        if a.first in (verb.last, first) and not tokens[a.first].quoted and a.kind != "outlet"
    ]
    if not right or not (before is None or before.quoted or before.low in MARKS):
        return []
    behind = tokens[right[0].last].low if right[0].last < len(tokens) else "."
    if behind not in _AFTER_SPEAKER and not (before is not None and before.quoted):
        return []
    return coordinated(tokens, right[0], found, ahead=True)


def _through_whom(tokens: list[Token], verb: Verb, subjects: list[Actor], found: list[Actor]) -> list[Actor]:
    """`Seoul maintained through its spokesman Noh Kyu-duk that`: who speaks is the one named."""
    if len(subjects) != 1 or subjects[0].kind not in ("country", "institution"):
        return subjects
    reach = verb.last + 6
    named = [
        actor
        for actor in found
        if actor.kind == "person"
        and subjects[0].last < actor.first <= reach
        and any(token.low == "through" for token in tokens[max(0, actor.first - 3) : actor.first])
    ]
    return named[:1] or subjects


def _of_meeting(tokens: list[Token], verb: Verb) -> bool:
    """`the meeting, requested by the United States`: an act, not words."""
    return any(token.low in _MEETINGS for token in tokens[max(0, verb.first - 4) : verb.first])


_MEETINGS = frozenset(["meeting", "meetings", "session", "consultations", "vote", "summit", "debate"])
_POSSESSIVES = frozenset(["his", "her", "its", "their"])
_AFTER_SPEAKER = frozenset(
    [",", ".", ";", "and", "of", "on", "in", "at", "after", "last", "this", ":", "(", "during", "late"]
)


def _elsewhere(
    tokens: list[Token], verb: Verb, found: list[Actor], raw: list[Frame]
) -> tuple[list[Actor], str]:
    """Behind the verb (`said Price`), the subject of the verb before, or that of the sentence."""
    before = tokens[verb.first - 1] if verb.first else None
    if raw and _coordinate_verb(tokens, verb, raw[-1]):
        return list(raw[-1].subjects), "report:same-subject"
    if not raw and before is not None and before.low in ("and", "but", "then"):
        return _sentence_subject(tokens, verb, found), "report:sentence-subject"
    return [], ""


def _sentence_subject(tokens: list[Token], verb: Verb, found: list[Actor]) -> list[Actor]:
    """`Pompeo chaired a meeting and told`: the first phrase of the sentence that depends on nothing."""
    for actor in found:
        if actor.last > verb.first or tokens[actor.first].quoted:
            return []
        if not _is_object(tokens, actor, verb) and actor.kind not in ("outlet", "pronoun"):
            follows = tokens[actor.last].low if actor.last < len(tokens) else ""
            return [] if follows in ("'s", "'", "’") else coordinated(tokens, actor, found, ahead=True)
    return []


def _owner(tokens: list[Token], verb: Verb, found: list[Actor]) -> list[Actor]:
    """`China's call for`, `a renewed call by China and Russia for`, `U.S. push to`."""
    for actor in reversed(found):
        if actor.last > verb.first or tokens[actor.first].quoted:
            continue
        between = [token.low for token in tokens[actor.last : verb.first]]
        if len(between) <= 3 and (not between or between[0] in ("'s", "'", "’") or actor.kind == "country"):
            if between and "," in between:
                return []
            return coordinated(tokens, actor, found)
        break
    return []


def _with_subject(tokens: list[Token], verb: Verb, found: list[Actor]) -> bool:
    return any(a.last == verb.first and a.first and tokens[a.first - 1].low == "with" for a in found)


def _subject_left(tokens: list[Token], verb: Verb, found: list[Actor]) -> list[Actor]:
    for actor in reversed(found):
        if actor.last > verb.first or tokens[actor.first].quoted:
            continue
        if verb.first - actor.last > 40:
            break
        if actor.kind == "outlet" or not gap(tokens, actor.last, verb.first):
            continue
        if _is_object(tokens, actor, verb) or _joined_to_object(tokens, actor, verb, found):
            continue
        if _explains(tokens, actor, found):
            continue
        return coordinated(tokens, actor, found)
    return []


def _explains(tokens: list[Token], actor: Actor, found: list[Actor]) -> bool:
    """`Ban Ki-moon, himself a former foreign minister, praised`: an office that tells who he is."""
    if actor.kind != "unnamed" or actor.last >= len(tokens) or tokens[actor.last].low != ",":
        return False
    before = [token.low for token in tokens[max(0, actor.first - 2) : actor.first]]
    if before[-1:] != [","] and before[-1:] not in (["himself"], ["herself"], ["now"], ["then"]):
        return False
    return any(other.kind == "person" and 1 <= actor.first - other.last <= 2 for other in found)


def _joined_to_object(tokens: list[Token], actor: Actor, verb: Verb, found: list[Actor]) -> bool:
    """`back from talks between Moon and Kim, ... assured`: neither of the two is the subject."""
    if verb.first == actor.last or not actor.first or tokens[actor.first - 1].low != "and":
        return False
    partner = next((other for other in found if other.last == actor.first - 1), None)
    return partner is not None and _is_object(tokens, partner, verb)


def depends(tokens: list[Token], actor: Actor) -> bool:
    """Whether a phrase hangs on a preposition before it, and so is no subject."""
    return actor.first > 0 and tokens[actor.first - 1].low in _OBJECT_LEADS


def _is_object(tokens: list[Token], actor: Actor, verb: Verb) -> bool:
    """Whether the phrase depends on something before it: `talks with Kim`, `the president of China`."""
    if actor.first == 0:
        return False
    before = tokens[actor.first - 1].low
    if before == "the" and actor.first > 1:
        before = tokens[actor.first - 2].low  # "an economist at the Institute"
    if verb.form == "participle" and before == "with":
        return False
    clause = tokens[actor.last : actor.last + 2]
    if actor.kind != "institution" and [token.low for token in clause] == [",", "who"]:
        return False  # "by Ambassador Li, who had said": the clause is about him
    if before == "and":
        return False
    if before in _TAKES_PERSON and verb.first > actor.last:
        return True  # "accused Moscow of": whom somebody else speaks to
    return before in _OBJECT_LEADS and not (
        before in ("as", "after", "before", "for", "than") and _finite_gap(actor, verb)
    )


def _finite_gap(actor: Actor, verb: Verb) -> bool:
    return actor.last == verb.first


def _coordinate_verb(tokens: list[Token], verb: Verb, previous: Frame) -> bool:
    """`China said ... and urged ...`: a verb without subject of its own goes on with the last one."""
    i = verb.first - 1
    while i > previous.verb.last and (tokens[i].low in words("adverbs") or tokens[i].low.endswith("ly")):
        i -= 1
    return i >= 0 and tokens[i].low in ("and", "but", "or", ",", "then") and not tokens[i].quoted
