"""The page of the entry that an editor writes on, ahead of the rest of the site.

To build thousands of entries again takes seconds, the page of one takes none. So a preview shows
that page at once, and builds when nobody saves for a moment. What the page says of other entries is
as the last build knew it.
"""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from generator.build.inputs import Inputs, Stamp, load
from generator.build.memory import Last, Memory
from generator.build.template_faults import template_errors
from generator.errors import BackstoryError
from generator.model import Entry

_FEW = 8
"""With more entries changed at once nobody waits for the page of one."""

_OWN = frozenset(
    {"title", "date", "date_text", "text", "line", "keys", "summary", "image", "status", "people"}
    | {"organizations", "places", "citations", "notes", "updated", "extra"}
)
"""What an editor may change of an entry without that its page moves or its topics and links do."""


def pages(
    memory: Memory, site: Path, built: Inputs, known: Inputs, now: Inputs
) -> Mapping[str, bytes]:
    """The pages of the entries that changed since a look, by their path in the output.

    Args:
        site: the site's folder.
        built: the inputs of the last build.
        known: the inputs at the look.

    Returns:
        {} when more than entries has changed since the build, when they are many, when one has a
        fault or when nothing is known of the build: then the next one has to say.
    """
    last = memory.last
    changed = _changed_entries(known, now) if _changed_entries(built, now) else ()
    if last is None or not 0 < len(changed) <= _FEW:
        return {}
    entries = [_read(last, site, stamp) for stamp in changed]
    found = [entry for entry in entries if entry is not None]
    return _rendered(last, found) if len(found) == len(entries) else {}


def _changed_entries(before: Inputs, now: Inputs) -> tuple[Stamp, ...]:
    """The entries that are not as they were, () when that is not all."""
    if msgspec.structs.replace(now, entries=before.entries) != before:
        return ()
    if [stamp.path for stamp in now.entries] != [stamp.path for stamp in before.entries]:
        return ()
    pairs = zip(before.entries, now.entries, strict=True)
    return tuple(new for old, new in pairs if old != new)


def _read(last: Last, site: Path, stamp: Stamp) -> Entry | None:
    """An entry of the site with what its file says now, if its page is still the same one."""
    from generator.build.steps import read_entry

    source, _ = load(site, stamp, last.config.max_document)
    known = last.written.get(stamp.path)
    if source is None or len(source.data) != stamp.size or known is None:
        return None
    now = read_entry(last.config, source)
    shown = last.site.entry_by_id.get(known.id)
    faulty = any(problem.severity == "error" for problem in now.problems)
    if now.entry is None or faulty or shown is None:
        return None
    differ = {
        name: getattr(now.entry, name)
        for name in Entry.__struct_fields__
        if getattr(now.entry, name) != getattr(known, name)
    }
    # What the entry replaces had a hand in some fields.
    own = all(getattr(shown, name) == getattr(known, name) for name in differ)
    return msgspec.structs.replace(shown, **differ) if own and differ.keys() <= _OWN else None


def _rendered(last: Last, entries: list[Entry]) -> Mapping[str, bytes]:
    from generator.site import urls
    from generator.site.pages import event_route

    by_id = {**last.site.entry_by_id, **{entry.id: entry for entry in entries}}
    site = msgspec.structs.replace(last.site, entry_by_id=by_id)
    found: dict[str, bytes] = {}
    try:
        for entry in entries:
            route = event_route(entry)
            with template_errors(route.path, last.config.templates):
                page = last.renderer.render(route.page(site, last.style))
            found[urls.output_path(route.path)] = page
    except BackstoryError:
        return {}
    return found
