"""Goods: HS codes, everyday words, and the named sets the law speaks of."""

from __future__ import annotations

from article41.goods.catalogue import GoodsCatalogue
from article41.goods.check import check_goods
from article41.goods.hs import HsCode, Nomenclature
from article41.goods.load import load_goods
from article41.goods.reading import Candidate, Membership, Reading
from article41.goods.sets import CodeRange, GoodsSet

__all__ = [
    "Candidate",
    "CodeRange",
    "GoodsCatalogue",
    "GoodsSet",
    "HsCode",
    "Membership",
    "Nomenclature",
    "Reading",
    "check_goods",
    "load_goods",
]
