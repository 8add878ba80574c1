"""Editors' files: what becomes of them, and what their writers are told."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Config, TopicKeys, load
from generator.dates import EventDate, parse_edtf
from generator.entries.editor import read_entry, read_topic
from generator.entries.edits import apply_edits
from generator.errors import Problem
from generator.model import Citation, EditorLink, Entry, Image, Source, Topic


def read(
    text: str, path: str = "content/quay.md", config: Config | None = None
) -> tuple[Entry | None, tuple[Problem, ...]]:
    return read_entry(Source(path, text.encode()), config or Config())


def entry_of(text: str, path: str = "content/quay.md") -> Entry:
    entry, problems = read(text, path)
    assert problems == ()
    assert entry is not None
    return entry


def told(text: str, path: str = "content/quay.md") -> list[str]:
    return [str(problem) for problem in read(text, path)[1]]


def date_of(*lines: str) -> EventDate:
    return entry_of("\n".join(["---", "title: The quay", *lines, "---"])).date


FULL = """---
date: 1994-05-06
end: 1994-05-09
date_text: in the second week of May
title: "Talks at the quay: fishers and council agree"
summary: A quota for each boat.
topics: [Harbour, Fishing rights]
people: Ada Example, Ben Example
organizations: [Northport Council]
places: [Northport]
status: reported
importance: 4
sources:
  - https://example.org/quota
  - title: Minutes
    publisher: Northport Council
    date: 1994-06
    accessed: 2024-03-01
    quote: The council takes note.
    role: recalls
image: {src: /images/quay.jpg, alt: Boats at a quay, credit: Ada Example}
background:
  - entry: harbour-reopens
    why: It made room for the boats.
  - the-flood
id: talks
slug: quay-talks-1994
aliases: [quota-talks]
replaces: 3f6c0a1b2c3d4e5f
hidden: yes
draft: true
publish: 2030-01-01
updated: 2024-03-01
extra:
  map: {zoom: 3, layers: [sea, land]}
---

The talks last *four days*.

