"""HTML pages, and HTML inside Markdown, into blocks. Nothing is executed or fetched; scripts are dropped."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, Tag, XMLParsedAsHTMLWarning
from bs4.element import NavigableString, PreformattedString

from ingest.documents import Block, ChunkKind
from ingest.readers.frontmatter import iso_date
from ingest.readers.inline import code_text, fence_text, image_text, item_lines, link_text, marked, squeeze
from ingest.readers.loading import decode
from ingest.readers.outline import Outline
from ingest.readers.parsed import Parsed
from ingest.tables import make_table, render_table

_MAX_DEPTH = 60
_DROPPED_NAMES = (
    "title script style nav footer template noscript svg iframe object button select textarea head"
)
_DROPPED = frozenset(_DROPPED_NAMES.split())
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure "
    "form header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset((*_BLOCK_NAMES.split(), *_HEADINGS))
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_LANGUAGE = re.compile(r"^lang(?:uage)?-([\w+#.-]+)$")
_SPACE = re.compile(r"\s+")
_DATES = ("ms.date", "article:modified_time", "article:published_time", "last-modified", "date")


def read_html(data: bytes) -> Parsed:
    """An HTML page: its <main> or else its body, without navigation. Raises UnreadableDocument."""
    text, notices = decode(data, is_html=True)
    soup = _soup(text)
    title, date = _head(soup)
    _drop_unseen(soup)
    mains = soup.find_all("main")
    walker = _Walker(Outline())
    walker.walk(mains[0] if len(mains) == 1 and mains[0].get_text(strip=True) else soup)
    return Parsed(tuple(walker.blocks), title=walker.outline.title or title, date=date, notices=notices)


def html_fragment_blocks(text: str) -> list[Block]:
    """Blocks of a piece of HTML; their heading paths start within the piece."""
    soup = _soup(text)
    _drop_unseen(soup)
    walker = _Walker(Outline(takes_title=False))
    walker.walk(soup)
    return walker.blocks


def _soup(text: str) -> BeautifulSoup:
    with warnings.catch_warnings():
        # XHTML is read well, and text that is no more than an address or a name is text.
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        # lxml rather than html.parser, which nests what older pages leave open (<p>, <li>, <td>).
        return BeautifulSoup(text, "lxml")


def _head(soup: BeautifulSoup) -> tuple[str, str]:
    title = " ".join(soup.title.get_text().split()) if soup.title else ""
    named = {
        str(tag.get("name") or tag.get("property")).lower(): tag.get("content")
        for tag in soup.find_all("meta")
    }
    dates = (iso_date(str(named[key])) for key in _DATES if named.get(key))
    return title, next(filter(None, dates), "")


def _drop_unseen(soup: BeautifulSoup) -> None:
    for tag in soup.find_all(_is_unseen):
        if not tag.decomposed:
            tag.decompose()


def _is_unseen(tag: Tag) -> bool:
    return (
        tag.name in _DROPPED
        or tag.has_attr("hidden")
        or tag.get("aria-hidden") == "true"
        or tag.get("role") == "navigation"
        or bool(_HIDDEN_STYLE.search(str(tag.get("style") or "")))
    )


class _Walker:
    """Goes through the page and gathers blocks. `flat` keeps headings as text, for cells and items."""

    def __init__(self, outline: Outline, depth: int = 0, *, flat: bool = False) -> None:
        self.outline = outline
        self.blocks: list[Block] = []
        self._depth = depth
        self._flat = flat

    def walk(self, node: Tag) -> None:
        if self._depth > _MAX_DEPTH:
            self._add("prose", _SPACE.sub(" ", node.get_text(" ")))
            return
        self._depth += 1
        inline: list[str] = []
        for child in node.children:
            if isinstance(child, Tag) and _is_block(child):
                self._flush(inline)
                self._block(child)
            else:
                inline.append(_inline(child))
        self._flush(inline)
        self._depth -= 1

    def _flush(self, inline: list[str]) -> None:
        self._add("prose", squeeze("".join(inline)))
        inline.clear()

    def _add(self, kind: ChunkKind, text: str) -> None:
        if text.strip():
            self.blocks.append(Block(kind, self.outline.path, text))

    def _block(self, tag: Tag) -> None:
        if tag.name in _HEADINGS and not self._flat:
            self.outline.heading(int(tag.name[1]), " ".join(tag.get_text().split()))
        elif tag.name in ("ul", "ol"):
            self._add("list", "\n".join(self._list(tag)))
        elif tag.name == "dl":
            self._add("list", "\n".join(self._definitions(tag)))
        elif tag.name == "pre":
            self._add("code", _code(tag))
        elif tag.name == "table" and not _is_layout(tag):
            self._add("table", self._table(tag))
        else:
            self.walk(tag)

    def _inside(self, tag: Tag) -> list[str]:
        """Lines of what stands inside an item or a cell."""
        walker = _Walker(Outline(takes_title=False), self._depth + 1, flat=True)
        walker.walk(tag)
        return [line for block in walker.blocks for line in block.text.split("\n")]

    def _list(self, tag: Tag) -> list[str]:
        start = str(tag.get("start") or "1")
        number = int(start) if tag.name == "ol" and start.isdigit() else 1
        lines: list[str] = []
        for child in tag.find_all(True, recursive=False):
            content = self._inside(child)
            if content:
                marker = f"{number}. " if tag.name == "ol" else "- "
                number += 1
                lines += item_lines(marker, content)
        return lines

    def _definitions(self, tag: Tag) -> list[str]:
        lines: list[str] = []
        for child in tag.find_all(["dt", "dd"]):
            content = self._inside(child)
            if child.name == "dt" and content:
                lines.append(f"- **{' '.join(content)}**")
            else:
                lines.extend(f"  {line}" for line in content)
        return lines

    def _table(self, tag: Tag) -> str:
        rows = [list(self._cells(row)) for row in tag.find_all("tr") if row.find_parent("table") is tag]
        table = make_table(rows)
        return render_table(table) if table else ""

    def _cells(self, row: Tag) -> Iterator[str]:
        for cell in row.find_all(["td", "th"], recursive=False):
            yield "\n".join(self._inside(cell))
            span = str(cell.get("colspan") or "1")
            yield from [""] * (min(int(span), 100) - 1 if span.isdigit() else 0)


def _is_block(tag: Tag) -> bool:
    return tag.name in _BLOCKS or tag.find(_BLOCKS) is not None


def _is_layout(table: Tag) -> bool:
    rows = table.find_all("tr")
    narrow = all(len(row.find_all(["td", "th"], recursive=False)) < 2 for row in rows)
    return narrow or table.find(["table", *_HEADINGS]) is not None


def _code(tag: Tag) -> str:
    named = [tag, *tag.find_all("code")]
    classes = [str(name) for part in named for name in (part.get_attribute_list("class") or []) if name]
    language = next((match[1] for name in classes if (match := _LANGUAGE.match(name))), "")
    text = tag.get_text()
    return fence_text(text, language) if text.strip() else ""


def _inline(node: object, depth: int = 0) -> str:
    if isinstance(node, PreformattedString):  # comments, doctypes, processing instructions
        return ""
    if isinstance(node, NavigableString):
        return _SPACE.sub(" ", node)
    if not isinstance(node, Tag):
        return ""
    if node.name == "br":
        return "\n"
    if node.name == "img":
        return image_text(str(node.get("alt") or ""))
    if node.name in ("code", "kbd", "samp", "tt") or depth > _MAX_DEPTH:
        text = _SPACE.sub(" ", node.get_text())
        return code_text(text) if node.name in ("code", "samp", "tt") else text
    text = "".join(_inline(child, depth + 1) for child in node.children)
    if node.name == "a":
        return link_text(text, str(node.get("href") or ""))
    return marked(text, {"strong": "**", "b": "**", "em": "*", "i": "*"}.get(node.name, ""))
