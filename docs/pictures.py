"""Takes the pictures of the product in README.md: `make pictures`, after `make site`.

    python docs/pictures.py public

Chromium has to be installed; the pictures go to docs/pictures/.
"""

import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent / "pictures"
PICTURES = {
    "home": ("/", 1120, "light"),
    "event": ("/events/2022-05-11-the-journalist-shireen-abu-akleh-of-al-jazeera/", 1120, "light"),
    "search": ("/search/?q=election", 560, "dark"),
}
"""By name: address, width in pixels, colours."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def main(folder: str) -> None:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("install chromium")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, (address, width, colors) in PICTURES.items():
            page = browser.new_page(
                viewport={"width": width, "height": 720},
                color_scheme="dark" if colors == "dark" else "light",
            )
            answer = page.goto(f"http://127.0.0.1:{server.server_port}{address}")
            if answer is None or not answer.ok:
                sys.exit(f"the site has no page {address}: build it first, with make site")
            page.wait_for_load_state("networkidle")
            page.screenshot(path=HERE / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "public")
