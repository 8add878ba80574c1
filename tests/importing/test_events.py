"""Events from tables and JSON, each fault with its place."""

import csv
import io
import json
from typing import Any

import pytest

from generator.config import Config
from generator.importing import documents
from generator.importing.documents import Choice, Contents
from generator.importing.rows import read_json, read_table
from generator.model import Source

HEAD = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,"
    "Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\n"
)


def read(name: str, text: str, form: str = "") -> Contents:
    return documents.read(Choice(Config(), form), Source(name, text.encode()))


def row(**cells: str) -> str:
    names = HEAD.strip().split(",")
    out = io.StringIO()
    csv.writer(out).writerow([cells.get(name.replace(" ", "_"), "") for name in names])
    return out.getvalue()


def test_a_row_of_timelinejs_is_an_entry() -> None:
    text = row(
        Year="1994",
        Month="5",
        Day="4",
        Headline="The harbour <b>reopens</b>",
        Text='<p>After <a href="https://example.org/r">repairs</a>.</p>',
        Media="https://example.org/quay.jpg",
        Media_Credit="Ada Example",
        Media_Caption="The quay",
        Group="Harbour",
        Background="#fff",
    )
    found = read("t.csv", HEAD + text)
    (event,) = found.events
    entry = event.entry
    assert entry.title == "The harbour reopens"
    assert entry.text == "After [repairs](https://example.org/r)."
    assert entry.date.edtf == "1994-05-04"
    assert entry.topics == ("Harbour",)
    assert entry.image is not None
    assert (entry.image.alt, entry.image.credit) == ("The quay", "Ada Example")
    assert entry.extra == (("timelinejs.background", "#fff"),)
    (warning,) = found.problems
    assert (warning.line, warning.severity) == (2, "warning")


@pytest.mark.parametrize(
    ("cells", "edtf", "shown"),
    [
        ({"Year": "1994"}, "1994", ""),
        ({"Year": "1994", "Month": "5"}, "1994-05", ""),
        ({"Year": "1,994"}, "1994", ""),
        ({"Year": "-44", "Month": "3"}, "-0043-03", ""),
        ({"Year": "-12000"}, "Y-11999", ""),
        ({"Year": "1994", "Month": "5", "Day": "4", "Time": "8:05 pm"}, "1994-05-04T20:05:00", ""),
        ({"Year": "1990", "End_Year": "1999"}, "1990/1999", ""),
        ({"Year": "1990", "End_Year": "1990"}, "1990", ""),
        ({"Year": "1990", "Display_Date": "c. 1990"}, "1990", "c. 1990"),
        (
            {
                "Year": "1994", "Month": "5", "Day": "4", "Time": "8:00",
                "End_Year": "1994", "End_Month": "5", "End_Day": "4", "End_Time": "9:30",
            },
            "1994-05-04T08:00:00",
            "1994-05-04, 08:00–09:30",
        ),
        (
            {
                "Year": "1994", "Month": "5", "Day": "4", "Time": "8:00",
                "End_Year": "1994", "End_Month": "5", "End_Day": "5",
            },
            "1994-05-04/1994-05-05",
            "1994-05-04 08:00 – 1994-05-05",
        ),
    ],
)  # fmt: skip
def test_a_date_of_timelinejs(cells: dict[str, str], edtf: str, shown: str) -> None:
    (event,) = read("t.csv", HEAD + row(Headline="A", **cells)).events
    assert (event.entry.date.edtf, event.entry.date_text) == (edtf, shown)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"Year": "1994", "Month": "2", "Day": "30"}, "1994-02 has no day 30"),
        ({"Year": "soon"}, '"soon" is no year'),
        ({"Headline": "A"}, "this slide has no year"),
        ({"Year": "1994", "Headline": ""}, "neither a headline nor a text"),
        ({"Year": "1994", "End_Year": "1990"}, "ends before it starts"),
        ({"Year": "1994", "Month": "1", "Day": "1", "Time": "late"}, '"late" is no time'),
    ],
)
def test_a_faulty_row_costs_only_itself(cells: dict[str, str], message: str) -> None:
    faulty = row(**{"Headline": "A", **cells})
    found = read("t.csv", HEAD + row(Year="1990", Headline="First") + faulty)
    assert [event.entry.title for event in found.events] == ["First"]
    (problem,) = found.problems
    assert message in problem.message
    assert (problem.line, problem.severity) == (3, "error")


