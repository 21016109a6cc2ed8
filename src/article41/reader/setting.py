"""Where something was said: the Council, a briefing, an interview, a letter."""

from __future__ import annotations

import re

_VENUES = re.compile(
    r"\b(?:told|to|before|addressing|at) (?P<council>(?:the )?(?:15-member )?(?:U[.․]?N[.․]? )?(?:Security )?[Cc]ouncil)\b"
    r"|\b(?:at|during|in|to) (?P<at>(?:a|an|the|his|her|its|their) (?:[\w'’.-]+ ){0,4}(?:press (?:conference|briefing)|news (?:conference|briefing)|briefing|interview|roundtable|meeting|summit|forum|"
    r"conference|hearing|session|debate|speech|address|phone call|telephone call|talks|statement|letter|report|parliament|tweet|post|commentary)(?: (?:on|with|in|at|to) [\w .'’-]{3,40})?)"
    r"|\b(?:told|by) (?P<told>(?:the )?(?:reporters|journalists|lawmakers|parliament|Congress|Voice of America|VOA|Reuters|AFP|Yonhap|Kyodo|CNN|NHK|TASS|Fox News|state media|KCNA)[\w ]{0,25})"
)


def venue(masked: str) -> str | None:
    """The venue that a sentence names, quotations left out; None where it names none."""
    match = _VENUES.search(masked)
    if match is None:
        return None
    if match.group("council"):
        return "UN Security Council"
    found = match.group("at") or match.group("told") or ""
    found = re.sub(r"\s+on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*", "", found)
    return found.strip() or None
