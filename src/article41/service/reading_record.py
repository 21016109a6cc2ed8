"""What was read is kept, and enters the record as reported rows, apart from the curated ones."""

from __future__ import annotations

from article41.reader.document import Document
from article41.reader.items import Reading
from article41.reader.schema import plain_reading
from article41.service.chronicle import ChronicleDesk
from article41.service.reading_store import keep


def record(document: Document, reading: Reading) -> int:
    """Keep a reading and report what it found; the number of rows that are new in the record.

    Reading a text again adds nothing. Raises SourceError where the user's record cannot be read.
    """
    keep(document, reading)
    if not reading.on_topic:
        return 0
    source = {
        "url": document.url,
        "title": document.title or document.name,
        "date": document.date.isoformat() if document.date else reading.dateline,
    }
    new, _ = ChronicleDesk().take_in({**plain_reading(reading), "source": source})
    return new
