"""The events of a built site in other timelines, measured in one run with the site itself.

    npm install @knight-lab/timelinejs@3.9.11 vis-timeline vis-data     in some folder
    python -m benchmarks.rivals public FOLDER/node_modules              a built site, the packages

The site needs the exports `json` and `timelinejs`. TimelineJS 3 shows `/data/timelinejs.json` as it
is; vis-timeline gets a range or a point for each event. What is measured, and how, says `pages.py`:
loading, and frames while the whole is zoomed and moved for two seconds, one step a frame.
"""

import argparse
import json
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.pages import chromium_path, frame_of, frames_of, loads_of, page_of, served

_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
{head}</head><body><h1>{title}</h1>
<div id="timeline" style="width:100%;height:600px"></div>
<script>{script}</script></body></html>
"""
_TIMELINEJS = """
fetch("data.json").then((answer) => answer.json()).then((data) => {
  window.timeline = new TL.Timeline("timeline", data, {
    script_path: `${location.origin}/timelinejs/js/`,
  });
  timeline.on("loaded", () => { window.ready = true; });
});
"""
_VIS = """
fetch("data.json").then((answer) => answer.json()).then((data) => {
  const items = new vis.DataSet(data);
  window.timeline = new vis.Timeline(document.getElementById("timeline"), items, {});
  timeline.once("changed", () => { window.ready = true; });
});
"""
_TIMELINEJS_STEPS = tuple(
    f"timeline.{step}()" for step in ("zoomIn", "goToNext", "zoomOut", "goToPrev")
)
_VIS_STEPS = tuple(
    f"timeline.{step}(0.5, {{animation: false}})"
    for step in ("zoomIn", "zoomIn", "zoomOut", "zoomOut")
)


def timelinejs(site: Path, packages: Path, folder: Path, most: int) -> None:
    """A page with TimelineJS."""
    shutil.copytree(packages / "@knight-lab/timelinejs/dist", folder / "timelinejs")
    data = json.loads((site / "data/timelinejs.json").read_text("utf-8"))
    data["events"] = data["events"][:most]
    _write(
        folder / "timelinejs-page",
        "TimelineJS",
        '<link rel="stylesheet" href="/timelinejs/css/timeline.css">'
        '<script src="/timelinejs/js/timeline.js"></script>',
        _TIMELINEJS,
        data,
    )


def vis(site: Path, packages: Path, folder: Path, most: int) -> None:
    """A page with vis-timeline."""
    shutil.copytree(packages / "vis-timeline/standalone/umd", folder / "vis")
    shutil.copytree(packages / "vis-timeline/styles", folder / "vis/styles")
    with (site / "data/events.jsonl").open(encoding="utf-8") as lines:
        events = [json.loads(line) for line in islice(lines, most)]
    items = [
        {"id": number, "content": event["title"], "start": event["earliest"]}
        | ({} if event["earliest"] == event["latest"] else {"end": event["latest"]})
        for number, event in enumerate(events)
        if event["earliest"] and event["latest"]
    ]
    _write(
        folder / "vis-page",
        "vis-timeline",
        '<link rel="stylesheet" href="/vis/styles/vis-timeline-graph2d.min.css">'
        '<script src="/vis/vis-timeline-graph2d.min.js"></script>',
        _VIS,
        items,
    )


def _write(folder: Path, title: str, head: str, script: str, data: object) -> None:
    folder.mkdir()
    page = _PAGE.format(title=title, head=head, script=script)
    (folder / "index.html").write_text(page, encoding="utf-8")
    (folder / "data.json").write_text(json.dumps(data), encoding="utf-8")


def _frames(browser: Browser, address: str, throttle: float, steps: Sequence[str]) -> float:
    with page_of(browser, throttle) as (page, _):
        page.goto(address)
        page.wait_for_function("window.ready", timeout=120_000)
        return frame_of(page, steps)


def _measured(
    browser: Browser, address: str, choice: argparse.Namespace, steps: Sequence[str]
) -> tuple[float, float, float, float]:
    """Medians: ms to the first paint, ms of blocking, bytes, ms of a frame."""
    runs = range(choice.runs)
    loads = [loads_of(browser, address, choice.throttle) for _ in runs]
    if steps:
        frames = [_frames(browser, address, choice.throttle, steps) for _ in runs]
    else:
        frames = [frames_of(browser, address.rstrip("/"), choice.throttle) for _ in runs]
    first, blocked, size = (statistics.median(values) for values in zip(*loads, strict=True))
    return first, blocked, size, statistics.median(frames)


def _line(name: str, first: float, blocked: float, size: float, frame: float) -> str:
    return f"{name:14}{first:10.0f}{blocked:10.0f}{size:12,.0f}{frame:16.0f}"


MAKERS: Mapping[str, tuple[Callable[[Path, Path, Path, int], None], str, Sequence[str]]] = {
    "TimelineJS 3": (timelinejs, "timelinejs-page", _TIMELINEJS_STEPS),
    "vis-timeline": (vis, "vis-page", _VIS_STEPS),
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="a built site")
    parser.add_argument("packages", type=Path, help="the folder node_modules")
    parser.add_argument("--events", type=int, default=1000, help="events the others get at most")
    parser.add_argument("--throttle", type=float, default=4, help="how many times slower")
    parser.add_argument("--runs", type=int, default=3)
    choice = parser.parse_args()
    chromium = chromium_path()
    if chromium is None:
        sys.exit("install chromium")
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        for make, _, _ in MAKERS.values():
            make(choice.folder, choice.packages, Path(made), choice.events)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        print(f"Chromium {browser.version}, {choice.throttle:g} × slower; {platform.machine()}")
        print(f"{'':14}{'FCP, ms':>10}{'TBT, ms':>10}{'bytes':>12}{'frame p95, ms':>16}")
        with served(choice.folder) as home, served(Path(made)) as others:
            print(_line("this site", *_measured(browser, f"{home}/", choice, ())), flush=True)
            for name, (_, place, steps) in MAKERS.items():
                taken = _measured(browser, f"{others}/{place}/", choice, steps)
                print(_line(name, *taken), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
