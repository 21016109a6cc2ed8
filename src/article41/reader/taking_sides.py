"""Positions on a draft, and complaints about sanctions as such."""

from __future__ import annotations

from article41.reader.cues import FRIENDS, TARGET, Ground, Read, find
from article41.reader.patterns import pattern

DRAFT = pattern("stance", "draft")


def dismissing(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    """`Now is not the time`, of a text that eases."""
    if ground.draft not in ("ease", "strengthen") or not find("dismissal", text):
        return None
    if ground.draft == "ease" and represents not in (*FRIENDS, TARGET):
        return Read("oppose-easing", "stance:draft-dismissed")
    if ground.draft == "strengthen" and represents in (*FRIENDS, TARGET):
        return Read("oppose-strengthening", "stance:draft-dismissed")
    return None


BACKS = pattern("stance", "backs")


_BACKS_IT = pattern("stance", "backs_it")


# How those who put a text forward speak of it.
_BACKING = pattern("stance", "fair")
_SANCTIONS_NAMED = pattern("stance", "sanctions_named")


def on_draft(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    """Support for a draft, which stands for what the draft would do."""
    if not DRAFT.search(text) and not _BACKS_IT.match(text):
        return None
    if (
        kind == "say"
        and ground.draft == "ease"
        and represents in (*FRIENDS, TARGET)
        and _BACKING.search(text)
    ):
        return Read("ease", "stance:backs-draft")
    if kind != "pro" or ground.talk or not BACKS.match(text):
        return None
    if ground.draft == "extend" and represents in (*FRIENDS, TARGET):
        return None
    labels = {"ease": "ease", "strengthen": "strengthen", "extend": "enforce"}
    return Read(labels[ground.draft], "stance:backs-draft") if ground.draft in labels else None


_NOT_MEANT = pattern("stance", "not_meant")


def complaint(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    """Sanctions called futile, hostile or harmful, with no call to remove them."""
    text = _NOT_MEANT.sub(" ", text)
    if represents == TARGET and kind == "say" and find("futile", text) and ground.draft != "ease":
        return Read("oppose-strengthening", "stance:sanctions-attacked")
    if kind == "pro" or not _SANCTIONS_NAMED.search(text):
        return None
    return Read("oppose-strengthening", "stance:sanctions-attacked") if find("futile", text) else None
