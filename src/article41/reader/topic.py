"""Whether a text is about the sanctions regime on the DPRK at all."""

from __future__ import annotations

import re

_TARGET = re.compile(r"\b(?:North Korea\w*|N\. ?Korea\w*|DPRK|D\.P\.R\.K\.|Pyongyang\w*|NK|Kim Jong[- ]?[Uu]n|Kim Jong[- ]?[Ii]l|[Tt]he North(?!ern)|Koreas?)\b(?! (?:Macedonia|Dakota|Carolina|Sea))")
_DIRECT = re.compile(r"\b(?:North Korea\w*|N\. ?Korea\w*|DPRK|D\.P\.R\.K\.|Pyongyang\w*|Kim Jong[- ]?(?:[Uu]n|[Ii]l))\b|\bNK\b")
_LAW = re.compile(r"\b(?:sanction\w*|embargo\w*|Security Council|resolution \d{4}|1718|Panel of Experts|MSMT|punitive measures|blacklist\w*|UNSC)\b", re.I)
_ARMS = re.compile(r"\b(?:nuclear test\w*|nuclear (?:weapons?|program\w*)|denucleari[sz]\w+|(?:ballistic|long-range|intercontinental|cruise|hypersonic) missiles?|missile (?:test|launch)\w*|ICBMs?|launch\w* (?:\w+ ){0,3}missiles?|fired (?:\w+ ){0,4}missiles?|spy satellite|reconnaissance satellite|uranium|plutonium)\b", re.I)
_THEFT = re.compile(r"\b(?:crypto\w*|cyber\w*|hack\w*|Lazarus)\b", re.I)
_OTHERS = {
    "Iran": re.compile(r"\b(?:Iran\w*|Tehran|JCPOA)\b"),
    "Russia": re.compile(r"\b(?:Ukrain\w+|Gazprom|Rosneft|Surgutneftegas|Lukoil|shadow fleet|price cap|Crimea|Donbas)\b"),
    "Syria": re.compile(r"\b(?:Syria\w*|Damascus|Assad)\b"),
    "Venezuela": re.compile(r"\b(?:Venezuela\w*|Caracas|Maduro)\b"),
    "Cuba": re.compile(r"\b(?:Cuba\w*|Havana)\b"),
    "Myanmar": re.compile(r"\b(?:Myanmar\w*|Burm\w+|junta)\b"),
    "Belarus": re.compile(r"\b(?:Belarus\w*|Minsk)\b"),
    "Sudan": re.compile(r"\b(?:Sudan\w*|Darfur|Khartoum)\b"),
    "Libya": re.compile(r"\b(?:Libya\w*|Tripoli)\b"),
    "Iraq": re.compile(r"\b(?:Iraq\w*|Baghdad|Saddam)\b"),
    "Afghanistan": re.compile(r"\b(?:Afghan\w*|Taliban|Kabul)\b"),
    "Mali": re.compile(r"\b(?:Mali|Malian|Bamako|Yemen\w*|Houthi\w*|Congo\w*|Haiti\w*|Somali\w*)\b"),
}
_SURE = re.compile(r"\b(?:Panel of Experts|panel of experts|expert panel|MSMT|Multilateral Sanctions Monitoring|1718 (?:[Ss]anctions )?[Cc]ommittee|May 24 (?:measures|sanctions))\b")
_NORTH = re.compile(r"\b[Tt]he North\b(?! of| American| Atlantic| Sea| Pole)|\bKoreas\b|\binter-Korean\b")
_TIED = re.compile(r"\b(?:North Korea\w*|DPRK|Pyongyang)\b[^.\n]{0,160}\b(?:sanction|resolution|embargo)|\b(?:sanction|resolution|embargo)\w*[^.\n]{0,160}\b(?:North Korea\w*|DPRK|Pyongyang|the North)\b")


def on_topic(text: str, limit: int) -> tuple[bool, str]:
    """The answer with its reason in words. Only the first `limit` characters are looked at."""
    text = text[:limit]
    direct = len(_DIRECT.findall(text))
    if direct == 0 and "Korea" in text:
        direct = len(_NORTH.findall(text))
    if direct == 0:
        return False, "the DPRK is not named"
    flat = text.replace("U.N.", "UN").replace("U.S.", "US")
    named = max(direct, len(_TARGET.findall(text)))
    law, arms = len(_LAW.findall(text)), len(_ARMS.findall(text))
    theft = len(_THEFT.findall(text))
    if law == 0 and arms == 0 and theft < 2:
        return False, "the DPRK is named, but neither sanctions nor its weapons nor thefts"
    if _SURE.search(text):
        return True, "the regime's own bodies are named"
    rival, most = max(((name, len(pattern.findall(text))) for name, pattern in _OTHERS.items()), key=lambda p: p[1])
    tied = bool(_TIED.search(flat))
    if most > named * (2 if not tied else 4):
        return False, f"mainly about {rival}"
    lead = _DIRECT.search(text[:600]) is not None
    if law and lead and named + len(_NORTH.findall(text)) >= 2:
        return True, "sanctions on the DPRK"
    if named < 2 and not tied:
        return False, "the DPRK is named in passing"
    if law == 0 and arms + theft < 2:
        return False, "no sanctions, and weapons in passing"
    return True, "sanctions or weapons of the DPRK"
