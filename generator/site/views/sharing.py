"""What the pictures say that stand for pages where links to them are shared."""

from collections.abc import Callable, Iterator

from generator.dates import format_date
from generator.site import periods, urls
from generator.site.assemble import Site
from generator.site.cards import Card
from generator.site.colors import accent_pair
from generator.site.strings import strings_for

View = Callable[..., Card]
"""A function of the site, the style and the arguments of a `Route`."""


def pictures(site: Site) -> Iterator[tuple[str, View, tuple[str | int, ...]]]:
    """The address of each picture, the function that says what is on it, and its arguments."""
    if site.cards is None:
        return
    pages: list[tuple[str, View, tuple[str | int, ...]]] = [("/", of_home, ())]
    pages += [(urls.year(year), of_year, (year,)) for year in site.by_year]
    pages += [(urls.event(entry.slug), of_event, (entry.id,)) for entry in site.entries]
    pages += [(urls.topic(topic.slug), of_list, ("topics", topic.slug)) for topic in site.topics]
    pages += [
        (urls.listing(found.kind, found.slug), of_list, (found.kind, found.slug))
        for found in site.named.values()
    ]
    for page, view, arguments in pages:
        if is_drawable(site, view(site, "", *arguments)):
            yield _address(page), view, arguments


def picture(site: Site, page: str, card: Callable[[], Card] | None) -> str:
    """The address of the picture of a page: its own, else that of the site, "" for none.

    Args:
        card: says what is on its own; None for a page without one.
    """
    if site.cards is None:
        return ""
    if card is not None and is_drawable(site, card()):
        return _address(page)
    return _address("/") if site.cards.home else ""


def is_drawable(site: Site, card: Card) -> bool:
    """Whether the font has all letters of a card."""
    return site.cards is not None and all(map(site.cards.draws, (card.title, card.when, card.site)))


def of_home(site: Site, _: str) -> Card:
    years = list(site.by_year)
    locale = site.config.language
    when = periods.span_text(years[0], years[-1], locale) if years else ""
    return _card(site, site.config.title, when, site.config.description)


def of_year(site: Site, _: str, year: int) -> Card:
    locale = site.config.language
    count = strings_for(locale).events(len(site.by_year[year]))
    return _card(site, periods.year_text(year, locale), count, site.config.title)


def of_event(site: Site, _: str, id_: str) -> Card:
    entry = site.entry_by_id[id_]
    when = entry.date_text or format_date(entry.date, site.config.language)
    return _card(site, entry.title, when, site.config.title)


def of_list(site: Site, _: str, kind: str, slug: str) -> Card:
    """The card of a topic, a person, a place or an organization."""
    if kind == "topics":
        title, members = site.topic_by_slug[slug].title, site.by_topic[slug]
    else:
        title, members = site.named[f"{kind}/{slug}"].title, site.by_name[f"{kind}/{slug}"]
    count = strings_for(site.config.language).events(len(members))
    return _card(site, title, count, site.config.title)


def _card(site: Site, title: str, when: str, name: str) -> Card:
    config = site.config
    dark = config.theme.color == "dark"
    accents = accent_pair(config.theme.accent)
    return Card(
        title=_written(site, title),
        when=_written(site, when),
        site=_written(site, name),
        dark=dark,
        accent=accents[dark] if accents else "",
        right_to_left=periods.is_right_to_left(config.language or "en"),
        font=site.cards.font if site.cards else "",
    )


_STANDS_FOR = {"–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-"}
"""What is written for a sign that the font lacks."""


def _written(site: Site, text: str) -> str:
    """One line, in letters that the font has where one can stand for another."""
    draws = site.cards.draws if site.cards else bool
    line = " ".join(text.split())
    return "".join(
        _STANDS_FOR[letter] if letter in _STANDS_FOR and not draws(letter) else letter
        for letter in line
    )


def _address(page: str) -> str:
    return f"{page}card.png"
