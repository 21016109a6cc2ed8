"""Problems of the goods data itself, listed rather than raised."""

from __future__ import annotations

from collections.abc import Iterator

from article41.errors import LawError
from article41.goods.catalogue import GoodsCatalogue
from article41.goods.compounds import Change
from article41.goods.sets import CodeRange, GoodsSet


def check_goods(catalogue: GoodsCatalogue) -> list[LawError]:
    """Every dangling set name, absent heading, overlap and contradiction in the goods data."""
    errors = [*_check_lexicon(catalogue), *_check_compounds(catalogue)]
    for goods_set in catalogue.sets.values():
        errors += _check_set(catalogue, goods_set)
    return errors


def _check_set(catalogue: GoodsCatalogue, goods_set: GoodsSet) -> Iterator[LawError]:
    for part in goods_set.includes:
        if part not in catalogue.sets:
            yield LawError(f"{goods_set.id} includes unknown set {part!r}", where=goods_set.where)
        elif goods_set.id in catalogue.sets[part].includes or part == goods_set.id:
            yield LawError(f"{goods_set.id} and {part} include each other", where=goods_set.where)
    for other in goods_set.apart:
        if other not in catalogue.sets:
            yield LawError(f"{goods_set.id} is apart from unknown set {other!r}", where=goods_set.where)
    if not goods_set.ranges and not goods_set.open_ended and not goods_set.includes:
        yield LawError(f"{goods_set.id} has no codes", where=goods_set.where, hint="open_ended?")
    for item in goods_set.ranges:
        for code in (item.first, item.last):
            if not _exists(catalogue, code):
                yield LawError(f"{goods_set.id}: no heading {code[:4]}", where=goods_set.where)
    yield from _overlaps(goods_set)


def _overlaps(goods_set: GoodsSet) -> Iterator[LawError]:
    """Two ranges of like weight for the same codes: one of them says nothing."""
    for index, one in enumerate(goods_set.ranges):
        for other in goods_set.ranges[index + 1 :]:
            narrowed = one.partial is not other.partial and len(one.first) != len(other.first)
            if _meet(one, other) and one.confidence is other.confidence and not narrowed:
                yield LawError(f"{goods_set.id}: {one} and {other} overlap", where=goods_set.where)


def _meet(one: CodeRange, other: CodeRange) -> bool:
    size = min(len(one.first), len(other.first))
    return one.first[:size] <= other.last[:size] and other.first[:size] <= one.last[:size]


def _check_lexicon(catalogue: GoodsCatalogue) -> Iterator[LawError]:
    for token, names in catalogue.lexicon.speech.doubts.items():
        for name in sorted(names - set(catalogue.sets)):
            yield LawError(f"doubt {token!r}: unknown set {name!r}", where="speech.yaml")
    seen: set[tuple[tuple[str, ...], str]] = set()
    for key, senses in catalogue.lexicon.phrases.items():
        for sense in senses:
            names = sense.asserted | sense.denied | sense.unsure
            for name in sorted(names - set(catalogue.sets)):
                yield LawError(f"{sense.phrase!r}: unknown set {name!r}", where=sense.where)
            for name in sorted(sense.asserted & (sense.denied | sense.unsure)):
                yield LawError(f"{sense.phrase!r}: {name} marked twice", where=sense.where)
            for code in sense.codes:
                if not _exists(catalogue, code):
                    yield LawError(f"{sense.phrase!r}: no heading {code[:4]}", where=sense.where)
            if (key, sense.where) in seen:
                yield LawError(f"{sense.phrase!r} is twice in one row", where=sense.where)
            seen.add((key, sense.where))


def _check_compounds(catalogue: GoodsCatalogue) -> Iterator[LawError]:
    compounds = catalogue.lexicon.compounds
    for word, rules in (*compounds.before.items(), *compounds.after.items()):
        for rule in rules:
            names = rule.asserted | rule.denied | rule.unsure
            for name in sorted(names - set(catalogue.sets)):
                yield LawError(f"{word!r}: unknown set {name!r}", where=rule.where)
            for code in (*rule.of, *rule.codes):
                if not _exists(catalogue, code):
                    yield LawError(f"{word!r}: no heading {code[:4]}", where=rule.where)
            if rule.change in (Change.MOVE, Change.NARROW) and not rule.codes:
                yield LawError(f"{word!r}: no codes to move to", where=rule.where)


def _exists(catalogue: GoodsCatalogue, code: str) -> bool:
    if len(code) == 2:
        return code in catalogue.nomenclature.chapters
    return catalogue.nomenclature.exists(code[:4])
