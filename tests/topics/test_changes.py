"""Links that were kept are the links that would be made anew."""

from hypothesis import given
from hypothesis import strategies as st

from generator.dates import parse_edtf
from generator.model import Article, Citation, EditorLink, Entry, Topic
from generator.topics.background import Before, Linked, link

WORDS = ["ferry", "storm", "mail", "council", "tax", "quay", "lamp", "school", "bridge", "coal"]
PLACES = ["Belmar", "Karesh", "Oswin", "Belmar-Harbour", "Tolm"]
DATES = ("1850", "1866-03", "1870-05-04", "1881", "1890/1892", "1901-07")
ARTICLES = [
    Article("one", "seeds/one.txt", "A ferry in the storm", "The ferry sank. A tax was paid."),
    Article("two", "seeds/two.txt", "The council votes a tax", "The council voted a tax."),
]
TOPICS = (Topic("sea", "Sea"), Topic("trade", "Trade"))

Row = tuple[int, str, list[str], list[str], str, str, str]
rows = st.lists(
    st.tuples(
        st.integers(0, 30),
        st.sampled_from(DATES),
        st.lists(st.sampled_from(WORDS), min_size=2, max_size=6),
        st.lists(st.sampled_from(PLACES), max_size=3, unique=True),
        st.sampled_from(["", "sea", "trade"]),
        st.sampled_from(["", "one", "two"]),
        st.sampled_from(["", "", "", "e03", "e07"]),
    ),
    min_size=1,
    max_size=34,
    unique_by=lambda row: row[0],
)


def entry(row: Row) -> Entry:
    number, date, words, places, topic, article, background = row
    text = " ".join(words)
    role = ("reports", "recalls", "announces")[number % 3]
    cites = (Citation(role, text, article, number, number + 5),) if article else ()  # type: ignore[arg-type]
    links = (EditorLink(background),) if background else ()
    id_ = f"e{number:02}"
    return Entry(
        id_,
        id_,
        parse_edtf(date),
        words[0],
        text,
        topics=(topic,) if topic else (),
        places=tuple(places),
        citations=cites,
        background=links,
    )


def linked(entries: list[Entry], before: Before | None = None) -> Linked:
    return link(entries, ARTICLES, topics=TOPICS, before=before)


@given(rows, rows)
def test_kept_links_are_those_made_anew(first: list[Row], other: list[Row]) -> None:
    """A few entries are changed, added or taken away."""
    old = [entry(row) for row in first]
    edits = {row[0]: entry(row) for row in other[:3]}
    kept = [entry for entry in old if int(entry.id[1:]) not in edits]
    new = [*kept[len(other) % 2 :], *edits.values()]
    then = linked(old)

    now = linked(new, Before(tuple(old), tuple(ARTICLES), TOPICS, then.links, then.counted))

    assert now == linked(new)


def test_an_edit_of_many_is_known_to_change_few() -> None:
    """The links of an entry that shares nothing with the edited one are the same objects."""
    places = ("Belmar", "Belmar", "Karesh", "Karesh", *(f"Isle {number}" for number in range(30)))
    old = [
        entry((at, f"{1850 + at}", ["ferry", WORDS[at % 10], "storm"], [place], "", "", ""))
        for at, place in enumerate(places)
    ]
    then = linked(old)
    assert {(made.earlier, made.later) for made in then.links} >= {("e02", "e03")}
    edited = entry((0, "1850", ["ferry", "tax", "storm"], ["Belmar"], "", "", ""))

    now = linked(
        [edited, *old[1:]], Before(tuple(old), tuple(ARTICLES), TOPICS, then.links, then.counted)
    )

    (kept,) = [made for made in now.links if made.later == "e03"]
    assert any(kept is made for made in then.links)
