"""What leaves a site by `export` comes back by `import` whole."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

ENTRIES = {
    "content/1990/flood.md": """---
date: circa 1990
title: "=The flood: high, and long"
topics: [Floods, "Oldbrook; the town"]
people: ["Example, Ada"]
---

Water came.
""",
    "content/1994/1994-05-04-harbour.md": """---
date: 1994-05
end: 1994-06
date_text: the summer after the flood
title: '''Tis reopened'
summary: "-After a year of repairs."
topics: [Floods, Trade]
people: [Ada Example, Bob Example]
organizations: [Harbour Authority]
places: [Northport]
status: disputed
importance: 4
sources:
  - https://example.org/treaty
  - url: https://example.org/treaty
    title: The treaty; in full
    publisher: Example Wire
    date: 1994-06
    quote: |
      The parties
      agree.
    archive: https://example.org/copy
    accessed: 2024-03-01
    role: recalls
    said_by: the police
  - title: Minutes
image: {src: /images/a.jpg, alt: A ship, caption: "The ship, old", credit: Ada Example}
background:
  - entry: flood
    why: It ruined the quay.
id: reopening
slug: harbour-reopens
aliases: [reopening-1994, quay]
updated: 2024-03-01
publish: 2020-01-01
notes: ["The sources differ: nine, ten."]
extra: {map: true, shown: {by: us}, tag: [a, b]}
---

It *reopened*, with [a feast](https://example.org/feast).

- one
- two

| a | b |
| - | - |
| 1 | 2 |
""",
    "content/-0043/ides.md": """---
date: -0043-03-15
title: The Ides
---
""",
    "content/open.md": """---
date: 1967/..
title: It begins
background: [ides]
---
""",
}


def backstory(*words: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, list(words))
    assert result.exit_code == code, result.output
    return result


def write(site: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path / "a", {"site.yaml": "title: Floods\n", **ENTRIES})


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_an_export_brings_everything_into_an_empty_site(
    site: Path, tmp_path: Path, form: str
) -> None:
    before = backstory("export", "json", "-C", str(site)).stdout
    exported = tmp_path / f"events.{form}"
    backstory("export", form, "-C", str(site), "-o", str(exported))
    other = write(tmp_path / "b", {"site.yaml": "title: Floods\n"})
    told = backstory("import", str(exported), "-C", str(other)).output
    assert "0 articles, 4 events written" in told
    after = backstory("export", "json", "-C", str(other)).stdout
    assert json.loads(after) == json.loads(before)
    again = backstory("import", str(exported), "-C", str(other)).output
    assert again == "0 articles, 0 events written, 4 already there\n"


def test_every_field_of_the_front_matter_is_exported(site: Path) -> None:
    data = json.loads(backstory("export", "json", "-C", str(site)).stdout)
    event: dict[str, Any] = next(item for item in data["events"] if item["id"] == "reopening")
    assert event["sources"][1] == {
        "title": "The treaty; in full",
        "publisher": "Example Wire",
        "published": "1994-06",
        "url": "https://example.org/treaty",
        "role": "recalls",
        "quote": "The parties\nagree.",
        "said_by": "the police",
        "archive": "https://example.org/copy",
        "accessed": "2024-03-01",
    }
    assert event["date_words"] == "the summer after the flood"
    assert event["extra"] == {"map": "true", "shown.by": "us", "tag": ["a", "b"]}
    assert event["notes"] == ["The sources differ: nine, ten."]
    assert event["aliases"] == ["reopening-1994", "quay"]
    assert event["background"][0]["reason"] == "It ruined the quay."
    assert event["body"].startswith("It *reopened*")


def test_an_extracted_event_becomes_an_editors_with_its_sources(tmp_path: Path) -> None:
    article = (
        "---\ntitle: Dam breaks\ndate: 2024-03-05\npublisher: Example Wire\n"
        "url: https://example.org/dam\n---\n\n"
        "A dam above Oldbrook broke on Tuesday morning and flooded the lower town.\n"
    )
    site = write(tmp_path / "a", {"site.yaml": "title: A\n", "seeds/dam.md": article})
    exported = tmp_path / "events.csv"
    backstory("export", "csv", "-C", str(site), "-o", str(exported))
    other = write(tmp_path / "b", {"site.yaml": "title: A\n"})
    backstory("import", str(exported), "-C", str(other))
    before, after = (
        json.loads(backstory("export", "json", "-C", str(folder)).stdout)["events"]
        for folder in (site, other)
    )
    assert len(before) == len(after) == 1
    assert (before[0].pop("origin"), after[0].pop("origin")) == ("extracted", "editor")
    assert before == after
    assert after[0]["sources"][0]["url"] == "https://example.org/dam"
    (path,) = other.glob("content/**/*.md")
    assert path.name == f"{before[0]['slug']}.md"
    again = backstory("import", str(exported), "-C", str(other)).output
    assert again == "0 articles, 0 events written, 1 already there\n"


def test_two_events_of_one_name_keep_their_files(tmp_path: Path) -> None:
    site = write(tmp_path / "a", {"site.yaml": "title: A\n"})
    events = [
        {"id": id_, "date": date, "title": "The flood", "address": ""}
        for id_, date in (("first", "1990"), ("second", "1995-01-02"), ("third", "1999"))
    ]
    (tmp_path / "events.json").write_text(json.dumps({"events": events}))
    (tmp_path / "turned.json").write_text(json.dumps({"events": events[::-1]}))
    backstory("import", str(tmp_path / "events.json"), "-C", str(site))
    names = sorted(path.relative_to(site).as_posix() for path in site.glob("content/**/*.md"))
    assert names == [
        "content/1990/the-flood.md",
        "content/1995/1995-01-02-the-flood-second.md",
        "content/1999/the-flood-third.md",
    ]
    again = backstory("import", str(tmp_path / "turned.json"), "-C", str(site)).output
    assert again == "0 articles, 0 events written, 3 already there\n"
    backstory("check", "-C", str(site))


def test_timelinejs_gets_what_it_loads(site: Path) -> None:
    data = json.loads(backstory("export", "timelinejs", "-C", str(site)).stdout)
    assert data["title"]["text"]["headline"] == "Floods"
    slides = {slide["unique_id"]: slide for slide in data["events"]}
    assert slides["ides"]["start_date"] == {"year": -44, "month": 3, "day": 15}
    assert slides["open"]["start_date"] == {"year": 1967, "month": 1, "day": 1}
    assert slides["open"]["display_date"]
    slide = slides["reopening"]
    assert slide["start_date"] == {"year": 1994, "month": 5, "day": 1}
    assert slide["end_date"] == {"year": 1994, "month": 6, "day": 30}
    assert slide["display_date"] == "the summer after the flood"
    assert slide["media"]["alt"] == "A ship"
    assert slide["group"] == "Floods"
    assert "<em>reopened</em>" in slide["text"]["text"]
    assert '<a href="https://example.org/treaty">' in slide["text"]["text"]


def test_an_event_of_the_site_is_changed_only_when_the_user_says_so(site: Path) -> None:
    exported = site / "events.json"
    backstory("export", "json", "-C", str(site), "-o", str(exported))
    data = json.loads(exported.read_text())
    next(item for item in data["events"] if item["id"] == "ides")["title"] = "The Ides of March"
    exported.write_text(json.dumps(data))
    path = site / "content/-0043/ides.md"
    left = backstory("import", str(exported), "-C", str(site), code=1).output
    assert "content/-0043/ides.md: this file is there and says something else" in left
    assert "Ides of March" not in path.read_text()
    backstory("import", "--force", str(exported), "-C", str(site))
    assert "title: The Ides of March" in path.read_text()
    assert len(list(site.glob("content/**/*.md"))) == len(ENTRIES)
