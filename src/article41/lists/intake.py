"""Bytes of a list as they come in: uncompressed, hashed, counted, and stopped at a limit.

A list comes from outside. A file that unpacks without end, a record of gigabytes or a download that
broke off is refused here, with one clear error, before any importer has to think of it.
"""

from __future__ import annotations

import hashlib
import io
import lzma
import zlib
from typing import Any, BinaryIO, Protocol

from article41.errors import SourceError

MAX_BYTES = 512_000_000  # uncompressed; the largest official list is below 150 MB
MAX_RECORD = 8_000_000  # the largest record of any list met is below 0.5 MB
_CHUNK = 65_536
_XZ_MEMORY = 256_000_000


class Intake(io.RawIOBase):
    """A readable stream over the uncompressed bytes of a list. Raises SourceError while read.

    `name` is what errors call it. A reader calls `record_done` after each record: between two calls no
    more than `max_record` bytes may pass, which bounds the memory that a hostile file can take.
    """

    def __init__(
        self, raw: BinaryIO, name: str, *, max_bytes: int = MAX_BYTES, max_record: int = MAX_RECORD
    ) -> None:
        self.name = name
        self.max_record = max_record
        self._max_bytes = max_bytes
        self._stream = _uncompressed(raw, name)
        self._hash = hashlib.sha256()
        self._total = 0
        self._mark = 0
        self._head = b""
        self._head = self._take(_CHUNK)

    @property
    def head(self) -> bytes:
        """The first 64 kB, to tell the format by. Only of use before the first read."""
        return self._head

    def readable(self) -> bool:
        """Yes: it is there to be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills the buffer, as far as there are bytes."""
        data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        if not data:
            data = self._take(len(buffer))
        buffer[: len(data)] = data
        if self._total - len(self._head) - self._mark > self.max_record:
            self._refuse(f"a single record is larger than {self.max_record:,} bytes")
        return len(data)

    def record_done(self) -> None:
        """Tells that a record was read to its end."""
        self._mark = self._total

    def digest(self) -> str:
        """SHA-256 of all bytes, in hex; what was not read yet is read now."""
        while self.read(_CHUNK):
            self._mark = self._total
        return self._hash.hexdigest()

    def _take(self, size: int) -> bytes:
        data = self._stream.read(size)
        self._hash.update(data)
        self._total += len(data)
        if self._total > self._max_bytes:
            self._refuse(f"unpacks to more than {self._max_bytes:,} bytes")
        return data

    def _refuse(self, what: str) -> None:
        raise SourceError(f"refused: {what}", where=self.name, hint="no official list is like this")


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


class _Decompressor(Protocol):
    eof: bool
    unused_data: bytes

    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes: ...


class _Unpacking:
    """Reads through a decompressor piece by piece; several members after one another are one file."""

    def __init__(self, raw: _Readable, name: str, *, xz: bool) -> None:
        self._raw, self._name, self._xz = raw, name, xz
        self._tail = b""
        self._fresh()

    def _fresh(self) -> None:
        self._unpack: Any = (
            lzma.LZMADecompressor(memlimit=_XZ_MEMORY) if self._xz else zlib.decompressobj(wbits=31)
        )

    def read(self, size: int = -1, /) -> bytes:
        try:
            return self._read(size)
        except (lzma.LZMAError, zlib.error, EOFError, MemoryError) as error:
            raise SourceError(
                f"the compressed file is damaged: {error}", where=self._name, hint="fetch it again"
            ) from None

    def _read(self, size: int) -> bytes:
        while True:
            if self._unpack.eof:
                rest = (self._unpack.unused_data + self._raw.read(_CHUNK)).lstrip(b"\x00")
                if not rest:
                    return b""
                self._fresh()
                self._tail = rest
            starving = not self._tail and getattr(self._unpack, "needs_input", True)
            given = self._raw.read(_CHUNK) if starving else self._tail
            ended = starving and not given
            data: bytes = self._unpack.decompress(given, size)
            self._tail = b"" if self._xz else self._unpack.unconsumed_tail
            if data:
                return data
            if ended and not self._unpack.eof:
                raise EOFError("it ends too early")


def _uncompressed(raw: BinaryIO, name: str) -> _Readable:
    start = raw.read(6)
    joined = _Joined(start, raw)
    if start.startswith(b"\xfd7zXZ\x00"):
        return _Unpacking(joined, name, xz=True)
    if start.startswith(b"\x1f\x8b"):
        return _Unpacking(joined, name, xz=False)
    return joined


class _Joined:
    """Bytes already read, then the stream they came from."""

    def __init__(self, start: bytes, raw: BinaryIO) -> None:
        self._start, self._raw = start, raw

    def read(self, size: int = -1, /) -> bytes:
        if self._start:
            start, self._start = self._start, b""
            return start + (self._raw.read(size - len(start)) if size > len(start) else b"")
        return self._raw.read(size)
