"""Who says what: ties a reporting verb to its subject and to the words that are said."""

from __future__ import annotations

from dataclasses import dataclass

from article41.reader.actors import Actor
from article41.reader.gazetteer import words
from article41.reader.segment import Sentence
from article41.reader.tokens import Token
from article41.reader.verbs import Verb, verbs_in

MAX_VERBS = 24  # in one sentence; a text with more is no news, and each is set beside all others
_PREPOSITIONS = frozenset(
    [
        "in",
        "on",
        "at",
        "during",
        "after",
        "before",
        "from",
        "to",
        "via",
        "with",
        "through",
        "following",
        "for",
        "by",
        "as",
        "of",
        "amid",
        "under",
        "about",
        "alongside",
        "upon",
        "into",
        "within",
        "over",
        "against",
    ]
)
_OBJECT_LEADS = _PREPOSITIONS - {"as"} | {"between", "toward", "towards", "than", "including", "like", "and"}
_CONNECTIVES = frozenset(["while", "but", "whereas", "and", "though", "although", "yet", "as"])
_MARKS = frozenset({",", "”", '"', "“", "’", "'"})
_BARE_SAY = frozenset(
    [
        "said",
        "says",
        "told",
        "added",
        "noted",
        "stressed",
        "explained",
        "argued",
        "stated",
        "declared",
        "remarked",
        "tweeted",
        "wrote",
        "announced",
        "insisted",
        "warned",
        "cautioned",
        "claimed",
        "asserted",
        "emphasized",
        "emphasised",
        "underscored",
        "reiterated",
        "repeated",
        "affirmed",
        "acknowledged",
        "replied",
        "responded",
        "countered",
        "commented",
        "complained",
        "concluded",
        "recalled",
        "observed",
        "posted",
        "read",
        "suggested",
        "went",
    ]
)


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


def frames(sentence: Sentence, found: list[Actor]) -> list[Frame]:
    """The frames of one sentence from left to right."""
    tokens = sentence.tokens
    raw: list[Frame] = []
    for verb in verbs_in(tokens)[:MAX_VERBS]:
        if _summons(tokens, verb):
            continue
        subjects, rule = _subjects(tokens, verb, found, raw)
        if subjects:
            raw.append(Frame(tuple(subjects), verb, 0, 0, rule))
    raw.extend(_according(tokens, found))
    raw.sort(key=lambda frame: frame.verb.first)
    return _bounded(sentence, raw)


def _summons(tokens: list[Token], verb: Verb) -> bool:
    """`called an emergency meeting`: an act, not words."""
    if verb.words not in ("called", "asked", "wrote", "declined", "declines"):
        return False
    ahead = [token.low for token in tokens[verb.last : verb.last + 5]]
    return (
        bool(ahead)
        and ahead[0] in ("a", "an", "the", "to")
        and bool(
            {"meeting", "session", "vote", "election", "halt", "summit", "comment", "conference"} & set(ahead)
        )
    )


def _subjects(
    tokens: list[Token], verb: Verb, found: list[Actor], raw: list[Frame]
) -> tuple[list[Actor], str]:
    if verb.form == "noun" and verb.words.endswith(" by"):
        agent = [
            a for a in found if a.first == verb.last and not tokens[a.first].quoted and a.kind != "outlet"
        ]
        return (_coordinated(tokens, agent[0], found, ahead=True), "report:noun-by") if agent else ([], "")
    if verb.form == "noun":
        return _owner(tokens, verb, found), "report:noun"
    if verb.form == "participle":
        owner = _subject_left(tokens, verb, found) if _with_subject(tokens, verb, found) else []
        if owner:
            return owner, "report:with"
        return (list(raw[-1].subjects), "report:participle") if raw else ([], "")
    if verb.last < len(tokens) and tokens[verb.last].low == "by" and verb.kind != "say":
        agent = [a for a in found if a.first == verb.last + 1 and not tokens[a.first].quoted]
        if agent and agent[0].kind == "outlet":
            return [], ""
        if agent:
            return _coordinated(tokens, agent[0], found, ahead=True), "report:passive"
    left = _subject_left(tokens, verb, found)
    if left:
        return left, "report:verb"
    if verb.kind == "say" and verb.words.split()[0] in _BARE_SAY:
        right = [a for a in found if a.first == verb.last and not tokens[a.first].quoted]
        before = tokens[verb.first - 1] if verb.first else None
        if right and (before is None or before.quoted or before.low in _MARKS):
            return _coordinated(tokens, right[0], found, ahead=True), "report:inverted"
    if raw and _coordinate_verb(tokens, verb, raw[-1]):
        return list(raw[-1].subjects), "report:same-subject"
    if not raw and tokens[verb.first - 1].low in ("and", "but", "then") and verb.first:
        return _sentence_subject(tokens, verb, found), "report:sentence-subject"
    return [], ""


def _sentence_subject(tokens: list[Token], verb: Verb, found: list[Actor]) -> list[Actor]:
    """`Pompeo chaired a meeting and told`: the first phrase of the sentence that depends on nothing."""
    for actor in found:
        if actor.last > verb.first or tokens[actor.first].quoted:
            return []
        if not _is_object(tokens, actor, verb) and actor.kind not in ("outlet", "pronoun"):
            follows = tokens[actor.last].low if actor.last < len(tokens) else ""
            return [] if follows in ("'s", "'", "’") else _coordinated(tokens, actor, found)
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
            return _coordinated(tokens, actor, found)
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
        if actor.kind == "outlet" or not _gap(tokens, actor.last, verb.first):
            continue
        if _is_object(tokens, actor, verb):
            continue
        return _coordinated(tokens, actor, found)
    return []


