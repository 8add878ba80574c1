"""What surrounds and frames a telling, as data: run-on headings, captions, fiction, prices."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STARTERS = _words(
    """
    The A An In On At But It He She They This These Those There When After As If Its His Her Their
    Although Since While Some Many Most Two Three Four Five Six Seven Eight Nine Ten One
    Several Nearly About More Another Both Despite During Following By From For With Until Under
    Earlier Meanwhile According Last
    """
)
"""Words that begin a sentence when they have a capital and a small letter follows."""

NEVER_BEFORE_A_START = _words(
    """
    a an the this that these those its his her their our my your of in on at by for with from into
    over under between among about to and or nor but is are was were be been being has have had
    will would can could may might shall should must do does did not than as like after before
    since until who which whose when where while because if though titled called named dubbed mr
    mrs ms dr via per also film song book novel album play series magazine newspaper paper website
    said says
    """
)
"""Words that no sentence or heading ends with, or that introduce a title of its own."""

BESIDE_A_NAME = _words(
    """
    company firm giant group bank agency singer star actor actress minister president secretary
    leader chief boss executive chairman director spokesman spokeswoman officer analyst lawyer
    attorney doctor senator governor mayor general newspaper magazine broadcaster network station
    manufacturer maker producer operator contractor rival rig vessel ship tanker ferry hurricane
    storm brother sister son daughter father mother wife husband friend driver coach player
    captain author writer director retailer airline city town village state region island
    """
)
"""Nouns that a name may follow as part of the same phrase: "the oil company Marn Oil"."""

ZONE = r"(?:UK|BST|GMT|UTC|[ECMP][SD]T|CES?T|IST)"

CREDIT_IN_BRACKETS = (
    r"\b(?:AP|AFP|EPA|Reuters|Getty|Bloomberg|Photo|Photograph|Post|Image|Images|Pool)\b"
)
"""What a bracket holds that says whose picture it is."""

AGENCIES = r"(?:Reuters|AP|AFP|UPI|DPA|IPS|ANI|PTI|Xinhua|Bloomberg|CNN|BBC|Hollywood Reporter)"

BYLINE = (
    r"By\s(?:[A-Z][\w.'’-]*\s){2,4}(?:(?:in|at|for)\s(?:[A-Z][\w.'’-]*\s){1,3})?"
    r"(?:,?\s?(?:BBC|Reuters|Guardian|News|Staff|Special|Writer|Correspondent|Editor|Reporter)"
    r"\b[\w ]{0,24}?)"
    r"(?:\s?,\s[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?\s(?=[A-Z])"
)
""""By Ada Poe Example News , Roe "."""

CAPTION_MARKS = (
    r"[,(]\s?(?:left|right|cent(?:er|re)|far left|far right|second (?:from )?(?:left|right)"
    r"|unseen|pictured|above|below|(?:seen|shown|pictured) (?:here|above|in))\s?[,)]"
    r"|\b(?:in this|file) (?:\w+ )?(?:photo|photograph|image|picture|frame)\b"
    r"|\bfile (?:photo|picture|image)\b|\bseen in this\b"
)
"""Words by which a caption says who is who in a picture."""

BOILERPLATE_MARKS = (
    r"(?i)\bposted by\s?:|\breport abuse\b|\blast updated at\b.{0,60}$|\ball rights reserved\b"
    r"|\bfollow events live\b|\bclick here\b|\bsubscribe\b|\bschedule update\b"
    r"|\b(?:article|story|version)\b.{0,30}\b(?:misspelled|misstated|misidentified|incorrectly)\b"
    r"|^correction\b|^(?:writing|editing|reporting|additional reporting) by\b"
)

FICTION = (
    r"(?i)^\W*(?:in|at the (?:start|end|heart) of|throughout)\s"
    r"(?:(?:the|a|an|his|her|their|its|this|that|one|another|\w+(?:'s|’s))\s)?(?:[\w-]+\s){0,2}?"
    r"(?:novel|film|movie|play|story|tale|episode|sequel|prequel|opera|musical|comic|comics"
    r"|cartoon|manga|anime|sitcom|thriller|screenplay|video game|computer game|board game|fable"
    r"|legend|myth|mythology|saga|epic|dream|simulation|parody|sketch|joke|scenario)\b"
    r"(?!\s(?:industry|festival|studio|business|world|award))"
    r"|\blegend (?:has it|says|holds|tells)\b|\baccording to (?:\w+ )?(?:legend|myth|folklore)\b"
    r"|\b(?:the|so the) story goes\b|\b(?:the|its|his|her) (?:novel|film|movie|play|plot|book|opera"
    r"|musical|game|episode|drama|storyline)(?:,[^,]*,)? (?:follows|tells|opens|begins|ends"
    r"|imagines|depicts|describes|portrays|stars|centres|centers|revolves|chronicles|recounts)\b"
    r"|\b(?:is|was) set in (?:a |the )?(?:fictional|imaginary|\d{4})\b"
    r"|\bfictional(?:ised|ized)?\b|\bmythical\b"
)
"""How a sentence says that what it tells is made up."""

HYPOTHESES = (
    r"(?i)^\W*(?:what if|suppose|supposing|imagine|imagining|assume|pretend|picture)\b"
    r"|^\W*had (?!to\b|a\b|an\b|no\b|enough\b)\w+"
    r"|\bas if\b.{0,40}\bhad\b"
)

FALSELY = _words("falsely wrongly mistakenly incorrectly untruthfully baselessly erroneously")
"""Adverbs by which the writer says that what somebody said is not so."""

MARKET_SUBJECTS = _words(
    """
    shares share stocks stock index dow nasdaq ftse nikkei dax hang sensex s&p futures bonds
    treasuries yields yield prices price markets market trading crude brent pound euro dollar yen
    sterling bullion gold temperatures temperature winds rainfall
    """
)
"""What moves up and down from day to day."""
SHARES = _words("shares share stocks stock index dow nasdaq ftse nikkei")
WIPING = _words("wipe knock shave take strip slice")
OFF = "off"
MARKET_NAMES = ("wall street",)
MARKET_MOVES = _words(
    """
    rise fall drop gain climb slip slide surge soar plunge tumble jump dip rally close trade edge
    lose ease advance decline sink rebound recover spike open end begin start finish roar hit reach
    stand shed hover settle bounce knock wipe retreat stabilise stabilize crash halve double
    """
)
SINGULAR_IN_S = _words(
    "news series politics economics physics mathematics athletics species crisis"
)
