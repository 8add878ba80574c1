"""The dates on which a story turned, and the entries that matter."""

from generator.dates import EventDate, Mention, day, parse_edtf
from generator.model import Article, Citation, Entry, Role
from generator.topics.key_dates import Dated, key_dates, rank


def dated(id_: str, published: EventDate, *sentences: tuple[str, EventDate | None]) -> Dated:
    """An article of one sentence a line; a date of a sentence is taken to stand at its start."""
    text = "\n".join(sentence for sentence, _ in sentences)
    mentions = []
    at = 0
    for sentence, date in sentences:
        if date is not None:
            mentions.append(Mention(at, at + 1, sentence[0], "DATE", date.edtf, date, "", ""))
        at += len(sentence) + 1
    return Dated(
        Article(id=id_, path="", title="", text=text, published=published), tuple(mentions)
    )


SINKING = day(2031, 3, 3)
TRIAL = day(2031, 6, 1)
STORY = [
    dated(
        "a",
        day(2031, 3, 4),
        ("The ferry Aurora sank in a storm off Port Lumen on Monday.", SINKING),
        ("Fourteen passengers of the ferry Aurora drowned in the cold sea.", SINKING),
    ),
    dated(
        "b",
        day(2031, 3, 20),
        ("Divers found the bell of the ferry and brought it home.", None),
        ("The ferry Aurora sank off Port Lumen on 3 March with its crew.", SINKING),
    ),
    dated(
        "c",
        day(2031, 6, 1),
        ("The trial of the captain of the ferry opened on Sunday.", TRIAL),
        ("The Aurora sank on 3 March and fourteen passengers drowned.", SINKING),
    ),
    dated("d", day(2031, 6, 9), ("The trial of the captain opened on 1 June in Lumen.", TRIAL)),
    dated("e", day(2031, 4, 2), ("A choir sang in the market hall of Karesh.", None)),
]


def test_the_days_that_later_articles_name_come_first() -> None:
    start, end = day(2031, 1, 1).earliest, day(2031, 12, 31).earliest
    assert start is not None
    assert end is not None

    timeline = key_dates(STORY, dates=2, sentences=1, start=start, end=end)

    assert [date for date, _ in timeline] == ["2031-03-03", "2031-06-01"]
    assert "sank" in timeline[0][1][0]
    assert "trial" in timeline[1][1][0]


def test_only_days_between_start_and_end() -> None:
    start, end = TRIAL.earliest, TRIAL.latest
    assert start is not None
    assert end is not None

    assert [d for d, _ in key_dates(STORY, dates=5, sentences=1, start=start, end=end)] == [
        "2031-06-01"
    ]


def test_sentences_of_a_day_do_not_repeat_each_other() -> None:
    start, end = SINKING.earliest, SINKING.latest
    assert start is not None
    assert end is not None
    twice = [
        *STORY,
        dated("f", day(2031, 3, 5), *[(STORY[0].article.text.split("\n")[0], SINKING)]),
    ]

    ((_, sentences),) = key_dates(twice, dates=1, sentences=3, start=start, end=end)

    assert len(set(sentences)) == len(sentences) >= 2


def test_the_order_of_the_articles_does_not_matter() -> None:
    forward = key_dates(STORY, dates=3, sentences=2, start=0, end=10**6)

    assert key_dates(STORY[::-1], dates=3, sentences=2, start=0, end=10**6) == forward


def article(id_: str, published: str, title: str = "") -> Article:
    return Article(id_, f"seeds/{id_}.txt", title, "", published=parse_edtf(published))


def entry(id_: str, date: str, *cited: tuple[str, Role], importance: int = 0) -> Entry:
    return Entry(
        id=id_,
        slug=id_,
        date=parse_edtf(date),
        title=f"Event {id_}",
        citations=tuple(Citation(role=role, article=source) for source, role in cited),
        importance=importance,
    )


def test_what_is_recalled_a_month_on_matters_most() -> None:
    articles = [article(f"a{n}", f"2031-0{n}-03") for n in range(1, 8)]
    turning = entry(
        "turning",
        "2031-01-03",
        ("a1", "reports"),
        *[(f"a{n}", "recalls") for n in range(2, 8)],
    )
    passing = [entry(f"p{n}", f"2031-0{n}-03", (f"a{n}", "reports")) for n in range(1, 8)]
    told_twice = entry("twice", "2031-05-03", ("a5", "reports"), ("a6", "reports"))

    found = {e.id: e.importance for e in rank([turning, told_twice, *passing], articles)}

    assert found["turning"] == 5
    assert found["turning"] > found["twice"] > found["p1"] >= 1


def test_what_an_editor_gave_stays() -> None:
    (found,) = rank([entry("x", "2031", importance=2)], [])

    assert found.importance == 2


def test_an_event_of_one_article_is_no_turning_point() -> None:
    (found,) = rank([entry("x", "2031-01-03", ("a1", "reports"))], [article("a1", "2031-01-03")])

    assert 1 <= found.importance <= 3


def test_importance_does_not_depend_on_the_order() -> None:
    entries = [entry(f"e{n}", "2031", *[(f"a{m}", "recalls") for m in range(n)]) for n in range(9)]

    assert set(rank(entries, [])) == set(rank(entries[::-1], []))


def test_nothing_gives_nothing() -> None:
    assert rank([], []) == ()
    assert key_dates([], dates=3, sentences=1, start=0, end=9) == ()
