"""What a process that builds a site again and again still holds of its last build.

Nothing here decides what is built: a build without it reads the same from the store. It only spares
reading it, and lets what has not changed be the very object that it was, which is told at a glance.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from generator.model import Entry

if TYPE_CHECKING:
    from generator.build.pipeline import Gathered
    from generator.config import Config
    from generator.site.assemble import Site
    from generator.site.templates import Renderer


class Last(msgspec.Struct, frozen=True):
    """A site as it was built."""

    gathered: str
    """The key, in the store, of what it was put together from."""
    config: "Config"
    site: "Site"
    written: Mapping[str, Entry]
    """The entries of editors as their files said, by path."""
    style: str
    renderer: "Renderer"


class Memory:
    """Of one site and one way of building it; empty at first."""

    def __init__(self) -> None:
        self.results: dict[str, dict[str, Any]] = {}
        """What documents were read as, by step and by the key of the document's content."""
        self.gathered: tuple[str, Gathered] | None = None
        """What the site was put together from, with its key in the store."""
        self.last: Last | None = None
        self.wanted = False
        """Whether a build that has nothing to do is to read the site all the same."""

    def keep(self, last: Last) -> None:
        """Hold a site that was built."""
        from generator.site import markup

        # Its own way to HTML holds on to the store, which is closed by now.
        site = msgspec.structs.replace(last.site, html=markup.to_html)
        self.last = msgspec.structs.replace(last, site=site)

    def site(self, key: str, config: "Config") -> "Site | None":
        """The site that was put together from what the store has under `key`, if it is held."""
        last = self.last
        held = last is not None and (last.gathered, last.config) == (key, config)
        return last.site if last is not None and held else None
