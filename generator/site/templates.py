"""The Jinja environment: autoescape on, undefined names are errors, a site's files first."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import jinja2
import jinja2.bccache
import jinja2.meta
import msgspec
from markupsafe import Markup

from generator.site import cards, markup, urls
from generator.site.markup import Html
from generator.site.pages import Page, Raw
from generator.site.strings import number, strings_for
from generator.site.views.frame import Frame

OURS = "theme/"
"""Before a template's name: the default theme's, though the site has one of that name."""


class _Loader(jinja2.FileSystemLoader):
    """Finds templates, the default theme's own too: "theme/event.html".

    A file that is no text is a fault of the template, with its line, like any other.
    """

    def __init__(self, folders: Sequence[str]) -> None:
        super().__init__(folders)
        self._ours = jinja2.FileSystemLoader(folders[-1:])

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        try:
            if template.startswith(OURS):
                return self._ours.get_source(environment, template.removeprefix(OURS))
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            message = "this file is not in UTF-8: save it as UTF-8"
            raise jinja2.TemplateSyntaxError(message, line, template) from error
        except jinja2.TemplateNotFound:  # an OSError, too
            raise
        except OSError as error:
            message = f"this file cannot be read: {error.strerror}"
            raise jinja2.TemplateSyntaxError(message, 0, template) from error


class Compiled(jinja2.BytecodeCache):
    """Templates as code, and what each refers to: worked out once for each content they have.

    Args:
        known: what was worked out before.
    """

    def __init__(self, known: Mapping[str, bytes]) -> None:
        self._known = dict(known)
        self.used: dict[str, bytes] = {}
        """What is wanted again."""

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        found = self._find(f"{bucket.key} {bucket.checksum}")
        if found is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        self.used[f"{bucket.key} {bucket.checksum}"] = bucket.bytecode_to_string()

    def references(self, source: str, name: str) -> Sequence[str | None]:
        """The templates that one extends, includes or imports; None for one named in rendering."""
        key = hashlib.sha256(f"{name}\0{source}".encode()).hexdigest()
        found = self._find(key)
        if found is not None:
            return msgspec.msgpack.decode(found, type=list[str | None])
        tree = jinja2.Environment(autoescape=True).parse(source, name)
        references = list(jinja2.meta.find_referenced_templates(tree))
        self.used[key] = msgspec.msgpack.encode(references)
        return references

    def _find(self, key: str) -> bytes | None:
        found = self.used.get(key, self._known.get(key))
        if found is not None:
            self.used[key] = found
        return found


class Renderer:
    """Turns pages into bytes with the templates of `folders`, the first that has one wins.

    The last of them is the default theme's.

    Args:
        compiled: what is known of templates, and grows.

    Raises:
        jinja2.TemplateError: from `render` and `closure`, when a template is missing or wrong.
    """

    def __init__(self, folders: Sequence[Path], compiled: Compiled | None = None) -> None:
        self._compiled = compiled or Compiled({})
        self._environment = jinja2.Environment(
            loader=_Loader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            bytecode_cache=self._compiled,
        )
        self._environment.filters.update(
            link=_link, absolute=_absolute, prose=_prose, number=_number, script=_script
        )
        self._closures: dict[str, str] = {}

    def render(self, page: Page) -> bytes:
        """The bytes of a page: its template given its view, or its data as it is."""
        if isinstance(page.view, Raw):
            return page.view.text.encode()
        if isinstance(page.view, cards.Card):
            return cards.draw(page.view)
        frame = _frame(page.view)
        template = self._environment.get_template(page.template)
        text = template.render(view=page.view, frame=frame, t=strings_for(frame.language))
        return _tidy(text).encode()

    def closure(self, template: str) -> str:
        """A hash of a template and of all that it extends, includes or imports; "" for none."""
        if not template:
            return ""
        if template not in self._closures:
            digest = hashlib.sha256()
            for name in sorted(self._reached(template)):
                source, _, _ = self._source(name)
                digest.update(f"{name}\0{len(source)}\0{source}".encode())
            self._closures[template] = digest.hexdigest()
        return self._closures[template]

    def _reached(self, template: str) -> set[str]:
        reached: set[str] = set()
        waiting = [template]
        while waiting:
            name = waiting.pop()
            if name in reached:
                continue
            reached.add(name)
            for other in self._compiled.references(self._source(name)[0], name):
                if other is None:
                    # A name made while rendering could be any template.
                    waiting.extend(self._environment.list_templates())
                else:
                    waiting.append(other)
        return reached

    def _source(self, name: str) -> tuple[str, str | None, Any]:
        loader = cast("jinja2.BaseLoader", self._environment.loader)
        return loader.get_source(self._environment, name)


def _frame(view: msgspec.Struct) -> Frame:
    return cast("Frame", view.frame)  # type: ignore[attr-defined]


def _tidy(text: str) -> str:
    """Without the empty lines that template tags leave, but as it is where lines matter."""
    if "<pre" in text:
        return text
    return "\n".join(line.strip() for line in text.split("\n") if line.strip()) + "\n"


@jinja2.pass_context
def _link(context: jinja2.runtime.Context, address: str) -> str:
    """What this page writes to reach an address; URLs of other sites stay as they are."""
    if not address.startswith("/"):
        return urls.external(address)
    frame: Frame = context["frame"]
    return urls.link(frame.base, frame.address, address)


@jinja2.pass_context
def _absolute(context: jinja2.runtime.Context, address: str) -> str:
    """The full URL of an address, "" where the site's own is not known."""
    frame: Frame = context["frame"]
    return urls.absolute(frame.base, address)


@jinja2.pass_context
def _prose(context: jinja2.runtime.Context, html: Html) -> Markup:
    """Safe HTML, with links to this site made for this page."""
    frame: Frame = context["frame"]
    return Markup(
        markup.rooted(html, lambda address: urls.link(frame.base, frame.address, address))
    )


def _script(json: str) -> Markup:
    """JSON inside a script element: nothing in it can end the element."""
    return Markup(json.replace("<", "\\u003c").replace("\u2028", "\\u2028"))


@jinja2.pass_context
def _number(context: jinja2.runtime.Context, value: int) -> str:
    frame: Frame = context["frame"]
    return number(value, frame.language)
