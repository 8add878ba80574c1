import re

import pytest

from generator.dates.pattern import Fragment, compile_pattern, digits, either, words
from generator.dates.tagger import _WORD

TABLES: dict[str, Fragment] = {
    "month": words({"may": 5, "June": 6, "the fifth month": 5}),
    "day": digits(r"\d{1,2}(?!\d)", (1, 2)),
    "nth": digits(r"\d{1,2}th", (1, 2), lambda text: int(text[:-2]), then=("th",)),
    "n": digits(r"\d(?:\.\d)?(?!\d)", (1,), float, then=(".#1",)),
    "count": either(digits(r"\d(?!\d)", (1,)), words({"twenty-one": 21, "two": 2})),
}


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        ("the day", ["the day", "The  DAY", "the\nday"], ["theday", "the days", "the\n\nday"]),
        ("mid-{month}", ["mid-May", "mid‑may"], ["mid may"]),
        ("mid_{month}", ["mid-may", "mid may"], ["midmay"]),
        ("{day}–{day:until}", ["3-7", "3 – 7", "3—7"], ["3 to 7"]),
        ("{month}[,] {day}", ["may 3", "may, 3", "may , 3"], ["may3"]),
        ("[the ]{nth}", ["4th", "the 4th"], ["4", "the 4"]),
        ("(a|an) year['s]", ["a year", "an year's", "a year’s"], ["year"]),
        ("{month} \\({day}\\)", ["may (3)"], ["may 3"]),
        ("in {month}", ["in June", "in JUNE", "in may"], ["in june"]),
        ("{count} days", ["twenty-one days", "two days", "3 days"], ["33 days"]),
    ],
)
def test_what_patterns_match(pattern: str, yes: list[str], no: list[str]) -> None:
    regex = compile_pattern(pattern, TABLES).regex
    assert [text for text in yes if not regex.fullmatch(text)] == []
    assert [text for text in no if regex.match(text)] == []


@pytest.mark.parametrize(
    ("pattern", "beginnings"),
    [
        ("the day", {"the": {"day"}}),
        ("[the ]{day}", {"the": {"#1", "#2"}, "#1": {""}, "#2": {""}}),
        ("q{day}", {"q": {"#1", "#2"}}),
        ("'{day}s", {"'#1": {"s"}, "'#2": {"s"}}),
        ("mid-{month}", {"mid": {"may", "june", "the"}}),
        ("l'an", {"l": {"an"}}),
        ("{month} {day}", {"may": {"#1", "#2"}, "june": {"#1", "#2"}, "the": {"fifth"}}),
        ("week[s] ago", {"week": {"ago"}, "weeks": {"ago"}}),
        ("{nth}", {"#1": {"", "th"}, "#2": {"", "th"}}),
        ("{n}", {"#1": {"", ".#1"}}),
        ("{count}–{n}", {"#1": {"–#1"}, "two": {"#1"}, "twenty": {"one"}}),
        ("{count}[,] {n}", {"#1": {", #1", " #1"}, "two": {"#1"}, "twenty": {"one"}}),
        ("{count}(/|_){n}", {"#1": {"/#1", " #1", "–#1"}, "two": {"#1"}, "twenty": {"one"}}),
        ("{count}–'{n}", {"#1": {"–#1"}, "two": {"#1"}, "twenty": {"one"}}),
    ],
)
def test_what_patterns_may_begin_with(pattern: str, beginnings: dict[str, set[str]]) -> None:
    heads = compile_pattern(pattern, TABLES).heads
    assert {first: set(seconds) for first, seconds in heads.items()} == beginnings


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("the [day", "is not closed"),
        ("the day]", "too many"),
        ("the (day]", "too many"),
        ("{day} to {day}", "captures day twice"),
        ("[the ]", "may begin with neither"),
        ("- day", "may begin with neither"),
    ],
)
def test_a_pattern_that_is_not_well_formed_is_refused(pattern: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        compile_pattern(pattern, TABLES)


def test_a_table_converts_what_it_matched() -> None:
    assert TABLES["month"].convert("The  Fifth Month") == 5
    assert TABLES["count"].convert("twenty-one") == 21
    assert TABLES["count"].convert("7") == 7
    assert TABLES["nth"].convert("4th") == 4


def test_a_word_of_a_table_must_begin_with_a_letter() -> None:
    with pytest.raises(ValueError, match="must begin with a letter"):
        words({"1st": 1})


def test_numbers_and_letters_are_words_of_their_own() -> None:
    assert [found[0] for found in _WORD.finditer("3rd '98 Q3 l'été")] == [
        "3", "rd", "'98", "Q", "3", "l", "été",
    ]  # fmt: skip
