"""What of the articles is only guessed, for `check` to list."""

from collections.abc import Iterable, Iterator

from generator.errors import Problem
from generator.model import Article

_HINT = 'check it; the line "Published: 5 April 2019" or "date:" in front matter says it for sure'


def unsure_dates(articles: Iterable[Article]) -> Iterator[Problem]:
    """A warning for each article whose day of publication is a guess, or that has none."""
    for article in articles:
        witness = next((said for said in article.witnesses if said.field == "published"), None)
        if article.published is None:
            message = "no day of publication was found, so that words such as Friday have no date"
            yield Problem(article.path, 0, 0, message, _HINT, "warning")
        elif witness is not None and not witness.sure:
            message = (
                f"the day of publication, {article.published.edtf}, is a guess ({witness.source})"
            )
            yield Problem(article.path, 0, 0, message, _HINT, "warning")
