"""What English-speaking editors write around a date."""

from generator.dates.rules import Written

WRITTEN = Written(
    about=r"(?i)(?:circa|ca?\.|ca?(?=[\s\d])|about|around|approximately|approx\.?|~)\s*(?=\S)",
    perhaps=r"(?i)(?:possibly|probably|perhaps|maybe)\s+",
    since=r"(?i)(?:since|from)\s+(.+)",
    until=r"(?i)(?:until|till|up to)\s+(.+)",
    by=r"(?i)(?:by|no later than)\s+(.+)",
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
    part=r"(?i)(early|mid|middle|late)(?:\s+|-)(?:in\s+)?(?:the\s+)?(.+)",
    parts={"early": "early", "mid": "middle", "middle": "middle", "late": "late"},
    winter=r"(?i)winter\s+(?:of\s+)?(\d{4})[-–/](\d{2}|\d{4})",
    centuries=r"(?i)(.+?)\s+centur(?:y|ies)\b(.*)",
    century="century",
    before_christ=r"(?i)\sB\.?C\.?(?:E\.?)?$",
    glued=r"(?i)(?<=\d)(?=(?:B\.?C\.?(?:E\.?)?|A\.?D\.?|C\.?E\.?)$)|(?<=^AD)(?=\d)",
    lead=r"(?i)(?:(?:in\s+)?the\s+year|in|on|the|during)\s+",
    clock=r"(?:at\s)?",
    relative=r"(?i)\b(?:today|yesterday|tomorrow|ago|last|next|this|earlier|later|now|recently)\b",
)
