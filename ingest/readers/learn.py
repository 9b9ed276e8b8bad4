"""Microsoft Learn's additions to Markdown, as rules for markdown-it: alerts, `:::` lines, includes."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

DIRECTIVE = "learn_directive"
INCLUDE = "learn_include"

ALERT = "learn_alert"
TAB_TARGET = "#tab/"

_LINE = re.compile(r"^:{3,}\s*([A-Za-z][\w-]*)?[^\n]*$")
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_INLINE_DIRECTIVE = re.compile(r":{3}\s*(image|no-loc)\s([^\n]*?):{3}")
_INCLUDE = re.compile(r"\[!INCLUDE\s*(?:-\w+\s*)?\[[^\]\n]{0,300}\]\(([^)\n]{0,500})\)\s*\]", re.IGNORECASE)
_ALERT = re.compile(r"^\[!(\w+)(?:\s+[^\]]*)?\][ \t]*\n?")
_LAYOUT_ALERTS = frozenset(("div", "video"))


def learn_plugin(md: MarkdownIt) -> None:
    """Teach `md` alerts, `:::` lines and includes.

    A quote that is an alert carries its label ("Note:") under ALERT in its meta; "" for layout only.
    """
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("code", DIRECTIVE, _directive_rule, interrupts)
    md.core.ruler.before("inline", ALERT, _alert_rule)
    md.inline.ruler.before("link", INCLUDE, _include_rule)
    md.inline.ruler.before("link", DIRECTIVE, _inline_directive_rule)


def _directive_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    match = _LINE.match(line)
    if match is None:
        return False
    if not silent:
        state.line = start + 1
        token = state.push(DIRECTIVE, "", 0)
        token.map = [start, state.line]
        token.info = (match[1] or "").lower()
        token.meta = _attributes(line)
    return True


def _inline_directive_rule(state: StateInline, silent: bool) -> bool:
    match = _INLINE_DIRECTIVE.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push(DIRECTIVE, "", 0)
        token.info = match[1]
        token.meta = _attributes(match[2])
    state.pos = match.end()
    return True


def _alert_rule(state: StateCore) -> None:
    for quote, _, inline in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        match = (
            _ALERT.match(inline.content)
            if quote.type == "blockquote_open" and inline.type == "inline"
            else None
        )
        if match is not None:
            name = match[1].lower()
            quote.meta[ALERT] = "" if name in _LAYOUT_ALERTS else f"{name.capitalize()}:"
            inline.content = inline.content[match.end() :]


def _include_rule(state: StateInline, silent: bool) -> bool:
    match = _INCLUDE.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push(INCLUDE, "", 0).content = match[1].strip()
    state.pos = match.end()
    return True


def _attributes(line: str) -> dict[str, str]:
    return {match[1].lower(): match[2] or match[3] or "" for match in _ATTRIBUTE.finditer(line)}
