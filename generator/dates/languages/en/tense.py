"""Whether an English clause tells of what was or of what is to come.

There is no parser here, only verb groups: the one nearest to the expression decides. An
infinitive ("plans to meet") is as far in the future as the word that governs it says.
"""

import re
from functools import lru_cache

from generator.dates.rules import Tense


def _listed(names: str) -> list[str]:
    return names.split()


_PAST_VERBS = _listed(
    """
    was were had did went came took made gave got saw met said told found left led held
    began broke brought built bought caught chose cut died drew drove ate fell felt fought
    flew forgot froze grew heard hid hit hurt kept knew laid lay lost meant paid put quit
    ran rang read rose sang sank sat sent set shook shot shut slept sold spent spoke stood
    stole struck swam swore swept swung taught thought threw tore understood woke won wore
    wrote became overthrew withdrew dealt fled split sought spread stuck lit bid beat rode
    bore hung bent dug fed shown known been
    """
)
_FUTURE_WORDS = _listed(
    """
    will shall won't won’t would going due expected scheduled planned plans plan
    planning slated likely hopes hope aims aim intends intend wants seeks tomorrow
    upcoming promised pledges vows must should may might can tentatively prepare
    preparing ready payable effective begins starts opens ends closes expires takes
    arrives leaves meets
    """
)
_GOVERNORS = frozenset(
    _listed(
        """
    plans plan planned planning agreed agree expected expects scheduled due set wants want
    hopes hope hoping likely going promised vowed pledged intends ready supposed preparing
    prepared urged threatened decided invited wished aims slated continues about sure bound is are
    agreement deal proposal intention pledge bid confirmed booked tipped
    """
    )
)
_NO_PAST = _listed(
    """
    need indeed hundred sacred naked hatred kindred united advanced speed breed proceed
    exceed succeed feed seed bleed limited
    """
)

# The present of what is arranged: "talks resume on Monday".
_ARRANGED = frozenset(
    _listed(
        "meet resume resumes reopen reopens hears convene convenes reconvene reconvenes travels "
        "departs kicks airs premieres debuts"
    )
)
_INFINITIVE = re.compile(
    r"to\s+(?:be\s+)?(?!the\b|a\b|an\b|his\b|her\b|its\b|their\b)[a-z]+\b", re.IGNORECASE
)
_OVER = re.compile(
    r"had\s+(?:previously\s+)?been\s+[a-z]+(?:\s+to\s+[a-z]+)?\b|as\s+(?:previously\s+)?[a-z]+ed\b",
    re.IGNORECASE,
)
_ADVERB = r"(?:\s+(?:not|also|still|now|soon|then|only|[a-z]+ly))?"
_CONDITION = re.compile(
    r"(?:when|if|once|before|until)\s+(?:[\w'’-]+\s+){1,4}(?:is|are)\s+[a-z]+(?:ed|en|rd|ld|pt)\b",
    re.IGNORECASE,
)
"""What must come first: "when the case is heard"."""
_FUTURE_GROUP = re.compile(
    rf"(?:will|would|shall|should|may|might|must|can|won['’]t){_ADVERB}(?:\s+(?:be|have))?{_ADVERB}\s+[a-z]+\b"
    r"|\S+(?:\s+(?:not\s+|also\s+)?(?:be\s+|have\s+)?[a-z]+ed\b)?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]+(?:['’](?:ll|t)\b)?")
