"""The page of one event: what it is, what came before it and who says so, what followed."""

from collections.abc import Callable, Sequence
from urllib.parse import quote

import msgspec

from generator.model import Article, BackgroundLink, Citation, Entry
from generator.site import linked_data, names, periods, urls
from generator.site.assemble import Site, in_time
from generator.site.markup import Html
from generator.site.storyline import Storyline, storyline
from generator.site.strings import strings_for
from generator.site.views import sharing
from generator.site.views.frame import Anchor, Frame, frame
from generator.site.views.parts import (
    Card,
    When,
    card,
    is_prose,
    lead_of,
    topic_anchors,
    topic_slugs,
    when,
)
from generator.topics.elapsed import span

_FOLLOWED_IN_FULL = 8
_FOLLOWED_AT_MOST = 60


class Said(msgspec.Struct, frozen=True):
    """A passage and where it stands: an article of this site, or a source elsewhere."""

    quote: str
    title: str
    address: str
    """Of the article's page, at the quote; "" for a source elsewhere."""
    url: str
    publisher: str
    published: When | None
    role: str = ""
    """"reports", "recalls" or "announces"."""
    said_by: str = ""
    archive: str = ""
    accessed: str = ""


class Reason(msgspec.Struct, frozen=True):
    """Why one event is background to another."""

    kind: str
    """"recalled", "shared" or "editor"."""
    text: str
    said: Said | None = None


class Related(msgspec.Struct, frozen=True):
    """An earlier or later event, with the reasons for the link."""

    card: Card
    reasons: tuple[Reason, ...]


class Picture(msgspec.Struct, frozen=True):
    address: str
    url: str
    """Set instead of `address` when the picture is another host's: it is linked, not shown."""
    alt: str
    caption: str
    credit: str


class Path(msgspec.Struct, frozen=True):
    """The events before and after this one within a topic."""

    topic: Anchor
    previous: Anchor | None
    next: Anchor | None


