import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site import urls
from generator.site.urls import Base

ARCHIVE = Base("https://example.org", "/archive/")


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("", None),
        ("https://example.org", Base("https://example.org", "/")),
        ("https://example.org/archive/", ARCHIVE),
        ("https://example.org//archive/../", Base("https://example.org", "/archive/")),
        ("http://localhost:8000/x", Base("http://localhost:8000", "/x/")),
        ("ftp://example.org/", None),
        ("mailto:someone@example.org", None),
        ("example.org", None),
    ],
)
def test_a_base_is_taken_apart(text: str, base: Base | None) -> None:
    assert urls.read_base(text) == base


@pytest.mark.parametrize(
    ("year", "address"), [(1993, "/1993/"), (-43, "/-0043/"), (0, "/0000/"), (79, "/0079/")]
)
def test_years_have_four_digits(year: int, address: str) -> None:
    assert urls.year(year) == address


def test_a_month_lies_in_its_year() -> None:
    assert urls.month(1993, 9) == "/1993/09/"


@pytest.mark.parametrize(
    ("page", "target", "link"),
    [
        ("/", "/", "index.html"),
        ("/", "/events/oslo/", "events/oslo/index.html"),
        ("/1993/09/", "/", "../../index.html"),
        ("/1993/09/", "/1993/", "../index.html"),
        ("/1993/", "/1993/09/", "09/index.html"),
        ("/events/a/", "/events/b/#what-followed", "../b/index.html#what-followed"),
        ("/events/a/", "/events/a/#sources", "#sources"),
        ("/events/a/", "/style.css?v=1", "../../style.css?v=1"),
        ("/feed.xml", "/events/a/", "events/a/index.html"),
        ("/404.html", "/events/a/", "/events/a/"),
        ("/", "/events/ölpreis/", "events/%C3%B6lpreis/index.html"),
    ],
)
def test_without_a_base_links_are_relative_and_name_the_file(
    page: str, target: str, link: str
) -> None:
    assert urls.link(None, page, target) == link


def test_with_a_base_links_start_at_its_path() -> None:
    assert urls.link(ARCHIVE, "/1993/", "/events/a/#x") == "/archive/events/a/#x"
    assert urls.absolute(ARCHIVE, "/events/a/") == "https://example.org/archive/events/a/"
    assert urls.absolute(None, "/events/a/") == ""


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", "index.html"),
        ("/1993/09/", "1993/09/index.html"),
        ("/-0043/", "-0043/index.html"),
        ("/feed.xml", "feed.xml"),
        ("/.nojekyll", ".nojekyll"),
        ("/events/ölpreis/", "events/ölpreis/index.html"),
    ],
)
def test_an_address_has_one_file(address: str, path: str) -> None:
    assert urls.output_path(address) == path


@pytest.mark.parametrize(
    "address",
    [
        *("", "events/a/", "//", "/../", "/events/../../etc/passwd", "/events/./", "/events//a/"),
        *("/a\\b/", "/c:/", "/a\0b/", "/con/", "/aux.txt", "/a /", "/a./", "/a?b/", "/a%2e/"),
    ],
)
def test_no_file_lies_outside_the_output(address: str) -> None:
    with pytest.raises(ValueError, match="address"):
        urls.output_path(address)


@given(st.text())
def test_whatever_the_address_the_file_stays_inside(text: str) -> None:
    try:
        path = urls.output_path("/" + text)
    except ValueError:
        return
    parts = path.split("/")
    assert parts
    assert all(part not in ("", ".", "..") for part in parts)
    assert not path.startswith("/")
    assert ":" not in path
    assert "\\" not in path


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("  HTTP://Example.org/a ", "HTTP://Example.org/a"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("https://example.org/a b|c%zz", "https://example.org/a%20b%7Cc%25zz"),
        ('https://example.org/?q=a&b="c"#d e', "https://example.org/?q=a&b=%22c%22#d%20e"),
        ("javascript:alert(1)", ""),
        ("JavaScript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,<script>", ""),
        ("vbscript:x", ""),
        ("file:///etc/passwd", ""),
        ("//example.org/a", ""),
        ("/events/a/", ""),
        ("https://", ""),
        ("https://[", ""),
        ("https://example.org:port/", ""),
        ("mailto:", ""),
        ("", ""),
    ],
)
def test_only_web_and_mail_addresses_lead_out(url: str, link: str) -> None:
    assert urls.external(url) == link
