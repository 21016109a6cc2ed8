"""Country names a clerk may write, as ISO 3166 two-letter codes."""

from __future__ import annotations

from article41.errors import FactsError

NAMES = {
    "dprk": "KP",
    "north korea": "KP",
    "democratic people's republic of korea": "KP",
    "prk": "KP",
    "south korea": "KR",
    "republic of korea": "KR",
    "rok": "KR",
    "korea, republic of": "KR",
    "china": "CN",
    "prc": "CN",
    "hong kong": "HK",
    "macao": "MO",
    "macau": "MO",
    "taiwan": "TW",
    "russia": "RU",
    "russian federation": "RU",
    "japan": "JP",
    "united states": "US",
    "usa": "US",
    "united kingdom": "GB",
    "uk": "GB",
    "france": "FR",
    "germany": "DE",
    "switzerland": "CH",
    "italy": "IT",
    "spain": "ES",
    "netherlands": "NL",
    "poland": "PL",
    "sweden": "SE",
    "norway": "NO",
    "malta": "MT",
    "greece": "GR",
    "cyprus": "CY",
    "singapore": "SG",
    "malaysia": "MY",
    "indonesia": "ID",
    "thailand": "TH",
    "viet nam": "VN",
    "vietnam": "VN",
    "cambodia": "KH",
    "laos": "LA",
    "myanmar": "MM",
    "mongolia": "MN",
    "india": "IN",
    "pakistan": "PK",
    "iran": "IR",
    "syria": "SY",
    "egypt": "EG",
    "qatar": "QA",
    "kuwait": "KW",
    "united arab emirates": "AE",
    "uae": "AE",
    "namibia": "NA",
    "angola": "AO",
    "mozambique": "MZ",
    "tanzania": "TZ",
    "uganda": "UG",
    "ethiopia": "ET",
    "sudan": "SD",
    "nigeria": "NG",
    "senegal": "SN",
    "south africa": "ZA",
    "panama": "PA",
    "liberia": "LR",
    "marshall islands": "MH",
    "belize": "BZ",
    "sierra leone": "SL",
    "togo": "TG",
    "comoros": "KM",
    "palau": "PW",
    "fiji": "FJ",
    "tuvalu": "TV",
    "kiribati": "KI",
    "cuba": "CU",
    "canada": "CA",
    "australia": "AU",
    "new zealand": "NZ",
    "brazil": "BR",
    "peru": "PE",
    "mexico": "MX",
}
STATELESS = frozenset({"unknown"})


def country_code(text: str) -> str:
    """Two capital letters from a code or a common name. Raises FactsError."""
    plain = " ".join(text.strip().lower().replace(".", "").split())
    if plain in NAMES:
        return NAMES[plain]
    if len(plain) == 2 and plain.isalpha() and plain.isascii():
        return plain.upper()
    raise FactsError(
        f"'{text}' is not a country code",
        hint="use the two letters of ISO 3166, such as CN or KP; leave it out if not known",
    )
