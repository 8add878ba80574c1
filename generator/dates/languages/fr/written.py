"""What French-speaking editors write around a date."""

from generator.dates.rules import Written

_THE = r"(?:le\s+|la\s+|les\s+|l['’])?"

WRITTEN = Written(
    about=(
        r"(?i)(?:vers|circa|ca?\.|ca?(?=[\s\d])|environ|env\.|autour\sd[eu]|"
        rf"aux\salentours\sd[eu]|~)\s*{_THE}(?=\S)"
    ),
    perhaps=rf"(?i)(?:peut-être|probablement|sans\sdoute|possiblement)\s+(?:en\s+)?{_THE}",
    since=rf"(?i)(?:depuis|dès|à\spartir\s(?:de|du))\s+{_THE}(.+)",
    until=rf"(?i)jusqu['’](?:en|au|aux|à)\s+{_THE}(.+)",
    by=rf"(?i)au\splus\stard\s(?:en\s+)?{_THE}(.+)",
    from_on=rf"(?i)pas\savant\s+(?:en\s+)?{_THE}(.+)",
    before=rf"(?i)avant\s+{_THE}(.+)",
    after=rf"(?i)après\s+{_THE}(.+)",
    between=rf"(?i)entre\s+{_THE}(.+?)\s+et\s+{_THE}(.+)",
    from_to=(
        r"(?i)(?:(?:de|du)\s+|d['’])?(.+?)"
        rf"(?:\s+(?:à|au|aux|jusqu['’](?:en|au|à))\s+{_THE}|\s*[–—]\s*|\s+-\s+|(?<=\d)-(?=\d)|"
        r"(?<=[a-zé]{3})[-/](?=[a-zé]{3}))(.+)"
    ),
    to_now=(
        r"(?i)(?:(?:de|du)\s+)?(.+?)"
        r"(?:\s+(?:à|jusqu['’]à)\s+|\s*[-–—]\s*)(?:nos\sjours|aujourd['’]hui|présent)?"
    ),
    both=rf"(?i)(.+?)\s+et\s+{_THE}(.+)",
    either=rf"(?i)(.+?)\s+ou\s+{_THE}(.+)",
    part=(
        r"(?i)(?:la\s+|le\s+)?(début|mi|milieu|fin|première(?=\smoitié)|seconde(?=\smoitié))(?:\smoitié)?"
        r"(?:\s+|-)(?:(?:de|du|des)\s+|d['’])?(?:la\s+|l['’])?(.+)"
    ),
    parts={
        "début": "early",
        "mi": "middle",
        "milieu": "middle",
        "fin": "late",
        "première": "first",
        "seconde": "second",
    },
    winter=r"(?i)hiver\s+(\d{4})[-–/](\d{2}|\d{4})",
    centuries=r"(?i)(.+?)\s+siècles?\b(.*)",
    century="siècle",
    before_christ=r"(?i)\s(?:av(?:ant|\.)\s(?:J\.-C\.|notre\sère))$",
    respelt=(
        (r"^(.+?)\s+\((vers|env\.|environ|circa|ca?\.)\)$", r"\2 \1"),
        (r"(?i)^(.+?)\s+ou\s+(?:après|plus\stard)$", r"pas avant \1"),
        (r"(?i)^(.+?)\s+ou\s+(?:avant|plus\stôt)$", r"au plus tard \1"),
        (r"(?i)^semaine\s(\d{1,2})\s(?:de\s)?(\d{4})$", r"\2-W\1"),
        (r"(?i)(?<=\bsiècle\s)avant\sJésus[\s-]Christ$|\bavant\sJésus[\s-]Christ$", "av. J.-C."),
        (r"(?i)\baprès\sJésus[\s-]Christ$", "ap. J.-C."),
    ),
    lead=r"(?i)(?:(?:en\s+)?l['’]an(?:née)?\s+|en\s+|au\s+|aux\s+|le\s+|la\s+|les\s+|l['’])",
    clock=r"(?:à\s)?",
    relative=(
        r"(?i)\b(?:aujourd['’]hui|hier|demain|il\sy\sa|derni(?:er|ère)|prochaine?|plus\st(?:ard|ôt)|"
        r"maintenant|lendemain|veille|cette?)\b"
    ),
)
