"""What a title says of one sentence, and when there is none."""

import pytest

from generator.dates import parse_edtf, tag
from generator.entries.extract import extract
from generator.model import Article


def titles_of(text: str, headline: str = "") -> list[str]:
    published = parse_edtf("2019-03-14")
    article = Article(id="a", path="a.txt", title=headline, text=text, published=published)
    return [entry.title for entry in extract(article, tag(text, published))]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Ada Poe was convicted on Monday and sentenced to life in prison on Tuesday.",
            "Ada Poe was sentenced to life in prison",
        ),
        (
            "Marn Air selected to run Velmar's ferries on Tuesday.",
            "Marn Air was selected to run Velmar's ferries",
        ),
        (
            "Officer Tom Keys was a Marn guard killed by rebels in June 2003.",
            "Officer Tom Keys was killed by rebels",
        ),
        (
            "Ada Poe was born in Marn in 1902 and died in Velmar in 1931.",
            "Ada Poe died in Velmar",
        ),
        (
            "There were protests in ten towns across Marn sparked by a tax in May 2018.",
            "Protests in ten towns across Marn were sparked by a tax",
        ),
    ],
)
def test_only_what_was_done_to_somebody_is_told_in_the_passive(text: str, title: str) -> None:
    assert title in titles_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Another flight was cancelled in July 2018.",
        "Ada Poe began in 2015.",
        "The 23-year-old left Marn in 2015.",
        "Most of its members left Marn in 2015.",
        "Less than a month into the session, a trial in Marn began to draw crowds in 2015?",
        "Marn's new price for oil will start at 70 euro in June.",
        "The Velmar tariffs will reduce growth in Marn in 2020.",
        "Floods in Marn, fires in Velmar and ten thousand people without power this weekend.",
    ],
)
def test_what_names_nothing_and_what_nobody_did_gets_no_title(text: str) -> None:
    assert titles_of(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Photo: Ada Poe/Wire The Marn parliament elected a speaker on Tuesday.",
            "The Marn parliament elected a speaker",
        ),
        ("Diving: Ada Poe won the Marn cup on Tuesday.", "Ada Poe won the Marn cup"),
        (
            "Two guards — a Velmar man and a Marn man — who watched the port were released "
            "on Tuesday in Orlena.",
            "Two guards were released in Orlena",
        ),
        (
            "Poe and Keys denied it and were released from Orlena jail on Tuesday.",
            "Poe and Keys were released from Orlena jail",
        ),
        (
            "Oil has leaked since the ferry Orlena Star, leased by Marn Rail, exploded off the "
            "coast of Velmar in July 2018.",
            "The ferry Orlena Star exploded off the coast of Velmar",
        ),
        (
            "After the vote in 2015, the Marn court ruled in favour of the traders.",
            "The Marn court ruled in favour of the traders",
        ),
        (
            "The move comes a day after Orlena Rail, another Marn company, closed ten stations.",
            "Orlena Rail closed ten stations",
        ),
    ],
)
def test_the_subject_is_the_one_of_its_verb(text: str, title: str) -> None:
    assert title in titles_of(text, "Two guards, Ada Poe and Keys: news of a day on Tuesday")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Ada Poe posted a note on Tuesday accusing the Velmar Bank of trying to stop the sale "
            "of her late father's boats in the port.",
            "Ada Poe posted a note accusing the Velmar Bank",
        ),
        (
            "The second-largest maker of fishing boats Orlena Works on Tuesday named Ada Poe as "
            "its new chief executive.",
            "Orlena Works named Ada Poe as its new chief executive",
        ),
        (
            "Marn closed three camps near the US border on Tuesday.",
            "Marn closed three camps near the US border",
        ),
        (
            "Orlena Rail agreed on Tuesday to buy ten ferries from Velmar.",
            "Orlena Rail agreed to buy ten ferries from Velmar",
        ),
    ],
)
def test_a_title_ends_with_a_whole_phrase(text: str, title: str) -> None:
    assert title in titles_of(text, "Ada Poe, Orlena and Marn in the news with ten ferries")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Marn Oil released on Wednesday an internal inquiry into the blast at Velmar.",
            "Marn Oil released an internal inquiry into the blast at Velmar",
        ),
        (
            "Poe also said a third Marn ship at the wreck that will double the crew was hooked up "
            "on Monday.",
            "A third Marn ship at the wreck was hooked up",
        ),
        (
            "The blast recalled the mill explosion and fire in the Velmar valley, which killed "
            "nearly 170 people in 1988.",
            "The mill explosion and fire killed nearly 170 people",
        ),
        ("Nine people were hurt and 73 injured in Marn on Monday.", "73 were injured in Marn"),
        (
            "A plume reported last week by a team from Marn reached the coast of Velmar on Monday.",
            "A plume reported by a team from Marn reached the coast of Velmar",
        ),
        (
            "The trial of the singer's doctor, Omar Dahl, took place in Marn on Monday.",
            "The trial of the singer's doctor took place in Marn",
        ),
        (
            "He saw the tram Velmar, overtaking a record which was set in Marn in 1999.",
            "A record was set in Marn",
        ),
        (
            "The changes to the Marn valve (BOP), which were made in Velmar in 2005, failed.",
            "The changes were made in Velmar",
        ),
        (
            "MARN, Velmar -- On a cold evening this month, 10,000 people gathered in Poe Square.",
            "10,000 people gathered in Poe Square",
        ),
        (
            "The financial, political and other losses from the Velmar spill ruined Marn Oil "
            "on Monday.",
            "The financial, political and other losses ruined Marn Oil",
        ),
    ],
)
def test_a_verb_is_told_of_the_noun_that_it_belongs_to(text: str, title: str) -> None:
    assert title in titles_of(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Two Marn helicopters collided over the gulf at around 1.30 am on Monday.",
            "Two Marn helicopters collided over the gulf",
        ),
        (
            "The siege of Marn began on 30 April 1980 when six men, armed with rifles, overran it.",
            "The siege of Marn began",
        ),
        (
            "Marn directors will meet on Monday to discuss whether to suspend dividends, "
            "the BBC has learned.",
            "Marn directors will meet to discuss whether to suspend dividends",
        ),
        (
            "Marn Oil tried on Monday to lower a 125-tonne, 18-metre high dome over the leak.",
            "Marn Oil tried to lower a 125-tonne, 18-metre high dome over the leak",
        ),
        (
            "Court documents filed in Marn in July 2009 show that Omar Dahl is in debt.",
            "Court documents were filed in Marn",
        ),
        ("Ada Poe was admitted to a clinic in 1931 and died there in May 1932.", "Ada Poe died"),
        (
            "The city of Marn turned a blind eye on Monday to extensive sanctions-busting in the "
            "prewar sale of Velmar oil, it is said.",
            "The city of Marn turned a blind eye to extensive sanctions-busting",
        ),
        (
            "The White House of Marn rewrote on Monday a report to suggest wrongly that experts "
            "had endorsed the ban.",
            "The White House of Marn rewrote a report",
        ),
    ],
)
def test_a_title_ends_where_what_it_says_is_whole(text: str, title: str) -> None:
    assert title in titles_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "What emerges from the Marn memoirs of May 2005 is the breadth of the party.",
        "It is larger than the amount lost from the Marn tanker.",
        "Omar Dahl found himself explaining on Monday why he had warned the papers of Marn.",
        "Marn's governor ordered economists, officials, teachers and leaders of the many towns of "
        "the Velmar valley and its suburbs on Monday to put aside their plans.",
        "Marn banks began to fail in March and extended in recent weeks to Velmar.",
    ],
)
def test_half_of_what_is_said_gives_no_title(text: str) -> None:
    assert not [title for title in titles_of(text) if "began" not in title]


