"""What of the articles is only guessed or is there twice, for `check` to list."""

from collections.abc import Iterable, Iterator

from generator.articles.duplicates import Document, repeats
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


def repeated(articles: Iterable[Article]) -> Iterator[Problem]:
    """A warning for each article that repeats another, by its address or its words."""
    known = {article.id: article for article in articles}
    documents = [Document(article.id, article.text, article.url) for article in known.values()]
    for repeat in sorted(repeats(documents), key=lambda repeat: (known[repeat.name].path, repeat)):
        article, other = known[repeat.name], known[repeat.of]
        how = "has the address" if repeat.same_address else f"is to {repeat.share:.0%} the text"
        message = f"this article {how} of {other.path}"
        hint = "keep one of them; begin the name of the other with _ to keep it here unread"
        yield Problem(article.path, 0, 0, message, hint, "warning")
