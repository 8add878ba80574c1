"""What `check` lists of the days of publication."""

from generator.build.doubts import unsure_dates
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
