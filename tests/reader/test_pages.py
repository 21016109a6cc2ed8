"""Web pages: the article without menus and scripts, its day, and pages that are broken or hostile."""

from __future__ import annotations

import json
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article41.reader.html import decode, document_of, from_html, looks_like_html

BODY = (
    "The Security Council on Friday tightened sanctions on North Korea, capping refined petroleum at 500,000 "
    "barrels a year, and China said it would carry out the measures in full."
)
MORE = (
    "U.S. Ambassador Nikki Haley told the council that the vote sent a clear message, and that more defiance "
    "would bring more punishment, while Japan spoke of pressure."
)
PAGE = f"""<!doctype html><html><head><meta charset="utf-8"><title>Site | Council acts</title>
<meta property="og:title" content="Council tightens sanctions">
<meta property="article:published_time" content="2017-12-23T10:00:00Z">
<script>var x = "North Korea lifted sanctions <p>not this</p>";</script></head>
<body><nav><ul><li>Home</li><li>Sport and weather and everything else</li></ul></nav>
<div class="cookie-banner"><p>We use cookies, lots of them, and you must accept them, now, please.</p></div>
<article><h1>Council tightens sanctions</h1><p>{BODY}</p><div class="ad">Buy now</div><p>{MORE}</p></article>
<footer><p>Copyright, all rights reserved, in all countries, for ever, and ever.</p></footer></body></html>"""


def test_the_article_is_taken_and_the_rest_left():
    found = from_html(PAGE, name="x")
    assert found.title == "Council tightens sanctions"
    assert found.date == date(2017, 12, 23)
    assert found.text == f"Council tightens sanctions\n\n{BODY}\n\n{MORE}"


def test_a_stated_day_goes_before_the_pages_own():
    assert from_html(PAGE, name="x", day=date(2020, 1, 1)).date == date(2020, 1, 1)


def test_the_article_in_linked_data_is_used_and_broken_linked_data_passed_over():
    article = {"@type": "NewsArticle", "headline": "H", "articleBody": f"{BODY} " * 4}
    linked = f'<script type="application/ld+json">{json.dumps(article)}</script>'
    page = f"<html><body>{linked}<script type='application/ld+json'>{{broken</script></body></html>"
    assert from_html(page, name="x").text.startswith("H\n\nThe Security Council")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Pyongyang’s café".encode(), "Pyongyang’s café"),
        ("Pyongyang’s café".encode("cp1252"), "Pyongyang’s café"),
        ("\ufeffNorth".encode(), "North"),
        ("\ufeffNorth".encode("utf-16-le"), "North"),
        ('<meta charset="euc-kr">북한'.encode("euc-kr"), '<meta charset="euc-kr">북한'),
        (b'<meta charset="no-such-thing">caf\xe9', '<meta charset="no-such-thing">café'),
        (b"\x81\x8d", "\ufffd\ufffd"),
    ],
)
def test_bytes_are_decoded_by_mark_statement_or_guess(data: bytes, text: str):
    assert decode(data) == text


def test_plain_text_keeps_every_character_so_that_offsets_hold():
    data = b"Title\r\n\r\n  North  Korea\t<b>"
    assert not looks_like_html(data)
    assert document_of(data, name="x").text == data.decode()


@pytest.mark.parametrize(
    "page",
    [
        "<html>",
        "<p>",
        "<html><body></body></html>",
        "<html><p>a<p>b<div></p></span>",
        "<html>\x00\x00",
        "<!doctype html><!--",
    ],
)
def test_broken_pages_give_what_they_have_and_never_raise(page: str):
    assert isinstance(from_html(page, name="x").text, str)


@settings(max_examples=60)
@given(st.text(alphabet="<>/=\"'abp divscript!-&;#x0 \n", max_size=200))
def test_no_page_makes_the_reader_raise(page: str):
    document_of(f"<html>{page}".encode(), name="x")


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 100_000 + BODY,
        "<html><body>" + f"<p>{BODY}</p>" * 10_000,
        "<html><script>" + "x" * 3_000_000 + f"</script><p>{BODY}</p>",
        "<html>" + "<p " * 200_000,
        "<html><meta " + "charset " * 200_000,
    ],
    ids=["deep", "long", "scripts", "open tags", "metas"],
)
def test_enormous_pages_take_seconds_at_most(page: str):
    start = time.process_time()
    document_of(page.encode(), name="x")
    assert time.process_time() - start < 10
