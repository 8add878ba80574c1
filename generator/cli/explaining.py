"""The command that says why: an entry's evidence, and its way back to the roots."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click
import msgspec

from generator.cli.reviewing import citation_record, citation_text, with_site
from generator.cli.running import of_a_site, output_format
from generator.cli.terminal import terminal
from generator.errors import BackstoryError, Problem, did_you_mean

if TYPE_CHECKING:
    from generator.entries.same_event import Evidence
    from generator.model import BackgroundLink, Entry, Topic
    from generator.site.assemble import Site
    from generator.topics.background import Step
    from generator.topics.why import Why


class _Joined(msgspec.Struct, frozen=True):
    """An event that one article told, and why it was taken for the entry's."""

    entry: "Entry"
    evidence: "Evidence"


@click.command(
    epilog="""\b
Examples:
  backstory explain 2021-05-04-the-bridge-opens
  backstory explain the-bridge-opens --chain
  backstory explain 5d1c7a90b2e4f638 0f3b6c2d9a8e7145"""
)
@of_a_site
@click.argument("entry")
@click.argument("other", required=False)
@click.option("--chain", is_flag=True, help="Follow the background to the roots of the event.")
@output_format("text", "jsonl")
def explain(site: str, config: str, entry: str, other: str | None, chain: bool, form: str) -> None:
    """Say why an entry is as it is: who told it, what was joined, its topics and background.

    With two entries: what speaks for and against their being one event. An entry is named by its
    id or slug; the id of one that was joined into another does too.
    """
    if other is not None and chain:
        raise click.UsageError("--chain follows one entry")
    if other is not None:
        with_site(site, config, lambda found: _compare(found, entry, other, form))
    else:
        with_site(site, config, lambda found: _explain(found, entry, form, chain=chain))


def _found(site: "Site", names: Sequence[str]) -> "list[Entry]":
    """The entries with these names.

    Raises:
        BackstoryError: with a problem for each name that no entry has.
    """
    from generator.entries.edits import by_name

    known = by_name(site.entries)
    problems = [
        Problem("", 0, 0, f"no entry has the id or slug {name}", did_you_mean(name, sorted(known)))
        for name in names
        if name not in known
    ]
    if problems:
        raise BackstoryError(problems)
    return [known[name] for name in names]


def _explain(site: "Site", name: str, form: str, *, chain: bool) -> None:
    from generator.topics.background import chain as way
    from generator.topics.why import why

    (entry,) = _found(site, [name])
    joined = _joined(site, entry)
    topics = why(entry, _topics(site, entry), site.article_by_id)
    links = site.before.get(entry.id, ())
    steps = way(_by_rank(site), entry.id) if chain else ()
    if form == "jsonl":
        terminal().event(
            {
                "id": entry.id,
                "date": entry.date.edtf,
                "title": entry.title,
                "origin": entry.origin,
                "path": entry.path,
                "status": entry.status,
                "score": entry.score,
                "notes": list(entry.notes),
                "citations": [citation_record(site, cite) for cite in entry.citations],
                "joined": [{**_head(item.entry), **_speaks(item.evidence)} for item in joined],
                "topics": [msgspec.structs.asdict(topic) for topic in topics],
                "background": [_link(site, link) for link in links],
                **(
                    {"chain": [{"depth": s.depth, **_link(site, s.link)} for s in steps]}
                    if chain
                    else {}
                ),
            }
        )
        return
    for line in (
        *_entry_lines(site, entry),
        *_joined_lines(joined),
        *_topic_lines(topics),
        *_background_lines(site, links),
        *_chain_lines(site, steps, wanted=chain),
    ):
        click.echo(line)


def _topics(site: "Site", entry: "Entry") -> "dict[str, Topic]":
    """The topics of an entry by slug, those without a page too."""
    from generator.model import Topic

    return {
        slug: site.topic_by_slug.get(slug) or Topic(slug, site.topic_titles.get(slug, slug))
        for slug in entry.topics
    }


def _compare(site: "Site", one: str, other: str, form: str) -> None:
    from generator.entries.merge import evidence

    a, b = (
        _told(site, entry, name)
        for entry, name in zip(_found(site, [one, other]), [one, other], strict=True)
    )
    if a.id == b.id:
        raise BackstoryError([Problem("", 0, 0, f"{one} and {other} name the same entry")])
    found = evidence(a, b, _extracted(site), site.articles)
    if form == "jsonl":
        terminal().event({"a": _head(a), "b": _head(b), **_speaks(found)})
        return
    for entry in (a, b):
        click.echo(_title(entry))
        click.echo(f"  {entry.text}" if entry.text else "")
    for line in _verdict(found):
        click.echo(line)


