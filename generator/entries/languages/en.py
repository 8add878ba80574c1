"""English, as data: what the modules of `generator.entries` know of the language.

No module outside this one names an English word. Word classes are closed lists where the class is
closed (determiners, prepositions, auxiliaries) and frequent words of news and history where it is
open (verbs). `generator.entries.words` derives the inflected forms.
"""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split("|"))


DETERMINERS = _words(
    """
    the a an this these those its his her their our my your some any no every each all both
    another either neither several many most few such what whichever more fewer
    """
)

SUBJECT_PRONOUNS = _words(
    """
    i he she it they we you nobody everyone everybody someone one anyone anybody somebody
    anything everything something nothing
    """
)
OBJECT_PRONOUNS = _words(
    """
    him them us me himself herself itself themselves ourselves myself
    """
)
FIRST_SECOND_PERSON = _words(
    """
    i we you my our your ours yours i'm we're you're i've
    """
)

PREPOSITIONS = _words(
    """
    of in on at by for with from into over under against between among amid during without
    within through about toward towards upon across along around behind below beneath beside
    besides beyond despite except inside outside near off onto per throughout underneath via
    versus alongside according following regarding concerning including worth past up down out
    away back aboard
    """
)

PREPOSITION_OR_SUBORDINATOR = _words(
    """
    after before since until till as than like
    """
)
SUBORDINATORS = _words(
    """
    when while because although though if unless whereas whether once whenever wherever lest
    how why whereby wherein
    """
)
RELATIVES = _words(
    """
    who which whom whose where whoever
    """
)
COORDINATORS = _words(
    """
    and or but nor
    """
)
MODALS = _words(
    """
    will would can could may might shall should must won't wouldn't can't couldn't cannot
    shouldn't mustn't 'll 'd
    """
)
FUTURE_MODALS = _words(
    """
    will shall won't 'll
    """
)
BE_PRESENT = _words(
    """
    is are am isn't aren't 're 'm
    """
)
BE_PAST = _words(
    """
    was were wasn't weren't
    """
)
BE_OTHER = ["be", "been", "being"]
QUANTIFIERS = _phrases(
    """
    at least | at most | more than | less than | fewer than | up to | as many | as much | as few
    | many as | much as | few as | no fewer | no less
    """
)
QUANTIFIER_ENDS = frozenset(pair.split()[1] for pair in QUANTIFIERS)
OBJECTS_BEFORE = frozenset(["it", "them"])
OBJECTS_OUTSIDE = frozenset(["him", "them", "me", "us"])
OBJECTS_ELSEWHERE = frozenset(["it", "him", "them", "her"])
SAID_NOUNS = ("announcement", "statement", "claim", "plan", "proposal")
THERE = "there"
BY = "by"
WHOSE = frozenset(["whose", "where", "when"])
INDEFINITE = frozenset(["a", "an"])
PLURAL_VERBS = frozenset(["were", "are", "have", "weren't", "aren't", "haven't"])
SINGULAR_VERBS = frozenset(["was", "is", "has", "wasn't", "isn't", "hasn't"])
COMPLETE_ALONE = frozenset(
    _words(
        """
        die resign burst collapse crash explode resume open close begin start end sink erupt
        happen occur fail perish retire return surrender fall rise land escape arrive
        disappear divorce marry meet separate merge reopen finish emerge depart drown withdraw
        expire abdicate split reunite capsize derail detonate emigrate flee stop win lose
        ignite burn swear vote agree
        """
    )
)
NAMING = frozenset(["called", "named", "dubbed", "known", "titled", "entitled", "nicknamed"])
ADVERB_ENDING = "ly"
PARTICIPLES_BEFORE_TO = frozenset(
    _words(
        "used needed required designed meant intended forced allowed believed thought said known"
    )
)
BEFORE_THAT = frozenset(
    _words(
        "sure clear certain plain known public reassured assured convinced persuaded warned told "
        "informed reminded"
    )
)
"""Words whose "that …" says what they are about."""
LIKE_PARTICIPLES = frozenset(["based", "alleged", "armed", "related", "advanced", "limited"])
"""Adjectives that take what follows as a participle does: "a film | based on"."""
STILL_TO_COME = frozenset(["until", "till", "after", "once", "when", "before", "unless"])
"""What opens a clause whose "has met" lies ahead."""
DECLINING = frozenset(["decline", "refuse"])
BECOMING = frozenset(["become", "becomes", "became", "got", "gets"])
DUE = "due"
AS = "as"
BACK = "back"
ONLY = "only"
ING = "ing"
IF = "if"
TELLING_OF_BEFORE = frozenset(["testified", "recalled", "remembered", "alleged", "confessed"])
"""What was testified on a day happened on another."""
OUTCOME_VERBS = frozenset(_words("cause trigger unleash send lead spark leave pour"))
SUPERLATIVES = frozenset(["worst", "best", "hardest", "most", "least"])
WITH = "with"
SAID_IN = frozenset(_words("interview statement speech letter article memoir testimony report"))
INCLUDING = "including"
PERSONS = frozenset(
    _words(
        "man woman boy girl child soldier clerk friend brother sister son daughter father mother "
        "aide victim member guard suspect resident native student star superstar singer actor "
        "actress writer painter doctor lawyer husband wife"
    )
)
SAME_THING = ("same", "thing")
NOUNS_WITH_THAT = frozenset(
    _words(
        "chance coincidence fact possibility idea belief claim report news hope fear evidence view "
        "sign risk confirmation warning promise assurance conclusion suggestion allegation"
    )
)
WHEN = frozenset(["when"])
LATER = frozenset(["later", "earlier"])
TIME_UNITS = frozenset(_words("minutes hours hour days day weeks week months month years year"))
SOME = frozenset(_words("one two three four five six seven eight nine ten several few some"))
# Words and patterns that tell something by themselves.
SUBORDINATING_PREPOSITIONS = frozenset(["despite", "during"])
NOT_BY_A_NUMBER = frozenset(["followed", "joined"])
CAPITAL_IS_A_NAME = frozenset(["May", "Will", "March", "An", "US", "Am"])
SUPERLATIVE_WORD = r"\w+est\b"
RECORD_WORD = r"^(?:first|only|worst|best|most|least|\w{3,}(?<!for)est|record|since)$"
NAMES_A_YEAR = r"\d{3,4}|['’]\d\d|\bB\.?C|\bA\.?D\b|century|centuries"
AGE = r",\s(?:aged\s)?\d{1,3},"
AGENCY = r"(?:A[PN][IPS]?|AFP|DPA|EFE|P[AT]I?|TASS|UPI|[A-Z][a-z][\w./ ]{1,28})"
WHAT = "what"
CLITIC = "'s"
OR = "or"
WHICH = "which"
FORMS_OF_ADDRESS = frozenset(["mr", "mrs", "ms", "dr", "sir"])
PUBLISHING = frozenset(["publish", "release", "issue", "post"])
DECIDING = frozenset(["agree", "decide", "vote", "pledge", "refuse", "offer", "choose"])
SO = "so"
FAR = "far"
TITLING = frozenset(["dubbed", "titled", "entitled", "nicknamed"])
PERCEIVING = frozenset(["see", "find", "have", "get"])
RECENT = frozenset(["recent", "past", "last"])
LONG_UNITS = frozenset(["weeks", "months", "years", "decades"])
FORECAST_VERBS = _words(
    """
    reduce increase grow shrink rise fall strengthen weaken improve worsen help cost benefit
    boost hurt harm depend
    """
)
"""Verbs of what may come of something: no act that anybody has set a day for."""
ONE = "one"
ARTICLES = ("The", "A", "An")
ORDINALS = _words("first second third fourth fifth sixth seventh eighth ninth tenth last only")
GERUND_NOUNS = frozenset(
    _words(
        """
        banking bombing drilling farming fighting fishing gambling killing lending mining
        mourning policing racing recycling rioting shipping shooting smoking stabbing swimming
        testing trading trafficking voting whaling writing
        rating ranking housing financing borrowing planning reporting recording marketing
        manufacturing processing dumping logging polling sentencing screening shelling sighting
        understanding uprising wrongdoing listing offering opening closing beginning crossing
        """
    )
)
"""Forms in -ing that stand for a thing done, and need nothing after them."""
SETTING_OUT = frozenset(["begin", "start", "finish"])
POSSESSIVE_ENDINGS = ("'s", "’s")
AIMS = frozenset(
    _words("attempt effort bid key commitment pledge promise refusal failure ability inability aim")
)
"""Nouns whose "to …" says what they are about: without it they say nothing."""
EMPTY_ENDS = frozenset(
    _words("fact time means way moment point condition basis result part bid order aftermath wake")
)
"""Nouns that say nothing when what follows them is cut off: "at a time when"."""
# Of what these are said without an object, it was done to.
NEED_AN_OBJECT = _words(
    """
    create establish found submit introduce unveil circulate publish draft devise ratify grant
    erect invent rob loot shell ban scrap enact abandon adopt construct
    abduct abolish accuse acquit annul appoint apprehend arrest assassinate award ban behead bury
    capture charge commission conceive convict crown damage dedicate delete deport depose design
    destroy detain dismiss displace dub elect eliminate entitle evacuate evict execute exhume exile
    exonerate expel extradite fascinate find hijack hospitalise hospitalize
    house impeach imprison inaugurate indict injure inspire jail kidnap kill knight license locate
    lynch massacre mire murder nominate obtain organise organize oust outlaw overthrow
    pardon pave poison portray postpone prosecute raise ransack rape redesign
    release rename rescue revoke sack select sentence shut spot strand suspend tap transfer
    transport trap unveil uproot vandalise vandalize wound wreck
    """
)
BE = "be"
UN = "un"
ANOTHER = "another"
BOTH = "both"
OF_AN_AGE = "-year-old"
WITHIN_NAMES = frozenset(["of", "for"])
CREDIT_LABELS = ("Photograph", "Photo", "Photo credit", "Picture", "Image", "Credit")
CREDIT_ENDS = ("Images ", "News ")
STAMP_WORDS = ("[Ll]ast updated at", "[Uu]pdated at", "[Uu]pdated", "[Pp]ublished")
ZONES = ("BST", "GMT", "UTC", "[ECMP][SD]T", "CES?T", "IST")
VERB_PREFIXES = frozenset(_words("re co pre de mis over under out cross fast back hand self"))
AFTER = frozenset(["after"])
BEFORE = frozenset(["before"])
AT_THE_SAME_TIME = frozenset(["when", "as", "once"])
SINCE = frozenset(["since"])
DATE_OF_A_NOUN = frozenset(["of", "for", "between"])
SEEMING = frozenset(_words("seem appear believe understand think hope expect turn emerge happen"))
SHOWING_FORMS = _words(
    """
    show shows suggest indicate reveal estimates estimate reports claims states notes suggests
    reveals says warns adds
    """
)
"""Forms before "that" that are verbs, whatever noun they look like."""
WITHIN_AN_EVENT = frozenset(["in", "during", "at", "by"])
BOUNDS = frozenset(["until", "till", "before", "since", "following", "over"])
LIKENING = frozenset(["as", "like", "than"])
THAN = "than"
MEN = "men"
SINGULAR_IN_MEN = frozenset(_words("specimen regimen abdomen omen acumen yemen"))
AT = "at"
ROUGHLY = frozenset(["about", "around"])
THAN_OR_AS = frozenset(["as", "than"])
COMPARING = frozenset(
    _words("as so more less fewer rather sooner worse better higher lower larger")
)
"""What "than" or "as" answers: a title keeps both or neither."""
REFLEXIVES = frozenset(_words("himself herself itself themselves"))
ASKED = frozenset(_words("whether how why what where if"))
HARMING = frozenset(
    _words(
        "kill injure wound hurt destroy devastate damage displace claim cost flatten maim batter "
        "hit strike lash pound"
    )
)
"""What disasters and attacks do, and the places where they happen do not."""
PARTICLES = frozenset(_words("up out off down back away"))
SINGULAR_NUMBERS = frozenset(["1", "one"])
DATE_LIMITS = frozenset(
    _words(
        """
        by until till before after through from to than
        """
    )
)

