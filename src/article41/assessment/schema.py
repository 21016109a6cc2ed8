"""The published JSON Schema of a transaction: field names as written, closed vocabularies as enums."""

from __future__ import annotations

from typing import Any

from article41.regime.vocabulary import ACTS, FACTS, PARTY_KINDS

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
    for name, shorthand in (("goods", "words"), ("parties", "name"), ("ships", "name")):
        many = fields[name]
        fields[name] = {
            "description": f"{many['description']} One may stand without a list; a text is its {shorthand}.",
            "anyOf": [
                {"type": "array", "items": {"anyOf": [many["items"], {"type": "string"}]}},
                many["items"],
                {"type": "string"},
            ],
        }
    return renamed


def _rename(node: Any) -> Any:
    if isinstance(node, dict):
        return {_WRITTEN.get(key, key): _tidied(key, _rename(value)) for key, value in node.items()}
    return [_rename(item) for item in node] if isinstance(node, list) else node


def _tidied(key: str, value: Any) -> Any:
    return str(value).rstrip("_") if key == "title" and isinstance(value, str) else value
