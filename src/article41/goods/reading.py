"""What stated goods may be, and whether each of these readings belongs to a set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from article41.errors import GoodsError
from article41.goods.hs import HsCode, pretty
from article41.goods.senses import Good, Sense
from article41.types import Basis, Confidence, Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Whether goods belong to a set: yes, no or not known; why; on whose reading, how sure."""

    truth: Truth
    how: str
    basis: Basis = Basis.EDITORIAL
    confidence: Confidence = Confidence.LOW
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One thing the stated goods may be.

    `codes`: the good has one of these. `stated` says that the user gave the HS code, which then
    weighs more than the words. A candidate that is not `known` belongs anywhere or nowhere. For
    `listed_in`, `find_out` and `confidence` see `Sense`.
    """

    codes: tuple[str, ...]
    how: str
    asserted: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    stated: bool = False
    known: bool = True
    listed_in: str = ""
    find_out: str = ""
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Goods as stated, and everything they may be. Made by `GoodsCatalogue.read`.

    `known` is False when neither a code nor a known word says what the goods are; `several` when the
    words list goods beside each other; `narrowed_to` is the one code supposed of several (see
    `each_code`). Use a reading only with the catalogue that made it: it keeps that catalogue's answers.
    """

    words: str | None
    hs: HsCode | None
    declared: frozenset[str]
    candidates: tuple[Candidate, ...]
    known: bool
    note: str = ""
    several: bool = False
    narrowed_to: str = ""
    _answers: dict[str, Membership] = field(default_factory=dict, compare=False, repr=False)
    _narrowed: list[tuple[Reading, ...]] = field(default_factory=list, compare=False, repr=False)

    @property
    def how(self) -> str:
        """How the statement was read: "'diesel' read as HS 2710.19"."""
        hows = dict.fromkeys(one.how for one in self.candidates)
        return "; ".join([*hows, *([self.note] if self.note else [])]) or "nothing says what the goods are"

    @property
    def codes(self) -> tuple[str, ...]:
        """Every HS code the goods may have."""
        return tuple(dict.fromkeys(code for one in self.candidates for code in one.codes))

    @property
    def find_out(self) -> str:
        """What decides whether a control list names the goods; empty where none is known to."""
        return "; or ".join(dict.fromkeys(one.find_out for one in self.candidates if one.find_out))

    def each_code(self) -> tuple[Reading, ...]:
        """One reading for each thing and code the goods may be; empty where that is not known. Made once."""
        if not self._narrowed:
            known = all(one.known and one.codes for one in self.candidates)
            self._narrowed.append(tuple(self._each_code()) if known else ())
        return self._narrowed[0]

    def _each_code(self) -> Iterator[Reading]:
        for place, one in enumerate(self.candidates):
            for code in one.codes:
                yield replace(
                    self,
                    candidates=(replace(one, codes=(code,)),),
                    narrowed_to=f"{place}.{code}",
                    _answers={},
                    _narrowed=[],
                )


def candidates_of(goods: tuple[Good, ...], hs: HsCode | None) -> tuple[tuple[Candidate, ...], str]:
    """The candidates for stated words and code, and a note on what was passed over.

    Words beside a code pick among the goods under it. Words that are usually under another code
    only say what they assert; GoodsError when they flatly contradict the code.
    """
    if hs is None:
        return tuple(one for good in goods for one in _from_words(good)), ""
    bare = Candidate(codes=(hs.digits,), how=f"HS {hs}", stated=True)
    if not goods:
        return (bare,), ""
    doubts = frozenset(name for good in goods for name in good.doubts)
    if any(not good.senses for good in goods):
        unknown = next(good.text for good in goods if not good.senses)
        note = f"{unknown!r} is not in the lexicon; read by HS {hs} alone"
        return (replace(bare, unsure=doubts),), note
    senses = [sense for good in goods for sense in good.senses]
    found = tuple(one for sense in senses if (one := _refined(sense, hs, doubts)))
    if found:
        return found, _strangers(goods, hs)
    note = _mismatch(goods, senses, hs)
    return (_beside(bare, senses, doubts),), note


