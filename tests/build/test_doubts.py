"""What `check` lists of the days of publication."""

from generator.build.doubts import repeated, unsure_dates
from generator.dates import day
from generator.model import Article, Witness


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
