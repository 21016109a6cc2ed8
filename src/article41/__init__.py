"""Article 41: a UN sanctions regime made executable."""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """`article41.screen`, imported by name when first used: the rooms below know nothing of it."""
    if name == "screen":
        return import_module("article41.service.screening").screen
    raise AttributeError(f"module 'article41' has no attribute '{name}'")
