"""The command line, as a person or a program meets it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import __version__
from generator.cli import main

ROOT = Path(__file__).parent.parent
ARTICLE = """\
Bridge at Westhaven opens after two years

The bridge at Westhaven on Friday, May 12, 2023. Example Wire - Photo desk

Text by: Example Wire

The bridge at Westhaven opened to the public on Friday, said Ada Example, the mayor.

The council of Westhaven had closed the old bridge in March 2021.

"It was no longer safe for anybody who crossed it," she said.

  • Westhaven

  • Bridges
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


def backstory(*words: str, given: str | bytes = "") -> Result:
    result = CliRunner().invoke(main, words, input=given, prog_name="backstory")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def write(name: str, text: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_version_and_help() -> None:
    assert backstory("--version").stdout == f"backstory {__version__}\n"
    shown = backstory("--help").stdout
    assert "backstory init story" in shown
    for name in main.commands:
        assert re.search(rf"^  {name} ", shown, re.MULTILINE)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_explains_itself(name: str) -> None:
    result = backstory(name, "--help")
    assert result.exit_code == 0
    assert f"Usage: backstory {name}" in result.stdout


@pytest.mark.parametrize("name", sorted(set(main.commands) - {"new"}))
def test_every_command_takes_the_options_of_all(name: str) -> None:
    options = {option for item in main.commands[name].params for option in item.opts}
    assert {"-C", "--site", "--config", "-q", "-v", "--color"} <= options


@pytest.mark.parametrize("command", [("build",), ("init", "story")])
@pytest.mark.parametrize("url", ["ftp://x", "http://[::1", "x y"])
def test_a_wrong_base_url_is_refused(command: tuple[str, ...], url: str) -> None:
    result = backstory(*command, "--base-url", url)
    assert result.exit_code == 2
    assert "--base-url" in result.stderr
    assert not Path("story").exists()


def test_from_nothing_to_a_site() -> None:
    made = backstory("init", "harbour-story", "--title", "The: harbour")
    assert made.exit_code == 0
    assert made.stdout.splitlines()[1:] == [
        "  cd harbour-story",
        "  backstory build",
        "  backstory serve",
    ]
    for name in (
        "site.yaml",
        ".gitignore",
        ".github/workflows/pages.yml",
        ".vscode/settings.json",
        ".vscode/site.schema.json",
    ):
        assert (Path("harbour-story") / name).is_file()
    assert json.loads(Path("harbour-story/.vscode/site.schema.json").read_text("utf-8"))
    built = backstory("build", "-C", "harbour-story", "--strict")
    assert built.exit_code == 0, built.output
    home = Path("harbour-story/public/index.html").read_text("utf-8")
    assert "The: harbour" in home
    assert "The lighthouse of Cape Merrow is built" in home
    page = next(Path("harbour-story/public/events").glob("*opens*/index.html"))
    assert "March 2019" in page.read_text("utf-8")


def test_init_spares_what_is_there() -> None:
    write("mine/site.yaml", "title: Mine\n")
    refused = backstory("init", "mine")
    assert refused.exit_code == 1
    assert "no empty folder" in refused.stderr
    forced = backstory("init", "mine", "--force", "--no-samples")
    assert forced.exit_code == 0
    assert Path("mine/site.yaml").read_text() == "title: Mine\n"
    assert not list(Path("mine/seeds").iterdir())


def test_the_workflow_installs_this_version_and_pins_its_actions() -> None:
    backstory("init", "x", "--base-url", "https://example.org/x/")
    workflow = Path("x/.github/workflows/pages.yml").read_text()
    assert f"backstory=={__version__}" in workflow
    for used in re.findall(r"uses: (\S+)", workflow):
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", used)
    assert "base_url: https://example.org/x\n" in Path("x/site.yaml").read_text()


def test_a_build_closes_with_one_line() -> None:
    write("site.yaml", "title: A\nunknwon: 1\n")
    write("content/a.md", "---\ndate: 1990\ntitle: A\n---\n")
    result = backstory("build")
    assert result.exit_code == 0
    assert re.fullmatch(
        r"1 entry, \d+ files written, 0 unchanged, 1 warning, \d+\.\d\d s\n", result.stdout
    )
    assert result.stderr.startswith('site.yaml:2:1: warning: unknown key "unknwon"')
    assert backstory("build", "-q").output == ""


def test_a_build_for_programs() -> None:
    write("site.yaml", "title: A\n")
    write("content/a.md", "---\ndate: 1990\ntitle: A\n---\n")
    events = lines(backstory("build", "--format", "jsonl"))
    assert events[-1]["event"] == "built"
    assert events[-1]["entries"] == 1
    write("content/b.md", "---\ndate: 1990-13\ntitle: B\n---\n")
    failed = backstory("build", "--format", "jsonl")
    assert failed.exit_code == 1
    problem = lines(failed)[-1]
    assert (problem["event"], problem["path"], problem["line"]) == ("problem", "content/b.md", 2)


def test_check_annotates_for_github() -> None:
    write("site.yaml", "title: A\n")
    write("content/a,b.md", "---\ndate: 1990-13\ntitle: B\n---\n")
    result = backstory("check", "--format", "github")
    assert result.exit_code == 1
    assert result.stdout.startswith("::error file=content/a%2Cb.md,line=2,col=7::")


def test_wrong_usage_is_2() -> None:
    assert backstory("build", "--jobs", "many").exit_code == 2
    assert backstory("frobnicate").exit_code == 2
    assert backstory("extract").exit_code == 2
    assert backstory("dates", "--dct", "the day before", given="x").exit_code == 2


def test_settings_that_were_named_must_be_there() -> None:
    write("seeds/a.txt", "A text.")
    for words in (["build"], ["check"], ["new", "entry", "A", "--date", "1990"], ["clean"]):
        result = backstory(*words, "--config", "nope.yaml")
        assert result.exit_code == 2
        assert "there is no such file: nope.yaml" in result.stderr
    assert backstory("build", "-q").exit_code == 0


@pytest.mark.parametrize("words", [["entry", " ", "--date", "2020"], ["topic", ""]])
def test_a_new_file_has_a_title(words: list[str]) -> None:
    result = backstory("new", *words)
    assert result.exit_code == 2
    assert not Path("content").exists()


def test_every_command_that_a_message_names_exists() -> None:
    package = ROOT / "generator"
    named = {
        tuple(found)
        for path in package.rglob("*.py")
        for found in re.findall(
            r"[\"`:] ?backstory ([a-z-]+)([^\n\"`]*)", path.read_text(encoding="utf-8")
        )
    }
    assert {"init", "extract"} <= {name for name, _ in named}
    for name, rest in named:
        options = {option for item in main.commands[name].params for option in item.opts}
        if name != "new":
            assert set(re.findall(r"--[a-z-]+", rest)) <= options


def test_source_date_epoch_sets_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    write("site.yaml", "title: A\n")
    write("content/a.md", "---\ndate: 1990\ntitle: A\npublish: 2001-09-10\n---\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert "1 scheduled" in backstory("build").stdout
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000100000")
    assert "scheduled" not in backstory("build").stdout
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert backstory("build").exit_code == 2


@pytest.mark.parametrize(
    ("words", "path", "said", "content"),
    [
        (
            ["entry", "The dam is built", "--date", "circa 1910", "--topic", "Floods"],
            "content/1910/the-dam-is-built.md",
            "(circa 1910: 1910~, sorted as 1910)",
            "---\ndate: circa 1910\ntitle: The dam is built\ntopics: [Floods]\n---\n\n",
        ),
        (
            ["A day: to remember", "--date", "2021-05-04"],
            "content/2021/2021-05-04-a-day-to-remember.md",
            "(2021-05-04)",
            '---\ndate: 2021-05-04\ntitle: "A day: to remember"\n---\n\n',
        ),
        (
            ["Caesar dies", "--date", "15 March 44 BC"],
            "content/-0043/caesar-dies.md",
            "-0043-03-15",
            '---\ndate: "15 March 44 BC"\n',
        ),
    ],
)
def test_a_new_entry(words: list[str], path: str, said: str, content: str) -> None:
    result = backstory("new", *words)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(path)
    assert said in result.stdout
    assert Path(path).read_text().startswith(content)
    again = backstory("new", *words)
    assert again.exit_code == 1
    assert "there is such a file already" in again.stderr
    write("site.yaml", "title: A\n")
    assert backstory("build", "--strict").exit_code == 0


def test_a_new_entry_from_an_article() -> None:
    write("seeds/bridge.txt", ARTICLE)
    backstory("new", "It opens", "--date", "2023-05-12", "--from", "seeds/bridge.txt")
    assert Path("content/2023/2023-05-12-it-opens.md").read_text().splitlines()[3:7] == [
        "sources:",
        "  - title: Bridge at Westhaven opens after two years",
        "    publisher: Example Wire",
        "    date: 2023-05-12",
    ]


def test_a_date_that_is_none_makes_no_entry() -> None:
    result = backstory("new", "Something", "--date", "2020-02-30")
    assert result.exit_code == 1
    assert "2020-02 has no day 30" in result.stderr
    assert not Path("content").exists()
    assert backstory("new", "Something").exit_code == 2


def test_a_new_topic() -> None:
    assert (
        backstory("new", "topic", "Fishing rights").stdout == "content/topics/fishing-rights.md\n"
    )
    assert (
        Path("content/topics/fishing-rights.md")
        .read_text()
        .startswith("---\ntitle: Fishing rights\n")
    )


def test_read_for_people_and_programs() -> None:
    write("bridge.txt", ARTICLE)
    (article,) = lines(backstory("read", "--format", "jsonl", "bridge.txt"))
    assert article["title"] == "Bridge at Westhaven opens after two years"
    assert article["published"] == "2023-05-12"
    assert article["tags"] == ["Westhaven", "Bridges"]
    assert article["body"] == (
        "The bridge at Westhaven opened to the public on Friday, said Ada Example, the mayor.\n"
        "The council of Westhaven had closed the old bridge in March 2021.\n"
        '"It was no longer safe for anybody who crossed it," she said.'
    )
    shown = backstory("read", "bridge.txt").stdout
    assert re.search(r"published +2023-05-12  \(photo caption\)", shown)
    assert re.search(
        r"3  caption .*The bridge", backstory("read", "--explain", "bridge.txt").stdout
    )


def test_one_bad_file_does_not_stop_the_others() -> None:
    write("a.txt", ARTICLE)
    write("empty.txt", "")
    result = backstory("read", "--format", "jsonl", "empty.txt", "gone.txt", "a.txt")
    assert result.exit_code == 1
    assert [article["path"] for article in lines(result)] == ["a.txt"]
    assert re.search(r"^empty\.txt", result.stderr, re.MULTILINE)
    assert re.search(r"^gone\.txt: this file cannot be read", result.stderr, re.MULTILINE)


def test_extract_gives_quotes_of_the_body() -> None:
    write("bridge.txt", ARTICLE)
    (article,) = lines(backstory("read", "--format", "jsonl", "bridge.txt"))
    (found,) = lines(backstory("extract", "--format", "jsonl", "bridge.txt"))
    assert found["published"] == "2023-05-12"
    entries = found["entries"]
    assert isinstance(entries, list)
    assert [(entry["date"], entry["role"]) for entry in entries] == [
        ("2023-05-12", "reports"),
        ("2021-03", "recalls"),
    ]
    for entry in entries:
        assert str(article["body"])[entry["start"] : entry["end"]] == entry["quote"]
    shown = backstory("extract", "--explain", "bridge.txt").stdout
    assert "[recalls]" in shown
    assert "March 2021" in shown


def test_extract_from_clean_articles() -> None:
    text = "The council met on Monday. In May 2019 it had voted."
    write("a.jsonl", json.dumps({"id": "a", "dct": "2024-03-05", "title": "T", "text": text}))
    (found,) = lines(backstory("extract", "--articles", "a.jsonl", "--format", "jsonl"))
    assert found["id"] == "a"
    entries = found["entries"]
    assert isinstance(entries, list)
    assert {entry["date"] for entry in entries} == {"2024-03-04", "2019-05"}


def test_dates_for_people_and_programs() -> None:
    shown = backstory("dates", "--dct", "2024-03-05", "--explain", given="They met on Monday.")
    assert shown.stdout.startswith("mode     news: words that speak from the day: 1, ")
    assert re.search(r"12–18 +DATE +2024-03-04 +Monday  \(.+: .+\)", shown.stdout)
    given = '{"id": "a", "dct": "2024-03-05", "text": "They met on Monday."}\n'
    assert lines(backstory("dates", "--format", "jsonl", given=given)) == [
        {
            "id": "a",
            "timexes": [
                {
                    "start": 12,
                    "end": 18,
                    "text": "Monday",
                    "type": "DATE",
                    "value": "2024-03-04",
                    "edtf": "2024-03-04",
                }
            ],
        }
    ]


def test_bad_lines_are_told_and_passed_over() -> None:
    given = b'{"id": "a"\n[]\n{"id": "b"}\n{"id": "c", "text": 7}\n\xff\n{"id": "d", "text": "x"}\n'
    result = backstory("dates", "--format", "jsonl", given=given)
    assert result.exit_code == 1
    assert [record["id"] for record in lines(result)] == ["d"]
    assert [line.split(" ")[0] for line in result.stderr.splitlines()] == [
        "-:1:",
        "-:2:",
        "-:3:",
        "-:4:",
        "-:5:",
    ]


def test_passages_of_one_event_share_a_cluster() -> None:
    passages = [
        ("1", "a", "The ferry Aurora sank off Westhaven in a storm; nine sailors drowned."),
        ("2", "b", "Nine sailors drowned when the ferry Aurora sank in a storm off Westhaven."),
        ("3", "b", "The parliament elected Ada Example as its speaker."),
    ]
    given = "".join(
        json.dumps({"id": id_, "doc": doc, "text": text}) + "\n" for id_, doc, text in passages
    )
    first, second, third = lines(backstory("same-event", given=given))
    assert [first["id"], second["id"], third["id"]] == ["1", "2", "3"]
    assert first["cluster"] == second["cluster"] != third["cluster"]


def test_background_is_earlier_and_the_best_first() -> None:
    passages = [
        ("1", "2019-05", "Engineers warned the council of Oldbrook that the dam was unsafe."),
        ("2", "2020-02-01", "The cinema of Oldbrook showed a new film."),
        ("3", "2024-03-05", "The dam above Oldbrook broke; engineers had said it was unsafe."),
    ]
    given = "".join(
        json.dumps({"id": id_, "date": date, "text": text}) + "\n" for id_, date, text in passages
    )
    result = backstory("background", "--max", "1", given=given + '{"id": "4", "text": "x"}\n')
    assert lines(result) == [
        {"id": "1", "background": []},
        {"id": "2", "background": ["1"]},
        {"id": "3", "background": ["1"]},
    ]
    assert result.exit_code == 1
    assert result.stderr.startswith('-:4: the key "date" is missing')


def test_key_dates_are_one_line() -> None:
    articles = [
        ("1", "2023-05-12", "The new bridge of Westhaven opened to the public on Friday."),
        ("2", "2023-07-01", "The bridge of Westhaven was opened by the mayor on 12 May 2023."),
    ]
    write(
        "a.jsonl",
        "".join(
            json.dumps({"id": id_, "published": day, "text": text}) + "\n"
            for id_, day, text in articles
        ),
    )
    words = ("--articles", "a.jsonl", "--dates", "1", "--from", "2023-01-01", "--to", "2023-12-31")
    result = backstory("key-dates", *words)
    ((day, sentences),) = json.loads(result.stdout)
    assert day == "2023-05-12"
    assert len(sentences) == 1
    assert backstory("key-dates", "--to", "whenever").exit_code == 2


@pytest.mark.parametrize("kind", ["entry", "site", "topic"])
def test_schemas_are_json(kind: str) -> None:
    assert json.loads(backstory("schema", kind).stdout)["type"] == "object"


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_completion_scripts(shell: str) -> None:
    assert "_BACKSTORY_COMPLETE" in backstory("completion", shell).stdout


def test_clean_takes_away_the_output() -> None:
    write("site.yaml", "title: A\n")
    write("content/a.md", "---\ndate: 1990\ntitle: A\n---\n")
    backstory("build")
    backstory("build", "-o", "other")
    cleaned = backstory("clean").stdout
    assert cleaned.startswith("Removed ")
    assert "--output" in cleaned
    assert backstory("clean", "-o", "other").stdout.count("\n") == 1
    assert not Path("other").exists()
    assert not Path("public").exists()
    assert not Path(".backstory").exists()


def test_colours_are_asked_for() -> None:
    write("site.yaml", "title: A\nunknwon: 1\n")
    write("content/a.md", "---\ndate: 1990\ntitle: A\n---\n")
    assert "\x1b[" in backstory("check", "--color", "always").stderr
    assert "\x1b[" not in backstory("check", "--color", "never").stderr


def run(*words: str, **extra: str) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | extra
    return subprocess.run(
        [sys.executable, "-m", "generator", *words],
        capture_output=True,
        env=environment,
        check=False,
        timeout=60,
    )


def test_text_is_utf_8_whatever_the_locale() -> None:
    write("émigré.txt", ARTICLE.replace("Westhaven", "Vésterås"))
    result = run("read", "émigré.txt", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert result.returncode == 0, result.stderr
    assert "Vésterås" in result.stdout.decode("utf-8")


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    write("many.txt", "On 5 May 2020 they met. " * 20_000)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "generator", "dates", "many.txt"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


def test_a_command_line_starts_light() -> None:
    """What only some commands need is loaded by those."""
    heavy = ("babel", "jinja2", "livereload", "lxml", "markdown", "nh3", "rich", "trafilatura")
    code = f"import sys, generator.cli; print([n for n in {heavy} if n in sys.modules])"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environment, check=True
    )
    assert result.stdout.strip() == b"[]"
