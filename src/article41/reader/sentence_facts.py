"""What one sentence states about the law, with what went before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from article41.reader.amounts import values
from article41.reader.changes import done_in
from article41.reader.dates import DateFound, dates_in
from article41.reader.document import Document
from article41.reader.fact_patterns import (
    ANSWERED,
    BAN,
    CAP,
    COUNT,
    COUNT_OF_ALL,
    DUTY,
    EXEMPT,
    IN_FORCE,
    MANDATE,
    NOT_BANNED,
    NUMBERS,
    PROPOSED,
    REGIME,
    SAYS_LAW,
    TRIGGER,
    TRIGGERED,
)
from article41.reader.items import Fact, Quantity
from article41.reader.measures import MeasureFound, measures_in
from article41.reader.outcome import action_of
from article41.reader.quantities import quantities_in, yearly
from article41.reader.segment import Sentence


_LAW_MADE = frozenset({"impose", "lower", "tighten"})
_NEVER_ALONE = frozenset({"nuclear-missile-items", "oil-supply", "maritime-measures", "may24-measures"})
_DUTY_KINDS = {"overseas-workers": "obligation", "cargo-inspection": "obligation"}
_OF_MONITORS = ("anel", "xpert", "onitor", "MSMT", "atchdog", "andate")
_BY_THE_BARREL = frozenset({"oil-supply", "refined-petroleum", "crude-oil"})


class SentenceFacts:
    """One sentence with what went before it."""

    def __init__(
        self,
        document: Document,
        sentence: Sentence,
        anchor: date | None,
        subject: str | None,
        last_cap: Fact | None,
    ) -> None:
        self.sentence = sentence
        self.text = sentence.flat
        self.evidence = (document.evidence(sentence.start, sentence.end),)
        self.measures = measures_in(self.text)
        self.quantities = quantities_in(self.text)
        self.dates = dates_in(self.text, anchor)
        self.last_cap, self.before = last_cap, subject
        self.subject = next((m.id for m in self.measures if m.id not in NOT_BANNED | {"oil-supply"}), None)
        number = re.search(r"[Rr]esolution(?:s)? (?:No\. )?(\d{4})\b", self.text)
        self.resolution = number.group(1) if number else None
        self.proposed = bool(PROPOSED.search(self.text))

    def facts(self) -> Iterator[Fact]:
        """Everything this sentence states."""
        yield from self.caps()
        yield from self.triggers()
        if not self.proposed:
            yield from self.bans()
            yield from self.deeds()
        if not self.proposed or re.search(r"\b(?:duty|obligation|deadline|requirement|rule)\b", self.text):
            yield from self.duties()
        yield from self.exemptions()
        yield from self.regimes()
        yield from self.mandates()

    def fact(
        self,
        kind: str,
        measure: str,
        when: DateFound | None = None,
        quantity: Quantity | None = None,
        **more: str | None,
    ) -> Fact:
        """One fact of this sentence."""
        return Fact(
            type=kind,
            measure=measure,
            evidence=self.evidence,
            rule=f"fact:{kind}",
            value=quantity.value if quantity else None,
            unit=quantity.unit if quantity else None,
            per=quantity.per if quantity else None,
            qualifier=quantity.qualifier if quantity else None,
            resolution=self.resolution,
            date=when.iso if when else None,
            trigger=more.get("trigger"),
        )

    def caps(self) -> Iterator[Fact]:
        """Ceilings in figures, and those a resolution sets without them."""
        cues = list(CAP.finditer(self.text))
        if not cues:
            yield from self.elliptical()
            return
        made = False
        for offset, quantity in self.quantities:
            if quantity.unit not in ("barrels", "tonnes", "USD") and not (
                quantity.unit is None and quantity.value >= 10_000
            ):
                continue
            if not self._stated(offset, quantity, cues):
                continue
            measure = self.measure_for(offset)
            if measure is None:
                continue
            if quantity.unit is None and measure not in _BY_THE_BARREL:
                continue
            if quantity.unit is None:
                quantity = replace(
                    quantity,
                    unit=next((q.unit for _, q in self.quantities if q.unit == "barrels"), "barrels"),
                )
            if quantity.per is None and (yearly(self.text) or quantity.unit == "barrels"):
                quantity = replace(quantity, per="year")
            made = True
            yield self.fact("cap", measure, self.day(), quantity)
        if (
            not made
            and re.search(r"\b(?:limits?|caps?|ceilings?)\b", self.text)
            and not self.proposed
            and self.resolution
        ):
            for named in self.special():
                yield self.fact("cap", named.id, self.day())

    def _stated(self, offset: int, quantity: Quantity, cues: list[re.Match[str]]) -> bool:
        """Whether an amount is a ceiling in force, not one that is only proposed."""
        if not _near_cap(self.text, offset, quantity, cues):
            return False
        wished = self.proposed and re.search(r"\bwould\b|\bdraft|\bpropos", self.text)
        return not wished or IN_FORCE.search(self.text[max(0, offset - 40) : offset]) is not None

    def elliptical(self) -> Iterator[Fact]:
        """The ceiling of `Before that it stood at two million`, whose goods the sentence before names."""
        if self.last_cap is None or not re.search(
            r"\b(?:stood|was|had been|set|previously|before|earlier|up from|down from)\b", self.text, re.I
        ):
            return
        if (
            not re.search(r"\b(?:it|that|the (?:limit|cap|ceiling|quota|figure))\b", self.text, re.I)
            or len(self.text) > 120
        ):
            return
        for _, quantity in self.quantities:
            if quantity.unit in (None, "barrels", "tonnes") and quantity.value >= 10_000:
                cap = self.last_cap
                yield self.fact(
                    "cap", cap.measure or "oil-supply", None, replace(quantity, unit=cap.unit, per=cap.per)
                )

    def measure_for(self, offset: int) -> str | None:
        """The goods that an amount is about: the nearest named, else those of the sentence before."""
        goods = [
            m
            for m in self.measures
            if m.id not in NOT_BANNED
            and m.id
            not in ("nuclear-test-ban", "ballistic-missile-ban", "maritime-measures", "nuclear-missile-items")
        ]
        special = [m for m in goods if m.id != "oil-supply"]
        best = min(
            special or goods,
            key=lambda m: (
                0 if self._cap_on(offset, m) else abs(m.start - offset) + (15 if m.end > offset else 0)
            ),
            default=None,
        )
        if best is not None:
            return best.id
        return (
            self.before
            if self.before in ("refined-petroleum", "crude-oil", "coal-export", "oil-supply")
            else None
        )

    def _cap_on(self, offset: int, measure: MeasureFound) -> bool:
        """`a cap of 500,000 barrels a year on refined petroleum`: what the amount itself is said of."""
        between = self.text[offset : measure.start]
        return re.fullmatch(r"[\d,.]+ (?:\w+ ){1,4}(?:on|for|of) (?:the |its |all )?", between) is not None

    def special(self) -> list[MeasureFound]:
        """The measures named, each once, without those that no resolution bans as such."""
        kept: dict[str, MeasureFound] = {}
        for measure in self.measures:
            if measure.id not in NOT_BANNED:
                kept.setdefault(measure.id, measure)
        return list(kept.values())

    def day(self) -> DateFound | None:
        """The first date of the sentence."""
        return next((d for d in self.dates if d.iso), None)

    def _answered(self, measure: MeasureFound) -> bool:
        """`punishing Pyongyang for the nuclear test`: what the law answers, not what it bans."""
        return (
            measure.id in ("nuclear-test-ban", "ballistic-missile-ban")
            and ANSWERED.search(self.text[max(0, measure.start - 40) : measure.start]) is not None
        )

    def bans(self) -> Iterator[Fact]:
        """What is banned, and the share of it where a percentage is given."""
        cue = BAN.search(self.text)
        if cue is None or not (
            SAYS_LAW.search(self.text)
            or self.resolution
            or re.search(
                r"\b(?:the|a|its) bans? on\b"
                r"|\b(?:has|have) (?:long )?been (?:banned|barred|prohibited|forbidden)\b|\bmay not\b"
                r"|\bsales? of|\bwhose (?:sale|export|import)|exports?\b|imports?\b|supply\b|long been|\btrade in\b|^(?:It|They"
                r"|The (?:text|measure|resolution|package)|States|Countries)\b",
                self.text,
                re.I,
            )
        ):
            return
        for measure in self.special():
            if self._answered(measure):
                continue
            if measure.id in (
                "nuclear-test-ban",
                "ballistic-missile-ban",
                "nuclear-missile-items",
                "arms-embargo",
            ) and not re.search(
                r"\bban(?:s|ned|ning)?\b|\bprohibit\w*|\boutlaw\w*|\bforbid\w*|\bforbade|\bbar(?:s"
                r"|red)?\b|\bembargo|\bno (?:further|more)\b|\bto \w+ no\b|\bmay neither|\bmust not"
                r"|\bcovers?\b",
                self.text,
                re.I,
            ):
                continue
            percent = next(
                (q for o, q in self.quantities if q.unit == "percent" and 0 <= measure.start - o <= 60), None
            )
            if (
                measure.id in ("refined-petroleum", "crude-oil", "oil-supply")
                and percent is None
                and not re.search(
                    r"\b(?:ban\w*|embargo|prohibit\w*)\b[^.;]{0,40}$", self.text[: measure.start], re.I
                )
            ):
                continue
            if measure.id == "may24-measures" and not re.match(
                r",? (?:which|that) \w+", self.text[measure.end :]
            ):
                continue
            if measure.id in ("cargo-inspection", "inter-korean-projects") or (
                measure.id == "overseas-workers" and not re.search(r"\b(?:hir|permit|authori)", self.text)
            ):
                continue
            if (
                measure.id in ("financial-restrictions", "maritime-measures", "industrial-goods")
                and abs(measure.start - cue.start()) > 60
            ):
                continue
            yield self.fact("ban", measure.id, self.day(), percent)

    def deeds(self) -> Iterator[Fact]:
        """What the law does to a measure, in whatever verb: `shuts the door on joint ventures`."""
        if not (self.resolution or SAYS_LAW.search(self.text)):
            return
        for deed, measure, limits in done_in(self.sentence):
            if deed.action not in _LAW_MADE or deed.weak or measure.id in _NEVER_ALONE | NOT_BANNED:
                continue
            new, old = values(self.text, (deed.start, deed.end), (measure.start, measure.end), limits)
            if action_of(self.text, deed, measure, new, old) not in _LAW_MADE:
                continue
            share = next((q for q in new if q.unit == "percent"), None)
            if share is not None or (deed.action == "impose" and not new):
                kind = _DUTY_KINDS.get(measure.id, "ban")
                yield self.fact(kind, measure.id, self.day(), share)

    def duties(self) -> Iterator[Fact]:
        """What States must do: send workers home, inspect cargo."""
        if not DUTY.search(self.text):
            return
        for measure in self.special():
            if measure.id in ("overseas-workers", "cargo-inspection") and not re.search(
                r"\bhow\b|\?", self.text
            ):
                yield self.fact("obligation", measure.id, self.deadline())

    def deadline(self) -> DateFound | None:
        """The day by which a duty is due."""
        return next(
            (
                d
                for d in self.dates
                if d.iso
                and re.search(
                    r"\bby |\bbefore |\buntil |deadline", self.text[max(0, d.start - 12) : d.start] + d.text
                )
            ),
            self.day(),
        )

    def triggers(self) -> Iterator[Fact]:
        """What a further test or launch would bring."""
        cue = TRIGGER.search(self.text)
        if (
            cue is None
            or not TRIGGERED.search(self.text)
            or not re.search(r"\bcouncil\b|\bresolution\b|\bit\b", self.text, re.I)
        ):
            return
        if not re.search(
            r"\bcommit\w*|\bbound (?:itself|themselves)|\bundert\w+|\bprovision|\bautomatic\w*|\bclause|\bpledg\w+|\bpromis\w+|\bresolution"
            r"|\bdecid\w+|\bvow\w*|\bagreed|\btrigger|\bfollow\b|\bmeasures\b",
            self.text,
            re.I,
        ):
            return
        oil = any(m.id in ("oil-supply", "refined-petroleum", "crude-oil") for m in self.measures)
        yield self.fact(
            "trigger", "oil-supply" if oil else "sanctions-regime", None, None, trigger=cue.group()
        )

    def exemptions(self) -> Iterator[Fact]:
        """Exemptions that exist or were granted."""
        given = re.search(
            r"\b(?:grant|approv|giv|gave|clear|issu|obtain|receiv|secur"
            r"|won)\w*[^.;]{0,40}\b(?:exemption|waiver)|\b(?:exemption"
            r"|waiver)s?\b[^.;]{0,40}\b(?:grant|approv|giv|clear|issu)\w*",
            self.text,
            re.I,
        )
        if given:
            for measure in self.special():
                if measure.id in ("inter-korean-projects", "overseas-workers", "luxury-goods", "travel-ban"):
                    yield self.fact("exemption", measure.id, self.day())
        if (
            EXEMPT.search(self.text)
            and any(m.id == "humanitarian-exemption" for m in self.measures)
            and not re.search(r"\bdraft|\bwould|\bcall\w*|\burg\w+|\bpropos", self.text)
        ):
            yield self.fact("exemption", "humanitarian-exemption", self.day())

    def regimes(self) -> Iterator[Fact]:
        """Sanctions in place: since when, in how many resolutions."""
        total = COUNT_OF_ALL.search(self.text)
        count = total or COUNT.search(self.text)
        if total is not None or (
            count is not None
            and re.search(r"\bsanction|\badopt|\bimpos|\bpass", self.text)
            and not re.search(r"\bremov\w*|\blift\w*|\bscrap\w*|\bdemand\w*|\bwant\w*|\bask\w*", self.text)
        ):
            assert count is not None
            word = count.group(1).lower()
            value = int(word) if word.isdigit() else NUMBERS[word]
            yield self.fact(
                "regime", "sanctions-regime", self.day(), Quantity(value=value, unit="resolutions")
            )
        elif (
            REGIME.search(self.text)
            and "sanction" in self.text.lower()
            and re.search(r"\b(?:19|20)\d\d\b", self.text)
        ):
            yield self.fact("regime", "sanctions-regime", self.day())

    def mandates(self) -> Iterator[Fact]:
        """The terms of those who monitor."""
        if not any(word in self.text for word in _OF_MONITORS):
            return
        cue = MANDATE.search(self.text)
        if cue is None or re.search(r"\bdraft\b|\bpropos\w+|\bwould (?:extend|renew)", self.text):
            return
        named = {
            "sanctions-monitoring" if re.search(r"MSMT|Multilateral", c.group()) else "panel-of-experts"
            for c in MANDATE.finditer(self.text)
        }
        for measure in sorted(named):
            yield self.fact("mandate", measure, self.day())


def _near_cap(text: str, offset: int, quantity: Quantity, cues: list[re.Match[str]]) -> bool:
    """Whether an amount is the cap itself, not what was delivered beside it."""
    end = offset + len(quantity.text)
    left = text[max(0, offset - 40) : offset]
    if re.search(r"\bworth (?:\w+ ){0,2}$", left):
        return False
    if re.search(
        r"\b(?:delivered|imported|shipped|received|landed|smuggled|brought in|supplied|transferred"
        r"|sold|exceeded by|obtained)\b[^,;]{0,30}$",
        left,
        re.I,
    ) and not re.search(r"cap|limit|ceiling|quota", left, re.I):
        return False
    if re.search(r"\band that (?:on|for) [a-z ]{3,40} from $", left, re.I):
        return True
    return any(0 <= offset - cue.end() <= 75 or 0 <= cue.start() - end <= 40 for cue in cues)
