"""Whether each thing the goods may be belongs to a set, and what follows for the goods."""

from __future__ import annotations

from article41.goods.hs import Nomenclature, pretty
from article41.goods.reading import Candidate, Membership
from article41.goods.sets import GoodsSet, Verdict
from article41.types import Basis, Confidence, Truth, weakest


def judge(candidate: Candidate, goods_set: GoodsSet, hs: Nomenclature) -> Membership:
    """Whether one candidate belongs to a set.

    A stated code rules where the resolution wrote the codes. Elsewhere the codes are an
    indication, and words that contradict them leave the question open.
    """
    verdict = _by_codes(candidate, goods_set, hs)
    name = goods_set.id
    if name in candidate.asserted or name in candidate.denied:
        says = name in candidate.asserted
        settled = bool(goods_set.ranges) and not (goods_set.open_ended and verdict.truth is False)
        against = candidate.stated and settled and verdict.truth is (not says)
        # words that fit the code pick among the goods under it: of those under 8703, an ambulance
        picked = not says and not goods_set.written
        if picked or not against:
            return _by_words(candidate, goods_set, says)
        if not goods_set.written:
            how = f"{candidate.how}: the words and the code point different ways for {name}"
            return Membership(truth=None, how=how, source=goods_set.source)
    elif name in candidate.unsure:
        decided = candidate.stated and verdict.truth is not None
        if not decided or (goods_set.open_ended and not verdict.truth):
            return _left_open(candidate, goods_set)
    return _membership(candidate, verdict)


def combine(answers: list[Membership]) -> Membership:
    """One answer from those of all candidates: what they agree on, else not known."""
    if len(answers) == 1:
        return answers[0]
    truths = {answer.truth for answer in answers}
    hows = list(dict.fromkeys(answer.how for answer in answers))
    if len(truths) == 1:
        grade = weakest(*(answer.confidence for answer in answers))
        last = next(answer for answer in answers if answer.confidence is grade)
        return Membership(
            truth=last.truth,
            how="; ".join(hows[:3]),
            basis=last.basis,
            confidence=grade,
            source=last.source,
        )
    labels: dict[Truth, str] = {True: "yes", False: "no", None: "not known"}
    parts = dict.fromkeys(f"{labels[answer.truth]}, as {answer.how}" for answer in answers)
    how = "the readings differ: " + "; ".join(list(parts)[:4])
    return Membership(truth=None, how=how, basis=answers[0].basis, source=answers[0].source)


def _by_codes(candidate: Candidate, goods_set: GoodsSet, hs: Nomenclature) -> Verdict:
    if not candidate.known:
        return Verdict(truth=None, how="give an HS code")
    if not candidate.codes:
        return Verdict(truth=False, how=f"nothing stated names {goods_set.id}")
    verdicts = [goods_set.verdict(code, hs) for code in candidate.codes]
    first = next((verdict for verdict in verdicts if verdict.truth is None), verdicts[0])
    if len({verdict.truth for verdict in verdicts}) == 1:
        grade = weakest(*(verdict.confidence for verdict in verdicts))
        return Verdict(truth=first.truth, how=first.how, ranges=first.ranges, confidence=grade)
    how = first.how if first.truth is None else "some of these codes are in the set, others not"
    return Verdict(truth=None, how=how, ranges=first.ranges)


def _left_open(candidate: Candidate, goods_set: GoodsSet) -> Membership:
    """Such goods may or may not be in the set; where a control list names them, what decides it."""
    name = goods_set.id
    if goods_set.by_specification and candidate.find_out:
        how = f"{candidate.how}: {name} goes by specification; to find out: {candidate.find_out}"
        grade = weakest(goods_set.confidence, candidate.confidence)
        source = candidate.listed_in or goods_set.source
        return Membership(truth=None, how=how, confidence=grade, source=source)
    how = f"{candidate.how}: such goods may or may not be {name}; say more of them"
    return Membership(truth=None, how=how, source=goods_set.source)


def _by_words(candidate: Candidate, goods_set: GoodsSet, says: bool) -> Membership:
    return Membership(
        truth=says,
        how=f"{candidate.how}: such goods are {'' if says else 'not '}{goods_set.id}",
        basis=goods_set.basis,
        confidence=weakest(goods_set.confidence, candidate.confidence),
        source=candidate.listed_in
        if goods_set.by_specification and candidate.listed_in
        else goods_set.source,
    )


def _membership(candidate: Candidate, verdict: Verdict) -> Membership:
    best = verdict.ranges[0] if verdict.ranges else None
    # a code that only the lexicon supplied is our reading of the words: never more than medium
    grade = verdict.confidence
    if not candidate.stated:
        grade = weakest(grade, Confidence.MEDIUM, candidate.confidence)
    plain = candidate.codes and candidate.how == f"HS {pretty(candidate.codes[0])}"
    prefix = "" if plain else f"{candidate.how}: "
    return Membership(
        truth=verdict.truth,
        how=prefix + verdict.how,
        basis=best.basis if best else Basis.EDITORIAL,
        confidence=grade,
        source=best.source if best else "",
    )
