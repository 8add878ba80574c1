import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import DateError, EventDate, day, parse_edtf
from generator.dates.gregorian import (
    add_months,
    civil,
    days_in_month,
    iso_week,
    ordinal,
    week_start,
    weekday,
)

IN_ORDER = """-0043-03-15 ../1850 1967 1967/.. 2023-01-26 2023-01-26T09:30:00
2023-01-26T15:00:00 2023-01-26/2023-01-27 2023-02 2023-02/.."""
OTHERS = "196X 19XX 2001-22 2001-34 [..1984] {1960,1961-12} 1850~ Y-17E7 1914/1918 2023-01 0000"
SHOWN = st.sampled_from([parse_edtf(text) for text in f"{IN_ORDER} {OTHERS}".split()])


@st.composite
def _written(draw: st.DrawFn) -> EventDate:
    """A year, month, day, or an interval of two of them, open at one end or at none."""
    ends = sorted(draw(st.lists(st.dates(), min_size=2, max_size=2)))
    size = draw(st.sampled_from([4, 7, 10]))
    first, last = (date.isoformat()[:size] for date in ends)
    forms = [first, f"{first}/{last}", f"{first}/..", f"../{last}", f"[{first}..{last}]"]
    return parse_edtf(draw(st.sampled_from(forms)))


DATES = SHOWN | _written()
YEARS = st.integers(-3_000_000, 3_000_000)


@given(st.dates())
def test_day_numbers_are_those_of_the_standard_library(date: datetime.date) -> None:
    number = ordinal(date.year, date.month, date.day)
    assert number == date.toordinal()
    assert civil(number) == (date.year, date.month, date.day)
    assert weekday(number) == date.isoweekday()
    assert iso_week(number) == tuple(date.isocalendar())[:2]
    year, week = iso_week(number)
    assert week_start(year, week) == number - weekday(number) + 1


@given(YEARS, st.integers(1, 12), st.integers(1, 31))
def test_day_numbers_go_both_ways_in_any_year(year: int, month: int, number: int) -> None:
    number = min(number, days_in_month(year, month))
    assert civil(ordinal(year, month, number)) == (year, month, number)


@given(YEARS)
def test_a_year_follows_the_one_before(year: int) -> None:
    assert ordinal(year, 12, 31) + 1 == ordinal(year + 1)


@given(YEARS, st.integers(1, 12), st.integers(-500, 500))
def test_months_added_can_be_taken_back(year: int, month: int, count: int) -> None:
    assert add_months(*add_months(year, month, count), -count) == (year, month)


def test_a_day_is_kept_with_its_bounds() -> None:
    assert day(2023, 1, 26) == EventDate("2023-01-26", 738546, 738546, "day")
    assert day(-43, 3, 15).edtf == "-0043-03-15"


@pytest.mark.parametrize("parts", [(2023, 2, 29), (2023, 13, 1), (2023, 0, 1), (12023, 1, 1)])
def test_a_day_that_is_in_no_calendar_is_refused(parts: tuple[int, int, int]) -> None:
    with pytest.raises(DateError):
        day(*parts)


def test_dates_sort_by_start_then_width_then_time_then_end() -> None:
    dates = [parse_edtf(text) for text in IN_ORDER.split()]
    shuffled = dates[1::2] + dates[::2]
    assert sorted(shuffled, key=lambda date: date.sort_key) == dates


@given(DATES, DATES)
def test_the_order_is_total(one: EventDate, other: EventDate) -> None:
    assert (one == other) == (one.sort_key == other.sort_key)


@given(DATES, DATES)
def test_overlap_and_distance_agree_and_do_not_depend_on_the_side(
    one: EventDate, other: EventDate
) -> None:
    assert one.overlaps(other) == other.overlaps(one) == (one.distance(other) == 0)
    assert one.distance(other) == other.distance(one) >= 0


@given(DATES, DATES, DATES)
def test_containing_is_transitive_and_means_overlap(
    a: EventDate, b: EventDate, c: EventDate
) -> None:
    assert a.contains(a)
    if a.contains(b):
        assert a.overlaps(b)
        if b.contains(c):
            assert a.contains(c)


def test_distance_is_counted_in_days_between_the_nearer_ends() -> None:
    assert parse_edtf("2023-01").distance(day(2023, 2, 3)) == 3
    assert parse_edtf("1967/..").distance(parse_edtf("1966")) == 1
    assert parse_edtf("1967/..").distance(parse_edtf("2023")) == 0


def test_a_date_is_filed_under_the_year_it_starts_in_or_else_ends_in() -> None:
    assert parse_edtf("1967/..").year == 1967
    assert parse_edtf("../1850-06").year == 1850
    assert parse_edtf("1999-24").year == 1999


def test_an_error_says_what_is_wrong_and_what_to_do() -> None:
    with pytest.raises(DateError, match=r"2023-02 has no day 29 \(its last day is 28\)") as caught:
        day(2023, 2, 29)
    assert caught.value.hint == "its last day is 28"
