"""Coverage-guided fuzzing of the list importers: `make fuzz`, or `make fuzz ARGS=-max_total_time=600`.

Starts from the small files of tests/lists/files. An importer may read or refuse what it is given, with an
Article41Error; any other exception, and any endless loop, stops the run and leaves the input that caused it.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

try:
    import atheris  # type: ignore[import-untyped,import-not-found,unused-ignore]
except ImportError:
    print("atheris is not installed, so nothing was fuzzed: pip install atheris (Linux, macOS)")
    sys.exit(0)

with atheris.instrument_imports(include=["article41"]):
    from article41.errors import Article41Error
    from article41.lists.formats import (  # noqa: F401  (imported now, to be instrumented)
        ca_sema,
        eu_fsf,
        ftm,
        ftm_simple,
        jp_mof,
        ofac_csv,
        ofac_xml,
        uk_derived,
        un_consolidated,
        un_vessels,
        us_csl,
        wallets,
    )
    from article41.lists.read import read_list

FILES = Path(__file__).resolve().parents[1] / "lists" / "files"
DAY = date(2030, 1, 1)
SETS = (("sdn.csv",), ("sdn.csv", "sdn_comments.csv"), ("sanctioned_addresses_XBT.txt",))


def one_input(data: bytes) -> None:
    """The bytes as one file, or, after a first byte of 1 to 3, as a set of files parted by 0xFF 0xFF."""
    given: bytes | dict[str, bytes] = data
    if data[:1] in (b"\x01", b"\x02", b"\x03"):
        names = SETS[data[0] - 1]
        parts = data[1:].split(b"\xff\xff", len(names) - 1)
        given = dict(zip(names, parts, strict=False))
    try:
        read_list(given, name="fuzzed", edition=DAY)
    except Article41Error:
        return


def corpus(folder: Path) -> None:
    """Our own small files as first inputs."""
    for path in FILES.rglob("*"):
        if path.is_file():
            (folder / path.name).write_bytes(path.read_bytes())
    csv = FILES / "ofac-csv"
    both = b"\x02" + (csv / "sdn.csv").read_bytes() + b"\xff\xff" + (csv / "sdn_comments.csv").read_bytes()
    (folder / "ofac-set").write_bytes(both)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        corpus(Path(made))
        atheris.Setup([*sys.argv, made], one_input)
        atheris.Fuzz()
