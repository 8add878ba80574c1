"""Names of months in the languages that news pages date themselves in."""

from collections.abc import Mapping


def _months(*names: str) -> dict[str, int]:
    """Twelve words per language, with "/" between spellings."""
    table: dict[str, int] = {}
    for line in names:
        for number, spellings in enumerate(line.split(), 1):
            for name in spellings.split("/"):
                table[name] = number
    return table


MONTHS: Mapping[str, int] = _months(
    "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug "
    "september/sept/sep october/oct november/nov december/dec",
    "januar/jänner februar/feber märz/mär/mrz april mai juni juli august september oktober/okt "
    "november dezember/dez",
    "janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août septembre octobre "
    "novembre décembre/déc",
    "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre "
    "noviembre diciembre/dic",
    "janeiro fevereiro/fev março abril maio/mai junho julho agosto setembro/set outubro/out "
    "novembro dezembro/dez",
    "gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto/ago "
    "settembre/sett ottobre/ott novembre dicembre/dic",
    "januari februari maart/mrt april mei juni juli augustus september oktober november december",
    "januari/januar februari/februar mars april maj/mai juni juli augusti/august september "
    "oktober november december/desember",
    "januari februari maret april mei juni juli agustus september oktober november desember/des",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
    "listopada grudnia",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "января/янв февраля/фев марта/мар апреля/апр мая/май июня/июн июля/июл августа/авг "
    "сентября/сен октября/окт ноября/ноя декабря/дек",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
)
"""Lower case; the number of the month. Words that two languages share name the same month."""
