"""Messy text in, one article out: nothing of the body lost, nothing else in it."""

from pathlib import Path

import pytest

from generator.articles import Hints, read
from generator.articles.boilerplate import learn
from generator.articles.classify import key
from generator.model import Article, Source

DATA = Path(__file__).parent / "data"
SCRAPED = (DATA / "flood.txt").read_text(encoding="utf-8")
PORTAL = (DATA / "bridge.txt").read_text(encoding="utf-8")


def article(text: str, path: str = "seeds/a.txt", hints: Hints | None = None) -> Article:
    (found,), problems = read(Source(path, text.encode()), hints)
    assert not problems
    return found


def test_what_a_scraped_page_says_of_itself() -> None:
    found = article(SCRAPED)
    assert found.title == (
        "Deadly flood in Lower Poe: the council ends its works agreement with Acme Water"
    )
    assert found.published is not None
    assert found.published.edtf == "2017-03-06"
    assert found.publisher == "EWN"
    assert found.tags == ("Lower Poe", "Floods", "County council")
    assert [link.title for link in found.related] == ["Upper Poe: three floods since the new year"]
    assert found.language == "en"
    sources = {witness.field: witness.source for witness in found.witnesses}
    assert sources["published"] == "photo caption"


def test_the_body_is_whole_and_holds_nothing_else() -> None:
    assert article(SCRAPED).text.split("\n") == [
        "The decision came hours after the river rose over its dyke on Monday March 6 and drowned "
        "four people in the old town of Lower Poe.",
        '"After three winters of promises about the dyke, some of them in writing, the council '
        'sees no works agreement with the company any more," the clerk said in a letter.',
        "The council had broken off the agreement once before, in May 2011, over a plan to raise "
        "the water rates. Work between the two – it goes back to the Roe agreement (1984) – began "
        "again in November 2011.",
        "A night of high water",
        "The water came into the old town on Monday morning, before the sirens went.",
        'Acme Water spoke of a "small repair" that its director, Bob Moe, had asked for in the '
        "week before the flood.",
        "Not since August 2016, when a storm killed at least 12 people, including children, has "
        "the county seen such a day.",
        "The State Office called the step hasty and said that it was \"in nobody's interest to "
        'leave the dyke without a builder"',
        "Carla Doe, who heads the county, is to walk along the dyke on Friday with engineers and "
        "to ask, her office said, for “a plan that holds for a hundred years”",
    ]


def test_a_subheading_is_told_apart_from_the_sentences() -> None:
    found = article(SCRAPED)
    assert [found.text[start:end] for start, end in found.subheadings] == ["A night of high water"]


def test_every_visible_line_is_kept_with_its_class_and_reason() -> None:
    found = article(SCRAPED)
    visible = [(number, line) for number, line in enumerate(SCRAPED.split("\n"), 1) if line.strip()]
    assert [(line.number, line.text) for line in found.lines] == visible
    assert all(line.reason for line in found.lines if line.kind != "body")
    kinds = {line.text.strip(): line.kind for line in found.lines}
    assert kinds["2 mins"] == "reading time"
    assert kinds["I subscribe"] == "promotion"
    assert kinds["Text by: EWN Follow"] == "byline"
    assert kinds["• Floods"] == "tags"


def test_a_portal_page_loses_its_furniture() -> None:
    found = article(PORTAL)
    assert found.title == "Council of Roe Mills votes to keep the old bridge open"
    assert found.summary == "Cars may use it again from spring, the mayor says."
    assert found.byline == ("Ann Poe",)
    assert found.published is not None
    assert found.published.edtf == "2019-04-05"
    starts = [paragraph[:12] for paragraph in found.text.split("\n")]
    assert starts == ["ROE MILLS — ", "The bridge w", "“We are glad", "The repairs "]


def test_a_sentence_cut_by_an_advertisement_is_joined() -> None:
    found = article(
        "Ferry of Poe stops for repairs\n\n"
        "The ferry will not run before the end of the month, said the owner, who blamed\n\n"
        "Advertisement\n\n"
        "the late arrival of a new engine that was ordered two years ago in Roe Mills.\n\n"
        "Passengers may take the bus over the bridge at no cost until the repairs are over.\n"
    )
    assert found.text.split("\n")[0].endswith(
        "who blamed the late arrival of a new engine that was ordered two years ago in Roe Mills."
    )


