"""What is done to a measure: verbs of change in every form, nominalisations, and nouns of restriction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from article41.reader.gazetteer import DATA, words
from article41.reader.inflection import forms
from article41.reader.patterns import pattern
from article41.reader.segment import Sentence
from article41.reader.tokens import Token
from article41.source import read_yaml

_GAP = 14  # words that may stand between a verb and its particle
_BE = frozenset(["be", "been", "being", "is", "are", "was", "were", "get", "gets", "got", "getting"])
_AUXILIARIES = words("deeds_auxiliaries")
_NOUN_LEADS = words("deeds_noun_leads")
_RESTRICTIONS = words("deeds_restrictions")
_SUBJECTS = words("deeds_subjects")
_AFTER_NOUN = frozenset(["on", "of", "for", "in", "to", "from", "by", ",", "."])
_NOUN_WITH = frozenset(["of", "on", "from", "for", "in", "to", "by"])
_CLAUSE_END = frozenset([".", ";", ":"])


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a word of change, as the lexicon gives it."""

    action: str
    kind: str  # verb, noun, limit, goes
    form: str  # base, s, past, part, ing, noun
    lemma: str
    rest: tuple[str, ...]  # further words
    particle: tuple[str, ...]  # words that follow behind an object
    weak: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """A word of change in a sentence: places of its words, offsets in the text of the sentence."""

    first: int
    last: int
    start: int
    end: int
    action: str
    kind: str
    form: str
    lemma: str
    passive: bool
    weak: bool
    until: int | None = None  # offset of the particle that closes the object


@cache
def _listed() -> dict[str, Any]:
    found: dict[str, Any] = read_yaml((DATA / "deeds.yaml").read_text(encoding="utf-8"), "deeds.yaml")
    return found


def about(lemma: str) -> str | None:
    """The measure that a deed means where it names none: who is sent home is a worker abroad."""
    found: str | None = _listed()["about"].get(lemma)
    return found


@cache
def _lexicon() -> dict[str, list[Form]]:
    listed = _listed()
    found: dict[str, list[Form]] = {}
    weak = set(_parts(listed["weak"]))
    for action, kinds in listed["actions"].items():
        for verb in _parts(kinds.get("verbs", "")):
            _add_verb(found, action, "verb", verb, listed["irregular"], verb in weak)
        for verb in _parts(kinds.get("goes", "")):
            _add_verb(found, action, "goes", verb, listed["irregular"], False)
        for noun in _parts(kinds.get("nouns", "")):
            for one in (noun, noun + "s"):
                found.setdefault(one, []).append(Form(action, "noun", "noun", noun, (), (), False))
    for noun in _parts(listed["limits"]):
        found.setdefault(noun, []).append(Form("impose", "limit", "noun", noun, (), (), True))
    for entries in found.values():
        entries.sort(key=lambda one: (-len(one.particle), -len(one.rest), one.kind == "goes"))
    return found


@cache
def _lexicon_words() -> frozenset[str]:
    """Verbs in their base form: a participle behind one describes its object ("search blacklisted ships")."""
    return frozenset(word for word, entries in _lexicon().items() if any(e.form == "base" for e in entries))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()]


def _add_verb(
    found: dict[str, list[Form]],
    action: str,
    kind: str,
    verb: str,
    irregular: dict[str, list[str]],
    weak: bool,
) -> None:
    body, _, particle = verb.partition(" .. ")
    head, *rest = body.split()
    for name, word in forms(head, irregular).items():
        entry = Form(action, kind, name, verb, tuple(rest), tuple(particle.split()), weak)
        same = [e for e in found.get(word, ()) if e.lemma == verb and e.action == action]
        if not same or name == "part":  # of "banned" (past and participle) the participle stands for both
            found.setdefault(word, []).append(entry)
            for old in same:
                if old.form == "past":
                    found[word].remove(old)


def deeds(sentence: Sentence) -> list[Deed]:
    """The words of change in a sentence, from left to right."""
    tokens, base = sentence.tokens, sentence.start
    found: list[Deed] = []
    lexicon, i = _lexicon(), 0
    while i < len(tokens):
        entries = lexicon.get(tokens[i].low)
        deed = _deed(tokens, i, entries, base) if entries else None
        if deed is None:
            i += 1
            continue
        found.append(deed)
        i = deed.last
    return _apart([*_permissions(sentence.flat), *found])


def _apart(found: list[Deed]) -> list[Deed]:
    """Of deeds in the same words, the longest."""
    kept: list[Deed] = []
    for deed in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or deed.start >= kept[-1].end:
            kept.append(deed)
    return kept


