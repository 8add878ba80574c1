"""Whether pictures for sharing can be drawn, and with what."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from generator.build.cache import digest
from generator.errors import Problem
from generator.site import cards, urls
from generator.site.assemble import Site
from generator.site.theme import StaticFile
from generator.site.views import sharing

_NAMED = 12
"""Letters that a warning names."""


def with_cards(
    site: Site, static: Sequence[StaticFile], settings: str
) -> tuple[Site, tuple[Problem, ...]]:
    """The site with a font to write its cards with, where it is to have any.

    Args:
        static: the files of the site, among which the font is.
        settings: the name of the file of settings, for messages.
    """
    wanted = site.config.cards
    if not wanted.enabled:
        return site, ()
    if urls.read_base(site.config.base_url) is None:
        message = "cards: there are no pictures for sharing without base_url: nothing could link it"
        return site, (Problem(settings, 0, 0, message, "say where the site will be", "warning"),)
    if not cards.is_installed():
        message = "cards: there are no pictures for sharing: Pillow is not installed"
        hint = "pip install 'backstory[cards]'"
        return site, (Problem(settings, 0, 0, message, hint, "warning"),)
    found = {file.address: file.source for file in static}
    if wanted.font and wanted.font not in found:
        message = f"cards: there is no static file {wanted.font}"
        return site, (Problem(settings, 0, 0, message, "put the font there, or mend font:"),)
    path = str(found[wanted.font]) if wanted.font else ""
    try:
        face = cards.face(path)
    except OSError:
        message = f"cards: {wanted.font} is no font that can be read"
        return site, (Problem(settings, 0, 0, message, "a TrueType or OpenType font"),)
    site = msgspec.structs.replace(site, cards=face)
    home = sharing.is_drawable(site, sharing.of_home(site, ""))
    site = msgspec.structs.replace(site, cards=msgspec.structs.replace(face, home=home))
    return site, _without_letters(site, settings)


def version(site: Site) -> str:
    """A hash of what cards are written with, "" without any."""
    if site.cards is None:
        return ""
    return digest(Path(site.cards.font).read_bytes() if site.cards.font else "own")


def _without_letters(site: Site, settings: str) -> tuple[Problem, ...]:
    """A warning when the font lacks letters of what cards are to say."""
    assert site.cards is not None
    draws = site.cards.draws
    titles = [
        *(sharing.of_event(site, "", entry.id) for entry in site.entries),
        *(sharing.of_list(site, "", "topics", topic.slug) for topic in site.topics),
    ]
    lacking = [card for card in titles if not sharing.is_drawable(site, card)]
    if not lacking:
        return ()
    letters = sorted(
        {
            letter
            for card in lacking
            for letter in (*card.title, *card.when, *card.site)
            if not draws(letter)
        }
    )
    shown = " ".join(letters[:_NAMED]) + (" …" if len(letters) > _NAMED else "")
    message = (
        f"cards: the font lacks letters for {len(lacking):,} of {len(titles):,} pictures: {shown}"
    )
    hint = "put a font that has them among the static files: cards: {font: /fonts/NAME.ttf}"
    return (Problem(settings, 0, 0, message, hint, "warning"),)
