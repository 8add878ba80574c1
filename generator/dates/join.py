"""Joins what stands together: a time with its date, the two ends of a range."""

from typing import NamedTuple

from msgspec import structs

from generator.dates.gregorian import civil
from generator.dates.rules import Language
from generator.dates.timex import Mention
from generator.dates.values import date_of, parsed, place_of, year_value

_BEFORE = 48
"""How far before a range words are looked for that open it ("between")."""


class Found(NamedTuple):
    """A mention as it was found, before it is joined with others."""

    mention: Mention
    yearless: bool
    """Whether its year is a guess that the other end of a range may correct."""


def join(text: str, found: list[Found], table: Language) -> tuple[Mention, ...]:
    """Joins a time with its date, then the two ends of a range."""
    timed: list[Mention] = []
    for at, (mention, yearless) in enumerate(found):
        if yearless and at + 1 < len(found) and not found[at + 1].yearless:
            mention = _year_of_other_end(text, mention, found[at + 1].mention, table)
        merged = _with_clock(text, timed[-1], mention, table) if timed else None
        if merged:
            timed[-1] = merged
            if len(timed) > 1:
                timed[-2] = _same_moment(text, timed[-2], merged)
        else:
            timed.append(mention)
    joined: list[Mention] = []
    for mention in timed:
        if joined and mention.value == "PRESENT_REF":
            joined[-1] = _to_the_present(text, joined[-1], mention, table)
        merged = _range(text, joined[-1], mention, table) if joined else None
        if merged:
            joined[-1] = merged
        else:
            joined.append(mention)
    return tuple(joined)


def _year_of_other_end(text: str, one: Mention, two: Mention, table: Language) -> Mention:
    """A date whose year is a guess, with the year of the other end of its range."""
    gap = text[one.end : two.start]
    start, end = place_of(one.value), place_of(two.value)
    if len(gap) > 12 or start is None or end is None or end.unit not in ("day", "month"):
        return one
    if not table.between.fullmatch(gap) and not table.both.fullmatch(gap):
        return one
    year = civil(end.day)[0]
    for candidate in (year, year - 1):
        value = f"{year_value(candidate)}{one.value[4:]}"
        moved = place_of(value)
        if moved and moved.day <= end.day and candidate != civil(start.day)[0]:
            return structs.replace(
                one, value=value, date=date_of(value), reason=f"the year of {two.value}"
            )
        if moved and moved.day <= end.day:
            break
    return one


def _with_clock(text: str, one: Mention, two: Mention, table: Language) -> Mention | None:
    if two.start - one.end > 12 or {one.type, two.type} != {"DATE", "TIME"}:
        return None
    date, time = (one, two) if one.type == "DATE" else (two, one)
    if len(date.value) != 10 or date.date is None or "T" not in time.value:
        return None
    if not table.clock.fullmatch(text[one.end : two.start]):
        return None
    value = f"{date.value}T{time.value.partition('T')[2]}"
    return Mention(
        one.start, two.end, text[one.start : two.end], "TIME", value, date_of(value),
        f"{one.rule} + {two.rule}", date.reason,
    )  # fmt: skip


def _same_moment(text: str, one: Mention, two: Mention) -> Mention:
    """ "8 p.m. (1900 GMT) on Sunday": a time of which the brackets after it say the day."""
    if one.type != "TIME" or text[one.end : two.start] != " (" or len(two.value) < 10:
        return one
    value = f"{two.value[:10]}T{one.value.partition('T')[2]}"
    return structs.replace(one, value=value, date=date_of(value), reason=two.reason)


def _to_the_present(text: str, one: Mention, two: Mention, table: Language) -> Mention:
    """ "1967 to the present" has no end."""
    if one.date is None or one.parts or not table.between.fullmatch(text[one.end : two.start]):
        return one
    if any(mark in one.date.edtf for mark in "/[{T"):
        return one
    return structs.replace(one, date=parsed(f"{one.date.edtf}/.."))


def _range(text: str, one: Mention, two: Mention, table: Language) -> Mention | None:
    """One mention of both ends when the words between and before them make a range."""
    if two.start - one.end > 12 or two.start < one.end or one.parts:
        return None
    first, last = one.date, two.date
    if first is None or last is None or {one.type, two.type} != {"DATE"}:
        return None
    first, last = date_of(one.value) or first, date_of(two.value) or last
    if first.earliest is None or last.latest is None or first.earliest >= last.latest:
        return None
    if first.latest is None or last.earliest is None or first.latest >= last.latest:
        return None
    gap = text[one.end : two.start]
    window = text[max(0, one.start - _BEFORE) : one.start]
    if not table.between.fullmatch(gap):
        if not table.both.fullmatch(gap):
            return None
        neighbours = first.precision == last.precision and last.earliest == first.latest + 1
        if not neighbours and not table.opening.search(window):
            return None
    if any("/" in d.edtf or d.time for d in (first, last)):
        return None
    date = parsed(f"{first.edtf}/{last.edtf}")
    if date is None:
        return None
    parts = (
        Mention(one.start, one.end, one.text, one.type, one.value, first, one.rule, one.reason),
        Mention(two.start, two.end, two.text, two.type, two.value, last, two.rule, two.reason),
    )
    return Mention(
        one.start, two.end, text[one.start : two.end], "DATE", date.edtf, date,
        f"{one.rule} to {two.rule}" if one.rule != two.rule else one.rule, one.reason, parts,
    )  # fmt: skip