_KINDS: dict[str, str] = {
    **dict.fromkeys(_PAST_VERBS, "past"),
    **dict.fromkeys(_FUTURE_WORDS, "future"),
    **dict.fromkeys(_NO_PAST, ""),
    "to": "infinitive",
    "as": "over",
    "had": "over",
    **dict.fromkeys(_ARRANGED, "arranged"),
    **dict.fromkeys(("when", "if", "once", "before", "until"), "condition"),
}
_TITLES = _listed("Mr Mrs Dr St Gen Gov Sen Inc Corp Co No vs v Rep Lt Col Rev")
_NO_END = "".join(rf"(?<!\b{title}\.)" for title in _TITLES)
# The mark comes first: a search that looks for one character is the fastest.
_SENTENCE_END = re.compile(
    rf"[.!?](?<![ap]\.m.)(?<!\b[A-Z].){_NO_END}['\"”’)]*\s+(?=[\"“‘'(]*[A-Z])|\n\s*\n"
)
_CLAUSE = re.compile(r"[;:]|,|\b(?:but|and|that|which|who|after|before|when|while)\b")
_AHEAD = re.compile(
    r"\b(?:until|till|by|as (?:soon|early) as)\s+"
    r"(?:(?:noon|midnight|\d[\d:.]*\s*(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?)\s+)?(?:on\s+)?$"
)
_LABEL = re.compile(r"\s*(?::\s|[–—]|-\s)")
_LINE_ENDS = ("", "\n", ".", "!", "?")
_DONE = re.compile(r"\bhad\s+(?:\w+\s+){1,6}$")
"""What was done by a day is over: "had filed their reports by Wednesday"."""
_NOUNS_TOO = frozenset(
    _listed(
        "plan plans aim aims hope hopes will can might promised closes kicks airs premieres debuts"
    )
)
_NOT_ARRANGED = frozenset(_listed("to not t did never could let"))
_BEFORE_A_NOUN = frozenset(
    _listed("the a an its his her their this that these our my your no any new of")
)
_PRESENT = frozenset(("is", "are", "be", "being"))
_AHEAD_REACH = 60
_WINDOW = 220
_FUTURE_REACH = 80
"""Characters within which a word of the future is believed."""


def tense(text: str, start: int, end: int) -> Tense:
    """The tense of the clause around `text[start:end]`; "" when no verb says."""
    before = text[max(0, start - _WINDOW) : start]
    for found in _SENTENCE_END.finditer(before):
        cut = found.end()
        before = " " * cut + before[cut:]
    ahead = _AHEAD.search(before[-_AHEAD_REACH:])
    if ahead:
        done = ahead[0].startswith("by") and _DONE.search(before[: -len(ahead[0])])
        return "past" if done else "future"
    after = text[end : end + _WINDOW]
    if _LABEL.match(after) and before.rstrip(" \t")[-1:] in _LINE_ENDS:
        return ""  # "5 May: the port opens" in a list of what happened
    stop = _SENTENCE_END.search(after + " ")
    if stop:
        after = after[: stop.start()]
    best: tuple[float, Tense, int] = (1e9, "", 0)
    for _, to, kind in _groups(before)[-4:]:
        away = len(before) - to
        best = min(best, (away + 30 * len(_CLAUSE.findall(before, to)), kind, away))
    for at, _, kind in _groups(after)[:4]:
        best = min(best, (15 + at + 40 * len(_CLAUSE.findall(after, 0, at)), kind, at))
    return "" if best[1] == "future" and best[2] > _FUTURE_REACH else best[1]


@lru_cache(256)
def _groups(text: str) -> list[tuple[int, int, Tense]]:
    """(start, end, tense) of each group of verbs; a text that repeats itself is read once."""
    groups: list[tuple[int, int, Tense]] = []
    reached = 0
    governor = ""
    for found in _WORD.finditer(text):
        word = found[0].lower()
        previous, governor = governor, word
        kind = _KINDS.get(word)
        if kind is None:
            if word[-2:] == "ed" and previous not in _BEFORE_A_NOUN and word[:2] != "un":
                kind = "past"
            elif word[-2:] == "ll" and word[-3:-2] in ("'", "’"):
                kind = "future"
            else:
                continue
        if found.start() < reached or (word in _NOUNS_TOO and previous in _BEFORE_A_NOUN):
            continue
        if found[0] == "May" or (found[0] == "Will" and not text[: found.start()].isspace()):
            continue  # a name or a month: "Theresa May on Thursday resigned"
        if kind == "arranged":
            kind = "" if previous in _NOT_ARRANGED else "future"
        if not kind or (kind == "past" and previous in _PRESENT):
            continue
        end = found.end()
        if kind == "condition":
            group = _CONDITION.match(text, found.start())
            if not group:
                continue
            end, kind = group.end(), "future"
        match kind:
            case "infinitive":
                group = _INFINITIVE.match(text, found.start())
                if not group or not (groups or previous in _GOVERNORS):
                    continue
                end = group.end()
                ahead = previous in _GOVERNORS or groups[-1][2] == "future"
                kind = "future" if ahead else groups[-1][2]
            case "over":
                group = _OVER.match(text, found.start())
                if group:
                    end = group.end()
                elif word != "had":
                    continue
                kind = "past"
            case "future":
                group = _FUTURE_GROUP.match(text, found.start())
                end = group.end() if group else end
        groups.append((found.start(), end, "future" if kind == "future" else "past"))
        reached = end
    return groups
