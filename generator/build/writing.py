"""The files of a build: those that stay as they are, and those that are made."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from generator.build.cache import Cache, digest
from generator.build.jobs import Workers
from generator.build.pieces import Pieces
from generator.build.plan import Copied, Pages, Planned, render
from generator.build.progress import Progress
from generator.build.publish import MARK, MARK_TEXT, Output
from generator.build.trace import Changed, Noted, Traces
from generator.build.tree import File
from generator.site import search, urls

if TYPE_CHECKING:
    from generator.site.templates import Compiled
    from generator.site.theme import Theme


class Writing:
    """The files of one build.

    Args:
        pages: all of them.
        changed: what may not be as `traces` tell.
        traces: of the last build, None to make every page.
        place: a name of the output among those of the site.
        clean: render every page.
    """

    def __init__(
        self,
        pages: Pages,
        copied: Collection[Copied],
        output: Output,
        traces: Traces | None,
        changed: Changed,
        cache: Cache,
        place: str,
        *,
        clean: bool,
    ) -> None:
        self._pages = pages
        self._copied = {item.path: item for item in copied if item.path != MARK}
        self._output = output
        self._clean = clean
        self._noted = Noted(traces)
        self._pieces = Pieces(cache, place, traces, changed, self._noted, pages.tracer)
        self._index = self._searched(traces, changed)
        known = traces.pages if traces else {}
        self.to_make: list[str] = []
        """The pages whose views are to be made."""
        self._same: list[str] = []
        for path in pages.routes:
            if path == MARK:
                continue
            old = known.get(path)
            same = (
                old is not None and path not in changed.pages and old.route == pages.route_key(path)
            )
            (self._same if same and output.made(path) else self.to_make).append(path)

    def paths(self) -> Collection[str]:
        """Where the files go."""
        return {*self._pages.routes, *self._copied, *self._index, MARK}

    def files(
        self,
        theme: "Theme",
        compiled: "Compiled",
        folder: str,
        workers: Workers,
        progress: Progress,
    ) -> Iterator[File]:
        """The files, one after the other."""
        manifest = self._output.manifest
        for path in self._same:
            assert manifest is not None
            self._noted.keep(path)
            yield File(path, manifest.files[path].key, None)
        for item in self._copied.values():
            yield File(item.path, item.key, None if self._is(item.path, item.key) else item.source)
        mark = digest(MARK_TEXT)
        yield File(MARK, mark, None if self._is(MARK, mark) else MARK_TEXT)
        for path, text in self._index.items():
            yield self._indexed(path, text)
        if self.to_make:
            progress.start("Rendering pages", len(self.to_make))
            yield from self._made(theme, compiled, folder, workers, progress)
            progress.finish()

    def traces(self, surroundings: str, gathered: str) -> Traces:
        """How the pages were made, once all files have been taken."""
        return self._noted.traces(surroundings, gathered)

    def keep(self, gathered: str) -> set[str]:
        """Store the pieces of pages, see `Pieces.keep`; returns their keys in the store."""
        return self._pieces.keep(gathered)

    def _searched(self, traces: Traces | None, changed: Changed) -> dict[str, str | None]:
        """The files of the search index by path; None for one that is as it was.

        They are many and follow from all entries at once, so they have one trace together.
        """
        known = traces.pages.get(search.FOLDER) if traces else None
        manifest = self._output.manifest
        if known is not None and manifest is not None and search.FOLDER not in changed.pages:
            self._noted.keep(search.FOLDER)
            folder = search.FOLDER.lstrip("/")
            return {path: None for path in manifest.files if path.startswith(folder)}
        tracer = self._pages.tracer
        tracer.reads, tracer.kinds = set(), set()
        made = search.files(self._pages.watched)
        self._noted.note(search.FOLDER, "", tracer.reads, tracer.kinds)
        return {urls.output_path(address): text for address, text in made.items()}

    def _indexed(self, path: str, text: str | None) -> File:
        manifest = self._output.manifest
        if text is None:
            assert manifest is not None
            return File(path, manifest.files[path].key, None)
        key = digest("search", text)
        return File(path, key, None if self._is(path, key) else text.encode())

    def _is(self, path: str, key: str) -> bool:
        """Whether the output holds a file as it is to be."""
        made = self._output.made(path)
        return made is not None and made.key == key and not self._clean

    def _made(
        self,
        theme: "Theme",
        compiled: "Compiled",
        folder: str,
        workers: Workers,
        progress: Progress,
    ) -> Iterator[File]:
        unchanged: list[File] = []

        def planned() -> Iterator[Planned]:
            for path in self.to_make:
                page = self._pages.make(path)
                tracer = self._pages.tracer
                self._noted.note(path, self._pages.route_key(path), tracer.reads, tracer.kinds)
                progress.advance()
                if self._is(path, page.key):
                    unchanged.append(File(path, page.key, None))
                else:
                    yield page

        rendered = render(
            planned(), theme, self._pages.templates, folder, compiled=compiled, workers=workers
        )
        for page, content in rendered:
            yield File(page.path, page.key, content)
        yield from unchanged
