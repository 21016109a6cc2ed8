"""The desk: law and goods loaded once, and the questions one can put to them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from article41.assessment.assess import assess, assessed_day, moved
from article41.assessment.finding import Assessment
from article41.assessment.read import parse_transactions, read_transactions
from article41.assessment.transaction import Transaction
from article41.chronicle.load import Chronicle, load_chronicle
from article41.errors import (
    Article41Error,
    FactsError,
    LawError,
    LawErrors,
    SourceError,
    UnknownNameError,
)
from article41.goods import GoodsCatalogue, check_goods, load_goods
from article41.regime.check import Coverage, check_law, coverage
from article41.regime.diff import RegimeChange, diff
from article41.regime.fold import suppose
from article41.regime.instrument import Paragraph, Resolution
from article41.regime.law import Law, load_law
from article41.regime.load import load_resolution, parse_resolution
from article41.regime.regime import Regime
from article41.service.answers import Answer, Replayed, WhatIf
from article41.service.tallies import RecordTallies, may_need

if TYPE_CHECKING:
    from article41.service.screened import PartyMatch
    from article41.service.screening import Screener


class Desk:
    """Answers questions from one law, one goods catalogue and one record. Loads each when first needed."""

    def __init__(
        self,
        law: Law | None = None,
        goods: GoodsCatalogue | None = None,
        chronicle: Chronicle | None = None,
    ) -> None:
        self._law = law
        self._goods = goods
        self._chronicle = chronicle

    @cached_property
    def law(self) -> Law:
        """The law, loaded once. Raises LawErrors."""
        return self._law or load_law()

    @cached_property
    def goods(self) -> GoodsCatalogue:
        """The goods catalogue, loaded once. Raises LawError."""
        return self._goods or load_goods()

    @cached_property
    def screener(self) -> Screener:
        """Screening against the list of the 1718 Committee, and no other."""
        from article41.service.screening import Screener, committee_list

        return Screener(committee_list())

    @cached_property
    def tallies(self) -> RecordTallies:
        """Tallies of caps from the record of deliveries. Raises SourceError."""
        return RecordTallies(self.law, self._chronicle or load_chronicle())

    def assess(self, tx: Transaction, *, on: date | None = None, known_on: date | None = None) -> Assessment:
        """The answer to one transaction; a tally it does not state comes from the record, if it is there.

        Raises FactsError.
        """
        facts = self._with_tallies(tx, on, known_on)
        return assess(facts, law=self.law, goods=self.goods, on=on, known_on=known_on)

    def _with_tallies(self, tx: Transaction, on: date | None, known_on: date | None = None) -> Transaction:
        day = assessed_day(moved(tx, on) if on is not None else tx)[0]
        if day is None or not may_need(tx, day):
            return tx
        return self.tallies.added(tx, day, known_on)

    def assess_screened(
        self, tx: Transaction, *, on: date | None = None, known_on: date | None = None
    ) -> tuple[Assessment, tuple[PartyMatch, ...]]:
        """The answer to one transaction whose parties and ships are screened first. Raises FactsError.

        They are held against who was listed on the day of conduct, as far as it was known then.
        """
        if not any(party.name for party in tx.parties) and not any(
            ship.name or ship.imo for ship in tx.ships
        ):
            return self.assess(tx, on=on, known_on=known_on), ()
        from article41.service.screened import screen_transaction, with_evidence

        day = on or assessed_day(tx)[0]
        if day is not None and known_on is not None:
            day = min(day, known_on)
        screened = screen_transaction(tx, self.screener, day)
        answer = self.assess(screened.tx, on=on, known_on=known_on)
        return with_evidence(answer, screened), screened.found

    def assess_all(
        self,
        source: str,
        *,
        on: date | None = None,
        known_on: date | None = None,
        screen: bool = False,
    ) -> Iterator[Answer]:
        """Answers to the transactions of a file, a folder, or standard input ("-")."""
        for label, found in self._transactions(source):
            if isinstance(found, Article41Error):
                yield Answer(source=label, error=found)
                continue
            try:
                if screen:
                    answer, matches = self.assess_screened(found, on=on, known_on=known_on)
                    yield Answer(source=label, assessment=answer, screened=matches)
                else:
                    yield Answer(source=label, assessment=self.assess(found, on=on, known_on=known_on))
            except FactsError as error:
                error.where = error.where or label
                yield Answer(source=label, error=error)

    def regime(self, on: date, known_on: date | None = None) -> Regime:
        """The regime of a day."""
        return self.law.regime(on, known_on)

    def compare(self, one: date, other: date, known_on: date | None = None) -> tuple[RegimeChange, ...]:
        """What changed from one day to another."""
        return diff(self.law.regime(one, known_on), self.law.regime(other, known_on))

    def paragraph(self, ref: str) -> tuple[Resolution, Paragraph]:
        """A paragraph by reference. Raises UnknownNameError."""
        return self.law.paragraph(ref)

    def draft(self, name: str) -> Resolution:
        """A draft by id, from a file of one's own, or from standard input ("-").

        Raises UnknownNameError, LawError, SourceError.
        """
        if name == "-":
            return parse_resolution(_standard_input(), "<stdin>")
        path = Path(name)
        if path.suffix in (".yaml", ".yml"):
            return load_resolution(path)
        return self.law.text(name)

    def what_if(
        self, name: str, adopted: date, replay: str | None = None, *, on: date | None = None
    ) -> WhatIf:
        """What a draft would change if adopted that day; `replay` re-assesses saved transactions.

        Transactions of an earlier day are asked as if they happened on the day of adoption, since a
        draft cannot change the past; `on` names another day. Raises UnknownNameError for no draft.
        """
        text = self.draft(name)
        if text.status == "adopted":
            raise UnknownNameError(
                f"{text.symbol} is no draft: it was adopted on {text.adopted}",
                hint="for what it changed: article41 regime diff with the day before and the day",
            )
        draft = suppose(text, adopted)
        day = on or adopted
        changes = diff(self.law.regime(day), self.law.regime(day, drafts=(draft,)))
        rows = list(self._replayed(draft, adopted, replay, on)) if replay else []
        return WhatIf(
            draft=draft,
            status=text.status,
            adopted=adopted,
            changes=changes,
            replayed=tuple(row for row in rows if isinstance(row, Replayed)),
            errors=tuple(row for row in rows if isinstance(row, Answer)),
        )

    def _replayed(
        self, draft: Resolution, adopted: date, source: str, on: date | None
    ) -> Iterator[Replayed | Answer]:
        """Each saved transaction before and after the draft, or what is wrong with it."""
        for label, found in self._transactions(source):
            if isinstance(found, Article41Error):
                yield Answer(source=label, error=found)
                continue
            at = on or max(adopted, assessed_day(found)[0] or adopted)
            facts = self._with_tallies(found, at)
            try:
                before = assess(facts, law=self.law, goods=self.goods, on=at)
                after = assess(facts, law=self.law, goods=self.goods, on=at, drafts=(draft,))
            except FactsError as error:
                yield Answer(source=label, error=error)
            else:
                yield Replayed(source=label, before=before, after=after)

    def check(self) -> tuple[tuple[Coverage, ...], list[LawError]]:
        """Coverage of every text, and every fault found in law and goods data."""
        errors = check_law(self.law, self.goods.sets)
        errors += check_goods(self.goods)
        rows = tuple(coverage(text) for text in (*self.law.resolutions, *self.law.drafts))
        return rows, errors

    def _transactions(self, source: str) -> Iterator[tuple[str, Transaction | Article41Error]]:
        if source == "-":
            yield from parse_transactions(_standard_input(), "<stdin>")
            return
        path = Path(source)
        if not path.exists():
            raise SourceError(
                "there is no such file or folder", where=source, hint="give a file, a folder, or -"
            )
        yield from read_transactions(path)


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SourceError("not UTF-8 text", where="<stdin>") from None


def check_folder(folder: Path) -> tuple[tuple[Coverage, ...], list[LawError]]:
    """Like `Desk.check`, for a law folder of one's own; load errors come as faults, not exceptions."""
    try:
        return Desk(law=load_law(folder=folder)).check()
    except LawErrors as several:
        return (), several.errors