CONTRACTIONS = _words(
    """
    it's that's he's she's there's what's who's here's let's it'll he'll she'll they'll we'll
    i'll you'll i'd he'd she'd they'd we'd you'd
    """
)
HAVE_PRESENT = _words(
    """
    has have hasn't haven't 've
    """
)
HAVE_PAST = ["had", "hadn't"]
DO = _words(
    """
    do does did don't doesn't didn't
    """
)
NEGATIONS = _words(
    """
    not n't never no nobody none neither nor hardly isn't aren't wasn't weren't hasn't haven't
    hadn't don't doesn't didn't won't wouldn't can't couldn't cannot without
    """
)

ADVERBS = _words(
    """
    not n't never also already just now then soon still yet again later earlier once ever
    often always sometimes too even only almost nearly about first ago today yesterday
    tomorrow tonight here there together apart ahead so very much less least far further
    perhaps maybe however meanwhile instead finally initially formally subsequently jointly
    both long abroad overnight twice officially shortly thus therefore hence rather quite
    otherwise altogether afterwards thereafter indeed
    """
)

PLURAL_NOUNS = _words(
    """
    people police men women children troops authorities media crew staff
    """
)

NOT_ADVERBS = _words(
    """
    family july italy supply reply ally rally assembly anomaly monopoly belly bully fly lily
    jelly sicily daily weekly monthly early friendly only likely unlikely deadly costly
    elderly holy ugly lonely lovely silly hilly apply rely comply multiply
    """
)

