"""What came before an event, and the reason that a reader is given."""

import itertools

import pytest

from generator.dates import format_date, parse_edtf
from generator.model import Article, BackgroundLink, Citation, EditorLink, Entry, Role, Topic
from generator.topics.background import Step, chain, link
from generator.topics.elapsed import elapsed

TEXT = (
    "Police raided the harbour of Belmar on Thursday.\n"
    "A fire had gutted the harbour in May 2020.\n"
    "The harbour was opened in 1993.\n"
    "The minister will visit Belmar on Monday."
)
ARTICLE = Article(
    id="a",
    path="seeds/a.txt",
    title="Police raid the harbour of Belmar",
    text=TEXT,
    published=parse_edtf("2031-01-26"),
    publisher="Example Wire",
)


def cited(role: Role, quote: str, article: Article = ARTICLE) -> Citation:
    start = article.text.index(quote)
    return Citation(role=role, quote=quote, article=article.id, start=start, end=start + len(quote))


def told(
    id_: str,
    date: str,
    text: str,
    *citations: Citation,
    places: tuple[str, ...] = (),
    topics: tuple[str, ...] = (),
    background: tuple[EditorLink, ...] = (),
) -> Entry:
    return Entry(
        id=id_,
        slug=id_,
        date=parse_edtf(date),
        title=text.rstrip("."),
        text=text,
        citations=citations,
        places=places,
        topics=topics,
        background=background,
        path=f"content/{id_}.md" if background else "",
    )


def from_article(id_: str, date: str, role: Role, line: int) -> Entry:
    quote = TEXT.split("\n")[line]
    return told(id_, date, quote, cited(role, quote))


RAID = from_article("raid", "2031-01-26", "reports", 0)
FIRE = from_article("fire", "2020-05", "recalls", 1)
OPENING = from_article("opening", "1993", "recalls", 2)
VISIT = from_article("visit", "2031-01-30", "announces", 3)
STORY = [RAID, FIRE, OPENING, VISIT]


def pairs(links: tuple[BackgroundLink, ...]) -> list[tuple[str, str]]:
    return [(found.later, found.earlier) for found in links]


def test_what_the_article_recalls_is_background_to_what_it_reports() -> None:
    linked = link(STORY, [ARTICLE])
    links, problems = linked.links, linked.problems

    raid = {found.earlier: found for found in links if found.later == "raid"}
    assert problems == ()
    assert set(raid) == {"fire", "opening"}
    assert raid["fire"].kind == "recalled"
    assert raid["fire"].reason == (
        "Recalled in “Police raid the harbour of Belmar” "
        f"(Example Wire, {format_date(parse_edtf('2031-01-26'))})"
    )
    assert raid["fire"].quote == "A fire had gutted the harbour in May 2020."
    assert TEXT[raid["fire"].start : raid["fire"].end] == raid["fire"].quote
    assert raid["fire"].article == "a"


def test_what_a_long_article_recalls_far_off_is_no_background_unless_it_is_related() -> None:
    reported = "Police raided the harbour of Belmar on Thursday."
    far = "A poet was born in Marn in 1901."
    related = "The harbour of Belmar was opened in 1993."
    text = "\n".join((reported, "Gulls slept on the roof of the market. " * 100, far, related))
    long = Article(id="a", path="a.txt", title="", text=text, published=ARTICLE.published)
    raid = told("raid", "2031-01-26", reported, cited("reports", reported, long))
    birth = told("birth", "1901", far, cited("recalls", far, long))
    opening = told("opening", "1993", related, cited("recalls", related, long))

    assert pairs(link([raid, birth, opening], [long]).links) == [("raid", "opening")]


def test_the_announced_event_has_the_reported_one_as_background() -> None:
    links = link(STORY, [ARTICLE]).links

    visit = {found.earlier: found for found in links if found.later == "visit"}
    assert set(visit) == {"raid"}  # the minister has nothing to do with the fire
    assert visit["raid"].reason.startswith("Reported in “")


def test_nothing_later_is_background() -> None:
    links = link(STORY, [ARTICLE]).links
    dates = {entry.id: entry.date for entry in STORY}

    assert all(dates[found.earlier].sort_key < dates[found.later].sort_key for found in links)
    assert not [found for found in links if found.later == "opening"]


def test_a_date_that_may_be_the_same_is_not_earlier() -> None:
    this_year = told("plan", "2031", "A plan was made.", cited("recalls", TEXT.split("\n")[1]))

    assert pairs(link([RAID, this_year], [ARTICLE]).links) == []


def test_the_order_of_the_input_does_not_matter() -> None:
    assert len({link(order, [ARTICLE]).links for order in itertools.permutations(STORY)}) == 1


def test_only_what_the_article_is_about_gets_what_it_recalls() -> None:
    text = (
        "Police raided the harbour of Belmar on Thursday.\n"
        "Elsewhere a museum opened its doors to children.\n"
        "A fire had gutted the harbour in May 2020."
    )
    article = Article(id="b", path="seeds/b.txt", title="Raid on the harbour", text=text)
    lines = text.split("\n")
    raid = told("raid", "2031-01-26", lines[0], cited("reports", lines[0], article))
    museum = told("museum", "2031-01-26", lines[1], cited("reports", lines[1], article))
    fire = told("fire", "2020-05", lines[2], cited("recalls", lines[2], article))

    assert pairs(link([raid, museum, fire], [article]).links) == [("raid", "fire")]


