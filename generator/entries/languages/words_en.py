"""English words as data: which say nothing, which are forms of one word, which tell one happening.

The groups were written by hand for the vocabulary of news. A group folds words that reports of one
event use for each other ("slain", "murder", "killing"); words that only belong to the same subject
("trial", "verdict") stay apart, for they tell different events.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOP = _words(
    """
    a about above according across after again against ago ahead all almost along already also
    although always am amid among an and another any anybody anyone anything are around as
    aside at away back be became because become been before behind being below beneath beside
    besides between beyond both but by came can cannot come could day days did do does doing
    done down due during each earlier early either else enough et etc even ever every everybody
    everyone everything except far few first for former from further get gets getting give
    given go goes going gone got had has have having he hence her here hers herself him himself
    his how however i if in including indeed inside instead into is it its itself just keep
    kept last late later latest least less let like made mainly make makes making many may
    maybe me mean means meanwhile might month months more morning most mostly much must my
    myself near nearly neither never new next no nobody none nor not nothing now of off often
    old on once one only onto or other others otherwise our ours ourselves out outside over own
    part past per perhaps put quite rather re really said same saw say saying says see seem
    seemed seems seen several shall she should since so some somebody someone something
    sometimes soon still such take taken than that the their theirs them themselves then thence
    there thereby therefore these they thing things this those though through throughout thus
    time times to today together told tomorrow tonight too took toward towards under unless
    until up upon us use used uses using usually very via was way we week weekend weeks well
    went were what whatever when whenever where whereas whether which while who whoever whole
    whom whose why will with within without would year years yesterday yet you your yours
    yourself n't 's 're 've 'll 'd 'm s t d ll ve m don doesn didn isn wasn aren weren won
    wouldn couldn shouldn hasn haven hadn tells asked added adding mr mrs ms dr evening night
    afternoon noon midnight hour hours minute minutes till
    """
)
"""Words without a subject: a text is not about them and two texts do not agree by them."""

CALENDAR = _words(
    """
    january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday
    saturday sunday mon tue tues wed thu thur thurs fri sat sun spring summer autumn winter
    """
)

FORMS = {
    form: word
    for word, forms in {
        "arise": "arose arisen",
        "attack": "attacker assailant",
        "beat": "beaten",
        "begin": "began begun",
        "bomb": "bomber",
        "break": "broke broken",
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "catch": "caught",
        "choose": "chose chosen",
        "crisis": "crises",
        "die": "died dies dying dead death deaths",
        "drive": "drove driven",
        "fall": "fell fallen",
        "fight": "fought",
        "find": "found",
        "flee": "fled",
        "fly": "flew flown flight",
        "forbid": "forbade forbidden",
        "grow": "grew grown growth",
        "hold": "held",
        "leave": "left",
        "lead": "led",
        "life": "lives",
        "lose": "lost loss losses",
        "man": "men",
        "meet": "met meeting",
        "pay": "paid payment payments",
        "rise": "rose risen",
        "sell": "sold sale sales",
        "send": "sent",
        "shake": "shook shaken",
        "shoot": "shot shooter gunman gunmen shots shooting shootings",
        "sink": "sank sunk sinking",
        "speak": "spoke spoken speech speeches",
        "steal": "stole stolen",
        "strike": "struck striking",
        "swear": "swore sworn",
        "teach": "taught",
        "think": "thought",
        "wear": "wore worn",
        "win": "won winner winners victory victories",
        "withdraw": "withdrew withdrawn withdrawal",
        "woman": "women",
        "write": "wrote written",
    }.items()
    for form in forms.split()
}
"""Irregular forms, and nouns that name the act of a verb, to the word they stand for."""

GROUPS = (
    "kill killed kills killing killings slay slays slew slain slaying slayings murder murders "
    "murdered murdering murderer homicide homicides killer slaughter slaughtered massacre "
    "massacred execution executed gunned",
    "die died dies dying dead death deaths perish perished perishes passed-away demise fatal "
    "fatally deadly fatality fatalities succumb succumbs succumbed lethal",
    "injure injured injures injuring injury injuries wound wounded wounding wounds hurt "
    "hurting maimed",
    "quake quakes earthquake earthquakes temblor temblors tremor tremors aftershock seismic",
    "arrest arrested arrests arresting detain detained detains detention apprehended "
    "apprehend custody nabbed busted",
    "buy buys buying acquire acquires acquired acquiring acquisition acquisitions purchase "
    "purchased purchases purchasing takeover takeovers",
    "resign resigns resigned resigning resignation quit quits quitting",
    "fire fires blaze blazes inferno wildfire",
    "strike airstrike airstrikes bombing bombings bomb bombed bombs bombard bombarded "
    "bombardment shelling shelled",
    "blast blasts explosion explosions explode exploded explodes exploding blew",
    "crash crashes crashed crashing collision collided collide wreck accident accidents",
    "hire hires hired hiring appoint appointed appoints appointment named",
    "pick picked picks choose chosen select selected selects selection choice tapped nominate "
    "nominated nominates nomination nominee nominees",
    "launch launches launched launching unveil unveils unveiled unveiling introduce "
    "introduced introduces introducing introduction debut debuts debuted",
    "release releases released releasing free freed",
    "charge charged charges charging indict indicted indictment accuse accused accuses accusing",
    "convict convicted convicts conviction convictions guilty",
    "sentence sentenced sentences sentencing jailed imprisoned",
    "rob robbed robs robbing robbery robberies heist theft thefts stealing burglary snatch "
    "snatched snatches stole stolen steal steals grab grabbed looted looting loot burglar "
    "burglars burgled thief thieves robber robbers",
    "escape escapes escaped escaping escapee escapees flee flees breakout fled fleeing "
    "fugitive fugitives lam jailbreak",
    "win wins winning beat beats beaten defeat defeats defeated defeating triumph",
    "halt halts halted halting stop stops stopped suspend suspends suspended suspension suspending",
    "protest protests protested protesting protester protesters demonstrate demonstration "
    "demonstrations demonstrators rally rallies rallied march marched",
    "riot riots rioting unrest clash clashes clashed clashing violence violent",
    "agree agrees agreed agreement agreements deal deals accord accords pact pacts treaty treaties",
    "raid raids raided incursion incursions",
    "seize seizes seized seizing seizure capture captured captures capturing",
    "film movie movies films",
    "firm firms company companies corporation corp",
    "policeman policemen police officer officers cop cops",
    "physician physicians doctor doctors medic medics",
    "enter enters entered check-in checked checks check checking",
    "increase increases increased increasing rise rises rising raise raised raises",
    "fall falls falling drop drops dropped dropping decline declines declined decrease decreased",
    "cut cuts cutting slash slashed slashes slashing reduce reduced reduction sever severs severed",
    "layoff layoffs laid-off redundancies redundancy",
    "vote votes voted voting election elections poll polls ballot",
    "visit visits visited visiting trip trips tour",
    "marry marries married marriage wed weds wedding wedded",
    "divorce divorces divorced",
    "award awards awarded prize prizes",
    "ship ships vessel vessels boat boats",
    "lawyer lawyers attorney attorneys",
    "child children kid kids",
    "colleague colleagues co-worker co-workers coworker coworkers workmate workmates",
    "sue sues sued suing lawsuit lawsuits suit suits",
    "ban bans banned banning prohibit prohibited prohibition outlaw outlawed",
    "attack attacks attacked attacking assault assaults assaulted assaulting",
    "begin begins beginning start starts started starting",
    "end ends ended ending finish finishes finished",
    "hospital hospitals hospitalized hospitalised hospitalization hospitalisation",
    "rehab rehabilitation",
    "spill spills spilled spilling leak leaks leaked leaking",
    "evacuate evacuates evacuated evacuating evacuation evacuations evacuees",
    "invade invades invaded invading invasion",
    "announce announces announced announcing announcement announcements",
    "hang hanged hangs hanging hung suicide suicides",
    "foil foils foiled foiling thwart thwarts thwarted thwarting avert averts averted prevent "
    "prevents prevented repel repels repelled repulse repulsed",
    "negotiation negotiations negotiate negotiates negotiated negotiating talks",
    "dismiss dismisses dismissed dismissal sack sacks sacked sacking fired axed oust ousts "
    "ousted terminated",
    "damage damages damaged damaging destroy destroys destroyed destroying destruction "
    "destructive devastate devastates devastated devastating devastation wrecked wrecks",
    "find finds found finding discover discovers discovered discovery",
    "overturn overturns overturned reverse reverses reversed reversal repeal repeals repealed "
    "rescind rescinded restore restored",
    "shoot shoots gunfire gunshot gunshots",
    "hijack hijacks hijacked hijacking hijacker hijackers",
    "transport transports transported transfer transfers transferred transferring",
    "fix fixes fixed fixing patch patches patched repair repairs repaired repairing plug plugs",
    "outage outages disruption disruptions disrupt disrupts disrupted disrupting downtime",
    "retain retains retained retaining defend defends defended defence defense",
    "drunk drunken dui dwi intoxicated drink-driving",
    "jolt jolts jolted rock rocks rocked shook shake shakes rattle rattles rattled",
    "hit hits struck",
    "record records",
    "save saves saved rescue rescues rescued rescuing",
    "approve approves approved approval pass passes passed passage adopt adopts adopted "
    "adoption ratify ratified endorse endorsed",
    "reject rejects rejected rejection refuse refuses refused refusal deny denied denies",
    "lose loses losing",
    "open opens opened opening inaugurate inaugurated inauguration",
    "close closes closed closing closure shut shuts shutdown shutting",
    "sign signs signed signing",
    "order orders ordered ordering",
    "trial trials tried court",
    "deploy deploys deployed deployment",
    "withdraw withdraws withdrew withdrawn withdrawing withdrawal pullout",
    "ceasefire cease-fire truce truces armistice",
    "kidnap kidnaps kidnapped kidnapping abduct abducts abducted abduction hostage hostages",
    "pirate pirates piracy",
    "storm storms hurricane hurricanes cyclone cyclones typhoon typhoons",
    "flood floods flooded flooding",
    "inquiry inquiries enquiry enquiries investigation investigations investigate "
    "investigates investigated investigating probe probes probed probing",
    "apologise apologises apologised apologize apologizes apologized apology apologies",
    "warn warns warned warning warnings",
    "cancel cancels cancelled canceled cancellation scrap scraps scrapped",
    "delay delays delayed delaying postpone postpones postponed postponement",
    "replace replaces replaced replacing replacement successor succeed succeeds succeeded",
    "promote promotes promoted promotion",
    "reveal reveals revealed revealing disclose disclosed discloses disclosure",
    "condemn condemns condemned condemnation denounce denounces denounced",
)
"""Words that reports of one event use for each other; the first stands for all."""

THINGS = _words(
    """
    film firm policeman physician ship lawyer child colleague hospital rehab pirate drunk award
    record storm
    """
)
"""Groups of words that name somebody or something, not what happens."""

NUMBERS = {
    word: value
    for value, words in {
        0: "zero",
        1: "one",
        2: "two both pair couple",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve dozen",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty",
        30: "thirty",
        40: "forty",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        80: "eighty",
        90: "ninety",
        100: "hundred",
    }.items()
    for word in words.split()
}

SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

ROUGH = _words("about around some nearly almost roughly approximately dozens scores hundreds")
"""Words before a number that make it no exact one."""

SUFFIXES = (
    ("ies", "y"),
    ("sses", "ss"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("s", ""),
)
"""Endings of plurals and of verbs in the third person, tried in order; one alone is taken off."""

AT_LEAST = (
    ["at", "least"],
    ["more", "than"],
    ["no", "fewer"],
    ["no", "less"],
)
"""Words before a number that make it a lower bound."""

CASUALTIES = {"kill": "kill", "die": "kill", "injure": "injure"}
"""Stems that count people dead or hurt, to the thing counted."""

PART_OF = frozenset(("including", "among", "them"))
"""Words before a number that counts a part of what was counted before it."""

UNITS = _words(
    """
    second seconds minute minutes hour hours day days night nights week weeks fortnight month
    months year years decade decades century centuries mile miles km kilometre kilometres
    kilometer kilometers metre metres meter meters feet foot ft inch inches degrees percent
    per-cent am pm magnitude mph kg tonnes tons
    """
)
"""Words beside a number that measures and does not count."""

MEDIA = (
    "AFP",
    "Agence France-Presse",
    "Al Jazeera",
    "AP",
    "Associated Press",
    "BBC",
    "BBC Radio",
    "Bloomberg",
    "Bloomberg News",
    "CNN",
    "Financial Times",
    "Fox News",
    "Guardian",
    "New York Times",
    "Reuters",
    "Sky News",
    "Telegraph",
    "Twitter",
    "Facebook",
    "Wall Street Journal",
    "Washington Post",
)
"""Who reported, and no subject unless a publisher tags it or an editor says so."""

OFFICES = _words(
    """
    executive officer minister president secretary director chairman chairwoman chief spokesman
    spokeswoman spokesperson manager leader general official member source statement
    """
)
"""What a phrase of two common words may not end in: somebody's office is in every story."""

