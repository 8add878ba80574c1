import pytest

from generator.dates import Mention, parse_edtf
from generator.entries.reckoning import before, joined


@pytest.mark.parametrize(
    ("day", "length", "wanted"),
    [
        ("2019-03-14", "P1D", "2019-03-13"),
        ("2019-03-14", "P2W", "2019-02-28~"),
        ("2019-03-14", "P3M", "2018-12"),
        ("2019-03-14", "P3Y", "2016"),
        ("2019-03-14", "PT5H", None),
        ("2019-03-14", "P9999Y", None),
        ("../2019", "P1D", None),
    ],
)
def test_a_length_before_a_day(day: str, length: str, wanted: str | None) -> None:
    found = before(parse_edtf(day), length)
    assert (found.edtf if found else None) == wanted


def weekday(text: str, start: int, edtf: str) -> Mention:
    return Mention(start, start + len(text), text, "DATE", edtf, parse_edtf(edtf))


def test_two_weekdays_are_one_stretch() -> None:
    both = joined(
        weekday("Monday", 3, "2023-01-30"),
        weekday("Tuesday", 14, "2023-01-24"),
        "Monday and Tuesday",
    )
    assert both is not None
    assert both.date == parse_edtf("2023-01-30/2023-01-31")
    assert (both.start, both.end) == (3, 21)


def test_two_years_are_no_stretch_of_days() -> None:
    assert joined(weekday("1931", 0, "1931"), weekday("1954", 9, "1954"), "1931 and 1954") is None
