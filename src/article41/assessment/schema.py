"""The published JSON Schema of a transaction: field names as written, closed vocabularies as enums."""

from __future__ import annotations

from typing import Any

from article41.regime.acts import ACTS
from article41.regime.facts import FACTS
from article41.regime.vocabulary import PARTY_KINDS

_WRITTEN = {"import_": "import", "from_": "from", "is_": "is"}


def publish(schema: dict[str, Any]) -> dict[str, Any]:
    """The generated schema in the form people write: renamed fields, enums, and shorthands allowed."""
    renamed: dict[str, Any] = _rename(schema)
    renamed["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    renamed["title"] = "Article 41 transaction"
    fields = renamed["properties"]
    fields["date"] = {
        "type": "string",
        "format": "date",
        "description": "Shorthand for dates.conduct: the day it happens.",
    }
    act = {"enum": list(ACTS), "description": "; ".join(f"{k}: {v}" for k, v in ACTS.items())}
    fields["act"] = {
        "description": fields["act"]["description"],
        "anyOf": [act, {"type": "array", "items": act}],
    }
    answer = {"enum": [True, False, "yes", "no", "unknown"]}
    fields["facts"] = {
        "description": fields["facts"]["description"],
        "type": "object",
        "additionalProperties": False,
        "properties": {
            name: {**answer, "description": f"{ask} (silence: {silence.value})"}
            for name, (silence, ask) in FACTS.items()
        },
    }
    definitions = renamed["$defs"]
    definitions["Party"]["properties"]["kind"] = {
        "enum": [*sorted(PARTY_KINDS), None],
        "description": definitions["Party"]["properties"]["kind"]["description"],
    }
    for place in ("quantity", "value", "item_value"):
        field = definitions["GoodsItem"]["properties"][place]
        field["anyOf"] = [*field["anyOf"], {"type": "string", "examples": ["500 barrels"]}]
    for name in ("goods", "parties", "ships", "via", "subject", "approvals", "notices", "tallies"):
        fields[name] = _one_or_many(fields[name], _SHORTHAND.get(name, ""))
    tally = definitions["Tally"]["properties"]
    for name in ("delivered", "ceiling"):
        tally[name] = _one_or_many(tally[name], "amount, such as 500 barrels")
    for name in ("from", "to"):
        fields[name]["description"] = f"{fields[name]['description']} A text is its country."
        fields[name] = {
            "description": fields[name].pop("description"),
            "anyOf": [fields[name], {"type": "string"}],
        }
    return renamed


_SHORTHAND = {"goods": "words", "parties": "name", "ships": "name", "via": "port", "subject": "subject"}


def _one_or_many(many: dict[str, Any], shorthand: str) -> dict[str, Any]:
    """A list, or one item without a list; where there is a shorthand, a text stands for it."""
    item = many["items"]
    single = [item, {"type": "string"}] if shorthand and item.get("type") != "string" else [item]
    note = f" A text is its {shorthand}." if shorthand and len(single) > 1 else ""
    return {
        "description": f"{many.get('description', '')} One may stand without a list.{note}".strip(),
        "anyOf": [{"type": "array", "items": {"anyOf": single}}, *single],
    }


def _rename(node: Any) -> Any:
    if isinstance(node, dict):
        return {_WRITTEN.get(key, key): _tidied(key, _rename(value)) for key, value in node.items()}
    return [_rename(item) for item in node] if isinstance(node, list) else node


def _tidied(key: str, value: Any) -> Any:
    return str(value).rstrip("_") if key == "title" and isinstance(value, str) else value
