"""Positions told with no verb of saying: `for Moscow, ...`, `in his words`, `Beijing's message was that`."""

from __future__ import annotations

from article41.reader.actor import Actor
from article41.reader.gaps import coordinated
from article41.reader.gazetteer import words
from article41.reader.subjects import Frame
from article41.reader.tokens import Token
from article41.reader.verbs import Verb

_OPINION = words("subjects_opinion")
_OWNED = words("subjects_owned")
_LEADS = frozenset(["in", "by", "from", "to"])
_POSSESSIVES = {"his": "he", "her": "she", "its": "it", "their": "they"}
_SPEAKS = frozenset({"person", "unnamed", "institution", "country"})
_OPENING = frozenset([";", "but", "while", "whereas", "and", "yet", "—", "–"])
_IT_IS = (["it", "was"], ["it", "is"], ["it", "remains"])
RULE = "report:opinion"


def opinions(tokens: list[Token], found: list[Actor]) -> list[Frame]:
    """The frames of a sentence in which somebody's view is given without a verb."""
    made: list[Frame] = []
    minds = any(token.low == "whose" for token in tokens)
    for actor in found:
        if tokens[actor.first].quoted or actor.kind not in _SPEAKS:
            continue
        last = (
            (minds and _mind_of(tokens, actor))
            or _for_whom(tokens, actor)
            or _in_whose_words(tokens, actor)
            or _whose_view(tokens, actor)
        )
        if last:
            made.append(_frame(actor, actor.first, last))
        elif close := _was_blunter(tokens, actor):
            made.append(_frame(actor, actor.first, close))
        elif behind := _position_of(tokens, actor):
            group = tuple(coordinated(tokens, actor, found))
            verb = Verb(actor.first, behind, "say", "according", "opinion")
            made.append(Frame(group, verb, 0, 0, RULE))
    for i in range(len(tokens) - 2):
        low = tokens[i + 1].low
        if tokens[i].low in _LEADS and low in _POSSESSIVES and tokens[i + 2].low in _OPINION:
            made.append(_frame(Actor(i + 1, i + 2, "pronoun", _POSSESSIVES[low]), i, i + 3))
    return made


def _frame(actor: Actor, first: int, last: int) -> Frame:
    return Frame((actor,), Verb(first, last, "say", "according", "opinion"), 0, 0, RULE)


def _low(tokens: list[Token], place: int) -> str:
    return tokens[place].low if 0 <= place < len(tokens) else ""


def _for_whom(tokens: list[Token], actor: Actor) -> int:
    """`For Ms. Mogherini, ...` where a sentence or clause begins."""
    if [_low(tokens, actor.last + n) for n in range(3)] == [",", "for", "whom"]:
        return actor.last + 3
    before = actor.first - 1
    comma = actor.last
    if _low(tokens, comma) in ("of", "at", "from"):  # "For Cai Jian of Fudan University, Beijing should"
        comma = next((n for n in range(comma, comma + 7) if _low(tokens, n) == ","), comma)
    if _low(tokens, before) not in ("for", "to") or _low(tokens, comma) != ",":
        return 0
    return comma if before == 0 or _low(tokens, before - 1) in _OPENING else 0


def _mind_of(tokens: list[Token], actor: Actor) -> int:
    if actor.kind != "person":
        return 0
    return next((n + 4 for n in range(actor.last, actor.last + 9) if _whose_mind(tokens, n)), 0)


def _whose_mind(tokens: list[Token], place: int) -> bool:
    """`, to whose mind sanctions would not help`."""
    ahead = [_low(tokens, place + n) for n in range(4)]
    return ahead[0] == "," and ahead[1] in _LEADS and ahead[2] == "whose" and ahead[3] in _OPINION | {"mind"}


def _in_whose_words(tokens: list[Token], actor: Actor) -> int:
    """`in Washington's eyes`, `in the view of the ministry`."""
    if _low(tokens, actor.last) in ("'s", "'", "’") and _low(tokens, actor.last + 1) in _OPINION:
        return actor.last + 2 if _low(tokens, actor.first - 1) in _LEADS else 0
    lead, article, noun, of = (_low(tokens, actor.first - n) for n in (4, 3, 2, 1))
    led = article in _LEADS or (article == "the" and lead in _LEADS)
    return actor.last if led and noun in _OPINION and of == "of" else 0


def _was_blunter(tokens: list[Token], actor: Actor) -> int:
    """`Haley was blunter: no one ...`: a word on the tone, and then what was said."""
    if actor.kind != "person":
        return 0
    if actor.first <= 1 and not actor.bare and _low(tokens, actor.last) == ":":
        return actor.last  # "Poland's Joanna Wronecka: the sanctions stay"
    if _low(tokens, actor.last) not in ("was", "is"):
        return 0
    for at in range(actor.last + 2, actor.last + 5):
        if _low(tokens, at) == ":":
            return at
    return 0


def _position_of(tokens: list[Token], actor: Actor) -> int:
    """`the position of Germany and Britain is that`."""
    if _low(tokens, actor.last) not in ("is", "was", "remains") or _low(tokens, actor.last + 1) != "that":
        return 0
    before = [_low(tokens, n) for n in range(max(0, actor.first - 6), actor.first)]
    noun = next((n for n in range(len(before) - 1) if before[n] in _OWNED and before[n + 1] == "of"), -1)
    return actor.last + 1 if noun >= 0 else 0


def _whose_view(tokens: list[Token], actor: Actor) -> int:
    """`China's message was that`, `Moscow's answer:`."""
    if _low(tokens, actor.last) not in ("'s", "'", "’"):
        return 0
    for at in range(actor.last + 1, actor.last + 4):
        if _low(tokens, at) in _OWNED:
            follows = _low(tokens, at + 1)
            told = follows in ("is", "was", "remains", "remained") and _low(tokens, at + 2) in (
                "that",
                ":",
                "to",
            )
            thought = follows == "that" and [_low(tokens, actor.first - n) for n in (2, 1)] in _IT_IS
            return at + 1 if follows == ":" or told or thought else 0
    return 0
