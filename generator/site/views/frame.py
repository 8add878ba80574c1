"""What surrounds every page: the site's name, the menu, the colours."""

from collections.abc import Callable

import msgspec

from generator.config import MenuItem
from generator.site import colors, periods, urls
from generator.site.assemble import Site
from generator.site.cards import Card
from generator.site.markup import Html
from generator.site.strings import strings_for
from generator.site.views import sharing


class Anchor(msgspec.Struct, frozen=True):
    """A link to a page of this site, or in a menu to another site."""

    label: str
    address: str
    count: int = 0
    current: bool = False


class Feed(msgspec.Struct, frozen=True):
    title: str
    address: str
    media_type: str


class Frame(msgspec.Struct, frozen=True):
    """The same for every page but for `address`, `title`, `description` and the current menu."""

    address: str
    title: str
    """Of the page; "" on the home page."""
    description: str
    base: urls.Base | None
    language: str
    direction: str
    site_title: str
    menu: tuple[Anchor, ...]
    footer: Html
    author: str
    license: str
    color: str
    """"auto", "light" or "dark"."""
    accent: tuple[str, str] | None
    """For light and for dark pages."""
    feeds: tuple[Feed, ...]
    """Of the site, after those of the page itself."""
    data: bool
    """Whether there is data to take away."""
    picture: str
    """The address of a picture that says what the page is about; "" for none."""
    style: str
    """A version of the stylesheet and the script, so that browsers fetch new ones."""


def frame(
    site: Site,
    address: str,
    *,
    title: str = "",
    description: str = "",
    style: str = "",
    topic: str = "",
    picture: str = "",
    card: Callable[[], Card] | None = None,
) -> Frame:
    """The surroundings of one page.

    Args:
        topic: the slug of one whose feeds the page names.
        picture: the address of one that the page shows.
        card: what a picture of the page says where it is shared.
    """
    config = site.config
    language = config.language or "en"
    return Frame(
        address=address,
        title=title,
        description=_short(description or config.description),
        base=urls.read_base(config.base_url),
        language=language,
        direction="rtl" if periods.is_right_to_left(language) else "ltr",
        site_title=config.title,
        menu=menu(site, address),
        footer=site.html(config.footer),
        author=config.author,
        license=config.license,
        color=config.theme.color,
        accent=colors.accent_pair(config.theme.accent),
        feeds=_feeds(site, topic) if topic else _feeds(site),
        data=bool(config.exports),
        picture=picture or sharing.picture(site, address, card),
        style=style,
    )


def _feeds(site: Site, topic: str = "") -> tuple[Feed, ...]:
    config = site.config
    title, folder = config.title, "/"
    if topic:
        title, folder = f"{site.topic_by_slug[topic].title} · {title}", urls.topic(topic)
    found = []
    if config.feeds.atom:
        found.append(Feed(title, f"{folder}feed.xml", "application/atom+xml"))
    if config.feeds.json:
        found.append(Feed(title, f"{folder}feed.json", "application/feed+json"))
    return (*found, *(_feeds(site) if topic else ()))


def menu(site: Site, address: str) -> tuple[Anchor, ...]:
    """The main menu: only what there is."""
    if site.config.menu:
        own = [_own(item) for item in site.config.menu]
        return tuple(Anchor(i.label, i.address, current=i.address == address) for i in own)
    t = strings_for(site.config.language)
    items = [Anchor(t.timeline, "/", current=_is_period(address))]
    if site.kinds:
        here = address.startswith(tuple(f"/{kind}/" for kind in site.kinds))
        items.append(Anchor(t.kind(site.kinds[0]), f"/{site.kinds[0]}/", current=here))
    if site.articles:
        items.append(Anchor(t.articles, "/articles/", current=address.startswith("/articles/")))
    if site.config.search != "none":
        items.append(Anchor(t.search, "/search/", current=address == "/search/"))
    items.append(Anchor(t.about_short, "/about/", current=address == "/about/"))
    return tuple(items)


def _own(item: MenuItem) -> Anchor:
    inside = item.url.startswith("/") and not item.url.startswith("//")
    return Anchor(item.title, item.url if inside else urls.external(item.url))


def _is_period(address: str) -> bool:
    return address == "/" or address[1:].replace("-", "").replace("/", "").isdigit()


def _short(text: str, longest: int = 200) -> str:
    """One line for search engines and link previews."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(",;:.–— ") + "…"