# Words that end in -ed or -ing and are no verb form.
NOT_PARTICIPLES = _words(
    """
    hundred indeed need seed speed red bed deed breed creed greed weed reed sacred naked
    slew wicked kindred united exceed proceed succeed embed based king ring thing string spring
    wing sing bring morning evening something nothing everything anything building meeting
    ceiling during wedding sibling sterling pudding lightning spending hearing parking funding
    ruling warning training offspring bidding clothing feeling painting cunning so-called aged
    alleged unprecedented unexpected unidentified armed related advanced limited talented
    gifted beloved ground three-day rugged ragged crooked jagged biased
    """
)

# Base forms of regular verbs: what happens, in news and in history.
EVENT_VERBS = _words(
    """
    abandon abduct abolish abort absorb accept accuse acquire acquit act add adjourn admit
    adopt advance agree airlift allow ambush amend annex announce annul appeal appear appoint
    apologise apologize approve arrest arrive assassinate assault assume attack attempt attend
    award back ban bar bid block board bomb bombard boycott breach broadcast burn bury cancel
    capture cause cease celebrate censor challenge change charge christen claim clash clear
    climb close collapse collide commission commit complete conclude conduct confess confine
    confirm conquer consecrate construct contract convict convene convert cover crash create
    cross crown crush debut declare decide declassify decommission decree dedicate defeat
    defect defer delay deliver demand demolish deploy depart deport depose derail descend
    destroy detain detect detonate develop devastate devalue die disappear discharge disclose
    discontinue discover dismantle dismiss disqualify disband dispatch displace dissolve
    divide divorce donate double douse dock down drop drown earn edge elect eliminate emerge
    emigrate enact end endorse engulf enlist enter entitle erect erupt escape establish
    evacuate evict exceed exchange execute exhibit exhume exile exit expand expel explode
    expire exonerate extend extinguish extradite fail file finalise finalize finish fire flee
    flood follow force form found free freeze fuel gain gather graduate grant ground guarantee
    gut halt hand happen hijack hire hit honor honour host identify ignite immigrate impeach
    implement import impose imprison improve inaugurate increase indict infect inject injure
    install instruct intercept intervene interview introduce invade invent investigate invite
    issue jail join jump kidnap kill knight land launch leak level liberate license lift
    liquidate list loot lower lynch manufacture march mark marry massacre merge migrate mine
    mobilise mobilize mount move murder name nationalise nationalize negotiate nominate obtain
    occupy occur open operate oppose order organise organize oust outlaw overturn pardon
    participate pass patent peak penetrate perish permit pick place plead pledge plunge poison
    position postpone present preside press probe proclaim produce prohibit promote prompt
    propose prosecute protest publish pull purchase push quarantine question quell quit raid
    raise rally ram ratify reach reaffirm realise rebuild rebuke recall receive recognise
    recognize reconstruct record recover reduce refer refuse register reinstate reject
    relaunch release relinquish relocate remove rename renew renounce reopen repair repeal
    replace repulse request require rescind rescue resign resolve restore restrict result
    resume retain retake retire retreat retrieve return reunite reveal reverse revise revoke
    revolt reward riot rival rob rocket roll rule rupture rush sack sail sanction save scrap
    seal secure seize sentence separate settle shell shift ship shock shut sideline sign sink
    slash slip smash soar spark split sponsor stab stage start starve station stop storm
    strand strip submit succeed sue suffer surge surpass surrender suspend switch tackle
    target tax terminate test top topple torpedo torture total touch tour trade train transfer
    transport trap travel treat trigger triple try turn unanimously uncover unify unite unload
    unveil upgrade uphold use vaccinate vandalise vandalize veto violate visit vote vow walk
    warn widen wipe wound wreck zone
    """
)

