"""What a process that builds a site again and again still holds of its last build.

Nothing here decides what is built: a build without it reads the same from the store. It only spares
reading it, and lets what has not changed be the very object that it was, which is told at a glance.
"""

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from generator.build.pipeline import Gathered
    from generator.config import Config
    from generator.site.assemble import Site


class Memory:
    """Of one site and one way of building it; empty at first."""

    def __init__(self) -> None:
        self.results: dict[str, dict[str, Any]] = {}
        """What documents were read as, by step and by the key of the document's content."""
        self.gathered: tuple[str, Gathered] | None = None
        """What the site was put together from, with its key in the store."""
        self._site: tuple[str, Config, Site] | None = None

    def keep(self, key: str, config: "Config", site: "Site") -> None:
        """Hold a site that was put together from what the store has under `key`."""
        from generator.site import markup

        # Its own way to HTML holds on to the store, which is closed by now.
        self._site = (key, config, msgspec.structs.replace(site, html=markup.to_html))

    def site(self, key: str, config: "Config") -> "Site | None":
        """The site that was put together from what the store has under `key`, if it is held."""
        held = self._site
        return held[2] if held is not None and held[:2] == (key, config) else None