OPPOSITES = (
    "convict sentence jail | acquit clear pardon exonerate release free",
    "arrest charge detain | release free acquit clear",
    "impose | lift",
    "uphold upheld | overturn overturned lift reject quash",
    "elect appoint become became join inaugurate | oust resign dismiss defeat leave quit",
    "open reopen | close shut",
    "approve adopt pass accept back | reject veto block refuse",
    "sign ratify | veto reject refuse cancel",
    "wound injure | kill die",
    "seize capture take | retake recapture lose",
    "marry | divorce",
    "nationalise nationalize | privatise privatize",
    "recognise recognize | break",
    "nominate | win",
    "begin start launch | end stop halt suspend",
    "suspend halt freeze | resume restore",
    "rise gain | fall drop",
    "win beat | lose",
    "deploy send | withdraw",
)
"""Verbs that cannot tell one event: those left of the stroke against those right of it."""

DENIALS = "not never no refuse deny fail cancel call-off postpone without"
"""Words that turn a telling into its contrary."""

TAKING = "capture recapture seize retake wrest"
"""Verbs after which "from" names the one who loses what is taken."""

PASSIVE_AUXILIARIES = "is are was were be been being"
"""Words after which such a verb tells of what is taken, not of who takes it."""

MUTUAL = (
    "meet sign agree fight clash talk marry divorce negotiate play draw trade exchange speak join "
    "merge visit"
)
"""Verbs of two who do it to each other, whichever is named first."""