SAYING_VERBS = _words(
    """
    add admit advise affirm allege announce answer argue ask assert assure boast claim comment
    complain concede confirm contend declare deny describe emphasise emphasize estimate
    explain express hint imply inform insist maintain mention note observe predict promise
    quip reiterate remark remind repeat reply report respond reveal state stress suggest tweet
    urge warn acknowledge blast criticise criticize enthuse joke caution deem regret denounce
    praise condemn welcome applaud quote allege
    """
)

# The saying that is itself an event on a timeline: an act done in words.
SPEECH_ACTS = _words(
    """
    announce rule decide agree declare order demand accuse apologise apologize proclaim pledge
    vow resign sentence promise invite appeal threaten
    """
)

STATIVE_VERBS = _words(
    """
    account amount strive total want need hope like love hate believe prefer seem look sound depend
    belong own contain consist concern matter deserve resemble involve include remain exist
    tend lack mean possess represent suppose expect consider fear doubt wonder imagine agree
    disagree enjoy trust aim intend feature range differ vary rank compare relate indicate
    show suggest appear reflect illustrate demonstrate underline highlight serve help live
    work stay wait lie sit stand regard view refer attribute anticipate focus continue
    estimate assume describe face support worry care guess wish desire envy fit suit cost
    weigh measure equal please delight thrill
    """
)

WITHOUT_CLAUSE = frozenset(
    _words(
        """
        account amount strive total belong own contain consist deserve resemble involve include
        remain exist tend lack possess represent range differ vary rank compare relate live work
        stay lie sit stand face support fit suit cost weigh equal enjoy serve help attribute focus
        continue feature intend aim
        """
    )
)
"""Those of them that no "that …" follows."""

# Prices and figures that move: news of a day, no event of a story.
MARKET_VERBS = _words(
    """
    rise fall drop gain climb slip slide surge soar plunge tumble jump dip rally close trade
    edge lose ease advance decline sink rebound recover spike
    """
)