- One page
"""


def test_everything_that_an_entry_can_hold() -> None:
    assert entry_of(FULL) == Entry(
        id="talks",
        slug="quay-talks-1994",
        date=parse_edtf("1994-05-06/1994-05-09"),
        title="Talks at the quay: fishers and council agree",
        text="The talks last *four days*.\n\n- One page",
        topics=("Harbour", "Fishing rights"),
        people=("Ada Example", "Ben Example"),
        organizations=("Northport Council",),
        places=("Northport",),
        citations=(
            Citation("reports", url="https://example.org/quota"),
            Citation(
                "recalls",
                quote="The council takes note.",
                title="Minutes",
                publisher="Northport Council",
                published=parse_edtf("1994-06"),
                accessed=parse_edtf("2024-03-01"),
            ),
        ),
        origin="editor",
        path="content/quay.md",
        line=38,
        keys=(
            ("date", 2, 1),
            ("end", 3, 1),
            ("date_text", 4, 1),
            ("title", 5, 1),
            ("summary", 6, 1),
            ("topics", 7, 1),
            ("people", 8, 1),
            ("organizations", 9, 1),
            ("places", 10, 1),
            ("status", 11, 1),
            ("importance", 12, 1),
            ("sources", 13, 1),
            ("image", 21, 1),
            ("background", 22, 1),
            ("id", 26, 1),
            ("slug", 27, 1),
            ("aliases", 28, 1),
            ("replaces", 29, 1),
            ("hidden", 30, 1),
            ("draft", 31, 1),
            ("publish", 32, 1),
            ("updated", 33, 1),
            ("extra", 34, 1),
        ),
        status="reported",
        importance=4,
        date_text="in the second week of May",
        summary="A quota for each boat.",
        image=Image("/images/quay.jpg", "Boats at a quay", credit="Ada Example"),
        background=(
            EditorLink("harbour-reopens", "It made room for the boats."),
            EditorLink("the-flood"),
        ),
        aliases=("quota-talks",),
        replaces="3f6c0a1b2c3d4e5f",
        hidden=True,
        draft=True,
        publish=parse_edtf("2030-01-01"),
        updated=parse_edtf("2024-03-01"),
        extra=(("map.zoom", "3"), ("map.layers", "sea"), ("map.layers", "land")),
    )


def test_a_hidden_entry_needs_neither_date_nor_title() -> None:
    entry, problems = read_entry(
        Source("content/not-this.md", b"---\nreplaces: 3f6c0a1b2c3d4e5f\nhidden: true\n---\n"),
        Config(),
    )
    assert problems == ()
    assert entry is not None
    assert (entry.hidden, entry.replaces) == (True, "3f6c0a1b2c3d4e5f")


@pytest.mark.parametrize(
    ("lines", "edtf"),
    [
        (("date: 1994",), "1994"),
        (("date: 1994-05",), "1994-05"),
        (("date: 0043",), "0043"),
        (("date: -0043",), "-0043"),
        (("date: 1850~",), "1850~"),
        (("date: 1967/..",), "1967/.."),
        (("date: 1994", "end: 1995-02"), "1994/1995-02"),
        (("date: 1850~", "end: 1852?"), "1850~/1852?"),
        (("date: 1994", "end: 1994"), "1994"),
        (("date: 1994", "end: ongoing"), "1994/.."),
        (("date: 1994", "end: .."), "1994/.."),
        (("date: 1994", "end:"), "1994"),
        (("date: 1994-05-04", "end: 1994"), "1994-05-04/1994"),
        (("date: circa 1850",), "1850~"),
        (("date: 44 BC",), "-0043"),
        (("date: 4 May 1994", "end: June 1994"), "1994-05-04/1994-06"),
        (("date: from March 2020",), "2020-03/.."),
    ],
)
def test_date_and_end_become_one_date(lines: tuple[str, ...], edtf: str) -> None:
    assert date_of(*lines).edtf == edtf


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (
            "date: 1994\nend: 1993-12",
            '4:6: the end, "1993-12", is before the date, "1994" (exchange the two)',
        ),
        (
            "date: 1994/1995\nend: 1996",
            '4:6: "1994/1995" has an end of its own (remove "end")',
        ),
        (
            "date: 1994\nend: 1995/1996",
            '4:6: "1995/1996" is not one date (write an interval as "date: START/END")',
        ),
        (
            "date:",
            '3:1: "date" has no value (write: date: 1994-05-04 (or 1994-05, "circa 1850", …))',
        ),
        ("start:", '3:1: warning: "start" is read as "date" (rename it to "date")'),
        (
            "date: 1994\nstart: 1995",
            '4:1: "start" means the same as "date" on line 3 (keep one of them)',
        ),
        (
            "date: 1994\ndate: 1995",
            '4:1: "date" is here a second time; the first is on line 3 (keep one of them)',
        ),
        (
            "date: [1994, 1995]",
            '3:7: "date" takes text, found a list '
            "(such as: date: circa 1850; in quotation marks if it begins with [ or {)",
        ),
        (
            "date: 1994\ntags: [a]",
            '4:1: warning: "tags" is read as "topics" (rename it to "topics")',
        ),
        (
            "date: 1994\nlocation: x",
            '4:1: warning: "location" is read as "places" (rename it to "places")',
        ),
        (
            "date: 1994\nstatus: certain",
            '4:9: "status": expected "confirmed", "reported", "disputed" or "planned",'
            ' found "certain"',
        ),
        (
            "date: 1994\nimportance: 6",
            '4:13: "importance": expected a whole number from 1 to 5, found "6"',
        ),
        ("date: 1994\ndraft: perhaps", '4:8: "draft": expected "true" or "false", found "perhaps"'),
        (
            "date: 1994\nslug: The Quay",
            '4:7: "slug": "The Quay" cannot stand in an address (write: the-quay)',
        ),
        (
            "date: 1994\nid: a/b",
            '4:5: "id": "a/b" cannot be an id (use letters, digits and hyphens)',
        ),
        (
            "date: 1994\nsources: [javascript:alert(1)]",
            '4:11: "sources.url": a URL of "javascript:" is not taken, only "https", "http"'
            ' or "mailto" (such as: https://example.org/page)',
        ),
        (
            "date: 1994\nsources:\n  - https://example.org\n  - Minutes of the council",
            '6:5: "sources[2].url": expected a URL, found "Minutes of the council"'
            " (a source without URL is written: - title: Minutes of the council)",
        ),
        (
            "date: 1994\nsources: [{publisher: Example Wire}]",
            "4:11: this source has neither a URL nor a title nor a quote"
            " (such as: - url: https://example.org/page)",
        ),
        (
            "date: 1994\nimage: /images/quay.jpg",
            '4:8: "image.alt" is missing (say what the image shows, for those who cannot see it)',
        ),
        (
            "date: 1994\nimage: {src: ../../quay.jpg, alt: x}",
            '4:14: "image.src": "../../quay.jpg" leads out of the site\'s folder'
            " (such as: src: /images/harbour.jpg)",
        ),
        (
            "date: 1994\nbackground: [{why: x}]",
            '4:14: "background.entry" is missing (name the earlier entry by its id or slug)',
        ),
    ],
)
def test_what_is_wrong_with_a_field(lines: str, problem: str) -> None:
    assert f"content/quay.md:{problem}" in told(f"---\ntitle: x\n{lines}\n---\n")


@pytest.mark.parametrize(
    ("body", "title", "text", "line"),
    [
        ("# The quay\n\nIt reopens.\n", "The quay", "It reopens.", 7),
        ("\n\n# The *old* `quay` #\nIt reopens.", "The old quay", "It reopens.", 8),
        ("# [The quay](https://example.org)", "The quay", "", 6),
        ("It reopens.\n\n# The quay\n", "The quay", "It reopens.\n\n# The quay", 5),
        ("```\n# no title\n```\n# The quay\n", "The quay", "```\n# no title\n```\n# The quay", 5),
    ],
)
def test_a_heading_is_the_title(body: str, title: str, text: str, line: int) -> None:
    # The heading stands on line 5: "---", the date, an empty line, "---".
    entry = entry_of(f"---\ndate: 1994\n\n---\n{body}")
    assert (entry.title, entry.text, entry.line) == (title, text, line)


def test_with_a_title_the_headings_stay() -> None:
    entry = entry_of("---\ndate: 1994\ntitle: x\n---\n# The quay\n")
    assert (entry.title, entry.text) == ("x", "# The quay")


@pytest.mark.parametrize(
    ("path", "id_", "slug"),
    [
        ("content/1994/quay-talks.md", "quay-talks", "quay-talks"),
        ("content/1994-05-06-quay-talks.md", "quay-talks", "quay-talks"),
        ("content/-0043-03-15-ides.md", "ides", "ides"),
        ("content/1994-quay.md", "1994-quay", "1994-quay"),
        ("content/quay-talks/index.md", "quay-talks", "quay-talks"),
        ("content/Quay Talks.md", "quay-talks", "quay-talks"),
        ("content/1994-05-06.md", "1994-05-06", "the-quay"),
        ("content/Переговоры.md", "переговоры", "переговоры"),
    ],
)
def test_id_and_slug_come_from_the_file(path: str, id_: str, slug: str) -> None:
    entry = entry_of("---\ndate: 1994\ntitle: The quay\n---\n", path)
    assert (entry.id, entry.slug) == (id_, slug)


def test_figures_are_read_in_the_order_that_the_site_says() -> None:
    text = "---\ntitle: x\ndate: 03/04/1994\n---\n"
    entry, problems = read(text)
    assert entry is None
    assert [(problem.line, problem.column) for problem in problems] == [(3, 7)]
    for order, edtf in (("dmy", "1994-04-03"), ("mdy", "1994-03-04")):
        config, _ = load(f"title: x\ndate_order: {order}")
        entry, problems = read(text, config=config)
        assert entry is not None
        assert (entry.date.edtf, problems) == (edtf, ())


def test_unknown_keys_are_kept() -> None:
    entry, problems = read("---\ndate: 1994\ntitle: x\nweather: {wind: 9}\n---\n")
    assert entry is not None
    assert entry.extra == (("weather.wind", "9"),)
    assert [problem.severity for problem in problems] == ["warning"]


def test_the_day_in_the_file_name_is_offered_but_not_taken() -> None:
    for path in ("content/1994-05-06-quay.md", "content/1994-05-06.md"):
        entry, problems = read("---\ntitle: x\n---\n", path)
        assert entry is None
        assert [str(problem) for problem in problems] == [
            f'{path}:2:1: "date" is missing (add a line: date: 1994-05-06)'
        ]


def test_nothing_more_is_said_of_a_file_that_cannot_be_read() -> None:
    assert told("---\nplaces: *x\n---\n") == [
        'content/quay.md:2:9: a value cannot begin with "*" unless it is quoted'
        ' (write: places: "*x")'
    ]


BROKEN = {
    "yaml.md": (
        b"---\ntitle: Quay: reopened\ndate: 1994\n---\n",
        'content/yaml.md:2:12: a colon followed by a space inside the value of "title"'
        ' (quote the value: title: "Quay: reopened")',
    ),
    "tab.md": (
        b"---\ntitle: Quay\ndate: 1994\nimage:\n\tsrc: a.jpg\n---\n",
        "content/tab.md:5:1: a tab in the indentation, where YAML allows only spaces"
        " (replace each tab by two spaces)",
    ),
    "mark.md": (b"\xef\xbb\xbf---\ntitle: Quay\ndate: 1994\n---\n", ""),
    "latin.md": (
        b"---\ntitle: Caf\xe9 at the quay\ndate: 1994\n---\n",
        "content/latin.md:2: warning: the text is not UTF-8; it was read as Windows-1252"
        " (save it as UTF-8)",
    ),
    "nul.md": (
        b"---\ntitle: Qu\x00ay\ndate: 1994\n---\n",
        "content/nul.md:2:10: warning: 1 control character was taken out, the first one here"
        " (look at what was pasted here)",
    ),
    "day.md": (
        b"---\ntitle: Quay\ndate: 1994-02-30\n---\n",
        'content/day.md:3:7: "date": 1994-02 has no day 30 (its last day is 28)',
    ),
    "key.md": (
        b"---\ntitle: Quay\ndate: 1994\ntopcis: [Harbour]\n---\n",
        'content/key.md:4:1: warning: unknown key "topcis" (did you mean "topics"?)',
    ),
    "title.md": (
        b"---\ndate: 1994\n---\nA text without heading.\n",
        'content/title.md:2:1: "title" is missing'
        " (add a line: title: What happened, in a sentence)",
    ),
    "empty.md": (
        b"",
        "content/empty.md: the file is empty"
        ' (begin it with "---", then "date:" and "title:", then "---")',
    ),
    "text.md": (
        b"The quay reopens.\n",
        "content/text.md:1:1: the file does not begin with front matter"
        ' (begin it with "---", then "date:" and "title:", then "---")',
    ),
    "late.md": (
        b"\n---\ntitle: Quay\ndate: 1994\n---\n",
        "content/late.md:1:1: the file does not begin with front matter"
        ' (remove what stands above the first "---")',
    ),
    "open.md": (
        b"---\ntitle: Quay\ndate: 1994\n\nThe quay reopens.\n",
        'content/open.md:1:1: the front matter that opens here with "---" is never closed'
        ' (write a line "---" behind the last field)',
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_has_one_clear_message(name: str) -> None:
    data, message = BROKEN[name]
    _, problems = read_entry(Source(f"content/{name}", data), Config())
    assert [str(problem) for problem in problems] == ([message] if message else [])


def test_a_second_entry_with_the_same_slug() -> None:
    text = "---\ntitle: Quay\ndate: 1994\n---\n"
    entries = [entry_of(text, path) for path in ("content/1994/quay.md", "content/1995/quay.md")]
    _, problems = apply_edits((), entries)
    assert [(problem.path, problem.severity) for problem in problems] == [
        ("content/1995/quay.md", "error")
    ]
    assert "content/1994/quay.md" in str(problems[0])


def test_a_large_file_is_not_read() -> None:
    config = msgspec.structs.replace(Config(), max_document=100)
    entry, problems = read("---\ntitle: x\ndate: 1994\n---\n" + "x" * 100, config=config)
    assert entry is None
    assert [problem.message for problem in problems] == [
        "the document is larger than 100 bytes and was not read"
    ]


def topic_of(text: str, config: Config | None = None) -> Topic:
    source = Source("content/topics/fishing-rights.md", text.encode())
    topic, problems = read_topic(source, config or Config())
    assert problems == ()
    assert topic is not None
    return topic


def test_a_topic_with_front_matter() -> None:
    text = "---\ntitle: The quota\nparents: [Harbour]\naliases: quota, catch\n---\n\nSince 1900.\n"
    assert topic_of(text) == Topic(
        "fishing-rights",
        "The quota",
        ("quota", "catch"),
        text="Since 1900.",
        parents=("Harbour",),
        path="content/topics/fishing-rights.md",
        line=7,
    )


def test_a_topic_without_front_matter() -> None:
    topic = topic_of("# Fishing rights\n\nSince 1900.\n")
    assert (topic.slug, topic.title, topic.text, topic.line) == (
        "fishing-rights",
        "Fishing rights",
        "Since 1900.",
        3,
    )
    config = Config(topics=(TopicKeys("Fishing", "fishing-rights"),))
    assert topic_of("Since 1900.", config).title == "Fishing"


def test_a_topic_without_title() -> None:
    topic, problems = read_topic(Source("content/topics/a.md", b"Since 1900."), Config())
    assert topic is None
    assert [str(problem) for problem in problems] == [
        'content/topics/a.md:1:1: "title" is missing (add a line: title: Name of the topic)'
    ]


@given(st.binary())
def test_any_bytes_are_read_without_a_traceback(data: bytes) -> None:
    for reader in (read_entry, read_topic):
        value, problems = reader(Source("content/a.md", data), Config())
        assert value is not None or problems


@given(st.text(alphabet=st.sampled_from("date: 19/-.~?\n[]{}#"), max_size=60))
def test_any_front_matter_is_read_without_a_traceback(block: str) -> None:
    entry, problems = read(f"---\ntitle: x\n{block}\n---\n")
    assert entry is not None or problems
    assert problems == tuple(sorted(problems))
