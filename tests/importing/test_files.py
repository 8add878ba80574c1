"""What is written as a file is read back as it was."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import articles
from generator.articles import Hints
from generator.config import Config
from generator.dates import parse_edtf
from generator.entries.editor import read_entry
from generator.importing.article_files import write_article
from generator.importing.entry_files import entry_path, write_entry
from generator.importing.markdown_text import one_line, scalar
from generator.model import Article, Citation, EditorLink, Entry, Image, Link, Source

MARKS = st.text(alphabet="ab1 .)(*_~`[]!<>&#\\|-+=:;^{}'\"/amp", max_size=30)
WORDS = st.text(max_size=30)
LINE = st.one_of(MARKS, WORDS).map(lambda text: unicodedata.normalize("NFC", one_line(text)))
NAME = LINE.filter(bool)


def read_back(article: Article) -> Article:
    source = Source("seeds/a.md", write_article(article).encode())
    found, problems = articles.read(source, Hints(language="en"))
    assert problems == ()
    return found[0]


@given(
    title=NAME,
    paragraphs=st.lists(NAME, min_size=1, max_size=4),
    heads=st.sets(st.integers(0, 3)),
    names=st.lists(NAME, max_size=3, unique=True),
    summary=LINE,
)
def test_an_article_is_read_back_to_the_letter(
    title: str, paragraphs: list[str], heads: set[int], names: list[str], summary: str
) -> None:
    text = "\n".join(paragraphs)
    article = Article("1", "feed.xml", title, text, byline=tuple(names), tags=tuple(names))
    spans = article.paragraphs
    subheadings = tuple(spans[at] for at in sorted(heads) if at < len(spans))
    article = Article(
        "1",
        "feed.xml",
        title,
        text,
        byline=tuple(names),
        tags=tuple(names),
        summary=summary,
        subheadings=subheadings,
    )
    read = read_back(article)
    assert (read.title, read.text) == (title, text)
    assert (read.byline, read.tags, read.summary) == (tuple(names), tuple(names), summary)
    assert read.subheadings == subheadings


def test_every_field_of_an_article_is_kept() -> None:
    article = Article(
        "1",
        "feed.xml",
        title="The mill of Roe: closed",
        text="The mill closed.\nWhy\n1. It was *old*.",
        published=parse_edtf("2019-04-05T10:00:00Z"),
        byline=("Poe, Ann", "Bob Roe"),
        publisher="Example Wire",
        url="https://example.org/mill",
        language="de",
        summary="A mill closes.",
        tags=("mills", "no"),
        related=(Link("The fire", "https://example.org/fire"), Link("A note")),
        subheadings=((17, 20),),
    )
    assert write_article(article) == (
        "---\n"
        'title: "The mill of Roe: closed"\n'
        'date: "2019-04-05T10:00:00Z"\n'
        'author: ["Poe, Ann", Bob Roe]\n'
        "publisher: Example Wire\n"
        'url: "https://example.org/mill"\n'
        "language: de\n"
        'tags: [mills, "no"]\n'
        'summary: "A mill closes."\n'
        "related:\n"
        "  - title: The fire\n"
        '    url: "https://example.org/fire"\n'
        "  - title: A note\n"
        "---\n\n"
        "The mill closed.\n\n## Why\n\n1&#46; It was &#42;old&#42;.\n"
    )
    read = read_back(article)
    for field in ("title", "text", "published", "byline", "publisher", "url", "language"):
        assert getattr(read, field) == getattr(article, field)
    for field in ("summary", "tags", "related", "subheadings"):
        assert getattr(read, field) == getattr(article, field)


def test_an_address_that_is_none_is_left_out() -> None:
    article = Article("1", "a.jsonl", "A title", "A text.", url="javascript:alert(1)")
    assert "url" not in write_article(article)
    assert read_back(article).title == "A title"


WHOLE = Entry(
    id="3f6c0a1b2c3d4e5f",
    slug="the-harbour-reopens",
    date=parse_edtf("1994-05~/1994-06"),
    title="The harbour: reopened, at last",
    text="It *reopened*.\n\n- one\n- two\n\n---\n\nEnd.",
    topics=("Harbour", "Trade, old"),
    people=("Ada Example",),
    organizations=("Harbour Authority",),
    places=("Northport",),
    citations=(
        Citation(
            "recalls",
            quote='He said: "No."\nThen nothing.',
            said_by="the police",
            url="https://example.org/a",
            title="A: b",
            publisher="Example Wire",
            published=parse_edtf("1994-05-04"),
            archive="https://example.org/copy",
            accessed=parse_edtf("2024-03-01"),
        ),
        Citation("reports", title="Minutes"),
    ),
    origin="editor",
    status="disputed",
    importance=4,
    date_text="the winter after the flood",
    summary="After repairs.",
    image=Image("/images/a.jpg", "A ship", "The ship", "Ada Example"),
    background=(EditorLink("flood", "It ruined the quay."), EditorLink("fire")),
    aliases=("reopening",),
    replaces="0011223344556677",
    draft=True,
    publish=parse_edtf("2030-01-01"),
    updated=parse_edtf("2024-03-01"),
    notes=("The sources differ: nine, ten.",),
    extra=(("map", "true"), ("tag", "a"), ("tag", "b"), ("shown.by", "us")),
)


def bare(entry: Entry) -> Entry:
    import msgspec

    return msgspec.structs.replace(entry, path="", line=0, keys=())


def test_an_entry_is_read_back_with_all_its_fields() -> None:
    path = entry_path("content", WHOLE.date, WHOLE.slug)
    assert path == "content/1994/the-harbour-reopens.md"
    text = write_entry(WHOLE, WHOLE.slug)
    entry, problems = read_entry(Source(path, text.encode()), Config())
    assert problems == ()
    assert entry is not None
    assert bare(entry) == WHOLE


@pytest.mark.parametrize(
    ("edtf", "path"),
    [
        ("2021-05-04", "content/2021/2021-05-04-x.md"),
        ("2021-05-04T10:00:00", "content/2021/2021-05-04-x.md"),
        ("2021-05", "content/2021/x.md"),
        ("-0043-03-15", "content/-0043/x.md"),
        ("1905~", "content/1905/x.md"),
    ],
)
def test_an_entry_is_named_as_new_entry_names_it(edtf: str, path: str) -> None:
    assert entry_path("content", parse_edtf(edtf), "x") == path


@given(st.one_of(MARKS, WORDS))
def test_any_text_can_be_a_value(text: str) -> None:
    from generator import front_matter

    wanted = one_line(text)
    document = front_matter.read(f"---\nkey: {scalar(wanted)}\n---\n", "a.md")
    field = document.field("key")
    assert document.problems == ()
    assert field is not None
    assert isinstance(field.value, front_matter.Scalar)
    assert field.value.text == wanted