PLAIN_VERBS = _words(
    """
    offer post allow apply argue arrange aspire assess assist associate attach attract avoid
    balance base battle borrow bounce brand breathe call calculate capture care carry carve
    chair characterise chase chat check cite clean collect combine comply compose connect
    consult consume contact contribute cook cooperate cope correct count couple craft crave
    cry dance date deal decorate define delete deliver depict design destine determine devote
    dine direct discuss display dominate doubt draft drag dress dump ease eat educate employ
    enable encourage engage enhance ensure entertain equip escalate evaluate evolve examine
    excite exercise experience experiment export explore expose fade fan favor favour fill
    film fix flash float flow fold forecast frame gaze generate govern grab greet grip guess
    guide handle hang happen heal heat hover hunt ignore imagine impact influence inherit
    inspect inspire intensify interpret judge knock label laugh learn lean lend link listen
    load locate lock log manage match miss mix monitor motivate name notice nurture observe
    organize outline overlook overwhelm pack paint park perform persuade phone place plan
    plant play plot point pour practise practice prepare preserve prevent print process profit
    project pump pursue rate react reckon reinforce relax rely remember rent research restore
    review revive ring risk roam sample schedule score scream search seek select sense share
    shape shout sip slow smile snap soak solve spot spray squeeze stem step stretch structure
    study suck supply surround survive suspect swap sweep taste team tempt thank tie tip tour
    trace track transform trap trust tuck twist value wander warm wash waste watch water whip
    wonder worry wrap yield flank accompany attend back slate mean witness entail commence
    mire roar hover settle stabilise stabilize blame complement vacate injure sever ignite
    coordinate plague total lay pose
    """
)

# (base, past, participle[, third person]); a participle that equals the past is left out.
# Verbs that double their last letter before -ed and -ing.
DOUBLING = _words(
    """
    ban bar bet cut dig drop grab grip hit jam knit lag let log mob nod nab plan plot ram rob
    rub run scrap ship shop shut sit skip slam slap slip snap split spot stab star stem step
    stop strip swap swim tap tip top trap trim wrap admit commit permit omit submit refer
    defer deter occur concur expel compel propel rebel control patrol cancel level label
    travel model quarrel fuel kidnap equip begin forget upset regret hijack
    """
)

IRREGULAR_VERBS = """
arise arose arisen | awake awoke awoken | bear bore born | beat beat beaten | become became
become | begin began begun | bend bent | bet bet | bind bound | bite bit bitten | bleed bled |
blow blew blown | break broke broken | breed bred | bring brought | build built | burst burst |
buy bought | catch caught | choose chose chosen | cling clung | come came come | cost cost |
creep crept | cut cut | deal dealt | dig dug | draw drew drawn | drink drank drunk | drive drove
driven | eat ate eaten | fall fell fallen | feed fed | feel felt | fight fought | find found |
flee fled | fly flew flown | forbid forbade forbidden | forget forgot forgotten | forgive
forgave forgiven | freeze froze frozen | get got gotten | give gave given | go went gone | grind
ground | grow grew grown | hang hung | hear heard | hide hid hidden | hit hit | hold held | hurt
hurt | keep kept | know knew known | lay laid | lead led | leave left | lend lent | let let |
lose lost | make made | mean meant | meet met | overcome overcame overcome | overthrow overthrew
overthrown | override overrode overridden | overtake overtook overtaken | pay paid | put put |
quit quit | read read | rebuild rebuilt | ride rode ridden | ring rang rung | rise rose risen |
run ran run | say said | see saw seen | seek sought | sell sold | send sent | set set | shake
shook shaken | shed shed | shine shone | shoot shot | show showed shown | shrink shrank shrunk |
shut shut | sing sang sung | sink sank sunk | sit sat | sleep slept | slide slid | speak spoke
spoken | spend spent | spin spun | split split | spread spread | spring sprang sprung | stand
stood | steal stole stolen | stick stuck | sting stung | strike struck stricken | strive strove
striven | swear swore sworn | sweep swept | swim swam swum | swing swung | take took taken |
teach taught | tear tore torn | tell told | think thought | throw threw thrown | undergo
underwent undergone | undertake undertook undertaken | uphold upheld | wake woke woken | wear
wore worn | weave wove woven | win won | wind wound | withdraw withdrew withdrawn | withhold
withheld | withstand withstood | write wrote written | lie lay lain | upset upset | retake
retook retaken | rewrite rewrote rewritten | oversee oversaw overseen | foresee foresaw foreseen
| mislead misled | resell resold | understand understood | outsell outsold | cast cast |
broadcast broadcast | bid bid | forecast forecast | thrust thrust | slay slew slain | flow
flowed | sue sued | tie tied | die died
"""

IRREGULAR_EVENTS = _words(
    """
    arise beat become begin bind blow break bring build burst buy catch choose come cut draw
    drive fall fight find flee fly forbid freeze get give go grow hang hit hold lead leave
    lose make meet overthrow override overtake pay put quit rebuild retake rise run sell send
    set shoot shut sink speak split spread steal strike swear sweep take teach throw undergo
    undertake uphold win withdraw write resell sue die slay release read
    """
)

IRREGULAR_STATIVE = _words(
    """
    know mean think understand feel cost lie stand sit keep see hear
    """
)
IRREGULAR_SAYING = _words(
    """
    say tell speak write think
    """
)

