"""What an editor does with extracted entries, and what the program says of why they are there."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

SINKING = """\
---
title: Ferry Aurora sinks off Port Lumen
date: 2031-03-03
publisher: Example Wire
tags: [Shipping]
---

The ferry Aurora sank in a storm off Port Lumen on Monday and 14 passengers drowned.
"""
INQUIRY = """\
---
title: Port Lumen opens an inquiry into the Aurora
date: 2031-05-20
publisher: Example Wire
tags: [Shipping]
---

The council of Port Lumen opened an inquiry on Tuesday.

The ferry Aurora sank in a storm off Port Lumen on March 3, 2031, and 14 passengers drowned.
"""


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1940000000")
    for name, text in (
        ("site.yaml", "title: Port Lumen\n"),
        ("seeds/sinking.md", SINKING),
        ("seeds/inquiry.md", INQUIRY),
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def backstory(*words: str) -> Result:
    result = CliRunner().invoke(main, words, prog_name="backstory")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def listed(*options: str) -> list[dict[str, object]]:
    shown = backstory("review", *options, "--format", "jsonl").stdout
    return [json.loads(line) for line in shown.splitlines()]


def sinking() -> str:
    (found,) = [entry for entry in listed() if entry["date"] == "2031-03-03"]
    return str(found["id"])


def test_the_list_has_every_extracted_entry_with_its_quotes() -> None:
    first, second = listed()

    assert (first["date"], second["date"]) == ("2031-03-03", "2031-05-20")
    assert [cite["role"] for cite in first["citations"]] == ["reports", "recalls"]  # type: ignore[attr-defined]
    quote = "The ferry Aurora sank in a storm off Port Lumen on Monday and 14 passengers drowned."
    text = backstory("review").stdout
    assert (
        f"“{quote}” (Ferry Aurora sinks off Port Lumen, Example Wire, 2031-03-03, reports)" in text
    )
    assert f"  {first['id']} · score " in text
    assert text.endswith("2 extracted entries\n")


def test_the_list_can_be_narrowed() -> None:
    assert len(listed("--topic", "shipping")) == 2
    assert listed("--min-score", "1") == []
    assert all(entry["score"] > 0 for entry in listed())  # type: ignore[operator]
    unknown = backstory("review", "--topic", "shiping")
    assert unknown.exit_code == 2
    assert "no entry has the topic shiping (did you mean" in unknown.stderr


def test_what_is_accepted_becomes_a_file_and_is_no_more_to_review(site: Path) -> None:
    id_ = sinking()

    result = backstory("review", "accept", id_)

    path = site / result.stdout.strip()
    text = path.read_text("utf-8")
    assert path.parent == site / "content" / "2031"
    assert f"replaces: {id_}\n" in text or f'replaces: "{id_}"\n' in text
    assert text.count("    quote: ") == 2
    assert [entry["date"] for entry in listed()] == ["2031-05-20"]
    assert backstory("check", "--strict").exit_code == 0


def test_a_quote_that_was_copied_is_shown_once() -> None:
    id_ = sinking()
    backstory("review", "accept", id_)

    shown = json.loads(backstory("explain", id_, "--format", "jsonl").stdout)

    assert [cite["path"] for cite in shown["citations"]] == ["seeds/sinking.md", "seeds/inquiry.md"]


def test_what_is_hidden_is_gone(site: Path) -> None:
    id_ = sinking()

    record = json.loads(backstory("review", "hide", id_, "--format", "jsonl").stdout)

    text = (site / record["path"]).read_text("utf-8")
    assert "hidden: true\n" in text
    assert "quote" not in text
    assert [entry["date"] for entry in listed()] == ["2031-05-20"]


def test_all_that_cannot_be_done_is_told_and_nothing_is_done(site: Path) -> None:
    id_ = sinking()
    backstory("review", "hide", id_)
    (other,) = listed()
    before = sorted(site.rglob("content/**/*.md"))

    result = backstory("review", "accept", "nowhere", id_, str(other["id"]))

    assert result.exit_code == 1
    assert "no extracted entry has the id nowhere" in result.stderr
    assert f"{id_} stands in a file of yours already" in result.stderr
    assert sorted(site.rglob("content/**/*.md")) == before


def test_no_file_is_written_over(site: Path) -> None:
    id_ = sinking()
    path = site / backstory("review", "accept", id_).stdout.strip()
    path.write_text("Notes of mine, not yet an entry.", encoding="utf-8")

    result = backstory("review", "hide", id_)

    assert result.exit_code == 1
    assert path.read_text("utf-8") == "Notes of mine, not yet an entry."


def test_an_entry_is_explained() -> None:
    text = backstory("explain", sinking()).stdout

    assert "Told by\n  “The ferry Aurora sank" in text
    assert "Joined with it\n  2031-03-03  " in text
    assert "one event: likeness " in text
    assert "Shipping: “Shipping” is a tag of “Ferry Aurora sinks off Port Lumen”" in text


def test_the_chain_goes_back_to_the_roots() -> None:
    (inquiry,) = [entry for entry in listed() if entry["date"] == "2031-05-20"]

    record = json.loads(
        backstory("explain", str(inquiry["id"]), "--chain", "--format", "jsonl").stdout
    )

    assert [(step["depth"], step["id"]) for step in record["chain"]] == [(1, sinking())]
    assert record["background"][0]["reason"].startswith("Recalled in “Port Lumen opens an inquiry")


def test_two_entries_are_compared() -> None:
    first, second = listed()

    record = json.loads(
        backstory("explain", str(first["id"]), str(second["id"]), "--format", "jsonl").stdout
    )

    assert record["same"] is False
    assert record["opposes"] == ["other dates: 2031-03-03, 2031-05-20"]
    assert backstory("explain", "nowhere").exit_code == 1
