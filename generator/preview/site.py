"""The last good build of a site, as a WSGI application.

It builds into a folder of its own, so that drafts never reach the output by mistake. The page of an
entry that an editor saves is shown at once; the rest of the site follows when nobody has saved for
a moment.
"""

import contextlib
import html
import mimetypes
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

import msgspec

from generator.build import ahead
from generator.build import build as building
from generator.build.inputs import Inputs, Stamp
from generator.build.memory import Memory
from generator.build.options import Options, preview_folder, watched
from generator.build.progress import Quiet
from generator.errors import BackstoryError, Problem

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_PAUSE = 0.5
"""Seconds without a save after which the rest of the site is built."""
_LONGEST = 2.0
"""Seconds after a save when it is built though others follow."""

_PANEL = """
<style>
#backstory-problems { position: fixed; inset: auto 0 0 0; max-height: 60vh; overflow: auto;
  margin: 0; padding: 1rem 1.25rem; background: #2b0b12; color: #fff; z-index: 2147483647;
  font: 14px/1.5 ui-monospace, Menlo, Consolas, monospace; border-top: 3px solid #ff5470; }
#backstory-problems h1 { font: 600 15px/1.5 system-ui, sans-serif; margin: 0 0 .5rem; color: #fff }
#backstory-problems li { margin: .35rem 0; white-space: pre-wrap; overflow-wrap: anywhere }
#backstory-problems ol { margin: 0; padding: 0 0 0 1.25rem }
#backstory-problems b { color: #ffb3c0 } #backstory-problems i { color: #d9c7cb }
</style>
"""

_EMPTY = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body>{body}</body></html>"
)


class Seen(msgspec.Struct, frozen=True):
    """What the inputs looked like."""

    config: Stamp | None
    inputs: Inputs


