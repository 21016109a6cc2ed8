"""Learns the weights of `data/reader/stance_weights.json` and says how well they do on texts left out.

    python tests/reader/train.py            # cross-validates over our texts, then writes the weights
    python tests/reader/train.py --check    # cross-validates only

Learned from `positions.jsonl` beside this file (the words of one speaker, the class of his verb, the State
he speaks for, which way the draft under discussion goes, and the stance a reader gave them; the sentences
are made up for the purpose, nobody spoke them) and from the annotated texts in `texts/`. A softmax over
sparse signs with a quadratic penalty, fitted by gradient descent: nothing random, so that the same data
give the same weights.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from tests.reader.scoring import TEXTS, same_speaker

from article41.reader.cues import Act, Ground
from article41.reader.direction import ground_of, with_ceilings
from article41.reader.document import Document
from article41.reader.facts import facts
from article41.reader.gazetteer import DATA
from article41.reader.items import STANCES
from article41.reader.pipeline import prepare
from article41.reader.proposals import proposals
from article41.reader.saying import Saying
from article41.reader.segment import flat
from article41.reader.signs import signs_of
from article41.reader.stance import stance
from article41.reader.statements import acts_of
from article41.reader.talk import sayings

POSITIONS = Path(__file__).parent / "positions.jsonl"
LABELS = list(STANCES)
PENALTY, EPOCHS, RATE = 3.0, 300, 0.05
FOLDS = 5
OFTEN, HEAVY = 2, 0.03  # a sign seen once, or one that hardly weighs, is left out


@dataclass(frozen=True, slots=True)
class Row:
    """The signs of somebody's words, the stance they took, and the text they come from."""

    signs: list[str]
    stance: str
    ruled: str
    text: str


def main() -> None:
    """Cross-validates over the texts, prints, and writes the weights unless told only to check."""
    made_up, texts = list(_positions()), list(_texts())
    names = sorted({row.text for row in texts})
    right = ruled = 0
    for fold in range(FOLDS):
        out = set(names[fold::FOLDS])
        model = fit([*made_up, *(row for row in texts if row.text not in out)])
        for row in (row for row in texts if row.text in out):
            right += _best(model, row.signs) == row.stance
            ruled += row.ruled == row.stance
    print(
        f"{len(texts)} sayings of {len(names)} texts, each fold left out in turn; {len(made_up)} made-up ones"
    )
    print(f"stance right: rules {ruled / len(texts):.3f}, weighed {right / len(texts):.3f}")
    if "--check" not in sys.argv:
        _write(fit([*made_up, *texts]))


def fit(rows: list[Row]) -> dict[str, list[float]]:
    """Weights per sign."""
    counted = Counter(sign for row in rows for sign in row.signs)
    signs = ["bias", *sorted(sign for sign, count in counted.items() if count >= OFTEN)]
    place = {sign: n for n, sign in enumerate(signs)}
    inputs = np.zeros((len(rows), len(signs)), dtype=np.float32)
    wanted = np.zeros((len(rows), len(LABELS)), dtype=np.float32)
    for n, row in enumerate(rows):
        inputs[n, [place[sign] for sign in ("bias", *row.signs) if sign in place]] = 1
        wanted[n, LABELS.index(row.stance)] = 1
    weights = np.zeros((len(signs), len(LABELS)), dtype=np.float32)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for epoch in range(1, EPOCHS + 1):
        scores = inputs @ weights
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        slope = (inputs.T @ (shares - wanted) + PENALTY * weights) / len(rows)
        first += 0.1 * (slope - first)
        second += 0.001 * (slope * slope - second)
        step = (first / (1 - 0.9**epoch)) / (np.sqrt(second / (1 - 0.999**epoch)) + 1e-8)
        weights -= RATE * step
    return {sign: [float(weight) for weight in weights[n]] for sign, n in place.items()}


def _best(model: dict[str, list[float]], signs: list[str]) -> str:
    rows = [model[sign] for sign in ("bias", *signs) if sign in model]
    totals = np.sum(rows, axis=0)
    return LABELS[int(totals.argmax())]


def _write(model: dict[str, list[float]]) -> None:
    kept = {
        sign: [round(weight, 2) for weight in row]
        for sign, row in model.items()
        if sign == "bias" or max(map(abs, row)) >= HEAVY
    }
    lines = [
        f"{json.dumps(sign, ensure_ascii=False)}: {json.dumps(row)}" for sign, row in sorted(kept.items())
    ]
    text = f'{{"labels": {json.dumps(LABELS)},\n"weights": {{\n' + ",\n".join(lines) + "\n}}\n"
    Path(str(DATA / "stance_weights.json")).write_text(text, encoding="utf-8")
    print(f"{len(kept):,} signs written")


def _positions() -> Iterator[Row]:
    for line in POSITIONS.read_text(encoding="utf-8").splitlines():
        held = json.loads(line)
        acts = tuple(Act(word, action) for word, action in held["acts"])
        yield _row(held["words"], held["kind"], held["by"], Ground(held["draft"]), acts, held["stance"], "")


def _texts() -> Iterator[Row]:
    for path in sorted(TEXTS.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        document = Document(text=text, name=path.stem, date=date.fromisoformat(gold["source"]["date"]))
        ready = prepare(document)
        stated = facts(document, ready.blocks, ready.anchor)
        found = with_ceilings(proposals(document, ready.blocks, ready.anchor), stated)
        ground = ground_of(found, text)
        for saying in sayings(ready.blocks, ready.anchor):
            one = _gold(saying, gold["statements"])
            label = one["stance"] if one else "neutral"  # what nobody lists takes no position
            words = flat(" ".join(text[start:end] for start, end in saying.spans))
            yield _row(
                words, saying.kind, saying.speaker.represents, ground, acts_of(saying), label, path.stem
            )


def _gold(saying: Saying, statements: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The annotated statement of this speaker whose evidence shares most with the words."""
    names = [{"speaker": name} for name in (saying.speaker.name, saying.speaker.represents) if name]
    shared = [
        (max(min(e["end"], saying.end) - max(e["start"], saying.start) for e in one["evidence"]), -n)
        for n, one in enumerate(statements)
        if any(same_speaker(name, one) for name in names)
    ]
    overlap, place = max(shared, default=(0, 0))
    return statements[-place] if overlap > 0 else None


def _row(
    words: str, kind: str, by: str | None, ground: Ground, acts: tuple[Act, ...], label: str, text: str
) -> Row:
    ruled = stance(words, kind, by, ground, acts)
    return Row(signs_of(words, kind, by, ground, acts, ruled), label, ruled.stance, text)


if __name__ == "__main__":
    main()
