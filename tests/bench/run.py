"""Measures speed and says how far it is from the targets. Prints a table; writes nothing.

Figures of this process are processor time (other programs do not count); those of the command line
are time on the wall. Since machines differ and are noisy, each figure also stands as a multiple of a
calibration loop that runs beside it: compare those between runs, not the milliseconds.
"""

from __future__ import annotations

import cProfile
import gc
import json
import pstats
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from article41.assessment.assess import assess, assessed_day, cases_of
from article41.assessment.read import parse_transaction, parse_transactions
from article41.assessment.settle import engagement
from article41.assessment.transaction import Transaction
from article41.errors import FactsError
from article41.goods import load_goods
from article41.goods.catalogue import GoodsCatalogue
from article41.regime.fold import fold
from article41.regime.law import Law, load_law
from article41.service.plain import plain_assessment
from article41.source import read_text, read_yaml

ROOT = Path(__file__).parents[2]
BATCH = 5_000
TODAY = date(2026, 11, 22)
LAUNCH = [sys.executable, "-c", "from article41.cli import main; main()"]


def main() -> None:
    """Runs everything, from the cheapest to the dearest."""
    print(f"article41 benchmark, Python {sys.version.split()[0]} on {sys.platform}\n")
    print(f"{'what':46} {'median':>10} {'x calibration':>14}  target")
    law, goods = _loading()
    stated, parsed = _transactions(law, goods)
    _folding(law)
    _one_by_one(parsed, law, goods)
    batch = _batches(stated, parsed, law, goods)
    _command_line(stated)
    _memory()
    _profile(parsed, law, goods)
    _floor(parsed, law, goods, batch)


# ── what is measured ──────────────────────────────────────────────────────────────────────────


def _loading() -> tuple[Law, GoodsCatalogue]:
    _row("law load", _measure(load_law, 5))
    _row("goods load", _measure(load_goods, 5))
    return load_law(), load_goods()


def _folding(law: Law) -> None:
    _row("full fold, cold", _measure(lambda: fold(law.resolutions, as_of=TODAY), 15), target=0.050)
    law.regime(TODAY)
    _row("fold remembered (another day, same stretch)", _measure(lambda: law.regime(date(2026, 1, 1)), 20))


