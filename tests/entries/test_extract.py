import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import Mention, parse_edtf, tag
from generator.entries.extract import extract
from generator.model import Article, Entry, Role
from tests.entries.passages import PASSAGES, Passage


def mentions_of(text: str, dates: tuple[tuple[str, str], ...]) -> tuple[Mention, ...]:
    found = []
    at = 0
    for phrase, edtf in dates:
        start = text.index(phrase, at)
        at = start + len(phrase)
        found.append(Mention(start, at, phrase, "DATE", edtf, parse_edtf(edtf)))
    return tuple(found)


def article_of(text: str, published: str | None = "2019-03-14", title: str = "") -> Article:
    return Article(
        id="0123456789abcdef",
        path="seeds/example.txt",
        title=title,
        text=text,
        published=parse_edtf(published) if published else None,
        tags=("Velmar", "Orlena"),
    )


def extracted(text: str, *dates: tuple[str, str], title: str = "") -> tuple[Entry, ...]:
    return extract(article_of(text, title=title), mentions_of(text, dates))


@pytest.mark.parametrize("passage", PASSAGES, ids=[passage.name for passage in PASSAGES])
def test_a_passage_gives_what_an_editor_would_put_on_a_timeline(passage: Passage) -> None:
    article = article_of(passage.text, passage.published, passage.headline)
    entries = extract(article, mentions_of(passage.text, passage.dates))
    told = tuple((entry.date.edtf, entry.citations[0].role, entry.title) for entry in entries)
    assert told == passage.wanted


@pytest.mark.parametrize("passage", PASSAGES, ids=[passage.name for passage in PASSAGES])
@pytest.mark.parametrize("min_score", [0.0, 0.5])
def test_quotes_are_verbatim_and_titles_fit(passage: Passage, min_score: float) -> None:
    article = article_of(passage.text, passage.published, passage.headline)
    mentions = mentions_of(passage.text, passage.dates)
    for entry in extract(article, mentions, min_score=min_score):
        assert 0 < len(entry.title) <= 90
        assert re.fullmatch(r"[0-9a-f]{16}", entry.id)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry.slug)
        for citation in entry.citations:
            assert citation.article == article.id
            assert citation.quote == article.text[citation.start : citation.end] != ""


def test_a_distance_before_a_named_day_takes_neither_the_subject_nor_the_date() -> None:
    article = article_of(
        "Two days before the vote, on March 1, gunmen attacked a bus in Orlena and fled."
    )
    (entry,) = extract(article, tag(article.text, article.published))
    assert (entry.date.edtf, entry.title) == ("2019-03-01", "Gunmen attacked a bus in Orlena")


def test_a_hedge_stays_in_the_title_and_the_status() -> None:
    (entry,) = extracted(
        "Soldiers of Velmar allegedly burned the village of Sarn on Tuesday.",
        ("Tuesday", "2019-03-12"),
    )
    assert entry.title == "Soldiers of Velmar allegedly burned the village of Sarn"
    assert entry.status == "reported"


STORY = (
    "Velmar has closed its border with Orlena after a raid on Tuesday at the Sarn crossing, in "
    "which four guards were killed.\n"
    "The border had been opened in July 1998 under the Marn accord (1997), which ended the war. "
    "The army said a Velmar patrol crossed the Sarn on Wednesday. Prime Minister Jonas Adler is "
    "due to visit Orlena on Friday."
)
DATES = (
    ("Tuesday", "2019-03-12"),
    ("July 1998", "1998-07"),
    ("1997", "1997"),
    ("Wednesday", "2019-03-13"),
    ("Friday", "2019-03-15"),
)


def test_a_story_gives_its_news_its_past_and_its_future() -> None:
    entries = extracted(STORY, *DATES, title="Velmar closes its border with Orlena")
    assert [(entry.date.edtf, entry.citations[0].role, entry.title) for entry in entries] == [
        ("2019-03-12", "reports", "Velmar closes its border with Orlena"),
        ("2019-03-12", "reports", "Four guards were killed in a raid at the Sarn crossing"),
        ("1998-07", "recalls", "The border with Orlena was opened under the Marn accord"),
        ("1997", "recalls", "The Marn accord ended the war"),
        ("2019-03-13", "reports", "A Velmar patrol crossed the Sarn"),
        ("2019-03-15", "announces", "Jonas Adler is due to visit Orlena"),
    ]
    assert {entry.topics for entry in entries} == {("Velmar", "Orlena")}
    assert entries[-1].people == ("Jonas Adler",)


def test_what_somebody_said_is_reported_and_says_who_said_so() -> None:
    (entry,) = extracted("The army said a patrol crossed the Sarn on Tuesday.", DATES[0])
    assert entry.title == "A patrol crossed the Sarn"
    assert entry.status == "reported"
    assert entry.citations[0].said_by == "The army"


def test_what_is_to_come_is_planned() -> None:
    (entry,) = extracted("The Orlena Museum will reopen on Friday.", DATES[4])
    assert (entry.status, entry.citations[0].role) == ("planned", "announces")


def test_only_the_roles_asked_for() -> None:
    article = article_of(STORY, title="Velmar closes its border with Orlena")
    roles: tuple[Role, ...] = ("recalls",)
    entries = extract(article, mentions_of(STORY, DATES), roles=roles)
    assert [entry.date.edtf for entry in entries] == ["1998-07", "1997"]


