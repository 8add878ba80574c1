"""Readers are chosen by what a file holds, not by its name alone."""

import pytest

from generator.articles import read
from generator.model import Source

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title><item>
<title>The mill closes</title><description>The mill at Roe closed.</description></item></channel>
</rss>"""
PAGE = b"""<!doctype html><html><head><title>The mill closes</title></head><body>
<h1>The mill closes</h1>
<p>The mill at Roe closed on Friday, the council of the town said in the evening.</p>
</body></html>"""
RECORD = b'{"title": "The mill closes", "text": "The mill at Roe closed on Friday."}\n'


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("seeds/a.html", FEED),
        ("seeds/a.txt", FEED),
        ("seeds/a.md", PAGE),
        ("seeds/a.txt", PAGE),
        ("seeds/a.txt", RECORD),
    ],
)
def test_what_a_file_holds_is_known_whatever_its_name_ends_in(path: str, data: bytes) -> None:
    (article,), _ = read(Source(path, data))
    assert article.title == "The mill closes"
    assert "<" not in article.text
    assert "{" not in article.text
