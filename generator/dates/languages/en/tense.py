"""Whether an English clause tells of what was or of what is to come.

There is no parser here, only verb groups: the one nearest to the expression decides. An
infinitive ("plans to meet") is as far in the future as the word that governs it says.
"""

import re

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
    will shall 'll ’ll won't won’t would going due expected scheduled planned plans plan
    planning set slated likely hopes hope aims aim intends intend wants seeks tomorrow
    upcoming promised pledges vows must should may might could can tentatively prepare
    preparing ready payable effective begins starts opens ends closes expires takes
    arrives leaves meets
    """
)
_GOVERNORS = _listed(
    """
    plans plan planned planning agreed agree expected expects scheduled due set wants want
    hopes hope hoping likely going promised vowed pledged intends ready supposed preparing
    prepared urged threatened decided invited wished aims slated continues about sure bound is are
    """
)
_NO_PAST = _listed(
    """
    need indeed hundred sacred naked hatred kindred united advanced speed breed proceed
    exceed succeed feed seed bleed limited
    """
)

_GROUP = re.compile(
    r"\b(?P<over>had\s+(?:previously\s+)?been\s+[a-z]+(?:\s+to\s+[a-z]+)?|as\s+(?:previously\s+)?[a-z]+ed)\b"
    rf"|\b(?P<infinitive>to\s+(?:be\s+)?(?!the\b|a\b|an\b|his\b|her\b|its\b|their\b)[a-z]+)\b"
    rf"|(?P<future>(?:\b(?:{'|'.join(w for w in _FUTURE_WORDS if w[0] not in '’')})\b|['’]ll\b)"
    r"(?:\s+(?:not\s+|also\s+)?(?:be\s+|have\s+)?[a-z]+ed\b)?)"
    rf"|\b(?P<past>{'|'.join(_PAST_VERBS)}|[a-z]+ed)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s+(?=[\"“‘'(]*[A-Z])|\n\s*\n")
_CLAUSE = re.compile(r"[;:]|,|\b(?:but|and|that|which|who|after|before|when|while)\b")
_AHEAD = re.compile(r"\b(?:until|till|by)\s+$")
_WINDOW = 220


def tense(text: str, start: int, end: int) -> Tense:
    """The tense of the clause around `text[start:end]`; "" when no verb says."""
    low = max(0, start - _WINDOW)
    before = text[low:start]
    cut = [found.end() for found in _SENTENCE_END.finditer(before)]
    if cut:
        before = before[cut[-1] :]
    if _AHEAD.search(before):
        return "future"
    after = text[end : end + _WINDOW]
    stop = _SENTENCE_END.search(after + " ")
    if stop:
        after = after[: stop.start()]
    left = _groups(before)
    right = _groups(after)
    best: tuple[float, Tense] = (1e9, "")
    for _, to, kind in left:
        cost = len(before) - to + 30 * len(_CLAUSE.findall(before[to:]))
        best = min(best, (cost, kind))
    for at, _, kind in right:
        cost = 15 + at + 40 * len(_CLAUSE.findall(after[:at]))
        best = min(best, (cost, kind))
    return best[1]


def _groups(text: str) -> list[tuple[int, int, Tense]]:
    groups: list[tuple[int, int, Tense]] = []
    governor = ""
    for found in _GROUP.finditer(text):
        word = found[0].split()[0].lower()
        kind: Tense
        if found["infinitive"]:
            last = text[: found.start()].split()[-1:] or [""]
            governor = last[0].lower().strip(",")
            if governor in _GOVERNORS or (groups and groups[-1][2] == "future"):
                kind = "future"
            elif groups:
                kind = groups[-1][2]
            else:
                continue
        elif found["over"]:
            kind = "past"
        elif found["future"]:
            kind = "future"
        elif word in _NO_PAST:
            continue
        else:
            kind = "past"
        groups.append((found.start(), found.end(), kind))
    return groups
