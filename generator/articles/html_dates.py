"""When a page was published: what its data, its address, its text and its name say."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.articles.html_metadata import Metadata
from generator.articles.publication import (
    Claim,
    choose,
    date_in_address,
    dates_in,
    rivals,
    stamped,
)
from generator.articles.reader import Hints
from generator.dates import EventDate
from generator.errors import Problem

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LATEST = "2100-12-31"


def claims_of(
    metadata: Metadata,
    url: str,
    visible: Sequence[tuple[int, str]],
    hints: Hints,
    tree: "HtmlElement",
    path: str,
) -> list[Claim]:
    """What the page says of its day of publication, by all its witnesses."""
    claims = []
    for text, source in metadata.dates:
        if found := stamped(text, hints.date_order):
            claims.append(Claim(found.date, source, found.sure, found.utc_hour))
    if date := date_in_address(url):
        claims.append(Claim(date, "address"))
    if not claims:
        for _, text in visible[:80]:
            if len(text) < 120 and (dated := dates_in(text, hints.date_order)):
                claims.append(Claim(dated[0].date, "first lines", sure=False))
                break
    if date := date_in_address("/" + path.rpartition("/")[2]):
        claims.append(Claim(date, "file name", sure=False))
    if not claims and (date := _guessed(tree)):
        claims.append(Claim(date, "htmldate", sure=False))
    return claims


def _guessed(tree: "HtmlElement") -> EventDate | None:
    """What htmldate makes of a page that names no day where days are looked for."""
    from htmldate import find_date

    try:
        # Without a latest day of ours it would take the clock's, and a build would depend on it.
        found = find_date(tree, extensive_search=False, original_date=True, max_date=_LATEST)
    except Exception:  # Like the extraction, it promises nothing for hostile pages.
        return None
    dates = dates_in(found or "")
    return dates[0].date if dates else None


def contradictions(path: str, claims: Sequence[Claim], updated: Sequence[str]) -> Iterator[Problem]:
    """Warnings where the page's own data name days that cannot all be right."""
    if told := rivals(claims):
        said = ", ".join(f"{claim.date.edtf} ({claim.source})" for claim in told)
        message = f"the page names different days of publication: {said}"
        yield Problem(path, 0, 0, message, "the first one is used", "warning")
    published, _ = choose(claims)
    later = next(filter(None, map(stamped, updated)), None)
    if published and later and _days_after(published, later.date) > 1:
        message = (
            f"the page says that it was published on {published.edtf}, but last changed on "
            f"{later.date.edtf}"
        )
        yield Problem(path, 0, 0, message, "check the day of publication", "warning")


def _days_after(late: EventDate, early: EventDate) -> int:
    return (late.earliest or 0) - (early.earliest or 0)
