"""The documentation is true: its examples run, its links lead somewhere, its steps work.

A fenced block after `<!-- file: NAME -->` is written to NAME, one after `<!-- step: NAME -->` is
followed by a test of that step; a `console` block is run, command by
command, in a folder that the document has to itself. In expected output, a line `…` stands for any
lines, and `…` within a line for any characters.
"""

import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import msgspec
import pytest
from click.testing import CliRunner

from generator import articles, formats
from generator.build import inputs
from generator.build.build import build
from generator.build.options import Options
from generator.build.progress import Quiet
from generator.cli import main
from generator.config import Config
from generator.dates import format_date, parse_edtf, read_date, tagger
from generator.dates.languages import load
from generator.dates.resolve import in_season
from generator.dates.rules import Rule
from generator.model import Article, Entry, Source, Topic
from generator.site import theme
from generator.site.assemble import Site, assemble
from generator.site.pages import Raw, Route, pages
from generator.site.templates import Renderer
from generator.site.views.frame import Frame

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"))
)

WRITTEN_IN_STEPS = {
    "generator/articles/wire.py",
    "generator/site/views/publishers.py",
    "templates/publishers.html",
}
"""What CONTRIBUTING.md tells its readers to write."""

_BLOCK = re.compile(
    r"(?:^<!-- (?:file: (?P<file>\S+)|step: (?P<step>\S+)) -->\n)?"
    r"^```(?P<language>\w*)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


class Block(msgspec.Struct, frozen=True):
    language: str
    body: str
    line: int
    file: str = ""
    step: str = ""
    """The name of a step of CONTRIBUTING.md that a test follows."""


class Step(msgspec.Struct, frozen=True):
    """A command of a console block with the output that the document shows."""

    command: str
    shown: tuple[str, ...]


def blocks(name: str) -> tuple[Block, ...]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return tuple(
        Block(
            found["language"],
            found["body"],
            text.count("\n", 0, found.start()) + 1,
            found["file"] or "",
            found["step"] or "",
        )
        for found in _BLOCK.finditer(text)
    )


def steps(body: str) -> Iterator[Step]:
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield Step(command, tuple(shown.rstrip("\n").split("\n")) if shown.strip() else ())


def matches(shown: Sequence[str], printed: Sequence[str]) -> bool:
    pattern = ""
    for line in shown:
        if line == "…":
            pattern += r"(?:.*\n)*"
        else:
            pattern += ".*".join(re.escape(part) for part in line.rstrip().split("…")) + r"[ ]*\n"
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def run(command: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, str]:
    """Run one line of a console block in `folder`; where we are afterwards, and what it printed."""
    words = shlex.split(command)
    given = ""
    if words[0] == "cd":
        return folder / words[1], ""
    if words[0] == "echo":
        bar = words.index("|")
        given, words = " ".join(words[1:bar]) + "\n", words[bar + 1 :]
    if words[-2:-1] == ["<"]:
        given, words = (folder / words[-1]).read_text(encoding="utf-8"), words[:-2]
    assert words[0] == "backstory", f"a document may run backstory, cd and echo, not {words[0]}"
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(main, words[1:], input=given, prog_name="backstory")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return folder, result.output


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a"], ["a", "b"], False),
        (["a", "…"], ["a", "b", "c"], True),
        (["in … s"], ["in 0.2 s"], True),
        (["in … s"], ["in 0.2 m"], False),
        ([], ["a"], False),
    ],
)
def test_output_is_compared(shown: list[str], printed: list[str], same: bool) -> None:
    assert matches(shown, printed) is same


@pytest.mark.parametrize(
    "name", [name for name in DOCUMENTS if "```console" in (ROOT / name).read_text("utf-8")]
)
def test_examples_print_what_the_document_says(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    folder = tmp_path
    for block in blocks(name):
        if block.file:
            target = folder / block.file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.body, encoding="utf-8")
        if block.language != "console":
            continue
        for step in steps(block.body):
            folder, output = run(step.command, folder, monkeypatch)
            printed = output.rstrip("\n").split("\n") if output.strip() else []
            assert matches(step.shown, printed), f"{name}:{block.line}: $ {step.command}\n{output}"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_between_documents_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        if not re.match(r"[a-z]+:|#", target):
            path = (ROOT / name).parent / target.partition("#")[0]
            assert path.exists(), f"{name} links to {target}"