class Event(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    when: When
    period: Anchor
    """The year that lists the event."""
    status: str
    summary: str
    html: Html
    """The text, when an editor wrote it."""
    paragraphs: tuple[str, ...]
    """The text, when it was taken from an article."""
    picture: Picture | None
    topics: tuple[Anchor, ...]
    people: tuple[Anchor, ...]
    organizations: tuple[Anchor, ...]
    places: tuple[Anchor, ...]
    before: tuple[Related, ...]
    followed: tuple[Related, ...]
    followed_more: tuple[Card, ...]
    followed_uncounted: int
    storyline: Storyline | None
    sources: tuple[Said, ...]
    notes: tuple[str, ...]
    written: bool
    """Whether an editor wrote it."""
    edit: str
    elsewhere: tuple[Card, ...]
    """What happened at the same time and shares no topic with it."""
    paths: tuple[Path, ...]
    """The way on and back within each topic."""
    citation: str
    """How to cite the page."""
    previous: Card | None
    next: Card | None
    jsonld: str
    """What programs read in the page, as JSON-LD."""


def event(site: Site, style: str, id_: str) -> Event:
    """The view of the page of the event with this id."""
    entry = site.entry_by_id[id_]
    earlier, later = site.neighbours[entry.id]
    prose = is_prose(entry)
    html = site.html(entry.text) if prose else Html("")
    before = _related(site, site.before.get(entry.id, ()), lambda link: link.earlier)
    after = _related(site, site.after.get(entry.id, ()), lambda link: link.later)
    best = {
        urls.event(site.entry_by_id[id_].slug) for id_ in _best(site, entry)[:_FOLLOWED_IN_FULL]
    }
    rest = [item.card for item in after if item.card.address not in best]
    text = entry.text.strip()
    if not prose and text.rstrip(".").casefold() == entry.title.rstrip(".").casefold():
        text = ""
    year = entry.date.year
    picture = _picture(entry)
    return Event(
        frame=frame(
            site,
            urls.event(entry.slug),
            title=entry.title,
            description=lead_of(site, entry) or entry.title,
            style=style,
            picture=picture.address if picture else "",
            card=lambda: sharing.of_event(site, style, id_),
        ),
        title=entry.title,
        when=when(entry.date, site.config.language, text=entry.date_text),
        period=Anchor(periods.year_text(year, site.config.language), urls.year(year)),
        status="" if entry.status == "confirmed" else entry.status,
        summary=entry.summary if html else "",
        html=html,
        paragraphs=()
        if prose
        else tuple(line.strip() for line in text.split("\n") if line.strip()),
        picture=picture,
        topics=topic_anchors(site, entry),
        people=_names(site, "people", entry.people),
        organizations=_names(site, "organizations", entry.organizations),
        places=_names(site, "places", entry.places),
        before=before,
        followed=tuple(item for item in after if item.card.address in best),
        followed_more=tuple(rest[:_FOLLOWED_AT_MOST]),
        followed_uncounted=max(0, len(rest) - _FOLLOWED_AT_MOST),
        storyline=_storyline(site, entry),
        sources=tuple(said(site, citation) for citation in _distinct(entry.citations)),
        notes=entry.notes,
        written=entry.origin == "editor",
        edit=_edit(site, entry),
        elsewhere=_elsewhere(site, entry),
        paths=_paths(site, entry),
        citation=_citation(site, entry),
        previous=_neighbour(site, earlier),
        next=_neighbour(site, later),
        jsonld=linked_data.document(site, entry.id),
    )


def _names(site: Site, kind: str, written: Sequence[str]) -> tuple[Anchor, ...]:
    """Names, those with a page as links."""
    keys = [names.key(kind, name) for name in written]
    return tuple(
        Anchor(name, f"/{key}/" if key in site.named else "")
        for name, key in zip(written, keys, strict=True)
    )


def said(site: Site, citation: Citation) -> Said:
    """A citation as a page shows it: what it does not say is taken from its article."""
    article = site.article_by_id.get(citation.article)
    locale = site.config.language
    published = citation.published or (article.published if article else None)
    anchor = ""
    if article is not None and citation.end > citation.start:
        anchor = "#" + urls.quote_anchor(citation.start, citation.end)
    return Said(
        quote=citation.quote,
        title=citation.title or (article.title if article else ""),
        address=urls.article(article.slug) + anchor if article else "",
        url=urls.external(citation.url or (article.url if article else "")),
        publisher=citation.publisher or (article.publisher if article else ""),
        published=when(published, locale) if published else None,
        role=citation.role,
        said_by=citation.said_by,
        archive=urls.external(citation.archive),
        accessed=when(citation.accessed, locale).text if citation.accessed else "",
    )


def _distinct(citations: Sequence[Citation]) -> list[Citation]:
    seen: dict[tuple[str, int, int, str, str], Citation] = {}
    for citation in citations:
        key = (citation.article, citation.start, citation.end, citation.url, citation.quote)
        seen.setdefault(key, citation)
    return list(seen.values())


def _related(
    site: Site, links: Sequence[BackgroundLink], other: Callable[[BackgroundLink], str]
) -> tuple[Related, ...]:
    """One item for each event at the other end, with the reasons of all links to it."""
    grouped: dict[str, list[BackgroundLink]] = {}
    for link in links:
        grouped.setdefault(other(link), []).append(link)
    return tuple(
        Related(
            card=card(site, site.entry_by_id[id_], lead=False, topics=0),
            reasons=tuple(_reason(site, link) for link in group),
        )
        for id_, group in grouped.items()
    )


def _reason(site: Site, link: BackgroundLink) -> Reason:
    article: Article | None = site.article_by_id.get(link.article)
    if article is None:
        return Reason(kind=link.kind, text=_reason_text(site, link))
    cited = Citation(
        role="recalls", quote=link.quote, article=link.article, start=link.start, end=link.end
    )
    return Reason(kind=link.kind, text=link.reason, said=said(site, cited))


def _reason_text(site: Site, link: BackgroundLink) -> str:
    """The reason in the site's language; ours are in English, an editor's are the editor's own."""
    t = strings_for(site.config.language)
    if not link.concerns or t.language.startswith("en"):
        return link.reason
    from babel.lists import format_list

    listed = format_list(link.concerns, locale=t.language.replace("-", "_"))
    between = span(site.entry_by_id[link.earlier].date, site.entry_by_id[link.later].date)
    if between is None:
        return t.both_concern.format(what=listed)
    return t.both_concern_since.format(what=listed, when=t.earlier_by(*between))


def _best(site: Site, entry: Entry) -> list[str]:
    """The ids of the later events, the best supported first."""
    links = sorted(
        site.after.get(entry.id, ()),
        key=lambda link: (-link.score, in_time(site.entry_by_id[link.later])),
    )
    return list(dict.fromkeys(link.later for link in links))


def _storyline(site: Site, entry: Entry) -> Storyline | None:
    before = dict.fromkeys(link.earlier for link in site.before.get(entry.id, ()))
    after = dict.fromkeys(link.later for link in site.after.get(entry.id, ()))
    return storyline(
        [site.entry_by_id[id_] for id_ in before],
        entry,
        [site.entry_by_id[id_] for id_ in after],
        site.config.language,
        lambda other: urls.event(other.slug),
    )


def _neighbour(site: Site, id_: str) -> Card | None:
    return card(site, site.entry_by_id[id_], lead=False, topics=0) if id_ else None


_ELSEWHERE = 4
_STEPS = 8
"""How many events before and after are looked at for what happened elsewhere."""
_SAME_TIME = 10
"""Days within which what is known to the day happened at the same time."""


def _elsewhere(site: Site, entry: Entry) -> tuple[Card, ...]:
    """Events of the same time that share no topic with this one, the nearest first."""
    if entry.date.earliest is None or entry.date.latest is None or not entry.topics:
        return ()
    found: list[tuple[int, tuple[object, ...], Entry]] = []
    for side in (0, 1):
        id_ = entry.id
        for _ in range(_STEPS):
            id_ = site.neighbours[id_][side]
            if not id_:
                break
            other = site.entry_by_id[id_]
            away = entry.date.distance(other.date)
            if away > _SAME_TIME:
                break
            if other.date.latest is None or set(other.topics) & set(entry.topics):
                continue
            found.append((away, in_time(other), other))
    nearest = sorted(found, key=lambda item: item[:2])[:_ELSEWHERE]
    return tuple(card(site, other, lead=False, topics=0) for _, _, other in nearest)


def _paths(site: Site, entry: Entry) -> tuple[Path, ...]:
    paths = []
    for anchor, slug in zip(topic_anchors(site, entry), topic_slugs(site, entry), strict=True):
        pair = site.topic_neighbours.get(f"{slug}/{entry.id}", ("", ""))
        ends = [
            Anchor(site.entry_by_id[id_].title, urls.event(site.entry_by_id[id_].slug))
            if id_
            else None
            for id_ in pair
        ]
        if any(ends):
            paths.append(Path(anchor, *ends))
    return tuple(paths)


def _citation(site: Site, entry: Entry) -> str:
    """Title, date, site and address, as a list of references has them."""
    when_text = when(entry.date, site.config.language, text=entry.date_text).text
    address = urls.absolute(urls.read_base(site.config.base_url), urls.event(entry.slug))
    parts = (site.config.author, f"“{entry.title}” ({when_text})", site.config.title, address)
    return ". ".join(part for part in parts if part) + ("" if address else ".")


def _picture(entry: Entry) -> Picture | None:
    image = entry.image
    if image is None:
        return None
    url = urls.external(image.src)
    local = "/" + image.src.removeprefix("./").lstrip("/")
    unsafe = ":" in image.src or "\\" in image.src or ".." in image.src.split("/")
    if not url and unsafe:
        return None
    return Picture(
        address="" if url else local,
        url=url,
        alt=image.alt,
        caption=image.caption,
        credit=image.credit,
    )


def _edit(site: Site, entry: Entry) -> str:
    pattern = site.config.edit_url
    if not pattern or entry.origin != "editor" or not entry.path:
        return ""
    return urls.external(pattern.replace("{path}", quote(entry.path)))
