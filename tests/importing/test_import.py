"""`import` as people use it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

TEXT = " ".join(f"The council of Roe met for the {number}th time." for number in range(30))


def markdown(title: str, text: str, **keys: str) -> str:
    lines = [f"{key}: {value}" for key, value in {"title": title, **keys}.items()]
    return "\n".join(["---", *lines, "---", "", text, ""])


def backstory(*words: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, list(words))
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    return tmp_path


def test_a_document_of_one_article_is_copied_to_the_byte(here: Path) -> None:
    data = markdown("The mill closes", TEXT, date="2019-04-05").replace("\n", "\r\n").encode()
    (here / "in/a.md").write_bytes(data)
    shown = backstory("import", "in").output
    assert shown == "seeds/2019-04-05-the-mill-closes.md\n1 article, 0 events written\n"
    assert (here / "seeds/2019-04-05-the-mill-closes.md").read_bytes() == data
    assert backstory("import", "in").output == "0 articles, 0 events written, 1 already there\n"


def test_one_record_a_line_becomes_a_file_each(here: Path) -> None:
    records = [
        {"title": "One", "published": "2019-04-05", "text": TEXT, "url": "https://example.org/1"},
        {"title": "Two", "text": TEXT[::-1], "url": "https://example.org/2"},
    ]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (here / "in/a.jsonl").write_text(lines)
    shown = backstory("import", "jsonl", "in/a.jsonl").output
    assert shown.splitlines()[-1] == "2 articles, 0 events written"
    text = (here / "seeds/2019-04-05-one.md").read_text()
    assert text.startswith('---\ntitle: One\ndate: 2019-04-05\nurl: "https://example.org/1"\n')
    assert TEXT in text
    assert (here / "seeds/two.md").exists()


def test_names_do_not_depend_on_the_order(here: Path) -> None:
    for name, words in (("a", "mill"), ("b", "dam"), ("c", "quay")):
        (here / f"in/{name}.md").write_text(markdown("News", TEXT.replace("council", words)))
    backstory("import", "--duplicates", "keep", "in/a.md", "in/b.md", "in/c.md", "--to", "one")
    backstory("import", "--duplicates", "keep", "in/c.md", "in/b.md", "in/a.md", "--to", "two")
    one, two = (
        {path.name: path.read_text() for path in (here / name).iterdir()} for name in ("one", "two")
    )
    assert one == two
    assert len(one) == 3
    assert "news.md" in one


def test_what_repeats_something_is_left_out_and_named(here: Path) -> None:
    (here / "in/a.md").write_text(markdown("A", TEXT, url="https://example.org/a"))
    (here / "in/b.md").write_text(markdown("B", TEXT + " It ended."))
    (here / "in/c.md").write_text(markdown("C", "Short.", url="http://www.example.org/a/?utm_id=1"))
    shown = backstory("import", "in").output
    assert "in/a.md: duplicate, left out: “A” 100% of its text is in in/b.md" in shown
    assert shown.splitlines()[-1] == "2 articles, 0 events written, 1 duplicate"
    (here / "in/d.md").write_text(markdown("D", TEXT))
    shown = backstory("import", "in/d.md", "--format", "jsonl").output
    told = [json.loads(line) for line in shown.splitlines()]
    duplicate = next(event for event in told if event["event"] == "duplicate")
    assert (duplicate["of"], duplicate["reason"], duplicate["share"]) == ("seeds/b.md", "text", 1.0)
    assert told[-1] == {
        "event": "imported",
        "dry_run": False,
        "articles": 0,
        "events": 0,
        "there": 0,
        "duplicates": 1,
        "problems": 0,
    }
    kept = backstory("import", "in/d.md", "--duplicates", "keep").output
    assert kept.endswith("1 article, 0 events written\n")


def test_nothing_is_written_over_unless_the_user_says_so(here: Path) -> None:
    (here / "in/a.md").write_text(markdown("A", TEXT))
    backstory("import", "in")
    (here / "in/a.md").write_text(markdown("A", TEXT + " And so on."))
    shown = backstory("import", "in", code=1).output
    assert "seeds/a.md: this file is there and says something else: left as it is" in shown
    assert shown.splitlines()[-1] == "0 articles, 0 events written, 1 problem"
    assert "And so on" not in (here / "seeds/a.md").read_text()
    backstory("import", "in", "--force")
    assert "And so on" in (here / "seeds/a.md").read_text()
    assert [path.name for path in (here / "seeds").iterdir()] == ["a.md"]


def test_a_dry_run_writes_nothing(here: Path) -> None:
    (here / "in/a.md").write_text(markdown("A", TEXT))
    shown = backstory("import", "--dry-run", "in").output
    assert shown == "seeds/a.md\n1 article, 0 events would be written\n"
    assert not (here / "seeds").exists()


def test_a_folder_is_walked_and_what_is_not_read_is_counted(here: Path) -> None:
    (here / "in/deep").mkdir()
    (here / "in/deep/a.md").write_text(markdown("A", TEXT))
    (here / "in/.hidden.md").write_text(markdown("H", TEXT))
    (here / "in/x.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    shown = backstory("import", "in").output
    assert "in/x.png: warning: of a kind that is not read: 1 file (in/x.png)" in shown
    assert shown.splitlines()[-1] == "1 article, 0 events written"


def test_a_faulty_document_costs_only_itself(here: Path) -> None:
    (here / "in/a.md").write_text(markdown("A", TEXT))
    (here / "in/b.md").write_text("---\ntitle: [\n---\n")
    (here / "in/c.json").write_text("[" * 100_000)
    shown = backstory("import", "in", code=1).output
    assert "in/b.md:" in shown
    assert shown.splitlines()[-1].startswith("1 article, 0 events written")


def test_no_file_is_written_through_a_link(here: Path) -> None:
    outside = here / "outside"
    outside.mkdir()
    site = here / "site"
    site.mkdir()
    (site / "seeds").symlink_to(outside)
    (here / "in/a.md").write_text(markdown("A", TEXT))
    shown = backstory("import", "in", "-C", "site", code=1).output
    assert "a link leads from here to another place" in shown
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "name at least one file"),
        (["csv"], "name at least one file"),
        (["gone.txt"], "there is no such file: gone.txt"),
        (["in", "--to", "../x"], "leads out of the site's folder"),
    ],
)
def test_wrong_use(here: Path, words: list[str], message: str) -> None:
    assert message in backstory("import", *words, code=2).output


def test_a_site_that_is_not_there_is_not_made(here: Path) -> None:
    (here / "in/a.md").write_text(markdown("A", TEXT))
    shown = backstory("import", "in", "-C", "gone", code=1).output
    assert shown == "gone: there is no such folder (check --site)\n"
    assert not (here / "gone").exists()


def test_a_file_with_the_name_of_a_format(here: Path) -> None:
    (here / "text").write_text(markdown("A", TEXT))
    assert "1 article" in backstory("import", "text").output


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(
    ("answer", "kept"), [("n", True), ("y", False), ("none", True), ("all", False)]
)
def test_on_a_terminal_it_asks_before_it_writes_over_a_file(
    here: Path, answer: str, kept: bool
) -> None:
    import pty

    (here / "in/a.md").write_text(markdown("The mill closes", TEXT, date="2019-04-05"))
    target = here / "seeds/2019-04-05-the-mill-closes.md"
    target.parent.mkdir()
    target.write_text("mine")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator", "import", "in"]
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"PYTHONPATH": str(root)},
    )
    os.close(theirs)
    said = b""
    while b"Overwrite?" not in said:
        said += os.read(ours, 1024)
    os.write(ours, f"{answer}\n".encode())
    assert process.wait(timeout=60) in (0, 1)
    os.close(ours)
    assert (target.read_text() == "mine") is kept
