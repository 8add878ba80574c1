"""An article as a Markdown file of `seeds/`."""

from generator.field_text import FieldError, url
from generator.importing.markdown_text import (
    Written,
    date_scalar,
    document,
    escaped,
    heading,
    one_line,
)
from generator.model import Article

_LONGEST_TITLE = 120


def write_article(article: Article) -> str:
    """The file whose reading gives the article again: its fields and, to the letter, its text.

    Runs of space count as one, an article without a title is called by its first words, and an
    address that is none is left out.
    """
    heads = set(article.subheadings)
    body = "\n\n".join(
        heading(words) if span in heads else escaped(words)
        for span in article.paragraphs
        if (words := article.text[slice(*span)]).strip()
    )
    fields = {
        "title": one_line(article.title) or _first_words(article.text),
        "date": Written(date_scalar(article.published.edtf)) if article.published else "",
        "author": [name for name in map(one_line, article.byline) if name],
        "publisher": article.publisher,
        "url": _address(article.url),
        "language": article.language,
        "tags": [tag for tag in map(one_line, article.tags) if tag],
        "summary": article.summary,
        "related": [
            {"title": one_line(link.title) or link.url, "url": _address(link.url)}
            for link in article.related
            if link.title.strip() or _address(link.url)
        ],
    }
    return document(fields, body)


def _first_words(text: str) -> str:
    words = one_line(text.partition("\n")[0])
    if len(words) <= _LONGEST_TITLE:
        return words
    return words[:_LONGEST_TITLE].rpartition(" ")[0] + " …"


def _address(text: str) -> str:
    try:
        return url(text.strip()) if text.strip() else ""
    except FieldError:
        return ""