class Preview:
    """The last good build of a site, with what is wrong now.

    Args:
        options: gives the options of a build, with the time of now.
        complain: is told the problems of each build.
        say: is told what happened, a line.
        clock: seconds that only grow.
    """

    def __init__(
        self,
        options: Callable[[], Options],
        *,
        complain: Callable[[Iterable[Problem]], None],
        say: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._options = options
        self._clock = clock
        self._complain = complain
        self._say = say
        self._seen: Seen | None = None
        self._built: Seen | None = None
        """What the inputs looked like for the last good build."""
        self._memory = Memory()
        self._ahead: Mapping[str, bytes] = {}
        """The pages that are ahead of the build, by their path in the output."""
        self._due: float | None = None
        """When the site is to be built, by the clock; None when it need not be."""
        self._first = 0.0
        """When the first change was seen that no build has begun to take in."""
        self.problems: tuple[Problem, ...] = ()
        """The errors of the last build, () when it went well."""
        self.folder = preview_folder(options().site)
        self.glance = 0.0
        """Seconds that it took to see whether anything had changed."""
        self._news = 0
        """How often there was something new to show."""
        self._served: dict[str, int] = {}
        """What `_news` was when each page was last served."""
        self.base = "/"
        """The path of the site's base URL, with slashes around it."""

    def look(self) -> bool:
        """See whether any input has changed since the last look; show what can be shown at once.

        Returns:
            Whether there is something new to show.
        """
        options = self._options()
        # Looked at before the build: what changes while it runs is a change for the next look.
        started = time.perf_counter()
        seen = Seen(*watched(options))
        self.glance = time.perf_counter() - started
        if seen == self._seen:
            return False
        now = self._clock()
        known, self._seen = self._seen, seen
        self._first = now if self._due is None else self._first
        pages = self._pages_since(known)
        self._ahead = {**self._ahead, **pages}
        self._due = min(now + _PAUSE, self._first + _LONGEST) if pages else now
        self._news += bool(pages)
        return bool(pages)

    def _pages_since(self, known: Seen | None) -> Mapping[str, bytes]:
        """The pages of what has changed since a look, where no more than entries has."""
        built, seen = self._built, self._seen
        if built is None or seen is None or known is None or self.problems:
            return {}
        if not built.config == known.config == seen.config:
            return {}
        site = self._options().site
        return ahead.pages(self._memory, site, built.inputs, known.inputs, seen.inputs)

    @property
    def is_due(self) -> bool:
        """Whether it is time to build."""
        return self._due is not None and self._clock() >= self._due

    def is_old(self, path: str) -> bool:
        """Whether there is something new to show since a page was last served.

        A browser that is told of news while it loads a page has no ear yet.
        """
        return self._served.get(path, self._news) < self._news

    def build(self) -> bool:
        """Build the site as it was at the last look. Another thread may look and answer meanwhile.

        Returns:
            Whether there is something new to show.
        """
        news = self._build()
        self._news += news
        return news

    def _build(self) -> bool:
        self._due = None  # what is looked at from now on is due again
        options, seen = self._options(), self._seen
        first, filling = self._built is None, self._memory.wanted and self._memory.last is None
        before = self.problems
        started = time.perf_counter()
        try:
            report = building.build(
                msgspec.structs.replace(options, output=str(self.folder)), Quiet(), self._memory
            )
        except BackstoryError as error:
            self.problems = error.problems
            self._complain(error.problems)
            return True
        self.base = urlsplit(report.base_url).path.rstrip("/") + "/"
        self.problems = ()
        self._built = seen
        self._ahead = self._pages_since(seen)  # what was saved meanwhile
        if self._memory.last is None:
            # What a build that had nothing to do did not read is wanted for the first save.
            self._memory.wanted = True
            self._due = self._clock() + _PAUSE
        if filling or (report.same and not first):
            return bool(before)
        self._complain(report.problems)
        if not first:
            self._say(f"Built again in {time.perf_counter() - started:.2f} s")
        return True

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        path = environ.get("PATH_INFO", "/").encode("latin-1", "replace").decode("utf-8", "replace")
        status, kind, body, location = self.answer(path)
        headers = [("Content-Type", kind), ("Cache-Control", "no-store")]
        if location:
            headers.append(("Location", location))
        start_response(status, headers)
        return [body]

    def answer(self, path: str) -> tuple[str, str, bytes, str]:
        """(status, content type, body, where to go instead) for a path of a URL."""
        if not path.startswith(self.base):
            if path in ("/", self.base[:-1]):
                return "302 Found", "text/plain", b"", quote(self.base)
            return self._missing()
        news = self._news  # before the page is read: what is new later is not in it
        file = self._file(path[len(self.base) :])
        if file is None:
            return self._missing()
        if file.is_dir():
            if not path.endswith("/"):
                return "302 Found", "text/plain", b"", quote(path) + "/"
            file /= "index.html"
        body = self._ahead.get(file.relative_to(self.folder).as_posix())
        if body is None:
            try:
                body = file.read_bytes()
            except OSError:
                return self._missing()
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        if kind.startswith("text/") or kind in ("application/json", "application/xml"):
            kind += "; charset=utf-8"
        if kind.startswith("text/html"):
            self._served[path] = news
            body = self._with_problems(body)
        return "200 OK", kind, body, ""

    def _file(self, path: str) -> Path | None:
        """The file for a path below the base; None for one that leads out of the site."""
        parts = [part for part in unquote(path).split("/") if part]
        if any(part in (".", "..") or "\0" in part or "\\" in part for part in parts):
            return None
        file = self.folder.joinpath(*parts)
        with contextlib.suppress(OSError):
            if file.resolve().is_relative_to(self.folder.resolve()):
                return file
        return None

    def _missing(self) -> tuple[str, str, bytes, str]:
        try:
            body = (self.folder / "404.html").read_bytes()
        except OSError:
            text = "Nothing has been built yet." if self.problems else "There is no such page."
            body = _EMPTY.format(title="Not found", body=f"<p>{text}</p>").encode()
        return "404 Not Found", "text/html; charset=utf-8", self._with_problems(body), ""

    def _with_problems(self, body: bytes) -> bytes:
        errors = [problem for problem in self.problems if problem.severity == "error"]
        shown = errors or list(self.problems)
        if not shown:
            return body
        panel = _panel(shown).encode()
        before, found, after = body.rpartition(b"</body>")
        return before + panel + found + after if found else body + panel


def _panel(problems: Sequence[Problem]) -> str:
    lines = []
    for problem in problems:
        place = ":".join(str(part) for part in (problem.path, problem.line, problem.column) if part)
        hint = f" <i>({html.escape(problem.hint)})</i>" if problem.hint else ""
        lines.append(f"<li><b>{html.escape(place)}</b> {html.escape(problem.message)}{hint}</li>")
    count = "an error" if len(problems) == 1 else f"{len(problems)} errors"
    return (
        f'{_PANEL}<section id="backstory-problems" role="alert">'
        f"<h1>The site has {count}; this is how it was before.</h1>"
        f"<ol>{''.join(lines)}</ol></section>"
    )
