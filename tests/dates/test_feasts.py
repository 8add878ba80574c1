"""The days are those on which the feasts were kept."""

import pytest

from generator.dates import day, parse_edtf, tag
from generator.dates.feasts import (
    RAMADAN,
    SHAWWAL,
    easter_sunday,
    hanukkah,
    islamic_day,
    jewish_new_year,
    passover,
)
from generator.dates.values import day_value


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (easter_sunday(2023), "2023-04-09"),
        (jewish_new_year(1973), "1973-09-27"),
        (jewish_new_year(2023), "2023-09-16"),
        (passover(2002), "2002-03-28"),
        (passover(2024), "2024-04-23"),
        (hanukkah(2016), "2016-12-25"),
        (hanukkah(2020), "2020-12-11"),
        (hanukkah(2021), "2021-11-29"),
        (islamic_day(2023, RAMADAN), "2023-03-23"),
        (islamic_day(2021, RAMADAN), "2021-04-13"),
    ],
)
def test_a_feast_falls_on_its_day(number: int, expected: str) -> None:
    assert day_value(number) == expected


def test_the_islamic_tables_are_within_a_day_of_the_moon() -> None:
    seen = {2022: day(2022, 5, 2), 2023: day(2023, 4, 21)}
    assert all(abs(islamic_day(y, SHAWWAL) - (d.earliest or 0)) <= 1 for y, d in seen.items())


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It was signed on Yom Kippur 1973.", "1973-10-05/1973-10-06"),
        ("The bomb of Passover 2002 was the worst.", "2002-03-27/2002-04-03"),
        ("They fasted in Ramadan 2023.", "2023-03-23~/2023-04-21~"),
        ("They met on Eid al-Fitr 2023.", "2023-04-22~"),
    ],
)
def test_a_feast_is_as_long_and_as_sure_as_it_is(text: str, edtf: str) -> None:
    assert [m.date for m in tag(text, day(2023, 1, 26))] == [parse_edtf(edtf)]
