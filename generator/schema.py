"""JSON Schema of site.yaml and of front matter, for editors that complete and check as you type.

It is made of the Structs that read the files, so that it cannot say something else. It describes
what an author should write: a key's older names are in it as deprecated, and unknown keys, of
which a build only warns, are none.
"""

from typing import Any, Literal, get_args, get_origin

import msgspec

from generator import config
from generator.entries.editor_keys import EntryKeys
from generator.fields import Key, Shaped, shape_of

Name = Literal["entry", "site", "topic"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = ["string", "number"]
"""What YAML makes of a text: 1993 is a number to an editor's YAML, and a date to us."""


def schema(name: Name) -> dict[str, Any]:
    """The JSON Schema of one kind of file, as plain data with its keys in order."""
    kinds: dict[Name, tuple[str, type[msgspec.Struct]]] = {
        "entry": ("Front matter of an entry", EntryKeys),
        "site": ("site.yaml", config.Config),
        "topic": ("Front matter of a topic", config.TopicKeys),
    }
    title, struct = kinds[name]
    described = {"$schema": _DIALECT, "title": title, **_object(struct)}
    if name == "entry":
        described["required"] = ["date"]
    return described


def _object(struct: type[msgspec.Struct]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    shape = shape_of(struct)
    for shaped in shape:
        properties[shaped.name] = _property(shaped)
        for alias in shaped.key.aliases:
            about = {"description": f'Use "{shaped.name}".', "deprecated": True}
            properties[alias] = {**about, **_type(shaped.type, shaped.key)}
    described: dict[str, Any] = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    if required := [shaped.name for shaped in shape if shaped.required]:
        described["required"] = required
    return described


def _property(shaped: Shaped) -> dict[str, Any]:
    described = {"description": shaped.key.about, **_type(shaped.type, shaped.key)}
    if isinstance(shaped.default, str | int | float) and shaped.default != "":
        described["default"] = shaped.default
    return described


def _type(kind: Any, key: Key) -> dict[str, Any]:
    """The schema of a value of one type."""
    origin = get_origin(kind)
    if origin is tuple:
        item = _type(get_args(kind)[0], key)
        return {"anyOf": [{"type": "array", "items": item}, _alone(item)]}
    if origin is dict:
        return {"type": "object", "additionalProperties": _type(get_args(kind)[1], key)}
    if origin is Literal:
        return {"enum": list(get_args(kind))}
    if kind is Any:
        return {}
    if kind is bool:
        return {"type": "boolean"}
    if kind in (int, float):
        bounds = {"minimum": key.least, "maximum": key.most}
        known = {name: bound for name, bound in bounds.items() if bound is not None}
        return {"type": "integer" if kind is int else "number", **known}
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and shape_of(kind):
        return (
            {"anyOf": [_object(kind), {"type": _TEXT}]} if _has_short_form(kind) else _object(kind)
        )
    return {"type": _TEXT}


def _has_short_form(struct: type[msgspec.Struct]) -> bool:
    """Whether a mere text is enough: it stands for one field, and no other must be there."""
    shape = shape_of(struct)
    return any(shaped.key.short for shaped in shape) and not any(
        shaped.required and not shaped.key.short for shaped in shape
    )


def _alone(item: dict[str, Any]) -> dict[str, Any]:
    """What may stand for a list of one; words of a list may also stand between commas."""
    return {"type": _TEXT} if "enum" in item else item
