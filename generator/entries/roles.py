"""How an article speaks of an event: as its news, as something past, as something to come."""

from generator.dates import EventDate
from generator.entries.anchoring import NEWS_DAYS, Telling
from generator.model import Role


def role(telling: Telling, published: EventDate | None) -> Role:
    """How the article speaks of the event: as news, as something past, as something to come."""
    clause, date = telling.clause, telling.date
    if telling.form != "clause":
        return "recalls"
    if date is None or published is None or published.earliest is None or published.latest is None:
        if clause.tense == "future" or clause.planned:
            return "announces"
        return "recalls" if published is None or clause.tense == "pluperfect" else "reports"
    if date.earliest is not None and date.earliest > published.latest:
        return "announces"
    if (clause.tense == "future" or clause.planned) and (
        date.latest is None or date.latest >= published.latest
    ):
        return "announces"
    if clause.tense == "pluperfect":
        return "recalls"
    last = date.latest if date.latest is not None else published.latest
    if date.open_end or published.earliest - last > NEWS_DAYS:
        return "recalls"
    return "reports"
