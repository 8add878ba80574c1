"""A page is made again exactly when something that its view looked up has changed."""

from collections.abc import Callable

import msgspec
import pytest

from generator.build.trace import Noted, Tracer, stale
from generator.config import Config
from generator.dates import parse_edtf
from generator.model import BackgroundLink, Entry, Topic
from generator.site.assemble import Site, assemble

ENTRIES = [
    Entry("dam", "dam", parse_edtf("1901"), "The dam is built", topics=("roe",)),
    Entry("flood", "flood", parse_edtf("1920-03"), "The Roe floods", topics=("roe", "floods")),
    Entry("law", "law", parse_edtf("1921"), "A law on dams", topics=("floods",)),
]
TOPICS = [Topic("roe", "Roe", path="a.md"), Topic("floods", "Floods", path="b.md")]
LINKS = [BackgroundLink("flood", "dam", "shared", "Both concern Roe")]


def site(entries: list[Entry] = ENTRIES, links: list[BackgroundLink] = LINKS) -> Site:
    return assemble(Config(title="Roe"), entries, [], TOPICS, links)


def edited(id_: str, **changes: object) -> list[Entry]:
    return [
        msgspec.structs.replace(entry, **changes) if entry.id == id_ else entry for entry in ENTRIES
    ]


LATER = Entry("fair", "fair", parse_edtf("1950"), "A fair", topics=("roe",))


@pytest.mark.parametrize(
    ("look", "after", "changed"),
    [
        (lambda s: s.entry_by_id["dam"].title, site(edited("dam", title="A dam")), True),
        (lambda s: s.entry_by_id["dam"].title, site(edited("law", title="A law")), False),
        (lambda s: s.entry_by_id.get("fair"), site([*ENTRIES, LATER]), True),
        (lambda s: s.entry_by_id.get("fair"), site(edited("law", title="A law")), False),
        (lambda s: "fair" in s.entry_by_id, site([*ENTRIES, LATER]), True),
        (lambda s: len(s.by_topic["roe"]), site(edited("dam", title="A dam")), False),
        (lambda s: len(s.by_topic["roe"]), site([*ENTRIES, LATER]), True),
        (lambda s: [e.title for e in s.by_topic["roe"]], site(edited("dam", title="A")), True),
        (lambda s: [e.title for e in s.by_topic["roe"]], site(edited("law", title="A")), False),
        (lambda s: list(s.by_year), site(edited("dam", title="A dam")), False),
        (lambda s: list(s.by_year), site([*ENTRIES, LATER]), True),
        (lambda s: s.neighbours["dam"], site([*ENTRIES, LATER]), False),
        (lambda s: s.neighbours["law"], site([*ENTRIES, LATER]), True),
        (lambda s: bool(s.topics), site([*ENTRIES, LATER]), False),
        (lambda s: [link.reason for link in s.before["flood"]], site(links=[]), True),
        (lambda s: s.before.get("law"), site(links=[]), False),
    ],
)
def test_a_look_up_is_noticed(look: Callable[[Site], object], after: Site, changed: bool) -> None:
    tracer, noted = Tracer(), Noted(None)
    before = site()

    assert look(tracer.watched(before)) == look(before)

    noted.note("page", "route", tracer.reads, ())
    found = stale(noted.traces("", ""), before, after)
    assert ("page" in found.pages) is changed


def test_a_page_is_stale_with_a_piece_of_it() -> None:
    def piece(site: Site, id_: str) -> str:
        return site.entry_by_id[id_].title

    tracer, noted = Tracer(), Noted(None)
    watched = tracer.watched(site())
    for id_ in ("dam", "law"):
        tracer.reads = set()
        watched.entry_by_id[id_]
        noted.note_piece("piece", id_, tracer.reads)
    tracer.reads = set()
    assert watched.piece(piece, "dam") == "The dam is built"
    assert tracer.reads == set()
    noted.note("page", "route", tracer.reads, tracer.kinds)

    traces = noted.traces("", "")

    found = stale(traces, site(), site(edited("dam", title="A dam")))
    assert (set(found.pages), found.pieces) == ({"page"}, {"piece": {"dam"}})
    assert not stale(traces, site(), site(edited("flood", title="A flood"))).pages


def test_cells_that_nothing_reads_any_more_are_dropped() -> None:
    first = Noted(None)
    for number in range(10):
        first.note(f"page {number}", "", {("by_year", number, "value")}, ())
    second = Noted(first.traces("", ""))
    second.keep("page 7")
    second.note("page 1", "", {("by_year", 1, "size")}, ())

    traces = second.traces("", "")

    assert traces.cells == [("by_year", 7, "value"), ("by_year", 1, "size")]
    assert Noted(traces).traces("", "").pages == {}
