"""What `check` lists of the days of publication."""

from generator.build.doubts import of_entries, repeated, unsure_dates
from generator.dates import day, parse_edtf
from generator.model import Article, Citation, Entry, Witness


def article(path: str, *witnesses: Witness) -> Article:
    published = day(2019, 4, 5) if witnesses else None
    return Article("0" * 16, path, "The mill", "It closed.", "", published, witnesses=witnesses)


def test_guesses_and_gaps_are_listed_and_what_is_known_is_not() -> None:
    articles = [
        article("seeds/a.html", Witness("published", "2019-04-05", "JSON-LD")),
        article("seeds/b.txt", Witness("published", "2019-04-05", "first lines", sure=False)),
        article("seeds/c.txt"),
    ]
    assert [(problem.path, problem.message) for problem in unsure_dates(articles)] == [
        ("seeds/b.txt", "the day of publication, 2019-04-05, is a guess (first lines)"),
        (
            "seeds/c.txt",
            "no day of publication was found, so that words such as Friday have no date",
        ),
    ]


def test_articles_that_repeat_others_are_listed() -> None:
    words = " ".join(f"The dam at Roe held for day {n} of the flood." for n in range(30))
    articles = [
        Article(id="a", path="seeds/a.txt", title="A", text=words, slug="a"),
        Article(id="b", path="seeds/b.txt", title="B", text=f"{words} It broke.", slug="b"),
        Article(id="c", path="seeds/c.txt", title="C", text="It broke.", slug="c"),
        Article(id="d", path="seeds/d.txt", title="D", text="It fell.", slug="d", url=URL),
        Article(id="e", path="seeds/e.txt", title="E", text="It rose.", slug="e", url=URL),
    ]

    assert [(problem.path, problem.message) for problem in repeated(articles)] == [
        ("seeds/a.txt", "this article is to 100% the text of seeds/b.txt"),
        ("seeds/e.txt", "this article has the address of seeds/d.txt"),
    ]


URL = "https://example.org/dam"


def entry(path: str, date: str, title: str, **more: object) -> Entry:
    return Entry(
        id=path,
        slug=path,
        date=parse_edtf(date),
        title=title,
        origin="editor",
        path=path,
        **more,  # type: ignore[arg-type]
    )


def said(*entries: Entry) -> list[tuple[str, str]]:
    return [(problem.path, problem.message.split(":")[0]) for problem in of_entries(entries)]


def test_what_editors_wrote_that_looks_wrong() -> None:
    assert said(
        entry("a.md", "1994-01-01", "The mill closes"),
        entry("b.md", "1994-01-01", "The mill closes on 1 January"),
        entry(
            "c.md",
            "1994-05-04",
            "The dam at Roe breaks",
            citations=(Citation("reports", title="X"),),
        ),
        entry("d.md", "1994-05-04", "Dam breaks at Roe"),
        entry("e.md", "1994-05-04", "A new bell is cast"),
    ) == [
        ("a.md", "the date is 1 January, of which the text says nothing"),
        ("c.md", "source 1 has no URL"),
        ("d.md", "this event has the date and nearly the title of c.md"),
    ]


def test_names_that_differ_by_a_letter() -> None:
    assert said(
        entry("a.md", "1994", "A", people=("Mirela Zand", "Ann Poe")),
        entry("b.md", "1995", "B", people=("Mirela Zand", "Ann Roe")),
        entry("c.md", "1996", "C", people=("Mirella Zand",)),
        entry("d.md", "1997", "D", places=("Iran", "Roe Mill 1")),
        entry("e.md", "1998", "E", places=("Iraq", "Roe Mill 2")),
    ) == [("c.md", "people")]
