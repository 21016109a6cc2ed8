"""Measures how fast the reader reads. Prints a table like run.py; writes nothing.

Figures are processor time on one core, per article of 250 words, over the texts of tests/reader.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from article41.reader.dates import dates_in
from article41.reader.document import Document
from article41.reader.measures import measures_in
from article41.reader.pipeline import read
from article41.reader.quantities import quantities_in

ROOT = Path(__file__).parents[2]
TEXTS = ROOT / "tests" / "reader" / "texts"
WORDS, TARGET = 250, 50  # an article of so many words; so many a second on one core
ROUNDS = 5


def documents() -> list[Document]:
    """The texts of our own that are about the regime, so that every step has work to do."""
    found = [
        Document(text=path.read_bytes().decode("utf-8"), name=path.stem)
        for path in sorted(TEXTS.glob("*.txt"))
    ]
    return [document for document in found if read(document).on_topic]


def articles_a_second(rounds: int = ROUNDS) -> float:
    """Articles of 250 words read in a second of one core; nothing is remembered between rounds."""
    texts = documents()
    words = sum(len(document.text.split()) for document in texts)
    best = min(_timed(lambda: [read(document) for document in texts]) for _ in range(rounds))
    return words / WORDS / best


def bench_reading() -> tuple[float, float, float]:
    """For run.py: articles a second, the target, and seconds for one article."""
    rate = articles_a_second()
    return rate, float(TARGET), 1 / rate


def _timed(work: Callable[[], object]) -> float:
    for remembered in (measures_in, dates_in, quantities_in):
        remembered.cache_clear()
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Prints what was measured."""
    print(f"article41 benchmark of the reader, Python {sys.version.split()[0]} on {sys.platform}\n")
    rate, target, seconds = bench_reading()
    verdict = "reached" if rate >= target else "missed"
    print(f"{'articles of 250 words a second':46} {rate:>8.0f}  target {target:.0f} {verdict}")
    print(f"{'one article':46} {seconds * 1000:>6.1f} ms")


if __name__ == "__main__":
    main()
