"""Which language a text is in, from its script and its smallest words."""

import re
from collections import Counter
from collections.abc import Mapping

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
_OTHER_SCRIPT = re.compile("[\u0370-\u1fff\u3040-\ud7af]")
"""A letter of any of these; most texts have none."""
_SMALL_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in that is was for it with on as he at by had from his they are this "
        "not but be have an which were who said has will its would",
        "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch "
        "es an werden aus er hat dass sie nach wird bei einer um am",
        "fr": "le la les des et du un une en que dans qui est pour au sur pas par ce il avec ne se "
        "son plus aux sont été cette ont ses",
        "es": "el la de que y en los del las un por con una su para es al lo como más pero sus le "
        "ha este sí porque esta entre cuando muy",
        "pt": "o de que e do da em um para com não uma os no se na por mais as dos como mas ao ele "
        "das à seu sua ou foi são",
        "it": "il di che e la per un in non è una del si con dei da come le al sono della lo più "
        "gli alla nel anche ha questo",
        "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij "
        "door uit nog naar heeft",
        "id": "yang dan di ini itu dengan untuk tidak dari dalam akan pada juga ke karena oleh ada "
        "mereka saya atau kita",
        "pl": "w i na z do się nie że jest to o jak po co przez od za dla był ale",
        "sv": "och att det som en på är av för med den till inte har de ett om var från",
        "tr": "ve bir bu için ile da de çok olarak olan daha gibi sonra kadar",
        "zu": "ukuthi futhi noma kodwa uma nje ngoba lapho kanye lokhu ngesikhathi",
    }.items()
}
_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    word: tuple(language for language, small in _SMALL_WORDS.items() if word in small)
    for small in _SMALL_WORDS.values()
    for word in small
}
_SAMPLE = 1500


def detect(text: str, default: str = "en") -> str:
    """The language's ISO 639-1 code; `default` where the text does not say enough."""
    sample = text[:_SAMPLE]
    if len(_OTHER_SCRIPT.findall(sample)) * 4 > len(sample):
        for language, script in _SCRIPTS:
            if len(script.findall(sample)) * 4 > len(sample):
                return language
    words = sample.lower().split()
    if len(words) < 8:
        return default
    hits = dict.fromkeys(_SMALL_WORDS, 0)
    for word, count in Counter(words).items():
        for language in _LANGUAGES.get(word, ()):
            hits[language] += count
    best = max(hits, key=lambda language: hits[language])
    return best if hits[best] * 12 >= len(words) else default
