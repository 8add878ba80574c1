"""The pages around the timeline: how it was made, what to show for a wrong address, what moved."""

import msgspec

from generator.site.assemble import Site
from generator.site.strings import number, strings_for
from generator.site.views.frame import Anchor, Frame, frame
from generator.site.views.parts import Rail, rail


class About(msgspec.Struct, frozen=True):
    frame: Frame
    intro: str
    counts: str
    marks: tuple[tuple[str, bool], ...]
    """(shape, soft) of the marks beside dates."""
    data: tuple[Anchor, ...]
    """What there is to take away."""


class NotFound(msgspec.Struct, frozen=True):
    frame: Frame
    rail: Rail


class Moved(msgspec.Struct, frozen=True):
    frame: Frame
    to: Anchor


def about(site: Site, style: str) -> About:
    """The view of "/about/"."""
    t = strings_for(site.config.language)
    edited = sum(1 for entry in site.entries if entry.origin == "editor")
    return About(
        frame=frame(site, "/about/", title=t.about_title, style=style),
        intro=site.config.description,
        counts=t.about_counts.format(
            events=t.events(len(site.entries)),
            edited=number(edited, site.config.language),
            articles=t.n_articles(len(site.articles)),
            links=t.n_links(len(site.links)),
        ),
        marks=(("day", False), ("span", False), ("long", False), ("open", False), ("day", True)),
        data=_data(site),
    )


def _data(site: Site) -> tuple[Anchor, ...]:
    t = strings_for(site.config.language)
    files = {
        "csv": (("events.csv", t.data_csv),),
        "json": (("events.json", t.data_json), ("events.jsonl", t.data_jsonl)),
        "jsonld": (("events.jsonld", t.data_jsonld),),
        "timelinejs": (("timelinejs.json", t.data_timelinejs),),
        "ics": (("events.ics", t.data_ics),),
    }
    kinds = {"application/atom+xml": "Atom", "application/feed+json": "JSON Feed"}
    feeds = frame(site, "/about/").feeds
    return (
        *(Anchor(f"{t.feed} ({kinds[feed.media_type]})", feed.address) for feed in feeds),
        *(
            Anchor(label, f"/data/{file}")
            for name in site.config.exports
            for file, label in files[name]
        ),
    )


def not_found(site: Site, style: str) -> NotFound:
    """The view of the page that hosts show for an address that does not exist."""
    t = strings_for(site.config.language)
    return NotFound(frame=frame(site, "/404.html", title=t.not_found, style=style), rail=rail(site))


def moved(site: Site, style: str, address: str, label: str, to: str) -> Moved:
    """The view of a page that sends readers of an old address on."""
    t = strings_for(site.config.language)
    return Moved(
        frame=frame(site, address, title=t.moved, description=label, style=style),
        to=Anchor(label, to),
    )
