"""Words cut into syllables, in all ways that Korean spelling allows."""

from __future__ import annotations

from functools import lru_cache

from article41.screening.korean_sounds import plausible, sounds_of, table

MOST_SYLLABLES = 4  # two of family name, two given
LONGEST = 8  # letters of a syllable

Syllables = tuple[str, ...]


@lru_cache(maxsize=1 << 15)
def cut_word(word: str, system: str) -> tuple[tuple[float, Syllables], ...]:
    """The likeliest cuts, best first. `system` is `zh:` for pinyin, `ja:` for kana, else empty."""
    if not word or len(word) > 24:
        return ()
    pieces = _pieces(word, system)
    if not pieces[0]:
        return ()
    found: list[tuple[float, Syllables]] = []
    stack: list[tuple[int, float, Syllables]] = [(0, 1.0, ())]
    while stack:
        at, weight, done = stack.pop()
        if at == len(word):
            found.append((weight * 0.93 ** len(done), done))
        if len(done) < MOST_SYLLABLES:
            for end, fit, piece in pieces[at]:
                stack.append((end, weight * fit, (*done, piece)))
    if not found:
        return ()
    found.sort(reverse=True)
    factor = 0.8 if system == "zh:" else 1.0
    return tuple((weight * factor, cut) for weight, cut in found[:4] if weight >= 0.15 * found[0][0])


def _pieces(word: str, system: str) -> list[list[tuple[int, float, str]]]:
    """By place, the syllables that may stand there and leave a rest that can be cut; most words have none."""
    length = len(word)
    pieces: list[list[tuple[int, float, str]]] = [[] for _ in range(length + 1)]
    fits = _fits(system).get if word.isascii() else _fit
    ends = [length]  # where a syllable may end: from there on the rest can be cut
    for at in range(length - 1, -1, -1):
        if ends[0] > at + LONGEST:
            ends = [end for end in ends if end <= at + LONGEST]
            if not ends:
                break
        for end in reversed(ends):
            if fit := fits(word[at:end]):
                pieces[at].append((end, fit, system + word[at:end]))
        if pieces[at]:
            ends.append(at)
    return pieces


def _fit(piece: str) -> float:
    """How well a piece fits a name as one syllable, 0 to 1; 0 where it hardly does."""
    fit = max(plausible(piece, "given"), plausible(piece, "family") * 0.9) if sounds_of(piece) else 0.0
    return fit if fit >= 0.1 else 0.0


@lru_cache(maxsize=3)
def _fits(system: str) -> dict[str, float]:
    """The same of all spellings of a system, so that most words are soon known to be no Korean."""
    spellings = table({"": "latin", "zh:": "pinyin", "ja:": "kana"}[system])
    return {spelling: fit for spelling in spellings if (fit := _fit(system + spelling))}
