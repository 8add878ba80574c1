import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import DateError, read_date
from generator.dates.words import DateOrder


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("1993", "1993"),
        ("2020-05", "2020-05"),
        ("1967/..", "1967/.."),
        ("circa 1850", "1850~"),
        ("c. 1500", "1500~"),
        ("c1500", "1500~"),
        ("about May 1832", "1832-05~"),
        ("possibly 1850", "1850?"),
        ("c. 1850?", "1850%"),
        ("44 BC", "-0043"),
        ("15 March 44 BC", "-0043-03-15"),
        ("12,000 BCE", "Y-11999"),
        ("AD 476", "0476"),
        ("c. 5th century BCE", "-04XX~"),
        ("the 20th century", "19XX"),
        ("the 1960s", "196X"),
        ("early 1990s", "[1990..1993]"),
        ("late 19th century", "[1870..1899]"),
        ("mid-2019", "[2019-05..2019-08]"),
        ("late May 2020", "[2020-05-21..2020-05-31]"),
        ("early summer 1968", "1968-22"),
        ("2nd millennium BC", "-1XXX"),
        ("10,000 BC", "-9999"),
        ("500-400 BC", "-0499/-0399"),
        ("1500–1400 BC", "-1499/-1399"),
        ("between 500 and 400 BC", "[-0499..-0399]"),
        ("from the 5th to the 4th century BC", "-04XX/-03XX"),
        ("between the 5th and 4th centuries BC", "[-04XX..-03XX]"),
        ("27 BC – AD 476", "-0026/0476"),
        ("May-June 2020", "2020-05/2020-06"),
        ("noon, 26 January 2023", "2023-01-26T12:00:00"),
        ("Yom Kippur 1973", "1973-10-05/1973-10-06"),
        ("spring 1968", "1968-21"),
        ("Winter 1968/69", "1968-24"),
        ("third quarter of 1998", "1998-35"),
        ("first half of 1998", "1998-40"),
        ("between 1914 and 1918", "[1914..1918]"),
        ("between May and July 2020", "[2020-05..2020-07]"),
        ("from March 2020", "2020-03/.."),
        ("since 1967", "1967/.."),
        ("until 5 May 1821", "../1821-05-05"),
        ("before 1850", "[..1849]"),
        ("before 1 March 1900", "[..1900-02-28]"),
        ("after March 2020", "[2020-04..]"),
        ("by 1850", "[..1850]"),
        ("1914–18", "1914/1918"),
        ("1939 - 1945", "1939/1945"),
        ("from 3 to 7 May 2011", "2011-05-03/2011-05-07"),
        ("12 May to 3 June 1968", "1968-05-12/1968-06-03"),
        ("January–March 2020", "2020-01/2020-03"),
        ("26 January 2023", "2023-01-26"),
        ("January 26th, 2023", "2023-01-26"),
        ("Thursday 26 January 2023", "2023-01-26"),
        ("26 January 2023, 3 pm", "2023-01-26T15:00:00"),
        ("2023-01-26 15:00", "2023-01-26T15:00:00"),
        ("2023-01-26 15:00:07+0530", "2023-01-26T15:00:07+05:30"),
        ("2023-01-26 15:00 UTC", "2023-01-26T15:00:00Z"),
        ("26/01/2023", "2023-01-26"),
        ("10/13/2020", "2020-10-13"),
        ("4.4.2021", "2021-04-04"),
        ("2023/1/26", "2023-01-26"),
        ("12/2020", "2020-12"),
        ("26 January 2023 15:30", "2023-01-26T15:30:00"),
        ("9:05 on 3 May 1990", "1990-05-03T09:05:00"),
        ("1990 to present", "1990/.."),
        ("1967–", "1967/.."),
        ("1850 or 1851", "[1850,1851]"),
        ("Easter 1916", "1916-04-23"),
        ("Christmas 1914", "1914-12-25"),
        ("2023 January 26", "2023-01-26"),
        ("2023 Jan. 26th", "2023-01-26"),
        ("2023, January", "2023-01"),
        ("sep. 2020", "2020-09"),
        ("Sept 2020", "2020-09"),
        ("march 2020", "2020-03"),
        ("easter 1916", "1916-04-23"),
        ("Autumn/Winter 2020", "2020-23/2020-24"),
        ("Spring and Summer 2019", "{2019-21,2019-22}"),
        ("3 and 5 May 2021", "{2021-05-03,2021-05-05}"),
        ("44BC", "-0043"),
        ("44B.C.E.", "-0043"),
        ("476AD", "0476"),
        ("AD476", "0476"),
        ("c.1850", "1850~"),
        ("ca 1850", "1850~"),
        ("1850s?", "185X?"),
        ("mid-1990s", "[1994..1996]"),
        ("1914-1918", "1914/1918"),
        ("Jan–Mar 2020", "2020-01/2020-03"),
        ("3–5 May 2021", "2021-05-03/2021-05-05"),
        ("3 May – 2 June 2021", "2021-05-03/2021-06-02"),
        ("after 1945", "[1946..]"),
        ("until 2019", "../2019"),
        ("1990s to 2000s", "199X/200X"),
        ("25.12.1914", "1914-12-25"),
        ("1914/12/25", "1914-12-25"),
        ("Q3 2020", "2020-35"),
        ("2020 Q3", "2020-35"),
        ("2020-Q3", "2020-35"),
        ("Q3/2020", "2020-35"),
        ("H1 2020", "2020-40"),
        ("2020H1", "2020-40"),
        ("FY2020", "2020~"),
        ("fiscal year 2020", "2020~"),
        ("FY 2022/23", "2022~/2023~"),
        ("24 August AD 79", "0079-08-24"),
        ("B.C. 44", "-0043"),
        ("44 b.c.e.", "-0043"),
        ("spring 44 BC", "-0043-21"),
        ("10 000 BC", "-9999"),
        ("first half of the 19th century", "[1800..1849]"),
        ("19th c.", "18XX"),
        ("the 1800s", "18XX"),
        ("end of 2019", "[2019-09..2019-12]"),
        ("1850 onwards", "1850/.."),
        ("1850 or later", "[1850..]"),
        ("1850 or earlier", "[..1850]"),
        ("not before 1900", "[1900..]"),
        ("1850 (circa)", "1850~"),
        ("26-Jan-2023", "2023-01-26"),
        ("week 3 of 2023", "2023-01-16/2023-01-22"),
        ("2023-W03", "2023-01-16/2023-01-22"),
        ("last quarter of 1999", "1999-36"),
        ("Thu, 26 Jan 2023 15:00:07 +0100", "2023-01-26T15:00:07+01:00"),
    ],
)
def test_what_editors_write(text: str, edtf: str) -> None:
    assert read_date(text).edtf == edtf
    assert read_date(f"  {text} ").edtf == edtf


