"""Pictures for sharing, as a build makes them."""

import io
import re
from pathlib import Path

import pytest
from PIL import ImageFont

from generator.errors import BackstoryError
from generator.site import cards

from .conftest import Run, Write, tree

SETTINGS = "title: Westhaven\nbase_url: https://example.org/w\ncards: {enabled: true%s}\n"


def picture_of(page: Path) -> str:
    found = re.search('og:image" content="([^"]+)"', page.read_text("utf-8"))
    return found[1] if found else ""


def test_pages_name_their_pictures(site: Path, write: Write, run: Run) -> None:
    write("site.yaml", SETTINGS % "")
    assert run().problems == ()
    public = site / "public"
    pages = ["", "events/old-bridge/", "1850/", "topics/westhaven/"]
    pages = [page for page in pages if (public / page / "index.html").is_file()]
    assert "events/old-bridge/" in pages and "1850/" in pages
    for page in pages:
        assert picture_of(public / page / "index.html") == f"https://example.org/w/{page}card.png"
        assert (public / page / "card.png").read_bytes().startswith(b"\x89PNG")
    assert picture_of(public / "about/index.html") == "https://example.org/w/card.png"


def test_nobody_gets_pictures_who_did_not_ask(site: Path, write: Write, run: Run) -> None:
    write("site.yaml", "title: Westhaven\nbase_url: https://example.org/w\n")
    run()
    assert not list((site / "public").rglob("card.png"))


def test_an_edit_draws_its_own_picture_again(site: Path, write: Write, run: Run) -> None:
    write("site.yaml", SETTINGS % "")
    for number in range(4):
        write(f"content/e{number}.md", f"---\ndate: 19{number}1\ntitle: Event {number}\n---\n")
    run()
    before = tree(site / "public")
    write("content/e2.md", "---\ndate: 1921\ntitle: Another event\n---\n")
    run()
    after = tree(site / "public")
    drawn = {path for path in after if path.endswith(".png") and after[path] != before.get(path)}
    assert drawn == {"events/e2/card.png"}
    run(clean=True)
    assert tree(site / "public") == after


def test_letters_that_the_font_lacks_are_named(site: Path, write: Write, run: Run) -> None:
    write("site.yaml", SETTINGS % "")
    write("content/e.md", "---\ndate: 1921\ntitle: Жизнь в Роэ\n---\n")
    (problem,) = run().problems
    assert problem.severity == "warning"
    assert "the font lacks letters for 1 of" in problem.message and "Ж" in problem.message
    page = site / "public/events/e/index.html"
    assert not page.with_name("card.png").exists()
    assert picture_of(page) == "https://example.org/w/card.png"


def test_a_font_of_the_site_is_used(
    site: Path, write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = ImageFont.load_default(20)
    assert isinstance(own, ImageFont.FreeTypeFont)
    assert isinstance(own.path, io.BytesIO)
    path = write("static/fonts/own.ttf", "")
    path.write_bytes(own.path.getvalue())
    write("site.yaml", SETTINGS % ", font: /fonts/own.ttf")
    used: set[str] = set()
    font = cards._font

    def spy(path: str, size: int) -> ImageFont.FreeTypeFont:
        used.add(path)
        return font(path, size)

    monkeypatch.setattr(cards, "_font", spy)
    assert run().problems == ()
    assert used == {str(path)}


@pytest.mark.parametrize(
    ("font", "message"),
    [
        (", font: /fonts/none.ttf", "there is no static file /fonts/none.ttf"),
        (", font: /notes.txt", "/notes.txt is no font that can be read"),
        (", font: ../x.ttf", 'expected the address of a file of the site, found "../x.ttf"'),
    ],
)
def test_a_font_that_cannot_be_used_ends_the_build(
    write: Write, run: Run, font: str, message: str
) -> None:
    write("static/notes.txt", "no font")
    write("site.yaml", SETTINGS % font)
    with pytest.raises(BackstoryError) as raised:
        run()
    assert any(message in problem.message for problem in raised.value.problems)


def test_without_an_address_or_pillow_there_is_a_warning(
    site: Path, write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("site.yaml", "title: Westhaven\ncards: {enabled: true}\n")
    assert ["without base_url" in problem.message for problem in run().problems] == [True]
    monkeypatch.setattr(cards, "is_installed", lambda: False)
    write("site.yaml", SETTINGS % "")
    assert ["Pillow is not installed" in problem.message for problem in run().problems] == [True]
    assert not list((site / "public").rglob("card.png"))
