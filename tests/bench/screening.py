"""Measures the speed of screening beside two plain ways of doing it, all in one run.

    python tests/bench/screening.py [queries, 4000 by default]

Machines differ and are noisy, so compare the ratios: the same queries against the same names by comparing
with every name (rapidfuzz WRatio), by a sparse product of letter runs with the fifty nearest compared
(needs scipy, left out where it is missing), and by this program, which also explains what it finds.
Figures are processor time of one process.
"""

from __future__ import annotations

import gc
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib import util
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

from article41.lists.entity import Schema
from article41.lists.read import read_list
from article41.lists.snapshot import Snapshot
from article41.screening.index import Index
from article41.screening.query import Query
from article41.service.index_cache import settled

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT / ".." / "shared" / "data"
LISTS = (
    "un-sc/consolidated-2026-02-27.xml.xz",
    "us-ofac/xml/sdn-2024-05-07.xml.xz",
    "eu-fsf/fsf-full-1.1-2024-05-13.xml.xz",
)
CHUNK = 512
COLD = "from article41.service.screening import screen; screen('Ri Pyong Chol')"


def main() -> None:
    """Runs everything and prints a table."""
    innocents = beside_measure().innocents
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000
    if not SHARED.is_dir():
        print("the lists beside the repository are missing: nothing to measure")
        return
    snapshots = [read_list(SHARED / name) for name in LISTS]
    people = list(innocents(2 * size, random.Random(7)))
    index = beside(snapshots[:2], people, size, "UN and OFAC")
    del index
    print()
    index = beside(snapshots, people, size, "UN, OFAC and EU")
    one_by_one(index, people[:500])
    cold_start()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'peak memory of this process, all three ways':46} {peak:>10,.0f} MB")


def beside(snapshots: list[Snapshot], people: list[str], size: int, what: str) -> Index:
    """The three ways with the names of some lists; the index made for it."""
    names = sorted({name.text for one in snapshots for entity in one.entities for name in entity.names})
    print(f"{len(names):,} names, {what}; {size:,} queries")
    whole = rate(lambda some: compare_with_all(names, some), people[:40])
    row("WRatio over all names", whole, whole)
    if (sparse := sparse_pipeline(names)) is not None:
        row("sparse letter runs, top 50, WRatio", rate(sparse, people[size : size + 1_000]), whole)
    index = built(snapshots)
    in_batch(index, people[size:])  # a service that has run for a while
    row("this program, in batch, explained", rate(lambda some: in_batch(index, some), people[:size]), whole)
    row("this program, the same again", rate(lambda some: in_batch(index, some), people[:size]), whole)
    return index


def beside_measure() -> Any:
    """The script that measures recall: it knows innocent people."""
    spec = util.spec_from_file_location("measure", ROOT / "tests" / "screening" / "measure.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rate(work: Callable[[Sequence[str]], object], asked: Sequence[str]) -> float:
    """Queries a second of processor time."""
    gc.collect()
    start = time.process_time()
    work(asked)
    return len(asked) / (time.process_time() - start)


def row(what: str, found: float, base: float) -> None:
    """One line of the table."""
    print(f"{what:46} {found:>10,.0f} a second   {found / base:>8,.0f} times the first", flush=True)


def compare_with_all(names: list[str], asked: Sequence[str]) -> None:
    """Each query with each name."""
    for text in asked:
        process.extract(text, names, scorer=fuzz.WRatio, limit=5, score_cutoff=85)


def sparse_pipeline(names: list[str]) -> Callable[[Sequence[str]], None] | None:
    """A usual pipeline: runs of three letters as sparse vectors, product, fifty best, WRatio."""
    try:
        from scipy.sparse import csr_matrix
    except ImportError:
        return None
    grams: dict[str, int] = {}

    def vectors(texts: Sequence[str], *, learn: bool) -> csr_matrix:
        rows, columns = [], []
        for number, text in enumerate(texts):
            marked = f"  {text.casefold()} "
            for at in range(len(marked) - 2):
                gram = marked[at : at + 3]
                column = grams.setdefault(gram, len(grams)) if learn else grams.get(gram)
                if column is not None:
                    rows.append(number)
                    columns.append(column)
        return csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), (len(texts), len(grams)))

    listed = vectors(names, learn=True)
    weights = np.log(len(names) / np.maximum(listed.getnnz(axis=0), 1)).astype(np.float32)
    listed = listed.multiply(weights).tocsr()
    norms = np.sqrt(listed.multiply(listed).sum(axis=1)).A1
    table = listed.multiply(1 / np.maximum(norms, 1e-6)[:, None]).tocsr().T.tocsr()

    def work(asked: Sequence[str]) -> None:
        for start in range(0, len(asked), CHUNK):
            texts = asked[start : start + CHUNK]
            product = vectors(texts, learn=False).multiply(weights).tocsr() @ table
            for number, text in enumerate(texts):
                part = slice(product.indptr[number], product.indptr[number + 1])
                places, shares = product.indices[part], product.data[part]
                best = places[np.argpartition(-shares, 50)[:50]] if len(places) > 50 else places
                process.extract(
                    text, [names[n] for n in best.tolist()], scorer=fuzz.WRatio, limit=5, score_cutoff=85
                )

    return work


def built(snapshots: list[Snapshot]) -> Index:
    """The index, and how long it takes to make."""
    start = time.process_time()
    with settled():  # as the program does
        index = Index(snapshots)
    print(f"{'index made, nothing kept on disk':46} {time.process_time() - start:>10.1f} s")
    return index


def in_batch(index: Index, asked: Sequence[str]) -> None:
    """As files of customers are screened."""
    queries = [Query(name=text, schema=Schema.PERSON) for text in asked]
    for start in range(0, len(queries), CHUNK):
        index.screen(queries[start : start + CHUNK])


def one_by_one(index: Index, asked: Sequence[str]) -> None:
    """What a clerk waits for."""
    took = []
    for text in asked:
        start = time.process_time()
        index.screen([Query(name=text, schema=Schema.PERSON)])
        took.append(1e3 * (time.process_time() - start))
    cuts = statistics.quantiles(took, n=20)
    print(f"{'one query: median':46} {cuts[9]:>10.2f} ms")
    print(f"{'one query: slowest in twenty':46} {cuts[18]:>10.2f} ms   under 3 ms: {told(cuts[18] <= 3)}")


def cold_start() -> None:
    """From nothing to the first answer with the embedded list: processor time of a new process."""
    start = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([sys.executable, "-c", COLD], check=True, capture_output=True)
    took = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - start
    print(
        f"{'first answer, embedded list, new process':46} {took:>10.2f} s    under 1.5 s: {told(took <= 1.5)}"
    )


def told(good: bool) -> str:
    """A target in a word."""
    return "met" if good else "MISSED"


if __name__ == "__main__":
    main()
