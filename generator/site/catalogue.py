"""The catalogues of the pages' words: gettext files, one a language, in `locales`.

A message is known by its context, the name of a field of `Strings`; its id is the English text.
`python -m generator.site.catalogue` prints the template that translators begin with.
"""

from collections.abc import Iterator
from functools import cache
from gettext import c2py  # the standard library's own reader of plural formulas
from importlib.resources import files
from typing import TYPE_CHECKING

from generator.site.strings import ENGLISH, Plural, Strings

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

_HEAD = """\
msgid ""
msgstr ""
"Language: \\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


@cache
def load(language: str) -> Strings:
    """The words of a language; English where there is no catalogue, or a message is not in it.

    Args:
        language: BCP 47; "fr-CA" reads `fr_CA.po` or else `fr.po`.
    """
    code = language.replace("-", "_")
    for name in dict.fromkeys((code, code.partition("_")[0].lower())):
        text = files("generator.site").joinpath("locales", f"{name}.po")
        if text.is_file():
            return _strings(read(text.read_bytes(), name), language)
    return ENGLISH


def read(data: bytes, language: str) -> "Catalog":
    """A catalogue from the bytes of its file."""
    from io import BytesIO

    from babel.messages.pofile import read_po

    return read_po(BytesIO(data), locale=language, abort_invalid=True)


def _strings(catalogue: "Catalog", language: str) -> Strings:
    choose = c2py(catalogue.plural_expr)
    told: dict[str, object] = {"language": language}
    for name, english in messages():
        id_ = english if isinstance(english, str) else english.forms
        message = catalogue.get(id_, context=name)
        if message is None or not message.string or message.fuzzy:
            continue
        if isinstance(message.string, str):
            told[name] = message.string
        elif all(message.string):
            told[name] = Plural(tuple(message.string), choose, language)
    return Strings(**told)  # type: ignore[arg-type]


def messages() -> Iterator[tuple[str, str | Plural]]:
    """The name and the English of every message."""
    for name in Strings.__struct_fields__:
        if name != "language":
            yield name, getattr(ENGLISH, name)


def template() -> str:
    """The template of a catalogue, with every message empty."""
    parts = [_HEAD]
    for name, english in messages():
        lines = [f"msgctxt {_quoted(name)}"]
        if isinstance(english, str):
            lines += [f"msgid {_quoted(english)}", 'msgstr ""']
        else:
            lines += [
                f"msgid {_quoted(english.forms[0])}",
                f"msgid_plural {_quoted(english.forms[1])}",
            ]
            lines += ['msgstr[0] ""', 'msgstr[1] ""']
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


if __name__ == "__main__":
    print(template(), end="")  # noqa: T201
