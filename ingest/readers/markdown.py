"""Markdown, plain and as Microsoft Learn writes it, into blocks with their heading path."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.front_matter import front_matter_plugin

from ingest.documents import Block, ChunkKind
from ingest.errors import UnreadableDocument
from ingest.readers.frontmatter import Metadata, read_front_matter
from ingest.readers.html import html_fragment_blocks
from ingest.readers.inline import fence_text, image_text, item_lines
from ingest.readers.learn import ALERT, DIRECTIVE, TAB_TARGET, learn_plugin
from ingest.readers.loading import decode
from ingest.readers.markdown_inline import KNOWN_TAGS, InlineWriter, asks_of
from ingest.readers.outline import Outline
from ingest.readers.parsed import Parsed
from ingest.tables import make_table, render_table

_MAX_NESTING = 60
_FRONT_MATTER = re.compile(r"^---+[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*[\w.-]+[ \t]*:(?:\s|$)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_UNKNOWN_TAG = re.compile(r"<(?=/?([A-Za-z][\w-]*))")


def read_markdown(data: bytes) -> Parsed:
    """A Markdown file. Raises UnreadableDocument for what is no text, or front matter without end or body."""
    text, notices = decode(data)
    text = text.lstrip("\n")
    meta, body = _split_front_matter(text)
    walker = _Walker(Outline())
    walker.read(body)
    return Parsed(
        blocks=tuple(walker.blocks),
        title=meta.title or walker.outline.title,
        date=meta.date,
        document=meta.document,
        source=meta.source,
        sections=meta.sections,
        kind=meta.kind,
        notices=(*notices, *meta.notices, *walker.notices()),
    )


def markdown_blocks(text: str, base: tuple[str, ...]) -> tuple[list[Block], list[str]]:
    """Blocks of a piece of Markdown below the headings `base`, and notices."""
    walker = _Walker(Outline(base, takes_title=False))
    walker.read(text)
    return walker.blocks, walker.notices()


def _split_front_matter(text: str) -> tuple[Metadata, str]:
    if not _FRONT_MATTER.match(text):
        return Metadata(), text
    parser = MarkdownIt("zero").use(front_matter_plugin)
    first = next(iter(parser.parse(text)), None)
    if first is not None and first.type == "front_matter" and first.map:
        meta = read_front_matter(first.content)
        return meta, "\n".join(text.split("\n")[first.map[1] :])
    head, _, body = text.partition("\n\n")
    if not body.strip():
        raise UnreadableDocument(
            "The front matter has no end, so no text is left to read.",
            "Close it with a line that holds only '---'.",
        )
    meta = read_front_matter(head.partition("\n")[2])
    notice = "The front matter has no end; it was taken to stop at the first empty line. Close it with '---'."
    return Metadata(
        meta.title, meta.document, meta.date, meta.source, meta.kind, meta.sections, (notice,)
    ), body


class _Walker:
    """Goes through the syntax tree once, top to bottom, and gathers blocks."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.blocks: list[Block] = []
        self._inline = InlineWriter()
        self._missing_code: list[str] = []
        self._cut = False

    def read(self, text: str) -> None:
        parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable("table").use(learn_plugin)
        tokens = parser.parse(text)
        self._cut = any(token.level >= _MAX_NESTING - 1 for token in tokens)
        self._walk(SyntaxTreeNode(tokens).children)

    def notices(self) -> list[str]:
        """What a user should know about the text, each with what to do."""
        found = []
        if names := list(dict.fromkeys(filter(None, self._inline.includes))):
            found.append(
                f"Included files are not part of the text; add them if they matter: {', '.join(names)}."
            )
        if names := list(dict.fromkeys(filter(None, self._missing_code))):
            found.append(f"Code shown from other files is not part of the text: {', '.join(names)}.")
        if self._cut:
            found.append(
                f"Lists or quotes more than {_MAX_NESTING // 2} deep were left out; nest them less deeply."
            )
        if self._inline.asks:
            found.append(
                "An 'asks' comment stands at the end, before nothing; move it before the text it is about."
            )
        return found

    def _walk(self, nodes: Sequence[SyntaxTreeNode]) -> None:
        for node in nodes:
            match node.type:
                case "heading":
                    self._heading(node)
                case "blockquote":
                    self._quote(node)
                case "hr":
                    self.outline.end_tabs()
                case "html_block":
                    for block in self._html(node.content):
                        self._add(block.kind, block.text, block.headings)
                case "bullet_list" | "ordered_list":
                    self._add("list", "\n".join(self._lines(node)))
                case "table":
                    self._add("table", self._table(node))
                case "fence" | "code_block":
                    self._add("code", self._code(node))
                case _:
                    self._add("prose", "\n".join(self._lines(node)))

    def _add(self, kind: ChunkKind, text: str, below: tuple[str, ...] = ()) -> None:
        if text.strip():
            asks = tuple(dict.fromkeys(self._inline.asks))
            self._inline.asks.clear()
            self.blocks.append(Block(kind, self.outline.path + below, text, asks))

    def _heading(self, node: SyntaxTreeNode) -> None:
        tokens = node.children[0].to_tokens()[0].children or [] if node.children else []
        text = self._inline.heading(tokens)
        opening = next((token for token in tokens if token.type == "link_open"), None)
        if opening is not None and str(opening.attrGet("href") or "").lower().startswith(TAB_TARGET):
            self.outline.tab(text)
        else:
            self.outline.heading(int(node.tag[1]), text)

    def _quote(self, node: SyntaxTreeNode) -> None:
        label, start = node.meta.get(ALERT, ""), len(self.blocks)
        self._walk(node.children)
        if label and len(self.blocks) > start:
            first = self.blocks[start]
            if first.kind == "prose":
                self.blocks[start] = Block("prose", first.headings, f"{label} {first.text}", first.asks)
            else:
                self.blocks.insert(start, Block("prose", first.headings, label))

    def _html(self, content: str) -> list[Block]:
        for comment in _COMMENT.findall(content):
            self._inline.asks.extend(asks_of(comment))
        return html_fragment_blocks(_UNKNOWN_TAG.sub(_escape_unknown, _COMMENT.sub("", content)))

    def _lines(self, node: SyntaxTreeNode) -> list[str]:
        """The lines of one node, nested ones indented; used inside lists, where structure stays text."""
        match node.type:
            case "inline":
                return self._inline.text(node.to_tokens()[0].children or []).split("\n")
            case "bullet_list" | "ordered_list":
                return self._list(node)
            case "table":
                return self._table(node).split("\n")
            case "fence" | "code_block":
                return self._code(node).split("\n")
            case "html_block":
                return [line for block in self._html(node.content) for line in block.text.split("\n")]
            case t if t == DIRECTIVE:
                return self._directive(node)
            case "blockquote":
                label, lines = node.meta.get(ALERT, ""), self._children(node)
                return [f"{label} {lines[0]}", *lines[1:]] if label and lines else lines
            case _:
                return self._children(node)

    def _children(self, node: SyntaxTreeNode) -> list[str]:
        return [line for child in node.children for line in self._lines(child) if line.strip()]

    def _list(self, node: SyntaxTreeNode) -> list[str]:
        number = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        lines: list[str] = []
        for item in node.children:
            marker = "- " if number is None else f"{number}. "
            number = None if number is None else number + 1
            content = self._children(item)
            if content:
                lines += item_lines(marker, content)
        return lines

    def _table(self, node: SyntaxTreeNode) -> str:
        rows = [
            ["\n".join(self._children(cell)) for cell in row.children]
            for part in node.children
            for row in part.children
        ]
        table = make_table(rows)
        return render_table(table) if table else ""

    def _code(self, node: SyntaxTreeNode) -> str:
        return fence_text(node.content, node.info.strip().split(" ")[0]) if node.content.strip() else ""

    def _directive(self, node: SyntaxTreeNode) -> list[str]:
        attributes: dict[str, str] = node.meta
        if node.info == "code":
            self._missing_code.append(attributes.get("source", ""))
        text = image_text(attributes.get("alt-text", "")) if node.info == "image" else ""
        return [text] if text else []


def _escape_unknown(match: re.Match[str]) -> str:
    return "<" if match[1].lower() in KNOWN_TAGS else "&lt;"
