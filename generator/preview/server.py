"""Serves a preview on this machine and tells browsers to load again."""

import json
import socket
from collections.abc import Callable, Iterable
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from generator.build.options import Options, folders
from generator.errors import BackstoryError, Problem
from generator.preview.changes import told
from generator.preview.site import Preview

if TYPE_CHECKING:
    from tornado.ioloop import IOLoop

_PAUSE = 0.2
"""Seconds between two looks at the inputs, at least."""
_SHARE = 10
"""Looking may take one part in this many of the time."""
_QUIET = 0.03
"""Seconds without a change after which a look is taken: a program writes a file in steps."""
_LONGEST = 0.5
"""Seconds after which a look is taken though changes still come."""
_PORTS = 50


class _Watching:
    """Looks after each change, once it is quiet, and now and then; builds in a thread of its own.

    Args:
        reload: tells browsers to load again.
    """

    def __init__(self, preview: Preview, loop: "IOLoop", reload: Callable[[], None]) -> None:
        self._preview, self._loop, self._reload = preview, loop, reload
        self._next: object | None = None
        self._first = 0.0
        """When the first change came that was not looked at yet, 0 when there is none."""
        self._building = False

    def soon(self) -> None:
        """Look once nothing has changed for a moment."""
        self._first = self._first or self._loop.time()
        if self._loop.time() - self._first < _LONGEST:
            self._after(_QUIET)

    def later(self) -> None:
        """Look in a while."""
        self._after(max(_PAUSE, self._preview.glance * _SHARE))

    def _after(self, seconds: float) -> None:
        if self._next is not None:
            self._loop.remove_timeout(self._next)
        self._next = self._loop.call_later(seconds, self._look)

    def _look(self) -> None:
        self._next, self._first = None, 0.0
        try:
            if self._preview.look():
                self._reload()
            if self._preview.is_due and not self._building:
                self._building = True
                Thread(target=self._build, daemon=True).start()
        finally:
            self.later()

    def _build(self) -> None:
        try:
            if self._preview.build():
                self._loop.add_callback(self._reload)
        finally:
            self._building = False


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
    from livereload import server as livereload_server
    from livereload.handlers import LiveReloadHandler
    from tornado.ioloop import IOLoop

    preview = Preview(options, complain=complain, say=say)
    preview.look()
    preview.build()
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
            return ("__livereload__" if reload else None), None

        def start(self, callback: Callable[[], None]) -> bool:
            loop = IOLoop.current()
            watching = _Watching(preview, loop, callback)
            waking.append(lambda: loop.add_callback(watching.soon))
            watching.later()
            return True

    class SilentServer(Server):  # type: ignore[misc]
        """Without livereload's log of its own doings."""

        def _setup_logging(self) -> None:
            for name in ("livereload", "tornado.access"):
                logging.getLogger(name).setLevel(logging.ERROR)

    class Handler(LiveReloadHandler):  # type: ignore[misc]
        """Tells a browser at once that its page is old, if news came while it loaded."""

        def on_message(self, message: str) -> None:
            super().on_message(message)
            said = json.loads(message)
            shows = said.get("url", "") if reload and said.get("command") == "info" else ""
            if shows and preview.is_old(unquote(urlsplit(shows).path)):
                self.send_message({"command": "reload", "path": "*"})

    livereload_server.LiveReloadHandler = Handler
    LiveReloadHandler._last_reload_time = None
    waking: list[Callable[[], None]] = []

    def wake() -> None:
        for look in waking:
            look()

    with told(folders(options()), wake):
        SilentServer(preview, Watcher()).serve(
            port=number, host=host, debug=False, open_url_delay=0.5 if open_browser else None
        )
    say("Stopped.")