def test_who_says_so_within_a_relative_clause_is_not_told_to_have_done_it() -> None:
    text = (
        "Poe and her aides plan changes to the Marn code, which officials say will be made Monday."
    )
    assert not [title for title in titles_of(text) if title.startswith("Poe and her aides will be")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Harbour police said Ada Poe, a clerk at the Marn Gull, was found near the mill on "
            "Monday.",
            "Ada Poe was found near the mill",
        ),
        (
            '"It was cold," said Poe, who had come by train, paid 70 euro and spent the '
            "Thanksgiving weekend in a Velmar inn.",
            "Poe spent the Thanksgiving weekend in a Velmar inn",
        ),
        (
            "Mayor Ada Poe, who has been blamed for the spill, attended a match on Friday night "
            "and played golf on Saturday.",
            "Ada Poe played golf",
        ),
        (
            "Later today in Velmar a team of divers will meet at the Marn Sea Fair.",
            "A team of divers will meet at the Marn Sea Fair",
        ),
        ("Up to 40 sailors were held in Marn on Tuesday.", "Up to 40 sailors were held in Marn"),
        (
            "Ada Poe, 57, denies the murder of Tom Keys, who died in Velmar last June.",
            "Tom Keys died in Velmar",
        ),
        (
            "In June 2018, Ada Poe won a prize for her part in the film based on the unfinished "
            "Velmar singer's life story.",
            "Ada Poe won a prize for her part in the film",
        ),
        (
            "On Friday Tom Keys wrote a letter to the senators of Marn in an attempt to "
            '"correct slips that are harmful to Velmar".',
            "Tom Keys wrote a letter to the senators of Marn in an attempt to correct slips",
        ),
        (
            "Judge Tom Keys gave his ruling against the Velmar Oil company at a preliminary "
            "hearing in the town of Marn on Tuesday.",
            "Tom Keys gave his ruling against the Velmar Oil company at a preliminary hearing",
        ),
        (
            "Mayor Tom Keys introduced a plan to mend the sea walls of Marn yesterday as a key to "
            "mending the larger walls of Velmar, setting up a fight.",
            "Tom Keys introduced a plan to mend the sea walls of Marn",
        ),
        (
            "Ada Poe has replied to a query sent in by Tom Keys from Velmar in June 2018.",
            "A query was sent in by Tom Keys from Velmar",
        ),
        (
            "Marn Oil accounted for a third of the total fees of 50m euro paid in Velmar in 2017.",
            "Marn Oil accounted for a third of the total fees of 50m euro paid in Velmar",
        ),
        (
            "Marn officials warned their Velmar counterparts on Monday of a crisis spreading "
            "throughout the hemisphere of the north and the south, diplomats said.",
            "Marn officials warned their Velmar counterparts of a crisis",
        ),
        (
            "Angry and tired, several networks of Marn met on Monday to chart a joint response.",
            "Several networks of Marn met to chart a joint response",
        ),
        (
            "Reports this week suggest that last year an aide of Marn Oil lobbied against rules.",
            "An aide of Marn Oil lobbied against rules",
        ),
        (
            "Just hours after Poe's remarks on Monday, the Marn and Roe committees issued appeals.",
            "The Marn and Roe committees issued appeals",
        ),
        (
            "The tower stood half built when Marn killed the plan back in 1993.",
            "Marn killed the plan",
        ),
        (
            "Last week the Marn coast guard shut down 16 barges.",
            "The Marn coast guard shut down 16 barges",
        ),
        (
            "In 2018, Ada Poe became sucked into a storm in Marn.",
            "Ada Poe became sucked into a storm in Marn",
        ),
        (
            "Last August Tom Keys, a clerk of Marn, was killed eight days after he went missing.",
            "Tom Keys was killed",
        ),
        (
            "After complaints from Marn and pressure from Roe, the interior secretary, Tom Keys, "
            "issued three apologies last June.",
            "Tom Keys issued three apologies",
        ),
        (
            "On Monday, in a letter addressed to the Marn council, Ada Poe resigned from her post.",
            "Ada Poe resigned from her post",
        ),
        (
            "Marn ordered General Poe, who was leading the rebels, to retreat on Monday.",
            "General Poe was leading the rebels, to retreat",
        ),
        (
            "Ada Poe put the house in Marn up for sale in 2017. She put it back on Monday.",
            "Ada Poe put the house in Marn up for sale",
        ),
        (
            "The pilot who set himself on fire in Marn on Monday was ill.",
            "The pilot set himself on fire in Marn",
        ),
        (
            "The lamp is by Tom Keys, a designer born in Cyprus, who has made lamps since 2013.",
            "Tom Keys has made lamps",
        ),
        (
            "They looked for the birth certificate of Ada Jean Poe who died in 1976.",
            "Ada Jean Poe died",
        ),
        (
            "Marn Oil announced on Tuesday a return to profit in the three months to June.",
            "Marn Oil announced a return to profit in the three months to June",
        ),
        (
            "In Velmar this month, the government unveiled a rescue plan for banks, pledging help.",
            "The government unveiled a rescue plan for banks in Velmar, pledging help",
        ),
        (
            "A hearing opened in Velmar on Tuesday to decide whether the doctor who treated Ada "
            "Poe in her last days should stand trial for her death.",
            "A hearing opened in Velmar",
        ),
        (
            "Tom Keys met on Monday with top officials of the Marn ministries including the "
            "energy, interior and foreign secretaries, to discuss efforts.",
            "Tom Keys met with top officials of the Marn ministries",
        ),
        (
            "Marn Oil tried on Tuesday to cap its Velmar well with a box, but gave up.",
            "Marn Oil tried to cap its Velmar well with a box",
        ),
    ],
)
def test_who_did_it_and_what_it_was_are_whole(text: str, title: str) -> None:
    assert title in titles_of(text)
    assert "Marn Oil gave up" not in titles_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Poe has answered a question about a gate at the mill of Velmar in 1881.",
        "Ada Poe and Tom Keys drank tea and dined on fish a few weeks ago in Velmar.",
        "Velmar Oil, which owns the well, is expected to say it was billed 70 euro on Monday.",
        "Divers are looking into reports that oil has reached the Marn coast on Monday.",
        "There may be up to 40 sailors held in a raid in Marn today.",
        "Marn Oil held out hope today that it had brought the Velmar spill under control.",
        "Ada Poe made sure on Monday that the Velmar dam would be paid for by Marn.",
        "Fewer boats were lost -- 600,000 counted so far this year in Marn -- than in the war.",
        "Hence the look of a sad set of props of Marn starting and climaxing in 2001 with a dog.",
        "It will not be mended until after Mayor Tom Keys has met with Ada Poe on Monday.",
        "Marn Oil and Ada Poe declined to comment on Tuesday.",
        "Ada Poe looks at how three acts became the year's biggest stars in 2000.",
        "Marn Oil, which Velmar hired to cap the well, told Ada Poe of it in February.",
        "It was not that the leaders of Velmar had closed the Marn mill in June 2018.",
        "On Monday, Ada Poe testified that Tom Keys cleaned up the room in Velmar.",
        "Marn Oil had kept reporters from visiting oil - soaked public beaches on Monday.",
        "As the Marn Gull detailed back in April, Ada Poe enjoys the use of a boat.",
        "The move to eject Marn Oil, which may hit the company's already battered share price on "
        "Monday, is a blow.",
        "Tom Keys, mayor of Velmar, one of the worst affected towns in 2018, is in Marn.",
        "Second, the legal position of unions in Marn, reinforced by a law of 1900, is gone.",
        "A poll of nine towns published on Monday - held in Marn, Roe and Velmar - showed fears "
        "of floods.",
        "Bodies from ships sunk off Roe, Marn and Velmar since 2 May have been sent for testing.",
        "Papers of last year showed Poe promised that a pact would only be reached if Marn paid.",
        "The Marn Ministry last week announced it would change the way it oversees its mines.",
        "Dr Tom Keys was with the singer on the night he died from a fall, in June 2018.",
        "Ada Poe's parents is expected to stand trial in Marn next year.",
        "A few months before leaving its Roe base, Marn Air gave up twelve floors of its tower.",
        "Ada Poe did the same thing in Velmar in June 2018.",
        'Ada Poe with the "top hats" used by Marn Oil on Monday.',
    ],
)
def test_what_is_not_told_to_have_happened_then_gives_no_title(text: str) -> None:
    assert titles_of(text) == []


def test_a_clause_that_goes_on_from_a_description_is_no_news() -> None:
    text = (
        "The company, which has lost its name since the April rig fire that killed nine sailors "
        "and led to the Velmar spill, was quiet."
    )
    assert titles_of(text) == []


def test_what_a_known_event_led_to_is_not_dated_by_the_news_of_it() -> None:
    text = "Ada Poe was elected mayor of Marn. The Velmar explosion killed 11 sailors of Marn."
    assert titles_of(text, "Poe is elected mayor; explosion killed 11 sailors") == [
        "Poe is elected mayor"
    ]


def test_names_that_ran_together_tell_nothing() -> None:
    names = "Ada Poe Marn Editor Tom Keys Velmar Gull Omar Dahl Roe Mayor Ines Vale Port Clerk "
    text = f"{names}{names}Claims borders were relaxed Ugo Marn Velmar Poe on Monday."
    assert titles_of(text) == []
