"""HTML of a timeline's texts as Markdown: paragraphs, links, stress, lists; nothing else."""

from html.parser import HTMLParser

from generator.field_text import FieldError, url
from generator.importing.markdown_text import escaped

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt"),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot"),
        *("th", "thead", "tr", "ul"),
    )
)
_DROPPED = frozenset(("script", "style", "template", "iframe", "object", "noscript", "textarea"))
_STRESS = {"b": "**", "strong": "**", "i": "*", "em": "*"}


def to_markdown(text: str) -> str:
    """The text as Markdown; one without any HTML keeps its blank lines as ends of paragraphs.

    >>> to_markdown('<p>It <b>opens</b>: <a href="https://example.org/a">read on</a></p>2 * 3')
    'It **opens**: [read on](https://example.org/a)\\n\\n2 &#42; 3'
    """
    writer = _Writer()
    writer.feed(text)
    writer.close()
    return "\n\n".join(writer.blocks)


class _Writer(HTMLParser):
    """Writes Markdown, block by block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._words: list[str] = []
        self._links: list[str] = []
        self._dropped = 0
        self._prefix = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED:
            self._dropped += 1
        elif tag in _BLOCKS:
            self._end_block()
            self._prefix = _prefix(tag)
        elif tag == "br":
            self._words.append("\n")
        elif tag in _STRESS:
            self._words.append(f"\0{_STRESS[tag]}\1")
        elif tag == "a":
            address = _address(dict(attrs).get("href") or "")
            self._links.append(address)
            if address:
                self._words.append("\0[\1")

    def handle_endtag(self, tag: str) -> None:
        if tag in _DROPPED:
            self._dropped = max(0, self._dropped - 1)
        elif tag in _BLOCKS:
            self._end_block()
        elif tag in _STRESS:
            self._words.append(f"\0{_STRESS[tag]}\1")
        elif tag == "a" and self._links:
            address = self._links.pop()
            if address:
                self._words.append(f"\0]({address})\1")

    def handle_data(self, data: str) -> None:
        if self._dropped:
            return
        first, *rest = data.replace("\r\n", "\n").replace("\0", "").split("\n\n")
        self._words.append(first.replace("\1", ""))
        for part in rest:
            self._end_block()
            self._words.append(part.replace("\1", ""))

    def close(self) -> None:
        super().close()
        self._end_block()

    def _end_block(self) -> None:
        """Put what was read into `blocks`: our marks as they are, all other text escaped."""
        while self._links:
            address = self._links.pop()
            if address:
                self._words.append(f"\0]({address})\1")
        raw = "".join(self._words)
        self._words.clear()
        if self._prefix == "" and raw.count("\n"):
            raw = raw.replace("\n", " ")
        written: list[str] = []
        for part in raw.split("\0"):
            mark, closed, text = part.rpartition("\1")
            words = escaped(text)
            before = " " if text[:1].isspace() and (written or mark) else ""
            after = " " if text[-1:].isspace() and words else ""
            written.append((mark if closed else "") + before + words + after)
        block = " ".join("".join(written).split())
        if block.strip("*[] "):
            self.blocks.append(self._prefix + block)
        self._prefix = ""


def _prefix(tag: str) -> str:
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return "## "
    return {"li": "- ", "blockquote": "> "}.get(tag, "")


def _address(text: str) -> str:
    try:
        return url(text.strip()).replace("(", "%28").replace(")", "%29")
    except FieldError:
        return ""
