from pathlib import Path

import jinja2
import pytest

from generator.site import pages, theme
from generator.site.pages import Page, Raw
from generator.site.templates import Compiled, Renderer
from tests.site.sample import sample_site

DEFAULT = theme.default_theme()


def page_of(address: str) -> Page:
    return next(page for page in pages.pages(sample_site()) if page.path == address)


def test_a_site_overrides_one_file_and_keeps_the_rest(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    (own / "about.html").write_text(
        '{% extends "base.html" %}{% block main %}<h1>We & you</h1>{{ view.counts }}{% endblock %}'
    )
    looks = theme.theme_of(own, tmp_path / "static")
    renderer = Renderer(looks.templates)
    about = renderer.render(page_of("/about/")).decode()
    assert "<h1>We & you</h1>" in about
    assert '<header class="site">' in about
    assert (
        "What came before" in renderer.render(page_of("/events/artemis-ii-crew-is-named/")).decode()
    )


def test_a_site_overrides_one_block(tmp_path: Path) -> None:
    # A theme's file that extends the file that it stands in front of would extend itself.
    (tmp_path / "base.html").write_text("<p>{% block main %}{% endblock %}</p>")
    looks = theme.theme_of(tmp_path, tmp_path / "static")
    text = Renderer(looks.templates).render(page_of("/about/")).decode()
    assert text.startswith("<p>")


def test_an_unknown_name_in_a_template_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "about.html").write_text("{{ view.no_such_thing }}")
    renderer = Renderer((tmp_path, *DEFAULT.templates))
    with pytest.raises(jinja2.UndefinedError, match="no_such_thing"):
        renderer.render(page_of("/about/"))


def test_a_template_cannot_be_read_from_outside(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    inner = tmp_path / "templates"
    inner.mkdir()
    (inner / "about.html").write_text('{% include "../secret" %}')
    with pytest.raises(jinja2.TemplateNotFound):
        Renderer((inner,)).render(page_of("/about/"))


def test_a_template_that_is_no_text_is_wrong_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "part.html").write_bytes(b"one\n\xff")
    (tmp_path / "about.html").write_text('{% include "part.html" %}')
    renderer = Renderer((tmp_path,))
    for fails in (
        lambda: renderer.closure("about.html"),
        lambda: renderer.render(page_of("/about/")),
    ):
        with pytest.raises(jinja2.TemplateSyntaxError, match="not in UTF-8") as caught:
            fails()
        assert (caught.value.name, caught.value.lineno) == ("part.html", 2)


def test_everything_is_escaped(tmp_path: Path) -> None:
    (tmp_path / "about.html").write_text("{{ '<b>' }}")
    renderer = Renderer((tmp_path,))
    assert renderer.render(page_of("/about/")) == b"&lt;b&gt;\n"


def test_raw_files_are_left_alone() -> None:
    renderer = Renderer(DEFAULT.templates)
    assert renderer.render(Page("/robots.txt", "", Raw("a\n\nb"))) == b"a\n\nb"
    assert renderer.closure("") == ""


def test_the_closure_follows_what_a_template_reaches(tmp_path: Path) -> None:
    def closures(base: str, part: str, other: str) -> tuple[str, str]:
        (tmp_path / "base.html").write_text(base)
        (tmp_path / "part.html").write_text(part)
        (tmp_path / "other.html").write_text(other)
        (tmp_path / "page.html").write_text(
            '{% extends "base.html" %}{% block a %}{% include "part.html" %}{% endblock %}'
        )
        renderer = Renderer((tmp_path,))
        return renderer.closure("page.html"), renderer.closure("other.html")

    first = closures("a{% block a %}{% endblock %}", "b", "c")
    assert closures("a{% block a %}{% endblock %}", "b", "c") == first
    assert closures("x{% block a %}{% endblock %}", "b", "c") != first
    changed = closures("a{% block a %}{% endblock %}", "x", "c")
    assert changed[0] != first[0]
    assert changed[1] == first[1]


def test_every_template_of_the_theme_compiles_and_is_used() -> None:
    environment = jinja2.Environment(autoescape=True)
    reached = {page.template for page in pages.pages(sample_site())}
    names = {path.name for path in DEFAULT.templates[0].glob("*.html")}
    for name in names:
        environment.parse((DEFAULT.templates[0] / name).read_text(encoding="utf-8"))
    assert reached - {""} <= names
    assert names - reached == {"base.html", "macros.html", "overview.html", "storyline.html"}


def test_static_files_of_a_site_stand_in_front(tmp_path: Path) -> None:
    static = tmp_path / "static"
    (static / "images").mkdir(parents=True)
    (static / "style.css").write_text("body{}")
    (static / "images" / "a.png").write_bytes(b"x")
    (static / ".secret").write_text("x")
    (tmp_path / "outside.txt").write_text("x")
    (static / "link.txt").symlink_to(tmp_path / "outside.txt")
    looks = theme.theme_of(tmp_path / "templates", static)
    found = {file.address: file.source for file in theme.static_files(looks)}
    assert found["/style.css"] == static / "style.css"
    assert "/images/a.png" in found
    assert "/icon.svg" in found
    assert "/.secret" not in found
    assert "/link.txt" not in found
    assert theme.style_version(looks) != theme.style_version(DEFAULT)


def test_what_is_known_of_a_template_is_used_while_its_content_is_the_same(tmp_path: Path) -> None:
    template = tmp_path / "about.html"
    (tmp_path / "part.html").write_text("{{ 1 + 1 }}")
    template.write_text('one {% include "part.html" %}')
    first = Compiled({})
    renderer = Renderer((tmp_path,), first)
    closure, page = renderer.closure("about.html"), renderer.render(page_of("/about/"))
    assert (page, len(first.used)) == (b"one 2\n", 4)  # The code and the references of each.

    again = Compiled(first.used)
    renderer = Renderer((tmp_path,), again)
    assert renderer.closure("about.html") == closure
    assert renderer.render(page_of("/about/")) == page
    assert again.used == first.used

    template.write_text('two {% include "part.html" %}')
    changed = Compiled(first.used)
    renderer = Renderer((tmp_path,), changed)
    assert renderer.render(page_of("/about/")) == b"two 2\n"
    assert len(changed.used.keys() - first.used.keys()) == 1
