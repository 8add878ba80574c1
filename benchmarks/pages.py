"""What a reader's browser does with a built site: loading, zooming, searching.

    python benchmarks/pages.py public                                a built site
    python benchmarks/pages.py public --query "harbour council"      with words of its own
    python benchmarks/pages.py public --throttle 1                   without slowing the processor

The folder is served on this machine with gzip, as hosts do. Chromium runs with its processor slowed
(`--throttle`, 4 times as a rule), a new profile for each run; of `--runs` the median counts.

- FCP: until the first text or picture is painted (Paint Timing). TBT: what tasks on the main thread
  take beyond 50 ms each (Long Tasks).
- Bytes are those of the network, headers left out: the home page and what it loads.
- Frames: the picture of the whole span is zoomed in and out and moved for two seconds, one step a
  frame; the 95th percentile of the time between frames, less one frame at 60 Hz, is what it costs.
- Search: from the last letter of a query to its first results, with all that was fetched for it.
"""

import argparse
import gzip
import platform
import shutil
import statistics
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml")

_LOADED = """() => ({
  fcp: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
  tbt: (window.longTasks || []).reduce((sum, task) => sum + Math.max(0, task - 50), 0),
})"""
_WATCH = """
window.longTasks = [];
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.longTasks.push(task.duration);
}).observe({ type: "longtask", buffered: true });
"""
_FRAMES = """() => new Promise((done) => {
  const steps = [%s];
  const gaps = [];
  let before = performance.now();
  const start = before;
  const frame = (now) => {
    gaps.push(now - before);
    before = now;
    steps[gaps.length %% steps.length]();
    if (now - start < 2000 || gaps.length < 8) requestAnimationFrame(frame);
    else done(gaps.slice(2).sort((a, b) => a - b));
  };
  requestAnimationFrame(frame);
})"""
_STEPS = tuple(
    f"document.querySelector('[data-act={act}]').click()"
    for act in ("in", "in", "later", "in", "earlier", "out", "later", "out", "out")
)
_TYPE = """(words) => new Promise((done) => {
  const found = document.getElementById("found");
  const field = document.getElementById("q");
  const start = performance.now();
  new MutationObserver(() => { if (found.textContent) done(performance.now() - start); })
    .observe(found, { childList: true });
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
})"""


class _Host(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in _PACKED or not path.is_file():
            super().do_GET()
            return
        data = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        with suppress(BrokenPipeError, ConnectionResetError):  # The reader went on.
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The URL of a folder that is served on this machine, packed as hosts pack."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


@contextmanager
def page_of(browser: Browser, throttle: float) -> Iterator[tuple[Page, list[int]]]:
    """A page of a new profile, and the bytes of each answer that it gets."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(300_000)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    session.send("Network.enable")
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.add_init_script(_WATCH)
    yield page, sizes
    context.close()


def loads_of(browser: Browser, address: str, throttle: float) -> tuple[float, float, int]:
    """(ms to the first contentful paint, ms of blocking, bytes) of one load of a page."""
    with page_of(browser, throttle) as (page, sizes):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
        told = page.evaluate(_LOADED)
        return told["fcp"], told["tbt"], sum(sizes)


def frames_of(browser: Browser, home: str, throttle: float) -> float:
    """The 95th percentile of what a frame of zooming costs, in ms."""
    with page_of(browser, throttle) as (page, _):
        page.goto(f"{home}/")
        page.locator("[data-act=all]").click()
        page.wait_for_selector("svg.live .bar")
        return frame_of(page, _STEPS)


def frame_of(page: Page, steps: Sequence[str]) -> float:
    """The 95th percentile of what a frame costs, in ms, while the steps are made in turn."""
    gaps: list[float] = page.evaluate(_FRAMES % ", ".join(f"() => {step}" for step in steps))
    return max(0.0, gaps[int(len(gaps) * 0.95)] - 1000 / 60)


def _search(browser: Browser, home: str, throttle: float, words: str) -> tuple[float, int]:
    with page_of(browser, throttle) as (page, sizes):
        page.goto(f"{home}/search/")
        page.wait_for_load_state("networkidle")
        sizes.clear()
        taken: float = page.evaluate(_TYPE, words)
        page.wait_for_load_state("networkidle")
        return taken, sum(sizes)


def chromium_path() -> str | None:
    """Where Chromium is, None without one."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="a built site")
    parser.add_argument("--query", default="council", help="words to search for")
    parser.add_argument("--throttle", type=float, default=4, help="how many times slower")
    parser.add_argument("--runs", type=int, default=5)
    choice = parser.parse_args()
    chromium = chromium_path()
    if chromium is None:
        sys.exit("install chromium")
    with served(choice.folder) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        print(f"Chromium {browser.version}, {choice.throttle:g} × slower; {platform.machine()}")
        runs = range(choice.runs)
        loads = [loads_of(browser, f"{home}/", choice.throttle) for _ in runs]
        frames = [frames_of(browser, home, choice.throttle) for _ in runs]
        found = [_search(browser, home, choice.throttle, choice.query) for _ in runs]
        median = statistics.median
        print(f"home: first contentful paint   {median(load[0] for load in loads):8.0f} ms")
        print(f"home: total blocking time      {median(load[1] for load in loads):8.0f} ms")
        print(f"home: bytes, all that is loaded {median(load[2] for load in loads):7,.0f}")
        print(f"zoom: frame, 95th percentile   {median(frames):8.1f} ms")
        print(f"search: first results          {median(run[0] for run in found):8.0f} ms")
        print(f"search: bytes fetched          {median(run[1] for run in found):8,.0f}")
        browser.close()


if __name__ == "__main__":
    main()