def _extracted(site: "Site") -> "list[Entry]":
    return [entry for entry in site.entries if entry.origin == "extracted"]


def _parts(site: "Site", entry: "Entry") -> "list[Entry]":
    """What the articles of an entry told each by itself, before it was joined."""
    from generator.build import steps

    names = {entry.id, *entry.aliases}
    wanted = site.config.extract
    cited = dict.fromkeys(cite.article for cite in entry.citations if cite.article)
    return [
        part
        for article in (site.article_by_id[id_] for id_ in cited if id_ in site.article_by_id)
        for part in steps.told(wanted.roles, wanted.min_score or None, article)[0]
        if part.id in names
    ]


def _told(site: "Site", entry: "Entry", name: str) -> "Entry":
    """What is meant by a name: the entry, or the one of its parts that has this very id."""
    if entry.id == name or name not in entry.aliases:
        return entry
    return next((part for part in _parts(site, entry) if part.id == name), entry)


def _joined(site: "Site", entry: "Entry") -> tuple[_Joined, ...]:
    """The events that were joined into the entry, each compared with the one it stands nearest."""
    from generator.entries.merge import evidence

    parts = _parts(site, entry)
    if len(parts) < 2:
        return ()
    others = [other for other in _extracted(site) if other.id != entry.id]
    found = []
    for at, part in enumerate(parts[1:], 1):
        known = [*others, *parts]
        each = [evidence(before, part, known, site.articles) for before in parts[:at]]
        found.append(_Joined(part, max(each, key=lambda e: (not e.opposes, e.score - e.needed))))
    return tuple(found)


def _by_rank(site: "Site") -> "list[BackgroundLink]":
    """The links of every entry, the best first."""
    return [link for links in site.before.values() for link in links]


def _head(entry: "Entry") -> dict[str, object]:
    return {"id": entry.id, "date": entry.date.edtf, "title": entry.title, "path": entry.path}


def _speaks(evidence: "Evidence") -> dict[str, object]:
    return {
        "same": evidence.same,
        "score": evidence.score,
        "needed": round(evidence.needed, 4),
        "supports": list(evidence.supports),
        "opposes": list(evidence.opposes),
    }


def _link(site: "Site", link: "BackgroundLink") -> dict[str, object]:
    return {
        "later": link.later,
        **_head(site.entry_by_id[link.earlier]),
        "kind": link.kind,
        "reason": link.reason,
        "quote": link.quote,
    }


def _title(entry: "Entry") -> str:
    return f"{click.style(entry.date.edtf, bold=True)}  {entry.title}"


def _entry_lines(site: "Site", entry: "Entry") -> Iterable[str]:
    yield _title(entry)
    about = [entry.id, entry.status, f"score {entry.score:.2f}" if entry.score else entry.path]
    yield click.style(f"  {' · '.join(about)}", dim=True)
    for note in entry.notes:
        yield f"  {note}"
    yield ""
    yield "Told by"
    for cite in entry.citations:
        yield citation_text(site, cite)
    if not entry.citations:
        yield f"  {entry.path}"


def _joined_lines(joined: Sequence[_Joined]) -> Iterable[str]:
    if joined:
        yield ""
        yield "Joined with it"
    for item in joined:
        yield f"  {_title(item.entry)}"
        for line in _verdict(item.evidence):
            yield f"    {line}"


def _verdict(evidence: "Evidence") -> Iterable[str]:
    one = "one event" if evidence.same else "two events"
    yield f"{one}: likeness {evidence.score:.2f}, needed {evidence.needed:.2f}"
    for text in evidence.supports:
        yield f"  for: {text}"
    for text in evidence.opposes:
        yield f"  against: {text}"


def _topic_lines(topics: "Sequence[Why]") -> Iterable[str]:
    if topics:
        yield ""
        yield "Topics"
    for topic in topics:
        yield f"  {topic.title}: {topic.reason}"


def _background_lines(site: "Site", links: "Sequence[BackgroundLink]") -> Iterable[str]:
    if links:
        yield ""
        yield "Background"
    for link in links:
        yield f"  {_title(site.entry_by_id[link.earlier])}"
        yield f"    {link.reason}"
        if link.quote:
            yield f"    “{link.quote}”"


def _chain_lines(site: "Site", steps: "Sequence[Step]", *, wanted: bool) -> Iterable[str]:
    if not wanted:
        return
    yield ""
    yield "The way to its roots"
    if not steps:
        yield "  nothing earlier is linked"
    for step in steps:
        indent = "  " * step.depth
        later = site.entry_by_id[step.link.later]
        yield f"{indent}{_title(site.entry_by_id[step.link.earlier])}"
        yield click.style(f"{indent}  before “{later.title}”: {step.link.reason}", dim=True)
