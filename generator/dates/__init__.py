"""Dates as people write them: kept as exact as they are, found in texts, and shown well."""

from generator.dates.edtf import parse_edtf
from generator.dates.event_date import DateError, EventDate, Precision, day
from generator.dates.tagger import tag
from generator.dates.timex import Mention, TimexType, timexes

__all__ = [
    "DateError",
    "EventDate",
    "Mention",
    "Precision",
    "TimexType",
    "day",
    "parse_edtf",
    "tag",
    "timexes",
]
