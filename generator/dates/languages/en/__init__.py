"""English: the table of rules that the tagger reads."""

import re

from generator.dates.languages.en import (
    days,
    deictic,
    figures,
    lengths,
    named_days,
    periods,
    times,
    vague,
    weekdays,
    years,
)
from generator.dates.languages.en.fragments import FRAGMENTS
from generator.dates.languages.en.tense import tense
from generator.dates.languages.en.written import WRITTEN
from generator.dates.rules import Language

_GAP = r"[\s-]{1,3}"
_BELONGS = (
    r"(?:(?:the\s)?(?:very\s)?(?:beginning|start|end|middle|close|eve|course|month|week|period)\sof"
    r"(?:\sthe)?|(?:as\s)?(?:early|late)(?:\sin|\son)?|(?:the\s)?(?:early|late|mid|latter\spart\sof)|"
    r"(?:earlier|later)(?:\sin)?|at\sleast|at\smost|about|nearly|almost|more\sthan|less\sthan|approximately|"
    r"roughly|circa)"
)

LANGUAGE = Language(
    code="en",
    fragments={**FRAGMENTS, "named": named_days.NAMED},
    written=WRITTEN,
    rules=(
        *days.RULES,
        *figures.RULES,
        *weekdays.RULES,
        *named_days.RULES,
        *years.RULES,
        *periods.RULES,
        *deictic.RULES,
        *vague.RULES,
        *times.RULES,
        *lengths.RULES,
    ),
    tense=tense,
    before=re.compile(rf"(?<![^\W_])(?:{_BELONGS}{_GAP}){{1,2}}$", re.IGNORECASE),
    bounds=(
        (re.compile(r"\b(?:ever )?since\s+(?:about\s+|the\s+)?$", re.IGNORECASE), "since"),
        (re.compile(r"\b(?:until|till|up to)\s+(?:about\s+)?$", re.IGNORECASE), "until"),
        (re.compile(r"\bafter\s+(?:about\s+)?$", re.IGNORECASE), "after"),
        (re.compile(r"\b(?:before|prior to)\s+(?:about\s+)?$", re.IGNORECASE), "before"),
        (re.compile(r"\b(?:circa|c\.|ca\.|around|about)\s+$", re.IGNORECASE), "about"),
    ),
    between=re.compile(r"\s?[-–—]\s?|/|\s+(?:to|through|until|till)\s+"),
    both=re.compile(r",?\s+and\s+(?:on\s+)?"),
    opening=re.compile(r"\b(?:between|both)\s+(?:the\s+)?$", re.IGNORECASE),
    clock=re.compile(r"\)?,?\s+(?:(?:on|at|by)\s+)?|,\s*"),
    compared=re.compile(
        r"\b(?:than|compared (?:to|with)|unlike|surpassing|exceeding)\s+(?:in\s+)?(?:the\s+)?$"
    ),
    deictic=re.compile(
        r"\b(?:today|yesterday|tomorrow|tonight|(?:last|next|this) (?:week|month|year)|"
        r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    ),
)