# -s and base forms that are nouns more often than verbs: a verb only with strong evidence.
NOUN_LIKE = _words(
    """
    attack attempt award back ban bar bid block board bomb burn cause challenge change charge
    claim clash close contract cover crash cross crown debut delay demand document double down
    drop edge end exchange exhibit exile exit fire flood force form fuel gain ground guarantee
    gut halt hand hike host import increase issue jail jump land launch leak level license
    lift list march mark mine mount move murder name offer open order pardon pass patent peak
    permit pick place plan play pledge poison position praise present press probe produce
    protest push question raid rally record report request rescue result return reward riot
    rival rocket roll rule rush sack sail sanction seal sentence shell shift ship shock sign
    slip spark split sponsor stage start state station stop storm strip surge switch target
    tax test top total touch tour trade train transfer transport trap treat trigger turn use
    view visit vote vow walk wound zone note comment answer cost fall fight find flow bet cut
    deal draw drive hit hold hurt lead make meet read rise run set shed show sit slide spin
    spread spring strike sweep swing tear wear win wind work help love hope need fear concern
    face look sound range rank aim study share sense shape score search schedule sample risk
    ring review research rent rate project process print point plot plant paint park pack mix
    match lock load link label judge impact hunt heat guide grip frame fold float flash fix
    film fill fan export experience exercise dress draft design date dance cry craft couple
    count contact cook check chat chase chair care call brand bounce battle balance base team
    step stem spot spray stretch structure supply taste thank tie tip trace track trust value
    wash waste watch water worry wrap yield doubt quote measure suit fit wish desire interview
    estimate promise support stress reply remark hint cease stand experiment shut better kind
    second mean long last like flight lay being bill talk threat
    """
)

# Nouns that name an event: with a date of their own they tell one.
EVENT_NOUNS = _words(
    """
    raid attack bombing explosion shooting battle war siege massacre coup earthquake tsunami
    flood hurricane cyclone eruption fire crash collision accident disaster outbreak epidemic
    pandemic election referendum vote summit conference meeting talks strike protest riot
    uprising revolution rebellion invasion occupation annexation agreement accord accords
    treaty ceasefire truce deal ruling verdict trial hearing arrest resignation assassination
    manslaughter
    murder killing death funeral inauguration coronation wedding merger takeover launch
    storm typhoon tornado
    landing flight opening closure visit incursion operation offensive assault ambush blast
    clash clashes violence crisis scandal march demonstration rally hijacking kidnapping spill
    leak collapse crackdown blockade evacuation independence partition unification
    reunification intifada amendment law act
    """
)

# What is announced: (first word's lemma, pattern) are joined by "to".
FORWARD_HEADS = _words(
    """
    due set scheduled expected slated planned supposed poised likely about ready bound
    """
)
# What "is to" does not announce: "The aim of the talks is to end the war".
PURPOSES = _words(
    """
    aim goal plan idea purpose task job challenge objective hope ambition point priority solution
    way role mission duty intention strategy answer function step question problem key trick
    """
)
FORWARD_VERBS = _words(
    """
    plan intend expect schedule hope aim propose confirm book slate prepare promise pledge vow agree
    """
)


LEADING_CONNECTIVES = _phrases(
    """
    above all | accordingly | additionally | after all | after that | afterward | afterwards |
    again | all in all | allegedly | also | and | apparently | as a result | as such | at first
    | at that time | at the same time | at the time | before that | besides | but | by contrast
    | by then | clearly | consequently | earlier | elsewhere | even so | eventually | finally |
    first | for example | for instance | for now | fortunately | furthermore | hence | however |
    importantly | in a statement | in addition | in all | in brief | in contrast | in fact | in
    other developments | in particular | in recent days | in recent months | in recent weeks |
    in recent years | in response | in short | in that time | in the end | in the meantime | in
    the past | in the process | in turn | indeed | initially | instead | interestingly | lately
    | later | likewise | luckily | meanwhile | moreover | naturally | nearby | nevertheless |
    nonetheless | nor | notably | obviously | of course | on that day | on the contrary | on the
    one hand | on the other hand | on the same day | once again | or | originally | otherwise |
    overall | previously | recently | reportedly | sadly | second | separately | shortly after |
    shortly afterwards | similarly | since then | so | so far | soon after | soon afterwards |
    still | subsequently | that day | that night | that same day | that year | the same day |
    then | therefore | thus | to be sure | to date | to that end | to this end | ultimately |
    unfortunately | yet
    """
)

# Adverbs that lean on what was said before; a title does without them.
LEANING_ADVERBS = _words(
    """
    there already also meanwhile again later earlier then still too however subsequently thereafter
    afterwards afterward previously recently now instead therefore thus once just since
    simultaneously thereby so even eventually finally initially
    originally today yesterday tonight tomorrow
    """
)

