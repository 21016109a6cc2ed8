"""Somebody who can speak: a person, an office, a body, a country."""

from __future__ import annotations

from dataclasses import dataclass, replace

from article41.reader.gazetteer import words

GROUPS = words("phrase_groups")


@dataclass(frozen=True, slots=True)
class Actor:
    """A phrase that can speak; `first` and `last` are places of words, the last one exclusive."""

    first: int
    last: int
    kind: str  # person, unnamed, institution, country, pronoun, outlet, paper
    name: str
    represents: str | None = None
    role: str | None = None
    known: bool = False
    its: bool = False  # "its ambassador": of the country spoken of
    bare: bool = False  # "the envoy", "the ministry": whoever was meant before

    @property
    def group(self) -> bool:
        """Several people without names: analysts, diplomats."""
        return self.kind == "unnamed" and self.name.rsplit(" ", 1)[-1].lower() in GROUPS


def renamed(actor: Actor, other: Actor) -> Actor:
    """The phrase as standing for somebody met before."""
    return replace(other, first=actor.first, last=actor.last, role=other.role or actor.role, bare=False)
