"""English themes of the news, and tags of publishers that are none, as data.

The themes follow the upper levels of the Media Topics of the IPTC, a taxonomy of subjects of news;
the words were chosen by hand. A theme's words are folded as `words.terms` folds them.
"""

THEMES = {
    "Air strikes and bombings": "bombing airstrike shelling",
    "Arrests": "arrest",
    "Aviation": "airline airport aircraft pilot airliner",
    "Bailouts": "bailout bail-out",
    "Banking": "bank banker lender",
    "Bankruptcies": "bankruptcy bankrupt insolvency",
    "Ceasefires": "ceasefire",
    "Climate": "climate emission carbon warming",
    "Compensation": "compensation compensate payout claimant",
    "Concerts and albums": "concert album song",
    "Corruption": "corruption bribe bribery kickback graft fraud embezzlement",
    "Dividends": "dividend",
    "Drilling": "drill driller",
    "Drugs": "drug overdose sedative cocaine heroin opioid",
    "Earthquakes": "earthquake",
    "Education": "school university student teacher",
    "Elections": "election electorate referendum candidate",
    "Explosions": "explosion",
    "Farming": "farmer harvest crop cattle",
    "Film": "film actor actress",
    "Fishing": "fishing fisherman fishermen fishery shrimp seafood",
    "Floods": "flood",
    "Funerals": "funeral burial memorial mourner mourn",
    "Hostages": "hostage abduct",
    "Inquiries": "inquiry",
    "Insurgents": "insurgent insurgency guerrilla militant rebel",
    "Jobs": "layoff unemployment unemployed jobless",
    "Journalism": "journalist newspaper broadcaster reporter",
    "Lawsuits": "lawsuit plaintiff litigation",
    "Legislation": "legislation bill lawmaker",
    "Markets": "stock investor trader shareholder",
    "Mortgages and housing": "mortgage foreclosure housing homeowner",
    "Negotiations": "negotiation mediator summit",
    "Oil spills": "spill slick",
    "Prisoners": "prisoner inmate detainee prison jail",
    "Protests": "protest",
    "Ratings": "rating downgrade",
    "Refugees": "refugee asylum migrant displaced",
    "Religion": "church mosque imam bishop pope priest",
    "Resignations": "resign",
    "Robberies": "robbery",
    "Sanctions": "sanction embargo",
    "Shootings": "shooting gunman gunmen",
    "Space": "astronaut spacecraft satellite rocket",
    "Storms": "storm",
    "Taxes and budgets": "budget deficit tax taxpayer",
    "Torture and abuse": "torture abuse",
    "Tourism": "tourism tourist",
    "Trade": "tariff export import",
    "Trials": "trial jury juror verdict testify prosecutor",
    "Troops": "troop battalion brigade regiment",
    "Weapons": "weapon arsenal missile warhead nuclear",
    "Wildlife": "wildlife pelican turtle dolphin seabird species",
}
"""The name of a theme, and words of which one makes an entry belong to it."""

SECTIONS = (
    *("apc-news", "arts", "blog", "blogs", "business", "comment", "comment is free", "culture"),
    *("editorial", "editorials", "editor's picks", "entertainment", "exclusive", "featured"),
    *("front page", "from the paper", "headlines", "homepage", "home page", "in depth", "letters"),
    *("life", "life and style", "lifestyle", "local", "local news", "magazine", "main news"),
    *("metro", "money", "most read", "national", "news", "opinion", "opinions", "politics"),
    *(
        "press release",
        "regional",
        "science",
        "society",
        "sport",
        "sports",
        "stories",
        "technology",
    ),
    *("top stories", "trending", "travel", "tv", "uk news", "us news", "video", "weekend", "world"),
    *("world news", "world wide", "worldwide", "international", "africa news", "europe news"),
    *("asia news", "middle east news", "americas news", "africa live", "live blog", "newsletter"),
    *(
        "explainer",
        "q&a",
        "long read",
        "must read",
        "recommended",
        "sponsored",
        "syndicated",
        "wires",
    ),
)
"""Parts of a newspaper or of a web site, which publishers give as tags."""

EMPTY_WORDS = """
    news world home latest article story top breaking headline video photo picture gallery
    uncategorized uncategorised feature featured live update international national other misc
    general report analysis page front main section edition daily weekly online web wire agency
    press media archive default post pick editor local regional global
    """
"""Words of which, with the publisher's name, a tag may be made that says nothing."""