def test_hard_wrapped_paragraphs_are_unwrapped() -> None:
    found = article(
        "Mill at Roe to open again\n\n"
        "The mill at Roe, which has stood still since the flood of 1998,\n"
        "will open its doors again in May, the owners said on Tuesday in\n"
        "the town hall.\n\n"
        "They want to grind corn and to show visitors how it was done in\n"
        "the days of their grandparents, with the old stones and the old\n"
        "wheel.\n"
    )
    assert [len(paragraph.split()) for paragraph in found.text.split("\n")] == [29, 27]


def test_a_text_without_a_headline_says_that_its_title_is_a_guess() -> None:
    found = article(
        "The ferry of Poe will not run before the end of the month, its owner said on Friday.\n\n"
        "Passengers may take the bus over the bridge at no cost until the repairs are over.\n"
    )
    assert found.title.startswith("The ferry of Poe will not run")
    assert [w.sure for w in found.witnesses if w.field == "title"] == [False]


def test_lines_that_the_collection_repeats_are_boilerplate() -> None:
    texts = [
        f"Ferry of Poe stops for repairs {day}\n\n"
        f"The ferry will not run before day {day} of the month, its owner said on Friday at noon."
        "\n\nThe best of Lower Poe, every day!\n\n"
        "Passengers may take the bus over the bridge at no cost until the repairs are over.\n"
        for day in ("nine", "ten", "eleven")
    ]
    sources = [Source(f"seeds/{at}.txt", text.encode()) for at, text in enumerate(texts)]
    learned = Hints(boilerplate=learn(sources))
    assert "best of Lower Poe" in article(texts[0]).text
    again = article(texts[0], hints=learned)
    assert "best of Lower Poe" not in again.text
    assert "Passengers may take the bus" in again.text, "a sentence of the news is kept"


def dated(line: str, below: str = "") -> Article:
    return article(
        f"Mill at Roe to open again\n\n{line}\n\n"
        "The mill at Roe, which has stood still for years, will open again, its owners said.\n\n"
        "They want to grind corn and to show visitors how it was done with the old stones.\n\n"
        + below
    )


@pytest.mark.parametrize(
    ("line", "date", "source", "names"),
    [
        ("By Ann Poe | April 5, 2019", "2019-04-05", "dateline", ("Ann Poe",)),
        ("April 5, 2019 by Ann Poe", "2019-04-05", "dateline", ("Ann Poe",)),
        ("Ann Poe 5 April 2019, 11:42, UK", "2019-04-05", "dateline", ("Ann Poe",)),
        ("April 5, 2019 / 11:03 PM / AP", "2019-04-05", "dateline", ("AP",)),
        ("Reuters April 5, 2019 11:03 PM", "2019-04-05", "dateline", ("Reuters",)),
        ("Updated Apr 7, 2019;Posted Apr 5, 2019", "2019-04-05", "published line", ()),
        ("Last updated: 2019-04-05T10:00:00Z", "2019-04-05", "updated line", ()),
        ("Author of the article:\n\nAnn Poe", None, "", ("Ann Poe",)),
        ("Ann Poe\n\nScience reporter", None, "", ("Ann Poe",)),
        ("FILE - The mill in Roe, Feb. 3, 2018. Photo by Ann Poe/EWN", None, "", ()),
        ("2 hours ago", None, "", ()),
    ],
)
def test_who_wrote_it_and_when(
    line: str, date: str | None, source: str, names: tuple[str, ...]
) -> None:
    found = dated(line)
    assert (found.published.edtf if found.published else None) == date
    assert [w.source for w in found.witnesses if w.field == "published"][:1] == (
        [source] if source else []
    )
    assert found.byline == names
    assert len(found.text.split("\n")) == 2


def test_a_day_without_its_year_takes_that_of_the_copyright_and_is_unsure() -> None:
    found = dated("Apr 5, 6:55 AM", "© 2019 Example Wire. All rights reserved.")
    assert found.published is not None
    assert found.published.edtf == "2019-04-05"
    assert [w.sure for w in found.witnesses if w.field == "published"] == [False]


def test_a_date_in_the_name_of_the_file_is_the_last_resort() -> None:
    text = dated("Share").text
    found = article(f"Mill at Roe to open again\n\n{text}", "seeds/2019-04-05-mill.txt")
    assert found.published is not None
    assert found.published.edtf == "2019-04-05"
    assert [(w.source, w.sure) for w in found.witnesses if w.field == "published"] == [
        ("file name", False)
    ]


