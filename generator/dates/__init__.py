"""Dates as people write them: kept as exact as they are, found in texts, and shown well."""

from generator.dates.edtf import parse_edtf
from generator.dates.event_date import DateError, EventDate, Precision, day
from generator.dates.show import format_date, html_datetime
from generator.dates.tagger import explain_mode, tag
from generator.dates.timex import Mention, TimexType, timexes
from generator.dates.words import DateOrder, read_date

__all__ = [
    "DateError",
    "DateOrder",
    "EventDate",
    "Mention",
    "Precision",
    "TimexType",
    "day",
    "explain_mode",
    "format_date",
    "html_datetime",
    "parse_edtf",
    "read_date",
    "tag",
    "timexes",
]
