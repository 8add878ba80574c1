"""The schema says yes to what the reader takes and no to what it warns of."""

import json
from typing import Any

import pytest

from generator.schema import Name, schema

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
}


def faults(value: Any, by: dict[str, Any], at: str = "") -> list[str]:
    """What is wrong with `value`, for the words of JSON Schema that our schemas use."""
    unknown = set(by) - {
        *("$schema", "title", "description", "default", "deprecated", "type", "enum", "anyOf"),
        *("properties", "additionalProperties", "required", "items", "minimum", "maximum"),
    }
    assert not unknown, unknown
    found = []
    if "anyOf" in by and all(faults(value, one, at) for one in by["anyOf"]):
        found.append(f"{at}: none of the forms")
    if "enum" in by and value not in by["enum"]:
        found.append(f"{at}: {value!r}")
    if "type" in by:
        names = by["type"] if isinstance(by["type"], list) else [by["type"]]
        kinds = tuple(kind for name in names for kind in _TYPES[name])
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            return [*found, f"{at}: {type(value).__name__}"]
    if isinstance(value, dict):
        found += [f"{at}.{key}: missing" for key in by.get("required", ()) if key not in value]
        others = by.get("additionalProperties", {})
        for key, item in value.items():
            one = by.get("properties", {}).get(key, others)
            found += [f"{at}.{key}: unknown"] if one is False else faults(item, one, f"{at}.{key}")
    if isinstance(value, list) and "items" in by:
        found += [fault for item in value for fault in faults(item, by["items"], at)]
    if isinstance(value, int | float):
        found += [f"{at}: too small"] if value < by.get("minimum", value) else []
        found += [f"{at}: too large"] if value > by.get("maximum", value) else []
    return found


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("entry", {"date": "circa 1850", "title": "x"}),
        ("entry", {"date": 1993, "title": 1984, "topics": ["a", "b"], "people": "a, b"}),
        ("entry", {"date": "1993", "sources": ["https://example.org", {"url": "x", "date": 1993}]}),
        ("entry", {"date": "1993", "tags": ["a"], "image": {"src": "a.jpg", "alt": "A ship"}}),
        ("entry", {"date": "1993", "importance": 5, "draft": True, "extra": {"a": {"b": [1]}}}),
        ("entry", {"date": "1993", "background": [{"entry": "x", "why": "y"}, "z"], "end": ".."}),
        ("site", {}),
        ("site", {"theme": {"color": "dark"}, "topics": ["Sea", {"title": "Trade"}]}),
        ("site", {"exports": "csv, json", "redirects": {"/a/": "/b/"}, "max_document": "5 MB"}),
        ("topic", {"title": "Sea", "parents": "Water", "hidden": False}),
    ],
)
def test_good_front_matter(name: Name, value: dict[str, Any]) -> None:
    assert faults(value, schema(name)) == []


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("entry", {"title": "x"}, ".date: missing"),
        ("entry", {"date": "1993", "titel": "x"}, ".titel: unknown"),
        ("entry", {"date": "1993", "status": "sure"}, ".status: 'sure'"),
        ("entry", {"date": "1993", "importance": 6}, ".importance: too large"),
        ("entry", {"date": "1993", "draft": "maybe"}, ".draft: str"),
        ("entry", {"date": ["1993"]}, ".date: list"),
        ("entry", {"date": "1993", "image": {"src": "a.jpg"}}, ".image.alt: missing"),
        ("site", {"feeds": {"limit": 0}}, ".feeds.limit: too small"),
        ("site", {"theme": {"colour": "dark"}}, ".theme.colour: unknown"),
        ("site", {"exports": ["csv", "xml"]}, ".exports: none of the forms"),
        ("topic", {"date": "1993"}, ".date: unknown"),
    ],
)
def test_bad_front_matter(name: Name, value: dict[str, Any], fault: str) -> None:
    assert faults(value, schema(name)) == [fault]


@pytest.mark.parametrize("name", ["entry", "site", "topic"])
def test_it_is_json_and_describes_every_key(name: Name) -> None:
    described = schema(name)
    assert json.loads(json.dumps(described)) == described
    assert all(one["description"] for one in described["properties"].values())


def test_older_names_point_to_the_one_to_use() -> None:
    tags = schema("entry")["properties"]["tags"]
    assert (tags["deprecated"], tags["description"]) == (True, 'Use "topics".')