def _is_object(tokens: list[Token], actor: Actor, verb: Verb) -> bool:
    """Whether the phrase depends on something before it: `talks with Kim`, `the president of China`."""
    if actor.first == 0:
        return False
    before = tokens[actor.first - 1].low
    if verb.form == "participle" and before == "with":
        return False
    if before == "and":
        return False
    return before in _OBJECT_LEADS and not (
        before in ("as", "after", "before", "for", "than") and _finite_gap(actor, verb)
    )


def _finite_gap(actor: Actor, verb: Verb) -> bool:
    return actor.last == verb.first


def _gap(tokens: list[Token], start: int, end: int) -> bool:
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
        elif low == "and" and i == start and (after := _and_others(tokens, i, end)) > 0:
            i = after
        elif low in _PREPOSITIONS or low in ("last", "this", "next", "earlier", "one", "two"):
            i = _past_phrase(tokens, i + 1, end)
        else:
            return False
    return True


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


def _past_phrase(tokens: list[Token], i: int, end: int) -> int:
    """Past `at a press briefing in Seoul on Friday`: to the next comma, helping verb or the end."""
    for j in range(i, min(end, i + 16)):
        if tokens[j].low in (",", "(", "–", "—", "-", "and", "but") or tokens[j].low in _HELPING:
            return j
    return end if end - i <= 16 else i


_HELPING = frozenset(
    ["has", "have", "had", "is", "are", "was", "were", "will", "would", "also", "again", "repeatedly", "have"]
)


def _coordinated(tokens: list[Token], actor: Actor, found: list[Actor], ahead: bool = False) -> list[Actor]:
    """The phrase with those joined to it by commas and `and`."""
    group = [actor]
    at = found.index(actor)
    steps = found[at + 1 :] if ahead else found[at - 1 :: -1] if at else []
    seen_and = False
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
        if other.kind in ("pronoun", "outlet"):
            break
        group.insert(len(group) if ahead else 0, other)
    return group if seen_and else [actor]


def _coordinate_verb(tokens: list[Token], verb: Verb, previous: Frame) -> bool:
    """`China said ... and urged ...`: a verb without subject of its own goes on with the last one."""
    i = verb.first - 1
    while i > previous.verb.last and (tokens[i].low in words("adverbs") or tokens[i].low.endswith("ly")):
        i -= 1
    return i >= 0 and tokens[i].low in ("and", "but", "or", ",", "then") and not tokens[i].quoted


def _according(tokens: list[Token], found: list[Actor]) -> list[Frame]:
    made: list[Frame] = []
    for i in range(len(tokens) - 2):
        if tokens[i].low == "according" and tokens[i + 1].low == "to" and not tokens[i].quoted:
            for actor in found:
                if i + 2 <= actor.first <= i + 3 and actor.kind != "outlet":
                    verb = Verb(i, i + 2, "say", "according", "according to")
                    made.append(Frame((actor,), verb, 0, 0, "report:according"))
                    break
    return made


def _bounded(sentence: Sentence, raw: list[Frame]) -> list[Frame]:
    """Gives each frame its segment, and says which stands inside the words of another."""
    tokens, made = sentence.tokens, []
    starts = [_opening(tokens, frame) for frame in raw]
    inside = [-1] * len(raw)
    for n in range(1, len(raw)):
        inside[n] = _container(tokens, raw, starts, n)
    for n, frame in enumerate(raw):
        begin, end = sentence.start, sentence.end
        for m, other in enumerate(raw):
            if m < n and inside[n] != m and inside[m] != n and not _same(other, frame):
                begin = max(begin, tokens[starts[n]].start)
            if m > n and inside[m] != n and starts[m] > frame.verb.last and inside[m] == inside[n]:
                end = min(end, tokens[starts[m]].start)
        if n and raw[n - 1].subjects == frame.subjects:
            begin = max(begin, tokens[frame.verb.first].start)
        if inside[n] >= 0:
            begin = max(begin, tokens[starts[n]].start)
        last = min(frame.verb.last, len(tokens) - 1)
        after = tokens[last].start if frame.verb.last < len(tokens) else sentence.end
        before = starts[n] > 0 and (tokens[starts[n] - 1].low in _MARKS or tokens[starts[n] - 1].quoted)
        made.append(
            Frame(
                frame.subjects, frame.verb, begin, max(end, begin + 1), frame.rule, after, inside[n], before
            )
        )
    return made


def _same(one: Frame, other: Frame) -> bool:
    return one.subjects == other.subjects and other.rule in ("report:participle",)


def _opening(tokens: list[Token], frame: Frame) -> int:
    first = min(frame.verb.first, *(actor.first for actor in frame.subjects))
    if frame.rule in ("report:participle", "report:same-subject"):
        first = frame.verb.first
    while first and tokens[first - 1].low in _CONNECTIVES | {"that"} and not tokens[first - 1].quoted:
        first -= 1
    return first


def _container(tokens: list[Token], raw: list[Frame], starts: list[int], n: int) -> int:
    """The frame in whose words frame n stands; -1 where it stands beside the others."""
    frame = raw[n]
    if frame.rule in ("report:participle", "report:same-subject", "report:with", "report:according"):
        return -1
    for m in range(n - 1, -1, -1):
        other = raw[m]
        if other.verb.last > starts[n] or other.rule == "report:according":
            continue
        lead = tokens[starts[n]].low
        before = tokens[starts[n] - 1].low if starts[n] else ""
        if lead in ("while", "but", "whereas", "though", "although") or before in (";", ":"):
            return -1
        if lead == "and" and before == ",":
            return -1
        if other.verb.kind in ("say",) or other.verb.form == "noun":
            return m
    return -1
