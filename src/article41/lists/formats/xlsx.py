"""XLSX lists: a zip of XML files, so its size is checked before anything is unpacked."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from article41.errors import Article41Error, SourceError
from article41.lists.intake import Intake

_MAX_UNPACKED = 200_000_000
_MAX_MEMBERS = 1_000
_MAX_ROWS, _MAX_COLUMNS = 20_000, 30


def sheets(stream: Intake) -> Iterator[tuple[str, Iterator[tuple[Any, ...]]]]:
    """(title, rows of values) of each sheet in turn. Raises SourceError for whatever is no workbook."""
    import openpyxl

    data = _whole(stream)
    try:
        _refuse_bomb(data, stream.name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of print areas and styles, which are not read
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # a file may claim a million columns
                rows = sheet.iter_rows(values_only=True, max_row=_MAX_ROWS, max_col=_MAX_COLUMNS)
                yield str(sheet.title), rows
    except Article41Error:
        raise
    except Exception as error:  # openpyxl raises whatever it stumbles over in a damaged file
        raise SourceError(
            f"is no whole XLSX workbook: {type(error).__name__}", where=stream.name, hint="fetch it again"
        ) from None


def _whole(stream: Intake) -> bytes:
    pieces = []
    while piece := stream.read(65_536):
        stream.record_done()
        pieces.append(piece)
        if len(pieces) > _MAX_UNPACKED // 65_536:
            raise SourceError("refused: larger than any official workbook", where=stream.name)
    return b"".join(pieces)


def _refuse_bomb(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if len(members) > _MAX_MEMBERS or sum(member.file_size for member in members) > _MAX_UNPACKED:
            raise SourceError("refused: it unpacks to more than any official workbook", where=name)
        for member in members:
            with archive.open(member) as part:
                if b"<!DOCTYPE" in part.read(4_096):
                    raise SourceError("declares a document type, which no official list does", where=name)
