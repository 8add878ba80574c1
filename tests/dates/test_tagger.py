import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import (
    DateError,
    EventDate,
    Mention,
    day,
    explain_mode,
    parse_edtf,
    tag,
    timexes,
)
from generator.dates.languages import LANGUAGES, load
from generator.dates.pattern import compile_pattern
from generator.dates.tagger import choose_mode
from generator.dates.values import Place

THURSDAY = day(2023, 1, 26)


def dates(text: str, dct: EventDate | None = THURSDAY, **how: str) -> list[tuple[str, str]]:
    """(text, EDTF) of the mentions that have a calendar date."""
    return [(m.text, m.date.edtf) for m in tag(text, dct, **how) if m.date]  # type: ignore[arg-type]


def test_offsets_are_of_the_text() -> None:
    text = "“Émile left – on 3 May 1990 – for Nice.”"
    (mention,) = tag(text, THURSDAY)
    assert text[mention.start : mention.end] == mention.text == "3 May 1990"
    assert (mention.type, mention.value, mention.rule) == ("DATE", "1990-05-03", "day month year")
    assert mention.reason == "written in full"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The valley, held since 1967, is dry.", ("1967", "1967/..")),
        ("It stood until 1850.", ("1850", "../1850")),
        ("Built circa 1850 by monks.", ("circa 1850", "1850~")),
        ("It was dug about 1850.", ("about 1850", "1850~")),
        ("They met in 1850.", ("1850", "1850")),
        ("It was dug before 1850.", ("1850", "[..1849]")),
        ("It was dug after May 1850, by hand.", ("May 1850", "[1850-06..]")),
        ("He came after the 1848 war.", ("1848", "1848")),
        ("It has stood from 1967 to the present.", ("1967", "1967/..")),
        ("The school (1967–present) is small.", ("1967", "1967/..")),
    ],
)
def test_words_before_a_date_bound_it(text: str, found: tuple[str, str]) -> None:
    assert dates(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She is to visit on Monday and Tuesday.", ("Monday and Tuesday", "2023-01-30/2023-01-31")),
        (
            "The minister, Eva Lind, is due to see the port and the East Shore on Monday and "
            "Tuesday to insist, according to the embassy, on repairs.",
            ("Monday and Tuesday", "2023-01-30/2023-01-31"),
        ),
        ("They met on Monday and Tuesday.", ("Monday and Tuesday", "2023-01-23/2023-01-24")),
        ("He ruled from 1939 to 1945.", ("1939 to 1945", "1939/1945")),
        ("The war of 1914–18 was long.", ("1914–18", "1914/1918")),
        ("The season of 2019/20 was short.", ("2019/20", "2019/2020")),
        ("On the night of 14/15 March 1939", ("14/15 March 1939", "1939-03-14/1939-03-15")),
        ("It was built between 300 and 200 BC.", ("300 and 200 BC", "-0299/-0199")),
        ("Sales of Jan-Mar 2020 fell.", ("Jan-Mar 2020", "2020-01/2020-03")),
        ("The fair of March 3-7, 2011, drew crowds.", ("March 3-7, 2011", "2011-03-03/2011-03-07")),
        ("Between May 2019 and June 2020 it fell", ("May 2019 and June 2020", "2019-05/2020-06")),
        ("It (6 June – 4 May 1952) failed.", ("6 June – 4 May 1952", "1951-06-06/1952-05-04")),
    ],
)
def test_two_ends_make_a_range(text: str, found: tuple[str, str]) -> None:
    assert dates(text) == [found]


def test_a_range_keeps_its_two_expressions() -> None:
    (both,) = tag("They will meet on Monday and Tuesday.", THURSDAY)
    assert [m.value for m in timexes((both,))] == ["2023-01-30", "2023-01-31"]
    assert [m.text for m in both.parts] == ["Monday", "Tuesday"]


def test_dates_that_are_no_neighbours_stay_apart() -> None:
    assert len(dates("He spoke on Monday and Wednesday, and in 1990 and 1995.")) == 4


