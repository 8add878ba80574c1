"""The forms of verbs: which class each form has, and which verb it is of."""

from collections.abc import Iterable

from generator.entries.languages import en


def third_person(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


_DOUBLING = frozenset(en.DOUBLING)


def _ed(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        return (base + "d",)
    if base.endswith("y") and base[-2] not in "aeiou":
        return (base[:-1] + "ied",)
    if base in _DOUBLING:
        return (base + base[-1] + "ed", base + "ed")
    return (base + "ed",)


def _ing(base: str) -> tuple[str, ...]:
    if base.endswith("ie"):
        return (base[:-2] + "ying",)
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return (base[:-1] + "ing",)
    if base in _DOUBLING or base in ("get", "put", "set", "win", "bid", "sit", "spin"):
        return (base + base[-1] + "ing", base + "ing")
    return (base + "ing",)


def _verb_forms() -> tuple[dict[str, str], dict[str, str]]:
    """(form → tag, form → base form)."""
    tags: dict[str, str] = {}
    bases: dict[str, str] = {}

    def put(form: str, tag: str, base: str) -> None:
        tags.setdefault(form, tag)
        bases.setdefault(form, base)

    for row in en.IRREGULAR_VERBS.replace("\n", " ").split("|"):
        base, past, *rest = row.split()
        participle = rest[0] if rest else past
        if past == base == participle:
            put(base, "Q", base)
        else:
            put(past, "E" if participle == past else "I", base)
            put(participle, "L" if participle != base else "Q", base)
            put(base, "Y", base)
        put(third_person(base), "Z", base)
        for form in _ing(base):
            put(form, "G", base)
    regular: Iterable[str] = (
        *en.EVENT_VERBS,
        *en.SAYING_VERBS,
        *en.STATIVE_VERBS,
        *en.PLAIN_VERBS,
        *en.MARKET_VERBS,
        *en.FORWARD_VERBS,
        *en.NEED_AN_OBJECT,
    )
    for base in regular:
        put(base, "Y", base)
        if base in bases and any(tags.get(form) in ("I", "E", "Q") for form in (base,)):
            continue
        put(third_person(base), "Z", base)
        for form in _ed(base):
            put(form, "E", base)
        for form in _ing(base):
            put(form, "G", base)
    return tags, bases


VERB_TAGS, BASES = _verb_forms()
PASTS = {
    BASES[form]: form
    for form, tag in sorted(VERB_TAGS.items(), key=lambda item: (item[1] != "E", item[0]))
    if tag in ("I", "E")
}
"""Base form → the form that tells a past."""
