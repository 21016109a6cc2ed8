"""Reading YAML and JSON strictly, remembering on which line each value stands.

Why not `yaml.safe_load`: it silently keeps the last of two duplicate keys, reads `no` and `on` as
booleans and `0307` as an octal number, expands aliases without bound, and forgets line numbers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from article41.errors import SourceError

MAX_BYTES = 4_000_000
MAX_DEPTH = 40

_INT = re.compile(r"[-+]?(0|[1-9][0-9_]*)$")
_FLOAT = re.compile(r"[-+]?[0-9][0-9_]*\.[0-9]+([eE][-+]?[0-9]+)?$")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}$")
_NULLS = frozenset({"", "~", "null"})


class Mapping(dict[str, Any]):
    """A mapping that knows its file and the line of each key."""

    __slots__ = ("line", "lines", "name")

    def __init__(self, name: str, line: int) -> None:
        super().__init__()
        self.name = name
        self.line = line
        self.lines: dict[str, int] = {}

    def where(self, key: str | None = None) -> str:
        """`file:line` of a key, or of the mapping itself."""
        line = self.lines.get(key, self.line) if key is not None else self.line
        return f"{self.name}:{line}"


class Sequence(list[Any]):
    """A list that knows its file and the line of each item."""

    __slots__ = ("line", "lines", "name")

    def __init__(self, name: str, line: int) -> None:
        super().__init__()
        self.name = name
        self.line = line
        self.lines: list[int] = []


def read_text(path: Path) -> str:
    """The text of a UTF-8 file of bounded size. Raises SourceError."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise SourceError(
                f"file of {size:,} bytes is larger than {MAX_BYTES:,}",
                where=str(path),
                hint="split it: one transaction or one resolution to a file",
            )
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"not UTF-8 text (byte {error.start})", where=str(path), hint="save it as UTF-8"
        ) from None
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", where=str(path)) from None


def read_yaml(text: str, name: str) -> Any:
    """One YAML document as Mapping, Sequence and scalars. Raises SourceError with file:line."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    _refuse_oversize(text, name)
    try:
        return _Builder(yaml.parse(text, Loader=loader), name).document()
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise SourceError(
            f"not valid YAML: {problem}",
            where=f"{name}:{line}",
            hint="check indentation and quotes",
        ) from None
    except RecursionError:
        raise SourceError("nested too deeply", where=name) from None


def read_json(text: str, name: str) -> Any:
    """One JSON document; duplicate keys are refused as in YAML. Raises SourceError."""
    _refuse_oversize(text, name)
    try:
        return json.loads(
            text, object_pairs_hook=lambda pairs: _unique(pairs, name), parse_constant=_no_constant
        )
    except json.JSONDecodeError as error:
        raise SourceError(f"not valid JSON: {error.msg}", where=f"{name}:{error.lineno}") from None
    except RecursionError:
        raise SourceError("nested too deeply", where=name) from None
    except ValueError as error:
        raise SourceError(f"not valid JSON: {error}", where=name) from None


def line_of(data: Any, path: tuple[str | int, ...]) -> str | None:
    """`file:line` of the value at a path, as far as the path can be followed; None without marks."""
    found: str | None = data.where() if isinstance(data, Mapping) else None
    for step in path:
        if isinstance(data, Mapping) and step in data:
            found = data.where(str(step))
            data = data[str(step)]
        elif isinstance(data, Sequence) and isinstance(step, int) and step < len(data):
            found = f"{data.name}:{data.lines[step]}"
            data = data[step]
        else:
            break
    return found


def _refuse_oversize(text: str, name: str) -> None:
    if len(text) > MAX_BYTES:
        raise SourceError(f"larger than {MAX_BYTES:,} characters", where=name)
    if "\x00" in text:
        raise SourceError("contains NUL characters", where=name, hint="is it really a text file?")


def _no_constant(text: str) -> None:
    raise ValueError(f"{text} is not a number")


def _unique(pairs: list[tuple[str, Any]], name: str) -> Mapping:
    mapping = Mapping(name, 1)
    for key, value in pairs:
        if key in mapping:
            raise SourceError(f"key '{key}' stands twice", where=name, hint="keep one of them")
        mapping[key] = value
    return mapping


class _Builder:
    """Builds values from the parser's event stream, so that nothing is expanded or guessed."""

    def __init__(self, events: Iterator[Any], name: str) -> None:
        self.events = events
        self.name = name

    def document(self) -> Any:
        """The one document of a stream; None for an empty file. Raises SourceError for a second one."""
        self._next("StreamStartEvent")
        if type(event := next(self.events)).__name__ == "StreamEndEvent":
            return None
        value = self._value(next(self.events), 0)
        self._next("DocumentEndEvent")
        if type(event := next(self.events)).__name__ != "StreamEndEvent":
            raise SourceError(
                "more than one YAML document",
                where=self._at(event),
                hint="put each document in a file of its own",
            )
        return value

    def _next(self, expected: str) -> Any:
        event = next(self.events)
        assert type(event).__name__ == expected, (expected, event)
        return event

    def _at(self, event: Any) -> str:
        return f"{self.name}:{event.start_mark.line + 1}"

    def _value(self, event: Any, depth: int) -> Any:
        kind = type(event).__name__
        if kind == "AliasEvent" or getattr(event, "anchor", None):
            raise SourceError(
                "anchors and aliases are not allowed",
                where=self._at(event),
                hint="write the value out where it is used",
            )
        if depth > MAX_DEPTH:
            raise SourceError("nested too deeply", where=self._at(event))
        if getattr(event, "tag", None) not in (None, "!"):
            raise SourceError(f"tag {event.tag} is not allowed", where=self._at(event))
        if kind == "ScalarEvent":
            return self._scalar(event)
        return self._mapping(event, depth) if kind == "MappingStartEvent" else self._list(event, depth)

    def _mapping(self, start: Any, depth: int) -> Mapping:
        mapping = Mapping(self.name, start.start_mark.line + 1)
        while type(event := next(self.events)).__name__ != "MappingEndEvent":
            if type(event).__name__ != "ScalarEvent":
                raise SourceError("a key must be a plain word", where=self._at(event))
            key = event.value
            if key in mapping:
                raise SourceError(f"key '{key}' stands twice", where=self._at(event), hint="keep one of them")
            mapping.lines[key] = event.start_mark.line + 1
            mapping[key] = self._value(next(self.events), depth + 1)
        return mapping

    def _list(self, start: Any, depth: int) -> Sequence:
        sequence = Sequence(self.name, start.start_mark.line + 1)
        while type(event := next(self.events)).__name__ != "SequenceEndEvent":
            sequence.lines.append(event.start_mark.line + 1)
            sequence.append(self._value(event, depth + 1))
        return sequence

    def _scalar(self, event: Any) -> Any:
        text: str = event.value
        if event.style in ("'", '"', "|", ">"):
            return text
        if text in _NULLS:
            return None
        if text in ("true", "false"):
            return text == "true"
        if _INT.match(text) and len(text) < 30:
            return int(text.replace("_", ""))
        if _FLOAT.match(text) and len(text) < 30:
            return float(text.replace("_", ""))
        return self._date(event, text) if _DATE.match(text) else text

    def _date(self, event: Any, text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise SourceError(
                f"{text} is not a day of the calendar",
                where=self._at(event),
                hint="write dates as YYYY-MM-DD",
            ) from None