def _beside(bare: Candidate, senses: list[Sense], doubts: frozenset[str]) -> Candidate:
    """A stated code beside words that are usually under another: what they say of the sets still counts."""
    first = senses[0]
    asserted = frozenset.intersection(*(sense.asserted for sense in senses))
    unsure = frozenset(name for sense in senses for name in sense.unsure | sense.asserted) - asserted
    return replace(
        bare,
        how=f"{bare.how} and {first.phrase!r}",
        asserted=asserted,
        unsure=doubts | (unsure if first.find_out else frozenset()),
        listed_in=first.listed_in,
        find_out=first.find_out,
        confidence=first.confidence,
    )


def _from_words(good: Good) -> list[Candidate]:
    if not good.senses:
        how = f"{good.text!r} is not in the lexicon"
        return [Candidate(codes=(), how=how, known=False)]
    return [
        Candidate(
            codes=sense.codes,
            how=_label(sense, sense.codes),
            asserted=sense.asserted,
            denied=sense.denied,
            unsure=sense.unsure | good.doubts,
            known=not sense.anything,
            listed_in=sense.listed_in,
            find_out=sense.find_out or (f"what {good.strange!r} means" if good.strange else ""),
            confidence=sense.confidence,
        )
        for sense in good.senses
    ]


def _refined(sense: Sense, hs: HsCode, doubts: frozenset[str]) -> Candidate | None:
    """The sense as far as it agrees with the stated code; the longer code of the two counts."""
    longer = [max(code, hs.digits, key=len) for code in sense.codes if _agree(code, hs.digits)]
    if sense.codes and not longer:
        return None
    return Candidate(
        codes=tuple(dict.fromkeys(longer)) or (hs.digits,),
        how=f"HS {hs} and {sense.phrase!r}",
        asserted=sense.asserted,
        denied=sense.denied,
        unsure=sense.unsure | doubts,
        stated=True,
        listed_in=sense.listed_in,
        find_out=sense.find_out,
        confidence=sense.confidence,
    )


def _strangers(goods: tuple[Good, ...], hs: HsCode) -> str:
    """A note on listed goods that do not come under the code that the others fit."""
    strange = [
        repr(good.text)
        for good in goods
        if not any(_refined(sense, hs, good.doubts) for sense in good.senses)
    ]
    return f"not under HS {hs}, state on its own: {', '.join(strange)}" if strange else ""


_NEIGHBOURS = 5
"""Chapters so near each other are mixed up in good faith: X-ray equipment under 85 and not 90."""


def _mismatch(goods: tuple[Good, ...], senses: list[Sense], hs: HsCode) -> str:
    """A note on words that do not fit the code; GoodsError when they flatly contradict it."""
    chapters = sorted({code[:2] for sense in senses for code in sense.codes})
    text = ", ".join(good.text for good in goods)
    stated = int(hs.digits[:2])
    far = all(abs(stated - int(chapter)) > _NEIGHBOURS for chapter in chapters)
    if far and all(good.exact for good in goods):
        raise GoodsError(
            f"the goods contradict themselves: {text!r} is not in chapter {hs.digits[:2]} of HS {hs}",
            hint=f"{text!r} is looked for in chapter {' or '.join(chapters)}; correct the words or the code",
        )
    return f"{text!r} is usually under another code than HS {hs}; read by the code alone"


def _agree(code: str, stated: str) -> bool:
    return code.startswith(stated) or stated.startswith(code)


def _label(sense: Sense, codes: tuple[str, ...]) -> str:
    if not codes:
        return f"{sense.phrase!r} has no code of its own"
    shown = ", ".join(pretty(code) for code in codes[:4])
    return f"{sense.phrase!r} read as HS {shown}{' and others' if len(codes) > 4 else ''}"