# Nouns before what somebody only says has happened: "cleared of charges that he had hit".
ALLEGATIONS = _words(
    """
    charge charges allegation allegations accusation accusations claim claims suspicion suspicions
    rumour rumours rumor rumors legend fear fears theory deny denies denied denying dispute disputes
    disputed disputing doubt doubts reports speculation suggestion suggestions
    """
)

# Adverbs that leave it to somebody else whether it happened.
HEDGES = _words("allegedly reportedly apparently purportedly supposedly")

# Adverbs before a verb that say that it did not quite happen: "nearly hit".
APPROXIMATORS = _words("almost nearly virtually practically narrowly barely scarcely hardly")
ALL_BUT = ("all", "but")

# Verbs whose object is followed by what it is to be: "keep the agreement suspended".
COMPLEMENT_VERBS = _words("keep leave hold designated described portrayed labelled labeled")
WITH_OBJECT_AND_TO = frozenset(_words("order urge force ask tell allow persuade"))
TO_FOLLOW = WITH_OBJECT_AND_TO | frozenset(
    _words(
        """
        pledge promise vow refuse threaten attempt try
        offer decide vote plan intend expect hope
        """
    )
)
"""Verbs that say nothing, or something else, without the "to …" behind them."""
WITH_PREPOSITION = frozenset(
    _words(
        """
        deal cope comply rely depend look refer belong consist contribute respond react adhere
        apply account lead bow agree listen object amount stick cling pay
        """
    )
)
"""Verbs that say little without the preposition behind them."""
AGO = "ago"
BASED = "based"
DEAD = "dead"
ARTICLES_ALONE = frozenset(["A", "An", "The"])
COLLECTIVES = frozenset(
    _words(
        """
        police staff crew team family government army public majority minority number half group
        band company board committee cabinet council club couple pair rest lot crowd audience
        military navy media data many most some all few several both others more
        """
    )
)
"""Nouns in the singular that take a plural verb, in British English or everywhere."""

LEANING_ADJECTIVES = _words(
    """
    similar such same latter former aforementioned said
    """
)
LEANING_SUBJECTS = _words(
    """
    this that these those it he she they we i you there here such both some many others
    another one each all neither either everyone everybody nobody none most few several what
    who which
    """
)

DEMONSTRATIVES = _words(
    """
    this that these those such
    """
)
POSSESSIVES = _words(
    """
    its his her their our my your
    """
)
BEFORE_DATES = frozenset(
    _words(
        """
        in on at since during by from as of until early late around about the end
        """
    )
) - {
    "of",
    "end",
    "the",
    "about",
    "around",
    "as",
}
DANGLING_ENDS = frozenset(
    _words(
        """
        and or but & of in on at by for with from to the a an after before since through until
        during as than between against under into about towards toward within that which who
        saying adding what how whether whose where when over amid among within without despite not
        while because though although unless till
        """
    )
)
BETWEEN = "between"
ACCORDING = "according"
PERSON_PRONOUNS = ["he", "she"]
THING_PRONOUNS = ["it"]
PLURAL_PRONOUNS = ["they"]
CONDITIONS = _words(
    """
    if unless whether lest how why although though
    """
)
COPULAS = frozenset(
    _words(
        """
        be have become get go come let do been
        """
    )
) - {"become"}
BEEN, WAS, WERE, HAS, HAVE = "been", "was", "were", "has", "have"

# "took a similar decision to protest …": an act named by a noun that only points back.
LIGHT_VERBS = _words(
    """
    take make reach adopt pass issue
    """
)
ACT_NOUNS = _words(
    """
    decision decisions step steps move moves measure measures action actions
    """
)

FOLLOW_VERBS = ["follow", "come"]

OPINION_MARKERS = _words(
    """
    should ought must perhaps maybe probably arguably surely hopefully frankly honestly
    definitely literally basically wonderful amazing awesome terrible horrible great beautiful
    delicious best worst better worse favorite favourite important interesting perfect
    """
)

UNITS_OF_PRICE = _words(
    """
    percent per cent shares points index stock stocks dollar dollars euros cents average
    nasdaq dow nikkei ftse futures prices price pricing euro gdp
    """
)


# -- names --------------------------------------------------------------------------------------

TITLES = _words(
    """
    mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister
    chancellor king queen prince princess emperor empress pope cardinal bishop archbishop
    father rev reverend sen senator rep representative gov governor mayor judge justice
    secretary general colonel major captain lieutenant sergeant admiral commander chief
    chairman chairwoman chairperson director ambassador spokesman spokeswoman spokesperson
    speaker reporter attorney detective officer sheriff inspector superintendent analyst actor
    actress singer author writer poet activist journalist lawyer economist historian coach leader
    premier congressman congresswoman sultan sheikh ayatollah imam rabbi saint ceo cfo founder
    editor foreign defense defence finance interior deputy former acting senior correspondent
    commissioner
    """
)

