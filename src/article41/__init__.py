"""Article 41: a UN sanctions regime made executable."""

from typing import Any

__version__ = "0.1.0"

_LAZY = {"compare": "article41.service.compare", "screen": "article41.service.screening"}


def __getattr__(name: str) -> Any:
    """`article41.compare` and `article41.screen`, imported when first used."""
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'article41' has no attribute '{name}'")