def test_an_event_collects_what_all_its_articles_recall() -> None:
    other = Article(
        id="b", path="seeds/b.txt", title="Harbour raid", text="Raided. Smugglers came in 1970."
    )
    raid = told(
        "raid", "2031-01-26", RAID.text, *RAID.citations, cited("reports", "Raided.", other)
    )
    smugglers = told(
        "smugglers", "1970", "Smugglers came.", cited("recalls", "Smugglers came in 1970.", other)
    )

    links = link([raid, FIRE, smugglers], [ARTICLE, other]).links

    assert set(pairs(links)) == {("raid", "fire"), ("raid", "smugglers")}


def test_what_two_articles_recall_comes_first() -> None:
    other = Article(
        id="b", path="seeds/b.txt", title="Harbour raid", text="Raided. Opened in 1993."
    )
    raid = told(
        "raid", "2031-01-26", RAID.text, *RAID.citations, cited("reports", "Raided.", other)
    )
    opening = told(
        "opening", "1993", "x", *OPENING.citations, cited("recalls", "Opened in 1993.", other)
    )
    fire = told("fire", "2020-05", "y", *FIRE.citations)

    links = link([raid, fire, opening], [ARTICLE, other]).links

    assert pairs(links) == [("raid", "opening"), ("raid", "fire")]
    assert links[0].score > links[1].score


def test_at_most_so_many_links() -> None:
    found = pairs(link(STORY, [ARTICLE], max_links=1).links)

    assert [later for later, _ in found] == ["raid", "visit"]


def test_an_editors_link_comes_first_with_its_reason_and_always_stays() -> None:
    essay = told(
        "essay",
        "2031-02-01",
        "The harbour in court.",
        background=(EditorLink("opening", "How it began."), EditorLink("fire"), EditorLink("raid")),
    )

    linked = link([*STORY, essay], [ARTICLE], max_links=2)
    links, problems = linked.links, linked.problems

    assert problems == ()
    assert [(b.earlier, b.reason) for b in links if b.later == "essay"] == [
        ("opening", "How it began."),
        ("fire", "Chosen by the editors"),
        ("raid", "Chosen by the editors"),
    ]


def test_an_editors_link_to_a_later_entry_is_a_warning() -> None:
    essay = told("essay", "1990", "Plans.", background=(EditorLink("opening"),))

    linked = link([OPENING, essay], [ARTICLE])

    (problem,) = linked.problems
    assert linked.links == ()
    assert (problem.path, problem.severity) == ("content/essay.md", "warning")
    assert '"opening" (1993) is not earlier than this entry (1990)' in problem.message


SITTING = told(
    "sitting",
    "2031-05-04",
    "The court of Karesh heard the glass makers on the patent for blue glass.",
    places=("Karesh",),
    topics=("blue-glass",),
)
PATENT = told(
    "patent",
    "2031-01-04",
    "Two families of Karesh quarrelled over who had invented blue glass and sought a patent.",
    places=("Karesh",),
    topics=("blue-glass",),
)
OTHERS = [
    told(f"o{n}", f"20{n}-07-01", f"Event {n} of quite another kind.", places=(f"Town {n}",))
    for n in range(10, 30)
]


def test_what_is_rare_and_shared_links_in_words() -> None:
    links = link([SITTING, PATENT, *OTHERS], [], topics=[Topic("blue-glass", "Blue glass")]).links

    assert pairs(links) == [("sitting", "patent")]
    assert links[0].kind == "shared"
    assert links[0].reason == "Both concern blue glass and Karesh; four months earlier"


def test_a_shared_place_alone_links_nothing() -> None:
    flood = told("flood", "2030-02-02", "Water stood in the streets.", places=("Karesh",))

    assert pairs(link([SITTING, flood, *OTHERS], []).links) == []


def test_the_same_told_twice_is_shown_once() -> None:
    again = told("again", "2031-01-06", PATENT.text, places=PATENT.places, topics=PATENT.topics)

    links = link([SITTING, PATENT, again, *OTHERS], []).links

    assert len([found for found in links if found.later == "sitting"]) == 1


def test_the_chain_leads_to_the_roots() -> None:
    steps = [
        BackgroundLink("c", "b", "shared", "1"),
        BackgroundLink("b", "a", "shared", "2"),
        BackgroundLink("c", "a", "shared", "3"),
        BackgroundLink("b", "z", "shared", "4"),
        BackgroundLink("x", "y", "shared", "5"),
    ]

    assert chain(steps, "c") == (Step(1, steps[0]), Step(1, steps[2]), Step(2, steps[3]))
    assert chain(steps, "z") == ()


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        ("2031-01-25", "2031-01-26", "the day before"),
        ("2031-01-20", "2031-01-26", "six days earlier"),
        ("2031-01-01", "2031-01-26", "four weeks earlier"),
        ("2022-09-20", "2023-01-26", "four months earlier"),
        ("2020-05", "2031-01-26", "11 years earlier"),
        ("2030-11", "2031-01-26", "three months earlier"),
        ("1993", "2031-01-26", "38 years earlier"),
        ("1967/..", "1993", "26 years earlier"),
        ("2031-01-26", "2031-01-26", ""),
        ("1993", "1993-05-01", ""),
    ],
)
def test_the_time_between_in_words(earlier: str, later: str, words: str) -> None:
    assert elapsed(parse_edtf(earlier), parse_edtf(later)) == words
