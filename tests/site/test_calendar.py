"""The calendar, read by another program."""

from datetime import UTC, date, datetime

import icalendar
import msgspec
import pytest

from generator.config import Config
from generator.dates import parse_edtf
from generator.model import Entry
from generator.site.assemble import Site, assemble
from generator.site.calendar import span, to_ics

LONG = "The bridge opens; ships, at last, pass: “Élysée” " + "é" * 100


def entry(id_: str, edtf: str, title: str = "The bridge opens") -> Entry:
    return Entry(id=id_, slug=id_, date=parse_edtf(edtf), title=title, origin="editor")


def site(*entries: Entry, base: str = "https://example.org/archive") -> Site:
    return assemble(Config(title="Bridges", base_url=base), entries, (), (), ())


def test_what_a_calendar_can_hold() -> None:
    text = to_ics(
        site(
            entry("day", "2023-05-12", LONG),
            entry("days", "2023-05-30/2023-06-02"),
            entry("time", "2023-05-12T15:30:00Z"),
            entry("month", "2023-05"),
            entry("about", "2023-05-12~"),
            entry("old", "-0043-03-15"),
        )
    )
    calendar = icalendar.Calendar.from_ical(text)
    events = {str(event["URL"]).split("/")[-2]: event for event in calendar.walk("VEVENT")}
    assert set(events) == {"day", "days", "time"}
    assert str(events["day"]["SUMMARY"]) == LONG
    assert (events["day"].decoded("DTSTART"), events["day"].decoded("DTEND")) == (
        date(2023, 5, 12),
        date(2023, 5, 13),
    )
    assert events["days"].decoded("DTEND") == date(2023, 6, 3)
    assert events["time"].decoded("DTSTART") == datetime(2023, 5, 12, 15, 30, tzinfo=UTC)
    assert len({str(event["UID"]) for event in events.values()}) == 3
    assert str(calendar["X-WR-CALDESC"]) == (
        "3 events whose days are not known are not in this calendar."
    )
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_a_site_without_an_address_or_events_has_a_calendar_too() -> None:
    assert len(icalendar.Calendar.from_ical(to_ics(site(base=""))).walk("VEVENT")) == 0
    assert "URL" not in to_ics(site(entry("day", "2023-05-12"), base=""))


def test_control_characters_end_no_line() -> None:
    hostile = msgspec.structs.replace(entry("day", "2023-05-12"), title="x\r\nEND:VCALENDAR\x00\\n")
    [event] = icalendar.Calendar.from_ical(to_ics(site(hostile))).walk("VEVENT")
    assert str(event["SUMMARY"]) == "x\nEND:VCALENDAR\\n"


@pytest.mark.parametrize(
    "edtf", ["2023", "198X", "1985-04-XX", "2023-05-12?", "2023-05/2023-06", "2023-05-12/.."]
)
def test_what_is_not_known_to_the_day_is_left_out(edtf: str) -> None:
    assert span(parse_edtf(edtf)) is None
