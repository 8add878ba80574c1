"""What articles and entries contain is data: it is shown, and does nothing."""

import json

from generator.config import Config, MenuItem
from generator.dates import parse_edtf
from generator.model import (
    Article,
    BackgroundLink,
    Citation,
    Entry,
    Image,
    Link,
    Topic,
    Witness,
)
from generator.site import urls
from generator.site.assemble import assemble
from tests.site.reading import find, parse, references
from tests.site.sample import render

BAD = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}{% raw %}&amp;"
JS = "javascript:alert(1)"
DAY = parse_edtf("2020-05-01")

ARTICLE = Article(
    id="a" * 16,
    path="../../seeds/x.txt",
    title=BAD,
    text=BAD,
    slug="../../../etc/cron.d/x",
    published=DAY,
    byline=(BAD,),
    publisher=BAD,
    url=JS,
    summary=BAD,
    tags=(BAD, "../.."),
    related=(Link(BAD, JS), Link("", "data:text/html,x")),
    witnesses=(Witness("published", BAD, BAD),),
)
CITED = Citation(
    role="reports", quote=BAD, article="a" * 16, start=0, end=len(BAD), said_by=BAD, url=JS
)


def entry(number: int, slug: str, **more: object) -> Entry:
    fields: dict[str, object] = {
        "id": f"{number:016x}",
        "slug": slug,
        "date": DAY,
        "title": BAD,
        "text": BAD,
        "topics": ("../x", "con"),
        "people": (BAD,),
        "places": (BAD,),
        "organizations": (BAD,),
        "citations": (CITED, Citation(role="reports", url=JS, title=BAD, archive=JS)),
        "date_text": BAD,
        "summary": BAD,
        "notes": (BAD,),
        "aliases": ("../../up", "<b>", ".htaccess"),
        **more,
    }
    return Entry(**fields)  # type: ignore[arg-type]


def hostile() -> dict[str, bytes]:
    config = Config(
        title=BAD,
        description=BAD,
        footer=BAD,
        author=BAD,
        license=BAD,
        edit_url=JS + "/{path}",
        menu=(MenuItem(BAD, JS),),
        redirects={"/old/": JS},
        articles="full",
    )
    entries = [
        entry(1, "../../../etc/passwd"),
        entry(2, "..", origin="editor", image=Image("../../secret.png", BAD, BAD, BAD)),
        entry(3, "a/b", origin="editor", image=Image(JS, BAD)),
        entry(4, "con", image=Image("https://evil.example/x.png", BAD)),
    ]
    link = BackgroundLink(
        later=f"{1:016x}",
        earlier=f"{2:016x}",
        kind="recalled",
        reason=BAD,
        quote=BAD,
        article="a" * 16,
        start=0,
        end=9,
    )
    topics = [Topic("../x", BAD, description=BAD, text=BAD, path="x"), Topic("con", BAD, text=BAD)]
    return render(assemble(config, entries, [ARTICLE], topics, [link]))


def test_no_page_runs_loads_or_leads_to_what_the_input_wanted() -> None:
    for path, data in hostile().items():
        if not path.endswith(".html"):
            continue
        tree = parse(data)
        for script in find(tree, "script"):
            if (script.get("src") or "").partition("?")[0].endswith("site.js"):
                assert not script.text
                continue
            assert script.get("type") == "application/ld+json", path
            assert json.loads(script.text or "")["@type"] == "Article"
        for element in tree.iter():
            assert not any(str(name).startswith("on") for name in element.attrib), path
        for image in find(tree, "img"):
            assert image.get("src", "").startswith(("../", "images/")), path
        for reference in references(tree):
            scheme = reference.partition(":")[0].lower() if ":" in reference else ""
            assert scheme in ("", "http", "https", "mailto"), f"{reference} on {path}"
        refresh = find(tree, "meta", **{"http-equiv": "refresh"})
        assert all("javascript" not in (meta.get("content") or "") for meta in refresh)


def test_template_syntax_in_the_input_is_shown_and_not_run() -> None:
    home = hostile()["index.html"].decode()
    assert "{{ 7*7 }}" in home
    assert "49" not in home


def test_every_file_stays_in_the_output() -> None:
    for path in hostile():
        assert urls.output_path("/" + path) == path


def test_the_title_is_shown_as_it_is() -> None:
    files = hostile()
    page = next(path for path in files if path.startswith("events/"))
    heading = find(parse(files[page]), "h1")[0]
    assert "".join(heading.itertext()) == BAD


def test_a_spreadsheet_finds_no_formula() -> None:
    from generator.site import exports

    formula = entry(1, "x", title='=HYPERLINK("https://evil.example")', date_text="")
    text = exports.to_csv(assemble(Config(title="x"), [formula], [], [], []))
    assert "'=HYPERLINK" in text
    assert ",=HYPERLINK" not in text
    assert ',"=HYPERLINK' not in text
