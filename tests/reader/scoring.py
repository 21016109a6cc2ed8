"""Scores readings against gold by the rules of the schema: enough of them to hold our own texts to.

The official scorer of the sample set is stricter on names and measures in words; where it lies beside
the repository, `test_quality` uses that one as well.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from article41.reader.document import Document
from article41.reader.pipeline import read
from article41.reader.schema import plain_reading

TEXTS = Path(__file__).parent / "texts"
Item = dict[str, Any]


@cache
def pairs(prefixes: str) -> tuple[tuple[Item, Item, str], ...]:
    """Gold, prediction and text for each of our texts whose name begins with one of these letters."""
    found = []
    for path in sorted(TEXTS.glob("*.json")):
        if path.stem[0] in prefixes:
            gold = json.loads(path.read_text(encoding="utf-8"))
            text = path.with_suffix(".txt").read_bytes().decode("utf-8")
            day = date.fromisoformat(gold["source"]["date"])
            reading = read(Document(text=text, name=path.stem, date=day))
            found.append((gold, plain_reading(reading), text))
    return tuple(found)


def f1(prefixes: str, units: Callable[[Item], list[Item]], same: Callable[[Item, Item], bool]) -> float:
    """F1 over texts; items that are optional in the gold count neither way."""
    tally: Counter[str] = Counter()
    for gold, predicted, _ in pairs(prefixes):
        core = [item for item in units(gold) if not item.get("optional")]
        spare = [item for item in units(gold) if item.get("optional")]
        left = list(units(predicted))
        for item in core:
            match = next((p for p in left if same(p, item)), None)
            tally["hit" if match else "missed"] += 1
            if match:
                left.remove(match)
        tally["false"] += sum(not any(same(p, item) for item in spare) for p in left)
    hits = tally["hit"]
    return 2 * hits / (2 * hits + tally["missed"] + tally["false"])


def same_speaker(one: Item, gold: Item) -> bool:
    """Names agree in their last or first word; bodies and offices in half of their words."""
    a, b = _words(one["speaker"]), _words(gold["speaker"])
    if gold["speaker_type"] == "person":
        return a[-1] == b[-1] or (a[0] == b[0] and len(a) == len(b)) or set(a) <= set(b)
    options = [b, *(_words(alias) for alias in gold.get("speaker_aliases", []))]
    return any(len(set(a) & set(c)) >= max(len(set(a) | set(c)) / 2, 1) for c in options)


def same_statement(one: Item, gold: Item) -> bool:
    """Speaker and stance agree."""
    stances = {gold["stance"], *(gold["stance_alt"] if gold.get("optional") else ())}
    return same_speaker(one, gold) and one["stance"] in stances


def changes(item: Item) -> list[Item]:
    """One unit for each change of each proposal, with its sponsors."""
    return [
        {**change, "sponsors": proposal["sponsors"], "optional": proposal.get("optional", False)}
        for proposal in item["proposals"]
        for change in proposal["changes"]
    ]


def same_change(one: Item, gold: Item) -> bool:
    """Action, measure and half of the sponsors agree."""
    actions = {_action(a) for a in (gold["action"], *gold.get("action_alt", []))}
    named = set(gold["sponsors"])
    shared = not named or 2 * len(named & set(one["sponsors"])) >= len(named | set(one["sponsors"]))
    return (
        _action(one["action"]) in actions
        and one["measure"] in {gold["measure"], *gold["measure_alt"]}
        and shared
    )


def same_event(one: Item, gold: Item) -> bool:
    """Type and date agree."""
    types, dates = {gold["type"], *gold["type_alt"]}, [gold["date"], *gold["date_alt"]]
    return one["type"] in types and one["date"] in dates


def same_fact(one: Item, gold: Item) -> bool:
    """Measure, value and unit agree."""
    measures = {gold["measure"], *gold["measure_alt"]}
    return one["measure"] in measures and one["value"] == gold["value"] and one["unit"] == gold["unit"]


def _action(name: str) -> str:
    return "lift" if name == "end" else name


def _words(name: str) -> list[str]:
    low = name.lower().replace("’", "'").replace("'s", "").replace("-", " ")
    return [word for word in low.split() if word not in ("a", "an", "the", "of", "for", "to", "in")] or [low]
