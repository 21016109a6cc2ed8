"""The exception tree: every error names what is wrong, where, and what to do."""

from __future__ import annotations


class Article41Error(Exception):
    """Base of everything this package raises on purpose.

    `message` says what is wrong, `where` the file and line or the field, `hint` what to do.
    """

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{place}{self.message}{hint}"


class SourceError(Article41Error):
    """A file that cannot be read as what it should be: bad YAML, wrong encoding, too large."""


class LawError(Article41Error):
    """The law data contradicts itself or its format (dangling reference, unknown key...)."""


class LawErrors(LawError):
    """Several law errors found in one pass; `errors` holds each of them."""

    def __init__(self, errors: list[LawError]) -> None:
        super().__init__("\n".join(str(error) for error in errors))
        self.errors = errors


class FactsError(Article41Error):
    """The stated facts of a transaction are impossible, contradictory or not in the schema."""


class GoodsError(FactsError):
    """An HS code that is not one, or a goods statement that contradicts itself."""


class UnknownNameError(Article41Error):
    """A measure, paragraph, draft or goods set that does not exist was asked for."""
