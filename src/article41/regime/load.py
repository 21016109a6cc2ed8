"""Resolutions from their YAML files."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from article41.errors import LawError, LawErrors, SourceError
from article41.regime import reading
from article41.regime.instrument import Paragraph, Resolution, verb_binds
from article41.regime.load_operation import parse_operation
from article41.regime.load_parts import Place
from article41.regime.measure import Cite
from article41.source import Mapping, read_text, read_yaml

DATA = Path(__file__).parent.parent / "data" / "regimes"
STATUSES = ("adopted", "draft", "vetoed", "withdrawn", "hypothetical")
BECAUSE = (
    "hortatory",
    "reaffirms",
    "procedure",
    "committee-task",
    "reporting",
    "definition",
    "political",
)
_KEYS = (
    "id",
    "symbol",
    "regime",
    "title",
    "status",
    "adopted",
    "tabled",
    "meeting",
    "vote",
    "vetoed_by",
    "penholder",
    "trigger",
    "operative",
    "operative_confidence",
    "text",
    "note",
    "paragraphs",
)


def load_folder(folder: Path) -> tuple[Resolution, ...]:
    """Every resolution in a folder, by adoption day. Raises LawErrors with all that was found."""
    errors: list[LawError] = []
    found: list[Resolution] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            found.append(load_resolution(path))
        except LawErrors as several:
            errors += several.errors
        except (LawError, SourceError) as error:
            errors.append(error if isinstance(error, LawError) else _as_law_error(error))
    if errors:
        raise LawErrors(errors)
    return tuple(found)


def load_resolution(path: Path) -> Resolution:
    """One resolution from a file. Raises LawError or SourceError with file:line."""
    return parse_resolution(read_text(path), path.name)


def parse_resolution(content: str, name: str) -> Resolution:
    """One resolution from its YAML text. Raises LawErrors with every fault of its paragraphs."""
    data = reading.mapping(read_yaml(content, name), name)
    reading.expect_keys(data, _KEYS, ("id", "symbol", "regime", "status", "paragraphs"))
    status = reading.choice(data, "status", STATUSES)
    adopted = reading.day(data, "adopted")
    if status == "adopted" and adopted is None:
        raise LawError("an adopted text needs its day of adoption", where=data.where("status"))
    vote = data.get("vote") or {}
    source = data.get("text") or {}
    return Resolution(
        id=reading.text(data, "id"),
        symbol=reading.text(data, "symbol"),
        regime=reading.text(data, "regime"),
        title=reading.text(data, "title"),
        status=status,
        adopted=adopted if status == "adopted" else None,
        tabled=str(data.get("tabled") or ""),
        meeting=reading.text(data, "meeting"),
        vote=tuple((str(side), int(count)) for side, count in vote.items()),
        vetoed_by=reading.texts(data, "vetoed_by"),
        penholder=reading.text(data, "penholder"),
        trigger=reading.text(data, "trigger"),
        operative=reading.whole(data, "operative"),
        operative_confidence=reading.confidence(data, "operative_confidence"),
        url=str(source.get("url") or ""),
        note=reading.text(data, "note"),
        paragraphs=_paragraphs(data),
        name=name,
        digest=hashlib.sha256(content.encode()).hexdigest(),
    )


def _paragraphs(data: Mapping) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    errors: list[LawError] = []
    seen: dict[str, str] = {}
    for item in reading.items(data, "paragraphs"):
        try:
            paragraph = _paragraph(item, data)
            if paragraph.para in seen:
                raise LawError(
                    f"paragraph {paragraph.para} stands twice (also {seen[paragraph.para]})",
                    where=paragraph.where,
                )
            seen[paragraph.para] = paragraph.where
            found.append(paragraph)
        except LawError as error:
            errors.append(error)
    if errors:
        raise LawErrors(errors)
    return tuple(found)


def _paragraph(item: Any, data: Mapping) -> Paragraph:
    entry = reading.mapping(item, data.where("paragraphs"))
    keys = ("para", "verb", "gist", "confidence", "note", "does", "because", "binds")
    reading.expect_keys(entry, keys, ("para", "verb", "gist", "does"))
    para = reading.text(entry, "para")
    verb = reading.text(entry, "verb")
    grade = reading.confidence(entry)
    binds = entry.get("binds", verb_binds(verb))
    cite = Cite(
        resolution=reading.text(data, "id"),
        symbol=reading.text(data, "symbol"),
        para=para,
        confidence=grade,
    )
    place = Place(cite=cite, binds=bool(binds))
    operations = tuple(
        parse_operation(operation, place, entry.where("does")) for operation in reading.items(entry, "does")
    )
    because = reading.text(entry, "because")
    if not operations and because not in BECAUSE:
        raise LawError(
            f"paragraph {para} does nothing and does not say why",
            where=entry.where(),
            hint=f"add because: one of {', '.join(BECAUSE)}",
        )
    return Paragraph(
        para=para,
        verb=verb,
        gist=reading.text(entry, "gist"),
        operations=operations,
        because=because,
        confidence=grade,
        note=reading.text(entry, "note"),
        binds=bool(binds),
        where=entry.where(),
    )


def _as_law_error(error: SourceError) -> LawError:
    return LawError(error.message, where=error.where, hint=error.hint)
