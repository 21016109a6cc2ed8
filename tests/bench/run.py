"""Measures speed and says how far it is from the targets. Prints a table; writes nothing.

Figures of this process are processor time (other programs do not count); those of the command line
are time on the wall. Since machines differ and are noisy, each figure also stands as a multiple of a
calibration loop that runs beside it: compare those between runs, not the milliseconds.
"""

from __future__ import annotations

import cProfile
import gc
import pstats
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from article41.assessment.assess import _cases, assess, assessed_day
from article41.assessment.read import parse_transaction
from article41.assessment.settle import engagement
from article41.assessment.transaction import Transaction
from article41.errors import FactsError
from article41.goods import load_goods
from article41.goods.catalogue import GoodsCatalogue
from article41.regime.fold import fold
from article41.regime.law import Law, load_law
from article41.source import read_text, read_yaml

ROOT = Path(__file__).parents[2]
BATCH = 5_000
TODAY = date(2026, 11, 22)
LAUNCH = [sys.executable, "-c", "from article41.cli import main; main()"]


def main() -> None:
    """Runs everything, from the cheapest to the dearest."""
    print(f"article41 benchmark, Python {sys.version.split()[0]} on {sys.platform}\n")
    print(f"{'what':44} {'median':>12} {'x calibration':>14}  target")
    law, goods = _loading()
    stated, parsed = _transactions(law, goods)
    _folding(law)
    _one_by_one(parsed, law, goods)
    per_second = _batches(stated, parsed, law, goods)
    _command_line()
    _memory()
    _profile(parsed, law, goods)
    _floor(parsed, law, goods, per_second)


# ── what is measured ──────────────────────────────────────────────────────────────────────────


def _loading() -> tuple[Law, GoodsCatalogue]:
    _row("law load", _median(load_law, 5))
    _row("goods load", _median(load_goods, 5))
    return load_law(), load_goods()


def _folding(law: Law) -> None:
    _row("full fold, cold", _median(lambda: fold(law.resolutions, as_of=TODAY), 15), target=0.050)
    law.regime(TODAY)
    _row("fold remembered (another day, same stretch)", _median(lambda: law.regime(date(2026, 1, 1)), 200))


def _one_by_one(parsed: list[Transaction], law: Law, goods: GoodsCatalogue) -> None:
    """Each case alone, with the folds remembered: what a clerk at a running desk waits for."""
    times: list[float] = []
    for tx in parsed:
        _quietly(tx, law, goods)  # the fold of its day and the reading of its words
        times.append(min(_timed(partial(_quietly, tx, law, goods)) for _ in range(3)))
    times.sort()
    _row(f"one assessment (median of {len(parsed):,} cases)", statistics.median(times), target=0.002)
    _row("one assessment (slowest in a hundred)", times[int(len(times) * 0.99)])
    _row("one assessment (slowest)", times[-1])


def _batches(stated: list[Any], parsed: list[Transaction], law: Law, goods: GoodsCatalogue) -> float:
    many = [parsed[n % len(parsed)] for n in range(BATCH)]
    facts = [stated[n % len(stated)] for n in range(BATCH)]
    fresh = Law(law.resolutions, law.drafts)
    first = _timed(lambda: [_quietly(tx, fresh, goods) for tx in many])
    warm = _median(lambda: [_quietly(tx, law, goods) for tx in many], 3)
    parsing = _median(lambda: [_parsed(row) for row in facts], 3)
    _row(f"batch of {BATCH:,}, folds made on the way", first, rate=BATCH)
    _row(f"batch of {BATCH:,}, folds remembered", warm, rate=BATCH, target=BATCH / 5_000)
    _row(f"batch of {BATCH:,}, with parsing of the facts", warm + parsing, rate=BATCH)
    return BATCH / warm


def _command_line() -> None:
    _row("article41 --help", _wall(["--help"], 11), target=0.150)
    _row("article41 assess examples", _wall(["assess", str(ROOT / "examples")], 5))
    _row(
        "article41 assess (one example)", _wall(["assess", str(ROOT / "examples" / "07-diesel-2019.yaml")], 5)
    )


