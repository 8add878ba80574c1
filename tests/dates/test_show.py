import pytest

from generator.dates import format_date, html_datetime, parse_edtf


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-01-26", "26 January 2023"),
        ("2023-01-26T15:00:00", "26 January 2023, 15:00"),
        ("2023-01-26T15:00:00Z", "26 January 2023, 15:00 UTC"),
        ("2020-05", "May 2020"),
        ("1993", "1993"),
        ("1968-21", "spring 1968"),
        ("1968-24", "winter 1968"),
        ("1998-35", "3rd quarter 1998"),
        ("1998-41", "second half of 1998"),
        ("196X", "1960s"),
        ("19XX", "20th century"),
        ("-04XX", "5th century BCE"),
        ("1XXX", "2nd millennium"),
        ("-0043", "44 BCE"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("0476", "476 CE"),
        ("Y-17000", "17001 BCE"),
        ("1850~", "about 1850"),
        ("-04XX~", "about the 5th century BCE"),
        ("1850?", "possibly 1850"),
        ("1850%", "possibly about 1850"),
        ("1967/..", "since 1967"),
        ("196X/..", "since the 1960s"),
        ("../1850", "until 1850"),
        ("1914/1918", "1914–1918"),
        ("1914~/1918", "about 1914 – 1918"),
        ("2023-01-30/2023-01-31", "30–31 January 2023"),
        ("1968-05-12/1968-06-03", "12 May – 3 June 1968"),
        ("1968-12-30/1969-01-02", "30 December 1968 – 2 January 1969"),
        ("2020-01/2020-03", "January–March 2020"),
        ("[1914..1918]", "between 1914 and 1918"),
        ("[..1849]", "before 1850"),
        ("[2020-04..]", "after March 2020"),
        ("[..1900-02-28]", "before 1 March 1900"),
        ("[1667,1668]", "1667 or 1668"),
        ("{1960,1961-12}", "1960 and December 1961"),
        ("1985-04-XX", "April 1985"),
        ("1984-1X", "October 1984 – December 1984"),
        ("156X-12-25", "25 December in the 1560s"),
        ("XXXX-12-XX", "December of an unknown year"),
        ("1XXX-12", "December in the 2nd millennium"),
        ("-0099/-0043", "100–44 BCE"),
        ("-0026/0476", "27 BCE–476 CE"),
        ("-04XX/-03XX", "5th–4th century BCE"),
        ("196X/197X", "1960s – 1970s"),
        ("1850~/1860~", "about 1850–1860"),
        ("2004/2004", "2004"),
        ("[2020-05-03..2020-05-07]", "between 3 and 7 May 2020"),
        ("[2019-09..2019-12]", "between September and December 2019"),
        ("[-0499..-0399]", "between 500 and 400 BCE"),
        ("[17XX..18XX]", "between the 18th and the 19th century"),
        ("[2020-05,2020-06]", "May or June 2020"),
        ("[1850~,1852]", "about 1850 or 1852"),
        ("2001-21/2001-22", "spring 2001 – summer 2001"),
    ],
)
def test_in_english_words(edtf: str, words: str) -> None:
    assert format_date(parse_edtf(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "locale", "words"),
    [
        ("2023-01-26", "en-US", "January 26, 2023"),
        ("2023-01-26", "de", "26. Januar 2023"),
        ("2023-01-26", "fr", "26 janvier 2023"),
        ("2023-01-26", "es", "26 de enero de 2023"),
        ("2023-01-26", "ja", "2023年1月26日"),
        ("2020-05", "cs", "květen 2020"),
        ("-0043", "de", "44 v. Chr."),
        ("1850~", "fr", "≈ 1850"),
        ("2020-05-03/2020-05-07", "en-US", "May 3, 2020 – May 7, 2020"),
        ("2020-05/2020-06", "fr", "mai 2020 – juin 2020"),
        ("1967/..", "it", "1967–"),
        ("1968-21", "de", "März 1968 – Mai 1968"),
        ("2023-01-26", "no such locale", "26 January 2023"),
    ],
)
def test_in_other_locales(edtf: str, locale: str, words: str) -> None:
    assert format_date(parse_edtf(edtf), locale) == words


@pytest.mark.parametrize(
    ("edtf", "html"),
    [
        ("2023-01-26", "2023-01-26"),
        ("2023-01-26T15:00:00", "2023-01-26T15:00"),
        ("2023-01-26T15:00:07Z", "2023-01-26T15:00:07Z"),
        ("2023-01-26T15:00:00-04", "2023-01-26T15:00-04:00"),
        ("2020-05", "2020-05"),
        ("1993", "1993"),
        ("0476", "0476"),
        ("1985-04-XX", "1985-04"),
        ("Y12000", "12000"),
        ("1850~", ""),
        ("1850?", ""),
        ("-0043", ""),
        ("0000", ""),
        ("196X", ""),
        ("156X-12-25", ""),
        ("1968-21", ""),
        ("1967/..", ""),
        ("[1914..1918]", ""),
    ],
)
def test_for_the_time_element(edtf: str, html: str) -> None:
    assert html_datetime(parse_edtf(edtf)) == html
