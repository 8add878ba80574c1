"""The site on this machine while it is written: built again on every change, errors and all.

`Preview` is a WSGI application over the last good build; livereload serves it and tells browsers to
load again. It builds into a folder of its own, so that drafts never reach the output by mistake.
"""

import contextlib
import html
import mimetypes
import socket
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

import msgspec

from generator.build import build as building
from generator.build.inputs import Inputs, Stamp
from generator.build.memory import Memory
from generator.build.options import Options, preview_folder, watched
from generator.build.progress import Quiet
from generator.errors import BackstoryError, Problem

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_LEAST_PAUSE = 0.2
"""Seconds between two looks at the inputs."""
_SHARE = 10
"""A look may take one part in this many of the time."""
_PORTS = 50

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
    """

    def __init__(
        self,
        options: Callable[[], Options],
        *,
        complain: Callable[[Iterable[Problem]], None],
        say: Callable[[str], None],
    ) -> None:
        self._options = options
        self._complain = complain
        self._say = say
        self._seen: Seen | None = None
        self._memory = Memory()
        self.problems: tuple[Problem, ...] = ()
        """The errors of the last build, () when it went well."""
        self.folder = preview_folder(options().site)
        self.glance = 0.0
        """Seconds that it took to see whether anything had changed."""
        self.base = "/"
        """The path of the site's base URL, with slashes around it."""

    def look(self) -> bool:
        """Build if any input has changed since the last look.

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
        first = self._seen is None
        self._seen = seen
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
        if report.same and not first:
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
        file = self._file(path[len(self.base) :])
        if file is None:
            return self._missing()
        if file.is_dir():
            if not path.endswith("/"):
                return "302 Found", "text/plain", b"", quote(path) + "/"
            file /= "index.html"
        try:
            body = file.read_bytes()
        except OSError:
            return self._missing()
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        if kind.startswith("text/") or kind in ("application/json", "application/xml"):
            kind += "; charset=utf-8"
        if kind.startswith("text/html"):
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


def free_port(host: str, port: int) -> int:
    """The first port from `port` on that nobody listens on.

    Raises:
        BackstoryError: the address is not ours, or all the next ports are taken.
    """
    reason = ""
    for number in range(port, min(port + _PORTS, 65536)):
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            try:
                probe.bind((host, number))
            except OSError as error:
                reason = error.strerror or str(error)
                continue
            return number
    message = f"no port from {port} on is free on {host}: {reason}"
    raise BackstoryError([Problem("--port", 0, 0, message, "name another with --port")])


def serve(
    options: Callable[[], Options],
    *,
    host: str,
    port: int,
    open_browser: bool,
    reload: bool,
    say: Callable[[str], None],
    complain: Callable[[Iterable[Problem]], None],
) -> None:
    """Serve the site until the user stops it."""
    import logging

    from livereload import Server
    from livereload.handlers import LiveReloadHandler
    from tornado.ioloop import IOLoop

    preview = Preview(options, complain=complain, say=say)
    preview.look()
    number = free_port(host, port)
    if number != port:
        say(f"Port {port} is taken.")
    shown = f"[{host}]" if ":" in host else host
    say(f"The site is at http://{shown}:{number}{quote(preview.base)} (Ctrl-C stops)")

    class Watcher:
        """Tells livereload of new builds; its own would reload once in three seconds at most."""

        _tasks = {"site": preview}  # noqa: RUF012
        _changes: list[tuple[str, float]] = []  # noqa: RUF012
        filepath = "*"

        def examine(self) -> tuple[str | None, None]:
            self._changes.clear()
            return ("__livereload__" if preview.look() and reload else None), None

        def start(self, callback: Callable[[], None]) -> bool:
            loop = IOLoop.current()

            def watch() -> None:
                try:
                    callback()
                finally:
                    loop.call_later(max(_LEAST_PAUSE, preview.glance * _SHARE), watch)

            loop.call_later(_LEAST_PAUSE, watch)
            return True

    class SilentServer(Server):  # type: ignore[misc]
        """Without livereload's log of its own doings."""

        def _setup_logging(self) -> None:
            for name in ("livereload", "tornado.access"):
                logging.getLogger(name).setLevel(logging.ERROR)

    LiveReloadHandler._last_reload_time = None
    SilentServer(preview, Watcher()).serve(
        port=number, host=host, debug=False, open_url_delay=0.5 if open_browser else None
    )
    say("Stopped.")
