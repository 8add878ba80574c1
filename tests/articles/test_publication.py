"""Dates as pages print them, and whose word counts."""

import pytest

from generator.articles.publication import (
    Claim,
    DateOrder,
    choose,
    date_in_address,
    dates_in,
    rivals,
)
from generator.dates import day


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Nov 19, 2019, 10:31 pm CST", ["2019-11-19"]),
        ("Updated : 9 November 2019, 09:01 AM", ["2019-11-09"]),
        ("2019-11-18T20:51:19Z", ["2019-11-18"]),
        ("Published November 20th, 2019 - 07:29 GMT", ["2019-11-20"]),
        ("publiziert am 25. September 2018", ["2018-09-25"]),
        ("Le 1er février 2021 à 10h", ["2021-02-01"]),
        ("15 de agosto de 2018", ["2018-08-15"]),
        ("2018年8月16日", ["2018-08-16"]),
        ("Nov. 20, 2019Updated: Nov. 21, 2019", ["2019-11-20", "2019-11-21"]),
        ("31 February 2019, 2019-13-01 and 99/99/2019", []),
        ("In 2019 there were 12 of them, in May 10", []),
        ("a MAYIS of 2019 and 3 auguſt 2019", []),
    ],
)
def test_full_dates_are_found(text: str, dates: list[str]) -> None:
    assert [dated.date.edtf for dated in dates_in(text)] == dates


@pytest.mark.parametrize(
    ("text", "order", "date", "sure"),
    [
        ("27/09/2018", None, "2018-09-27", True),
        ("11.14.2019", None, "2019-11-14", True),
        ("3/4/2019", None, "2019-04-03", False),
        ("3/4/2019", "dmy", "2019-04-03", True),
        ("3/4/2019", "mdy", "2019-03-04", True),
    ],
)
def test_figures_alone_are_read_in_the_order_of_the_site(
    text: str, order: DateOrder | None, date: str, sure: bool
) -> None:
    (found,) = dates_in(text, order)
    assert (found.date.edtf, found.sure) == (date, sure)


def test_addresses_that_name_a_day() -> None:
    for url in ("https://example.org/2019/04/05/mill", "https://example.org/mill-20190405.html",
                "https://example.org/2019/apr/05/mill"):  # fmt: skip
        date = date_in_address(url)
        assert date is not None
        assert date.edtf == "2019-04-05"
    assert date_in_address("https://example.org/2019/mill-1234567890") is None


def test_the_most_trusted_claim_wins_and_all_are_kept() -> None:
    claims = [
        Claim(day(2019, 4, 9), "file name"),
        Claim(day(2019, 4, 6), "photo caption"),
        Claim(day(2019, 4, 5), "published line"),
    ]
    date, witnesses = choose(claims)
    assert date == day(2019, 4, 5)
    assert [(witness.source, witness.sure) for witness in witnesses] == [
        ("published line", True),
        ("photo caption", True),
        ("file name", False),
    ]
    assert choose([]) == (None, ())


def test_days_that_differ_by_the_zone_alone_are_no_disagreement() -> None:
    in_utc = Claim(day(2019, 4, 6), "JSON-LD", utc_hour=3)
    local = Claim(day(2019, 4, 5), "address")
    assert rivals([in_utc, local]) == ()
    assert rivals([Claim(day(2019, 4, 6), "JSON-LD"), local]) == (
        Claim(day(2019, 4, 6), "JSON-LD"),
        local,
    )
    # A guess and a time element contradict nobody.
    assert rivals([local, Claim(day(2018, 1, 1), "time element")]) == ()
    date, witnesses = choose([in_utc, local])
    assert date == day(2019, 4, 5)
    assert [witness.source for witness in witnesses] == ["address", "JSON-LD"]