def test_a_time_joins_its_day() -> None:
    for text in ("at 3 p.m. on Monday he fell", "on Monday at 3 p.m. he fell"):
        (mention,) = tag(text, THURSDAY)
        assert (mention.type, mention.value) == ("TIME", "2023-01-23T15:00")
        assert mention.date == parse_edtf("2023-01-23T15:00:00")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Police arrested him on Saturday.", "2023-01-21"),
        ("Police will arrest him on Saturday.", "2023-01-28"),
        ("He is expected to be arrested on Saturday.", "2023-01-28"),
        ("The envoy is due in Rome on Saturday.", "2023-01-28"),
        ("He had been due to leave on Saturday.", "2023-01-21"),
        ("Saturday's vote was close.", "2023-01-21"),
        ("The mine closed in March.", "2022-03"),
        ("The mine closes in March.", "2023-03"),
        ("The mine closed in December.", "2022-12"),
        ("The mine will close in December.", "2023-12"),
        ("The board announced the plan in March.", "2022-03"),
        ("It announced a deal to close the mine in March.", "2023-03"),
        ("The mine is lost if the case is heard in March.", "2023-03"),
        ("It would be shut on a still unspecified date in March.", "2023-03"),
        ("They had filed their reports by Saturday.", "2023-01-21"),
        ("The two ministers meet separately on Saturday.", "2023-01-28"),
        ("Talks on the mine resume on Saturday.", "2023-01-28"),
        ("The ministers did not meet on Saturday.", "2023-01-21"),
        ("They are to file their reports by Saturday.", "2023-01-28"),
        ("In Lind vs. Holm, in November, the court freed him.", "2022-11"),
    ],
)
def test_tense_decides_on_which_side_a_bare_date_lies(text: str, edtf: str) -> None:
    assert [found for _, found in dates(text)] == [edtf]


def test_a_label_in_a_list_of_what_happened_is_near_in_the_present_tense_too() -> None:
    text = "Crews reach the wreck.\n5 November: The port opens.\n8 August: It closes."
    assert dates(text) == [("5 November", "2022-11-05"), ("8 August", "2022-08-08")]
    assert dates("The port opens on 5 November.") == [("5 November", "2023-11-05")]


def test_a_month_just_over_is_not_the_last_of_its_name() -> None:
    assert dates("The mine closed last December.") == [("last December", "2022-12")]
    told = dates("The mine closed last February.", day(2023, 3, 1))
    assert told == [("last February", "2022-02")]


def test_a_quarter_is_compared_with_the_one_a_year_before() -> None:
    text = "Profit of the third quarter of 2022 fell from that of the same period last year."
    assert dates(text)[1] == ("last year", "2021-35")


STORY = (
    "The flood of 3 May 1912 took the bridge. The next day the army came. Two weeks later it left. "
    "On 9 July the king visited the town. That year 300 houses were rebuilt, and in September the "
    "school opened. In 1913 came the railway; in June the first train ran."
)


def test_in_a_narrative_the_reference_moves_with_the_story() -> None:
    assert dates(STORY, mode="narrative") == [
        ("3 May 1912", "1912-05-03"),
        ("The next day", "1912-05-04"),
        ("Two weeks later", "1912-05-13/1912-05-19"),
        ("9 July", "1912-07-09"),
        ("That year", "1912"),
        ("September", "1912-09"),
        ("1913", "1913"),
        ("June", "1913-06"),
    ]


@pytest.mark.parametrize(
    "aside",
    [
        "as many as in the previous year",
        "more than a year before",
        "to be rebuilt by 1914",
        "more than in 1908",
    ],
)
def test_a_look_aside_does_not_move_the_story(aside: str) -> None:
    text = f"On 3 May 1912 the bridge fell with forty houses, {aside}. In July came the rain."
    assert dates(text, mode="narrative")[-1] == ("July", "1912-07")


def test_in_news_a_bare_month_is_reckoned_from_the_publication() -> None:
    text = "After the flood of 1912 a wall was built. It broke in December."
    assert dates(text, mode="news") == [("1912", "1912"), ("December", "2022-12")]
    assert dates(text, mode="narrative") == [("1912", "1912"), ("December", "1912-12")]


def test_the_mode_follows_from_what_the_text_is_full_of() -> None:
    table, now = load("en"), Place(THURSDAY.earliest or 0, "day")
    history = "In 1912 it rained. In 1913 it froze. In 1914 came war. By 1918 it was over."
    why = "4 of its 4 years are far from 2023"
    assert choose_mode(history, now, table) == ("narrative", why)
    assert choose_mode(history, None, table)[0] == "narrative"
    assert choose_mode(history + " He said so on Monday.", now, table)[0] == "news"
    assert choose_mode("The vote is on Monday.", now, table)[0] == "news"
    assert explain_mode(history, THURSDAY) == f"narrative: {why}"
    assert explain_mode(history, THURSDAY, mode="news") == "news: as was asked"


