"""The example table of the EDTF specification (ISO 8601-2:2019), and what it forbids."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import DateError, parse_edtf
from generator.dates.gregorian import ordinal


def bounds(text: str) -> tuple[int | None, int | None]:
    date = parse_edtf(text)
    return date.earliest, date.latest


LEVEL_0 = """1985-04-12 1985-04 1985 1985-04-12T23:20:30 1985-04-12T23:20:30Z
1985-04-12T23:20:30-04 1985-04-12T23:20:30+04:30 1964/2008 2004-06/2006-08
2004-02-01/2005-02-08 2004-02-01/2005-02 2004-02-01/2005 2005/2006-02 0000"""
LEVEL_1 = """Y170000002 Y-170000002 2001-21 2001-22 2001-23 2001-24 1984? 2004-06~ 2004-06-11% 201X
20XX 2004-XX 1985-04-XX 1985-XX-XX 1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12
../1985-04 ../1985 1985-04-12/ 1985-04/ 1985/ /1985-04-12 /1985-04 /1985 -1985
1984~/2004-06 1984-06-02?/2004-08-08~ 1984/2004-06~ 1984~/2004~ 1984-06?/2004-08?
1984?/2004% 1984?/.. ../1984~ 2001-21? 2001-21/2003 -0333 -0999/-0333
1985-04-12/1985-04-12"""
LEVEL_2 = """Y-17E7 1950S2 Y171010000S3 Y3388E2S3 2001-25 2001-32 2001-34 2001-37 2001-41
[1667,1668,1670..1672] [..1760-12-03] [1760-12..] [1760-01,1760-02,1760-12..]
[1667,1760-12] [..1984] {1667,1668,1670..1672} {1960,1961-12} {..1984} 2004-06~-11
2004?-06-11 ?2004-06-~11 2004-%06-11 156X-12-25 15XX-12-25 XXXX-12-XX 1XXX-XX 1XXX-12
1984-1X 2004-06-~01/2004-06-~20 2004-06-XX/2004-07-03 2004-06-11% 2004~-06 2004-06?-11
2004-06-11? ?2004-06-11 %2004 2004?-06-~11 {2001-21,2001-24} {1984?,1985~} [1984?..]
[-0333..-0300] XXXX-12-25 XXXX-XX-25 1XXX X9XX-04-03 -15XX -1XXX 1985-XX-15
156X-12-25/1570 Y-3388E2S3 Y17E8? 1950S2~ ../Y170000002"""
SUB_YEARS = [f"2001-{number}" for number in range(21, 42)]


REFUSED = """19850412 1985-4-12 85-04-12 1985-04-31 1985-02-29 1985-13 1985-00 1985-04-00 1985-42
1985-20 -0000 1985-04-12T24:00:00 1985-04-12T23:60:00 1985-04-12T23:20
1985-04T23:20:30 2008/1964 2004-06-11/2004-06-10 1985/1986/1987 / ../.. .. 1985??
?1985? 2001-21-03 Y2000 Y02000 y17000 Y17000-05 Y1E9999 1950S0 1950S5 1950S2-05 19X0S2
[1667 {1667] [] [1668..1667] 198u 200x XXXX-02-30 2023-02-3X 1985~04 unknown/2006
2004/open 2004/unknown 1984-06-02?/unknown 2004-06-uu (2004)-06-11 2004-(06)~
y170000002 156x-12-25 2001-21^north 2004-06-11-12 2004-6 1985-4 198 19850 +1985 1985.
1985-W15 1985-102 1985-04-12Z T23:20:30 1985-04-12T 1985-04-12T23 1985-04-12T23:20:30z
1985-04-12T23:20:60 1985-04-12T23:20:30+4 1985-04-12T23:20:30-04:60
1985-04-12T23:20:30/1986 1985-04-12T23:20:30~ 1985-21-XX 20XX-21 Y17000S9 1950S Y1950E
Y17E8-01 [1667..1668 1667..1668 {1667..1668] [..] {} [,] [1667,] [1667...1668]
[[1667]] [1667/1668] 1985/[1986] 1984?? 1984?~ 2004-06-31/2005 2005/2004-02-30
1985//1986 circa-1850 １９８５ 1985-04-12T23:20:30+19"""


@pytest.mark.parametrize("text", [*f"{LEVEL_0} {LEVEL_1} {LEVEL_2}".split(), *SUB_YEARS])
def test_what_the_specification_shows_is_read_and_kept(text: str) -> None:
    date = parse_edtf(text)
    assert date.edtf == text
    assert parse_edtf(date.edtf) == date
    if date.earliest is not None and date.latest is not None:
        assert date.earliest <= date.latest


@pytest.mark.parametrize(
    "text",
    [*REFUSED.split(), "", " ", "1985 04", "[1667 , 1668]", "1" * 1000],
)
def test_what_it_does_not_allow_is_refused(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_edtf(text)
    assert caught.value.message


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("1993", (1993, 1, 1), (1993, 12, 31), "year"),
        ("2020-02", (2020, 2, 1), (2020, 2, 29), "month"),
        ("2020-02-29", (2020, 2, 29), (2020, 2, 29), "day"),
        ("2001-21", (2001, 3, 1), (2001, 5, 31), "season"),
        ("2001-24", (2001, 12, 1), (2002, 2, 28), "season"),
        ("2001-30", (2001, 12, 1), (2002, 2, 28), "season"),
        ("2001-34", (2001, 4, 1), (2001, 6, 30), "quarter"),
        ("2001-41", (2001, 7, 1), (2001, 12, 31), "half"),
        ("196X", (1960, 1, 1), (1969, 12, 31), "decade"),
        ("19XX", (1900, 1, 1), (1999, 12, 31), "century"),
        ("1XXX", (1000, 1, 1), (1999, 12, 31), "millennium"),
        ("-04XX", (-499, 1, 1), (-400, 12, 31), "century"),
        ("1984-1X", (1984, 10, 1), (1984, 12, 31), "year"),
        ("1985-04-XX", (1985, 4, 1), (1985, 4, 30), "month"),
        ("156X-02-29", (1560, 2, 29), (1568, 2, 29), "decade"),
        ("1950S2", (1900, 1, 1), (1999, 12, 31), "century"),
        ("Y-17E7", (-170000000, 1, 1), (-170000000, 12, 31), "year"),
        ("1914/1918-11-11", (1914, 1, 1), (1918, 11, 11), "interval"),
        ("[1667,1670..1672]", (1667, 1, 1), (1672, 12, 31), "set"),
    ],
)
def test_bounds_and_precision(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int], precision: str
) -> None:
    assert bounds(text) == (ordinal(*first), ordinal(*last))
    assert parse_edtf(text).precision == precision


