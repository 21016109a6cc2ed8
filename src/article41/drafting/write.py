"""A draft as a file of the law's own format, with the words of the text beside each operation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from article41.drafting.draft import Draft, DraftParagraph

_WIDTH = 110
_QUOTE = 200
_PLACES = 5


def to_yaml(draft: Draft) -> str:
    """The file's text. Evidence stands in comments: characters of the source, end exclusive, and words."""
    head: dict[str, Any] = {
        "id": draft.id,
        "symbol": draft.symbol,
        "regime": "dprk",
        "title": draft.title,
        "status": "hypothetical",
        "tabled": draft.tabled,
    }
    if draft.penholder:
        head["penholder"] = draft.penholder
    head |= {"operative": len(draft.paragraphs), "operative_confidence": "low", "note": draft.note}
    lines = [f"# Drafted from {_comment(draft.source)} against the law of {draft.on}."]
    if draft.sponsors:
        lines.append(f"# Put forward, in the words of the text, by: {_comment(', '.join(draft.sponsors))}.")
    lines += [f"# Not understood: “{_comment(clause)}”" for clause in draft.unread]
    lines += _dump(head, flow=False).splitlines()
    lines.append("paragraphs:")
    for paragraph in draft.paragraphs:
        lines += _paragraph(paragraph)
    return "\n".join(lines) + "\n"


def _paragraph(paragraph: DraftParagraph) -> Iterator[str]:
    for piece in paragraph.evidence[:_PLACES]:
        yield f"  # characters {piece.start}-{piece.end}: “{_comment(piece.quote)}”"
    if len(paragraph.evidence) > _PLACES:
        yield f"  # and in {len(paragraph.evidence) - _PLACES} more places"
    body: dict[str, Any] = {
        "para": paragraph.para,
        "verb": "Decides",
        "gist": paragraph.gist,
        "confidence": paragraph.confidence.value,
    }
    if note := note_of(paragraph):
        body["note"] = note
    body["does"] = list(paragraph.operations)
    if not paragraph.operations:
        body["because"] = "political"
    first, *rest = _dump(body).splitlines()
    yield f"  - {first}"
    yield from (f"    {line}" if line else "" for line in rest)


def note_of(paragraph: DraftParagraph) -> str:
    """What the operations act on, and every open question, in one note."""
    acts = f"Acts on {', '.join(paragraph.acts_on)} (inferred)." if paragraph.acts_on else ""
    asked = f"Open: {' '.join(paragraph.questions)}" if paragraph.questions else ""
    return " ".join(filter(None, (acts, asked)))


def operation_words(operation: dict[str, Any]) -> str:
    """An operation in a few words: `terminate dprk.seafood`, `amend dprk.petroleum.crude: limit.schedule`."""
    verb = next(iter(operation))
    targets = operation[verb] if isinstance(operation[verb], list) else [operation[verb]]
    part = f"/{operation['id']}" if "id" in operation else ""
    fields = f": {', '.join(operation['set'])}" if "set" in operation else ""
    until = f" until {operation['until']}" if "until" in operation else ""
    return f"{verb} {', '.join(f'{target}{part}' for target in targets)}{fields}{until}"


def _comment(text: str) -> str:
    """Words of a text made safe for one line of comment."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    line = " ".join(plain.split())
    return line if len(line) <= _QUOTE else line[: _QUOTE - 1] + "…"


def _dump(data: dict[str, Any], *, flow: bool | None = None) -> str:
    """YAML in blocks; with `flow` None the innermost lists and mappings stand on one line."""
    import yaml

    class Plain(yaml.SafeDumper):
        """Writes every value out where it is used: the law's reader refuses aliases."""

        def ignore_aliases(self, data: Any) -> bool:
            return True

    return yaml.dump(
        data, Dumper=Plain, sort_keys=False, allow_unicode=True, width=_WIDTH, default_flow_style=flow
    )
