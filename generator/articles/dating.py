"""What the lines of a scraped article say of the day of its publication."""

import re
from collections.abc import Sequence

from generator.articles.classify import Label
from generator.articles.fields import Fields
from generator.articles.pieces import Piece
from generator.articles.provenance import PUBLISHED, UPDATED
from generator.articles.publication import Claim, Dated, DateOrder, dates_in, day_without_year

_COPYRIGHT_YEAR = re.compile(
    r"(?:©|\(c\)|copyright)\D{0,12}(?:\d{4}\s?[-–]\s?)?((?:19|20)\d\d)", re.IGNORECASE
)
_DATING = frozenset({"published line", "dateline", "updated line", "photo caption"})
_NEAR = 3
"""How many pieces below the first paragraph a caption may stand and still date the article."""
_FILE_PHOTO = re.compile(r"\bfile\b", re.IGNORECASE)
_DATELINE = re.compile(r"[A-ZÀ-Þ][^.!?]{2,70}?(?:\)\s?)?(?:\s[-–—]+\s|\s?—|:\s)")
"""How an agency's story begins: "POE MILLS, March 6, 2017 (Example Wire) —"."""


def claims(
    pieces: Sequence[Piece], labels: Sequence[Label], end: int, order: DateOrder | None
) -> list[Claim]:
    """What the lines say of the day of publication; lines below `end` are believed less."""
    result: list[Claim] = []
    for index, piece in enumerate(pieces):
        label = labels[index]
        if label.kind == "boilerplate" and label.reason.startswith("below"):
            continue
        near = label.kind in {"body", "standfirst"} and index <= end + _NEAR
        if not near and label.kind not in {"byline", "dateline", "metadata", "caption"}:
            continue
        dates = dates_in(piece.text, order) if piece.words <= 80 else []
        if not dates:
            continue
        if label.kind in {"byline", "dateline", "metadata"}:
            result.extend(_claims_of(piece.text, dates, index <= end))
        elif label.kind == "caption":
            date = dates[-1]
            if _FILE_PHOTO.search(piece.text):
                continue  # A picture from the archive: its date is its own.
            source = "photo caption" if index <= end + _NEAR else "text"
            result.append(Claim(date.date, source, date.sure))
        elif label.kind == "standfirst":
            result.append(Claim(dates[0].date, "first lines", dates[0].sure))
        else:
            head = _DATELINE.match(piece.text) if index <= end else None
            source = "dateline" if head and dates[0].end <= head.end() else "text"
            result.append(Claim(dates[0].date, source, dates[0].sure))
    if not any(claim.source in _DATING for claim in result):
        result.extend(_without_year(pieces, labels, end))
    return result


def claims_of_fields(fields: Fields, order: DateOrder | None) -> list[Claim]:
    """What the labelled fields say of the day of publication."""
    return [
        Claim(dates[0].date, source, dates[0].sure)
        for name, source in (("published", "published line"), ("updated", "updated line"))
        for field in fields.found
        if field.name == name and (dates := dates_in(field.value, order))
    ]


def _without_year(pieces: Sequence[Piece], labels: Sequence[Label], end: int) -> list[Claim]:
    """A day without a year near the title, in the year of the copyright line: a guess."""
    years = [
        int(match[1])
        for piece, label in zip(pieces, labels, strict=True)
        if label.kind != "body" and (match := _COPYRIGHT_YEAR.search(piece.text))
    ]
    if not years:
        return []
    for piece in pieces[: end + 1]:
        if piece.words > 12 or not any(letter.isdigit() for letter in piece.text):
            continue
        if date := day_without_year(piece.text, max(years)):
            return [Claim(date, "first lines", sure=False)]
    return []


def _claims_of(text: str, dates: Sequence[Dated], near_title: bool) -> list[Claim]:
    published, updated = PUBLISHED.search(text), UPDATED.search(text)
    if published:
        after = [dated for dated in dates if dated.start >= published.start()]
        first = (after or dates)[0]
        return [Claim(first.date, "published line", first.sure)]
    if updated:
        before = [dated for dated in dates if dated.end <= updated.start()]
        if before:
            return [Claim(before[0].date, "dateline", before[0].sure)]
        return [Claim(dates[0].date, "updated line", dates[0].sure)]
    return [Claim(dates[0].date, "dateline" if near_title else "text", dates[0].sure)]
