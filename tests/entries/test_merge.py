"""One event, one entry."""

import itertools

import msgspec
import pytest

from generator.dates import parse_edtf
from generator.entries.merge import evidence, merge
from generator.model import Article, Citation, Entry, Role


def article(id_: str, published: str, title: str = "") -> Article:
    return Article(
        id=id_,
        path=f"seeds/{id_}.txt",
        title=title or id_,
        text="",
        published=parse_edtf(published),
    )


def told(
    id_: str,
    date: str,
    text: str,
    *,
    title: str = "",
    source: str = "a",
    role: Role = "reports",
    people: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
) -> Entry:
    return Entry(
        id=id_,
        slug=f"slug-{id_}",
        date=parse_edtf(date),
        title=title or text.rstrip("."),
        text=text,
        people=people,
        places=places,
        citations=(Citation(role=role, quote=text, article=source, start=0, end=len(text)),),
    )


MONDAY = article("a", "2031-03-03", "Ferry sinks off Port Lumen")
TUESDAY = article("b", "2031-03-04", "Port Lumen mourns its dead")
FERRY = told(
    "e1",
    "2031-03-03",
    "The ferry Aurora sank in a storm off Port Lumen and 14 passengers drowned.",
    source="a",
)
FERRY_AGAIN = told(
    "e2",
    "2031-03-03",
    "The Aurora sank off Port Lumen in a heavy storm, and 14 passengers of the ferry drowned, "
    "among them the captain's daughter.",
    title="Ferry Aurora sinks off Port Lumen",
    source="b",
)
STRIKE = told("e3", "2031-03-03", "Dockers at Port Lumen began a strike over wages.", source="b")


def test_two_articles_on_one_event_give_one_entry_with_both_citations() -> None:
    merged = merge([FERRY, FERRY_AGAIN, STRIKE], [MONDAY, TUESDAY])

    assert [entry.id for entry in merged] == ["e1", "e3"]
    assert [cite.article for cite in merged[0].citations] == ["a", "b"]
    assert merged[0].text == FERRY_AGAIN.text
    assert merged[0].title == "Ferry Aurora sinks off Port Lumen"
    assert merged[0].aliases == ("e2", "slug-e2")


def test_the_order_of_the_input_does_not_matter() -> None:
    entries = [FERRY, FERRY_AGAIN, STRIKE]
    results = {
        merge(order, articles)
        for order in itertools.permutations(entries)
        for articles in ([MONDAY, TUESDAY], [TUESDAY, MONDAY])
    }

    assert len(results) == 1


def test_the_id_of_the_article_published_first_survives() -> None:
    later_id_first = told("e0", "2031-03-03", FERRY_AGAIN.text, source="b")

    merged = merge([later_id_first, FERRY], [MONDAY, TUESDAY])

    assert [entry.id for entry in merged] == ["e1"]
    assert merged[0].slug == "slug-e1"


def test_the_most_exact_date_is_kept() -> None:
    month = told("e4", "2031-03", FERRY_AGAIN.text, source="b", role="recalls")

    merged = merge([month, FERRY], [MONDAY, article("b", "2031-09-01")])

    assert [entry.date.edtf for entry in merged] == ["2031-03-03"]
    assert {cite.role for cite in merged[0].citations} == {"reports", "recalls"}


def test_sentences_of_one_article_come_together() -> None:
    again = told("e5", "2031-03-03", FERRY_AGAIN.text, source="a")

    merged = merge([FERRY, again], [MONDAY])

    assert len(merged) == 1
    assert len(merged[0].citations) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            FERRY,
            told("x", "2031-03-05", FERRY_AGAIN.text, source="b"),
            id="another day",
        ),
        pytest.param(
            FERRY,
            told("x", "2031-03-03", FERRY.text.replace("14", "nine"), source="b"),
            id="another number",
        ),
        pytest.param(
            told("x", "1990/..", "The army has held Port Lumen.", source="a"),
            told("y", "1991", "The army held Port Lumen.", source="b"),
            id="since a year and in a later one",
        ),
        pytest.param(
            told(
                "x",
                "2031-03-03",
                "Actress Mira Holt was arrested for drunk driving in a car in Lumen.",
                title="Mira Holt arrested for drunk driving",
                people=("Mira Holt",),
                source="a",
            ),
            told(
                "y",
                "2031-03-03",
                "Actress Dana Quill was arrested for drunk driving in a car in Lumen.",
                title="Dana Quill arrested for drunk driving",
                people=("Dana Quill",),
                source="b",
            ),
            id="another person",
        ),
        pytest.param(
            told(
                "x",
                "2031-03-03",
                "Soldiers raided the old town of Karesh at dawn and left by noon.",
                title="Soldiers raid Karesh",
                places=("Karesh",),
                source="a",
            ),
            told(
                "y",
                "2031-03-03",
                "Soldiers raided the old town of Belmar at dawn and left by noon.",
                title="Soldiers raid Belmar",
                places=("Belmar",),
                source="b",
            ),
            id="another place",
        ),
    ],
)
def test_what_contradicts_stays_apart(first: Entry, second: Entry) -> None:
    assert len(merge([first, second], [MONDAY, TUESDAY])) == 2
    assert evidence(first, second, (), [MONDAY, TUESDAY]).opposes