def _memory() -> None:
    try:
        import resource
    except ImportError:
        print(f"{'peak memory of this process':44} {'not known':>12}")
        return
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1 / 1024)
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (
        1 if sys.platform == "darwin" else 1 / 1024
    )
    print(f"{'peak memory of this process':44} {peak / 2**20:>9.0f} MB")
    print(f"{'peak memory of a command':44} {child / 2**20:>9.0f} MB")


def _profile(parsed: list[Transaction], law: Law, goods: GoodsCatalogue) -> None:
    """Where the time of a batch goes."""
    many = [parsed[n % len(parsed)] for n in range(BATCH)]
    profile = cProfile.Profile()
    profile.runcall(lambda: [_quietly(tx, law, goods) for tx in many])
    rows = pstats.Stats(profile).stats.items()  # type: ignore[attr-defined]
    total = max(row[3] for _, row in rows)
    own = [(row, key) for key, row in rows if "article41" in key[0] and "bench" not in key[0]]
    own.sort(key=lambda pair: -pair[0][3])
    print(f"\nWhere a batch of {BATCH:,} spends its time (profiled, so slower than above)")
    print(f"{'function':52} {'calls':>9} {'cumulative':>11} {'own':>7}")
    for (_, calls, itself, cumulative, _), (file, line, name) in own[:10]:
        place = f"{Path(file).parent.name}/{Path(file).name}:{line} {name}"
        print(f"{place[:52]:52} {calls:>9,} {cumulative / total:>10.0%} {itself / total:>7.0%}")


def _floor(parsed: list[Transaction], law: Law, goods: GoodsCatalogue, per_second: float) -> None:
    """What cannot be left out: read the goods, and ask of each measure of the act whether it bites."""
    many = [parsed[n % len(parsed)] for n in range(BATCH)]
    reading = _median(lambda: _read_goods(many, goods), 3)
    asking = _median(lambda: _ask(many, law, goods), 3)
    print("\nThe floor: what a batch would cost if nothing were explained")
    _row("goods read only", reading, rate=BATCH)
    _row("goods read, and every measure of the act asked", asking, rate=BATCH)
    print(f"The batch above runs at {per_second * asking / BATCH:.0%} of the speed of that floor.")


# ── how it is measured ────────────────────────────────────────────────────────────────────────


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


def _median(work: Callable[[], object], runs: int) -> float:
    """Median seconds; work too short for the clock is repeated within a run."""
    gc.collect()
    times = 1
    while (once := _timed(partial(_repeat, work, times))) < 0.005 and times < 100_000:
        times *= 10
    rest = [_timed(partial(_repeat, work, times)) for _ in range(runs - 1)]
    return statistics.median([once, *rest]) / times


def _repeat(work: Callable[[], object], times: int) -> None:
    for _ in range(times):
        work()


def _wall(args: list[str], runs: int) -> float:
    """Median seconds on the wall of a command; the first run warms the caches and does not count."""
    found: list[float] = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run([*LAUNCH, *args], check=True, capture_output=True)
        found.append(time.perf_counter() - start)
    return statistics.median(found[1:])


def _row(what: str, seconds: float, *, target: float | None = None, rate: int = 0) -> None:
    loop = statistics.median(_timed(_calibration) for _ in range(5))
    goal = ""
    if target is not None:
        wanted = f"at least {rate / target:,.0f}/s" if rate else f"under {_spoken(target)}"
        goal = f"{wanted}: {'met' if seconds <= target else 'MISSED'}"
    each = f"  {rate / seconds:,.0f} per second" if rate else ""
    print(f"{what:44} {_spoken(seconds):>12} {seconds / loop:>14,.3f}  {goal}{each}", flush=True)


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
    for case in _cases(tx, regime, goods, day):
        for measure in regime.by_act(case.act or "supply"):
            engagement(case, measure)


if __name__ == "__main__":
    main()
