"""What editors write over what was extracted."""

import msgspec

from generator.dates import parse_edtf
from generator.entries.merge import apply_edits
from generator.model import Citation, EditorLink, Entry

RAID = Entry(
    id="00000000000000a1",
    slug="customs-house-searched",
    date=parse_edtf("2031-05-02"),
    title="Police search the customs house",
    topics=("Smuggling",),
    people=("Ada Venn",),
    citations=(Citation(role="reports", quote="Police searched.", article="a", start=0, end=16),),
    aliases=("00000000000000a9", "search-of-the-customs-house"),
)
TRIAL = Entry(
    id="00000000000000b2",
    slug="trial-opens",
    date=parse_edtf("2031-06-01"),
    title="The trial opens",
)


def written(id_: str, **fields: object) -> Entry:
    entry = Entry(
        id=id_,
        slug=id_,
        date=parse_edtf("2031-05-02"),
        title=id_.title(),
        origin="editor",
        path=f"content/{id_}.md",
    )
    return msgspec.structs.replace(entry, **fields)


def test_a_replacement_keeps_the_citations_and_answers_to_the_old_names() -> None:
    for name in (RAID.id, RAID.slug, "search-of-the-customs-house"):
        entries, problems = apply_edits([RAID, TRIAL], [written("search", replaces=name)])

        assert problems == ()
        assert [entry.id for entry in entries] == ["search", TRIAL.id]
        assert entries[0].title == "Search"
        assert entries[0].citations == RAID.citations
        assert {RAID.id, RAID.slug, *RAID.aliases} == set(entries[0].aliases)
        assert (entries[0].topics, entries[0].people) == (("Smuggling",), ("Ada Venn",))


def test_what_the_editor_wrote_wins() -> None:
    mine = Citation(role="reports", url="https://example.org/report")
    edit = written("search", replaces=RAID.id, topics=("Customs",), citations=(mine,))

    (entry,), _ = apply_edits([RAID], [edit])

    assert entry.topics == ("Customs",)
    assert entry.citations == (mine, *RAID.citations)


def test_hidden_takes_the_entry_away() -> None:
    entries, problems = apply_edits([RAID, TRIAL], [written("stub", replaces=RAID.id, hidden=True)])

    assert (entries, problems) == ((TRIAL,), ())


def test_an_editor_may_write_under_the_id_of_an_extracted_entry() -> None:
    (entry,), problems = apply_edits([RAID], [written(RAID.id, slug="search")])

    assert problems == ()
    assert entry.citations == RAID.citations


def test_unknown_replaces_says_what_may_be_meant() -> None:
    editors = [written("search", replaces="customs-house-serched")]
    entries, (problem,) = apply_edits([RAID], editors)

    assert {entry.id for entry in entries} == {RAID.id, "search"}
    assert problem.severity == "warning"
    assert problem.path == "content/search.md"
    assert problem.hint == 'did you mean "customs-house-searched"?'


def test_what_an_editor_hid_does_not_show_again_unnoticed() -> None:
    _, (problem,) = apply_edits([RAID], [written("search", replaces="gone", hidden=True)])

    assert problem.severity == "error"


def test_a_problem_points_at_the_key_that_has_it() -> None:
    keys = (("title", 2, 1), ("replaces", 4, 1))
    _, (problem,) = apply_edits([], [written("search", replaces="nothing", keys=keys)])

    assert (problem.line, problem.column) == (4, 1)


def test_replacing_an_editors_entry_names_its_file() -> None:
    _, (problem,) = apply_edits([], [written("one"), written("two", replaces="one")])

    assert problem.hint == "edit content/one.md itself"


def test_two_replacements_of_one_entry_name_both_files() -> None:
    _, (problem,) = apply_edits(
        [RAID], [written("one", replaces=RAID.id), written("two", replaces=RAID.slug)]
    )

    assert problem.path == "content/two.md"
    assert "content/one.md" in problem.message


def test_duplicate_names_of_editors_are_errors_that_name_both_files() -> None:
    twins = [
        written("one"),
        written("two", slug="one"),
        written("three", id="one"),
        written("four", aliases=("one",)),
    ]

    _, problems = apply_edits([], twins)

    assert [(p.path, p.message) for p in problems] == [
        ("content/four.md", 'the alias "one" is taken by content/one.md'),
        ("content/three.md", 'the id "one" is taken by content/one.md'),
        ("content/two.md", 'the slug "one" is taken by content/one.md'),
    ]


def test_an_extracted_entry_gives_way_with_a_suffix_from_its_id() -> None:
    entries, problems = apply_edits([TRIAL], [written("opening", slug="trial-opens")])

    assert problems == ()
    assert [entry.slug for entry in entries] == ["trial-opens", "trial-opens-000000"]


def test_a_background_link_to_nothing_is_a_warning() -> None:
    links = (EditorLink("trial-open"), EditorLink(RAID.slug), EditorLink("search"))
    edits = [written("essay", background=links), written("search", hidden=True)]

    _, problems = apply_edits([RAID, TRIAL], edits)

    assert [(p.severity, p.path) for p in problems] == [("warning", "content/essay.md")] * 2
    assert 'did you mean "trial-opens"?' in {p.hint for p in problems}
    assert any("hidden by content/search.md" in p.message for p in problems)