def test_ids_stay_when_something_is_added() -> None:
    before = extracted(STORY, *DATES)
    after = extracted(f"{STORY}\nThe Orlena Bank opened in 1951.", *DATES, ("1951", "1951"))
    assert [entry.id for entry in before] == [entry.id for entry in after[:-1]]
    assert after[-1].title == "The Orlena Bank opened"


def test_without_a_day_of_publication_a_month_alone_dates_nothing() -> None:
    text = "The Orlena Bank opened in May. The Marn Bank opened in 1951."
    article = article_of(text, published=None)
    entries = extract(article, mentions_of(text, (("May", "2022-05"), ("1951", "1951"))))
    assert [(entry.date.edtf, entry.citations[0].role) for entry in entries] == [
        ("1951", "recalls")
    ]


def test_subheadings_tell_nothing() -> None:
    text = "Fire closed the Orlena mill in 1951\nThe Orlena mill reopened in 1952."
    article = msgspec.structs.replace(article_of(text), subheadings=((0, 35),))
    dates = mentions_of(text, (("1951", "1951"), ("1952", "1952")))
    assert [entry.date.edtf for entry in extract(article, dates)] == ["1952"]


def test_two_tellings_of_one_event_are_two_citations() -> None:
    text = (
        "A storm destroyed the Marn lighthouse in October 1962. The keeper lived there alone. "
        "The Marn lighthouse was destroyed by the storm in 1962."
    )
    (entry,) = extracted(text, ("October 1962", "1962-10"), ("1962", "1962"))
    assert entry.date.edtf == "1962-10"
    assert len(entry.citations) == 2


@pytest.mark.parametrize("text", ["", "\n\n", "…", "?!", "1999", "(((", "“”", "said said said."])
def test_text_without_a_sentence_gives_nothing(text: str) -> None:
    assert extract(article_of(text), ()) == ()


def test_extracting_twice_is_the_same() -> None:
    assert extracted(STORY, *DATES) == extracted(STORY, *DATES)


def test_sentences_that_point_back_are_further_citations_and_give_their_names() -> None:
    text = (
        "Six workers died in a fire at the Castell refinery on Tuesday. The Marn Oil Company said "
        "it regretted this accident, its chief Jonas Adler being on a visit abroad."
    )
    (entry,) = extracted(text, ("Tuesday", "2019-03-12"))
    assert entry.title == "Six workers died in a fire at the Castell refinery"
    assert [citation.quote[:10] for citation in entry.citations] == ["Six worker", "The Marn O"]
    assert entry.organizations == ("Marn Oil Company",)


def test_a_length_of_time_before_the_news() -> None:
    text = "Marn closed its port on Wednesday, a day after Velmar seized two ferries."
    dates = mentions_of(text, (("Wednesday", "2019-03-13"),))
    start = text.index("a day after")
    length = Mention(start, start + 11, "a day after", "DURATION", "P1D")
    entries = extract(article_of(text), (*dates, length))
    assert [(entry.date.edtf, entry.title) for entry in entries] == [
        ("2019-03-13", "Marn closed its port"),
        ("2019-03-12", "Velmar seized two ferries"),
    ]


WORDS = re.findall(
    r"\S+",
    """
    the a Marn Orlena king said that which who had was been taken by in on , . – ( ) “ ” ? ; : and
    to it he they will opened closed bridge raid 1999 nine when after since ending due not us 's
    """,
)


@given(
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.lists(st.tuples(st.integers(0, 200), st.integers(1, 12)), max_size=4),
)
def test_no_text_and_no_mention_breaks_it(text: str, spans: list[tuple[int, int]]) -> None:
    mentions = []
    reached = 0
    for start, length in sorted(spans):
        end = min(start + length, len(text))
        if reached <= start < end:
            day = parse_edtf("1999-05-01")
            mentions.append(Mention(start, end, text[start:end], "DATE", day.edtf, day))
            reached = end
    for min_score in (0.0, 0.5):
        for entry in extract(article_of(text, title=text[:60]), mentions, min_score=min_score):
            assert 0 < len(entry.title) <= 90
            for citation in entry.citations:
                assert citation.quote == text[citation.start : citation.end]


def test_a_year_that_is_said_is_not_reckoned_from_the_day_of_the_news() -> None:
    article = article_of(
        "The port of Orlena closed on Tuesday.\n"
        "A year after the Velmar revolt began in 2003, critics asked a question."
    )
    dates = {e.title: e.date.edtf for e in extract(article, tag(article.text, article.published))}
    assert dates["The Velmar revolt began"] == "2003"


def test_what_is_said_falsely_is_disputed() -> None:
    (entry,) = extracted(
        "Ada Poe falsely claimed that Velmar had bombed the port of Orlena on Tuesday.",
        ("Tuesday", "2019-03-12"),
    )
    assert entry.status == "disputed"


def test_what_followed_a_saying_of_some_month_happened_in_it() -> None:
    article = article_of(
        "The port of Orlena closed on Tuesday.\n"
        "When Ada Poe said in May 2016 that the Velmar spill was tiny, she was mocked by Tom Keys."
    )
    dates = {e.title: e.date.edtf for e in extract(article, tag(article.text, article.published))}
    assert dates["Ada Poe was mocked by Tom Keys"] == "2016-05"
