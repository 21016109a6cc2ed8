"""Whom "he", "the envoy", "the ministry", "the two countries" or a family name alone mean in a text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from article41.reader.actor import Actor, renamed
from article41.reader.gazetteer import in_office, words

_OFFICES = words("coreference_offices")
_SPOKES = frozenset(["spokesman", "spokeswoman", "spokesperson"])
_BODIES = words("coreference_bodies")
_INDEFINITE = (
    "a ",
    "an ",
    "one ",
    "another ",
    "some ",
    "several ",
    "two ",
    "three ",
    "other ",
    "senior ",
    "top ",
)
_STATES = words("coreference_states")


@dataclass(slots=True)
class Memory:
    """Who was named so far, the latest last."""

    people: dict[str, Actor] = field(default_factory=dict)
    named: list[Actor] = field(default_factory=list)  # people and offices
    salient: list[Actor] = field(default_factory=list)  # those of them that were subjects
    bodies: list[Actor] = field(default_factory=list)
    countries: list[Actor] = field(default_factory=list)
    speakers: list[Actor] = field(default_factory=list)  # those who said something, the latest last
    day: date | None = None  # the day of the text, by which offices are settled
    ahead: list[Actor] = field(default_factory=list)  # people with an office, anywhere in the text
    pair: tuple[Actor, ...] = ()
    papers: dict[str, Actor] = field(default_factory=dict)  # whose letter, whose report

    def register(self, actor: Actor) -> None:
        """Remembers the full name of somebody, by whatever part of it the text may use later."""
        if actor.kind == "person" and not actor.bare:
            self._register(actor)

    def meet(self, actor: Actor, *, subject: bool = True) -> None:
        """Remembers somebody the text names; whoever is only spoken of beside others is no "he" later."""
        if actor.bare or actor.kind in ("pronoun", "outlet", "paper"):
            return
        if subject and actor.kind in ("person", "unnamed"):
            self.salient.append(actor)
        if actor.kind == "person":
            self._register(actor)
            self.named.append(actor)
        elif actor.kind == "unnamed":
            self.named.append(actor)
        elif actor.kind == "institution":
            self.bodies.append(actor)
        else:
            self.countries.append(actor)

    def _register(self, actor: Actor) -> None:
        parts = actor.name.lower().replace("-", " ").split()
        for key in {parts[0], parts[-1], actor.name.lower().split()[-1]}:
            known = self.people.get(key)
            if known is None or actor.role or not known.role or key == parts[-1]:
                self.people[key] = actor

    def meet_together(self, group: list[Actor]) -> None:
        """Remembers several named in one breath: `China and Russia`."""
        if len(group) > 1:
            self.pair = tuple(group)

    def who(self, actor: Actor) -> list[Actor]:
        """The one or several meant; empty where the text does not tell."""
        if actor.kind == "pronoun":
            return [renamed(actor, found) for found in self._pronoun(actor.name)]
        if actor.kind == "paper":
            owner = self.papers.get(actor.name) or (self.speakers[-1] if self.speakers else None)
            return [renamed(actor, owner)] if owner else []
        if actor.kind == "person" and actor.bare:
            known = self.people.get(actor.name.lower()) or self._in_office(actor)
            return [renamed(actor, known)] if known else []
        if actor.kind == "unnamed":
            return [self._office(actor)]
        if actor.kind == "institution" and actor.bare:
            return [self._body(actor)]
        if (
            actor.its
            and actor.represents in (None, "United Nations")
            and (country := self._country()) is not None
        ):
            return [replace(actor, represents=country.represents)]
        return [actor]

    def _in_office(self, actor: Actor) -> Actor | None:
        """`Moon`, never introduced: whoever of that name held office on the day of the text."""
        entry = in_office(actor.name, self.day)
        if entry is None:
            return None
        return Actor(actor.first, actor.last, "person", entry.name, entry.represents, entry.role, True)

    def _pronoun(self, word: str) -> list[Actor]:
        if word in ("he", "she"):
            for actor in [*reversed(self.speakers), *reversed(self.salient), *reversed(self.named)]:
                if actor.kind == "person" or (actor.kind == "unnamed" and not actor.group):
                    return [actor]
            return []
        if word == "they":
            if self.pair:
                return list(self.pair)
            return [self.speakers[-1]] if self.speakers and self.speakers[-1].group else []
        for actor in reversed(self.speakers):
            if actor.kind in ("institution", "country"):
                return [actor]
        return []

    def _office(self, actor: Actor) -> Actor:
        """`the envoy`: somebody of that office named before; else the phrase itself."""
        heads = {word for word in actor.name.lower().replace("-", " ").split() if word in _OFFICES}
        if heads & _SPOKES:
            heads |= _SPOKES
        indefinite = actor.name.lower().startswith(_INDEFINITE)
        if heads and (actor.bare or (actor.represents and not indefinite and not actor.group)):
            for other in [*reversed(self.speakers), *reversed(self.named)]:
                role = (other.role or "").lower().replace("-", " ").split()
                agree = actor.represents in (None, other.represents)
                if other.kind in ("person", "unnamed") and agree and heads & set(role):
                    return renamed(actor, other)
        known = self._named_ahead(actor, heads, actor.represents)
        if known is None and actor.bare and self.countries:  # "its foreign minister"
            known = self._named_ahead(actor, heads, self.countries[-1].represents)
        if known is not None:
            return renamed(actor, known)
        return self._of_body(actor) if actor.represents is None else actor

    def _named_ahead(self, actor: Actor, heads: set[str], country: str | None) -> Actor | None:
        """`its foreign minister`, whom only a later sentence names: the one person of all those words."""
        words_of = {word for word in actor.name.lower().replace("-", " ").split() if len(word) > 2}
        office = words_of - _STATES
        if not heads or (len(office) < 2 and not country):
            return None
        if actor.name.lower().startswith(
            _INDEFINITE
        ):  # "a North Korean diplomat", named in the next sentence
            if self.speakers or actor.group:
                return None
            office |= words_of & {"senior", "top", "chief"}
        found = {
            other.name: other
            for other in self.ahead
            if country in (None, other.represents)
            and office <= set((other.role or "").lower().replace("-", " ").split())
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _of_body(self, actor: Actor) -> Actor:
        """`a department spokesperson`: the department is the one named last."""
        body = next((b for b in reversed(self.bodies) if _shares(b.name, actor.name)), None)
        if body is None:
            return actor
        last = actor.name.split()[-1]
        if last in body.name.lower():
            return renamed(actor, body)
        return Actor(
            actor.first, actor.last, "unnamed", f"{body.name} {last}", body.represents, f"{body.name} {last}"
        )

    def _body(self, actor: Actor) -> Actor:
        word = actor.name.split()[-1].lower()
        for body in reversed(self.bodies):
            if body.name.lower().split()[-1] == word:
                return renamed(actor, body)
        country = self._country()
        if country is None:
            return actor
        if word in ("government", "administration", "parliament", "military"):
            return renamed(actor, country)
        return Actor(
            actor.first, actor.last, "institution", f"{country.represents}'s {actor.name}", country.represents
        )

    def _country(self) -> Actor | None:
        return next((c for c in reversed(self.countries) if c.represents != "United Nations"), None)


def _shares(body: str, office: str) -> bool:
    return any(word in office.lower().split() for word in body.lower().split() if word in _BODIES)


def is_office(word: str) -> bool:
    """Whether a word names an office that people hold."""
    return word in words("titles")
