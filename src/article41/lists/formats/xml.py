"""XML lists, read record by record: no entities, no network, no tree that grows without end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from article41.errors import SourceError
from article41.lists.formats.record import Record
from article41.lists.intake import Intake


def xml_records(
    stream: Intake, tags: tuple[str, ...], on_root: Callable[[str, Record], None]
) -> Iterator[tuple[str, Record]]:
    """Each element of these local names as (name, plain record); `on_root` gets the root's attributes.

    Raises SourceError where the file is not well-formed, broken off, or declares a DTD.
    """
    events = etree.iterparse(
        stream,
        events=("start", "end"),
        tag=[f"{{*}}{tag}" for tag in tags],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        yield from _walk(events, stream, on_root)
    except etree.XMLSyntaxError as error:
        raise SourceError(
            f"not well-formed XML, damaged or cut off: {error.msg}",
            where=f"{stream.name}:{error.lineno}",
            hint="fetch the file again from its publisher",
        ) from None


def _walk(
    events: Any, stream: Intake, on_root: Callable[[str, Record], None]
) -> Iterator[tuple[str, Record]]:
    root = None
    for event, element in events:
        if root is None:
            root = element.getroottree().getroot()
            _refuse_dtd(root, stream)
            on_root(local_name(root.tag), {local_name(k): v for k, v in root.attrib.items()})
        if event == "end" and element is not root:
            stream.record_done()
            record = plain(element)
            yield local_name(element.tag), record if isinstance(record, dict) else {"text": record or ""}
            _forget(element)
    if root is None:
        raise SourceError("holds none of the records it should", where=stream.name)


def _refuse_dtd(root: Any, stream: Intake) -> None:
    info = root.getroottree().docinfo
    if info.internalDTD is not None or info.doctype:
        raise SourceError(
            "declares a document type, which no official list does", where=stream.name, hint="do not use it"
        )


def _forget(element: Any) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def local_name(tag: Any) -> str:
    """A tag or attribute name without its namespace: publishers change theirs."""
    return str(tag).rpartition("}")[2]


def plain(element: Any) -> Record | str | None:
    """An element as plain values. Absent, empty and with an empty child are alike: None."""
    found: Record = {local_name(name): value for name, value in element.attrib.items() if value.strip()}
    for child in element:
        value = plain(child)
        if value is None:
            continue
        name = local_name(child.tag)
        if name not in found:
            found[name] = value
        elif isinstance(found[name], list):
            found[name].append(value)
        else:
            found[name] = [found[name], value]
    words = (element.text or "").strip()
    if not found:
        return words or None
    if words:
        found["text"] = words
    return found