def test_a_weekday_is_not_placed_by_a_year_alone() -> None:
    text = "In 1912 it sank; on Monday came the news. On 3 May 1913 they met, and on Monday parted."
    assert dates(text, mode="narrative") == [
        ("1912", "1912"),
        ("3 May 1913", "1913-05-03"),
        ("Monday", "1913-05-05"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They won 3-1, then 6-4, 7-5.",
        "It costs $1999 or €2,020.",
        "Use version 3.11.2 or call 555-1234.",
        "May said no. March on, he cried.",
        "Case 2019/77 of the second chamber",
        "He may march in august company.",
        "The Boeing 1900 and the 2000 men",
        "room 1912",
        "He sat in the sun.",
        "a 52-year-old man, 30 years old",
        "https://example.org/1a2b3c4d",
        "Psalm 12:15",
        "1 2 3 4 5 6 7",
        "Nos. 1914-1918",
        "tel. 1945, PO Box 1967",
        "24 May Road, 1967 Ocean Drive",
        "order 2023-0126",
        "June 31",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert dates(text) == []


def test_neighbours_that_were_glued_on_do_not_hide_a_date() -> None:
    assert dates("He died on 26 January 2023.AP - Photo") == [("26 January 2023", "2023-01-26")]
    assert dates("(May 2020)he said") == [("May 2020", "2020-05")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("KARVA (EW)January 26, 2019The dam", ("January 26, 2019", "2019-01-26")),
        ("UpdatedJanuary 26, 2019By Eva Lind", ("January 26, 2019", "2019-01-26")),
        ("26Jan2019", ("26Jan2019", "2019-01-26")),
        ("Jan.26, 2019", ("Jan.26, 2019", "2019-01-26")),
        ("Saturday,January 26, 2019", ("Saturday,January 26, 2019", "2019-01-26")),
        ("In May 2020The dam broke", ("May 2020", "2020-05")),
        ("Jan 26, 201910:30am", ("Jan 26", "2019-01-26")),
        ("at 2019-01-26T10:00:00.123Z", ("2019-01-26T10:00:00.123Z", "2019-01-26T10:00:00Z")),
    ],
)
def test_a_space_that_was_lost_changes_no_date(text: str, found: tuple[str, str]) -> None:
    assert dates(text) == [found]


def test_a_letter_that_grows_in_lower_case_hides_no_date() -> None:
    text = "\u0130zmir, Monday: on March 3, 2020 \u0130pek came."
    assert dates(text) == [("Monday", "2023-01-23"), ("March 3, 2020", "2020-03-03")]


@given(st.characters())
def test_no_letter_shifts_what_follows(letter: str) -> None:
    assert dates(f"{letter}{letter} On May 3, 2020 they met.") == [("May 3, 2020", "2020-05-03")]


def test_without_a_date_of_publication_nothing_is_guessed() -> None:
    assert dates("He left yesterday, on Monday, in May.", None) == []
    assert [m.value for m in tag("It closed in May.", None)] == ["XXXX-05"]


def test_a_language_without_rules_is_refused() -> None:
    with pytest.raises(DateError, match="no date rules"):
        tag("Il pleut.", THURSDAY, language="xx")


def test_a_regional_language_reads_its_own_rules() -> None:
    assert tag("in May 2020", None, language="en-GB") == tag("in May 2020", None)


_WORDS = (
    "the last next Monday May 3 4th 1990 2023 of and to , . - – two weeks ago later year 's early "
    "3 p.m. at noon on by since until '98 \n BC AD Q3 quarter spring morning every"
)
WORDS = st.sampled_from(_WORDS.split(" "))


@given(st.lists(WORDS, max_size=30))
def test_mentions_are_in_order_apart_and_within_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    mentions: tuple[Mention, ...] = tag(text, THURSDAY)
    assert mentions == tag(text, THURSDAY)
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    for mention in tag(text, THURSDAY):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_pattern_repeats_without_bound(code: str) -> None:
    """So the work at one place is bounded, and a scan linear in the text."""
    table = load(code)
    for rule in table.rules:
        source = compile_pattern(rule.pattern, table.fragments).regex.pattern
        assert not re.search(r"(?<![\\\[(])[*+]|\{\d*,\}", source), rule.name


@pytest.mark.parametrize("code", LANGUAGES)
def test_near_misses_of_every_rule_come_to_an_end(code: str) -> None:
    table = load(code)
    for rule in table.rules:
        regex = compile_pattern(rule.pattern, table.fragments).regex
        example = rule.yes[0][0]
        near = example[example.index("[") + 1 : example.index("]")][:-1] + "\u00e9 "
        text = near * (100_000 // len(near))
        starts = [word.start() for word in re.finditer(r"\b\w", text)]
        assert sum(1 for at in starts if regex.match(text, at)) <= len(starts)


@pytest.mark.parametrize("part", ["1", "1 ", "the ", "May ", "'", "1990-", "3 May 3 ", "a", "\n"])
def test_a_hostile_text_comes_to_an_end(part: str) -> None:
    text = part * (50_000 // len(part))
    assert all(mention.end <= len(text) for mention in tag(text, THURSDAY))


def test_a_feast_that_lasts_is_no_day_to_go_on_from() -> None:
    found = dates(
        "On March 27, 2002, a bomb went off at a Passover dinner. Two days later the army came."
    )
    assert found[-1] == ("Two days later", "2002-03-29")
