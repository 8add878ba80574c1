"""Passages in the manner of news and history, with what an editor would put on a timeline.

All of it is made up. A passage names its date expressions and what they mean, so that nothing here
depends on the tagger: `(phrase, EDTF)` in the order of the text. What is wanted is
`(EDTF, role, title)` in the order of the text; an empty tuple wants nothing.
"""

from typing import NamedTuple


class Passage(NamedTuple):
    name: str
    text: str
    dates: tuple[tuple[str, str], ...]
    wanted: tuple[tuple[str, str, str], ...]
    headline: str = ""
    published: str = "2019-03-14"


PASSAGES = (
    Passage(
        "a report with its day",
        "The port of Orlena closed on Tuesday after its crane drivers walked out.",
        (("Tuesday", "2019-03-12"),),
        (("2019-03-12", "reports", "The port of Orlena closed"),),
    ),
    Passage(
        "two events in one sentence",
        "Ada Kovar founded the Orlena Observatory in 1931 and sold it to the city in 1954.",
        (("1931", "1931"), ("1954", "1954")),
        (
            ("1931", "recalls", "Ada Kovar founded the Orlena Observatory"),
            ("1954", "recalls", "Ada Kovar sold the Orlena Observatory to the city"),
        ),
    ),
    Passage(
        "what is said of somebody in passing, and the news",
        "The mayor of Orlena, who won the election in 1998, resigned on Monday over a scandal.",
        (("1998", "1998"), ("Monday", "2019-03-11")),
        (
            ("1998", "recalls", "The mayor of Orlena won the election"),
            ("2019-03-11", "reports", "The mayor of Orlena resigned over a scandal"),
        ),
    ),
    Passage(
        "a day that opens for the news behind an insertion",
        "On 12 June 2005, Karla Moen, who had been elected in 1990, resigned.",
        (("12 June 2005", "2005-06-12"), ("1990", "1990")),
        (
            ("1990", "recalls", "Karla Moen was elected"),
            ("2005-06-12", "recalls", "Karla Moen resigned"),
        ),
    ),
    Passage(
        "somebody near a name",
        "An aide to Omar Dahl was killed in 2010 by a bomb. Troops loyal to General Amin Sol "
        "killed 30 villagers in 2011.",
        (("2010", "2010"), ("2011", "2011")),
        (
            ("2010", "recalls", "An aide to Omar Dahl was killed by a bomb"),
            ("2011", "recalls", "Troops loyal to General Amin Sol killed 30 villagers"),
        ),
    ),
    Passage(
        "what was done to the song, not to the singer",
        "The song that Ana Ruiz dedicated to Jon Abel was released in 1990.",
        (("1990", "1990"),),
        (),
    ),
    Passage(
        "what is to come in two words",
        "The minister Ada Kovar is to hold talks in Orlena on Friday. The aim of Orlena is to end "
        "the dispute by May.",
        (("Friday", "2019-03-15"), ("May", "2019-05")),
        (("2019-03-15", "announces", "Ada Kovar is to hold talks in Orlena"),),
    ),
    Passage(
        "what was only planned, suspected or charged",
        "Amin Sol was to have resigned in May 2015. Ana Ruiz is suspected of having leaked the "
        "file in 2018. Ben Toller denied charges that he had hit a player in 2017.",
        (("May 2015", "2015-05"), ("2018", "2018"), ("2017", "2017")),
        (),
    ),
    Passage(
        "what did not quite happen",
        "A plane from Orlena nearly hit a tower on Tuesday. The council had all but closed the "
        "port of Orlena in 2011.",
        (("Tuesday", "2019-03-12"), ("2011", "2011")),
        (),
    ),
    Passage(
        "what an object is to be",
        "Kovaria announced on Monday that it would keep its trade agreement with Orlena suspended.",
        (("Monday", "2019-03-11"),),
        (
            (
                "2019-03-11",
                "reports",
                "Kovaria announced that it would keep its trade agreement with Orlena suspended",
            ),
        ),
    ),
    Passage(
        "no title that says the opposite",
        "The ministry of Kovaria said on Tuesday that it would leave the border with Orlena "
        "closed.",
        (("Tuesday", "2019-03-12"),),
        (),
    ),
    Passage(
        "a pronoun gives way to its name",
        "Mayor Ilse Brandt opened the tunnel on Monday. She resigned on Wednesday.",
        (("Monday", "2019-03-11"), ("Wednesday", "2019-03-13")),
        (
            ("2019-03-11", "reports", "Ilse Brandt opened the tunnel"),
            ("2019-03-13", "reports", "Ilse Brandt resigned"),
        ),
    ),
    Passage(
        "the look back becomes plain past",
        "The Lumen Bank had already taken a similar step in June 2004 to protect its savers.",
        (("June 2004", "2004-06"),),
        (("2004-06", "recalls", "The Lumen Bank protected its savers"),),
    ),
    Passage(
        "a state that goes on",
        "The talks concern the Sarn Valley, border land held by the Velmar army since 1978.",
        (("1978", "1978"),),
        (("1978/..", "recalls", "The Sarn Valley has been held by the Velmar army"),),
    ),
    Passage(
        "a treaty with its year in brackets",
        "The dispute goes back to the Treaty of Marn (1911) which gave the islands to Velmar.",
        (("1911", "1911"),),
        (("1911", "recalls", "The Treaty of Marn gave the islands to Velmar"),),
    ),
    Passage(
        "an insertion between dashes",
        "Ferry service between Orlena and Marn – cut for years by the war – resumed in May 1999.",
        (("May 1999", "1999-05"),),
        (("1999-05", "recalls", "Ferry service between Orlena and Marn resumed"),),
    ),
    Passage(
        "what happened in the event before the comma",
        "The vote follows a fire on Sunday at the Castell refinery, in which six workers died.",
        (("Sunday", "2019-03-10"),),
        (("2019-03-10", "reports", "Six workers died in a fire at the Castell refinery"),),
    ),
    Passage(
        "a visit to come",
        "The head of the Velmar central bank, Jonas Adler, is due to visit Orlena on Friday.",
        (("Friday", "2019-03-15"),),
        (("2019-03-15", "announces", "Jonas Adler is due to visit Orlena"),),
    ),
    Passage(
        "a plan and its day",
        "Northwind Airways will open a route to Marn on 2 April.",
        (("2 April", "2019-04-02"),),
        (("2019-04-02", "announces", "Northwind Airways will open a route to Marn"),),
    ),
    Passage(
        "declared, with what was declared",
        "The Velmar government announced on Tuesday that it was ending its fishing pact with "
        "Orlena.",
        (("Tuesday", "2019-03-12"),),
        (
            (
                "2019-03-12",
                "reports",
                "The Velmar government announced that it was ending its fishing pact with Orlena",
            ),
        ),
    ),
    Passage(
        "who said so is no part of the title",
        "A dam upstream of Castell burst on Wednesday, police said.",
        (("Wednesday", "2019-03-13"),),
        (("2019-03-13", "reports", "A dam upstream of Castell burst"),),
    ),
    Passage(
        "according to",
        "According to the coast guard, the tanker sank off Marn on Wednesday.",
        (("Wednesday", "2019-03-13"),),
        (("2019-03-13", "reports", "The tanker sank off Marn"),),
    ),
    Passage(
        "a relative clause with a date of its own",
        "Mira Holt, who won the Castell Prize in 2011, lives in Orlena.",
        (("2011", "2011"),),
        (("2011", "recalls", "Mira Holt won the Castell Prize"),),
    ),
    Passage(
        "the object of a relative clause",
        "Visitors like the glass bridge that the Holt Company built in 1988.",
        (("1988", "1988"),),
        (("1988", "recalls", "The Holt Company built the glass bridge"),),
    ),
    Passage(
        "a leading date and a passive",
        "In October 1962, the Marn lighthouse was destroyed by a storm.",
        (("October 1962", "1962-10"),),
        (("1962-10", "recalls", "The Marn lighthouse was destroyed by a storm"),),
    ),
    Passage(
        "a lead without a date is the day of publication",
        "Velmar has recalled its ambassador from Orlena. The ambassador is a former judge.",
        (),
        (("2019-03-14", "reports", "Velmar recalls ambassador from Orlena"),),
        headline="Velmar recalls ambassador from Orlena",
    ),
    Passage(
        "one event told three times",
        "Striking miners blocked the Castell railway on Tuesday. The miners of the Castell pit "
        "want more pay. The Castell railway was blocked by striking miners on Tuesday morning.",
        (("Tuesday", "2019-03-12"), ("Tuesday morning", "2019-03-12")),
        (("2019-03-12", "reports", "Striking miners blocked the Castell railway"),),
    ),
    Passage(
        "leading words that lean on another sentence",
        "Meanwhile, the Orlena Assembly rejected the budget on Monday.",
        (("Monday", "2019-03-11"),),
        (("2019-03-11", "reports", "The Orlena Assembly rejected the budget"),),
    ),
    Passage(
        "the noun of a date",
        "The museum shows the 1925 painting that made Lena Marsh famous.",
        (("1925", "1925"),),
        (),
    ),
    Passage(
        "a record is measured, not told",
        "It is the worst harvest since 1976.",
        (("1976", "1976"),),
        (),
    ),
    Passage(
        "a price",
        "Shares in Northwind fell 3 percent on Tuesday.",
        (("Tuesday", "2019-03-12"),),
        (),
    ),
    Passage(
        "an opinion",
        "The council should have closed the pool in 2015, and I think it will regret this.",
        (("2015", "2015"),),
        (),
    ),
    Passage(
        "a condition",
        "If the river rises again on Friday, the town could be evacuated.",
        (("Friday", "2019-03-15"),),
        (),
    ),
    Passage(
        "a recipe",
        "Heat the oven to 200 degrees. Mix the flour with the butter, and you will have a dough. "
        "My grandmother taught me this one when I was six.",
        (),
        (),
        headline="The only pie crust you need",
    ),
    Passage(
        "a decision that only points back",
        "This decision was taken on Monday. Its effects were felt in 2018.",
        (("Monday", "2019-03-11"), ("2018", "2018")),
        (),
    ),
    Passage(
        "what somebody says of himself",
        "“We bought the farm in 1990,” the owner said.",
        (("1990", "1990"),),
        (),
    ),
    Passage(
        "a question",
        "Did the army shell the town on Sunday?",
        (("Sunday", "2019-03-10"),),
        (),
    ),
    Passage(
        "a subordinate clause that opens the sentence",
        "After the Marn dam failed in April 1987, the Velmar government rebuilt the valley.",
        (("April 1987", "1987-04"),),
        (("1987-04", "recalls", "The Marn dam failed"),),
    ),
    Passage(
        "when and then share a day",
        "When the Sarn flooded Castell on 3 May 1901, Mayor Ilse Brandt opened the city hall to "
        "families.",
        (("3 May 1901", "1901-05-03"),),
        (
            ("1901-05-03", "recalls", "The Sarn flooded Castell"),
            ("1901-05-03", "recalls", "Ilse Brandt opened the city hall to families"),
        ),
    ),
    Passage(
        "an apposition with an office",
        "Ruth Adeyemi, the chief executive of Northwind, resigned on Monday.",
        (("Monday", "2019-03-11"),),
        (("2019-03-11", "reports", "Ruth Adeyemi resigned"),),
    ),
    Passage(
        "a list of countries stays whole",
        "Austria, Belgium and Malta signed the Castell Convention in 1983.",
        (("1983", "1983"),),
        (("1983", "recalls", "Austria, Belgium and Malta signed the Castell Convention"),),
    ),
    Passage(
        "a long sentence is cut where a phrase ends",
        "The Orlena Institute published a study on Tuesday about the winter crossings of the Sarn "
        "by herds of wild reindeer in the years before the war.",
        (("Tuesday", "2019-03-12"),),
        (
            (
                "2019-03-12",
                "reports",
                "The Orlena Institute published a study about the winter crossings of the Sarn",
            ),
        ),
    ),
    Passage(
        "an open interval of a state",
        "Velmar has governed the Sarn Islands since 1978.",
        (("1978", "1978/.."),),
        (("1978/..", "recalls", "Velmar has governed the Sarn Islands"),),
    ),
    Passage(
        "a stretch of years",
        "Lena Marsh led the Orlena Museum from 1951 to 1963.",
        (("from 1951 to 1963", "1951/1963"),),
        (("1951/1963", "recalls", "Lena Marsh led the Orlena Museum"),),
    ),
    Passage(
        "a season",
        "The Marn Company built the canal in the summer of 1822.",
        (("summer of 1822", "1822-22"),),
        (("1822-22", "recalls", "The Marn Company built the canal"),),
    ),
    Passage(
        "long ago",
        "Queen Adela founded Castell in 43 BC.",
        (("43 BC", "-0042"),),
        (("-0042", "recalls", "Queen Adela founded Castell"),),
    ),
    Passage(
        "a decision with its object",
        "The Orlena Supreme Court ruled on Tuesday that the ban on night fishing was lawful.",
        (("Tuesday", "2019-03-12"),),
        (
            (
                "2019-03-12",
                "reports",
                "The Orlena Supreme Court ruled that the ban on night fishing was lawful",
            ),
        ),
    ),
    Passage(
        "a surname alone",
        "Detective Omar Haddad solved the case of the Marn letters. In 2003, Haddad wrote a book.",
        (("2003", "2003"),),
        (("2003", "recalls", "Omar Haddad wrote a book"),),
    ),
    Passage(
        "a participle that describes the subject",
        "A ferry built by Holt sank off Orlena on Sunday.",
        (("Sunday", "2019-03-10"),),
        (("2019-03-10", "reports", "A ferry built by Holt sank off Orlena"),),
    ),
    Passage(
        "a participle with a date and an agent",
        "The Adler Bridge, opened by King Otto in 1932, is closed to lorries.",
        (("1932", "1932"),),
        (("1932", "recalls", "The Adler Bridge was opened by King Otto"),),
    ),
    Passage(
        "a result after the comma is left out of the title when it is long",
        "A bomb exploded at the Castell market on Saturday, killing three traders and wounding "
        "more than forty people who had come to buy fish.",
        (("Saturday", "2019-03-09"),),
        (
            (
                "2019-03-09",
                "reports",
                "A bomb exploded at the Castell market",
            ),
        ),
    ),
    Passage(
        "a ceremony in the passive with its agent",
        "The Orlena Opera was bought by the Lumen Bank in 2016.",
        (("2016", "2016"),),
        (("2016", "recalls", "The Orlena Opera was bought by the Lumen Bank"),),
    ),
    Passage(
        "a negated event is none",
        "The Lumen Bank did not publish its accounts in 2016.",
        (("2016", "2016"),),
        (),
    ),
    Passage(
        "a forecast is none",
        "Prices may rise by 5 percent in 2020, analysts say.",
        (("2020", "2020"),),
        (),
    ),
    Passage(
        "a habit is none",
        "The Marn choir sings in the square every Sunday.",
        (),
        (),
    ),
    Passage(
        "a feeling is none",
        "Many in Castell hoped in 2015 that the mill would stay.",
        (("2015", "2015"),),
        (),
    ),
    Passage(
        "a budget for a year is no event of that year",
        "The Orlena Assembly approved the budget for 2020 on Monday.",
        (("2020", "2020"), ("Monday", "2019-03-11")),
        (("2019-03-11", "reports", "The Orlena Assembly approved the budget for 2020"),),
    ),
    Passage(
        "an anniversary names its year in the noun",
        "Velmar marked the 1978 landing on Sunday.",
        (("1978", "1978"), ("Sunday", "2019-03-10")),
        (("2019-03-10", "reports", "Velmar marked the 1978 landing"),),
    ),
    Passage(
        "what was planned once and did not happen is none",
        "The Adler Bridge was due to open in 1930.",
        (("1930", "1930"),),
        (),
    ),
    Passage(
        "somebody's plan for a day to come",
        "Orlena plans to hold an election on 5 May.",
        (("5 May", "2019-05-05"),),
        (("2019-05-05", "announces", "Orlena plans to hold an election"),),
    ),
    Passage(
        "a promise with its own day and the day of what was promised",
        "Jonas Adler announced on Tuesday that the Castell mine will close on 1 July.",
        (("Tuesday", "2019-03-12"), ("1 July", "2019-07-01")),
        (
            ("2019-03-12", "reports", "Jonas Adler announced that the Castell mine will close"),
            ("2019-07-01", "announces", "The Castell mine will close"),
        ),
    ),
    Passage(
        "a dateline is no part of the sentence",
        "CASTELL (Example Wire) — Striking teachers occupied the Orlena Assembly on Monday.",
        (("Monday", "2019-03-11"),),
        (("2019-03-11", "reports", "Striking teachers occupied the Orlena Assembly"),),
    ),
    Passage(
        "it stands for the company that the sentence before is about",
        "Northwind Airways flies to Marn. It bought its first jet in 1971.",
        (("1971", "1971"),),
        (("1971", "recalls", "Northwind Airways bought its first jet"),),
    ),
    Passage(
        "they without a plural before them stand for nobody",
        "The road was wet. They left in 1971.",
        (("1971", "1971"),),
        (),
    ),
    Passage(
        "a number of dead",
        "At least 40 people died when a cinema collapsed in Orlena in 1926.",
        (("1926", "1926"),),
        (("1926", "recalls", "A cinema collapsed in Orlena"),),
    ),
    Passage(
        "an event in another's name",
        "Marn’s parliament dissolved itself on Wednesday.",
        (("Wednesday", "2019-03-13"),),
        (("2019-03-13", "reports", "Marn’s parliament dissolved itself"),),
    ),
    Passage(
        "a blog's own day is none",
        "I finally baked the Castell cake on Sunday and you will love it.",
        (("Sunday", "2019-03-10"),),
        (),
    ),
    Passage(
        "a claim with its source first",
        "The health ministry said that nine patients died in Castell on Wednesday.",
        (("Wednesday", "2019-03-13"),),
        (("2019-03-13", "reports", "Nine patients died in Castell"),),
    ),
    Passage(
        "a fact hung on a figure of speech",
        "Nothing has been the same in Marn since Velmar annexed the islands in 1911.",
        (("1911", "1911"),),
        (("1911", "recalls", "Velmar annexed the islands"),),
    ),
    Passage(
        "a dative of two words and who said so",
        "A gunman shot dead seven people outside the Castell synagogue on Sunday evening, "
        "Orlena police said.",
        (("Sunday evening", "2019-03-10"),),
        (
            (
                "2019-03-10",
                "reports",
                "A gunman shot dead seven people outside the Castell synagogue",
            ),
        ),
    ),
    Passage(
        "what happened when the year was named",
        "It was the worst storm in Marn since 1987, when at least 30 sailors drowned off Orlena.",
        (("1987", "1987/.."),),
        (("1987", "recalls", "At least 30 sailors drowned off Orlena"),),
    ),
    Passage(
        "a caption that runs into the sentence",
        "Strikers rest on the quay of Orlena The port of Orlena has closed over a strike.",
        (),
        (("2019-03-14", "reports", "The port of Orlena closed over a strike"),),
    ),
    Passage(
        "a heading in capitals, and a day that opens a line of a chronology",
        "NEW DOME FOR LEAKING WELL In June 2018, Velmar Oil placed a dome over the Sarn well.\n"
        "26 May 2018 The parliament of Velmar rejects the budget.",
        (("June 2018", "2018-06"), ("26 May 2018", "2018-05-26")),
        (
            ("2018-06", "recalls", "Velmar Oil placed a dome over the Sarn well"),
            ("2018-05-26", "recalls", "The parliament of Velmar rejects the budget"),
        ),
    ),
    Passage(
        "captions and listings speak of a picture or a programme",
        "The mayor of Orlena, left, opens the bridge of Sarn on 4 May 2018. Ada Kovar joins Omar "
        "Dahl in the studio on Tuesday.",
        (("4 May 2018", "2018-05-04"), ("Tuesday", "2019-03-12")),
        (),
    ),
    Passage(
        "fiction, legend and what never was",
        "In the novel, Ada Kovar kills the mayor of Orlena in 1984. Legend has it that Karla Moen "
        "burned the town of Sarn in 1312. Had the army of Velmar not invaded Sarn in 1990, Orlena "
        "had starved in 1991.",
        (("1984", "1984"), ("1312", "1312"), ("1990", "1990"), ("1991", "1991")),
        (),
    ),
    Passage(
        "prices that move",
        "Shares in Velmar Oil took a beating on Tuesday. Wall Street roared back on Monday.",
        (("Tuesday", "2019-03-12"), ("Monday", "2019-03-11")),
        (),
    ),
    Passage(
        "two offices, each with its own year",
        "Ada Kovar was elected mayor of Orlena in 1998 and governor of Velmar in 2003.",
        (("1998", "1998"), ("2003", "2003")),
        (
            ("1998", "recalls", "Ada Kovar was elected mayor of Orlena"),
            ("2003", "recalls", "Ada Kovar was elected governor of Velmar"),
        ),
    ),
    Passage(
        "a year that names a treaty, and one that is only likened",
        "Velmar broke the treaty of 1994. In 1998, as in 1990, the Reform Party of Velmar won the "
        "election.",
        (("1994", "1994"), ("1998", "1998"), ("1990", "1990")),
        (("1998", "recalls", "The Reform Party of Velmar won the election"),),
    ),
    Passage(
        "what has been so since it happened",
        "Since 2015, when Velmar invaded Sarn, farmers have left the valley.",
        (("2015", "2015/.."),),
        (("2015", "recalls", "Velmar invaded Sarn"),),
    ),
    Passage(
        "who said so in the midst of it",
        "The rebels of Sarn, the army of Velmar said, attacked the port of Orlena on Tuesday.",
        (("Tuesday", "2019-03-12"),),
        (("2019-03-12", "reports", "The rebels of Sarn attacked the port of Orlena"),),
    ),
    Passage(
        "they of whom two may be meant",
        "The ministers of Velmar dismissed nine officers on Monday. They fled on Tuesday.",
        (("Monday", "2019-03-11"), ("Tuesday", "2019-03-12")),
        (("2019-03-11", "reports", "The ministers of Velmar dismissed nine officers"),),
    ),
    Passage(
        "a headline's verb that looks like a noun",
        "A ferry struck a bridge in Orlena on Tuesday. The bridge was opened in 1931.",
        (("Tuesday", "2019-03-12"), ("1931", "1931")),
        (("2019-03-12", "reports", "A ferry struck a bridge in Orlena"),),
        headline="Orlena: ferry hits bridge",
    ),
    Passage(
        "what is another's and describes",
        "Velmar Oil sealed Orlena's ruptured well on Tuesday.",
        (("Tuesday", "2019-03-12"),),
        (("2019-03-12", "reports", "Velmar Oil sealed Orlena's ruptured well"),),
    ),
    Passage(
        "what went on while somebody spoke",
        "Omar Dahl, speaking as the tunnel of Sarn was opened on Tuesday, thanked the crew.",
        (("Tuesday", "2019-03-12"),),
        (("2019-03-12", "reports", "The tunnel of Sarn was opened"),),
    ),
    Passage(
        "what bounds a time, and what went on or never was",
        "Omar Dahl lived in Orlena until his death in 1942. Velmar Oil was drilling near Sarn. The "
        "ministry of Velmar never named the captain on Tuesday.",
        (("1942", "1942"), ("Tuesday", "2019-03-12")),
        (),
    ),
    Passage(
        "a day within the verb, and a place behind a comma",
        "The bridge of Sarn was on Tuesday formally opened. Farmers in the village of Sarn, "
        "Norway, burned a barn on Monday.",
        (("Tuesday", "2019-03-12"), ("Monday", "2019-03-11")),
        (
            ("2019-03-12", "reports", "The bridge of Sarn was formally opened"),
            ("2019-03-11", "reports", "Farmers in the village of Sarn burned a barn"),
        ),
    ),
    Passage(
        "the doctor or the singer",
        "Omar Dahl, who was with the singer the night he died, is accused of a crime.",
        (),
        (),
        headline="Omar Dahl accused over the night the singer died",
    ),
    Passage(
        "the length before what happened is no one who acts",
        "Thousands of dockers marched through Orlena on Monday to protest reduced wages. Two days "
        "after the port of Sarn was shut on 1 May 2018, Velmar Oil left the town.",
        (("Monday", "2019-03-11"), ("1 May 2018", "2018-05-01")),
        (
            (
                "2019-03-11",
                "reports",
                "Thousands of dockers marched through Orlena to protest reduced wages",
            ),
            ("2018-05-01", "recalls", "The port of Sarn was shut"),
        ),
    ),
    Passage(
        "a year that is the disaster's, and one that is said",
        "The council of Sarn raised the dam following the disaster in 1998. A year after the port "
        "of Orlena was opened in 2003, critics spoke.",
        (("1998", "1998"), ("2003", "2003")),
        (("2003", "recalls", "The port of Orlena was opened"),),
    ),
)
