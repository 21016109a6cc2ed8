"""The words of press and diplomats for measures, and the measures of the law that each may mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from article41.errors import LawError
from article41.regime import reading
from article41.source import Mapping, read_text, read_yaml
from article41.types import Basis

_FILE = Path(__file__).parent.parent / "data" / "drafting" / "measures.yaml"
_KEYS = (
    "title",
    "measures",
    "others",
    "but_not",
    "part",
    "when",
    "exception",
    "body",
    "impose",
    "basis",
    "ask",
    "outside",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureWord:
    """One word for a measure (seafood-export) and what it means in the law.

    `measures` are the law's measures that a proposal on the word changes; `others` those it may mean
    too. `part` is a goods set within a wider measure, `when` the condition of an exception for a
    purpose, `exception` the exception meant, `body` a body with a mandate, `impose` the measure to
    be written where the law has none, `outside` why the law holds no such measure.
    """

    id: str
    title: str
    measures: tuple[str, ...]
    others: tuple[str, ...] = ()
    but_not: tuple[str, ...] = ()
    part: str = ""
    when: dict[str, Any] = field(default_factory=dict)
    exception: str = ""
    body: str = ""
    impose: dict[str, Any] = field(default_factory=dict)
    basis: Basis = Basis.EDITORIAL
    ask: str = ""
    outside: str = ""

    @property
    def whole(self) -> bool:
        """Whether it stands for the sanctions as a whole."""
        return self.measures == ("dprk.*",) and not self.exception


@cache
def load_words() -> dict[str, MeasureWord]:
    """Every word by its id. Raises LawError with file:line."""
    data = reading.mapping(read_yaml(read_text(_FILE), _FILE.name), _FILE.name)
    reading.expect_keys(data, ("words",), ("words",))
    words = reading.mapping(data["words"], data.where("words"))
    return {name: _word(name, reading.mapping(words[name], words.where(name))) for name in words}


def words_for(measures: Iterable[str]) -> frozenset[str]:
    """Words under which people speak of these measures of the law, or bodies; none for the whole regime."""
    named = set(measures)
    return frozenset(
        word.id
        for word in load_words().values()
        if not word.when and (named & {*word.measures, word.body, word.impose.get("id")} - {""})
    )


def _word(name: str, row: Mapping) -> MeasureWord:
    reading.expect_keys(row, _KEYS, ("title", "measures", "basis"))
    basis = reading.choice(row, "basis", [one.value for one in Basis])
    word = MeasureWord(
        id=name,
        title=reading.text(row, "title"),
        measures=reading.texts(row, "measures"),
        others=reading.texts(row, "others"),
        but_not=reading.texts(row, "but_not"),
        part=reading.text(row, "part"),
        when=dict(row.get("when") or {}),
        exception=reading.text(row, "exception"),
        body=reading.text(row, "body"),
        impose={key: plain(value) for key, value in (row.get("impose") or {}).items()},
        basis=Basis(basis),
        ask=reading.text(row, "ask"),
        outside=reading.text(row, "outside"),
    )
    if not (word.measures or word.body or word.impose or word.ask or word.outside):
        raise LawError(
            f"'{name}' means nothing in the law, and does not say why", where=row.where(), hint="give 'ask'"
        )
    return word


def plain(value: Any) -> Any:
    """Located YAML as plain lists and mappings."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value