def test_numbers_that_differ_are_said_on_both_sides() -> None:
    nine = told("e6", "2031-03-03", FERRY.text.replace("14", "nine"), source="b")

    merged = {entry.id: entry.notes for entry in merge([FERRY, nine], [MONDAY, TUESDAY])}

    assert merged["e1"] == (f"reports differ: 14, nine (“{nine.title}”)",)
    assert merged["e6"] == (f"reports differ: nine, 14 (“{FERRY.title}”)",)


def test_a_lower_bound_is_no_contradiction() -> None:
    least = told("e7", "2031-03-03", FERRY.text.replace("14", "at least nine"), source="b")

    assert len(merge([FERRY, least], [MONDAY, TUESDAY])) == 1


def test_a_planned_event_that_was_reported_is_planned_no_longer() -> None:
    text = "President Mira Holt visits the shipyard of Port Lumen."
    planned = told("p", "2031-03-03", text, source="a", role="announces")
    planned = msgspec.structs.replace(planned, status="planned")
    done = told("q", "2031-03-03", text, source="b")

    (merged,) = merge([planned, done], [article("a", "2031-02-01"), TUESDAY])

    assert (merged.id, merged.status) == ("p", "confirmed")


def test_editors_entries_pass_untouched() -> None:
    written = Entry(
        id="ferry",
        slug="ferry",
        date=FERRY.date,
        title=FERRY.title,
        text=FERRY.text,
        origin="editor",
    )

    assert set(merge([written, FERRY], [MONDAY])) == {written, FERRY}


def test_slugs_are_unique_and_the_first_published_keeps_its_own() -> None:
    one = msgspec.structs.replace(FERRY, slug="same")
    two = msgspec.structs.replace(STRIKE, slug="same")

    assert [entry.slug for entry in merge([two, one], [MONDAY, TUESDAY])] == ["same", "same-e3"]


def test_the_evidence_names_what_they_share() -> None:
    found = evidence(FERRY, FERRY_AGAIN, [STRIKE], [MONDAY, TUESDAY])

    assert found.same
    assert any("aurora" in reason for reason in found.supports)


def test_merging_twice_changes_nothing() -> None:
    once = merge([FERRY, FERRY_AGAIN, STRIKE], [MONDAY, TUESDAY])

    assert merge(once, [MONDAY, TUESDAY]) == once


def test_two_events_of_one_sentence_stay_two() -> None:
    sentence = "Senator Quill died in August, but Mayor Holt chose not to stand for the seat."
    death = told("d", "2031-08", sentence, title="Senator Quill dies")
    refusal = told("r", "2031-08", sentence, title="Mayor Holt will not stand for the seat")

    assert len(merge([death, refusal], [MONDAY])) == 2


def test_what_two_articles_recall_of_one_day_is_one_event() -> None:
    first = told(
        "f",
        "2030-04-20",
        "Oil has flowed since the rig Poseidon blew up on 20 April.",
        title="The rig Poseidon blows up",
        role="recalls",
        source="a",
    )
    second = told(
        "s",
        "2030-04-20",
        "Eleven workers died when the Poseidon exploded on 20 April and sank off Port Lumen.",
        title="Explosion on the rig Poseidon kills eleven workers",
        role="recalls",
        source="b",
    )

    assert len(merge([first, second, STRIKE, FERRY], [MONDAY, TUESDAY])) == 3


def test_what_a_day_is_recalled_for_is_one_event_in_whatever_words() -> None:
    long_ago = [
        told("r1", "1999-06-25", "Mira Holt died at her home.", source="a", role="recalls"),
        told("r2", "1999-06-25", "The singer died aged 50.", source="b", role="recalls"),
        told("r3", "1999-06-25", "An album by Mira Holt sold well.", source="b", role="recalls"),
    ]

    for order in itertools.permutations(long_ago):
        assert [entry.id for entry in merge(order, [MONDAY, TUESDAY])] == ["r1", "r3"]


