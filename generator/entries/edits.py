"""What editors write over what was extracted: replace it, hide it, and never lose it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

import msgspec

from generator.errors import Problem, did_you_mean
from generator.model import Entry

_SUFFIX = 6


def by_name(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Every id, slug and alias to its entry; an id wins over a slug, a slug over an alias."""
    found: dict[str, Entry] = {}
    held = tuple(entries)
    for names in (
        [(entry.id, entry) for entry in held],
        [(entry.slug, entry) for entry in held],
        [(alias, entry) for entry in held for alias in entry.aliases],
    ):
        for name, entry in names:
            found.setdefault(name, entry)
    found.pop("", None)
    return found


def apply_edits(
    extracted: Sequence[Entry], editors: Sequence[Entry]
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries of the site: the editors', and the extracted ones that they left standing.

    An editor's entry with `replaces` (or with the id of an extracted entry) stands in for that
    entry: it keeps its citations, takes its names and topics where the editor gave none, and
    answers to its id and slug. A hidden entry is left out together with what it replaces.

    Problems (errors unless said otherwise): two editors' entries under one id, slug or alias; two
    that replace the same entry; a `replaces` or a `background` that names nothing (warnings: ids
    follow from what the articles say and how it is read, so a newer program may end one, and the
    editor's entry still stands; but an error when it hides, or what was hidden would show again).
    """
    editors = sorted(editors, key=lambda entry: (entry.path, entry.id))
    problems = list(_duplicates(editors))
    known = by_name(extracted)
    replaced: dict[str, Entry] = {}
    kept: list[Entry] = []
    for entry in editors:
        target = known.get(entry.replaces) if entry.replaces else known.get(entry.id)
        if target is None or (not entry.replaces and target.id != entry.id):
            if entry.replaces:
                problems.append(_unknown_replaces(entry, extracted, editors))
            kept.append(entry)
            continue
        if target.id in replaced:
            problems.append(
                Problem(
                    entry.path,
                    *entry.place("replaces"),
                    f"it replaces {entry.replaces}, which {replaced[target.id].path} replaces too",
                    "join the two files",
                )
            )
        replaced.setdefault(target.id, entry)
        kept.append(_stand_in(entry, target))
    standing = [entry for entry in extracted if entry.id not in replaced]
    result = _without_collisions(standing, [entry for entry in kept if not entry.hidden])
    problems.extend(_dead_links(kept, result))
    return (
        tuple(sorted(result, key=lambda entry: (entry.date.sort_key, entry.id))),
        tuple(sorted(problems)),
    )


def unique_slugs(entries: Sequence[Entry], taken: Iterable[str] = ()) -> tuple[Entry, ...]:
    """Give each entry a slug of its own; of two the first in order keeps the plain one.

    The suffix comes from the id, so it does not depend on what else there is.
    """
    used = set(taken)
    found = []
    for entry in entries:
        slug = next(name for name in _slugs(entry) if name not in used)
        used.add(slug)
        found.append(entry if slug == entry.slug else msgspec.structs.replace(entry, slug=slug))
    return tuple(found)


def _slugs(entry: Entry) -> Iterator[str]:
    yield entry.slug
    yield f"{entry.slug}-{entry.id[:_SUFFIX]}"
    yield f"{entry.slug}-{entry.id}"
    for number in count(2):
        yield f"{entry.slug}-{entry.id}-{number}"


def _stand_in(editor: Entry, target: Entry) -> Entry:
    names = {target.id, target.slug, *target.aliases, *editor.aliases} - {editor.id, editor.slug}
    quotes = {cite.quote for cite in target.citations} - {""}
    # A quote copied from an article of the site is shown once, with the way to its article.
    own = [cite for cite in editor.citations if cite.quote not in quotes]
    return msgspec.structs.replace(
        editor,
        citations=tuple(dict.fromkeys((*own, *target.citations))),
        topics=editor.topics or target.topics,
        people=editor.people or target.people,
        organizations=editor.organizations or target.organizations,
        places=editor.places or target.places,
        aliases=tuple(sorted(names)),
    )


def _without_collisions(extracted: Sequence[Entry], editors: Sequence[Entry]) -> list[Entry]:
    names = {name for entry in editors for name in (entry.id, entry.slug, *entry.aliases)}
    unique = unique_slugs(extracted, names)
    names |= {name for entry in unique for name in (entry.id, entry.slug)}
    found = list(editors)
    for entry in unique:
        aliases = tuple(alias for alias in entry.aliases if alias not in names)
        found.append(msgspec.structs.replace(entry, aliases=aliases))
    return found


def _duplicates(editors: Sequence[Entry]) -> Iterable[Problem]:
    for kind, names in (
        ("id", lambda entry: (entry.id,)),
        ("slug", lambda entry: (entry.slug,)),
        ("alias", lambda entry: entry.aliases),
    ):
        first: dict[str, Entry] = {}
        if kind == "alias":
            first = {entry.slug: entry for entry in reversed(editors)}
        for entry in editors:
            for name in names(entry):
                other = first.setdefault(name, entry)
                if other is not entry and not (kind == "slug" and other.id == entry.id):
                    yield Problem(
                        entry.path,
                        *entry.place("aliases" if kind == "alias" else kind),
                        f'the {kind} "{name}" is taken by {other.path}',
                        f"give one of the two another {kind}",
                    )


def _unknown_replaces(
    entry: Entry, extracted: Sequence[Entry], editors: Sequence[Entry]
) -> Problem:
    other = by_name(editors).get(entry.replaces)
    if other is not None and other is not entry:
        return Problem(
            entry.path,
            *entry.place("replaces"),
            f'replaces: "{entry.replaces}" is an entry that an editor wrote',
            f"edit {other.path} itself",
        )
    return Problem(
        entry.path,
        *entry.place("replaces"),
        f'replaces: no extracted entry has the id or slug "{entry.replaces}"',
        did_you_mean(entry.replaces, sorted(by_name(extracted)))
        or "backstory extract FILE --format jsonl prints the ids",
        "error" if entry.hidden else "warning",
    )


def _dead_links(editors: Sequence[Entry], entries: Sequence[Entry]) -> Iterable[Problem]:
    known: Mapping[str, Entry] = by_name(entries)
    hidden = by_name(entry for entry in editors if entry.hidden)
    for entry in editors:
        for link in entry.background:
            if entry.hidden or link.entry in known:
                continue
            if link.entry in hidden:
                message = f'background: "{link.entry}" is hidden by {hidden[link.entry].path}'
                hint = "take the link away or show the entry"
            else:
                message = f'background: no entry has the id or slug "{link.entry}"'
                hint = did_you_mean(link.entry, sorted(known))
            yield Problem(entry.path, *entry.place("background"), message, hint, "warning")
