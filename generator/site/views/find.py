"""The search page: a form that the reader's side answers, and lists to browse without it."""

import msgspec

from generator.site import search, urls
from generator.site.assemble import Site
from generator.site.names import KINDS
from generator.site.strings import strings_for
from generator.site.views.frame import Anchor, Frame, frame
from generator.site.views.parts import Rail, rail

ADDRESS = "/search/"
_CHOICES = 150
"""Topics or names that one choice offers, the largest."""
_BROWSED = 300


class Choice(msgspec.Struct, frozen=True):
    """One filter, and what it may be set to."""

    name: str
    """As the query string has it."""
    label: str
    options: tuple[tuple[str, str], ...]
    """(value, label)."""


class Letter(msgspec.Struct, frozen=True):
    letter: str
    anchors: tuple[Anchor, ...]


class Find(msgspec.Struct, frozen=True):
    frame: Frame
    index: str
    """The address of the index's first file."""
    choices: tuple[Choice, ...]
    years: tuple[int, int]
    """The first and the last year of the site."""
    letters: tuple[Letter, ...]
    """Topics and names from A to Z."""
    rail: Rail


def find(site: Site, style: str) -> Find:
    """The view of "/search/"."""
    t = strings_for(site.config.language)
    years = list(site.by_year) or [0]
    statuses = ("reported", "disputed", "planned")
    choices = [_choice(site, kind) for kind in ("topics", *KINDS)]
    choices.append(Choice("status", t.status_label, tuple((s, t.status(s)) for s in statuses)))
    return Find(
        frame=frame(site, ADDRESS, title=t.search, description=t.search_note, style=style),
        index=search.HEAD,
        choices=tuple(choice for choice in choices if choice.options),
        years=(years[0], years[-1]),
        letters=_letters(site),
        rail=rail(site),
    )


def _choice(site: Site, kind: str) -> Choice:
    """The largest of one kind, by title."""
    if kind == "topics":
        found = [(len(site.by_topic[topic.slug]), topic.title, topic.slug) for topic in site.topics]
    else:
        found = [
            (len(site.by_name[key]), named.title, named.slug)
            for key, named in site.named.items()
            if named.kind == kind
        ]
    largest = sorted(found, key=lambda item: (-item[0], item[1:]))[:_CHOICES]
    label = strings_for(site.config.language).kind(kind)
    ordered = sorted(largest, key=lambda item: (item[1].casefold(), item[2]))
    return Choice(kind, label, tuple((slug, title) for _, title, slug in ordered))


def _letters(site: Site) -> tuple[Letter, ...]:
    sized = [
        (len(site.by_topic[topic.slug]), topic.title, urls.topic(topic.slug))
        for topic in site.topics
    ]
    sized += [
        (len(site.by_name[key]), named.title, f"/{key}/") for key, named in site.named.items()
    ]
    # A place may be a topic too: the topic's page tells more.
    titled = {item[1].casefold(): item for item in reversed(sized)}
    largest = sorted(titled.values(), key=lambda item: (-item[0], item[1:]))[:_BROWSED]
    groups: dict[str, list[Anchor]] = {}
    for _, title, address in sorted(largest, key=lambda item: (item[1].casefold(), item[2])):
        word = next(iter(search.words(title)), title or "#")
        groups.setdefault(word[0].upper(), []).append(Anchor(title, address))
    return tuple(Letter(letter, tuple(groups[letter])) for letter in sorted(groups))
