"""The events as JSON-LD, in the words of schema.org (https://schema.org/docs/full.html).

A page of this site is an Article about an Event; what it stands on are its citations. The date is
kept as EDTF in `temporalCoverage`, which may say more than `startDate` can.
"""

import json
from typing import Any

from generator.dates import EventDate
from generator.dates.gregorian import civil
from generator.model import Citation, Entry
from generator.site import urls
from generator.site.assemble import Site
from generator.site.feeds import updated
from generator.site.views.parts import lead_of

_CONTEXT = "https://schema.org"


def to_jsonld(site: Site) -> str:
    """All events in time order, one graph."""
    graph = ",\n".join(site.piece(node, entry.id) for entry in site.entries)
    return f'{{"@context": "{_CONTEXT}", "@graph": [\n{graph}\n]}}\n'


def node(site: Site, id_: str) -> str:
    """The node of an event, as one line of JSON."""
    return json.dumps(_article(site, site.entry_by_id[id_]), ensure_ascii=False)


def document(site: Site, id_: str) -> str:
    """The node of an event with its context, for the event's own page."""
    return json.dumps(
        {"@context": _CONTEXT, **_article(site, site.entry_by_id[id_])}, ensure_ascii=False
    )


def _article(site: Site, entry: Entry) -> dict[str, Any]:
    config = site.config
    base = urls.read_base(config.base_url)
    address = urls.absolute(base, urls.event(entry.slug)) or urls.event(entry.slug)
    article: dict[str, Any] = {
        "@type": "Article",
        "@id": address,
        "headline": entry.title,
        "inLanguage": config.language,
        "dateModified": updated(site, entry),
        "temporalCoverage": entry.date.edtf,
        "about": _event(site, entry),
        "citation": [_citation(site, citation) for citation in entry.citations],
        "isPartOf": {"@type": "WebSite", "name": config.title},
    }
    if lead := lead_of(site, entry):
        article["description"] = lead
    if config.author:
        article["author"] = {"@type": "Organization", "name": config.author}
    if config.license:
        article["license"] = config.license
    topics = [site.topic_titles[slug] for slug in entry.topics if slug in site.topic_titles]
    if topics:
        article["keywords"] = topics
    mentions = [
        *({"@type": "Person", "name": name} for name in entry.people),
        *({"@type": "Organization", "name": name} for name in entry.organizations),
    ]
    if mentions:
        article["mentions"] = mentions
    return article


def _event(site: Site, entry: Entry) -> dict[str, Any]:
    event: dict[str, Any] = {"@type": "Event", "name": entry.title, **_times(entry.date)}
    if entry.places:
        event["location"] = [{"@type": "Place", "name": place} for place in entry.places]
    if entry.status == "planned":
        event["eventStatus"] = f"{_CONTEXT}/EventScheduled"
    return event


def _times(date: EventDate) -> dict[str, str]:
    """`startDate` and `endDate` as ISO 8601, for years that it has without an agreement."""
    found = {}
    for name, day in (("startDate", date.earliest), ("endDate", date.latest)):
        if day is not None and 0 < civil(day)[0] <= 9999:
            year, month, number = civil(day)
            found[name] = f"{year:04d}-{month:02d}-{number:02d}"
    if date.time and "startDate" in found:
        return {"startDate": f"{found['startDate']}T{date.time}{date.offset}"}
    return found


def _citation(site: Site, citation: Citation) -> dict[str, Any]:
    article = site.article_by_id.get(citation.article)
    published = citation.published or (article.published if article else None)
    source: dict[str, Any] = {"@type": "NewsArticle"}
    told = {
        "name": citation.title or (article.title if article else ""),
        "url": urls.external(citation.url or (article.url if article else "")),
        "datePublished": published.edtf if published else "",
        "archivedAt": urls.external(citation.archive),
        "abstract": citation.quote,
    }
    source.update({key: value for key, value in told.items() if value})
    if publisher := citation.publisher or (article.publisher if article else ""):
        source["publisher"] = {"@type": "Organization", "name": publisher}
    return source
