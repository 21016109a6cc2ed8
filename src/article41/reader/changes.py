"""What a proposal would do to which measure, read from its words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from article41.reader.dates import dates_in
from article41.reader.document import Document
from article41.reader.gazetteer import words
from article41.reader.items import Change, Quantity
from article41.reader.measures import MeasureFound, measures_in
from article41.reader.patterns import pattern
from article41.reader.quantities import quantities_in

# From the most special to the most general; each names the action it stands for.
_ACTIONS = (
    ("extend", r"\brestor(?:e|es|ed|ing)\b(?= [^.;]{0,40}\b(?:panel|mandate))"
               r"|\bextend(?:s|ed|ing)?\b|\bextension of|\brenew(?:s|ed|ing|al of|al)?\b|\bprolong(?:s"
               r"|ed|ing)?\b"),
    ("exempt", r"\bexempt(?:s|ed|ing|ions?)?\b|\bfree(?:s|d|ing)?(?= (?:up )?[\w ,-]{3,80} from)"
               r"|\bwaiv(?:e|es|ed|ing|ers?)\b|\bcarve[- ]?outs?|\ballow(?:s|ed|ing)?\b|\bpermit(?:ted"
               r"|ting)\b|\btake\b(?=[^.;]{3,60} (?:out of"
               r"|off) (?:the )?(?:u[.․]?n[.․]? )?(?:sanctions|list))"),
    ("end", r"\breleas(?:e|es|ed|ing) from|\breleas(?:e|ed)\b(?=[^.;]{0,40}\bfrom\b)|\bend(?:s|ed"
            r"|ing)?\b(?! of| the war| the month| users?)|\bterminat(?:e|es|ed|ing)\b|\bput an end to"
            r"|\bdisband\w*|\bwind(?:ing)? up\b"),
    ("lift", r"\blift(?:s|ed|ing)?\b|\bremov(?:e|es|ed|ing|al of)\b|\bscrap(?:s|ped|ping)?\b"
             r"|\babolish(?:es|ed|ing)?\b|\brepeal(?:s|ed|ing)?\b|\bcancel(?:s|led|ling|ed)?\b"
             r"|\bdrop(?:s|ped|ping)?\b|\bdo(?:ing)? away with|\brescind\w*|\brevok\w+|\bundo\b"
             r"|\bcould (?:once )?again (?:be )?(?:\w+ )?(?:sold|exported|bought|imported|traded|sell"
             r"|export)\w*|\bcould (?:stay|remain|keep)\b|\bback on the market|\bstrik(?:e|ing) (?:out"
             r"|down)"),
    ("raise", r"\brais(?:e|es|ed|ing)\b|\bincreas(?:e|es|ed|ing)\b(?= (?:the )?(?:\w+ )?(?:cap|limit"
              r"|ceiling|quota|annual|import))"),
    ("lower", r"\bcut(?:s|ting)?\b(?! off)|\breduc(?:e|es|ed|ing|tion of|tion in)\b|\blower(?:s|ed"
              r"|ing)?\b|\bslash(?:es|ed|ing)?\b|\bhalv(?:e|es|ed|ing)\b|\btrim(?:s|med|ming)?\b"
              r"|\bshrink\w*|\b(?:bring|brought|brings|bringing)\b(?=[^.;]{0,60}\bdown\b)"),
    ("ease", r"\beas(?:e|es|ed|ing)\b|\brelax(?:es|ed|ing)?\b|\bloosen(?:s|ed|ing)?\b|\bsoften(?:s|ed"
             r"|ing)?\b|\bsuspend(?:s|ed|ing)?\b|\bsuspension of|\brelief (?:from|of)|\badjust(?:s|ed"
             r"|ing)?\b|\balleviat\w+|\brelief\b|\broll(?:ing|ed)? back"
             r"|\breview(?:s|ed|ing)?\b(?= (?:\w+ ){0,3}sanctions)"),
    ("tighten", r"\btighten(?:s|ed|ing)?\b|\bstrengthen(?:s|ed|ing)?\b|\btoughen(?:s|ed|ing)?\b"
                r"|\bexpand(?:s|ed|ing)?\b|\bupdat(?:e|es|ed|ing)\b|\bstep(?:s|ped|ping)? up\b"
                r"|\bwiden(?:s|ed|ing)?\b|\breinforc\w+|\bstiffen\w*|\bgoing after|\bcrack(?:s|ed"
                r"|ing)? down on|\bbroaden\w*"),
    ("impose", r"\bimpos(?:e|es|ed|ing|ition of)\b|\b(?<!travel )(?<!the )(?<!a )(?<!existing )ban(?:s"
               r"|ned|ning)?\b|\bprohibit(?:s|ed|ing)?\b|\bbar(?:s|red|ring)?\b|\boutlaw(?:s|ed|ing)?\b"
               r"|\bblacklist(?:s|ed|ing)?\b|\bdesignat(?:e|es|ed|ing)\b|\bfreez(?:e|es|ing)\b"
               r"|\bfroze[n]?\b|\brestrict(?:s|ed|ing)?\b|\blimit(?:s|ed|ing)\b|"
               r"\bcap(?:s|ped|ping)?\b|\bforbid(?:s|den|ding)?\b|\bhalt(?:s|ed|ing)?\b|\brequir(?:e"
               r"|es|ed|ing)\b|\border(?:s|ed|ing)?\b|\bcall(?:s|ed|ing)? (?:on|upon)\b"
               r"(?! the (?:\w+ )?council)|\boblig(?:e|es"
               r"|ed|ing)\b|\bcall(?:s|ed|ing)? for\b|\bnot to exceed|\bsanction(?:s|ed"
               r"|ing)?(?= (?:the |a |\w+ (?:individuals|people|entities|companies)|individuals"
               r"|entities|\d))|\bpunish\w*|\bestablish\w*|\bcreat(?:e|es|ed|ing)\b|\bembargo\b|"
               r"\bclos(?:e|es|ed|ing)\b|\bcut(?:s|ting)? off|\binclud(?:e|es|ed|ing) (?:a |an )"
               r"|\bslap(?:s|ped|ping)?\b|\bstop(?:s|ped|ping)?\b|\badd(?:s|ed|ing)?\b(?! that)"
               r"|\btarget(?:s|ed|ing)?\b|\bexpel\w*|\brepatriat\w+|\bset(?:s|ting)? up"
               r"|\bmay (?:no longer|not|neither)\b|\bno (?:new|more|further)\b|\bhold(?:s"
               r"|ing)?\b(?=[^.;]{0,40}\b(?:to|at)\b)|\bintroduc\w+|\bdeny\b|\bseiz\w+"
               r"|\ba (?:\w+ )?(?:ban|cap|freeze|embargo|limit) (?:on|of)\b|\bmandatory\b"
               r"|\bforbade\b|\bblock(?:s|ed|ing)?\b|\brul(?:es|ed|ing) out\b|\bshut(?:s|ting)? off"
               r"|\b(?:must|shall|have to|has to) (?:also |now )?(?=(?:search|inspect)\b)"),
)  # fmt: skip
_ACTION = re.compile("|".join(f"(?P<a{n}>{pattern})" for n, (_, pattern) in enumerate(_ACTIONS)), re.I)
_NOUNS = pattern("changes", "nouns")
_NOUN_FORMS = words("changes_noun_forms")
_STOP = pattern("changes", "stop")
# "Exports of coal are banned", "the cap would be raised": what it is done to stands before the verb.
_PASSIVE = re.compile(r"\b(?:be|is|are|was|were|been|being) (?:\w+ly |also |now )?\w+(?:ed|en|wn|ut)$", re.I)
_GOES_TO = re.compile(r" (?:from|under|to|of|in|by|at) ")
_EXCLUDED = frozenset({"nuclear-test-ban", "ballistic-missile-ban", "cyber"})


@dataclass(frozen=True, slots=True)
class _Deed:
    action: str
    start: int
    end: int
    word: str


def changes_in(document: Document, text: str, start: int, *, adopted: bool = False) -> list[Change]:
    """The changes that a stretch of text names; `start` is its place in the document."""
    deeds = _deeds(text)
    found: list[Change] = []
    taken: set[int] = set()
    for n, deed in enumerate(deeds):
        limit = deeds[n + 1].start if n + 1 < len(deeds) else len(text)
        stop = _STOP.search(text, deed.end)
        reach = min(limit, stop.start() if stop else len(text), deed.end + 260)
        measures = [m for m in measures_in(text[deed.end : reach]) if m.id not in _EXCLUDED]
        measures = [m._replace(start=m.start + deed.end, end=m.end + deed.end) for m in measures]
        if deed.word.startswith(("designat", "blacklist")):
            measures = [MeasureFound(deed.start, deed.end, "designations", text[deed.start : deed.end])]
        if not measures or (_PASSIVE.search(text[: deed.end]) and not _GOES_TO.match(text[deed.end :])):
            measures = _more_special(_before(text, deeds[n - 1].end if n else 0, deed), measures)
        for measure in _special(measures):
            if measure.start in taken:
                continue
            taken.add(measure.start)
            later = [m.start for m in measures if m.start > measure.start]
            found.append(_change(document, text, start, deed, measure, (reach, min(later, default=reach))))
    return _distinct(found)


def changes_by_reference(document: Document, text: str, start: int) -> list[Change]:
    """`a draft that would do away with the duty`: the measure is the one the text spoke of before."""
    spoken_of = [m for m in measures_in(document.text[max(0, start - 1500) : start]) if _is_special(m)]
    if not spoken_of:
        return []
    found: list[Change] = []
    for deed in _deeds(text):
        named = _REFERENCE.match(text, deed.end)
        if named:
            measure = MeasureFound(named.start(), named.end(), spoken_of[-1].id, named.group())
            found.append(_change(document, text, start, deed, measure, (named.end(), named.end())))
    return _distinct(found)


_REFERENCE = re.compile(
    r" (?:the|that|this|its) (?:duty|rule|ban|cap|ceiling|limit|deadline|order|requirement|obligation|quota"
    r"|embargo|prohibition)\b"
)


def _is_special(measure: MeasureFound) -> bool:
    return measure.id not in _EXCLUDED and measure.id != "sanctions-regime"


def _more_special(before: list[MeasureFound], after: list[MeasureFound]) -> list[MeasureFound]:
    """Of what stands before a passive and what follows it, the one that names a measure of its own."""
    if not before or (any(map(_is_special, after)) and not any(map(_is_special, before))):
        return after
    return before


def _deeds(text: str) -> list[_Deed]:
    deeds: list[_Deed] = []
    for match in _ACTION.finditer(text):
        word = match.group().lower()
        if word in _NOUN_FORMS and _is_noun(text, match):
            continue
        if word.startswith("a ") and deeds and match.start() - deeds[-1].end < 25:
            continue
        name = _ACTIONS[int((match.lastgroup or "a0")[1:])][0]
        deeds.append(_Deed(name, match.start(), match.end(), word))
    return deeds


def _is_noun(text: str, match: re.Match[str]) -> bool:
    """`a cap on`, `the refined petroleum cap to`, `lift bans on`, against `caps diesel`, `would ban`."""
    left, right = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 6]
    if re.search(
        r"\b(?:to|would|will|must|should|could|and|or|also|it|not|have|has|had|been)\s+$", left
    ) and not re.match(r" (?:on|of)\b", right):
        return False
    if match.group().lower().endswith("s"):
        return bool(_NOUNS.search(left)) or bool(re.match(r" (?:on|of|for|from|to|in)\b|[,.]", right))
    return True


def _before(text: str, left: int, deed: _Deed) -> list[MeasureFound]:
    """`sanctions be lifted`, `crude deliveries are not to exceed`: the measure stands before the verb."""
    gap = re.search(
        r"\b(?:be|been|being|is|are|was|were|not|to be|also|entirely|fully)\s+(?:\w+ly )?$|not $",
        text[max(left, deed.start - 24) : deed.start],
    )
    if gap is None and "exceed" not in deed.word and not deed.word.startswith(("may ", "could ", "again ")):
        return []
    window = max(left, deed.start - 110)
    found = [
        m._replace(start=m.start + window, end=m.end + window) for m in measures_in(text[window : deed.start])
    ]
    return [m for m in found if m.id not in _EXCLUDED][-3:]


def _special(measures: list[MeasureFound]) -> list[MeasureFound]:
    """The measures named, without the general word where special ones stand beside it."""
    special = [m for m in measures if m.id != "sanctions-regime"]
    kept: list[MeasureFound] = []
    for measure in special or measures:
        if measure.id not in [other.id for other in kept]:
            kept.append(measure)
    ids = {m.id for m in kept}
    if {"crude-oil", "refined-petroleum"} & ids:
        kept = [m for m in kept if m.id != "oil-supply"]
    if "livelihood-measures" in ids and len(kept) == 1:
        return kept
    return kept


def _change(
    document: Document, text: str, start: int, deed: _Deed, measure: MeasureFound, limits: tuple[int, int]
) -> Change:
    reach, following = limits
    first, last = min(deed.start, measure.start), max(deed.end, measure.end)
    values, origin = _values(text, deed, measure, limits)
    if values and following < reach and _amounts(text[measure.end : following]):
        reach = following
    action = deed.action
    if origin and values and action in ("impose", "tighten"):
        action = "lower" if (values[0].value < origin[0].value) else "raise"
    if (
        action in ("tighten", "impose")
        and measure.id == "sanctions-regime"
        and deed.word.startswith(("update",))
    ):
        action = "tighten"
    if action == "lift" and re.search(
        r"\bpartial\w*\s+(?:\w+\s+)?$", text[max(0, deed.start - 24) : deed.start], re.I
    ):
        action = "ease"
    if action == "lift" and measure.id == "sanctions-regime" and _PART.search(text[deed.end : measure.end]):
        action = "ease"
    until = None
    if action == "extend":
        until = next(
            (
                d.iso
                for d in dates_in(text, None)
                if d.iso and re.search(r"until|to|through", text[max(0, d.start - 12) : d.start + 6])
            ),
            None,
        )
    return Change(
        action=action,
        measure=measure.id,
        values=values,
        from_values=origin,
        until=until,
        evidence=(
            document.evidence(start + first, start + min(max(last, _tail(text, last, reach)), len(text))),
        ),
        rule=f"change:{deed.action}",
    )


_PART = re.compile(r"\b(?:some|part of|certain|several|a number of)\b", re.I)


def _tail(text: str, last: int, reach: int) -> int:
    quantities = [offset + len(q.text) for offset, q in _amounts(text[last:reach])]
    return last + quantities[-1] if quantities else last


def _values(
    text: str, deed: _Deed, measure: MeasureFound, limits: tuple[int, int]
) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
    window = _own_window(text, deed, measure, limits)
    found = _amounts(window)
    found = [(o, _unit(q, found)) for o, q in found]
    origin = tuple(
        q
        for o, q in found
        if re.search(
            r"\b(?:from|down from|instead of|currently|present)\s+(?:the |a |an |its |current "
            r"|present |annual )*(?:cap of |limit of )?$",
            window[:o],
            re.I,
        )
    )
    values = tuple(q for _, q in found if q not in origin)
    return values[:1], origin[:1]


def _amounts(text: str) -> list[tuple[int, Quantity]]:
    """The amounts that a ceiling can have: not months, votes or missiles."""
    return [
        (o, q)
        for o, q in quantities_in(text)
        if q.unit in ("barrels", "tonnes", "percent", "USD") or (q.unit is None and q.value >= 1000)
    ]


def _own_window(text: str, deed: _Deed, measure: MeasureFound, limits: tuple[int, int]) -> str:
    """Where the amounts of a measure stand: `crude to 3 million and refined products to 375,000` gives each
    its own; `crude and refined products by a third` leaves both the same."""
    reach, following = limits
    own = _amounts(text[measure.end : following])
    before = _amounts(text[deed.end : measure.start]) if deed.end < measure.start else []
    if own and (following < reach or before):
        return text[measure.start if before else min(deed.start, measure.start) : following]
    return text[min(deed.start, measure.start) : reach]


def _unit(quantity: Quantity, found: list[tuple[int, Quantity]]) -> Quantity:
    if quantity.unit is not None:
        return quantity
    unit = next((q.unit for _, q in found if q.unit), None)
    per = next((q.per for _, q in found if q.per), None)
    return Quantity(
        value=quantity.value,
        unit=unit,
        per=quantity.per or per,
        qualifier=quantity.qualifier,
        text=quantity.text,
    )


def _distinct(found: list[Change]) -> list[Change]:
    kept: list[Change] = []
    for change in found:
        if (change.action, change.measure) not in [(other.action, other.measure) for other in kept]:
            kept.append(change)
    return kept
