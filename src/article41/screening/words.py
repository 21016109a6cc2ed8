"""The words of names that say little about their bearer: legal forms, titles, particles, numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from article41.screening.letters import HAN, HANGUL, fold, rows, script_of


@dataclass(frozen=True, slots=True)
class Word:
    """What a known word is, and the one word by which all its translations go."""

    kind: str
    means: str


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], Word]:
    return {
        (fold(row["word"]), row["kind"]): Word(row["kind"], row["means"]) for row in rows("names/words.csv")
    }


def known_word(word: str, kinds: tuple[str, ...]) -> Word | None:
    """The word as one of these kinds, the first that fits; `word` in lower case without accents."""
    table = _table()
    for kind in kinds:
        if found := table.get((word, kind)):
            return found
    return None


@lru_cache(maxsize=1)
def _unspaced() -> tuple[frozenset[str], int]:
    words = {
        word
        for word, kind in _table()
        if kind in ("form", "weak", "number") and word and script_of(word[-1]) in (HAN, HANGUL)
    }
    return frozenset(words), max(map(len, words))


@lru_cache(maxsize=4096)
def split_unspaced(run: str) -> tuple[str, ...]:
    """A company name in Han or Hangul without blanks, split at the words we know.

    Single characters count only at the end (部, 局), where they are words and not parts of names.
    """
    words, longest = _unspaced()
    out: list[str] = []
    rest, at = "", 0
    while at < len(run):
        size = min(longest, len(run) - at)
        while size > 1 and run[at : at + size] not in words:
            size -= 1
        if size > 1 or (at == len(run) - 1 and at > 1 and run[at] in words):
            out += [rest] if rest else []
            out.append(run[at : at + size])
            rest, at = "", at + size
        else:
            rest, at = rest + run[at], at + 1
    return tuple([*out, rest] if rest else out)


@lru_cache(maxsize=1)
def _near() -> dict[str, Word]:
    """Long known words with one letter left out, and the words themselves: an index of slips."""
    out: dict[str, Word] = {}
    for (word, kind), found in _table().items():
        fits = kind in ("form", "weak")  # no number: eight is near to light, first to a misspelt trust
        if fits and len(word) > (4 if kind != "weak" else 5) and word.isascii() and word.isalpha():
            for i in range(len(word)):
                out.setdefault(word[:i] + word[i + 1 :], found)
            out[word] = found
    return out


_ORDINALS = ("first", "second", "third", "fourth", "fifth")


def _slipped_ordinal(word: str) -> Word | None:
    """An ordinal with two letters swapped: frist, seocnd. Other slips are too near to other words.

    Not those of `second`, which is long and has no neighbour: aecond, secnd.
    """
    for ordinal in _ORDINALS:
        alone = sorted(word) == sorted(ordinal) or (ordinal == "second" and word != "seconds")
        if alone and OSA.distance(word, ordinal) == 1:
            return next((found for (held, _), found in _table().items() if held == ordinal), None)
    return None


@lru_cache(maxsize=1 << 14)
def slipped_word(word: str) -> Word | None:
    """A legal form or common word written with one slip: gorup, limitcd, internatonal."""
    if len(word) < 4:
        return None
    if swapped := _slipped_ordinal(word):
        return swapped
    near = _near()
    if found := near.get(word):
        return found if len(word) > 4 or found.kind == "form" else None
    return next((near[cut] for i in range(len(word)) if (cut := word[:i] + word[i + 1 :]) in near), None)
