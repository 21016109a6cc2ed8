"""The clerk's shorthand written out: one act or many, "500 barrels", `date:`, country names."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from typing import Any

from article41.assessment.countries import country_code
from article41.assessment.units import parse_amount, unit_name
from article41.errors import FactsError
from article41.regime.acts import ACTS
from article41.regime.facts import FACTS

Path = tuple[str | int, ...]

SYNONYMS = {
    "buy": "procure",
    "purchase": "procure",
    "order": "procure",
    "deliver": "supply",
    "donate": "supply",
    "deliver-aid": "supply",
    "ship": "transport",
    "carry": "transport",
    "finance": "finance-trade",
    "transfer-funds": "pay",
    "remit": "pay",
    "employ": "hire",
    "hire-worker": "hire",
    "invest": "form-venture",
    "ship-to-ship": "tranship",
    "transfer-at-sea": "tranship",
    "flag": "fly-flag",
    "enter_port": "enter-port",
    "port-call": "enter-port",
    "classification": "classify",
    "teach": "train",
    "reinsure": "insure",
}
_RENAMED = {"import": "import_", "from": "from_", "is": "is_"}
_COUNTRIES = frozenset({"origin", "country", "nationality", "flag"})
_AMOUNTS = frozenset({"quantity", "value", "item_value"})
_LISTS = frozenset(
    {
        "act",
        "goods",
        "parties",
        "ships",
        "via",
        "subject",
        "approvals",
        "notices",
        "tallies",
        "is",
        "delivered",
        "ceiling",
    }
)


class FieldError(FactsError):
    """A FactsError that knows the path of the field inside the transaction."""

    def __init__(self, path: Path, error: FactsError) -> None:
        super().__init__(error.message, hint=error.hint)
        self.path = path


def tidy(data: Any) -> dict[str, Any]:
    """The transaction as plain nested data in the shape of the dataclasses. Raises FieldError."""
    if not isinstance(data, dict):
        raise FieldError((), FactsError("a transaction is a mapping of field: value"))
    body = dict(data)
    if "date" in body:
        dates = body.get("dates") or {}
        if not isinstance(dates, dict):
            raise FieldError(("dates",), FactsError("'dates' is a mapping: conduct, contract, import"))
        if "conduct" in dates and dates["conduct"] != body["date"]:
            raise FieldError(
                ("date",), FactsError("'date' and 'dates.conduct' differ", hint="keep one of them")
            )
        body["dates"] = dates | {"conduct": body.pop("date")}
    if isinstance(body.get("dates"), dict):
        body["dates"] = _dates(body["dates"])
    for key in ("approvals", "notices"):
        if isinstance(body.get(key), str | bool) and body[key] in _GIVEN:
            body[key] = [{"given": _GIVEN[body[key]]}]
    if isinstance(body.get("amount"), str):
        body["amount"] = _amount(body["amount"], ("amount",))
    return {_RENAMED.get(key, key): _field(key, value, (key,)) for key, value in body.items()}


_GIVEN: dict[Any, Any] = {
    **dict.fromkeys((True, "yes"), True),
    **dict.fromkeys((False, "no", "none"), False),
    "unknown": "unknown",
    "not yet": "not yet",
}
"""What `approvals:` or `notices:` alone may say; an approval that has not come yet is none."""


def _dates(dates: dict[str, Any]) -> dict[str, Any]:
    """The days as stated; one asked for in vain is not stated."""
    kept = {key: value for key, value in dates.items() if value != "unknown"}
    if kept.get("contract") in ("none", "no", False):
        del kept["contract"]
        kept["contract_written"] = False
    return kept


def _field(key: str, value: Any, path: Path) -> Any:
    if value is None:
        return [] if key in _LISTS else None
    if key in ("delivered", "ceiling") and value == "unknown":
        return []  # asked in vain: then the record of deliveries does not stand in for it
    if key in _LISTS:
        many = value if isinstance(value, list) else [value]
        return [_item(key, item, (*path, place)) for place, item in enumerate(many)]
    if key == "facts":
        return _facts(value, path)
    if key in _AMOUNTS:
        return _amount(value, path)
    if value == "not yet" and path[0] == "approvals":
        return False
    if isinstance(value, str):
        return _text(key, value, path)
    if key in ("hs", "imo") and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _mapping(value, path) if isinstance(value, dict) else value


def _text(key: str, value: str, path: Path) -> Any:
    if key in _COUNTRIES:
        if value == "unknown":
            return value if key == "origin" else None
        return _at(path, lambda: country_code(value))
    if key in ("from", "to") and len(path) == 1:
        return {"country": _at(path, lambda: country_code(value))}
    return _at(path, lambda: unit_name(value)) if key == "unit" else value


def _item(key: str, item: Any, path: Path) -> Any:
    if key == "act" and isinstance(item, str):
        return _at(path, lambda: _act(item))
    if key in ("delivered", "ceiling"):
        return _amount(item, path)
    if key == "goods" and isinstance(item, str):
        return {"words": item}
    if key == "parties" and isinstance(item, str):
        return {"name": item}
    if key == "ships" and isinstance(item, str):
        return {"name": item}
    if key == "via" and isinstance(item, str):
        return _spot(item)
    return _mapping(item, path) if isinstance(item, dict) else item


def _spot(text: str) -> dict[str, str]:
    """A place in one word: a country where it is one, else a port."""
    try:
        return {"country": country_code(text)}
    except FactsError:
        return {"port": text}


def _mapping(value: dict[str, Any], path: Path) -> dict[str, Any]:
    return {_RENAMED.get(key, key): _field(key, inner, (*path, key)) for key, inner in value.items()}


def _amount(value: Any, path: Path) -> Any:
    if isinstance(value, str):
        number, unit = _at(path, lambda: parse_amount(value))
        return {"amount": number, "unit": unit}
    if isinstance(value, dict):
        body = dict(value)
        if "currency" in body and "unit" not in body:
            body["unit"] = body.pop("currency")
        return _mapping(body, path)
    raise FieldError(
        path, FactsError(f"{value!r} has no unit", hint='write "500 barrels" or {amount:, unit:}')
    )


def _act(name: str) -> str:
    plain = name.strip().lower().replace("_", "-").replace(" ", "-")
    plain = SYNONYMS.get(plain, plain)
    if plain in ACTS:
        return plain
    close = difflib.get_close_matches(plain, [*ACTS, *SYNONYMS], n=3)
    raise FactsError(
        f"'{name}' is no act",
        hint=f"did you mean {', '.join(close)}?" if close else "see: article41 schema acts",
    )


def _facts(value: Any, path: Path) -> Any:
    if not isinstance(value, dict):
        raise FieldError(path, FactsError("'facts' is a mapping of question: yes, no or unknown"))
    for name, said in value.items():
        if name not in FACTS:
            close = difflib.get_close_matches(name, FACTS, n=1)
            raise FieldError(
                (*path, name),
                FactsError(
                    f"'{name}' is no fact",
                    hint=f"did you mean '{close[0]}'?" if close else "see: article41 schema facts",
                ),
            )
        if said not in (True, False, None, "yes", "no", "unknown"):
            raise FieldError((*path, name), FactsError(f"{said!r} is not yes, no or unknown", hint="use one"))
    words = {"yes": True, "no": False}
    return {name: words.get(said, said) for name, said in value.items() if said is not None}


def _at(path: Path, read: Callable[[], Any]) -> Any:
    try:
        return read()
    except FactsError as error:
        raise FieldError(path, error) from None
