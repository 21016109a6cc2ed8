"""What the Korean ear makes of two names, and how far it overrules the plain one."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from article41.screening.form import NameForm
from article41.screening.korean import KoreanReading
from article41.screening.korean_match import KoreanMatch, compare_readings
from article41.screening.sounds import chinese_sound

OTHER_CHINESE = 0.62  # two Chinese names of which a syllable differs
NOT_HEARD = 0.3  # what is left at most where no two syllables are common


@dataclass(frozen=True, slots=True)
class Hearing:
    """What was heard. `most` bounds what the plain score may count; `trust` is how surely both are Korean.

    `adds`: the ear can only add, since the name may as well be Chinese or holds a syllable that is no Korean.
    """

    most: float = 1.0
    trust: float = 0.0
    adds: bool = False
    korean: KoreanMatch | None = None

    def with_plain(self, plain: float) -> float:
        """The score of both ears; never falls when the plain score rises."""
        if not self.trust:
            return min(plain, self.most)
        heard = self.korean.score if self.korean is not None else min(plain, NOT_HEARD)
        if self.adds:
            return max(plain, self.trust * heard)
        return self.trust * heard + (1 - self.trust) * plain


def hear(query: NameForm, listed: NameForm, floor: float) -> Hearing:
    """Listens to two names that both can be Korean, no longer than needed to tell who reaches `floor`.

    The Korean ear overrules the plain one as far as both names are sure to be Korean. Where both may as well
    be Chinese it keeps silent. No two syllables in common: no match to the Korean ear.
    """
    ours, theirs = _chinese(query.korean), _chinese(listed.korean)
    if ours and theirs:  # spelled in pinyin to the letter: another syllable is another name
        if ours & theirs:
            return Hearing()
        heard = floor <= OTHER_CHINESE and not _strangers(query, listed)
        return Hearing(OTHER_CHINESE, korean=compare_readings(query.korean, listed.korean) if heard else None)
    one, other = query.korean[0], listed.korean[0]
    trust = min(_trust(one), _trust(other))
    first = one.chinese or other.chinese
    adds = first or one.strange or other.strange
    korean = None
    if not _strangers(query, listed):
        least = floor if adds else floor - (1 - trust)
        korean = compare_readings(query.korean, listed.korean, least / trust if trust else inf)
    if korean is None and first:
        return Hearing()
    return Hearing(1.0, trust, adds, korean)


def _trust(reading: KoreanReading) -> float:
    return min(1.0, max(0.0, (reading.weight - 0.12) / 0.3))


def surely_korean(readings: tuple[KoreanReading, ...]) -> bool:
    """Whether the Korean ear alone decides between this name and another one that is surely Korean."""
    if not readings or _chinese(readings):
        return False
    return _trust(readings[0]) == 1.0 and not readings[0].strange


def _strangers(query: NameForm, listed: NameForm) -> bool:
    """No two Korean syllables in common, however they are spelled."""
    ours, theirs = query.korean_keys, listed.korean_keys
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _chinese(readings: tuple[KoreanReading, ...]) -> set[tuple[str, ...]]:
    """The syllables of the readings as pinyin, where they are at least as good as the Korean ones."""
    good = [r for r in readings if r.chinese and r.weight >= 0.75 * readings[0].weight]
    return {tuple(sorted(chinese_sound(s.removeprefix("zh:")) for s in r.syllables)) for r in good}
