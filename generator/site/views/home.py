"""The home page: what the site is about, its whole span, where to begin."""

import msgspec

from generator.model import Entry
from generator.site import exports, periods, urls
from generator.site.assemble import Site, in_time
from generator.site.overview import Overview, overview
from generator.site.strings import Strings, strings_for
from generator.site.views import sharing
from generator.site.views.frame import Anchor, Frame, frame
from generator.site.views.parts import Card, Rail, card, rail, when

_KEY, _LATEST, _ANNOUNCED, _TOPICS = 6, 8, 4, 18


class Home(msgspec.Struct, frozen=True):
    frame: Frame
    intro: str
    counts: tuple[str, ...]
    """"214 events", "38 articles", "1947 – 2023"."""
    overview: Overview | None
    overview_label: str
    key: tuple[Card, ...]
    latest: tuple[Card, ...]
    announced: tuple[Card, ...]
    """What was planned for after the latest event."""
    topics: tuple[Anchor, ...]
    kinds: tuple[Anchor, ...]
    """The indexes of topics, people and so on, and the calendar."""
    rail: Rail


def home(site: Site, style: str) -> Home:
    """The view of "/"."""
    t = strings_for(site.config.language)
    locale = site.config.language
    years = list(site.by_year)
    counts = [t.events(len(site.entries))]
    if site.articles:
        counts.append(t.n_articles(len(site.articles)))
    label = ""
    if years:
        counts.append(periods.span_text(years[0], years[-1], locale))
        label = t.overview_label.format(
            first=periods.year_text(years[0], locale), last=periods.year_text(years[-1], locale)
        )
    key = _key(site)
    shown = {entry.id for entry in key}
    told = [entry for entry in site.entries if entry.status != "planned"]
    latest = [entry for entry in reversed(told) if entry.id not in shown][:_LATEST]
    end = in_time(told[-1]) if told else ()
    ahead = [entry for entry in site.entries if not told or in_time(entry) > end]
    announced = [entry for entry in ahead if entry.id not in shown][:_ANNOUNCED]
    largest = sorted(site.topics, key=lambda topic: (-len(site.by_topic[topic.slug]), topic.slug))
    return Home(
        frame=frame(site, "/", style=style, card=lambda: sharing.of_home(site, style)),
        intro=site.config.description,
        counts=tuple(counts),
        overview=_overview(site, t),
        overview_label=label,
        key=tuple(card(site, entry, topics=2) for entry in key),
        latest=tuple(card(site, entry, lead=False, topics=1) for entry in latest),
        announced=tuple(card(site, entry, lead=False, topics=0) for entry in announced),
        topics=tuple(
            Anchor(topic.title, urls.topic(topic.slug), count=len(site.by_topic[topic.slug]))
            for topic in largest[:_TOPICS]
        ),
        kinds=_indexes(site),
        rail=rail(site),
    )


def _overview(site: Site, t: Strings) -> Overview | None:
    """The picture of all events, which can be zoomed where its spans can be listed."""
    locale = site.config.language
    found = overview(
        site.entries,
        locale,
        t,
        lambda entry: period_address(site, entry),
        lambda entry: urls.event(entry.slug),
        lambda entry: when(entry.date, locale, text=entry.date_text).text,
    )
    if found is None or site.config.search == "none":
        return found
    return msgspec.structs.replace(found, days=exports.DAYS)


def _indexes(site: Site) -> tuple[Anchor, ...]:
    t = strings_for(site.config.language)
    found = [Anchor(t.kind(kind), f"/{kind}/") for kind in site.kinds]
    if site.topics:
        found[0] = Anchor(t.all_topics, "/topics/")
    if site.config.pages.on_this_day and site.by_day:
        found.append(Anchor(t.this_day, "/on-this-day/"))
    return tuple(found)


def period_address(site: Site, entry: Entry) -> str:
    """The page of the month, or else of the year, that lists an entry."""
    where = periods.place(entry.date)
    if where.month and site.config.pages.months:
        return urls.month(where.year, where.month)
    return urls.year(where.year)


def _key(site: Site) -> list[Entry]:
    """The events to begin with, in time order: the most important, then the most told and linked.

    Events that nothing speaks for are none, so a site of a few lone events has no key events.
    """

    def weight(entry: Entry) -> tuple[int, int]:
        linked = len({link.later for link in site.after.get(entry.id, ())})
        return entry.importance, linked + max(0, len(entry.citations) - 1)

    ranked = sorted(
        (entry for entry in site.entries if any(weight(entry))),
        key=lambda entry: (weight(entry), in_time(entry)),
        reverse=True,
    )
    chosen = {entry.id for entry in ranked[:_KEY]}
    return [entry for entry in site.entries if entry.id in chosen]