@pytest.mark.parametrize(("order", "edtf"), [("dmy", "2023-04-03"), ("mdy", "2023-03-04")])
def test_the_order_of_figures_is_the_site_s(order: DateOrder, edtf: str) -> None:
    assert read_date("3/4/2023", date_order=order).edtf == edtf
    # Where one reading alone is a date, it is the one.
    assert read_date("26/01/2023", date_order=order).edtf == "2023-01-26"
    assert read_date("01/26/2023", date_order=order).edtf == "2023-01-26"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("3/4/2023", "2023-04-03 (day first) or 2023-03-04 (month first)"),
        ("3/4/23", "a year of two digits"),
        ("26 January", "has no year"),
        ("yesterday", "depends on the day it is read"),
        ("Monday", "depends on the day it is read"),
        ("last May", "depends on the day it is read"),
        ("12:30", "a time without its day"),
        ("476", "may be a day or a year"),
        ("2020-02-30", "2020-02 has no day 30"),
        ("31 February 2020", "in no calendar"),
        ("Tuesday 3 May 2021", "2021-05-03 is a Monday"),
        ("1667/8", "1667-08 or the years 1667 and 1668"),
        ("1993.5", "a month or a part of a year"),
        ("66 million years ago", "not a year"),
        ("20200526", "lacks its hyphens"),
        ("31st June 2020", "in no calendar"),
        ("February 30, 2020", "in no calendar"),
        ("2020 February 30", "in no calendar"),
        ("3pm", "a time without its day"),
        ("2020 Quarter 3", "not a date"),
        ("H3 2020", "not a date"),
        ("26 janvier 2023", "not a date"),
        ("1 2 2023", "not a date"),
        ("", "empty"),
        ("soonish", "not a date"),
        ("three days", "not a date"),
        ("1918 to 1914", "ends before it starts"),
        ("x" * 300, "too long"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, message: str) -> None:
    with pytest.raises(DateError) as caught:
        read_date(text)
    assert message in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("part", ["from a to ", "3-", "c. ", "1 or ", "between a and ", "early "])
