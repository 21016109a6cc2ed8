"""The article in a web page: its text, title and day, without menus, scripts and advertisements.

Every step is one pass over the tree, so that a page of any size or shape takes time in proportion.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from article41.reader.document import Document

MAX_BYTES = 20_000_000
_DROPPED = (
    *("script", "style", "noscript", "template", "svg", "nav", "header", "footer", "aside", "form"),
    *("iframe", "object", "button", "select", "figure", "figcaption", "video", "audio", "canvas", "head"),
)
_BLOCKS = frozenset({"p", "h1", "h2", "h3", "li", "blockquote", "pre", "td"})
_NOISE = re.compile(
    r"\b(?:comment|share|social|related|promo|advert|cookie|newsletter|sidebar|breadcrumb|caption"
    r"|footer|menu|popup|subscribe)",
    re.I,
)
_MARKUP = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|article|div|p|meta|script|title)\b", re.I)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
_DAY = re.compile(r"(19|20)\d\d-\d\d-\d\d")
_DATES = frozenset(
    {"article:published_time", "datepublished", "date", "pubdate", "dc.date", "dc.date.issued", "publishdate"}
    | {"parsely-pub-date", "sailthru.date", "og:published_time"}
)
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def looks_like_html(data: bytes) -> bool:
    """Whether bytes hold a web page rather than plain text."""
    return _MARKUP.search(data[:4000]) is not None


def decode(data: bytes, charset: str | None = None) -> str:
    """Bytes as text: by byte-order mark, stated character set, UTF-8, else Windows-1252. Never fails."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    declared = _CHARSET.search(data[:4000])
    inside = declared.group(1).decode("ascii") if declared else None
    for stated in (charset, inside, "utf-8", "cp1252"):
        if stated:
            try:
                return data.decode(stated)
            except (LookupError, UnicodeError):
                continue
    return data.decode("utf-8", "replace")


def document_of(
    data: bytes, *, name: str, day: date | None = None, url: str = "", charset: str | None = None
) -> Document:
    """A document from the bytes of a file or an answer: a page is reduced to its article."""
    text = decode(data, charset)
    if not looks_like_html(data):
        return Document(text=text, name=name, date=day, url=url)
    return from_html(text, name=name, day=day, url=url)


def from_html(page: str, *, name: str, day: date | None = None, url: str = "") -> Document:
    """The article of a page. A page without one gives an empty text, never an error."""
    root = _tree(page)
    if root is None:
        return Document(text="", name=name, date=day, url=url)
    linked = list(_linked_data(root))
    title, published = _title(root, linked), day or _published(root, linked)
    body = next((found for item in linked if len(found := str(item.get("articleBody") or "")) > 400), None)
    text = _plain(body) if body else _article(root)
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    return Document(text=text, name=name, date=published, title=title, url=url)


def _tree(page: str) -> Any:
    from lxml import etree
    from lxml import html as parser

    try:
        maker = parser.HTMLParser(
            remove_comments=True, remove_pis=True, huge_tree=True, no_network=True, encoding="utf-8"
        )
        data = page.replace("\x00", " ").encode("utf-8", "replace")
        return parser.document_fromstring(data, parser=maker)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError, RecursionError):
        return None


def _linked_data(root: Any) -> Iterator[dict[str, Any]]:
    for node in root.iter("script"):
        if node.get("type") != "application/ld+json" or len(node.text or "") > 2_000_000:
            continue
        try:
            found = json.loads(node.text or "")
        except (ValueError, RecursionError):
            continue
        items = (
            found
            if isinstance(found, list)
            else found.get("@graph", [found])
            if isinstance(found, dict)
            else []
        )
        for item in items if isinstance(items, list) else []:
            if isinstance(item, dict) and "Article" in str(item.get("@type")):
                yield item


def _title(root: Any, linked: list[dict[str, Any]]) -> str:
    for node in root.iter("meta"):
        if (node.get("property") or "").lower() == "og:title" and node.get("content"):
            return _plain(node.get("content"))
    for item in linked:
        if isinstance(item.get("headline"), str):
            return _plain(item["headline"])
    for tag in ("h1", "title"):
        for node in root.iter(tag):
            if words := _plain(_words(node)):
                return words
    return ""


def _published(root: Any, linked: list[dict[str, Any]]) -> date | None:
    stated = [str(item.get("datePublished") or "") for item in linked]
    for node in root.iter("meta"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        if name in _DATES:
            stated.append(node.get("content") or "")
    stated += [node.get("datetime") or "" for node in root.iter("time")]
    for words in stated:
        match = _DAY.search(words)
        if match is not None:
            try:
                return date.fromisoformat(match.group())
            except ValueError:
                continue
    return None


def _article(root: Any) -> str:
    from lxml import etree

    etree.strip_elements(root, *_DROPPED, with_tail=False)
    best = _densest(root)
    lines: list[str] = []
    for node in best.iter(*_BLOCKS):
        words = _plain(_words(node))
        if words and not _inside_block(node, best) and (not lines or lines[-1] != words):
            lines.append(words)
    return "\n\n".join(lines) if lines else _plain(_words(best))


def _densest(root: Any) -> Any:
    """The element whose own paragraphs hold most of the running text."""
    scores: dict[Any, float] = {}
    for node in root.iter("p"):
        words = _words(node)
        if len(words) < 40:
            continue
        worth = 1 + words.count(",") + min(len(words) / 100, 5)
        for share, holder in (
            (1.0, node.getparent()),
            (0.5, node.getparent().getparent() if node.getparent() is not None else None),
        ):
            if holder is not None and not _NOISE.search(
                f"{holder.get('class') or ''} {holder.get('id') or ''}"
            ):
                scores[holder] = scores.get(holder, 0.0) + share * worth
    if scores:
        return max(scores, key=lambda holder: scores[holder])
    body = root.find("body")
    return body if body is not None else root


def _inside_block(node: Any, top: Any) -> bool:
    parent = node.getparent()
    for _ in range(6):
        if parent is None or parent is top:
            return False
        if parent.tag in ("p", "li", "blockquote", "pre"):
            return True
        parent = parent.getparent()
    return False


def _words(node: Any) -> str:
    return "".join(node.itertext())


def _plain(words: str) -> str:
    lines = (" ".join(line.split()) for line in re.split(r"\n\s*\n", words))
    return "\n\n".join(line for line in lines if line)
