"""Photo captions and photo credits: what in a line gives it away."""

import re

_AGENCY = (
    r"(?:getty(?:\simages)?|reuters|afp|ap|epa|a\.?p\.\sphoto|ap\sphoto|shutterstock|"
    r"istock(?:photo)?|alamy|(?:the\s)?associated\spress|bloomberg|xinhua|dpa|imago|anadolu|pti|"
    r"ani|zuma|rex|corbis|unsplash|pexels|pixabay|flickr|wikimedia(?:\scommons)?|supplied|"
    r"handout|file|wenn)"
)
"""Agencies and stock libraries, and the words that stand in their place."""

_CREDIT_LINE = re.compile(
    rf"""
      [(\[]?(?:photo(?:graph)?s?|images?|pictures?|pics?|credit|foto|bild|illustration
        |video)
        (?:\s(?:credit|copyright|caption|source|courtesy))?\s?
        (?:by\b|via\b|:|©|courtesy|copyright|from\b).{{0,120}}
    | ©.{{1,80}}
    | [(\[]?(?:image|photo)\scopyright\b.{{1,80}}
    | .{{0,60}}(?:/|\bvia\b|\||-|,)\s?{_AGENCY}
        (?:\s(?:images|photo|files?))?(?:/\w+(?:\s\w+)?)?[)\].]?
    | {_AGENCY}(?:\s(?:images|photo|file\sphoto))?
    | {_AGENCY}\s?[/-]\s?[\w.’' -]{{2,40}}
    | (?-i:[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){{1,3}}\s?/\s?[A-Z][\w.’' -]{{1,30}})
    | courtesy\s(?:of\s|photo)?.{{0,60}}
    | .{{1,40}}/(?:getty|reuters|afp|ap|staff|file|stringer)\b.{{0,30}}
    | (?:supplied|handout|file\s(?:photo|image|picture))(?:\sphoto|\simage)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CAPTION_START = re.compile(
    r"(?:file(?: photo)? ?(?:[-–:—]|photo)|image(?: caption)?:? (?=\S+ \S+ \S+)|"
    r"pictured\b(?! is the)|"
    r"picture(?: caption)?:|photo(?:graph)?:|caption:|\d{1,3} ?of ?\d{1,3}(?=[A-Z])|"
    r"open this photo|"
    r"(?:an )?(?:aerial|undated|combination|satellite) (?:view|photo|picture|image|file photo)\b|"
    r"(?:in )?this (?:\w+[.,]? ){0,4}(?:file |handout |undated )?(?:photo|image|"
    r"picture|combination)|"
    r"in this (?:\w+\.?,? ){1,5}photo|a (?:view|general view|screenshot|still|"
    r"file photo) of\b|foto:)",
    re.IGNORECASE,
)
_CAPTION_END = re.compile(
    rf"""
      [(\[](?i:(?:ap|reuters|afp|epa|pti)\b|photos?|image|picture|file|courtesy|credit
        |via|handout|screenshot|source)[^()]{{0,90}}[)\]]\.?
    | [(\[][^()\[\]]{{2,70}}(?:/|\bvia\b|,|:|-|\|)\s?[^()/]{{0,30}}
        (?:(?i:{_AGENCY})|[A-Z]{{2,5}})(?:\s[\w ]{{0,20}})?[)\]]
    | [(\[][A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){{0,3}}\s?/\s?[A-Z][\w .’'-]{{1,40}}[)\]]
    | [(\[]\s?(?i:{_AGENCY})[^()]{{0,30}}[)\]]
    | [.\s)”"’'a-z](?:Photo(?:graph)?s?(?:\sCredit)?|Image|Picture|Credits?|Illustration)
        (?:\s?:|\sby\b|\.\.\.)\s?.{{2,80}}
    | [.”"]\s?(?i:{_AGENCY})\s?[-–/]\s?[A-Z][\w.’' -]{{2,40}}
    | (?:©|\(c\))\s?.{{2,60}}
    | (?:REUTERS|AFP|Reuters|AP)\s?/\s?[A-Z][\w.’' -]{{2,50}}(?:/?File\sPhoto)?
    | [\w.’'-]\s?/\s?(?:Getty\sImages|AFP|AP|Reuters|EPA|Bloomberg|Shutterstock)
        \b[\w ./]{{0,40}}
    | \b(?:Getty\sImages|(?:File|Submitted|Courtesy|Contributed)\s(?:image|photo|picture)|
        Shutterstock|via\sAP|Reuters\sfile)[.)]?
    | [.!?]["”’]?\s(?:[A-Z][\w.’'-]+\s){{1,4}}[-–—/|]
       \s?[A-Z][\w.’'-]+(?:\s[\w.’'-]+){{0,3}}(?<![.!?])
    | \b(?:AP|AFP|Reuters|EPA|PTI)\s?[-–]\s?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){{1,3}}
    """,
    re.VERBOSE,
)
_NAME_END = re.compile(
    r"(?<=[a-zà-ÿ]{3})[.!?][\"”’]?\s[A-ZÀ-Þ][\w.’'-]+(?:\s(?:[A-ZÀ-Þ][\w.’'-]+|for|of|via|the)){0,6}(?<![.!?])"
)
"""A name that nothing is said of, behind the last full stop."""
_END_SIGNS = (
    "photo", "image", "picture", "credit", "getty", "reuters", "afp", "ap ", "ap)", "epa", "©",
    "(c)", "file", "courtesy", "handout", "screenshot", "source", "/", " - ", " – ", " — ", "| ",
    "illustration", "shutterstock", "pti", "via ap",
)  # fmt: skip
"""Of these, one stands near the end of every caption that says whose picture it is."""
_GALLERY = (" less", " ... more", "… more")
"""How a gallery's captions end where they fold."""
MAX_CREDIT_WORDS = 11
MAX_CAPTION_WORDS = 75
MIN_NAMED_WORDS = 8
MAX_PLAIN_WORDS = 40
"""Longer ones must name a picture or an agency."""
_SURE_SIGN = re.compile(
    r"photo|image|picture|credit|getty|reuters|afp\b|\bap\b|©|illustration", re.IGNORECASE
)


def is_credit(text: str, words: int) -> bool:
    """The whole line only says who took the picture.

    >>> is_credit("Photo: Ann Poe, Example Wire", 5)
    True
    """
    return words <= MAX_CREDIT_WORDS and _CREDIT_LINE.fullmatch(text) is not None


def is_caption(text: str, words: int, terminal: bool = False) -> bool:
    """The line says what a picture shows, and who took it.

    `terminal`: it ends as a sentence does, which a credit in its end hardly ever does.

    >>> is_caption("The bridge at Poe on Monday. (Example Wire/AP)", 9)
    True
    """
    if words > MAX_CAPTION_WORDS:
        return False
    if _CAPTION_START.match(text) or text.endswith(_GALLERY):
        return True
    if terminal and not text.endswith((").", "].")):
        return False
    tail = text[-110:]
    if not terminal and MIN_NAMED_WORDS <= words <= MAX_PLAIN_WORDS:
        ends = _NAME_END.finditer(tail)
        if any(match.end() == len(tail) for match in ends):
            return True
    lowered = tail.lower()
    if not [sign for sign in _END_SIGNS if sign in lowered]:
        return False
    if words > MAX_PLAIN_WORDS and _SURE_SIGN.search(tail) is None:
        return False
    return any(match.end() == len(tail) for match in _CAPTION_END.finditer(tail))