def test_words_within_words_come_to_an_end(part: str) -> None:
    with pytest.raises(DateError):
        read_date((part * 100)[:199])


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    try:
        date = read_date(text)
    except DateError:
        return
    assert read_date(date.edtf) == date


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("vers 1850", "1850~"),
        ("26 janvier 2023", "2023-01-26"),
        ("le 1er mai 1950", "1950-05-01"),
        ("Mai 1968", "1968-05"),
        ("l'été 1968", "1968-22"),
        ("entre 1914 et 1918", "[1914..1918]"),
        ("depuis mars 2020", "2020-03/.."),
        ("jusqu’en 1999", "../1999"),
        ("avant 1900", "[..1899]"),
        ("après le 5 mai 2012", "[2012-05-06..]"),
        ("au plus tard en 1850", "[..1850]"),
        ("44 av. J.-C.", "-0043"),
        ("Ve siècle av. J.-C.", "-04XX"),
        ("XVIIIe et XIXe siècles", "{17XX,18XX}"),
        ("début des années 1990", "[1990..1993]"),
        ("mi-2019", "[2019-05..2019-08]"),
        ("du 3 au 7 mai 2011", "2011-05-03/2011-05-07"),
        ("de 1990 à aujourd’hui", "1990/.."),
        ("26 janvier 2023 à 15 h 30", "2023-01-26T15:30:00"),
        ("en 1850", "1850"),
        ("l'an 1000", "1000"),
        ("circa 1850", "1850~"),
        ("May 2020", "2020-05"),
        ("19e siècle", "18XX"),
        ("79 apr. J.-C.", "0079"),
        ("1er janv. 2020", "2020-01-01"),
        ("Noël 1914", "1914-12-25"),
        ("Pâques 1916", "1916-04-23"),
        ("1er trimestre 2021", "2021-33"),
        ("premier semestre 2020", "2020-40"),
        ("26 janvier 2023, 15h", "2023-01-26T15:00:00"),
        ("26 janvier 2023 à midi", "2023-01-26T12:00:00"),
        ("années 80", "198X"),
        ("decembre 2020", "2020-12"),
        ("1850 ou plus tard", "[1850..]"),
    ],
)
def test_a_french_site_reads_french_and_english_words(text: str, edtf: str) -> None:
    assert read_date(text, language="fr-CA").edtf == edtf


@pytest.mark.parametrize(
    ("text", "message"),
    [("hier", "depends on the day"), ("31 juin 2020", "in no calendar"), ("midi", "not a date")],
)
def test_what_is_no_date_in_french_is_refused(text: str, message: str) -> None:
    with pytest.raises(DateError, match=message):
        read_date(text, language="fr")


def test_a_language_without_a_table_reads_english() -> None:
    assert read_date("circa 1850", language="ar").edtf == "1850~"
    with pytest.raises(DateError):
        read_date("vers 1850", language="ar")


def test_words_that_say_nothing_are_passed_over() -> None:
    assert read_date("in 1850").edtf == read_date("the year 1850").edtf == "1850"
    assert read_date("on 3 May 2020").edtf == "2020-05-03"
