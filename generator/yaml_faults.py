"""What a YAML error means to the person who wrote the file, and how to mend it.

PyYAML names the state of its parser ("did not find expected key"); a writer needs the place and
the remedy. The two parsers of PyYAML word the same fault differently; both are known here.
"""

import re
from typing import Any

_AFTER_KEY = re.compile(r"^\s*(?:- +)*(?P<key>[\w .-]+?) *:(?: +|\t+)(?P<value>.*?)\s*$")
_NO_SPACE = re.compile(r"^\s*(?P<key>[\w-]+):(?P<value>[^\s/].*?)\s*$")


def explain(error: Any, block: str) -> tuple[int, str, str]:
    """Index into `block`, message and hint for a `yaml.MarkedYAMLError`."""
    problem = str(error.problem or "")
    mark = error.problem_mark or error.context_mark
    index = min(mark.index if mark is not None else 0, len(block))
    context = error.context_mark.index if error.context_mark is not None else index
    line = _line(block, index)
    if _tab_in_indent(line):
        at = _start(block, index) + line.index("\t")
        return at, "a tab in the indentation, where YAML allows only spaces", "use two spaces"
    if "quoted scalar" in str(error.context) and "end of stream" in problem:
        mark_text = block[context : context + 1]
        return context, f"the quotation mark {mark_text} is never closed", "close it"
    if "escape" in problem:
        hint = "write \\\\ for a backslash, or put the value in single quotation marks"
        return index, "a backslash in double quotation marks begins an escape", hint
    if "mapping values are not allowed" in problem:
        return _colon(block, index, line)
    if "did not find expected ',' or" in problem or problem.startswith("expected ',' or"):
        bracket = block[context : context + 1]
        return context, f'the bracket "{bracket}" is never closed', _quote_hint(block, context)
    return _by_first_character(problem, block, index, context)


def _colon(block: str, index: int, line: str) -> tuple[int, str, str]:
    before = _line(block, _start(block, index) - 1) if _start(block, index) else ""
    match = _AFTER_KEY.match(line)
    if match and match.start("value") <= index - _start(block, index):
        key, value = match["key"], match["value"]
        message = f'a colon followed by a space inside the value of "{key}"'
        return index, message, f"quote the value: {key}: {quoted(value)}"
    start = _start(block, index)
    if glued := _NO_SPACE.match(before):
        at = start - 1 - len(before) + glued.start("value")
        hint = f"write: {glued['key']}: {glued['value']}"
        return at, f'no space behind the colon of "{glued["key"]}"', hint
    at = start + len(line) - len(line.lstrip())
    if line[:1].isspace():
        return at, "this line is indented further than the one that it belongs to", "align it"
    text = before.strip()
    at = start - 1 - len(before.lstrip()) if text else start
    return at, f'expected "key: value", found "{_short(text)}"', "put a colon and a value behind it"


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
        return at, message, f"quote the whole value: {match['key']}: {quoted(value)}"
    if match and value[:1] in tuple("@`%*&!-|>?"):
        at = _start(block, index) + match.start("value")
        message = f'a value cannot begin with "{value[0]}" unless it is quoted'
        return at, message, f"write: {match['key']}: {quoted(value)}"
    if "could not find expected ':'" in problem:
        line = _line(block, context)
        text = line.strip()
        at = _start(block, context) + len(line) - len(line.lstrip())
        hint = "put a colon and a value behind it, or indent it if it continues the line above"
        return at, f'expected "key: value", found "{_short(text)}"', hint
    if "document start" in problem or "expected key" in problem or "block end" in problem:
        message = "this line is not aligned with those that it belongs to"
        return index, message, "begin the keys of one level in the same column"
    return index, f"not valid YAML: {problem}", "put the value in quotation marks"


def quoted(value: str) -> str:
    """`value` as YAML writes it in quotation marks, double ones where they need no escape."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def _quote_hint(block: str, index: int) -> str:
    match = _AFTER_KEY.match(_line(block, index))
    if match is None:
        return "close it"
    return f"close it, or quote the value: {match['key']}: {quoted(match['value'])}"


def _tab_in_indent(line: str) -> bool:
    return "\t" in line[: len(line) - len(line.lstrip())]


def _start(block: str, index: int) -> int:
    return block.rfind("\n", 0, max(index, 0)) + 1


def _line(block: str, index: int) -> str:
    start = _start(block, index)
    end = block.find("\n", start)
    return block[start:] if end < 0 else block[start:end]


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