def test_title_slides_and_unknown_columns_are_reported_and_eras_are_intervals() -> None:
    head = HEAD.replace("Headline", "Headline,Colour")
    rows = "1990,,,,1999,,,,,The nineties,red,,,,,,era,,\n,,,,,,,,,The story,,,,,,,title,,\n"
    found = read("t.csv", head + rows)
    (event,) = found.events
    assert event.entry.date.edtf == "1990/1999"
    assert event.entry.extra == (("timelinejs.type", "era"),)
    assert [problem.message for problem in found.problems] == [
        'unknown column "Colour": not imported',
        "the title slide is no event: left out",
    ]


def test_json_of_timelinejs() -> None:
    data = {
        "title": {"text": {"headline": "The story"}},
        "events": [
            {
                "unique_id": "opening",
                "start_date": {"year": 1994, "month": "5", "day": 4, "hour": 9, "minute": 30},
                "text": {"headline": "It opens", "text": "Two &amp; two"},
                "media": {"url": "https://example.org/film", "caption": "A film"},
                "group": "Harbour",
            },
            {"start_date": {"year": ""}, "text": {"headline": "No date"}},
        ],
        "eras": [
            {
                "start_date": {"year": "1990"},
                "end_date": {"year": "1999"},
                "text": {"headline": "The nineties"},
            }
        ],
    }
    found = read("t.json", json.dumps(data, indent=1))
    opening, era = found.events
    assert (opening.entry.id, opening.entry.date.edtf) == ("opening", "1994-05-04T09:30:00")
    assert opening.entry.text == "Two & two"
    assert opening.entry.citations[0].url == "https://example.org/film"
    assert era.entry.title == "The nineties"
    messages = [(problem.line, problem.message) for problem in found.problems]
    assert messages == [
        (0, "the title slide is no event: left out"),
        (27, "this slide has no year"),
    ]


def test_a_table_of_events_by_hand() -> None:
    text = (
        "date,title,text,topics,sources,address\n"
        'circa 1850,The dam is built,"It was, they say, high.",Floods; Oldbrook,'
        "https://example.org/a; Minutes,\n"
        "2020-02-30,Wrong,,,,\n"
    )
    found = read("events.csv", text)
    (event,) = found.events
    entry = event.entry
    assert (entry.date.edtf, entry.text) == ("1850~", "It was, they say, high.")
    assert entry.topics == ("Floods", "Oldbrook")
    assert [(cite.url, cite.title) for cite in entry.citations] == [
        ("https://example.org/a", ""),
        ("", "Minutes"),
    ]
    (problem,) = found.problems
    assert str(problem).startswith('events.csv:3:1: "date": 2020-02 has no day 30')


@pytest.mark.parametrize(
    "key", [{"status": "sure"}, {"importance": 9}, {"publish": "soon"}, {"sources": ["ftp://a.b"]}]
)
def test_a_record_may_say_no_more_than_a_file(key: dict[str, Any]) -> None:
    good = {"date": "1990", "title": "Good", "address": ""}
    found = read("events.json", json.dumps({"events": [good, {**good, "title": "Bad", **key}]}))
    assert [event.entry.title for event in found.events] == ["Good"]
    assert [problem.severity for problem in found.problems] == ["error"]


def test_articles_are_no_events() -> None:
    line = '{"title": "The mill closes", "published": "2019-04-05", "text": "It closed."}\n'
    assert read("a.jsonl", line * 2).events == ()


def test_places_of_cells() -> None:
    records = read_table('a,b\r\n"x\r\ny",2\r\n3,"4 ""5"""\r\n', "t.csv")
    first, second = records.rows["events"]
    assert first.values == {"a": "x\r\ny", "b": "2"}
    assert (first.place("a"), first.place("b")) == ((2, 1), (3, 4))
    assert second.values == {"a": "3", "b": '4 "5"'}
    assert second.place("b") == (4, 3)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_what_parts_cells_is_found(mark: str) -> None:
    records = read_table(f"a{mark}b\n1{mark}\n\n{mark}2\n", "t.csv")
    assert [dict(row.values) for row in records.rows["events"]] == [
        {"a": "1", "b": ""},
        {"a": "", "b": "2"},
    ]


def test_a_row_with_too_many_cells_is_reported() -> None:
    (problem,) = read_table("a,b\n1,2,3\n", "t.csv").problems
    assert (problem.line, problem.column) == (2, 5)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"events": [{"a": 1},\n {"a": ]}', (2, 8)),
        ('{"events": [{"a": 1}', (1, 21)),
        ("[1]", (1, 2)),
        ("{", (1, 2)),
    ],
)
def test_broken_json_keeps_what_came_before(text: str, place: tuple[int, int]) -> None:
    problem = read_json(text, "a.json").problems[0]
    assert (problem.line, problem.column) == place


def test_json_nested_too_deep_is_a_problem() -> None:
    assert read_json('{"events": ' + "[" * 200_000, "a.json").problems