PERSON_ROLES = _words(
    """
    president minister chancellor king queen prince princess emperor pope cardinal bishop
    archbishop senator governor mayor judge justice secretary general colonel captain
    lieutenant sergeant admiral commander chief chairman chairwoman director ambassador
    spokesman spokeswoman spokesperson attorney sheriff inspector analyst actor actress singer
    author writer poet activist journalist lawyer economist historian coach leader premier speaker
    reporter congressman congresswoman sultan sheikh ayatollah imam rabbi ceo founder editor mr
    mrs ms dr prof professor sir dame lord lady sen rep gov rev diplomacy commissioner detective
    officer superintendent major pilot rapper guitarist footballer executive
    """
)

DEPARTMENTS = _words(
    """
    state defense defence interior justice health education energy finance trade labor labour
    commerce transport transportation agriculture treasury environment culture housing
    """
)
"""What follows an office and "of" before a name: "Secretary of State Ada Poe"."""

AND = "and"
ROYAL = frozenset(["king", "queen", "prince", "princess"])
COMPANY_FORMS = frozenset(["plc", "ltd", "inc", "llc", "gmbh", "corporation"])
FIELDS = frozenset(
    _words(
        """
        oceanic securities fish food drug energy commerce banking ways oversight science resources
        forestry fisheries customs culture arts media sports women children families refugees
        reconstruction development cooperation security justice trade industry health education
        housing agriculture environment transport labor labour revenue veterans research ocean
        aeronautics atomic centers homeland
        """
    )
)
"""What an organisation deals with, before an "and" in its name."""

ORGANIZATION_WORDS = _words(
    """
    party department ministry agency authority committee commission council congress
    parliament senate assembly bank company corporation corp inc ltd plc llc gmbh group
    university college institute association organization organisation union league federation
    foundation society club court army navy force forces police guard bureau office board fund
    service services administration government network news times post press airlines airways
    motors industries systems holdings partners team front movement brigade brigades jihad
    trust alliance coalition confederation hospital church museum theatre theater school
    academy center centre laboratory republicans democrats nations exchange international fc
    united city cabinet house tribunal secretariat consortium petroleum oil energy media
    television radio studios records entertainment technologies software labs magazine
    litigation agencies airline broadcaster commissioner
    """
)

PLACE_WORDS = _words(
    """
    city town village province region district county state island islands river lake sea
    ocean mountain mountains mount valley bay gulf strait desert street avenue road square
    park airport harbor harbour bridge camp peninsula coast beach hills heights bank strip
    north south east west northern southern eastern western republic kingdom territory
    sound seaboard territories border forest creek plains cape port plaza canal canyon basin
    """
)

PLACE_PREPOSITIONS = _words(
    """
    in near from at across outside inside around throughout to
    """
)

LOCATIVE_NOUNS = _words(
    """
    city town village capital province region district county suburb island camp port
    """
)

NAME_LINKS = _words(
    """
    of the for and de la le van von der den bin ibn al el du di da del y
    """
)

# Capitalised, and no name.
NOT_NAMES = _words(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs
    fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter
    fall christmas easter ramadan today yesterday tomorrow i i'm i've i'll i'd ok okay am pm
    gmt utc est edt pst pdt bst cet tv dvd cd usb pdf faq photo image video read more getty
    images ap afp reuters advertisement internet bc ad bce ce mr mrs ms dr god covid covid-19
    hiv aids dna vat gdp it is ceo cfo mp mps nhs gps ai id iq dj vip suv suvs faqs url html
    pc hq d.c. r.i.p
    """
)
# No name alone, but part of one.
NOT_NAMES_ALONE = _words(
    """
    islam islamic christian christianity muslim muslims jewish jews jew catholic catholics
    protestant protestants orthodox buddhist hindu sikh islamist islamists english french
    german spanish arabic hebrew russian chinese japanese
    et pr vp cpr lp iv vi vii viii ix aaa not no yes new all
    """
)

NAMES_WITH_OF = _words(
    """
    bank republic kingdom isle gulf house duke prince university ministry department strait
    bay
    """
)
PLACE_PREFIXES = _words(
    """
    mount lake cape fort port saint st. st el los las
    """
)
AGENT_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ant", "eer", "mate", "boss")
NOT_A_PERSON = _words(
    """
    award awards prize cup league relief day act bill law minister prime games festival
    magazine daily weekly street road hotel stadium arena hall tower bridge treaty agreement
    convention plan strategy campaign project program programme report week month year world
    national international
    """
)
NAME_SUFFIXES = _words(
    """
    jr sr ii iii iv
    """
)
SAYING_FORMS = _words(
    """
    said says told tells added adds announced announces claimed claims warned warns explained
    explains stated states insisted argued wrote asked replied tweeted noted acknowledged
    """
)
OF = "of"
TO = "to"
IN = "in"
THE = "the"
FOR = "for"
SPEAKING_TO = frozenset(
    _words(
        "told tells asked asks informed assured warned urged reminded advised criticised praised"
    )
)
"""Forms of saying that have the person spoken to or of behind them."""
WHO = ("who", "whose")
