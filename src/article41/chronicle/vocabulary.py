"""The closed lists of the record. A word outside them is an error when a file is loaded."""

from __future__ import annotations

EVENT_TYPES = frozenset(
    [
        "agreement",
        "border-closure",
        "claim",
        "committee",
        "council-meeting",
        "cyber-theft",
        "deadline",
        "deployment",
        "domestic",
        "draft",
        "ga-debate",
        "ga-resolution",
        "humanitarian",
        "icbm-test",
        "law",
        "measure",
        "missile-test",
        "monitoring",
        "monitoring-end",
        "monitoring-start",
        "moratorium",
        "moratorium-end",
        "nuclear-site",
        "nuclear-test",
        "offer",
        "parade",
        "party-congress",
        "policy",
        "provocation",
        "satellite-launch",
        "speech",
        "statement",
        "summit",
        "talks",
        "trade",
        "treaty",
        "veto",
    ]
)
TIMELINE_TYPES = EVENT_TYPES | {"vote", "report", "fact", "delivery", "meeting"}

FAMILIES = {
    "nuclear-test": "nuclear-test",
    "icbm-test": "missile-launch",
    "missile-test": "missile-launch",
    "missile-launch": "missile-launch",
    "satellite-launch": "satellite-launch",
    "cyber-theft": "cyber-theft",
    "summit": "summit",
    "talks": "meeting",
    "council-meeting": "meeting",
    "meeting": "meeting",
    "vote": "vote",
    "veto": "vote",
    "report": "report",
}
"""The kind of event that curated and reported rows share, by which they are set side by side."""

SERIES = ("reported", "estimated")
BOUNDS = frozenset({"", "at-least", "at-most", "about"})
REPORT_KINDS = frozenset({"final", "midterm", "report"})
BODIES = frozenset({"panel-of-experts", "msmt"})
CLAIMANT_KINDS = frozenset({"panel", "msmt", "state", "firm", "researcher", "press", "mixed"})
METHODS = frozenset(
    [
        "cyber",
        "it-workers",
        "overseas-labour",
        "coal",
        "banned-commodities",
        "sand",
        "fishing-rights",
        "textiles",
        "seafood",
        "ship-to-ship-fuel",
        "fuel-from-russia",
        "arms",
        "troops",
    ]
)
STANCES = (
    "strengthen",
    "maintain",
    "enforce",
    "ease",
    "lift",
    "oppose-easing",
    "oppose-strengthening",
    "conditional-relief",
    "monitor",
    "neutral",
)
"""As the reader labels them: `enforce` also defends monitoring, `oppose-strengthening` also attacks it."""

MEASURES = frozenset(
    [
        "sanctions-regime",
        "arms-embargo",
        "nuclear-missile-items",
        "nuclear-test-ban",
        "ballistic-missile-ban",
        "luxury-goods",
        "asset-freeze",
        "travel-ban",
        "designations",
        "financial-restrictions",
        "cargo-inspection",
        "maritime-measures",
        "coal-export",
        "iron-export",
        "metals-export",
        "minerals-export",
        "mineral-fuels-export",
        "seafood-export",
        "textile-export",
        "food-export",
        "machinery-export",
        "refined-petroleum",
        "crude-oil",
        "oil-supply",
        "natural-gas",
        "aviation-fuel",
        "industrial-goods",
        "tobacco",
        "overseas-workers",
        "joint-ventures",
        "inter-korean-projects",
        "livelihood-measures",
        "humanitarian-exemption",
        "panel-of-experts",
        "sanctions-monitoring",
        "cyber",
        "may24-measures",
    ]
)
"""What a position is about, in the reader's words for measures."""

ACTORS = {
    "US": "United States",
    "CN": "China",
    "RU": "Russian Federation",
    "KP": "DPRK",
    "KR": "Republic of Korea",
    "JP": "Japan",
    "GB": "United Kingdom",
    "FR": "France",
    "DE": "Germany",
    "UN": "United Nations",
    "EU": "European Union",
    "MSMT": "Multilateral Sanctions Monitoring Team",
    "AU": "Australia",
    "CA": "Canada",
    "IT": "Italy",
    "NL": "Netherlands",
    "NZ": "New Zealand",
}
ACTOR_NAMES = {
    **{name.lower(): code for code, name in ACTORS.items()},
    "russia": "RU",
    "the united states": "US",
    "u.s.": "US",
    "usa": "US",
    "united states of america": "US",
    "america": "US",
    "people's republic of china": "CN",
    "north korea": "KP",
    "democratic people's republic of korea": "KP",
    "south korea": "KR",
    "britain": "GB",
    "uk": "GB",
    "un": "UN",
    "eu": "EU",
    "security council": "UN",
}
"""Plain names and the code each has in the record."""


def actor_code(name: str) -> str:
    """The code of a State or body by code or plain name; the words as given where there is none."""
    stripped = name.strip()
    if stripped.upper() in ACTORS:
        return stripped.upper()
    return ACTOR_NAMES.get(stripped.lower(), stripped)