def test_a_live_report_names_its_writers_between_its_entries() -> None:
    entry = "The water at the lower gate has risen by a foot since noon, the council said."
    found = article(
        f"Flood at Roe: live\n\n20:24Ann Poe\n\n{entry}\n\n20:11Bob Roe\n\n{entry[:-1]}!"
    )
    assert found.byline == ("Ann Poe", "Bob Roe")
    assert "20:24" not in found.text


def test_a_footer_behind_a_menu_is_no_part_of_a_short_article() -> None:
    menu = "\n\n".join(
        f"Section {word}" for word in ["one", "two", "three", "four", "five", "six", "seven"]
    )
    footer = "The Roe Mills Post is a paper of the county and has been printed since 1871."
    found = dated("By Ann Poe", f"{menu}\n\n{menu}x\n\n{footer}\n")
    assert "printed since 1871" not in found.text
    assert len(found.text.split("\n")) == 2


def test_a_list_that_the_last_paragraph_announces_belongs_to_it() -> None:
    found = dated("By Ann Poe", "The mill is open on these days:\n\nMay 4\n\nMay 11\n\nMay 18\n")
    assert found.text.split("\n")[-3:] == ["May 4", "May 11", "May 18"]


def test_a_date_that_several_articles_bear_still_dates_them() -> None:
    texts = [
        f"Ferry {name} stops for repairs\n\nPublished: January 10, 2024\n\n"
        f"The ferry {name} will not run before the end of the month, said its owner.\n"
        for name in ("Ada", "Bea", "Cora", "Dora")
    ]
    sources = [Source(f"seeds/{at}.txt", text.encode()) for at, text in enumerate(texts)]
    learned = Hints(boilerplate=learn(sources))
    dates = [article(text, hints=learned).published for text in texts]
    assert [date and date.edtf for date in dates] == ["2024-01-10"] * 4


FIRST = "The ferry will not run before the end of the month, its owner said on Friday at noon."
SECOND = "Passengers may take the bus over the bridge at no cost until the repairs are over."
CUT = 'The owner waited for an hour, he said, "and nobody\n\ncame."'


@pytest.mark.parametrize("paragraphs", [[CUT, FIRST, SECOND], [FIRST, CUT, SECOND]])
def test_a_quotation_cut_before_its_last_word_is_joined(paragraphs: list[str]) -> None:
    found = article("\n\n".join(["Ferry of Poe stops for repairs", *paragraphs]))
    assert found.title == "Ferry of Poe stops for repairs"
    whole = 'The owner waited for an hour, he said, "and nobody came."'
    assert found.text.split("\n") == [whole if text is CUT else text for text in paragraphs]


def test_a_headline_above_a_cut_quotation_is_not_quoted() -> None:
    cut = '"\n\nNobody came\n\n," he said on Friday at noon in the hall of Roe Mills.'
    found = article(f"Owner of ferry waits for an hour\n\n{cut}\n\n{FIRST}\n\n{SECOND}")
    assert found.title == "Owner of ferry waits for an hour"
    assert found.text.startswith('"Nobody came," he said on Friday')


def test_a_text_all_in_capitals_is_a_text() -> None:
    found = article(f"Ferry of Poe stops\n\n{FIRST}\n\n{SECOND}".upper())
    assert found.title == "FERRY OF POE STOPS"
    assert found.text == f"{FIRST}\n{SECOND}".upper()


@pytest.mark.parametrize(
    ("title", "first", "second", "language"),
    [
        (
            "渡轮因维修停航",
            "渡轮公司周五表示，渡轮在月底之前不会恢复运行，因为发动机需要更换。",
            "镇长说，维修工作将持续三个星期，费用由公司承担，乘客不需要付费。",
            "zh",
        ),
        (
            "توقف العبارة في بو للإصلاح",
            "قال مالك العبارة يوم الجمعة إنها لن تعمل قبل نهاية الشهر بسبب إصلاح المحرك.",
            "يمكن للركاب استخدام الحافلة عبر الجسر مجانا حتى انتهاء أعمال الإصلاح في المدينة.",
            "ar",
        ),
        (
            "Паром остановлен на ремонт",
            "Паром не будет ходить до конца месяца, сообщил в пятницу его владелец в ратуше.",
            "Пассажиры могут бесплатно ездить на автобусе через мост, пока идёт ремонт.",
            "ru",
        ),
        (
            "Le bac de Poe à l’arrêt pour réparations",
            "Le bac ne circulera pas avant la fin du mois, a déclaré vendredi son propriétaire.",
            "Les passagers peuvent prendre le bus sur le pont jusqu’à la fin des travaux.",
            "fr",
        ),
    ],
)
def test_other_languages(title: str, first: str, second: str, language: str) -> None:
    found = article(f"{title}\n\n{first}\n\n{second}\n")
    assert (found.title, found.text, found.language) == (title, f"{first}\n{second}", language)


