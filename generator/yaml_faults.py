"""What a YAML error means to the person who wrote the file, and how to mend it.

PyYAML names the state of its parser ("did not find expected key"); a writer needs the place and
the remedy. The two parsers of PyYAML word the same fault differently; both are known here.
"""

import re
from typing import Any

from generator.field_text import shortened

_AFTER_KEY = re.compile(r"^\s*(?:- +)*(?P<key>[\w .-]+?) *:(?: +|\t+)(?P<value>.*?)\s*$")
_NO_SPACE = re.compile(r"^\s*(?P<key>[\w-]+):(?P<value>[^\s/].*?)\s*$")

_CLOSING = {"[": "]", "{": "}"}

_LONGEST_REMEDY = 200
"""Characters of a value that a hint repeats."""


def explain(error: Any, block: str) -> tuple[int, str, str]:
    """Index into `block`, message and hint for a `yaml.MarkedYAMLError`."""
    problem = str(error.problem or "")
    mark = error.problem_mark or error.context_mark
    index = min(mark.index if mark is not None else 0, len(block))
    context = error.context_mark.index if error.context_mark is not None else index
    line = _line(block, index)
    if _tab_in_indent(line):
        at = _start(block, index) + line.index("\t")
        message = "a tab in the indentation, where YAML allows only spaces"
        return at, message, "replace each tab by two spaces"
    if "quoted scalar" in str(error.context) and "end of stream" in problem:
        mark_text = block[context : context + 1]
        return context, f"the quotation mark {mark_text} is never closed", "close it"
    if "nesting depth" in problem:
        return index, "nested too deep", "front matter needs a few levels only"
    if "escape" in problem:
        hint = "write \\\\ for a backslash, or put the value in single quotation marks"
        return index, "a backslash in double quotation marks begins an escape", hint
    if "mapping values are not allowed" in problem:
        return _colon(block, index, line)
    if "did not find expected ',' or" in problem or problem.startswith("expected ',' or"):
        bracket = block[context : context + 1]
        if _CLOSING.get(bracket, "") in _line(block, context)[context - _start(block, context) :]:
            hint = "put a value that holds a colon, a comma or a bracket in quotation marks"
            return index, f'this cannot stand inside the bracket "{bracket}"', hint
        return context, f'the bracket "{bracket}" is never closed', _quote_hint(block, context)
    return _by_first_character(problem, block, index, context)


def _colon(block: str, index: int, line: str) -> tuple[int, str, str]:
    match = _AFTER_KEY.match(line)
    if match and match.start("value") <= index - _start(block, index):
        message = f'a colon followed by a space inside the value of "{match["key"]}"'
        return index, message, _remedy("quote the value: ", match["key"], match["value"])
    start = _start(block, index)
    at = start + len(line) - len(line.lstrip())
    if line[:1].isspace():
        message = "this line is indented further than the one that it belongs to"
        return at, message, "begin the keys of one level in the same column"
    return _no_key(block, start - 1 if start else 0)


def _no_key(block: str, index: int) -> tuple[int, str, str]:
    """The line at `index` should have been a key with its value."""
    line = _line(block, index)
    start = _start(block, index)
    if glued := _NO_SPACE.match(line):
        hint = f"write: {glued['key']}: {shortened(glued['value'])}"
        message = f'no space behind the colon of "{glued["key"]}"'
        return start + glued.start("value"), message, hint
    at = start + len(line) - len(line.lstrip())
    hint = "put a colon and a value behind it, or indent it if it continues the line above"
    return at, f'expected "key: value", found "{shortened(line)}"', hint


def _by_first_character(problem: str, block: str, index: int, context: int) -> tuple[int, str, str]:
    line = _line(block, index)
    match = _AFTER_KEY.match(line)
    value = match["value"] if match else ""
    if match and value[:1] in ("'", '"', "[", "{") and index > _start(block, index):
        at = _start(block, index) + match.start("value")
        if value[0] in "'\"":
            message = f'text behind the closing quotation mark of "{match["key"]}"'
        else:
            message = f'text behind the closing bracket of "{match["key"]}"'
        return at, message, _remedy("quote the whole value: ", match["key"], value)
    if match and value[:1] in tuple("@`%*&!-|>?"):
        return unquoted(block, _start(block, index) + match.start("value"), value[0])
    if block[index : index + 1] in tuple("@`%*&!"):
        return unquoted(block, index, block[index])
    if "could not find expected ':'" in problem:
        return _no_key(block, context)
    if "document start" in problem or "expected key" in problem or "block end" in problem:
        message = "this line is not aligned with those that it belongs to"
        return index, message, "begin the keys of one level in the same column"
    return index, f"not valid YAML: {problem}", "put the value in quotation marks"


def unquoted(block: str, index: int, mark: str) -> tuple[int, str, str]:
    """Index, message and hint for a value at or about `index` that begins with a mark of YAML's."""
    line = _line(block, index)
    start = _start(block, index)
    match = _AFTER_KEY.match(line)
    hint = "put it in quotation marks"
    if match and match["value"].startswith(mark):
        index = start + match.start("value")
        hint = _remedy("write: ", match["key"], match["value"])
    return index, f'a value cannot begin with "{mark}" unless it is quoted', hint


def quoted(value: str) -> str:
    """`value` as YAML writes it in quotation marks, double ones where they need no escape."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def _quote_hint(block: str, index: int) -> str:
    match = _AFTER_KEY.match(_line(block, index))
    if match is None:
        return "close it"
    return _remedy("close it, or quote the value: ", match["key"], match["value"])


def _remedy(lead: str, key: str, value: str) -> str:
    """The line as it should be, if it is short enough to be shown."""
    if len(value) > _LONGEST_REMEDY:
        return "put the value in quotation marks"
    return f"{lead}{key}: {quoted(value)}"


def _tab_in_indent(line: str) -> bool:
    return "\t" in line[: len(line) - len(line.lstrip())]


def _start(block: str, index: int) -> int:
    return block.rfind("\n", 0, max(index, 0)) + 1


def _line(block: str, index: int) -> str:
    start = _start(block, index)
    end = block.find("\n", start)
    return block[start:] if end < 0 else block[start:end]
