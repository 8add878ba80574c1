"""The indexes of topics, people, places and organizations."""

import msgspec

from generator.site import urls
from generator.site.assemble import Site
from generator.site.strings import strings_for
from generator.site.views.frame import Anchor, Frame, frame
from generator.site.views.parts import span

_LIMIT = 350
_SMALL = 300
"""Names without a page that one index lists."""


class Row(msgspec.Struct, frozen=True):
    title: str
    address: str
    count: int
    note: str
    """Its description, or the years it spans."""


class Index(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    note: str
    kinds: tuple[Anchor, ...]
    """The indexes that the site has, when there are several."""
    rows: tuple[Row, ...]
    left_out: int
    small: tuple[Anchor, ...]
    """Names of too few events for a page, each with the address of one of them."""


def kind_anchors(site: Site, current: str = "") -> tuple[Anchor, ...]:
    """Links to the indexes."""
    t = strings_for(site.config.language)
    return tuple(Anchor(t.kind(kind), f"/{kind}/", current=kind == current) for kind in site.kinds)


def topics_index(site: Site, style: str) -> Index:
    """The view of "/topics/"."""
    t = strings_for(site.config.language)
    rows = [
        Row(
            topic.title,
            urls.topic(topic.slug),
            len(site.by_topic[topic.slug]),
            topic.description or span(site.by_topic[topic.slug], site.config.language),
        )
        for topic in site.topics
    ]
    return _index(site, style, "topics", t.topics_note, rows, ())


def names_index(site: Site, style: str, kind: str) -> Index:
    """The view of "/people/" and the like."""
    t = strings_for(site.config.language)
    rows = [
        Row(
            named.title,
            urls.listing(kind, named.slug),
            len(site.by_name[key]),
            span(site.by_name[key], site.config.language),
        )
        for key, named in site.named.items()
        if named.kind == kind
    ]
    small: dict[str, Anchor] = {}
    for key, entries in site.by_name.items():
        if key.startswith(f"{kind}/") and key not in site.named:
            names = getattr(entries[0], kind)
            name = next(name for name in names if key.endswith(_slug(kind, name)))
            small[key] = Anchor(name, urls.event(entries[0].slug), count=len(entries))
    listed = sorted(small.values(), key=lambda anchor: (anchor.label.casefold(), anchor.label))
    return _index(site, style, kind, t.names_note, rows, tuple(listed[:_SMALL]))


def _slug(kind: str, name: str) -> str:
    from generator.site.names import key

    return key(kind, name).removeprefix(kind)


def _index(
    site: Site, style: str, kind: str, note: str, rows: list[Row], small: tuple[Anchor, ...]
) -> Index:
    t = strings_for(site.config.language)
    largest = sorted(rows, key=lambda row: (-row.count, row.address))[: _LIMIT - len(small) // 2]
    chosen = {row.address for row in largest}
    kinds = kind_anchors(site, kind)
    return Index(
        frame=frame(site, f"/{kind}/", title=t.kind(kind), description=note, style=style),
        title=t.kind(kind),
        note=note,
        kinds=kinds if len(kinds) > 1 else (),
        rows=tuple(row for row in rows if row.address in chosen),
        left_out=len(rows) - len(chosen),
        small=small,
    )