def test_paragraphs_that_only_an_indent_parts() -> None:
    found = article(
        "Ferry of Poe stops for repairs\n\n"
        "    The ferry will not run before the end of the month, its\n"
        "owner said on Friday at noon in the hall of Roe Mills.\n"
        "    Passengers may take the bus over the bridge at no cost\n"
        "until the repairs are over and the ferry runs again.\n"
    )
    assert [len(paragraph.split()) for paragraph in found.text.split("\n")] == [24, 21]


def test_the_rows_of_a_table_name_nobody() -> None:
    found = article(
        f"Results of the vote in Roe\n\n{FIRST}\n\n"
        "Party\tVotes\tSeats\nReds\t1,204\t5\nBlues\t998\t4\nGreens\t310\t1\n\n" + SECOND
    )
    assert found.byline == ()
    assert found.text.split("\n")[1:-1] == [
        "Party Votes Seats",
        "Reds 1,204 5",
        "Blues 998 4",
        "Greens 310 1",
    ]


def test_marks_of_markdown_are_no_part_of_the_text() -> None:
    found = article(f"# Ferry of Poe stops\n\n{FIRST}\n\n## What is to be done\n\n> {SECOND}\n")
    assert found.title == "Ferry of Poe stops"
    assert found.text == f"{FIRST}\nWhat is to be done\n{SECOND}"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_line_ends_of_other_systems(end: str) -> None:
    text = f"Ferry of Poe stops for repairs\n\nBy Ann Poe\n\n{FIRST}\n\n{SECOND}\n"
    found = article(text.replace("\n", end))
    assert (found.byline, found.text) == (("Ann Poe",), f"{FIRST}\n{SECOND}")


def test_a_caption_cut_at_its_credit_leaves_the_paragraph_above_alone() -> None:
    found = article(
        f"Ferry of Poe stops for repairs\n\n{FIRST}\n\nThe ferry at its quay (\n\nImage:\n\n"
        f"Roe Mills Post)\n\n{SECOND}\n"
    )
    assert found.text == f"{FIRST}\n{SECOND}"


def test_the_beginning_of_an_agency_s_story_is_no_headline() -> None:
    found = article(f"POE MILLS (EWN) — To Bob Roe, ferries are a trade.\n\n{FIRST}\n\n{SECOND}\n")
    assert found.text.startswith("POE MILLS (EWN) — To Bob Roe")


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"%PDF-1.7\x01\x02\x03" * 50])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    found, problems = read(Source("seeds/a.txt", data))
    assert found == ()
    assert [problem.severity for problem in problems] == ["error"]
    assert "holds no text" in problems[0].message


def test_some_stray_marks_make_no_binary() -> None:
    text = "The mill at Roe closed.\n\nIt had \x02 opened in 1921, the council said.\n" * 20
    found, _ = read(Source("seeds/a.txt", text.encode("utf-16")))
    assert found


def test_a_sentence_and_a_quotation_that_a_picture_cut_stay_in_the_text() -> None:
    found = article(
        "Dam breaks near Roe\n\nROE, Merania - A dam broke near Roe on Monday and flooded the lower"
        " town, where some four hundred people live, the council said in the evening.\n\n"
        "The mayor said that \n\nthe city was safe.\n\nPhoto: Example Wire\n\n"
        '"We ran\n\nout of the house," said Bob Poe.\n'
    )
    assert found.text.split("\n")[1:] == [
        "The mayor said that the city was safe.",
        '"We ran out of the house," said Bob Poe.',
    ]


def test_lines_that_recur_are_learned_in_the_encoding_of_the_site() -> None:
    line = "Читайте также наши новости"
    sources = [
        Source(f"seeds/{n}.txt", f"{line}\n\nМост {n} открыт.\n".encode("windows-1251"))
        for n in range(6)
    ]
    assert key(line) in learn(sources, encoding="windows-1251")
    assert key(line) not in learn(sources)