def _one_by_one(parsed: list[Transaction], law: Law, goods: GoodsCatalogue) -> None:
    """Each case alone, with the folds remembered: what a clerk at a running desk waits for."""
    found: list[Figure] = []
    for start in range(0, len(parsed), 100):
        loop = _timed(_calibration)
        for tx in parsed[start : start + 100]:
            _quietly(tx, law, goods)  # makes the fold of its day and reads its words
            seconds = min(_timed(partial(_quietly, tx, law, goods)) for _ in range(3))
            found.append(Figure(seconds, seconds / loop))
    found.sort(key=lambda figure: figure.seconds)
    _row(f"one assessment (median of {len(parsed):,} cases)", found[len(found) // 2], target=0.002)
    _row("one assessment (slowest in a hundred)", found[int(len(found) * 0.99)])
    _row("one assessment (slowest)", found[-1])


def _batches(stated: list[Any], parsed: list[Transaction], law: Law, goods: GoodsCatalogue) -> Figure:
    many = [parsed[n % len(parsed)] for n in range(BATCH)]
    lines = "\n".join(json.dumps(stated[n % len(stated)], default=str) for n in range(BATCH))
    fresh = Law(law.resolutions, law.drafts)
    first = _measure(lambda: _one_after_another(many, fresh, goods), 1)
    warm = _measure(lambda: _one_after_another(many, law, goods), 5)
    kept = _measure(lambda: [_quietly(tx, law, goods) for tx in many], 5)
    parsing = _measure(lambda: list(parse_transactions(lines, "batch", lines=True)), 3)
    both = Figure(warm.seconds + parsing.seconds, warm.ratio + parsing.ratio)
    _row(f"batch of {BATCH:,}, folds made on the way", first, rate=BATCH)
    _row(f"batch of {BATCH:,}, folds remembered", warm, rate=BATCH, target=BATCH / 5_000)
    _row(f"batch of {BATCH:,}, read from NDJSON as well", both, rate=BATCH)
    _row(f"batch of {BATCH:,}, all answers kept in memory", kept, rate=BATCH)
    told = _measure(lambda: _one_after_another(many, law, goods, _told), 3)
    _row(f"batch of {BATCH:,}, every reason and question told", told, rate=BATCH)
    return warm


def _command_line(stated: list[Any]) -> None:
    _row("article41 --help", _wall(["--help"], 11), target=0.150)
    _row("article41 assess examples", _wall(["assess", str(ROOT / "examples")], 5))
    one = str(ROOT / "examples" / "07-diesel-2019.yaml")
    _row("article41 assess (one example)", _wall(["assess", one], 5))
    with tempfile.TemporaryDirectory() as folder:
        many = Path(folder) / "batch.ndjson"
        lines = (json.dumps(stated[n % len(stated)], default=str) for n in range(BATCH))
        many.write_text("\n".join(lines), encoding="utf-8")
        _row(f"article41 assess ({BATCH:,} lines, all told)", _wall(["assess", str(many)], 1), rate=BATCH)


def _memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        print(f"{'peak memory':46} {'not known':>10}")
        return
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    for what, who in (("this process", resource.RUSAGE_SELF), ("a command", resource.RUSAGE_CHILDREN)):
        peak = resource.getrusage(who).ru_maxrss * unit / 2**20
        print(f"{'peak memory of ' + what:46} {peak:>7.0f} MB")


def _profile(parsed: list[Transaction], law: Law, goods: GoodsCatalogue) -> None:
    """Where the time of a batch goes."""
    many = [parsed[n % len(parsed)] for n in range(BATCH)]
    profile = cProfile.Profile()
    profile.runcall(lambda: _one_after_another(many, law, goods))
    rows = pstats.Stats(profile).stats.items()  # type: ignore[attr-defined]
    total = max(row[3] for _, row in rows)
    own = [(row, key) for key, row in rows if "article41" in key[0] and "bench" not in key[0]]
    own.sort(key=lambda pair: -pair[0][3])
    print(f"\nWhere a batch of {BATCH:,} spends its time (profiled, so slower than above)")
    print(f"{'function':52} {'calls':>9} {'cumulative':>11} {'own':>7}")
    for (_, calls, itself, cumulative, _), (file, line, name) in own[:10]:
        place = f"{Path(file).parent.name}/{Path(file).name}:{line} {name}"
        print(f"{place[:52]:52} {calls:>9,} {cumulative / total:>10.0%} {itself / total:>7.0%}")


def _floor(parsed: list[Transaction], law: Law, goods: GoodsCatalogue, batch: Figure) -> None:
    """What cannot be left out: read the goods, and ask of each measure of the act whether it bites."""
    many = [parsed[n % len(parsed)] for n in range(BATCH)]
    reading = _measure(lambda: _read_goods(many, goods), 5)
    asking = _measure(lambda: _ask(many, law, goods), 5)
    print("\nThe floor: what a batch would cost if nothing were settled or explained")
    _row("goods read only (readings are remembered)", reading, rate=BATCH)
    _row("goods read, and every measure of the act asked", asking, rate=BATCH)
    print(f"The batch takes {batch.ratio / asking.ratio:.1f} times as long as that floor.")


# ── how it is measured ────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Figure:
    """Seconds, and how many calibration loops that is."""

    seconds: float
    ratio: float


def _calibration() -> int:
    """A fixed piece of work of the same kind: dictionaries, tuples, strings."""
    seen: dict[tuple[int, str], int] = {}
    for n in range(20_000):
        key = (n % 701, f"measure {n % 97}")
        seen[key] = seen.get(key, 0) + n
    return len(seen)


def _timed(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _measure(work: Callable[[], object], runs: int) -> Figure:
    """Medians over runs, each run between two calibration loops; short work is repeated in a run."""
    gc.collect()
    times = 1
    if runs > 1:  # the first run warms caches, and tells how often to repeat
        while _timed(partial(_repeat, work, times)) < 0.005 and times < 100_000:
            times *= 10
    found: list[Figure] = []
    before = _timed(_calibration)
    for _ in range(runs):
        seconds = _timed(partial(_repeat, work, times)) / times
        after = _timed(_calibration)
        found.append(Figure(seconds, 2 * seconds / (before + after)))
        before = after
    return _middle(found)


def _repeat(work: Callable[[], object], times: int) -> None:
    for _ in range(times):
        work()


def _wall(args: list[str], runs: int) -> Figure:
    """Medians on the wall of a command; the first run warms the caches and does not count."""
    found: list[Figure] = []
    for _ in range(runs + 1):
        loop = _timed(_calibration)
        start = time.perf_counter()
        subprocess.run([*LAUNCH, *args], check=True, capture_output=True)
        seconds = time.perf_counter() - start
        found.append(Figure(seconds, seconds / loop))
    return _middle(found[1:])


def _middle(found: list[Figure]) -> Figure:
    return Figure(
        statistics.median(figure.seconds for figure in found),
        statistics.median(figure.ratio for figure in found),
    )


def _row(what: str, figure: Figure, *, target: float | None = None, rate: int = 0) -> None:
    goal = ""
    if target is not None:
        wanted = f"at least {rate / target:,.0f}/s" if rate else f"under {_spoken(target)}"
        goal = f"{wanted}: {'met' if figure.seconds <= target else 'MISSED'}"
    each = f"{rate / figure.seconds:,.0f} per second" if rate else ""
    told = ";  ".join(part for part in (each, goal) if part)
    print(f"{what:46} {_spoken(figure.seconds):>10} {figure.ratio:>14,.3f}  {told}", flush=True)


def _spoken(seconds: float) -> str:
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1e3:.1f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.1f} us"


# ── on what it is measured ────────────────────────────────────────────────────────────────────


def _transactions(law: Law, goods: GoodsCatalogue) -> tuple[list[Any], list[Transaction]]:
    """Facts and transactions of the examples and of all worked cases that have an answer."""
    stated: list[Any] = []
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        stated.append(read_yaml(read_text(path), path.name))
    for path in sorted((ROOT / "tests" / "cases").glob("*.yaml")):
        stated += [case["facts"] for case in read_yaml(read_text(path), path.name) or []]
    kept = [(facts, tx) for facts in stated if (tx := _parsed(facts)) and _quietly(tx, law, goods)]
    return [facts for facts, _ in kept], [tx for _, tx in kept]


def _parsed(facts: Any) -> Transaction | None:
    try:
        return parse_transaction(facts)
    except FactsError:
        return None


def _quietly(tx: Transaction, law: Law, goods: GoodsCatalogue) -> object:
    try:
        return assess(tx, law=law, goods=goods)
    except FactsError:
        return None


def _one_after_another(
    many: list[Transaction],
    law: Law,
    goods: GoodsCatalogue,
    answer: Callable[[Transaction, Law, GoodsCatalogue], object] = _quietly,
) -> None:
    """A batch as the desk runs it: each answer is handed on before the next is made."""
    for tx in many:
        answer(tx, law, goods)


def _told(tx: Transaction, law: Law, goods: GoodsCatalogue) -> object:
    """The whole answer as JSON has it: what `assess` makes only when somebody reads it, too."""
    try:
        return plain_assessment(assess(tx, law=law, goods=goods))
    except FactsError:
        return None


def _read_goods(many: list[Transaction], goods: GoodsCatalogue) -> None:
    for tx in many:
        for item in tx.goods:
            goods.read(item.words, item.hs, item.hs_revision, item.is_)


def _ask(many: list[Transaction], law: Law, goods: GoodsCatalogue) -> None:
    for tx in many:
        _engage(tx, law, goods)


def _engage(tx: Transaction, law: Law, goods: GoodsCatalogue) -> None:
    day, _ = assessed_day(tx)
    if day is None:
        return
    regime = law.stretch(day)
    for case in cases_of(tx, regime, goods, day):
        for measure in regime.by_act(case.act or "supply"):
            engagement(case, measure)


if __name__ == "__main__":
    main()
