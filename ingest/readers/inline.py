"""Inline Markdown as every reader writes it: links, images, code, placeholders."""

from __future__ import annotations

import re
from collections.abc import Sequence

_EXTERNAL = re.compile(r"^(?:https?|ftp|mailto):", re.IGNORECASE)
_EMPTY_ALT = re.compile(
    r"^(?:an? )?(?:image|img|picture|photo|figure|icon|logo|screen ?shots?|graphic|diagram)?[\s\d_.-]*$"
    r"|^[\w.-]+\.(?:png|jpe?g|gif|svg|bmp|webp)$",
    re.IGNORECASE,
)
_EMPHASISED_PLACEHOLDER = re.compile(r"<\*([^*<>\n]+)\*>|(?<!\*)\*<([^*<>\n]+)>\*(?!\*)")
_LINE_SPACE = re.compile(r"[ \t]+")
_BREAKS = re.compile(r" *\n\s*")


def link_text(label: str, target: str) -> str:
    """`[label](target)` for a link that leaves the document's site, the label alone for a relative one."""
    label = label.strip()
    if not _EXTERNAL.match(target) or not label:
        return label
    bare = target.removeprefix("mailto:")
    return bare if label in (target, bare) else f"[{label}]({target})"


def image_text(alt: str) -> str:
    """`(image: alt)`, or nothing when the text says no more than that there is an image."""
    words = " ".join(alt.split())
    return "" if _EMPTY_ALT.match(words) else f"(image: {words})"


def code_text(code: str) -> str:
    """`code` between backticks, more of them when it holds some itself."""
    if not code.strip():
        return ""
    longest = max((len(run) for run in re.findall(r"`+", code)), default=0)
    ticks = "`" * (longest + 1)
    pad = " " if code.startswith("`") or code.endswith("`") else ""
    return f"{ticks}{pad}{code}{pad}{ticks}"


def fence_text(code: str, language: str = "") -> str:
    """A fenced code block around `code`."""
    longest = max((len(run) for run in re.findall(r"`{3,}", code)), default=2)
    ticks = "`" * (longest + 1)
    return f"{ticks}{language}\n{code.strip(chr(10))}\n{ticks}"


def squeeze(text: str) -> str:
    """Single spaces, single line breaks, and `<Name>` for a placeholder whose name is in italics."""
    lines = _BREAKS.sub("\n", _LINE_SPACE.sub(" ", text.replace("\u00a0", " "))).strip()
    return _EMPHASISED_PLACEHOLDER.sub(lambda match: f"<{match[1] or match[2]}>", lines)


def marked(text: str, mark: str) -> str:
    """`text` between two marks ("**"), which stand next to its first and last letter; no mark, no change."""
    bare = text.strip()
    if not mark or not bare:
        return text
    before = text[: len(text) - len(text.lstrip())]
    return f"{before}{mark}{bare}{mark}{text[len(text.rstrip()) :]}"


def item_lines(marker: str, content: Sequence[str]) -> list[str]:
    """The lines of a list item behind its marker, those below the first indented like it."""
    return [marker + content[0], *(" " * len(marker) + line for line in content[1:])]