def test_the_first_commands_of_the_readme_are_targets_of_the_makefile() -> None:
    first = blocks("README.md")[0]
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    wanted = re.findall(r"^make (\w+)", first.body, re.MULTILINE)
    assert wanted == ["site", "test"]
    assert set(wanted) <= targets


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_the_lines_without_make_install_what_make_installs(name: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    lines = [
        line.partition(" -m pip install ")[2]
        for block in blocks(name)
        for line in block.body.splitlines()
        if " -m pip install " in line
    ]
    assert len(lines) == 2
    for options in lines:
        assert options in makefile.replace("-q --disable-pip-version-check ", "")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_files_that_a_document_names_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    rooms = "generator|tests|docs|benchmarks|templates|static"
    for path in re.findall(rf"`((?:{rooms})/[\w./-]*)`", text):
        assert path in WRITTEN_IN_STEPS or (ROOT / path).exists(), f"{name} names {path}"


def test_every_command_has_an_example() -> None:
    text = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    for command in main.commands:
        assert re.search(rf"^## {command}\b", text, re.MULTILINE), f"no example of {command}"


def dates_documented() -> Iterator[tuple[str, str, str, str]]:
    """The rows of docs/dates.md, each with its language."""
    row = re.compile(r"^\| `(.+?)` \| `(.+?)` \| (.+?) \|$", re.MULTILINE)
    english, french = (ROOT / "docs/dates.md").read_text(encoding="utf-8").split("## Other")
    for text, language in ((english, "en"), (french, "fr")):
        for words, edtf, shown in row.findall(text):
            yield language, words, edtf, shown


@pytest.mark.parametrize(("language", "words", "edtf", "shown"), list(dates_documented()))
def test_dates_are_read_and_shown_as_documented(
    language: str, words: str, edtf: str, shown: str
) -> None:
    date = read_date(words, language=language)
    assert (date.edtf, format_date(date, language)) == (edtf, shown)


def documented(name: str) -> str:
    """The block of CONTRIBUTING.md that shows a step."""
    return next(block.body for block in blocks("CONTRIBUTING.md") if block.step == name)


def module(name: str) -> ModuleType:
    """The code of a step as the module that CONTRIBUTING.md says to write."""
    made = ModuleType(f"documented_{name}")
    exec(compile(documented(name), f"CONTRIBUTING.md, step {name}", "exec"), vars(made))
    return made


def tagged(rule: Rule, text: str, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What English with one more rule finds: each expression with its value."""
    english = load("en")
    table = english._replace(rules=(*english.rules, rule))
    monkeypatch.setattr(tagger, "load", lambda _: table)
    # The tagger keeps a table by its code, so each gets one of its own.
    mentions = tagger.tag(text, parse_edtf("2023-01-26"), language=f"en-{id(rule)}")
    return [(mention.text, mention.value) for mention in mentions if mention.rule == rule.name]


def test_a_date_rule_is_added_as_documented(monkeypatch: pytest.MonkeyPatch) -> None:
    added = module("rule")
    rule: Rule = added.HARVEST
    [(marked, value, *_)] = rule.yes
    text = marked.replace("[", "").replace("]", "")
    assert tagged(rule, text, monkeypatch) == [("the harvest of 1968", value)]
    [near_miss] = rule.no
    assert tagged(rule, near_miss, monkeypatch) == []

    unguarded = rule._replace(resolve=lambda c, _: in_season(c.number("year"), 2))
    assert tagged(unguarded, near_miss, monkeypatch) != []
    written = [line for line in documented("rule").splitlines() if line and "import" not in line]
    assert len(written) <= 10


def site() -> Site:
    article = Article(
        id="0" * 16,
        path="seeds/a.txt",
        title="The bridge opens",
        text="The bridge opened on Friday.",
        slug="the-bridge-opens",
        published=parse_edtf("2023-05-12"),
        publisher="Example & Wire",
    )
    entry = Entry(
        id="opening",
        slug="opening",
        date=parse_edtf("2023-05-12"),
        title="The bridge opens",
        topics=("bridges", "roads"),
        origin="editor",
        aliases=("bridge-opens",),
    )
    closing = msgspec.structs.replace(entry, id="closing", slug="closing", aliases=())
    topics = (
        Topic("bridges", "Bridges", description="Over water."),
        Topic("roads", "Roads", description="Over land."),
    )
    return assemble(Config(title="Bridges"), (entry, closing), (article,), topics, ())


def test_a_reader_is_added_as_documented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "generator.articles.wire", module("reader"))
    line = eval(documented("format").strip().rstrip(","), vars(formats))
    monkeypatch.setattr(formats, "FORMATS", (line, *formats.FORMATS))
    monkeypatch.setattr(articles, "FORMATS", formats.FORMATS)
    text = "The bridge opens\n2023-05-12\n\nIt opened on Friday.\n\nIt had closed in 2021.\n"

    (article,), problems = articles.read(Source("seeds/a.wire", text.encode()))
    assert problems == ()
    assert article.title == "The bridge opens"
    assert article.published == parse_edtf("2023-05-12")
    assert article.text == "It opened on Friday.\nIt had closed in 2021."

    for data, line, said in (
        (b"The bridge opens\nsoon\n\nText.\n", 2, "not an EDTF date"),
        (b"The bridge opens\n2023-05-12\n", 0, "no text"),
        (b"", 0, "no text"),
    ):
        found, problems = articles.read(Source("seeds/a.wire", data))
        assert found == ()
        assert (problems[0].path, problems[0].line) == ("seeds/a.wire", line)
        assert said in problems[0].message

    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.wire").write_text(text)
    listed, _ = inputs.discover(tmp_path, inputs.Folders())
    assert [stamp.path for stamp in listed.articles] == ["seeds/a.wire"]


def test_a_page_is_added_as_documented(tmp_path: Path) -> None:
    (tmp_path / "publishers.html").write_text(documented("template"), encoding="utf-8")
    renderer = Renderer([tmp_path, *theme.default_theme().templates])
    route = Route("/publishers/", "publishers.html", module("view").publishers)
    page = route.page(site(), "")
    html = renderer.render(page).decode()
    assert "<title>Publishers · Bridges</title>" in html
    assert "<li>Example &amp; Wire</li>" in html
    assert 'href="../articles/' in html


def test_the_table_of_blocks_is_complete() -> None:
    text = (ROOT / "docs/themes.md").read_text(encoding="utf-8")
    _, table = text.split("| template | blocks |")
    listed = dict(re.findall(r"^\| `([\w.-]+)` \| (.+?) \|$", table.split("\n\n")[0], re.M))
    for path in theme.default_theme().templates[0].glob("*.html"):
        held = re.findall(r"{% block (\w+)", path.read_text(encoding="utf-8"))
        assert listed.get(path.name, "") == ", ".join(dict.fromkeys(held)), path.name


@pytest.mark.parametrize(
    "block",
    [block for block in blocks("docs/themes.md") if block.file],
    ids=lambda block: block.file,
)
def test_a_template_of_a_site_stands_in_for_the_themes(block: Block) -> None:
    page = next(page for page in pages(site()) if page.template == Path(block.file).name)
    with TemporaryDirectory() as folder:
        (Path(folder) / page.template).write_text(block.body, encoding="utf-8")
        html = Renderer([Path(folder), *theme.default_theme().templates]).render(page).decode()
    own = {"about.html": "The county archive has made this site.", "event.html": 'class="summary"'}
    assert own[page.template] in html
    assert "<title>" in html
    assert len(re.findall("<html", html)) == 1


def test_the_table_of_templates_is_complete() -> None:
    text = (ROOT / "docs/themes.md").read_text(encoding="utf-8")
    listed = {
        name: tuple(fields.split(", "))
        for name, fields in re.findall(r"^\| `([\w.-]+\.html)` \| .+? \| (.+?) \|$", text, re.M)
    }
    given = {path.name for path in theme.default_theme().templates[0].glob("*.html")}
    around = {"base.html", "macros.html"} | {
        name for name in given if re.search(rf'(?:include|import) "{name}"', _templates())
    }
    assert set(listed) == given - around
    shown = {
        page.template: page.view.__struct_fields__
        for page in pages(site())
        if not isinstance(page.view, Raw)
    }
    assert listed == shown
    frame = re.search(r"`frame` has: (.+?)\.\n", text, re.DOTALL)
    assert frame is not None
    assert tuple(re.split(r",\s+", frame[1])) == Frame.__struct_fields__


def _templates() -> str:
    folder = theme.default_theme().templates[0]
    return "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.html")))


def example_of_the_readme(folder: Path) -> Options:
    """A site in `folder` that is made of the README's article."""
    seed = next(block for block in blocks("README.md") if block.file.startswith("seeds/"))
    (folder / "seeds").mkdir()
    (folder / seed.file).write_text(seed.body, encoding="utf-8")
    (folder / "site.yaml").write_text("title: Ferries\n", encoding="utf-8")
    return Options(site=folder, now=datetime(2024, 1, 1, tzinfo=UTC), jobs=1)


def test_the_example_of_the_readme_becomes_a_site_with_background(tmp_path: Path) -> None:
    build(example_of_the_readme(tmp_path), Quiet())

    def page(words: str) -> str:
        [path] = (tmp_path / "public/events").glob(f"*{words}*/index.html")
        return path.read_text(encoding="utf-8")

    resumed, fire = page("resumed"), page("fire")
    after_heading = resumed.split("What came before", 1)[1]
    assert "A fire in the engine room had stopped the ferry in March 2021." in after_heading
    assert "/articles/ferry-to-the-islands-sails-again-after-two-years/" in after_heading
    assert "resumed its service" in fire.split("What followed", 1)[1]


def test_an_event_is_replaced_by_the_last_part_of_its_address(tmp_path: Path) -> None:
    options = example_of_the_readme(tmp_path)
    build(options, Quiet())
    [address] = (tmp_path / "public/events").glob("*fire*")

    entry = next(block for block in blocks("README.md") if block.file.startswith("content/"))
    path = tmp_path / entry.file
    path.parent.mkdir()
    path.write_text(entry.body.replace("---\n", f"---\nreplaces: {address.name}\n", 1), "utf-8")
    build(options, Quiet())
    assert "A fire stops the ferry" in (tmp_path / "public/events/fire/index.html").read_text(
        encoding="utf-8"
    )
    events = (tmp_path / "public/data/events.json").read_text(encoding="utf-8")
    assert "A fire in the engine room stopped the ferry" not in events
