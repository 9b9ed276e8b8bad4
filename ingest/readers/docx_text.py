"""The text of a DOCX paragraph as Markdown, and the marks of its lists."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from ingest.readers.inline import image_text, link_text, marked, squeeze

_BREAKS = {qn("w:br"), qn("w:cr")}
_INSIDE = {qn(f"w:{name}") for name in ("ins", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml")}
_OFF = frozenset(("0", "false", "none"))
_BULLET = "bullet"


def paragraph_text(paragraph: Paragraph) -> str:
    """Markdown of one paragraph: bold, links, line breaks, image descriptions; deleted text is left out."""
    return squeeze(_text(paragraph._p, paragraph.part.rels).replace("****", ""))


def _text(node: Any, rels: Any) -> str:
    parts = []
    for child in node:
        if child.tag == qn("w:r"):
            parts.append(_run(child))
        elif child.tag == qn("w:hyperlink"):
            parts.append(link_text(_text(child, rels), _target(child, rels)))
        elif child.tag in _INSIDE:
            parts.append(_text(child, rels))
    return "".join(parts)


def _target(link: Any, rels: Any) -> str:
    name = link.get(qn("r:id"))
    return str(rels[name].target_ref) if name in rels and rels[name].is_external else ""


def _run(run: Any) -> str:
    parts = []
    for child in run:
        if child.tag == qn("w:t"):
            parts.append(child.text or "")
        elif child.tag == qn("w:tab"):
            parts.append(" ")
        elif child.tag == qn("w:noBreakHyphen"):
            parts.append("-")
        elif child.tag in _BREAKS:
            parts.append("\n")
        elif child.tag == qn("w:drawing"):
            parts.extend(image_text(part.get("descr") or "") for part in child.iter(qn("wp:docPr")))
    bold = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
    is_bold = bold is not None and bold.get(qn("w:val")) not in _OFF
    return marked("".join(parts), "**" if is_bold else "")


class ListMarks:
    """Marks list paragraphs as Word numbers them: "- " or "3. ", indented by level."""

    def __init__(self, document: Any) -> None:
        self._formats = _formats(document)
        self._counts: defaultdict[tuple[str, int], int] = defaultdict(int)

    def mark(self, paragraph: Paragraph) -> str:
        """The mark in front of the paragraph, "" for one that is in no list."""
        found = _numbering(paragraph)
        if found is None:
            return ""
        number, level = found
        indent = "  " * level
        if self._formats.get((number, level), _BULLET) in (_BULLET, "none"):
            return f"{indent}- "
        for deeper in [key for key in self._counts if key[0] == number and key[1] > level]:
            del self._counts[deeper]
        self._counts[number, level] += 1
        return f"{indent}{self._counts[number, level]}. "


def _numbering(paragraph: Paragraph) -> tuple[str, int] | None:
    holders: list[Any] = [paragraph._p.pPr]
    style = paragraph.style
    while style is not None and len(holders) < 20:  # a damaged file may hold a circle of styles
        holders.append(style.element.pPr)
        style = style.base_style
    for holder in holders:
        numbering = holder.find(qn("w:numPr")) if holder is not None else None
        if numbering is not None:
            number, level = numbering.find(qn("w:numId")), numbering.find(qn("w:ilvl"))
            name = number.get(qn("w:val")) if number is not None else "0"
            depth = level.get(qn("w:val")) if level is not None else "0"
            return None if name == "0" else (name, min(int(depth), 8))
    return None


def _formats(document: Any) -> dict[tuple[str, int], str]:
    """Number format ("decimal", "bullet", ...) by list and level."""
    related = (rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering"))
    part = next(related, None)
    if part is None:
        return {}
    root = part.element
    abstract = {node.get(qn("w:abstractNumId")): node for node in root.findall(qn("w:abstractNum"))}
    found = {}
    for number in root.findall(qn("w:num")):
        reference = number.find(qn("w:abstractNumId"))
        levels = abstract.get(reference.get(qn("w:val"))) if reference is not None else None
        for level in levels.findall(qn("w:lvl")) if levels is not None else ():
            style = level.find(qn("w:numFmt"))
            if style is not None:
                found[number.get(qn("w:numId")), int(level.get(qn("w:ilvl")))] = style.get(qn("w:val"))
    return found
