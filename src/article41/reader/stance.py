"""Which position on sanctions a stretch of reported speech takes, and the words that show it.

Negation is read through: "no indication that X will ease" keeps sanctions, "no new sanctions" opposes them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from article41.reader.cues import RELIEF, TIGHTENING, Act, Ground, Read, act_in, find
from article41.reader.curbing import acting, praising, tightening, vetoing
from article41.reader.patterns import pattern
from article41.reader.relief import condition_in, negated_relief, of_relief, relief_in
from article41.reader.taking_sides import DRAFT, complaint, dismissing, on_draft
from article41.reader.tokens import lowered
from article41.reader.upholding import enforcing, keeping, panel_debate

_ASKED_FOR = pattern("stance", "asked_for")
_REWARD = pattern("stance", "reward")
_VETO = re.compile(r"\bveto(?:es|ed|ing)?\b", re.I)


def stance(text: str, kind: str, represents: str | None, ground: Ground, acts: tuple[Act, ...] = ()) -> Read:
    """The stance of words under a verb of this class (say, pro, con, watch) by one who represents a State.

    `acts` are what the words would do to measures, where their grammar tells.
    """
    text, ground = _own_words(lowered(text), ground)
    ground = _meant(text, ground)
    if kind == "con":
        return _against(text, ground, acts)
    if kind == "watch":
        return Read("monitor", "stance:watching")
    if (found := _on_relief(text, kind, represents)) is not None:
        return found
    for rule in _RULES:
        if (found := rule(text, kind, represents, ground)) is not None:
            return found
    if (found := acting(text, kind, represents, acts)) is not None:
        return found
    return Read("monitor", "stance:watching") if _watches(text) else Read("neutral", "stance:none")


_RULES = (
    keeping, vetoing, tightening, enforcing, panel_debate, praising, on_draft, dismissing, complaint
)  # fmt: skip


def _own_words(low: str, ground: Ground) -> tuple[str, Ground]:
    """The words without what the speaker was asked; a question about relief tells the answer's matter."""
    if not any(word in low for word in _ASKING) or (asked := _ASKED.search(low)) is None:
        return low, ground
    if ground.draft is None and relief_in(asked.group()):
        ground = Ground(draft="ease")
    return _ASKED.sub(" ", low), ground


def _meant(text: str, ground: Ground) -> Ground:
    """Of several drafts the one whose sponsor the words name: `backed the U.S. initiative`."""
    if len(ground.others) < 2 or (named := DRAFT.search(text)) is None:
        return ground
    for sponsors, way in ground.others:
        if any(word in named.group() for name in sponsors for word in _DEMONYMS.get(name, ())):
            return replace(ground, draft=way, adopted=False)
    return ground


_DEMONYMS = {
    "United States": ("u․s․", "us ", "american", "washington"),
    "China": ("chin", "beijing"),
    "Russia": ("russia", "moscow"),
    "Japan": ("japan", "tokyo"),
}


def _on_relief(text: str, kind: str, represents: str | None) -> Read | None:
    relief = relief_in(text)
    if relief is None:
        return None
    if kind == "say" and _watches(text) and not negated_relief(text, relief):
        return Read("monitor", "stance:watching")
    return of_relief(text, relief, kind, represents)


def _watches(text: str) -> bool:
    """Whether the words only look on; who watches that others comply demands it."""
    return find("watching", text) is not None and not _TO_SEE.search(text)


_TO_SEE = pattern("stance", "to_see")
_DRAFT_OR_IT = pattern("stance", "draft_or_it")
_REFUSED_THING = pattern("stance", "refused_thing")
# What was asked of a speaker are not his own words.
_ASKED = pattern("stance", "asked")
_ASKING = ("asked", "pressed", "questioned", "urged", " say ")


def _against(text: str, ground: Ground, acts: tuple[Act, ...]) -> Read:
    relief = relief_in(text) or act_in(acts, RELIEF, text)
    condition = condition_in(text)
    if relief is None and ground.draft == "ease" and find("dismissal", text):
        return Read("oppose-easing", "stance:draft-refused")
    if relief is not None and condition is not None:
        return Read("conditional-relief", "stance:relief-refused-on-condition", condition)
    if relief is not None or _REWARD.search(text):
        return Read("oppose-easing", "stance:relief-refused")
    if _VETO.search(text):
        labels = {"extend": "enforce", "strengthen": "strengthen"}
        return Read(labels.get(ground.draft or "", "neutral"), "stance:veto-condemned")
    if find("tighten", text) or act_in(acts, TIGHTENING, text):
        return Read("oppose-strengthening", "stance:tightening-refused")
    if find("enforce", text) and not find("monitors", text):
        return Read("enforce", "stance:breach-condemned")
    of_draft = not ground.talk and (DRAFT.search(text) or _DRAFT_OR_IT.search(text))
    if of_draft or _ASKED_FOR.search(text):
        labels = {
            "ease": "oppose-easing",
            "strengthen": "oppose-strengthening",
            "extend": "oppose-strengthening",
        }
        if ground.draft in labels:
            return Read(labels[ground.draft], "stance:draft-refused")
    if _REFUSED_THING.search(text):
        return Read("oppose-strengthening", "stance:sanctions-refused")
    return Read("neutral", "stance:none")