_FORBIDDING = pattern("changes", "forbidding")
_ALLOWING = pattern("changes", "allowing")


def _permissions(text: str) -> Iterator[Deed]:
    """`may no longer be sold`, `could again export`: what is forbidden or allowed by a helping verb."""
    for action, words_of in (("impose", _FORBIDDING), ("lift", _ALLOWING)):
        for match in words_of.finditer(text):
            yield Deed(
                first=0, last=0, start=match.start(), end=match.end(), action=action, kind="modal",
                form="base", lemma=match.group().lower(), passive=False, weak=False,
            )  # fmt: skip


def _deed(tokens: list[Token], i: int, entries: list[Form], base: int) -> Deed | None:
    for entry in entries:
        last = i + 1 + len(entry.rest)
        if entry.rest and any(_low(tokens, i + 1 + n) != word for n, word in enumerate(entry.rest)):
            continue
        close = _particle(tokens, last, entry.particle)
        if close < 0 or not _fits(tokens, i, last, entry):
            continue
        adjective = entry.lemma == "exempt" and entry.form == "base" and _low(tokens, i - 1) in _BE
        return Deed(
            first=i, last=last, start=tokens[i].start - base, end=tokens[last - 1].end - base,
            action=entry.action, kind=entry.kind, form=entry.form, lemma=entry.lemma,
            passive=adjective or (entry.form == "part" and _has_be(tokens, i)), weak=entry.weak,
            until=tokens[close].start - base if entry.particle else None,
        )  # fmt: skip
    return None


def _low(tokens: list[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""


def _particle(tokens: list[Token], start: int, particle: tuple[str, ...]) -> int:
    """Where the words behind the object stand (0 where none is asked for); -1 where they are missing."""
    if not particle:
        return 0
    for at in range(start, min(len(tokens), start + _GAP)):
        if tokens[at].low in _CLAUSE_END:
            return -1
        if all(_low(tokens, at + n) == word for n, word in enumerate(particle)):
            return at
    return -1


def _fits(tokens: list[Token], i: int, last: int, entry: Form) -> bool:
    """Whether the word is what the entry takes it for: a verb, not the noun that looks like it."""
    left, right = _low(tokens, i - 1), _low(tokens, last)
    if entry.kind == "limit":
        return True
    if entry.kind == "noun":
        return left == "an" and right == "to" if entry.lemma == "end" else right in _NOUN_WITH or i > 0
    if entry.kind == "goes":
        return _helped(tokens, i)
    if entry.lemma == "drop" and right in ("from", "to", "by"):
        return False  # "would drop to 3 million": it falls, nobody drops it
    if entry.form == "base":
        return _fits_base(left, right) or (entry.lemma == "exempt" and left in _BE)
    if entry.form == "s":
        return _fits_third(left, right) and (entry.lemma != "sanction" or left in words("deeds_texts"))
    if entry.form in ("past", "part") and right == "by" and not _has_be(tokens, i):
        return _low(tokens, last + 1)[:1].isdigit() or _low(tokens, last + 1) in words("deeds_shares")
    described = left in _NOUN_LEADS or left in _lexicon_words()
    if entry.form in ("past", "part") and described and not _has_be(tokens, i):
        return right in ("of", "from", "by", "at", "to")  # "the banned goods"
    return True


def _fits_base(left: str, right: str) -> bool:
    if left in _BE:
        return False  # "to be set up"
    return left in _AUXILIARIES or (left not in _NOUN_LEADS and right not in ("of", "on", "in"))


def _fits_third(left: str, right: str) -> bool:
    """`the text bans`, not `the bans on`."""
    if left in _SUBJECTS:
        return left not in ("and", "also") or right not in _AFTER_NOUN
    return left not in _NOUN_LEADS and right not in _AFTER_NOUN


def _helped(tokens: list[Token], i: int) -> bool:
    """`would disappear`, `to fall`: a verb that tells what becomes of its subject."""
    return any(_low(tokens, i - n) in ("would", "will", "to", "should", "must") for n in (1, 2))


def _has_be(tokens: list[Token], i: int) -> bool:
    """Whether a form of `be` stands before the participle, adverbs left out."""
    at = i - 1
    while at >= 0 and i - at < 6:
        low = tokens[at].low
        if low in _BE:
            return True
        if not (low.endswith("ly") or low in _AUXILIARIES):
            return False
        at -= 1
    return False


def restricts(word: str) -> bool:
    """Whether a noun names a restriction (`ban`, `rule`, `measures`), not what is restricted."""
    return word in _RESTRICTIONS
