"""Inline tokens of markdown-it written back as plain, readable Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from markdown_it.token import Token

from ingest.readers.inline import code_text, image_text, link_text, squeeze
from ingest.readers.learn import DIRECTIVE, INCLUDE

_TAG_NAMES = (
    "a abbr b big blockquote br center cite code dd del details div dl dt em font h1 h2 h3 h4 h5 h6 hr i "
    "iframe img ins kbd li mark nav ol p pre q s samp script small span strike strong style sub summary sup "
    "svg table tbody td tfoot th thead tr tt u ul"
)
KNOWN_TAGS = frozenset(_TAG_NAMES.split())
"""Tags taken as HTML inside Markdown. Any other, such as <ServerName>, is a placeholder and stays as text."""

_TAG = re.compile(r"^<(/?)([A-Za-z][A-Za-z0-9-]*)")
_ASKS = re.compile(r"^<!--\s*asks:(.*?)-->$", re.DOTALL | re.IGNORECASE)
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`", "tt": "`"}
_BREAKING = frozenset(("br", "p", "div", "tr", "table", "hr"))
_TOKEN_MARKS = {"strong_open": "**", "strong_close": "**", "em_open": "*", "em_close": "*"}


def asks_of(comment: str) -> tuple[str, ...]:
    """The phrases of an `<!-- asks: a; b -->` comment; empty for any other comment."""
    match = _ASKS.match(comment.strip())
    return tuple(filter(None, (" ".join(ask.split()) for ask in match[1].split(";")))) if match else ()


@dataclass(slots=True)
class InlineWriter:
    """Renders inline tokens; gathers on the way the asks comments and included files that it meets."""

    asks: list[str] = field(default_factory=list)
    includes: list[str] = field(default_factory=list)

    def heading(self, tokens: Sequence[Token]) -> str:
        """One line without emphasis, code marks and link targets."""
        marks = ("link_open", "link_close", *_TOKEN_MARKS)
        plain = [
            Token("text", "", 0, content=token.content) if token.type == "code_inline" else token
            for token in tokens
            if token.type not in marks
        ]
        return " ".join(self.text(plain).split())

    def text(self, tokens: Sequence[Token]) -> str:
        """Markdown with line breaks only where the source forces one; relative links become their label."""
        out: list[str] = []
        links: list[tuple[int, str]] = []
        lists: list[int | None] = []
        for token in tokens:
            if token.type == "link_open":
                links.append((len(out), str(token.attrGet("href") or "")))
            elif token.type == "link_close" and links:
                start, target = links.pop()
                out[start:] = [link_text("".join(out[start:]), target)]
            elif token.type == "html_inline":
                out.append(self._html(token.content, lists))
            else:
                out.append(self._token(token))
        return squeeze("".join(out))

    def _token(self, token: Token) -> str:
        match token.type:
            case "code_inline":
                return code_text(token.content)
            case "softbreak":
                return " "
            case "hardbreak":
                return "\n"
            case "image":
                return image_text(token.content)
            case t if t == INCLUDE:
                self.includes.append(token.content)
                return ""
            case t if t == DIRECTIVE:
                return image_text(token.meta.get("alt-text", "")) or str(token.meta.get("text", ""))
            case _:
                return _TOKEN_MARKS.get(token.type, token.content)

    def _html(self, tag: str, lists: list[int | None]) -> str:
        if tag.startswith("<!--"):
            self.asks.extend(asks_of(tag))
            return ""
        match = _TAG.match(tag)
        name = match[2].lower() if match else ""
        if match is None or name not in KNOWN_TAGS:
            return tag
        if name in ("ol", "ul", "li"):
            return _list_tag(name, bool(match[1]), lists)
        if name == "img":
            image = BeautifulSoup(tag, "html.parser").find("img")
            return image_text(str(image.get("alt") or "")) if image else ""
        return "\n" if name in _BREAKING else _MARKS.get(name, "")


def _list_tag(name: str, closing: bool, lists: list[int | None]) -> str:
    if name == "li":
        if closing:
            return ""
        if not lists or lists[-1] is None:
            return "\n- "
        lists[-1] += 1
        return f"\n{lists[-1]}. "
    if closing:
        del lists[-1:]
        return "\n"
    lists.append(0 if name == "ol" else None)
    return ""
