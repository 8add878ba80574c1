"""JSON-LD, read by another program that fetches nothing."""

import json
from typing import Any

import msgspec
from pyld import jsonld

from generator.site import linked_data
from tests.site.sample import CONFIG, ENTRIES, sample_site

ARCHIVE = msgspec.structs.replace(CONFIG, base_url="https://example.org/archive")


def triples(text: str) -> list[dict[str, Any]]:
    """The default graph, with the words of schema.org as they stand."""
    data = json.loads(text)
    data["@context"] = {"@vocab": "https://schema.org/"}
    graph: list[dict[str, Any]] = jsonld.to_rdf(data)["@default"]
    return graph


def test_each_event_is_an_article_about_an_event_with_citations() -> None:
    graph = triples(linked_data.to_jsonld(sample_site(ARCHIVE)))

    def values(subject: str, predicate: str) -> list[str]:
        return [
            triple["object"]["value"]
            for triple in graph
            if triple["subject"]["value"] == subject
            and triple["predicate"]["value"] == f"https://schema.org/{predicate}"
        ]

    page = "https://example.org/archive/events/sputnik/"
    assert values(page, "temporalCoverage") == ["1957-10-04"]
    [event] = values(page, "about")
    assert values(event, "startDate") == ["1957-10-04"]
    assert len(values(page, "citation")) > 0
    articles = [
        triple for triple in graph if triple["object"]["value"] == "https://schema.org/Article"
    ]
    assert len(articles) == len(ENTRIES)


def test_the_page_of_an_event_says_the_same() -> None:
    site = sample_site(ARCHIVE)
    whole = json.loads(linked_data.to_jsonld(site))
    for entry, node in zip(site.entries, whole["@graph"], strict=True):
        own = json.loads(linked_data.document(site, entry.id))
        assert own.pop("@context") == "https://schema.org"
        assert own == node
