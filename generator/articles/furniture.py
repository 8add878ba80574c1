"""Patterns that give away what surrounds an article on a page.

`OPENINGS` are tried at the beginning of a line in lower case, `ANYWHERE` inside it. Whole lines
that are always the same stand in `generator.articles.phrases`.
"""

import re

import msgspec

from generator.model import LineClass

WRITER = "introduces the writer"
RECORDING = "says how long a recording is"
"""Reasons that the neighbours of a line are judged by."""


class Rule(msgspec.Struct, frozen=True):
    """A pattern that gives a line its class, and the reason that readers are told."""

    kind: LineClass
    reason: str
    pattern: re.Pattern[str]
    max_words: int = 1000
    signs: tuple[str, ...] = ()
    """Of these, one stands in every line that the pattern finds; lower case, looked for first."""


def _rule(
    kind: LineClass, reason: str, pattern: str, max_words: int = 1000, signs: str = ""
) -> Rule:
    return Rule(kind, reason, re.compile(pattern), max_words, tuple(signs.split(", ")))


OPENINGS: tuple[Rule, ...] = (
    _rule(
        "reading time",
        "says how long reading takes",
        r"(?:estimated )?(?:reading time|read time|lesezeit|temps de lecture|"
        r"tempo de leitura|tiempo de lectura)\b",
        8,
    ),
    _rule(
        "reading time",
        "says how long reading takes",
        r"(?:~ ?)?\d{1,3}[- ]?(?:mins?|minutes?|minutos?|min\.?|minuten)(?: (?:read|"
        r"to read|de lecture|de lectura|de leitura|lesezeit|lesedauer))?\W*$",
        8,
    ),
    _rule(
        "reading time",
        RECORDING,
        r"(?:duration|running time)\b:? ?\d|dive deeper \(\d",
        5,
    ),
    _rule(
        "share",
        "a share button",
        r"(?:click to (?:share|email|print)|share (?:this|on|in|via|with|by|or comment|"
        r"current)|send (?:this )?to|tweet this|pin this|copy (?:this )?(?:link|url)|"
        r"follow (?:us|me)\b|email this|share all)\b",
        30,
    ),
    _rule(
        "share",
        "invites to follow or to share",
        r"(?:like this (?:story|article|post|video)\?|enjoyed this|follow @|find us on|"
        r"like us on|join us on|connect with us|follow \w+ on\W*$|"
        r"follow (?:the )?[\w’' .]{2,50} on (?:facebook|twitter|instagram|x|tiktok|"
        r"whatsapp|google|apple|youtube))\b",
        40,
    ),
    _rule(
        "newsletter",
        "offers a newsletter",
        r"(?:sign[ -]?up|subscribe|register|get) (?:now )?(?:for|to|here|with|"
        r"on)?\b.*\b(?:newsletters?|inbox|e?-?mails?|updates|alerts|briefing|whatsapp|"
        r"youtube|telegram)\b",
        60,
    ),
    _rule(
        "newsletter",
        "offers a newsletter",
        r"(?:receive|get|have|let) (?:all |our |the |more |your |email |daily |"
        r"breaking |free |a |weekly )*.*\b(?:inbox|mailbox|newsletters?|email updates|"
        r"news alerts|to your (?:phone|email))\b",
        60,
    ),
    _rule(
        "newsletter",
        "offers a newsletter",
        r"(?:by (?:clicking|signing|submitting|subscribing|registering|providing|"
        r"entering|continuing)|we use your sign-up|i would like to be emailed|"
        r"i agree to|a welcome email is|the next issue of|we encountered an issue|"
        r"there was an error, please|this site (?:is protected by|uses akismet)|you(?:'|"
        r"’)ve successfully|you can (?:unsubscribe|opt[- ]out)|please (?:enter|provide|"
        r"check) (?:a|your) )\b",
        100,
    ),
    _rule(
        "promotion",
        "speaks to subscribers",
        r"(?:subscribe|subscription|subscriber(?:s)? only|"
        r"this story is available exclusively|this (?:article|content|story) is (?:for|"
        r"available to|reserved for|only for|exclusive)|to (?:continue|keep) reading|"
        r"you have (?:reached|read|\d+ free)|already (?:a|have an?) (?:subscri|member|"
        r"account)|become an? (?:member|insider|subscriber|supporter)|"
        r"enjoy (?:the latest|additional)|unlimited (?:online|digital) access|"
        r"access articles|share your thoughts and join|get email updates|daily puzzles|"
        r"support (?:local|independent|quality|our) journalism|"
        r"if you are a home delivery|create an account or|you can save this article|"
        r"please log in|you must be (?:logged|a|registered)|would you like to comment|"
        r"do you (?:rely on|have a story)|have a (?:news )?tip|got a (?:news )?tip|"
        r"just [$£€r]\d|opportunity to engage|exclusive articles|don['’]t have an account|"
        r"no longer want to see|sign in (?:without|with)|create (?:a free|your) account|"
        r"(?:our )?\w+(?: \w+)? e-?paper\b|wait! before you go|original reporting\b|"
        r"get a dash of|interested in more|you(?:'|’)re (?:reading|almost)|"
        r"we(?:'|’)d like to hear|we want to hear from you|help us|thank you for (?:reading|your)|"
        r"make a (?:donation|contribution)|for (?:just|only|as little as) [$£€])\b",
        80,
    ),
    _rule(
        "promotion",
        "promotes an app or a service",
        r"(?:download (?:our|the|all|now)|follow all .* (?:application|app)\b|"
        r"get (?:\w+ ){0,4}(?:app|access)\b|chat with us|listen to \w+ live|"
        r"listen here|why you can trust\b|powered by\b|join our (?:\w+ forums?|"
        r"newsletter|community|whatsapp|"
        r"telegram|facebook)|our (?:website is|community members|standards ?:)|"
        r"want (?:more|to read)|for free real[- ]time|let us know what you think|"
        r"tell us what you think|have your say|sign in (?:now|to)|log in (?:to|or)|"
        r"this advertisement has|visit our|check out our|shop (?:now|the)|buy (?:now|"
        r"tickets)|order (?:now|your)|special offer|"
        r"we apologi[sz]e, but this video|try refreshing your browser|back to video|"
        r"your browser|please (?:enable|turn on|disable)|this (?:site|website|page) uses|"
        r"(?:we|by continuing|our site|our partners).{0,40}\bcookies|"
        r"manage (?:your )?(?:cookie|consent))\b",
        60,
    ),
    _rule(
        "promotion",
        "promotes an offer",
        r"(?:(?:if you (?:buy|click|purchase)|when you (?:buy|purchase|click|shop)|"
        r"we (?:may|might) (?:earn|receive|get)|\w+ may (?:earn|receive) (?:a|"
        r"an)).*\b(?:commission|affiliate|compensation)|ftc:|"
        r"\w+ may earn an affiliate)\b",
        80,
    ),
    _rule(
        "promotion",
        "invites to click",
        r"(?:click (?:here|to|the|on|through)|tap (?:here|to)|read more on|"
        r"get .* by clicking here|read .* by clicking|watch (?:live|now|the video|video|"
        r"below|more)|see (?:also|full gallery|our(?:privacy| privacy))|"
        r"view (?:comments|more|all|full|original|author|\d+ )|"
        r"go to (?:the )?(?:homepage|website)|show (?:me|all|more)|load (?:more|"
        r"comments)|open (?:this|in)|close (?:share|dialog|modal|this)|skip to)\b",
        16,
    ),
    _rule(
        "related",
        "points to another article",
        r"(?:[■▶►●>»→▪🔴📱👁⇒\W]{0,3} ?)(?:to read also|read also|also read|see also|"
        r"read more|also see|also on [\w.]+|watch(?: also)? ?[|:]|listen ?[|:]|"
        r"related(?: (?:article|story|post|stories|posts|coverage|link|video)s?)? ?:|"
        r"more ?:|read ?:|read next ?:?|more (?:from|in|on|great|about|stories|news|"
        r"coverage)\b|on \w+\.com ?:|don['’]t miss ?:?|must read ?:|in case you missed|"
        r"recommended ?:|previous(?: post)? ?:|next(?: post)? ?:|prev(?:ious)?previous|"
        r"nextmy|previously ?:|opinion ?[|:]|explainer ?[|:]|in pictures ?:|"
        r"photos? gallery ?:|à lire(?: aussi)? ?:?|lire aussi ?:?|lesen sie (?:auch|"
        r"hierzu)|mehr (?:dazu|zum thema)|lea? también|leia (?:também|mais) ?:|"
        r"leggi anche|\(?leggi anche|baca juga|читайте также|関連[:：]|lees ook ?:|"
        r"other recommendations|up next ?:|most read in|popular (?:on|in)|"
        r"trending (?:in|on|now)|latest (?:from|in|on)|from our (?:partners|archive)|"
        r"for more (?:on|about|information|stories|news))",
        45,
    ),
    _rule(
        "tags",
        "lists the article's topics",
        r"(?:tags?|topics?|keywords?|filed (?:under|to)|tagged(?: with| in| as)?|"
        r"categor(?:y|ies)|related (?:tags|topics)|this article is related to|posted in|"
        r"trends|schlagw[oö]rter|themen|mots[- ]clés|etiquetas|タグ|标签|태그)\b ?(?:[:：|#]|"
        r" #|  ?(?=[A-Z#a-z]))",
        40,
    ),
    _rule(
        "boilerplate",
        "says who owns the text",
        r"(?:©|\(c\)|copyright\b|all rights reserved|tous droits|alle rechte|"
        r"todos los derechos|저작권자|this (?:document|material|content) (?:is|may) )",
        60,
    ),
    _rule(
        "boilerplate",
        "the editors' note",
        r"(?:our standards ?:|contributing ?:|reporting by\b|additional reporting|"
        r"editing by\b|\(?reporting by|with (?:reporting|files|additional reporting|"
        r"inputs|contributions?|input) (?:by|from)\b|with (?:post|ap|afp|reuters|agency|"
        r"agencies|wire) wires?\b|source ?: |first published in|"
        r"this (?:article|story|post) (?:was|has been|originally|first|"
        r"is republished) (?:originally |first )?(?:appeared|published|adapted|"
        r"republished|reprinted|provided|produced)|originally published (?:on|at|by|in)|"
        r"\(?graphic ?:|\(?with inputs?|this is a (?:breaking|"
        r"developing)(?: new)? (?:news )?story|disclaimer ?:|editor['’]?s? note ?:)",
        60,
    ),
    _rule(
        "boilerplate",
        "about a comment",
        r"(?:comments? (?:are|may|on this|for|will|is) |be the first to|"
        r"post(?:ed)? your comment|please keep comments|"
        r"\w+ is committed to (?:maintaining|publishing|a)\b|"
        r"please read our comment|save my name|notify me|your email address will not|"
        r"required fields|connecting to %s|you are commenting using|\d+ (?:responses?|"
        r"comments?|thoughts?|replies) (?:to|on|for)\b|permalink \d+|only registered|"
        r"we welcome comments|we encourage all readers|keep it (?:civil|respectful))",
        120,
    ),
)
"""Tried in order at the beginning of a line, after bullets; the first that fits wins."""