def test_two_who_died_on_one_day_are_two_events() -> None:
    first = told(
        "r1", "1999-06-25", "Mira Holt died.", source="a", role="recalls", people=("Mira Holt",)
    )
    second = told(
        "r2", "1999-06-25", "Dana Quill died.", source="b", role="recalls", people=("Dana Quill",)
    )

    assert len(merge([first, second], [MONDAY, TUESDAY])) == 2


def test_a_month_is_recalled_for_more_than_one_event() -> None:
    found = [
        told("r1", "1999-06", "A spill of oil hit Belmar.", source="a", role="recalls"),
        told(
            "r2",
            "1999-06-19",
            "The senate created a commission to study the oil spill.",
            source="b",
            role="recalls",
        ),
    ]

    assert len(merge(found, [MONDAY, TUESDAY])) == 2


def test_what_was_announced_for_a_day_and_then_reported_is_one_event() -> None:
    planned = told(
        "p",
        "2031-03-03",
        "President Mira Holt will tour the coast of Belmar, an aide promised.",
        title="Mira Holt will tour the coast",
        source="a",
        role="announces",
    )
    done = told(
        "q",
        "2031-03-03",
        "Holt toured harbours under heavy rain and shook hands with dockers.",
        title="Holt toured harbours under heavy rain",
        source="b",
    )
    other = told("r", "2031-03-03", "Holt signed the fisheries law.", source="b")

    merged = merge([planned, done, other], [article("a", "2031-02-01"), TUESDAY])

    assert [entry.id for entry in merged] == ["p", "r"]


LOOKS_BACK = (
    ("2031-03-03", "The ferry Aurora sank off Port Lumen in a storm, drowning 14 passengers."),
    ("2031-03-03", "The Aurora sank off Port Lumen and 14 passengers of the ferry drowned."),
    ("2031-03-03", "Fourteen passengers drowned when the ferry Aurora sank."),
    ("2031-03", "The ferry Aurora sank off Port Lumen; inspectors had asked for repairs."),
    ("2031-03", "Relatives lit candles where the Aurora sank and 14 passengers drowned."),
)


def _recalled(looks_back: tuple[tuple[str, str], ...]) -> tuple[list[Entry], list[Article]]:
    entries = [
        told(f"r{number}", date, text, source=f"s{number}", role="recalls")
        for number, (date, text) in enumerate(looks_back)
    ]
    others = [
        told(f"o{number}", f"2031-0{number + 4}-20", text, source=f"s{number}")
        for number, text in enumerate(
            (
                "The ministry raised the tax on diesel, tobacco and imported timber by a tenth.",
                "Voters of Velmar chose Ada Poe as their first woman mayor by a wide margin.",
                "The orchestra of Marn opened its season with a symphony by a local composer.",
                "A strike of tram drivers emptied the schools and offices of the capital.",
                "Surgeons at the new clinic moved a heart between two brothers from the hills.",
            )
        )
    ]
    articles = [
        article(f"s{number}", f"2031-0{number + 4}-20", entry.text)
        for number, entry in enumerate(others)
    ]
    return [*entries, *others[: len(entries)]], articles


def test_a_main_event_is_one_however_it_is_recalled() -> None:
    merged = merge(*_recalled(LOOKS_BACK))
    sinking = [entry for entry in merged if entry.date.edtf.startswith("2031-03")]

    assert [(entry.date.edtf, len(entry.citations)) for entry in sinking] == [("2031-03-03", 5)]
    assert len(merged) == 6


def test_what_is_titled_as_a_main_event_of_its_week_is_that_event() -> None:
    entries, articles = _recalled(LOOKS_BACK[:4])
    titled = [
        msgspec.structs.replace(entry, title="The Aurora sank off Port Lumen")
        if entry.id.startswith("r")
        else entry
        for entry in entries
    ]
    text = "The ferry Aurora sank last week, said the baker of Marn, whose ovens are for sale."
    passing = told(
        "p", "2031-03-03/2031-03-09", text, title="The Aurora sank off Lumen", source="s9"
    )
    merged = merge([*titled, passing], [*articles, article("s9", "2031-03-12")])

    assert [len(e.citations) for e in merged if e.date.edtf.startswith("2031-03")] == [5]


def test_another_event_of_the_month_is_not_drawn_into_the_main_one() -> None:
    strike = ("2031-03", "Dockers at Port Lumen struck over wages and closed the ferry terminal.")
    merged = merge(*_recalled((*LOOKS_BACK[:4], strike)))

    assert [len(e.citations) for e in merged if e.date.edtf.startswith("2031-03")] == [1, 4]


def test_the_title_of_many_tellings_says_what_most_of_them_say() -> None:
    merged = merge(*_recalled(LOOKS_BACK))
    titles = {entry.title for entry in merged if entry.date.edtf == "2031-03-03"}

    assert titles == {LOOKS_BACK[2][1].rstrip(".")}
