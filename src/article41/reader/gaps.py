"""What may stand between a speaker and his verb: times, places, asides, others named with him."""

from __future__ import annotations

from article41.reader.actor import Actor
from article41.reader.gazetteer import words
from article41.reader.tokens import Token

PREPOSITIONS = words("subjects_prepositions")


def gap(tokens: list[Token], start: int, end: int) -> bool:
    """Whether only time, place, helping verbs and asides stand between a speaker and a verb."""
    i, adverbs = start, words("adverbs")
    while i < end:
        low = tokens[i].low
        if low in adverbs or low.endswith("ly") or (low in ("who", "which", "that") and i - start <= 1):
            i += 1
        elif low in (",", "(", "-", "–", "—"):
            close = _aside(tokens, i, end)
            if close < 0:
                if i == start and low == ",":
                    i += 1
                    continue
                if i + 1 < end and tokens[i + 1].low in ("who", "which"):
                    i += 2
                    continue
                return False
            i = close + 1
        elif low.endswith("ing"):
            i = past_phrase(tokens, i + 1, end)
        elif low == "and" and i == start and (after := _and_others(tokens, i, end)) > 0:
            i = after
        elif low in PREPOSITIONS or low in ("last", "this", "next", "earlier", "one", "two"):
            i = past_phrase(tokens, i + 1, end)
        else:
            return False
    return True


def _led(tokens: list[Token], actor: Actor) -> bool:
    """`At the United Nations, China and Russia`: a place before those who speak."""
    before = [tokens[n].low for n in (actor.first - 1, actor.first - 2) if n >= 0]
    return bool(before) and (before[0] in _PLACES or (before[0] == "the" and before[-1] in _PLACES))


_PLACES = frozenset(["at", "in", "from", "inside", "outside"])


def _and_others(tokens: list[Token], i: int, end: int) -> int:
    """Past `and 42 other countries`, `and its allies`; 0 where it is something else."""
    for j in range(i + 1, min(end, i + 7)):
        if tokens[j].low in (
            "countries",
            "nations",
            "states",
            "members",
            "allies",
            "partners",
            "others",
            "governments",
        ):
            return j + 1
    return 0


def _aside(tokens: list[Token], i: int, end: int) -> int:
    """Where an aside closes: the next comma, bracket or dash; -1 where it does not."""
    close = {",": ",", "(": ")"}.get(tokens[i].low, tokens[i].low)
    for j in range(i + 1, min(end, i + 30)):
        if tokens[j].low == close:
            return j
    return -1


def past_phrase(tokens: list[Token], i: int, end: int) -> int:
    """Past `at a press briefing in Seoul on Friday`: to the next comma, helping verb or the end."""
    for j in range(i, min(end, i + 16)):
        if tokens[j].low in (",", "(", "–", "—", "-", "and", "but") or tokens[j].low in _HELPING:
            return j
    return end if end - i <= 16 else i


_HELPING = frozenset(
    ["has", "have", "had", "is", "are", "was", "were", "will", "would", "also", "again", "repeatedly", "have"]
)


def coordinated(tokens: list[Token], actor: Actor, found: list[Actor], ahead: bool = False) -> list[Actor]:
    """The phrase with those joined to it by commas and `and`."""
    group = [actor]
    at = found.index(actor)
    steps = found[at + 1 :] if ahead else found[at - 1 :: -1] if at else []
    seen_and = (
        not ahead
        and actor.last < len(tokens)
        and tokens[actor.last].low == "and"
        and (_and_others(tokens, actor.last, len(tokens)) > 0)
    )
    for other in steps:
        left, right = (group[-1], other) if ahead else (other, group[0])
        between = [token.low for token in tokens[left.last : right.first]]
        joined = [
            word for word in between if word not in ("the", "'s", "both", "together", "with", "as", "well")
        ]
        if joined in (["and"], [",", "and"], ["or"], ["along"], ["alongside"]):
            seen_and = True
        elif not (joined == [","] and (seen_and or ahead)):
            break
        if other.kind in ("pronoun", "outlet") or (not ahead and _led(tokens, other)):
            break
        group.insert(len(group) if ahead else 0, other)
    return group if seen_and else [actor]
