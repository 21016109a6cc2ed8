"""Who is listed, in the vocabulary of FollowTheMoney: an entity, its names and marks, its listings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class Schema(StrEnum):
    """FollowTheMoney schemata that official lists need."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    COMPANY = "Company"
    LEGAL_ENTITY = "LegalEntity"  # a person or an organisation, the list does not say
    VESSEL = "Vessel"
    AIRPLANE = "Airplane"
    WALLET = "CryptoWallet"

    @property
    def is_organisation(self) -> bool:
        """Whether names are read as company names."""
        return self in (Schema.ORGANIZATION, Schema.COMPANY)


class NameQuality(StrEnum):
    """How far the list itself stands behind a name."""

    STRONG = "strong"  # the name, or a "good" alias
    WEAK = "weak"  # a "low" quality alias: nicknames, codenames, fragments
    FORMER = "former"  # formerly known as, previous ship name


class IdentifierKind(StrEnum):
    """What a number or address is."""

    PASSPORT = "passport"
    NATIONAL_ID = "national-id"
    TAX = "tax"
    REGISTRATION = "registration"  # company number
    IMO = "imo"  # of a ship, or of a company in the IMO scheme: see `note`
    MMSI = "mmsi"
    CALL_SIGN = "call-sign"
    AIRCRAFT = "aircraft"  # tail number, serial number
    BIC = "bic"
    WALLET = "wallet"
    EMAIL = "email"
    PHONE = "phone"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name as the list writes it; `parts` are (part, words): last, first, second, title..."""

    text: str
    quality: NameQuality = NameQuality.STRONG
    primary: bool = False
    language: str = ""  # ISO 639-1 where the list says
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A day, month or year, or a range of them, as precise as the list is.

    `start` and `end` are ISO prefixes ("1957", "1957-10", "1957-10-03"); `end` equals `start`
    unless a range ("between 1955 and 1957") is stated. `circa`: the list says about.
    """

    start: str
    end: str
    circa: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A number, document or address that tells one bearer from all others.

    `value` is normalised (no blanks or prefixes; wallets keep their case), `text` as listed.
    `country` is ISO 3166 alpha-2 of the issuer, `currency` the ticker of a wallet. `doubtful`: the list
    itself flags it false, expired or revoked; `note` says how.
    """

    kind: IdentifierKind
    value: str
    country: str = ""
    currency: str = ""
    doubtful: bool = False
    note: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A place; `country` ISO 3166 alpha-2 where it can be told."""

    text: str
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One entry of one list: its stable reference, when it was made and changed, what it brings.

    `measures` are the plain words of the list or regime ("asset freeze", "travel ban", "port entry").
    """

    source: str  # key of the source, "un-sc"
    reference: str  # stable key within the source: KPi.001, 28263, EU.4011.64
    programme: str = ""  # the list's own word: "DPRK", "PRK", "DPRK3"
    listed_on: date | None = None
    amended_on: tuple[date, ...] = ()
    measures: tuple[str, ...] = ()
    un_reference: str = ""  # where a national list says which UN entry it carries out
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Who or what is listed. `id` is `source:reference`, unique within a snapshot.

    `raw` keeps the record as read (flat or nested plain values), so that nothing the importer did not
    understand is lost; `notes` are marks of ours about the record's quality.
    """

    id: str
    schema: Schema
    names: tuple[Name, ...]
    listings: tuple[Listing, ...] = ()
    birth_dates: tuple[PartialDate, ...] = ()
    birth_places: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()  # male, female
    nationalities: tuple[str, ...] = ()  # ISO 3166 alpha-2
    countries: tuple[str, ...] = ()  # of residence, registration, flag
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[Address, ...] = ()
    titles: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()  # names or ids of parties the record is linked to
    notes: tuple[str, ...] = ()
    raw: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def caption(self) -> str:
        """The name to show: the primary one, else the first."""
        return next((name.text for name in self.names if name.primary), self.names[0].text)
