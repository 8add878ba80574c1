"""An article that cannot be read costs its own place, never the site."""

from pathlib import Path
from typing import Any

import pytest

from .conftest import Run, Write


def test_a_hostile_document_costs_only_itself(site: Path, run: Run, write: Write) -> None:
    before = run().counts.articles
    write("seeds/deep.html", "<html><body>" + "<div>" * 5000 + "The mill at Roe opens.")
    write("seeds/wide.html", "<p " + " ".join(f"a{n}=1" for n in range(600)) + ">The mill.</p>")
    write("seeds/empty.txt", "")
    report = run()
    assert report.counts.articles == before
    assert {(problem.path, problem.severity) for problem in report.problems} == {
        ("seeds/deep.html", "warning"),
        ("seeds/wide.html", "warning"),
        ("seeds/empty.txt", "warning"),
    }


def test_what_took_too_long_once_is_tried_again(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(seconds: float, work: object, otherwise: Any) -> Any:
        return otherwise

    with monkeypatch.context() as patched:
        patched.setattr("generator.articles.within", late)
        report = run()
    assert report.counts.articles == 0
    assert ["longer than 20 seconds" in problem.message for problem in report.problems] == [True]
    again = run()
    assert again.counts.articles == 1
    assert not again.problems


def test_a_faulty_record_costs_only_itself(site: Path, run: Run, write: Write) -> None:
    before = run().counts.articles
    lines = [
        '{"title": "The mill closes", "published": "2019-04-05", "text": "The mill closed."}',
        '{"title": "Nothing", "published": "2019-04-06"}',
        "no record",
    ]
    write("seeds/agency.jsonl", "\n".join(lines))
    report = run()
    assert report.counts.articles == before + 1
    assert [(problem.line, problem.severity) for problem in report.problems] == [
        (2, "warning"),
        (3, "warning"),
    ]
