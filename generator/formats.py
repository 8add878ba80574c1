"""The formats that articles come in: what their files are called, and what reads them.

This table is looked at before anything is read, so it imports nothing.
"""

from typing import NamedTuple


class Format(NamedTuple):
    """One format; its module in `generator.articles` holds a `READER`."""

    module: str
    suffixes: tuple[str, ...]
    """Of the names of its files, by which they are found in the seeds."""
    collection: bool = False
    """Its files may hold many articles, and so be larger than one."""


FORMATS: tuple[Format, ...] = (
    Format("markdown", (".md", ".markdown")),
    Format("html", (".html", ".htm", ".xhtml")),
    Format("feeds", (".xml", ".rss", ".atom", ".rdf"), collection=True),
    Format("json_records", (".json", ".jsonl", ".ndjson"), collection=True),
    Format("tables", (".csv", ".tsv"), collection=True),
    Format("mhtml", (".mht", ".mhtml"), collection=True),
    Format("warc", (".warc",), collection=True),
    Format("plain_text", (".txt",)),
)
"""A new format is one module with a `READER`, and one line here."""


def suffixes(*, collections_only: bool = False) -> tuple[str, ...]:
    """The ends of names by which the documents of articles are found."""
    chosen = (form for form in FORMATS if form.collection or not collections_only)
    return tuple(end for form in chosen for end in form.suffixes)
