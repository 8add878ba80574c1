import pytest

from generator.dates import parse_edtf
from generator.site import periods
from generator.site.periods import Place


@pytest.mark.parametrize(
    ("date", "place"),
    [
        ("1993-09-13", Place(1993, 9)),
        ("1993-09", Place(1993, 9)),
        ("1993-09-10/1993-09-13", Place(1993, 9)),
        ("1993-09-30/1993-10-01", Place(1993)),
        ("1993", Place(1993)),
        ("1993-21", Place(1993)),
        ("1993/1995", Place(1993, wide=True)),
        ("199X", Place(1990, wide=True)),
        ("1967/..", Place(1967, wide=True)),
        ("../1850", Place(1850, wide=True)),
        ("-0043-03-15", Place(-43, 3)),
    ],
)
def test_a_date_is_listed_where_it_is_known_to_be(date: str, place: Place) -> None:
    assert periods.place(parse_edtf(date)) == place


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [(1990, 1999, "1990–1999"), (1993, 1993, "1993")],
)
def test_a_span_of_years_is_named_by_its_ends(first: int, last: int, text: str) -> None:
    assert periods.span_text(first, last, "en") == text


def test_a_decade_has_its_common_name() -> None:
    assert periods.group_text(1990, 10, "en") == "1990s"
    assert periods.group_text(1900, 100, "en") == "1900–1999"


def test_years_before_christ_say_so() -> None:
    assert "44" in periods.year_text(-43, "en")
    assert "43" not in periods.year_text(-43, "en")
