from pathlib import Path

import pytest

from generator.build.inputs import Folders, Stamp, discover, is_input, load

from .conftest import Write


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("raid.txt", True),
        ("README.md", False),
        ("readme.md", False),
        ("readme.txt", True),
        ("_draft.md", False),
        (".hidden", False),
        ("entry.md~", False),
    ],
)
def test_names_that_are_no_input(name: str, expected: bool) -> None:
    assert is_input(name) is expected


def test_every_group_is_sorted_and_relative(site: Path, write: Write) -> None:
    write("seeds/b.html", "x")
    write("seeds/a/c.txt", "x")
    write("seeds/README.md", "x")
    write("content/_off/e.md", "x")
    write("content/topics/westhaven.md", "x")
    write("static/logo.svg", "x")
    write("static/_headers", "x")
    write("templates/_part.html", "x")
    inputs, problems = discover(site, Folders())
    assert [stamp.path for stamp in inputs.articles] == [
        "seeds/a/c.txt",
        "seeds/b.html",
        "seeds/bridge.txt",
    ]
    assert [stamp.path for stamp in inputs.entries] == ["content/old-bridge.md"]
    assert [stamp.path for stamp in inputs.topics] == ["content/topics/westhaven.md"]
    assert [stamp.path for stamp in inputs.static] == ["_headers", "logo.svg"]
    assert [stamp.path for stamp in inputs.templates] == ["_part.html"]
    assert problems == ()


def test_links_out_of_a_folder_are_not_followed(site: Path, tmp_path: Path, write: Write) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not yours")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "more.txt").write_text("not yours")
    (site / "seeds/secret.txt").symlink_to(secret)
    (site / "seeds/folder").symlink_to(outside)
    (site / "seeds/gone.txt").symlink_to(tmp_path / "nothing")
    (site / "seeds/twin.txt").symlink_to(site / "seeds/bridge.txt")
    inputs, problems = discover(site, Folders())
    assert [stamp.path for stamp in inputs.articles] == ["seeds/bridge.txt", "seeds/twin.txt"]
    assert [problem.path for problem in problems] == [
        "seeds/folder",
        "seeds/gone.txt",
        "seeds/secret.txt",
    ]
    assert {problem.severity for problem in problems} == {"warning"}


def test_a_folder_outside_the_site_is_refused(site: Path, tmp_path: Path) -> None:
    (tmp_path / "else").mkdir()
    inputs, problems = discover(site, Folders(seeds="../else"))
    assert inputs.articles == ()
    assert [problem.severity for problem in problems] == ["error"]


def test_documents_of_another_kind_are_not_passed_over_in_silence(site: Path, write: Write) -> None:
    write("seeds/story.docx", "x")
    write("seeds/photo.jpg", "x")
    write("content/note.txt", "x")
    _, problems = discover(site, Folders())
    assert [problem.path for problem in problems] == ["seeds/story.docx", "content/note.txt"]


def test_a_file_that_is_too_large_is_not_read(site: Path) -> None:
    source, problems = load(site, Stamp("seeds/bridge.txt", 6_000_000, 0), 5_000_000)
    assert source is None
    assert "6,000,000 bytes" in problems[0].message


@pytest.mark.parametrize("name", ["wire.xml", "all.jsonl", "crawl.warc.gz", "table.CSV"])
def test_a_file_of_many_articles_may_be_larger_than_one(site: Path, name: str) -> None:
    (site / "seeds" / name).write_bytes(b"x")
    source, problems = load(site, Stamp(f"seeds/{name}", 100_000_000, 0), 5_000_000)
    assert source is not None
    assert problems == ()
    source, problems = load(site, Stamp(f"seeds/{name}", 100_000_001, 0), 5_000_000)
    assert source is None
    assert "at most 100,000,000" in problems[0].message


def test_a_file_that_has_gone_is_a_problem(site: Path) -> None:
    source, problems = load(site, Stamp("seeds/gone.txt", 1, 0), 5_000_000)
    assert source is None
    assert problems[0].path == "seeds/gone.txt"