def test_open_and_unknown_ends_have_no_bound() -> None:
    assert bounds("1967/..") == (ordinal(1967), None)
    assert bounds("/1850") == (None, ordinal(1850, 12, 31))
    assert bounds("[..1984]") == (None, ordinal(1984, 12, 31))


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1850", False, False),
        ("1850~", True, False),
        ("1850?", False, True),
        ("1850%", True, True),
        ("?2004-06-~11", True, True),
        ("1984~/2004-06", True, False),
    ],
)
def test_qualification(text: str, approximate: bool, uncertain: bool) -> None:
    date = parse_edtf(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


def test_spaces_in_a_set_are_not_kept() -> None:
    assert parse_edtf(" [1667, 1668, 1670..1672] ").edtf == "[1667,1668,1670..1672]"


def test_a_time_is_kept_with_its_offset() -> None:
    date = parse_edtf("2023-01-26T15:00:00+05:30")
    assert (date.time, date.offset, date.precision) == ("15:00", "+05:30", "day")
    assert parse_edtf("2023-01-26T15:00:07Z").time == "15:00:07"


@given(st.text("0123456789XYES-/.,[]{}?~%TZ:+ ", max_size=30))
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    try:
        date = parse_edtf(text)
    except DateError:
        return
    assert parse_edtf(date.edtf) == date
    assert date.earliest is not None or date.latest is not None


_MARKS = st.sampled_from(["", "?", "~", "%"])


@st.composite
def _days(draw: st.DrawFn) -> str:
    date = draw(st.dates())
    size = draw(st.integers(1, 3))
    parts = [f"{date.year:04}", f"{date.month:02}", f"{date.day:02}"][:size]
    return "-".join(part + draw(_MARKS) for part in parts)


@given(_days(), st.sampled_from(["", "..", "9999"]), st.booleans())
def test_dates_and_intervals_of_them_are_read_and_printed_back(
    date: str, end: str, single: bool
) -> None:
    text = date if single else f"{date}/{end}"
    read = parse_edtf(text)
    assert read.edtf == str(read) == text
    assert read.open_end == (not single and end != "9999")
