"""A topic beside its nearest ones: up to five lanes over one stretch of time."""

from collections.abc import Mapping, Sequence

import msgspec

from generator.model import Entry
from generator.site import periods, urls
from generator.site.assemble import Site, in_time
from generator.site.strings import strings_for
from generator.site.views.frame import Anchor, Frame, frame
from generator.site.views.parts import Card, card, span

_LANES = 5
_STEPS = 100
"""Places across a lane: events that fall into one are one mark."""
_LISTED = 60
_LEAST = 2
"""Events that a topic must share with another to be near it."""


class Mark(msgspec.Struct, frozen=True):
    x: float
    """Across, in hundredths."""
    count: int
    strength: float
    """0 to 1: how many events it stands for, beside the most of any mark."""


class Lane(msgspec.Struct, frozen=True):
    topic: Anchor
    """Its `count` is that of its events."""
    shared: int
    """Events that it has in common with the first lane."""
    marks: tuple[Mark, ...]
    label: str
    """For those who cannot see the marks."""


class Lanes(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    whole: Anchor
    first: str
    last: str
    """The years at the ends of the lanes."""
    lanes: tuple[Lane, ...]
    cards: tuple[Card, ...]
    """The key events of all lanes, in time order, each with the lanes that it is in."""


def address(slug: str) -> str:
    """The page that compares a topic; no slug of a year or month is like it."""
    return f"{urls.topic(slug)}compare/"


def nearest(site: Site, slug: str) -> list[str]:
    """The slugs of the topics that share most events with one, the nearest first."""
    shared: dict[str, int] = {}
    for entry in site.by_topic[slug]:
        for other in entry.topics:
            if other != slug and other in site.topic_by_slug:
                shared[other] = shared.get(other, 0) + 1
    near = [other for other, count in shared.items() if count >= _LEAST]
    return sorted(near, key=lambda other: (-shared[other], other))[: _LANES - 1]


def lanes(site: Site, style: str, slug: str) -> Lanes:
    """The view of the page that compares a topic with its nearest ones."""
    locale = site.config.language
    t = strings_for(locale)
    topic = site.topic_by_slug[slug]
    slugs = [slug, *nearest(site, slug)]
    members = {name: site.by_topic[name] for name in slugs}
    years = [entry.date.year for held in members.values() for entry in (held[0], held[-1])]
    first, last = min(years), max(years)
    places = {name: _places(held, first, last) for name, held in members.items()}
    most = max(count for found in places.values() for count in found.values())
    ours = {entry.id for entry in members[slug]}
    turned = periods.is_right_to_left(locale)
    title = t.compare_title.format(topic=topic.title)
    return Lanes(
        frame=frame(site, address(slug), title=title, description=title, style=style),
        title=title,
        whole=Anchor(topic.title, urls.topic(slug)),
        first=periods.year_text(first, locale),
        last=periods.year_text(last, locale),
        lanes=tuple(
            Lane(
                Anchor(site.topic_by_slug[name].title, urls.topic(name), count=len(members[name])),
                len(ours & {entry.id for entry in members[name]}),
                tuple(
                    Mark(
                        round(100 * (_STEPS - 1 - place if turned else place) / _STEPS, 2),
                        count,
                        round((count / most) ** 0.5, 2),
                    )
                    for place, count in sorted(places[name].items())
                ),
                f"{t.events(len(members[name]))}, {span(members[name], locale)}",
            )
            for name in slugs
        ),
        cards=_key(site, members),
    )


def _places(entries: Sequence[Entry], first: int, last: int) -> dict[int, int]:
    """How many events stand at each place of a lane."""
    found: dict[int, int] = {}
    for entry in entries:
        part = (entry.date.year - first) / (last - first + 1)
        month = periods.place(entry.date).month or 1
        part += (month - 1) / 12 / (last - first + 1)
        place = min(_STEPS - 1, int(part * _STEPS))
        found[place] = found.get(place, 0) + 1
    return found


def _key(site: Site, members: Mapping[str, Sequence[Entry]]) -> tuple[Card, ...]:
    entries = {entry.id: entry for held in members.values() for entry in held}
    best = sorted(entries.values(), key=lambda entry: (-entry.importance, in_time(entry)))
    shown = sorted(best[:_LISTED], key=in_time)
    return tuple(
        msgspec.structs.replace(
            card(site, entry, lead=False, topics=0),
            topics=tuple(
                Anchor(site.topic_by_slug[name].title, urls.topic(name))
                for name in members
                if name in entry.topics
            ),
        )
        for entry in shown
    )
