"""What English-speaking editors write around a date."""

from generator.dates.rules import Written

WRITTEN = Written(
    about=r"(?i)(?:circa|ca?\.|ca?(?=[\s\d])|about|around|approximately|approx\.?|~)\s*(?=\S)",
    perhaps=r"(?i)(?:possibly|probably|perhaps|maybe)\s+",
    since=r"(?i)(?:since|from)\s+(.+)",
    until=r"(?i)(?:until|till|up to)\s+(.+)",
    by=r"(?i)(?:by|no later than|not (?:after|later than))\s+(.+)",
    from_on=r"(?i)(?:not (?:before|earlier than)|no earlier than)\s+(.+)",
    before=r"(?i)(?:before|prior to)\s+(.+)",
    after=r"(?i)after\s+(.+)",
    between=r"(?i)between\s+(.+?)\s+and\s+(.+)",
    from_to=(
        r"(?i)(?:from\s+)?(.+?)"
        r"(?:\s+(?:to|until|till|through)\s+|\s*[–—]\s*|\s+-\s+|(?<=\d)-(?=\d)|"
        r"(?<=[a-z]{3})[-/](?=[a-z]{3}))(.+)"
    ),
    to_now=(
        r"(?i)(?:from\s+)?(.+?)"
        r"(?:\s+(?:to|until)\s+|\s*[-–—]\s*)(?:the\s+)?(?:present|today|now|date)?"
    ),
    both=r"(?i)(?:both\s+)?(.+?)\s+(?:and|&)\s+(.+)",
    either=r"(?i)(?:either\s+)?(.+?)\s+or\s+(.+)",
    part=(
        r"(?i)(?:the\s+)?(early|mid|middle|late|beginning|start|end|close|(?:first|second)(?=\shalf))"
        r"(?:\s+half)?(?:\s+|-)(?:of\s+|in\s+)?(?:the\s+)?(.+)"
    ),
    parts={
        "early": "early",
        "beginning": "early",
        "start": "early",
        "mid": "middle",
        "middle": "middle",
        "late": "late",
        "end": "late",
        "close": "late",
        "first": "first",
        "second": "second",
    },
    winter=r"(?i)winter\s+(?:of\s+)?(\d{4})[-–/](\d{2}|\d{4})",
    centuries=r"(?i)(.+?)\s+centur(?:y|ies)\b(.*)",
    century="century",
    before_christ=r"(?i)\sB\.?C\.?(?:E\.?)?$",
    respelt=(
        (r"(?i)\s*(?<=[\d\s])b\.?\s?c\.?(?:\s?e\.?)?$", " BC"),
        (r"(?i)\s*(?<=[\d\s])(?:a\.?\s?d|c\.?\s?e)\.?$", " AD"),
        (r"(?i)^(.*?)\s*\ba\.?\s?d\.?\s?(\d+)$", r"\1 \2 AD"),
        (r"(?i)^(.*?)\s*\bb\.?\s?c\.?(?:\s?e\.?)?\s?(\d+)$", r"\1 \2 BC"),
        (r"^\s+|(?<=\d)\s(?=\d{3}\sBC$)", ""),
        (r"(?i)^(.+?)\s+\((circa|c\.|ca\.?|about|approx(?:imately|\.)?)\)$", r"\2 \1"),
        (r"(?i)^(.+?)\s+onwards?$", r"since \1"),
        (r"(?i)^(.+?)\s+or\s+later$", r"not before \1"),
        (r"(?i)^(.+?)\s+or\s+(?:earlier|before)$", r"by \1"),
        (r"(?i)^week\s(\d{1,2})(?:\sof|,)?\s(\d{4})$", r"\2-W\1"),
        (r"(?i)\blast quarter of\b", "fourth quarter of"),
        (r"(?i)(?<=\d(?:st|nd|rd|th)\s)c(?:ent)?\.(?=\s|$)", "century"),
    ),
    lead=r"(?i)(?:(?:in\s+)?the\s+year|in|on|the|during)\s+",
    clock=r"(?:at\s)?",
    relative=r"(?i)\b(?:today|yesterday|tomorrow|ago|last|next|this|earlier|later|now|recently)\b",
)
