"""Abbreviations and the other words that decide whether a full stop ends a sentence.

Data only: a language is one `SentenceWords` in `WORDS`; `generator.entries.sentences` never names
a word. All abbreviations are written in lower case without their last full stop.
"""

from collections.abc import Mapping

import msgspec


class SentenceWords(msgspec.Struct, frozen=True):
    """The words of one language that the sentence splitter asks about."""

    before_name: frozenset[str] = frozenset()
    """A name always follows: "Dr", "Gen". Never the end of a sentence."""
    before_number: frozenset[str] = frozenset()
    """The end of a sentence unless a figure follows: "no", "p", "fig"."""
    months: frozenset[str] = frozenset()
    """Not the end before a figure or a word that does not start sentences: "Nov. 5"."""
    inside: frozenset[str] = frozenset()
    """The end only before a word that starts sentences: "Inc", "Calif", "U.S"."""
    clock: frozenset[str] = frozenset()
    """The end before a capital, unless the capital names a zone, a day or a month."""
    after_clock: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    """Words in lower case that begin a sentence far more often than they begin a name."""
    speech: frozenset[str] = frozenset()
    """Verbs after a quotation: '"Who is there?" Ann Poe asked.' is one sentence."""
    exclaimed: frozenset[str] = frozenset()
    """Names that end with an exclamation mark or a question mark."""
    ordinal_stop: bool = False
    """A figure with a full stop is an ordinal: "am 3. Oktober"."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENGLISH = SentenceWords(
    before_name=_words(
        "mr mrs ms messrs mme mlle dr prof gen lt col maj capt cpt cmdr sgt cpl pvt pfc adm "
        "brig gov sen rep reps sens govs atty rev revd fr hon pres supt insp det dep asst "
        "asst.gen lt.gen maj.gen brig.gen lt.col lt.cmdr msgr st ste mt ft amb sec comm spc ald "
        "vs v cf viz e.g i.e eg ie ca approx mohd adv shri smt sra srta ing dott"
    ),
    before_number=_words(
        "no nos p pp fig figs vol vols ch chap chs art arts sec sect par para eq ex nr app ed "
        "tel ext op cl ver vers rm ste bldg flt bk pt"
    ),
    months=_words(
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri "
        "sat sun"
    ),
    inside=_words(
        "inc corp co cos ltd llc plc bros assn assoc dept univ inst intl natl govt est etc al "
        "jr sr esq ph.d ph.ds m.d b.a m.a b.sc m.sc d.phil ll.b ll.m m.b.a j.d d.d.s r.n c.e.o "
        "u.s u.k u.n u.s.a u.s.s.r e.u u.a.e d.c l.a n.y n.j n.c s.c n.d s.d n.h n.m r.i w.va "
        "p.r b.c a.d b.c.e c.e ala ariz ark calif colo conn del fla ga ida ill ind kan kans ky "
        "la md mass mich minn miss mo mont neb nebr nev okla ore pa penn tenn tex vt va wash "
        "wis wisc wyo ont que alta ave blvd rd hwy sq ln pl ct pkwy apt ft sq.ft in lb lbs oz "
        "kg km cm mm mi yd mph min mins hr hrs sec secs mil bn tn avg max misc n.b p.s a.k.a "
        "aka d.b.a c.o.d r.i.p n.a n s e w"
    ),
    clock=_words("a.m p.m am pm"),
    after_clock=_words(
        "et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst utc cet cest ist jst aest aedt "
        "eastern central mountain pacific local monday tuesday wednesday thursday friday "
        "saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march "
        "april may june july august september october november december jan feb mar apr jun jul "
        "aug sep sept oct nov dec"
    ),
    starters=_words(
        "a about according after all also although among an and another any anyone as asked at "
        "because before both but by can considering could despite during each earlier even "
        "every everyone few finally first for from further given had has have he her here his "
        "how however if in indeed instead into is it it's its just last later let like many "
        "maybe meanwhile more moreover most much my nearly neither no nobody none nor not "
        "nothing now of officials on once one only or other others our over perhaps prior "
        "rather said several she should similarly since so some someone soon still such than "
        "that that's the their them then there there's therefore these they they're this those "
        "though through throughout thus to today together under unlike until upon was we we're "
        "were what when where whether which while who whoever whose why will with within "
        "without would yes yesterday yet you your he's she's i'm i've he'd she'd they'd they've "
        "we've don't isn't didn't can't won't"
    ),
    speech=_words(
        "said says asked asks replied replies answered answers shouted shouts cried wrote "
        "writes added adds told tells wondered yelled joked recalled exclaimed explained "
        "remarked declared tweeted demanded insisted"
    ),
    exclaimed=_words("yahoo jeopardy yum joomla"),
)

GERMAN = SentenceWords(
    before_name=_words(
        "dr prof hr fr frl st dipl ing med phil z.b d.h u.a bzw vgl sog ca inkl evtl"
    ),
    before_number=_words("nr s abs art bd kap abb tel ziff"),
    months=_words("jan feb mrz apr jun jul aug sep sept okt nov dez"),
    inside=_words("usw etc str co gmbh ag e.v min std mio mrd jh jhd geb gest u.s z.t i.d.r"),
    starters=_words(
        "aber alle als am auch auf aus bei bis da dabei damit danach dann das daß dass dem den "
        "denn der deshalb die dies diese dieser doch durch ein eine einem einen einer er es für "
        "gegen hier ich ihr ihre im in ist jetzt man mit nach nicht noch nun nur ob ohne schon "
        "sein seine seit sie so trotz um und unter viele vom von vor war was weil wenn wer wie "
        "wir wo zu zudem zum zur"
    ),
    speech=_words("sagte sagt fragte antwortete erklärte rief schrieb"),
    ordinal_stop=True,
)

FRENCH = SentenceWords(
    before_name=_words("m mm mme mmes mlle dr pr me mgr st ste gén col cap lt cf p.ex c.-à-d env"),
    before_number=_words("no n p pp art chap fig vol t tél"),
    months=_words("janv févr fév avr juil sept oct nov déc"),
    inside=_words("etc s.a s.a.r.l av bd boul j.-c apr ed éd j-c"),
    starters=_words(
        "à afin ainsi alors après au aussi aux avant avec c'est car ce cela celle celui ces cet "
        "cette chaque comme dans de depuis des dès du elle elles en enfin entre et il ils je "
        "l'un la le les leur leurs lors lorsque mais malgré nous on or ou où par parmi pendant "
        "plus pour pourtant quand que quelques qui sa sans se selon ses si son sous sur tous "
        "tout un une vers vous"
    ),
    speech=_words("dit demande répond déclare affirme explique"),
)

SPANISH = SentenceWords(
    before_name=_words("sr sra sres srta dr dra d dña lic ing gral cnel sto sta prof p.ej ej"),
    before_number=_words("núm no n pág págs art cap fig vol tel"),
    months=_words("ene feb mar abr jun jul ago sept oct nov dic"),
    inside=_words("etc s.a s.l ee.uu ud uds av avda cía a.c d.c"),
    starters=_words(
        "a además al algunos antes aquí así aunque cada como con cuando de del desde después "
        "donde durante e el ella ellas ellos en entonces entre era es esa ese eso esta estas "
        "este esto estos fue ha hasta hay hoy la las lo los más mientras muchos no nos nuestro "
        "otro para pero por porque pues que quien se según ser si sin sobre son su sus también "
        "tras un una y ya yo"
    ),
    speech=_words("dijo preguntó respondió afirmó explicó"),
)

WORDS: Mapping[str, SentenceWords] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
}
