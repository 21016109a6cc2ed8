"""The formats that can be read, and how each is told from its first bytes."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from article41.errors import SourceError
from article41.lists.entity import Entity
from article41.lists.formats.facts import Facts
from article41.lists.intake import Intake

Reader = Callable[[Any, Facts], Iterator[Entity]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A list format: `source` is the list it is used for unless another is stated."""

    key: str
    source: str
    title: str
    reader: str  # module.function, imported when used
    files: str = ""  # pattern of the file names, for a format of several files

    def takes(self, names: list[str]) -> bool:
        """Whether all these file names belong to a format of several files."""
        return bool(self.files and names) and all(re.match(self.files, name, re.I) for name in names)

    def read(self, streams: Mapping[str, Intake], facts: Facts) -> Iterator[Entity]:
        """The entities of one file, or of the files of a folder. Raises SourceError."""
        module, _, function = self.reader.partition(".")
        read: Reader = getattr(importlib.import_module(f"article41.lists.formats.{module}"), function)
        return read(streams if self.files else next(iter(streams.values())), facts)


FORMATS = {
    row.key: row
    for row in (
        Format(
            key="un-xml",
            source="un-sc",
            title="UN Security Council Consolidated List, XML",
            reader="un_consolidated.read_un_consolidated",
        ),
        Format(
            key="un-vessels-csv",
            source="un-1718-vessels",
            title="1718 Designated Vessels List, CSV",
            reader="un_vessels.read_un_vessels",
        ),
        Format(
            key="ofac-xml",
            source="us-ofac-sdn",
            title="OFAC SDN or Consolidated list, XML",
            reader="ofac_xml.read_ofac_xml",
        ),
        Format(
            key="ofac-csv",
            source="us-ofac-sdn",
            title="OFAC legacy CSV: sdn.csv with alt.csv, add.csv, sdn_comments.csv",
            reader="ofac_csv.read_ofac_csv",
            files=r"(?:sdn|alt|add|sdn_comments)\.csv",
        ),
        Format(
            key="wallets",
            source="us-ofac-wallets",
            title="digital currency addresses, a folder of sanctioned_addresses_*.txt",
            reader="wallets.read_wallets",
            files=r"sanctioned_addresses_\w+\.txt",
        ),
        Format(
            key="eu-fsf-xml",
            source="eu-fsf",
            title="EU consolidated financial sanctions list, FSF XML 1.1",
            reader="eu_fsf.read_eu_fsf",
        ),
        Format(
            key="ca-sema-xml",
            source="ca-sema",
            title="Canada, consolidated autonomous sanctions, XML",
            reader="ca_sema.read_ca_sema",
        ),
        Format(
            key="jp-mof-xlsx",
            source="jp-mof",
            title="Japan, Ministry of Finance asset-freeze list, XLSX",
            reader="jp_mof.read_jp_mof",
        ),
        Format(
            key="us-csl-csv",
            source="us-csl",
            title="US Consolidated Screening List, CSV",
            reader="us_csl.read_us_csl",
        ),
        Format(
            key="uk-derived-jsonl",
            source="gb-uksl",
            title="UK Sanctions List as derived JSON lines",
            reader="uk_derived.read_uk_derived",
        ),
        Format(
            key="uk-xml",
            source="gb-uksl",
            title="UK Sanctions List, XML of the FCDO",
            reader="uk_xml.read_uk_xml",
        ),
        Format(
            key="ftm",
            source="ftm",
            title="FollowTheMoney JSON lines: entities.ftm.json, targets.nested.json",
            reader="ftm.read_ftm",
        ),
        Format(
            key="ftm-simple-csv",
            source="ftm",
            title="OpenSanctions targets.simple.csv",
            reader="ftm_simple.read_ftm_simple",
        ),
    )
}

_ROOTS = {
    "CONSOLIDATED_LIST": "un-xml",
    "sdnList": "ofac-xml",
    "export": "eu-fsf-xml",
    "data-set": "ca-sema-xml",
    "Designations": "uk-xml",
}
_ZIP = b"PK\x03\x04"
_FIRST_ELEMENT = re.compile(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)([^>]*)")


def recognise(head: bytes, name: str) -> Format:
    """The format of a single file by its first bytes. Raises SourceError for a page or an unknown thing."""
    if head.startswith(_ZIP):
        return FORMATS["jp-mof-xlsx"]
    words = _decoded(head)
    start = words.lstrip("\ufeff \t\r\n")
    if not start:
        raise SourceError("is empty", where=name, hint="fetch it again")
    if start.startswith("<"):
        key = _by_root(start, name)
    elif start.startswith(("{", "[")):
        key = _by_json(start)
    else:
        key = _by_header(start)
    if key not in FORMATS:
        raise SourceError(
            "is in no list format known here", where=name, hint="formats: " + ", ".join(FORMATS)
        )
    return FORMATS[key]


def _decoded(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", errors="replace")
    return head.decode("utf-8", errors="replace")


def _by_root(start: str, name: str) -> str:
    found = _FIRST_ELEMENT.search(start)
    root = found[1] if found else ""
    if root.casefold() == "html" or start[:200].casefold().startswith("<!doctype html"):
        raise SourceError(
            "is a web page, not a list", where=name, hint="the publisher's address may have changed"
        )
    return _ROOTS.get(root, "")


def _by_json(start: str) -> str:
    """By the keys of the first line, which may be cut where the head ends."""
    line = start.splitlines()[0]
    if _key("unique_id").search(line) and _key("names").search(line):
        return "uk-derived-jsonl"
    return "ftm" if _key("schema").search(line) and _key("id").search(line) else ""


def _key(name: str) -> re.Pattern[str]:
    return re.compile(rf'"{name}"\s*:')


def _by_header(start: str) -> str:
    header = start.splitlines()[0]
    columns = {cell.strip().strip('"') for cell in header.split(",")}
    for key, wanted in _HEADERS.items():
        if wanted <= columns:
            return key
    return ""


_HEADERS = {
    "un-vessels-csv": {"list_no", "imo_number", "designated_on"},
    "us-csl-csv": {"_id", "source", "entity_number", "alt_names"},
    "ftm-simple-csv": {"id", "schema", "name", "aliases", "countries"},
}