ANY_OPENING = re.compile("|".join(f"(?:{rule.pattern.pattern})" for rule in OPENINGS))
"""All of `OPENINGS` in one: most lines begin with none of them, and are soon done with."""

ANYWHERE: tuple[Rule, ...] = (
    _rule(
        "newsletter",
        "offers a newsletter",
        r"\b(?:sign up (?:for|to) (?:our|the|my) (?:\w+ ){0,4}(?:newsletter|e-?mails?|"
        r"list)|(?:delivered|straight|directly) (?:right )?(?:to|in|into|through) your "
        r"(?:inbox|letterbox|"
        r"mailbox|phone|email)|subscribe to (?:our|the|"
        r"\S+(?:['’]s)?) (?:\w+ ){0,3}newsletters?|subscribe to our|sign up for it here|"
        r"(?:in|on|to) your inbox|opt-?in box)",
        60,
        "sign up, your, subscribe to, opt-in, optin",
    ),
    _rule(
        "boilerplate",
        WRITER,
        r"\b(?:can be reached (?:at|on|via)|may be reached at|follow (?:him|her|them|"
        r"\w+|me) (?:on (?:twitter|x|facebook|instagram|threads|linkedin|bluesky)|at @|"
        r"@)|email (?:him|her|me|\w+ \w+) at|reach (?:him|her|out to) (?:at|on|via)|"
        r"send tips to|is an? (?:[\w&’'-]+ ){0,8}(?:reporter|writer|journalist|"
        r"correspondent|editor|columnist|contributor|lecturer|producer|curator|"
        r"freelancer|author|intern)s? (?:at|for|on|with|in|based|living|who|covering|of|and|"
        r"from|filing)\b)",
        70,
        "follow, email, reach, send tips to, is a",
    ),
    _rule(
        "promotion",
        "promotes the site",
        r"\b(?:bookmark (?:our homepage|\S+\.(?:com|org|net))|support \w+ and make a difference|"
        r"back issues? here|pre-?order (?:now|here)|affiliate links?\b.*\bcommission|"
        r"independent journalism by subscribing|download the \w+ app|"
        r"all the international news|join the conversation in the comments)\b",
        60,
        "bookmark, support, back issue, order now, order here, commission, subscribing, "
        "download the, international news, in the comments",
    ),
)
"""Searched for in the middle of a line."""

SIGNS = tuple(sign for rule in ANYWHERE for sign in rule.signs)
"""Of these, one stands in every line that a rule of `ANYWHERE` finds."""
