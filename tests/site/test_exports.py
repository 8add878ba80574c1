import csv
import io
import json

import msgspec

from generator.dates import parse_edtf
from generator.site import exports
from tests.site.sample import ENTRIES, sample_site


def test_the_json_says_what_the_pages_say() -> None:
    data = json.loads(exports.to_json(sample_site()))
    assert data["title"] == "To the Moon"
    events = {event["id"]: event for event in data["events"]}
    assert len(events) == len(ENTRIES)
    crew = events["e000000000000001"]
    assert crew["date"] == "2023-04-03"
    assert crew["topics"] == ["Artemis programme", "Moon"]
    assert crew["sources"][0]["publisher"] == "Example Wire"
    assert [link["event"] for link in crew["background"]] == [
        "sputnik",
        "e000000000000002",
        "e000000000000003",
    ]
    assert events["e000000000000023"]["latest"] == ""
    assert events["aristarchus"]["earliest"].startswith("-0")


def test_dates_of_the_export_can_be_read_again() -> None:
    for event in json.loads(exports.to_json(sample_site()))["events"]:
        assert parse_edtf(event["date"]).edtf == event["date"]


def test_a_spreadsheet_reads_the_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(exports.to_csv(sample_site()))))
    assert len(rows) == len(ENTRIES)
    assert rows[0]["id"] == "aristarchus"
    # A date before Christ begins with a minus and is no formula.
    assert rows[0]["date"] == "-0269~"
    sputnik = next(row for row in rows if row["id"] == "sputnik")
    assert sputnik["sources"] == "https://example.org/museum/first-satellite"
    assert sputnik["people"] == "Sergei Korolev"


def test_each_line_of_the_jsonl_is_an_event_of_the_json() -> None:
    site = sample_site()
    events = json.loads(exports.to_json(site))["events"]
    assert [json.loads(line) for line in exports.to_jsonl(site).splitlines()] == events


def test_the_table_has_a_column_for_each_field() -> None:
    (event, *_) = json.loads(exports.to_json(sample_site()))["events"]
    assert set(exports.COLUMNS) == {*event, "source_details", "background_details"}


def test_no_cell_of_the_table_is_a_formula() -> None:
    sputnik = next(entry for entry in ENTRIES if entry.id == "sputnik")
    for title in ("=1+1", "+1", "-x", "@a", "'quoted'"):
        entry = msgspec.structs.replace(sputnik, title=title)
        site = msgspec.structs.replace(
            sample_site(), entries=(entry,), entry_by_id={entry.id: entry}
        )
        (row,) = csv.DictReader(io.StringIO(exports.to_csv(site)))
        assert row["title"] == f"'{title}"


def test_texts_that_would_come_apart_are_listed_as_json() -> None:
    assert exports.listed(["a", "b, c"]) == "a; b, c"
    assert exports.listed(["a; b"]) == '["a; b"]'
    assert exports.listed(["[a]"]) == '["[a]"]'
