"""The law as loaded: all texts, and the regime of any day, folded once per stretch without change."""

from __future__ import annotations

import difflib
from bisect import bisect_right
from dataclasses import replace
from datetime import date
from pathlib import Path

from article41.errors import UnknownNameError
from article41.fingerprint import digest
from article41.regime.fold import change_days, fold
from article41.regime.instrument import Paragraph, Resolution
from article41.regime.load import DATA, load_folder
from article41.regime.regime import Regime


class Law:
    """Adopted texts and drafts of one regime. Immutable; folds are remembered."""

    def __init__(self, resolutions: tuple[Resolution, ...], drafts: tuple[Resolution, ...]) -> None:
        self.resolutions = resolutions
        self.drafts = drafts
        self.digest = digest(sorted(f"{text.id} {text.digest}" for text in resolutions))
        self._folds: dict[tuple[int, int, tuple[Resolution, ...]], Regime] = {}
        self._days: dict[tuple[Resolution, ...], tuple[tuple[date, ...], tuple[date, ...]]] = {}

    def regime(
        self,
        as_of: date,
        known_on: date | None = None,
        drafts: tuple[Resolution, ...] = (),
    ) -> Regime:
        """The regime in force on a day, from the texts known by `known_on`, with supposed drafts."""
        held = self.stretch(as_of, known_on, drafts)
        if (held.as_of, held.known_on) == (as_of, known_on):
            return held
        return replace(held, as_of=as_of, known_on=known_on)

    def stretch(
        self,
        day: date,
        known_on: date | None = None,
        drafts: tuple[Resolution, ...] = (),
    ) -> Regime:
        """Like `regime`, but shared by all days between two changes, and known days between two texts.

        Its `as_of` and `known_on` are those first asked for.
        """
        days = self._days.get(drafts)
        if days is None:
            texts = (*self.resolutions, *drafts)
            adopted = sorted(text.adopted for text in texts if text.adopted is not None)
            days = self._days[drafts] = (change_days(texts), tuple(adopted))
        changes, adoptions = days
        key = (bisect_right(changes, day), bisect_right(adoptions, known_on or date.max), drafts)
        held = self._folds.get(key)
        if held is None:
            held = fold(self.resolutions, as_of=day, known_on=known_on, drafts=drafts)
            if len(self._folds) < 256:
                self._folds[key] = held
        return held

    def text(self, name: str) -> Resolution:
        """A resolution or draft by id, number ("2375") or symbol. Raises UnknownNameError."""
        wanted = name.strip().lower().removeprefix("s/res/").split(" ")[0]
        for text in (*self.resolutions, *self.drafts):
            names = {
                text.id.lower(),
                text.id.lower().split("/")[-1],
                text.symbol.lower(),
                text.name,
            }
            if wanted in names or name.strip().lower() in names:
                return text
        known = [text.id.split("/")[-1] for text in (*self.resolutions, *self.drafts)]
        close = difflib.get_close_matches(wanted, known, n=3)
        raise UnknownNameError(
            f"there is no text '{name}'",
            hint=f"did you mean {', '.join(close)}?" if close else f"known: {', '.join(known)}",
        )

    def paragraph(self, ref: str) -> tuple[Resolution, Paragraph]:
        """A paragraph by reference such as "2375#16". Raises UnknownNameError."""
        name, _, para = ref.partition("#")
        text = self.text(name)
        for paragraph in text.paragraphs:
            if paragraph.para == para.strip():
                return text, paragraph
        near = [p.para for p in text.paragraphs if p.para.startswith(para.split("(")[0] or "?")]
        raise UnknownNameError(
            f"{text.symbol} has no paragraph '{para}' in our data",
            hint=f"it has {', '.join(near or [p.para for p in text.paragraphs])}",
        )


def load_law(regime: str = "dprk", folder: Path | None = None) -> Law:
    """The shipped law of a regime, or that of another folder. Raises LawErrors."""
    root = folder or DATA / regime
    drafts = root / "drafts"
    return Law(load_folder(root / "resolutions"), load_folder(drafts) if drafts.is_dir() else ())
