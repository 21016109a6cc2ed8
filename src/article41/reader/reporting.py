"""Who says what: ties a reporting verb to its subject and to the words that are said."""

from __future__ import annotations

from article41.reader.actor import Actor
from article41.reader.gazetteer import words
from article41.reader.opinions import opinions
from article41.reader.segment import Sentence
from article41.reader.subjects import MARKS, Frame, subjects_of
from article41.reader.tokens import Token
from article41.reader.verbs import Verb, verbs_in

MAX_VERBS = 24  # in one sentence; a text with more is no news, and each is set beside all others
_CONNECTIVES = frozenset(["while", "but", "whereas", "and", "though", "although", "yet", "as"])


def frames(sentence: Sentence, found: list[Actor]) -> list[Frame]:
    """The frames of one sentence from left to right."""
    tokens = sentence.tokens
    raw: list[Frame] = []
    for verb in verbs_in(tokens)[:MAX_VERBS]:
        if _summons(tokens, verb):
            continue
        subjects, rule = subjects_of(tokens, verb, found, raw)
        if subjects:
            raw.append(Frame(tuple(subjects), verb, 0, 0, rule))
    raw.extend(_according(tokens, found))
    raw.extend(opinions(tokens, found))
    raw.sort(key=lambda frame: frame.verb.first)
    return _bounded(sentence, raw)


def _summons(tokens: list[Token], verb: Verb) -> bool:
    """`called an emergency meeting`: an act, not words."""
    if verb.words not in ("called", "asked", "wrote", "declined", "declines", "requested", "call", "calls"):
        return False
    ahead = [token.low for token in tokens[verb.last : verb.last + 5]]
    return (
        bool(ahead)
        and ahead[0] in ("a", "an", "the", "to")
        and bool(
            {"meeting", "session", "vote", "election", "halt", "summit", "comment", "conference"} & set(ahead)
        )
    )


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
    inside = _nesting(tokens, raw, starts)
    for n, frame in enumerate(raw):
        begin, end = _segment(sentence, raw, starts, inside, n)
        last = min(frame.verb.last, len(tokens) - 1)
        after = tokens[last].start if frame.verb.last < len(tokens) else sentence.end
        before = starts[n] > 0 and (tokens[starts[n] - 1].low in MARKS or tokens[starts[n] - 1].quoted)
        made.append(
            Frame(
                frame.subjects, frame.verb, begin, max(end, begin + 1), frame.rule, after, inside[n], before
            )
        )
    return made


def _nesting(tokens: list[Token], raw: list[Frame], starts: list[int]) -> list[int]:
    """In whose words each frame stands: those of one before it, or of one that trails the sentence."""
    inside = [-1] * len(raw)
    for n in range(1, len(raw)):
        inside[n] = _container(tokens, raw, starts, n)
    for m, frame in enumerate(raw):
        if inside[m] < 0 and _trails(tokens, frame, starts[m]):
            for n in range(m):
                if inside[n] < 0 and raw[n].rule in ("report:verb", "report:noun", "report:passive"):
                    inside[n] = m
    return inside


def _segment(
    sentence: Sentence, raw: list[Frame], starts: list[int], inside: list[int], n: int
) -> tuple[int, int]:
    """Where the words under a verb begin and end."""
    tokens, frame = sentence.tokens, raw[n]
    begin, end = sentence.start, sentence.end
    for m, other in enumerate(raw):
        if m < n and inside[n] != m and inside[m] != n and not _same(other, frame):
            begin = max(begin, tokens[starts[n]].start)
        theirs = other.verb.form == "noun" and frame.verb.kind in ("con", "pro")  # "blocked a U.S. push to"
        if m > n and inside[m] != n and starts[m] > frame.verb.last and inside[m] == inside[n] and not theirs:
            end = min(end, tokens[starts[m]].start)
    if inside[n] < 0 and _trails(tokens, frame, starts[n]):
        begin = sentence.start
    elif n and raw[n - 1].subjects == frame.subjects:
        begin = max(begin, tokens[frame.verb.first].start)
    aside = starts[n] > 0 and tokens[starts[n] - 1].low in ("which", "whom")  # "which the U.S. says is ..."
    if inside[n] >= 0 or aside:
        begin = max(begin, tokens[starts[n]].start)
    return begin, end


def _trails(tokens: list[Token], frame: Frame, start: int) -> bool:
    """`..., a North Korean diplomat said Tuesday`: who speaks stands behind all that is said."""
    rest = tokens[frame.verb.last :]
    left = [token.low for token in rest if token.low not in _TRAILING]
    while rest and rest[0].low in _HEARERS:
        rest = rest[1:]
    if rest and rest[0].low in _OCCASIONS and not any(t.low in (",", "that", ";", ":") for t in rest):
        left = []  # "..., Lavrov said after talks with his counterpart on Tuesday"
    return frame.verb.kind == "say" and start > 0 and tokens[start - 1].low in MARKS and len(left) <= 1


_HEARERS = words("reporting_hearers")
_OCCASIONS = frozenset(["after", "during", "following", "before", "at", "in", "on", "ahead"])
_TRAILING = words("adverbs") | {
    ".",
    "on",
    "in",
    "a",
    "an",
    "the",
    "statement",
    "interview",
    "last",
    "week",
    "month",
}


def _same(one: Frame, other: Frame) -> bool:
    return one.subjects == other.subjects and other.rule in ("report:participle",)


def _opening(tokens: list[Token], frame: Frame) -> int:
    first = min(frame.verb.first, *(actor.first for actor in frame.subjects))
    if frame.rule in ("report:participle", "report:same-subject"):
        first = frame.verb.first
    while first and tokens[first - 1].low in _CONNECTIVES | {"that"} and not tokens[first - 1].quoted:
        first -= 1
    return first


def _between(raw: list[Frame], n: int, m: int) -> bool:
    """`Kim, he told reporters, wanted ...`: frame m stands between the subject and the verb of frame n."""
    subjects = raw[n].subjects
    return (
        bool(subjects)
        and max(a.last for a in subjects) <= min((a.first for a in raw[m].subjects), default=0)
        and raw[m].verb.last <= raw[n].verb.first
        and raw[n].rule == "report:verb"
    )


def _container(tokens: list[Token], raw: list[Frame], starts: list[int], n: int) -> int:
    """The frame in whose words frame n stands; -1 where it stands beside the others."""
    frame = raw[n]
    if _trails(tokens, frame, starts[n]):
        return -1
    if frame.rule in (
        "report:participle",
        "report:same-subject",
        "report:with",
        "report:according",
        "report:opinion",
    ):
        return -1
    for m in range(n - 1, -1, -1):
        other = raw[m]
        if _between(raw, n, m):
            return m
        if other.verb.last > starts[n] or other.rule in ("report:according", "report:opinion"):
            continue
        if any(tokens[at].low == ";" for at in range(other.verb.last, starts[n])):
            return -1
        lead = tokens[starts[n]].low
        before = tokens[starts[n] - 1].low if starts[n] else ""
        if lead in ("while", "but", "whereas", "though", "although") or before in (";", ":"):
            return -1
        if lead == "and" and before == ",":
            return -1
        if other.verb.kind in ("say",) or other.verb.form == "noun":
            return m
    return -1
