"""Article 41: a UN sanctions regime made executable."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from article41.service.screening import screen

__version__ = "0.1.0"
__all__ = ["__version__", "screen"]


def __getattr__(name: str) -> Any:
    """`article41.screen`, imported when first used."""
    if name == "screen":
        from article41.service.screening import screen

        return screen
    raise AttributeError(f"module 'article41' has no attribute '{name}'")
