"""Topics are few and useful, and what editors wrote always stays."""

import itertools

import msgspec
import pytest

from generator.dates import day
from generator.model import Article, Citation, Entry, Origin, Topic
from generator.topics.assign import assign
from generator.topics.fullnames import full_names
from generator.topics.labels import Labels, fold


def article(id_: str, *tags: str) -> Article:
    return Article(id=id_, path=f"seeds/{id_}.txt", title=id_, text="", tags=tags)


def told(
    number: int,
    source: str,
    title: str,
    *topics: str,
    text: str = "",
    origin: Origin = "extracted",
    places: tuple[str, ...] = (),
    people: tuple[str, ...] = (),
) -> Entry:
    return Entry(
        id=f"e{number}",
        slug=f"e{number}",
        date=day(2031, 3, number),
        title=title,
        text=text,
        topics=topics,
        places=places,
        people=people,
        origin=origin,
        citations=(Citation(role="reports", article=source),) if source else (),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("US election", "The U.S. Elections"),
        ("Élysée", "elysee"),
        ("Israelo-Palestinian conflict", "Israelo Palestinian Conflicts"),
        ("Belmar's port", "Belmar port"),
    ],
)
def test_spellings_of_one_label(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_text_names_labels_and_a_common_word_none() -> None:
    labels = Labels(["port lumen", "karesh", "coordination", "port", "lumen karesh"])

    said = labels.said_in("Coordination resumed in Port Lumen; the port of Karesh stayed shut.")

    assert said == {"port lumen", "karesh", "coordination", "port"}
    assert not labels.said_in("The port stayed shut. A port of Lumen. Karesh-born sailors left") - {
        "karesh"
    }
    assert not Labels([]).said_in("Coordination resumed in Port Lumen.")


def test_publishers_tags_come_as_topics_and_their_spellings_are_one() -> None:
    articles = [article("a", "Fisheries"), article("b", "fishery", "Karesh")]
    entries = [
        told(1, "a", "Quota cut", "Fisheries"),
        told(2, "a", "Boats return", "Fisheries"),
        told(3, "b", "Senate votes", "fishery", "Karesh"),
    ]

    assigned, topics = assign(entries, articles, [])

    assert [entry.topics for entry in assigned] == [("fisheries",)] * 3
    assert topics == (Topic("fisheries", "Fisheries", aliases=("fishery",)),)


def test_declared_topics_take_their_aliases_and_stay_without_entries() -> None:
    declared = [
        Topic("fishing", "Fishing", aliases=("Fisheries",), parents=("Economy",)),
        Topic("karesh", "Karesh", aliases=("Old Karesh",)),
        Topic("moon", "The Moon"),
    ]
    entries = [
        told(1, "a", "Quota cut", "Fisheries"),
        told(2, "b", "Storm closes Old Karesh harbour"),
    ]

    assigned, topics = assign(entries, [article("a", "Fisheries"), article("b")], declared)

    assert [entry.topics for entry in assigned] == [("fishing",), ("karesh",)]
    assert [topic.slug for topic in topics] == ["economy", "fishing", "karesh", "moon"]
    assert topics[1].parents == ("economy",)


def test_an_editors_label_stays_for_one_entry_and_a_tag_does_not() -> None:
    entries = [
        told(1, "", "Lighthouse lit", "Lighthouses", origin="editor"),
        told(2, "a", "Boat lost", "Obscure tag"),
    ]

    assigned, topics = assign(entries, [article("a", "Obscure tag")], [])

    assert [entry.topics for entry in assigned] == [("lighthouses",), ()]
    assert [topic.title for topic in topics] == ["Lighthouses"]


def test_a_section_of_a_web_site_is_no_topic() -> None:
    entries = [told(n, "a", f"Event {n}", "News") for n in (1, 2, 3)]

    assert assign(entries, [article("a", "News")], [])[1] == ()


def test_names_and_phrases_of_several_articles_become_topics() -> None:
    entries = [
        told(1, "a", "Harbour works begin in Belmar", places=("Belmar",), text="A sea wall leaks."),
        told(2, "b", "Belmar votes", places=("Belmar",), text="The council pays for a sea wall."),
        told(3, "c", "Belmar floods", places=("Belmar",), text="Water breaks through."),
        told(4, "c", "Karesh lends pumps", places=("Karesh",), text="The sea walls held there."),
        told(5, "d", "A museum of glass opens", people=("Ada Venn",)),
    ]

    assigned, topics = assign(entries, [article(x) for x in "abcd"], [])

    assert [(topic.slug, topic.title) for topic in topics] == [
        ("belmar", "Belmar"),
        ("sea-wall", "Sea wall"),
    ]
    assert assigned[0].topics == ("sea-wall", "belmar")
    assert assigned[4].topics == ()


def test_a_name_of_one_article_is_no_topic() -> None:
    entries = [told(n, "a", f"Belmar event {n}", places=("Belmar",)) for n in (1, 2, 3)]

    assert assign(entries, [article("a")], [])[1] == ()


def test_a_topic_within_another_has_it_as_parent() -> None:
    tags = [("Coast", "Harbours")] * 3 + [("Coast",)] * 4
    entries = [told(n + 1, f"a{n}", f"Event {n}", *labels) for n, labels in enumerate(tags)]
    articles = [article(f"a{n}", *labels) for n, labels in enumerate(tags)]

    _, topics = assign(entries, articles, [])

    assert {topic.slug: topic.parents for topic in topics} == {
        "coast": (),
        "harbours": ("coast",),
    }


def test_another_article_leaves_the_topics_as_they_were() -> None:
    entries = [told(n, f"a{n}", f"Event {n}", "Coast", places=("Belmar",)) for n in range(1, 6)]
    articles = [article(f"a{n}", "Coast") for n in range(1, 6)]
    more = told(9, "z", "Karesh elects a mayor", "Karesh", places=("Karesh",))

    before = assign(entries, articles, [])[1]
    after = assign([*entries, more], [*articles, article("z", "Karesh")], [])[1]

    assert set(before) <= set(after)


def test_the_order_of_entries_does_not_change_the_topics() -> None:
    entries = [
        told(n, f"a{n % 3}", f"Event {n}", "Coast", places=("Belmar",), text="A sea wall leaks.")
        for n in range(1, 6)
    ]
    articles = [article(f"a{n}", "Coast") for n in range(3)]

    assert len({assign(p, articles, [])[1] for p in itertools.permutations(entries)}) == 1


def test_two_labels_with_one_slug_keep_apart() -> None:
    entries = [
        told(1, "", "One", "C", origin="editor"),
        told(2, "", "Two", "C++ +", "₵", origin="editor"),
    ]

    assigned, topics = assign(entries, [], [])

    assert len({topic.slug for topic in topics}) == len(topics)
    assert all(slug for entry in assigned for slug in entry.topics)


def test_a_surname_is_the_one_full_name_that_the_site_has_for_it() -> None:
    assert full_names(
        {"Ada Venn": 4, "Venn": 2, "Mira Holt": 2, "Jon Holt": 2, "Holt": 3, "Ada B. Venn": 1},
        {"Harbour Board of Belmar": 3, "HBB": 2, "Karesh": 9},
    ) == {"Ada B. Venn": "Ada Venn", "HBB": "Harbour Board of Belmar", "Venn": "Ada Venn"}


def test_names_are_folded_in_the_entries_but_not_an_editors() -> None:
    entries = [
        told(1, "a", "Venn wins", people=("Venn",)),
        told(2, "b", "Venn speaks", people=("Ada Venn",)),
        told(3, "c", "Venn rests", people=("Ada Venn",)),
        told(4, "", "Venn writes", people=("Venn",), origin="editor"),
    ]

    assigned, _ = assign(entries, [], [])

    assert [entry.people for entry in assigned] == [("Ada Venn",)] * 3 + [("Venn",)]


def test_who_reported_is_no_topic() -> None:
    entries = [
        msgspec.structs.replace(
            told(n, f"a{n}", f"Event {n}"), organizations=("BBC", "Example Wire")
        )
        for n in range(1, 6)
    ]
    articles = [
        msgspec.structs.replace(article(f"a{n}"), publisher="Example Wire") for n in range(1, 6)
    ]

    assert assign(entries, articles, [])[1] == ()


def test_an_office_is_no_topic() -> None:
    entries = [
        told(n, f"a{n}", f"Event {n}", text="The chief executive spoke of the sea wall.")
        for n in range(1, 6)
    ]

    topics = assign(entries, [article(f"a{n}") for n in range(1, 6)], [])[1]

    assert [topic.slug for topic in topics] == ["sea-wall"]


def test_a_hyphenated_word_is_no_phrase() -> None:
    entries = [
        told(number, f"a{number}", "Talks", text="They traded tit-tat tat over cod quotas.")
        for number in range(1, 5)
    ]

    _, topics = assign(entries, [], [])

    assert [topic.slug for topic in topics] == ["cod-quotas"]
